using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Headless.Server.Tests.Transport;

/// <summary>What one transport refuses all refuse, in the same words, and the server lives on. What is refused and why: Hostile/.</summary>
public sealed class HostileRequestTests
{
    public static TheoryData<string, string, string?> Requests { get; } = new()
    {
        { "too deep", string.Concat(Enumerable.Repeat("{a", 1_000)), null },
        { "too many aliases", "{ " + string.Concat(Enumerable.Range(0, 101).Select(i => $"a{i}: hello ")) + "}", null },
        { "unknown field", "{ nobody }", null },
        { "no such operation", "query A { hello } query B { hello }", null },
        { "wrong variable", "query($a: Int!) { add(a: $a, b: 1) }", """{"a":"1"}""" },
        { "several subscriptions", "subscription { count(to: 1) never }", null },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_hostile_request_is_the_same_request_error_over_every_transport(string name, string query, string? variables)
    {
        await using var server = await TransportServer.StartAsync(documents: TrustedDocuments.Load(query));
        var body = new JsonObject { ["query"] = query };
        if (variables is not null)
        {
            body["variables"] = JsonNode.Parse(variables);
        }

        var posted = await server.PostAsync(body.ToJsonString(), "application/graphql-response+json");
        posted.Status.ShouldBe(400, name);
        using var response = JsonDocument.Parse(posted.Body);
        response.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(["errors"]);
        var errors = response.RootElement.GetProperty("errors");
        errors.GetArrayLength().ShouldBeInRange(1, 5);

        var url = "query=" + Uri.EscapeDataString(query) + (variables is null ? "" : "&variables=" + Uri.EscapeDataString(variables));
        (await server.GetAsync(url, "application/graphql-response+json")).ShouldBe(posted, "GET");
        var stored = new JsonObject { ["documentId"] = TrustedDocuments.IdOf(query), ["variables"] = body["variables"]?.DeepClone() };
        (await server.PostAsync(stored.ToJsonString(), "application/graphql-response+json")).ShouldBe(posted, "by document id");
        (await server.PostAsync(body.ToJsonString(), "application/json")).ShouldBe(
            new Answer(200, "application/json; charset=utf-8", posted.Body),
            "POST as application/json");
        (await server.PostAsync(body.ToJsonString(), "text/event-stream")).ShouldBe(
            new Answer(200, "text/event-stream; charset=utf-8", $"event: next\ndata: {posted.Body}\n\nevent: complete\ndata:\n\n"),
            "event stream");

        using var socket = await SocketClient.InitialiseAsync(server.SocketAddress());
        await socket.SendAsync(new JsonObject { ["id"] = "1", ["type"] = "subscribe", ["payload"] = body }.ToJsonString());
        (await socket.ReceiveAsync()).ShouldBe($$"""{"id":"1","type":"error","payload":{{errors.GetRawText()}}}""", "WebSocket");
        await socket.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}""");
        (await socket.ReceiveAsync()).ShouldBe("""{"id":"1","type":"next","payload":{"data":{"hello":"Hello World"}}}""");
    }

    [Theory]
    [InlineData(350_000)]
    [InlineData(1_000_000)]
    public async Task A_million_braces_do_not_end_the_process(int depth)
    {
        await using var server = await TransportServer.StartAsync();
        var query = string.Concat(Enumerable.Repeat("{a", depth));

        (await server.PostAsync($$"""{"query":"{{query}}"}""", "application/graphql-response+json")).Status.ShouldBe(depth == 350_000 ? 400 : 413);

        using var raw = new StringContent(query, new MediaTypeHeaderValue("application/json"));
        ((int)(await server.Http.PostAsync("/graphql", raw)).StatusCode).ShouldBe(depth == 350_000 ? 400 : 413);
        (await server.PostAsync("""{"query":"{ hello }"}""")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_url_that_is_too_long_is_414()
    {
        await using var server = await TransportServer.StartAsync();

        (await server.GetAsync("query=" + new string('x', 20_000))).Status.ShouldBe(414);
    }
}
