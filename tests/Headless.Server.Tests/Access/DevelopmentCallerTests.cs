using System.Net;
using System.Net.Http.Json;
using Headless.Server.Access;
using Headless.Server.Tests.Fixtures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Headless.Server.Tests.Access;

/// <summary>The caller without a key: only in Development, only from this machine, never through a proxy or a foreign page.</summary>
public sealed class DevelopmentCallerTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_request_from_this_machine_without_a_key_acts_as_lead() =>
        (await AskAsync(_ => { })).ShouldBe("""{"data":{"viewer":{"role":"LEAD"}}}""");

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.1")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://localhost.evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Host", "rebound.example")]
    [InlineData("Host", "10.0.0.1")]
    [InlineData("Host", "localhost.evil.example")]
    public async Task A_request_that_may_come_from_elsewhere_is_nobodys(string header, string value) =>
        (await AskAsync(request => request.Headers.TryAddWithoutValidation(header, value))).ShouldContain("\"code\":\"UNAUTHENTICATED\"");

    [Theory]
    [InlineData("Origin", "http://localhost:5173")]
    [InlineData("Origin", "http://127.0.0.1:3000")]
    [InlineData("Origin", "http://[::1]:3000")]
    [InlineData("Host", "127.0.0.1:5000")]
    [InlineData("Host", "[::1]:5000")]
    [InlineData("Host", "LOCALHOST")]
    public async Task A_page_of_this_machine_may_ask(string header, string value) =>
        (await AskAsync(request => request.Headers.TryAddWithoutValidation(header, value))).ShouldBe("""{"data":{"viewer":{"role":"LEAD"}}}""");

    [Theory]
    [InlineData("Basic bGVhZDpsZWFk")]
    [InlineData("Bearer ")]
    [InlineData("Bearer hdl_wrong")]
    public async Task A_wrong_key_does_not_fall_back_to_it(string authorization) =>
        (await AskAsync(request => request.Headers.TryAddWithoutValidation("Authorization", authorization))).ShouldContain("\"code\":\"UNAUTHENTICATED\"");

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Staging", true)]
    [InlineData("Production", null)]
    [InlineData("Development", true)]
    [InlineData("Development", false)]
    public void A_start_with_it_outside_development_is_refused(string environment, bool? setting)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Access:DevelopmentCaller", setting?.ToString())]).Build();
        var host = new HostingEnvironment { EnvironmentName = environment };
        AccessOptions Start() => AccessOptions.From(configuration, host);

        if (setting == true && environment != "Development")
        {
            Should.Throw<InvalidOperationException>(Start).Message.ShouldStartWith($"Access:DevelopmentCaller is on in the environment {environment}");
        }
        else
        {
            Start().DevelopmentCaller.ShouldBe(setting ?? environment == "Development");
        }
    }

    [Fact]
    public async Task The_server_does_not_start_with_it_in_production()
    {
        await using var production = new ProductionWithDevelopmentCaller();

        await Should.ThrowAsync<InvalidOperationException>(async () => await production.InitializeAsync());
    }

    [Fact]
    public async Task In_production_this_machine_is_nobody_too()
    {
        await using var production = new ProductionServer();
        await production.InitializeAsync();

        (await production.QueryAsync("{ viewer { role } }")).GetRawText().ShouldContain("\"code\":\"UNAUTHENTICATED\"");
    }

    private async Task<string> AskAsync(Action<HttpRequestMessage> change)
    {
        using var client = server.Factory.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ viewer { role } }" }) };
        change(request);
        using var response = await client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync();
    }

    private sealed class ProductionServer : ServerFixture
    {
        protected override string Environment => "Production";
    }

    private sealed class ProductionWithDevelopmentCaller : ServerFixture
    {
        protected override string Environment => "Production";

        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Access:DevelopmentCaller", "true")];
    }
}
