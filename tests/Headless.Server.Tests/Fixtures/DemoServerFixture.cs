namespace Headless.Server.Tests.Fixtures;

/// <summary>The server with the demo community.</summary>
public sealed class DemoServerFixture : ServerFixture
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Demo:Load", "true")];
}
