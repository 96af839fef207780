using System.Net;

namespace Headless.Server.Tests.Transport;

public sealed class GetTests
{
    [Theory]
    [InlineData("query=%7Bhello%7D", """{"data":{"hello":"Hello World"}}""")]
    [InlineData("query=%7B+hello+%7D", """{"data":{"hello":"Hello World"}}""")]
    [InlineData("query=query(%24n:String)%7Bhello(name:%24n)%7D&variables=%7B%22n%22:%22%C3%A9%E7%BE%A4%22%7D", """{"data":{"hello":"Hello é群"}}""")]
    [InlineData("query=query%20A%7Bhello%7D%20query%20B%7Badd(a:1,b:2)%7D&operationName=B", """{"data":{"add":3}}""")]
    [InlineData("query=%7Bhello%7D&operationName=&variables=&extensions=&documentId=", """{"data":{"hello":"Hello World"}}""")]
    [InlineData("query=%7Bnobody%7D&query=%7Bhello%7D", """{"data":{"hello":"Hello World"}}""")]
    [InlineData("query=%7Bhello%7D&unknown=1&extensions=%7B%22a%22:1%7D", """{"data":{"hello":"Hello World"}}""")]
    public async Task A_query_is_read_from_the_url(string url, string body)
    {
        await using var server = await TransportServer.StartAsync();

        (await server.GetAsync(url)).ShouldBe(new Answer(200, "application/json; charset=utf-8", body));
    }

    [Theory]
    [InlineData("", "The parameter \\\"query\\\" is missing.")]
    [InlineData("query=", "The parameter \\\"query\\\" is missing.")]
    [InlineData("query=%7Bhello%7D&variables=1", "The parameter \\\"variables\\\" must be a JSON object.")]
    [InlineData("query=%7Bhello%7D&variables=%7B", "The parameter \\\"variables\\\" is not valid JSON: line 1, byte 2.")]
    [InlineData("query=%7Bhello%7D&extensions=[]", "The parameter \\\"extensions\\\" must be a JSON object.")]
    public async Task A_url_without_a_well_formed_request_is_400(string url, string message)
    {
        await using var server = await TransportServer.StartAsync();

        (await server.GetAsync(url)).ShouldBe(new Answer(
            400,
            "application/json; charset=utf-8",
            $$$"""{"errors":[{"message":"{{{message}}}","extensions":{"code":"INVALID_REQUEST"}}]}"""));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    [InlineData("text/event-stream, application/json;q=0.5")]
    public async Task A_mutation_is_405_and_not_executed(string accept)
    {
        await using var server = await TransportServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=mutation%7Bincrement%7D");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        var response = await server.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["POST"]);
        server.Probe.Counter.ShouldBe(0);
    }

    [Fact]
    public async Task A_subscription_needs_an_event_stream()
    {
        await using var server = await TransportServer.StartAsync();

        (await server.GetAsync("query=subscription%7Bcount(to:1)%7D")).Status.ShouldBe(405);
        (await server.GetAsync("query=subscription%7Bcount(to:1)%7D", "text/event-stream")).ShouldBe(new Answer(
            200,
            "text/event-stream; charset=utf-8",
            ":\n\nevent: next\ndata: {\"data\":{\"count\":1}}\n\nevent: complete\ndata:\n\n"));
    }

    [Theory]
    [InlineData(null, null, 400)]
    [InlineData("GraphQL-Preflight", "1", 200)]
    [InlineData("Content-Type", "application/json", 200)]
    [InlineData("Content-Type", "text/plain", 400)]
    public async Task Outside_development_a_query_must_be_one_that_a_web_page_cannot_send_unasked(string? header, string? value, int status)
    {
        await using var server = await TransportServer.StartAsync(environment: "Production");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7Bhello%7D");
        if (header == "Content-Type")
        {
            request.Content = new ByteArrayContent([]);
            request.Content.Headers.TryAddWithoutValidation(header, value);
        }
        else if (header is not null)
        {
            request.Headers.Add(header, value);
        }

        ((int)(await server.Http.SendAsync(request)).StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task The_preflight_rule_can_be_set_for_any_environment()
    {
        await using var strict = await TransportServer.StartAsync(o => o.EnforceGetRequestsPreflightHeader = true);
        await using var open = await TransportServer.StartAsync(o => o.EnforceGetRequestsPreflightHeader = false, environment: "Production");

        (await strict.GetAsync("query=%7Bhello%7D")).Status.ShouldBe(400);
        (await open.GetAsync("query=%7Bhello%7D")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Get_can_be_switched_off()
    {
        await using var server = await TransportServer.StartAsync(o => o.EnableGetRequests = false);

        var response = await server.Http.GetAsync("/graphql?query=%7Bhello%7D");

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["POST"]);
    }
}
