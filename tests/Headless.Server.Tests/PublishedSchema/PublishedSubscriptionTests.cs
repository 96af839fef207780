using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Headless.GraphQL.Language;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Tests.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.PublishedSchema;

/// <summary>Every subscription that we publish delivers by its id, over a socket and as events, on a port that others can reach.</summary>
public sealed class PublishedSubscriptionTests(ListeningDemoServerFixture server) : IClassFixture<ListeningDemoServerFixture>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly StoredOperation s_operation = StoredOperation.All["OnActivity"];

    private int _reports;

    [Fact]
    public void There_are_these()
        => StoredOperation.All.Values.Where(o => o.Kind == OperationType.Subscription).Select(o => o.Name).Order()
            .ShouldBe(
            [
                "OnActivity", "OnAlert", "OnCampaignChanged", "OnContentItemChanged", "OnExportJobChanged", "OnImportJobChanged", "OnMemberChanged", "OnMetricChanged", "OnOrderChanged",
                "OnTagChanged", "OnTrackedPageChanged",
            ]);

    [Fact]
    public async Task Over_a_socket()
    {
        var group = await GroupAsync();
        using var socket = await SocketClient.InitialiseAsync(new UriBuilder(server.Endpoint) { Scheme = "ws" }.Uri);
        await socket.SendAsync(JsonSerializer.Serialize(new { id = "1", type = "subscribe", payload = new { documentId = s_operation.Id, variables = Variables(group) } }));

        await ShouldDeliverAsync(group, async () =>
        {
            var message = JsonSerializer.Deserialize<JsonElement>(await socket.ReceiveAsync());
            message.GetProperty("id").GetString().ShouldBe("1");
            message.GetProperty("type").GetString().ShouldBe("next", message.GetRawText());
            return message.GetProperty("payload");
        });
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task As_events(string method)
    {
        var group = await GroupAsync();
        using var client = new HttpClient();
        using var request = method == "POST"
            ? new HttpRequestMessage(HttpMethod.Post, server.Endpoint) { Content = JsonContent.Create(new { documentId = s_operation.Id, variables = Variables(group) }) }
            : new HttpRequestMessage(HttpMethod.Get, new Uri(
                server.Endpoint, $"?documentId={Uri.EscapeDataString(s_operation.Id)}&variables={Uri.EscapeDataString(JsonSerializer.Serialize(Variables(group)))}"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var timeout = new CancellationTokenSource(s_patience);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(timeout.Token));

        await ShouldDeliverAsync(group, async () =>
        {
            string? line;
            do
            {
                line = await reader.ReadLineAsync(timeout.Token);
            }
            while (line is ":" or "");

            line.ShouldBe("event: next");
            (await reader.ReadLineAsync(timeout.Token)).ShouldStartWith("id: ");
            return JsonSerializer.Deserialize<JsonElement>((await reader.ReadLineAsync(timeout.Token))!["data: ".Length..]);
        });
    }

    private static object Variables(JsonElement group) => new { groupIds = new[] { group.GetProperty("id").GetString() }, kinds = new[] { "MESSAGE_SENT" } };

    private async Task<JsonElement> GroupAsync()
        => (await server.DataAsync("{ groups(first: 1, where: { status: { eq: ACTIVE } }) { nodes { id name } } }")).GetProperty("groups").GetProperty("nodes")[0];

    /// <summary>
    /// Records until something arrives, because neither protocol says when a subscription has begun; what was recorded last must then
    /// be what arrives last, whole, as the stored query has it from the log.
    /// </summary>
    private async Task ShouldDeliverAsync(JsonElement group, Func<Task<JsonElement>> receiveAsync)
    {
        var begun = receiveAsync();
        while (await Task.WhenAny(begun, Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken)) != begun)
        {
            await RecordAsync(group, "MESSAGE");
        }

        await RecordAsync(group, "JOIN");
        var last = await RecordAsync(group, "MESSAGE");
        var answer = await begun;
        while (answer.GetProperty("data").GetProperty("onActivity").GetProperty("externalId").GetString() != last)
        {
            answer.GetProperty("data").GetProperty("onActivity").GetProperty("kind").GetString().ShouldBe("MESSAGE_SENT");
            answer = await receiveAsync();
        }

        var logged = await server.DataAsync(
            StoredOperation.All["Activities"].Text, new { first = 1, where = new { externalId = new { eq = last } } });
        var activity = logged.GetProperty("activities").GetProperty("nodes")[0];
        activity.GetProperty("text").GetString().ShouldBe("大家好");
        activity.GetProperty("group").GetRawText().ShouldBe(group.GetRawText());
        answer.GetRawText().ShouldBe($$$"""{"data":{"onActivity":{{{activity.GetRawText()}}}}}""");
    }

    /// <summary>Records an activity; answers its external id.</summary>
    private async Task<string> RecordAsync(JsonElement group, string kind)
    {
        var externalId = $"{kind} {Guid.NewGuid():N}";
        var activity = new
        {
            kind,
            externalId,
            occurredAt = server.Factory.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddHours(-1).AddMilliseconds(++_reports),
            group = new { id = group.GetProperty("id").GetString() },
            member = new { platform = "WECHAT", externalId = kind == "JOIN" ? externalId : "speaker", displayName = "客户" },
            text = kind == "MESSAGE" ? "大家好" : null,
        };
        var recorded = await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount } } }",
            new { input = new { source = "published", activities = new[] { activity } } });
        recorded.GetProperty("recordActivities").GetProperty("report").GetProperty("acceptedCount").GetInt32().ShouldBe(1);
        return externalId;
    }
}
