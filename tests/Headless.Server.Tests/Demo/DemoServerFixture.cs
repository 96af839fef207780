using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Demo;

/// <summary>The server with the demo community in it.</summary>
public sealed class DemoServerFixture : ServerFixture
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Demo:Load", "true")];
}
