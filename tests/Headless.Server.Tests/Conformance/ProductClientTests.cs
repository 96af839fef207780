using Headless.Conformance;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Conformance;

/// <summary>The clients that front-end teams bring and the tools that they run, over the product's own schema and the demo community.</summary>
public sealed class ProductClientTests(ListeningDemoServerFixture server) : IClassFixture<ListeningDemoServerFixture>
{
    [Fact]
    public async Task All_61_audits_of_graphql_http_pass()
        => (await NodePackage.Clients.RunAsync("http-audit.mjs", server.Endpoint)).ShouldEndWith("61 of 61 audits are ok\n");

    [Theory]
    [InlineData("live.mjs", "onActivity over graphql-ws and graphql-sse: ok\n")]
    [InlineData("apollo.mjs", "@apollo/client: ok\n")]
    [InlineData("urql.mjs", "urql: ok\n")]
    public async Task A_client_gets_what_it_expects(string script, string report)
        => (await NodePackage.Clients.RunAsync(script, server.Endpoint, ("GRAPHQL_SCHEMA", "product"))).ShouldBe(report);

    [Theory]
    [InlineData("relay.mjs", "relay-compiler: ok\n")]
    [InlineData("codegen.mjs", "@graphql-codegen: ok\n")]
    [InlineData("inspector.mjs", "@graphql-inspector: ok\n")]
    public async Task A_tool_finds_nothing_wrong(string script, string report)
        => (await NodePackage.Tools.RunAsync(script, server.Endpoint)).ShouldEndWith(report);
}
