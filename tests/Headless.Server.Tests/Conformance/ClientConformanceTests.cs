using Headless.Conformance;
using Headless.Server.Tests.Transport;

namespace Headless.Server.Tests.Conformance;

/// <summary>The clients that front-end teams bring, and the audit suite of GraphQL over HTTP, against a running server.</summary>
public sealed class ClientConformanceTests
{
    [Fact]
    public async Task All_61_audits_of_graphql_http_pass()
    {
        await using var server = await TransportServer.StartAsync();

        (await NodePackage.Clients.RunAsync("http-audit.mjs", Endpoint(server))).ShouldEndWith("61 of 61 audits are ok\n");
    }

    [Theory]
    [InlineData("websocket.mjs", "graphql-ws: ok\n")]
    [InlineData("event-stream.mjs", "graphql-sse: ok\n")]
    [InlineData("apollo.mjs", "@apollo/client: ok\n")]
    [InlineData("apollo-persisted.mjs", "@apollo/client persisted queries: ok\n")]
    [InlineData("urql.mjs", "urql: ok\n")]
    [InlineData("urql-subscription.mjs", "urql subscription: ok\n")]
    public async Task A_client_gets_what_it_expects(string script, string report)
    {
        await using var server = await TransportServer.StartAsync();

        (await NodePackage.Clients.RunAsync(script, Endpoint(server))).ShouldBe(report);
    }

    private static Uri Endpoint(TransportServer server) => new(server.Address, "graphql");
}
