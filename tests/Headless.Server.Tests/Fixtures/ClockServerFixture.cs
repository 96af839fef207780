using Headless.Server.Timers;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Fixtures;

/// <summary>The server for tests that put its clock forward and say when it carries out what is due.</summary>
public class ClockServerFixture : ServerFixture
{
    /// <summary>Carries out what is due now, as the server does once a second.</summary>
    public Task RunTimersAsync() => Factory.Services.GetRequiredService<TimerService>().RunDueAsync(TestContext.Current.CancellationToken);
}
