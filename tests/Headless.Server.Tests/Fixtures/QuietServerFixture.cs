namespace Headless.Server.Tests.Fixtures;

/// <summary>A server where nothing happens but what a test does: what falls due is left alone.</summary>
public sealed class QuietServerFixture : ServerFixture
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Timers:Enabled", "false")];
}
