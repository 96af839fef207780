using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Fixtures;

/// <summary>The server with the demo community on a loopback port, for clients outside of this process.</summary>
public sealed class ListeningDemoServerFixture : ServerFixture
{
    /// <summary>The GraphQL endpoint.</summary>
    public Uri Endpoint => new(new Uri(Factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()), "graphql");

    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Demo:Load", "true")];

    protected override bool IsListening => true;
}
