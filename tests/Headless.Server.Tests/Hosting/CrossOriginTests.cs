using System.Net.Http.Json;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Hosting;

/// <summary>Which other sites' pages may call the API from a browser: none, unless the setting names them.</summary>
public sealed class CrossOriginTests(ServerFixture closed, CrossOriginTests.OpenServerFixture open)
    : IClassFixture<ServerFixture>, IClassFixture<CrossOriginTests.OpenServerFixture>
{
    private const string App = "https://app.example.com";
    private const string Stranger = "https://evil.example.com";

    [Theory]
    [InlineData(App)]
    [InlineData(Stranger)]
    public async Task Without_the_setting_no_page_of_another_site_is_let_in(string origin)
    {
        using var preflight = await PreflightAsync(closed, origin);
        using var posted = await PostAsync(closed, origin);

        ((int)preflight.StatusCode).ShouldBe(405);
        AllowHeaders(preflight).Concat(AllowHeaders(posted)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_of_an_origin_that_the_setting_names_may_call_and_read()
    {
        using var preflight = await PreflightAsync(open, App);
        using var posted = await PostAsync(open, App);

        ((int)preflight.StatusCode).ShouldBe(204);
        AllowHeaders(preflight).ShouldBe(
        [
            "Access-Control-Allow-Headers: Authorization,Content-Type,If-None-Match,GraphQL-Preflight,GraphQL-Cost,Idempotency-Key,Last-Event-ID,Range",
            "Access-Control-Allow-Methods: GET,POST,PUT",
            $"Access-Control-Allow-Origin: {App}",
        ]);
        AllowHeaders(posted).ShouldBe([$"Access-Control-Allow-Origin: {App}"]);
        posted.Headers.GetValues("Access-Control-Expose-Headers").ShouldBe(["ETag,GraphQL-Cost,Idempotency-Replayed,RateLimit-Limit,RateLimit-Remaining,RateLimit-Reset,RateLimit-Policy,Retry-After"]);
        (await posted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"data":{"__typename":"Query"}}""");
    }

    [Fact]
    public async Task A_page_of_any_other_origin_is_not_let_in()
    {
        using var preflight = await PreflightAsync(open, Stranger);
        using var posted = await PostAsync(open, Stranger);

        AllowHeaders(preflight).ShouldNotContain(h => h.StartsWith("Access-Control-Allow-Origin", StringComparison.Ordinal));
        AllowHeaders(posted).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(App, true)]
    [InlineData(Stranger, false)]
    public async Task The_setting_holds_for_sockets_too(string origin, bool allowed)
    {
        var client = open.Factory.Server.CreateWebSocketClient();
        client.SubProtocols.Add("graphql-transport-ws");
        client.ConfigureRequest = request => request.Headers.Origin = origin;
        var connecting = client.ConnectAsync(new Uri(open.Factory.Server.BaseAddress, "/graphql"), TestContext.Current.CancellationToken);

        if (allowed)
        {
            using var socket = await connecting;
            socket.SubProtocol.ShouldBe("graphql-transport-ws");
            await socket.CloseOutputAsync(System.Net.WebSockets.WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
            (await socket.ReceiveAsync(new byte[100], TestContext.Current.CancellationToken)).MessageType.ShouldBe(System.Net.WebSockets.WebSocketMessageType.Close);
        }
        else
        {
            (await Should.ThrowAsync<InvalidOperationException>(() => connecting)).Message.ShouldContain("403");
        }
    }

    private static async Task<HttpResponseMessage> PreflightAsync(ServerFixture server, string origin)
    {
        using var client = server.Factory.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> PostAsync(ServerFixture server, string origin)
    {
        using var client = server.Factory.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ __typename }" }) };
        request.Headers.Add("Origin", origin);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static List<string> AllowHeaders(HttpResponseMessage response) =>
        [.. response.Headers.Where(h => h.Key.StartsWith("Access-Control-Allow", StringComparison.Ordinal)).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").Order(StringComparer.Ordinal)];

    /// <summary>The server with one other site's origin in its settings.</summary>
    public sealed class OpenServerFixture : ServerFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("GraphQL:AllowedOrigins:0", App)];
    }
}
