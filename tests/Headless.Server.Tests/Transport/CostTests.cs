using System.Text.Json;

namespace Headless.Server.Tests.Transport;

/// <summary>The cost of an operation, reported beside its result or instead of it.</summary>
public sealed class CostTests
{
    private const string Operation = "{ books { id } hello }";
    private const string Data = """{"data":{"books":[{"id":"1"},{"id":"2"}],"hello":"Hello World"}""";
    private const string Cost = "\"extensions\":{\"operationCost\":{\"fieldCost\":1,\"typeCost\":2}}}";

    [Theory]
    [InlineData("report", Data + "," + Cost)]
    [InlineData("validate", "{" + Cost)]
    [InlineData("nonsense", Data + "}")]
    public async Task The_header_asks_for_it_over_HTTP(string header, string expected)
    {
        await using var server = await TransportServer.StartAsync();
        server.Http.DefaultRequestHeaders.Add("GraphQL-Cost", header);
        var body = JsonSerializer.Serialize(new { query = Operation });

        (await server.PostAsync(body, "application/graphql-response+json")).ShouldBe(new Answer(200, "application/graphql-response+json; charset=utf-8", expected));
        (await server.PostAsync(body)).ShouldBe(new Answer(200, "application/json; charset=utf-8", expected));
        (await server.GetAsync("query=" + Uri.EscapeDataString(Operation))).ShouldBe(new Answer(200, "application/json; charset=utf-8", expected));
        (await server.PostAsync(body, "text/event-stream")).Body.ShouldBe($"event: next\ndata: {expected}\n\nevent: complete\ndata:\n\n");
    }

    [Theory]
    [InlineData("report", Data + "," + Cost)]
    [InlineData("validate", "{" + Cost)]
    [InlineData("nonsense", Data + "}")]
    public async Task The_extensions_of_the_request_ask_for_it_over_a_socket(string asked, string expected)
    {
        await using var server = await TransportServer.StartAsync();
        using var socket = await SocketClient.InitialiseAsync(server.SocketAddress());

        await socket.SendAsync(JsonSerializer.Serialize(new { id = "1", type = "subscribe", payload = new { query = Operation, extensions = new { operationCost = asked } } }));

        (await socket.ReceiveAsync()).ShouldBe("""{"id":"1","type":"next","payload":""" + expected + "}");
        (await socket.ReceiveAsync()).ShouldBe("""{"id":"1","type":"complete"}""");
    }

    [Fact]
    public async Task A_dry_run_of_a_mutation_changes_nothing()
    {
        await using var server = await TransportServer.StartAsync();
        server.Http.DefaultRequestHeaders.Add("GraphQL-Cost", "validate");

        (await server.PostAsync("""{"query":"mutation { increment }"}""")).Body.ShouldBe("""{"extensions":{"operationCost":{"fieldCost":0,"typeCost":1}}}""");
        server.Probe.Counter.ShouldBe(0);
        (await server.GetAsync("query=" + Uri.EscapeDataString("mutation { increment }"))).Status.ShouldBe(405);
    }

    [Fact]
    public async Task The_first_answer_of_a_subscription_has_it()
    {
        await using var server = await TransportServer.StartAsync();
        server.Http.DefaultRequestHeaders.Add("GraphQL-Cost", "report");

        (await server.PostAsync("""{"query":"subscription { count(to: 2) }"}""", "text/event-stream")).Body.ShouldBe(
            ":\n\nevent: next\ndata: {\"data\":{\"count\":1},\"extensions\":{\"operationCost\":{\"fieldCost\":0,\"typeCost\":1}}}\n\nevent: next\ndata: {\"data\":{\"count\":2}}\n\nevent: complete\ndata:\n\n");
    }
}
