using System.Text.Json;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Webhooks;

/// <summary>What tests of webhooks do again and again.</summary>
internal static class WebhookSteps
{
    /// <summary>Registers a webhook for a group; returns its id and its secret.</summary>
    public static async Task<(string Id, string Secret)> CreateAsync(
        ServerFixture server, string url, string? groupId, string? query = null, string[]? kinds = null, string[]? scopes = null, string? after = null, string? apiKey = null)
    {
        var issued = (await server.DataAsync(
                "mutation($input: CreateWebhookInput!) { createWebhook(input: $input) { issuedWebhook { webhook { id } secret } errors { __typename ... on Error { message } ... on InvalidInputError { fields { path code message } } } } }",
                new { input = new { name = "test", url, query, kinds, groupIds = groupId is null ? null : new[] { groupId }, scopes, after } },
                apiKey))
            .GetProperty("createWebhook");
        issued.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, issued.ToString());
        issued = issued.GetProperty("issuedWebhook");
        return (issued.GetProperty("webhook").GetProperty("id").GetString()!, issued.GetProperty("secret").GetString()!);
    }

    /// <summary>Reports messages in a group.</summary>
    public static async Task SayAsync(ServerFixture server, string groupId, params string[] texts)
    {
        var data = await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount } } }",
            new
            {
                input = new
                {
                    source = "webhooks",
                    activities = texts.Select(text => new
                    {
                        kind = "MESSAGE",
                        externalId = $"{groupId}-{text}",
                        occurredAt = TestClock.UtcNow.AddMinutes(-1),
                        group = new { id = groupId },
                        member = new { platform = "WECHAT", externalId = "speaker" },
                        text,
                    }),
                },
            });
        data.GetProperty("recordActivities").GetProperty("report").GetProperty("acceptedCount").GetInt32().ShouldBe(texts.Length);
    }

    /// <summary>Runs a mutation with an input and returns its payload.</summary>
    public static async Task<JsonElement> MutateAsync(ServerFixture server, string mutation, object input, string selection, string? apiKey = null)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var data = await server.DataAsync(
            $"mutation($input: {type}!) {{ {mutation}(input: $input) {{ {selection} errors {{ __typename ... on Error {{ code }} ... on InvalidInputError {{ fields {{ path code }} }} }} }} }}",
            new { input },
            apiKey);
        return data.GetProperty(mutation);
    }

    /// <summary>The log of a webhook's deliveries.</summary>
    public static async Task<JsonElement> DeliveriesAsync(ServerFixture server, string webhookId) =>
        (await server.DataAsync(
            """
            query($id: ID!) {
              webhookById(id: $id) {
                deliveries(first: 10) {
                  nodes { id messageId kind status isInOrder attemptCount nextAttemptAt activity { externalId }
                    attempts(first: 20) { nodes { number at statusCode isSuccess failure message response } } }
                }
              }
            }
            """,
            new { id = webhookId })).GetProperty("webhookById").GetProperty("deliveries").GetProperty("nodes");

    /// <summary>Waits until the one delivery of a webhook has had so many attempts.</summary>
    public static async Task<JsonElement> UntilAttemptsAsync(ServerFixture server, string webhookId, int attempts)
    {
        for (var i = 0; i < 400; i++)
        {
            var deliveries = await DeliveriesAsync(server, webhookId);
            if (deliveries.GetArrayLength() > 0 && deliveries[0].GetProperty("attemptCount").GetInt32() >= attempts)
            {
                return deliveries[0];
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"There were no {attempts} attempts: {await DeliveriesAsync(server, webhookId)}");
    }

    /// <summary>Waits until a webhook says something.</summary>
    public static async Task UntilAsync(ServerFixture server, string webhookId, string fields, string expected)
    {
        JsonElement found = default;
        for (var i = 0; i < 400; i++)
        {
            found = (await server.DataAsync($"query($id: ID!) {{ webhookById(id: $id) {{ {fields} }} }}", new { id = webhookId })).GetProperty("webhookById");
            using var wanted = JsonDocument.Parse(expected);
            if (JsonElement.DeepEquals(found, wanted.RootElement))
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        found.ShouldBeJson(expected);
    }
}
