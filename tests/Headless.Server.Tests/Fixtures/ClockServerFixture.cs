using Headless.Server.Timers;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Fixtures;

/// <summary>
/// The server for tests that put its clock forward and say when it carries out what is due. By itself it carries out nothing:
/// between two steps of a test it could open an alert that the next one is not to see.
/// </summary>
public class ClockServerFixture : ServerFixture
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Timers:Enabled", "false")];

    /// <summary>Carries out what is due now, as the server does once a second.</summary>
    public Task RunTimersAsync() => Factory.Services.GetRequiredService<TimerService>().RunDueAsync(TestContext.Current.CancellationToken);
}
