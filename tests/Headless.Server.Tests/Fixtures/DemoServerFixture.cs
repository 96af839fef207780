using Headless.Server.Timers;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Fixtures;

/// <summary>The server with the demo community. What falls due is carried out when a test says so, so that two answers are the same.</summary>
public sealed class DemoServerFixture : ServerFixture
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Demo:Load", "true"), new("Timers:Enabled", "false")];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await RunDueAsync();
    }

    /// <summary>Carries out what is due now.</summary>
    public Task RunDueAsync() => Factory.Services.GetRequiredService<TimerService>().RunDueAsync(TestContext.Current.CancellationToken);
}
