using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headless.Server.Tests.Transport;

namespace Headless.Server.Tests.Hostile;

/// <summary>The ways in which a request can come.</summary>
public enum Way
{
    Post,
    Get,
    WebSocket,
    EventStream,
    DocumentId,
}

/// <summary>Sends a request in any way and brings the answer back in one form: that of section 7 of the specification.</summary>
internal sealed class HostileDriver(ProductionServerFixture server)
{
    private const string GraphQLResponse = "application/graphql-response+json";

    /// <summary>The longest URL that is tried; servers refuse longer ones anyway.</summary>
    private const int MaxUrl = 8_000;

    /// <summary>Whether a document is too long for a URL.</summary>
    public static bool FitsUrl(string query, string? variables) => Url(query, variables).Length <= MaxUrl;

    public async Task<JsonElement> SendAsync(Way way, string query, string? variables = null) => way switch
    {
        Way.Post => await PostAsync(Body("query", query, variables), GraphQLResponse),
        Way.Get => await GetAsync(Url(query, variables)),
        Way.WebSocket => await SubscribeAsync(Body("query", query, variables)),
        Way.EventStream => await StreamAsync(Body("query", query, variables)),
        _ => await PostAsync(Body("documentId", server.Store(query), variables), GraphQLResponse),
    };

    private static string Url(string query, string? variables)
        => "/graphql?query=" + Uri.EscapeDataString(query) + (variables is null ? "" : "&variables=" + Uri.EscapeDataString(variables));

    private static string Body(string parameter, string value, string? variables)
    {
        var text = JsonValue.Create(value).ToJsonString();
        return variables is null ? $$"""{"{{parameter}}":{{text}}}""" : $$"""{"{{parameter}}":{{text}},"variables":{{variables}}}""";
    }

    private async Task<JsonElement> PostAsync(string body, string accept)
    {
        var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) }, accept);
        return Parse(answer.Body, answer.Status);
    }

    private async Task<JsonElement> GetAsync(string url)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("GraphQL-Preflight", "1");
        var answer = await SendAsync(request, GraphQLResponse);
        return Parse(answer.Body, answer.Status);
    }

    private async Task<JsonElement> StreamAsync(string body)
    {
        const string head = "event: next\ndata: ";
        const string tail = "\n\nevent: complete\ndata:\n\n";
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) };
        var answer = await SendAsync(request, "text/event-stream");
        answer.Status.ShouldBe(200);
        answer.Body.ShouldStartWith(head);
        answer.Body.ShouldEndWith(tail);
        return Parse(answer.Body[head.Length..^tail.Length], null);
    }

    private async Task<JsonElement> SubscribeAsync(string body)
    {
        var sockets = server.Factory.Server.CreateWebSocketClient();
        sockets.SubProtocols.Add("graphql-transport-ws");
        var socket = await sockets.ConnectAsync(new Uri(server.Factory.Server.BaseAddress, "/graphql"), TestContext.Current.CancellationToken);
        using var client = await SocketClient.InitialiseAsync(socket, $$"""{"Authorization":"Bearer {{server.Key}}"}""");
        await client.SendAsync($$"""{"id":"1","type":"subscribe","payload":{{body}}}""");
        var message = Parse(await client.ReceiveAsync(), null);
        var payload = message.GetProperty("payload");
        if (message.GetProperty("type").GetString() == "next")
        {
            (await client.ReceiveAsync()).ShouldBe("""{"id":"1","type":"complete"}""");
            return payload;
        }

        message.GetProperty("type").GetString().ShouldBe("error");
        return Parse($$"""{"errors":{{payload.GetRawText()}}}""", null);
    }

    private async Task<(int Status, string Body)> SendAsync(HttpRequestMessage request, string accept)
    {
        using (request)
        {
            using var client = server.Factory.CreateClient();
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.Key);
            request.Headers.TryAddWithoutValidation("Accept", accept);
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    /// <summary>The answer; its status must be that of its content.</summary>
    private static JsonElement Parse(string body, int? status)
    {
        using var document = JsonDocument.Parse(body);
        var answer = document.RootElement.Clone();
        if (status is not null)
        {
            status.ShouldBe(answer.TryGetProperty("data", out _) ? 200 : 400, body[..Math.Min(body.Length, 500)]);
        }

        return answer;
    }
}
