using System.Globalization;
using System.Text;
using System.Text.Json;
using Headless.Server.Tests.Fixtures;
using Microsoft.AspNetCore.Http;
using static Headless.Server.Tests.Features.Webhooks.WebhookSteps;

namespace Headless.Server.Tests.Features.Webhooks;

/// <summary>Receivers that answer something else than a 2xx, or nothing.</summary>
public sealed class WebhookFailureTests(WebhookServerFixture server) : IClassFixture<WebhookServerFixture>
{
    private static readonly TimeSpan[] s_schedule =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    [Fact]
    public async Task A_message_that_fails_is_tried_by_the_schedule_and_nothing_overtakes_it()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.AnswerWith(StatusCodes.Status500InternalServerError);
        var (id, secret) = await CreateAsync(server, receiver.Url, group, "subscription { onActivity { externalId } }", ["MESSAGE_SENT"]);
        await SayAsync(server, group, "first", "second");
        var first = await receiver.NextAsync();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var delivery = await UntilAttemptsAsync(server, id, attempt);
            var (at, next) = (At(delivery.GetProperty("attempts").GetProperty("nodes")[attempt - 1], "at"), At(delivery, "nextAttemptAt"));
            (next - at).ShouldBeInRange(s_schedule[attempt - 1], s_schedule[attempt - 1] * 1.1 + TimeSpan.FromSeconds(1));
            if (attempt > 1)
            {
                // The first pause is of five seconds: on a busy machine it may be over.
                await receiver.NothingAsync(400);
            }

            server.Clock.Forward(next - server.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
            var again = await receiver.NextAsync();
            again.Id.ShouldBe(first.Id);
            again.Body.ShouldBe(first.Body);
            again.IsSignedBy(secret, server.Clock.GetUtcNow()).ShouldBeTrue();
        }

        var failing = await UntilAttemptsAsync(server, id, 4);
        failing.GetProperty("status").GetString().ShouldBe("PENDING");
        receiver.Answer = null;
        server.Clock.Forward(At(failing, "nextAttemptAt") - server.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        (await receiver.NextAsync()).Data.ShouldBeJson($$"""{ "externalId": "{{group}}-first" }""");
        (await receiver.NextAsync()).Data.ShouldBeJson($$"""{ "externalId": "{{group}}-second" }""");
        await UntilAsync(server, id, "failureCount failingSince waitingFor { id }", """{ "failureCount": 0, "failingSince": null, "waitingFor": null }""");
    }

    [Fact]
    public async Task After_ten_attempts_it_is_given_up_the_queue_goes_on_and_it_can_be_sent_again()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.AnswerWith(StatusCodes.Status404NotFound);
        var (id, _) = await CreateAsync(server, receiver.Url, group, "subscription { onActivity { externalId } }", ["MESSAGE_SENT"]);
        await SayAsync(server, group, "first", "second");
        for (var attempt = 1; attempt <= 9; attempt++)
        {
            await receiver.NextAsync();
            await UntilAttemptsAsync(server, id, attempt);
            server.Clock.Forward((s_schedule[attempt - 1] * 1.1) + TimeSpan.FromSeconds(1));
        }

        receiver.Answer = (http, message) =>
        {
            http.Response.StatusCode = message.Data.GetProperty("externalId").GetString()!.EndsWith("second", StringComparison.Ordinal) ? 200 : 404;
            return Task.CompletedTask;
        };
        await receiver.NextAsync();
        (await receiver.NextAsync()).Data.ShouldBeJson($$"""{ "externalId": "{{group}}-second" }""");
        await UntilAsync(server, id, "deliveries { nodes { status attemptCount } }", """{ "deliveries": { "nodes": [{ "status": "FAILED", "attemptCount": 10 }, { "status": "SUCCEEDED", "attemptCount": 1 }] } }""");

        receiver.Answer = null;
        (await MutateAsync(server, "redeliverFailedWebhookDeliveries", new { webhookId = id }, "report { count }")).ShouldBeJson("""{ "report": { "count": 1 }, "errors": null }""");
        (await receiver.NextAsync()).Data.ShouldBeJson($$"""{ "externalId": "{{group}}-first" }""");
        await UntilAsync(server, id, "deliveries { nodes { status attemptCount isInOrder } }", """{ "deliveries": { "nodes": [{ "status": "SUCCEEDED", "attemptCount": 11, "isInOrder": false }, { "status": "SUCCEEDED", "attemptCount": 1, "isInOrder": true }] } }""");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_receiver_that_says_when_to_come_back_is_left_alone_until_then(int status)
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.AnswerWith(status, ("Retry-After", "3600"));
        var (id, _) = await CreateAsync(server, receiver.Url, group, kinds: ["MESSAGE_SENT"]);
        await SayAsync(server, group, "x");
        var delivery = await UntilAttemptsAsync(server, id, 1);
        (At(delivery, "nextAttemptAt") - At(delivery.GetProperty("attempts").GetProperty("nodes")[0], "at")).ShouldBe(TimeSpan.FromHours(1), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_410_disables_the_webhook_with_an_activity_and_enabled_again_it_goes_on_where_it_stopped()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.AnswerWith(StatusCodes.Status410Gone);
        var (id, _) = await CreateAsync(server, receiver.Url, group, "subscription { onActivity { externalId } }", ["MESSAGE_SENT"]);
        await SayAsync(server, group, "first");
        await receiver.NextAsync();
        await UntilAsync(server, id, "status disabledReason", """{ "status": "DISABLED", "disabledReason": "GONE" }""");
        (await server.DataAsync("{ activities(last: 1, where: { kind: { eq: WEBHOOK_DISABLED } }) { nodes { text } } }"))
            .ShouldBeJson("""{ "activities": { "nodes": [{ "text": "test: GONE" }] } }""");
        await SayAsync(server, group, "second");
        server.Clock.Forward(TimeSpan.FromHours(1));
        await receiver.NothingAsync();

        receiver.Answer = null;
        (await MutateAsync(server, "enableWebhook", new { id }, "webhook { status disabledReason }")).GetProperty("webhook").ShouldBeJson("""{ "status": "ACTIVE", "disabledReason": null }""");
        (await receiver.NextAsync()).Data.ShouldBeJson($$"""{ "externalId": "{{group}}-first" }""");
        (await receiver.NextAsync()).Data.ShouldBeJson($$"""{ "externalId": "{{group}}-second" }""");
        (await MutateAsync(server, "enableWebhook", new { id }, "webhook { status }")).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION");
    }

    [Fact]
    public async Task After_five_days_without_success_the_webhook_is_disabled()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.AnswerWith(StatusCodes.Status500InternalServerError);
        var (id, _) = await CreateAsync(server, receiver.Url, group, kinds: ["MESSAGE_SENT"]);
        await SayAsync(server, group, "x");
        await UntilAttemptsAsync(server, id, 1);
        server.Clock.Forward(TimeSpan.FromDays(4.9));
        await UntilAttemptsAsync(server, id, 2);
        await UntilAsync(server, id, "status", """{ "status": "ACTIVE" }""");
        server.Clock.Forward(TimeSpan.FromHours(3));
        await UntilAsync(server, id, "status disabledReason", """{ "status": "DISABLED", "disabledReason": "FAILING" }""");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(301)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(-1)]
    public async Task Promise_2_whatever_a_receiver_answers_each_message_comes_until_it_is_taken_and_in_order(int status)
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var receiver = await WebhookReceiver.StartAsync();
        var (id, _) = await CreateAsync(server, receiver.Url, group, "subscription { onActivity { externalId } }", ["MESSAGE_SENT"]);
        if (status < 0)
        {
            // It breaks the connection off.
            receiver.Answer = (http, _) =>
            {
                http.Abort();
                return Task.CompletedTask;
            };
        }
        else
        {
            receiver.AnswerWith(status, ("Retry-After", "120"), ("Location", "/elsewhere"));
        }

        await SayAsync(server, group, "first", "second");
        var first = await receiver.NextAsync();
        first.Data.ShouldBeJson($$"""{ "externalId": "{{group}}-first" }""");
        if (status == 200)
        {
            (await receiver.NextAsync()).Data.ShouldBeJson($$"""{ "externalId": "{{group}}-second" }""");
            await receiver.NothingAsync();
            return;
        }

        await receiver.NothingAsync();
        receiver.Answer = null;
        await UntilAttemptsAsync(server, id, 1);
        if (status == 410)
        {
            await UntilAsync(server, id, "status disabledReason", """{ "status": "DISABLED", "disabledReason": "GONE" }""");
            await MutateAsync(server, "enableWebhook", new { id }, "webhook { status }");
        }

        server.Clock.Forward(TimeSpan.FromMinutes(3));
        var again = await receiver.NextAsync();
        (again.Id, again.Path).ShouldBe((first.Id, "/hook"));
        again.Body.ShouldBe(first.Body);
        (await receiver.NextAsync()).Data.ShouldBeJson($$"""{ "externalId": "{{group}}-second" }""");
        await receiver.NothingAsync();
    }

    [Fact]
    public async Task A_redirect_is_a_failure_and_is_not_followed()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var target = await WebhookReceiver.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.AnswerWith(StatusCodes.Status301MovedPermanently, ("Location", target.Url));
        var (id, _) = await CreateAsync(server, receiver.Url, group, kinds: ["MESSAGE_SENT"]);
        await SayAsync(server, group, "x");
        Attempt(await UntilAttemptsAsync(server, id, 1)).ShouldBe(("STATUS", 301));
        target.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_an_answer_of_ten_megabytes_a_kilobyte_is_read()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = async (http, _) =>
        {
            http.Response.StatusCode = 500;
            for (var i = 0; i < 10 * 1024 && !http.RequestAborted.IsCancellationRequested; i++)
            {
                await http.Response.WriteAsync(new string('x', 1024));
            }
        };
        var (id, _) = await CreateAsync(server, receiver.Url, group, kinds: ["MESSAGE_SENT"]);
        await SayAsync(server, group, "x");
        var delivery = await UntilAttemptsAsync(server, id, 1);
        Attempt(delivery).ShouldBe(("STATUS", 500));
        delivery.GetProperty("attempts").GetProperty("nodes")[0].GetProperty("response").GetString().ShouldBe(new string('x', 1024));
    }

    [Theory]
    [InlineData("HTTP/9.9 nonsense\r\n\r\n", "INVALID_ANSWER")]
    [InlineData("\0\u0001\u0002garbage\r\n\r\n", "INVALID_ANSWER")]
    [InlineData("", "CONNECTION")]
    public async Task Garbage_is_a_failure(string answer, string failure)
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        using var receiver = new RawReceiver(Encoding.Latin1.GetBytes(answer));
        var (id, _) = await CreateAsync(server, receiver.Url, group, kinds: ["MESSAGE_SENT"]);
        await SayAsync(server, group, "x");
        Attempt(await UntilAttemptsAsync(server, id, 1)).ShouldBe((failure, null));
    }

    [Fact]
    public async Task A_delivery_can_be_skipped_sent_again_and_the_whole_log_replayed()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.AnswerWith(StatusCodes.Status500InternalServerError);
        await SayAsync(server, group, "before");
        var start = (await server.DataAsync("{ activities(last: 1) { nodes { cursor } } }")).GetProperty("activities").GetProperty("nodes")[0].GetProperty("cursor").GetString();
        var (id, _) = await CreateAsync(server, receiver.Url, group, "subscription { onActivity { externalId } }", ["MESSAGE_SENT"]);
        await SayAsync(server, group, "poison", "good");
        await receiver.NextAsync();
        var waiting = (await UntilAttemptsAsync(server, id, 1)).GetProperty("id").GetString();
        (await MutateAsync(server, "redeliverWebhookDelivery", new { id = waiting }, "delivery: webhookDelivery { status }")).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION");
        receiver.Answer = null;
        (await MutateAsync(server, "skipWebhookDelivery", new { id = waiting }, "webhookDelivery { status nextAttemptAt }")).GetProperty("webhookDelivery").ShouldBeJson("""{ "status": "SKIPPED", "nextAttemptAt": null }""");
        (await receiver.NextAsync()).Data.ShouldBeJson($$"""{ "externalId": "{{group}}-good" }""");
        (await MutateAsync(server, "skipWebhookDelivery", new { id = waiting }, "webhookDelivery { status }")).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION");

        (await MutateAsync(server, "redeliverWebhookDelivery", new { id = waiting }, "webhookDelivery { status }")).GetProperty("webhookDelivery").ShouldBeJson("""{ "status": "PENDING" }""");
        (await receiver.NextAsync()).Data.ShouldBeJson($$"""{ "externalId": "{{group}}-poison" }""");
        await UntilAsync(server, id, "deliveries { nodes { status } }", """{ "deliveries": { "nodes": [{ "status": "SUCCEEDED" }, { "status": "SUCCEEDED" }] } }""");

        await MutateAsync(server, "replayWebhook", new { id, after = start }, "webhook { id }");
        var replayed = new[] { await receiver.NextAsync(), await receiver.NextAsync() };
        replayed.Select(m => m.Data.GetProperty("externalId").GetString()).ShouldBe([$"{group}-poison", $"{group}-good"]);
        receiver.All.Select(m => m.Id).Distinct().Count().ShouldBe(2);
        await receiver.NothingAsync();
        (await MutateAsync(server, "replayWebhook", new { id, after = "nonsense" }, "webhook { id }")).GetProperty("errors")[0].GetProperty("fields")[0].ShouldBeJson("""{ "path": "after", "code": "INVALID_CURSOR" }""");
    }

    [Fact]
    public async Task Disabled_by_hand_it_is_told_nothing_and_may_leave_out_what_happened_meanwhile()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var receiver = await WebhookReceiver.StartAsync();
        var (id, _) = await CreateAsync(server, receiver.Url, group, "subscription { onActivity { externalId } }", ["MESSAGE_SENT"]);
        (await MutateAsync(server, "disableWebhook", new { id }, "webhook { status disabledReason version }")).GetProperty("webhook").ShouldBeJson("""{ "status": "DISABLED", "disabledReason": "BY_HAND", "version": 2 }""");
        (await MutateAsync(server, "disableWebhook", new { id }, "webhook { status }")).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION");
        (await MutateAsync(server, "enableWebhook", new { id, version = 1 }, "webhook { status }")).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("STALE_VERSION");
        await SayAsync(server, group, "missed");
        await MutateAsync(server, "enableWebhook", new { id, skipMissed = true }, "webhook { status }");
        await SayAsync(server, group, "heard");
        (await receiver.NextAsync()).Data.ShouldBeJson($$"""{ "externalId": "{{group}}-heard" }""");
        (await MutateAsync(server, "deleteWebhook", new { id }, "webhook { name }")).GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        await SayAsync(server, group, "after the end");
        await receiver.NothingAsync();
        (await server.DataAsync("query($id: ID!) { webhookById(id: $id) { name } }", new { id })).ShouldBeJson("""{ "webhookById": null }""");
    }

    private static (string? Failure, int? Status) Attempt(JsonElement delivery)
    {
        var attempt = delivery.GetProperty("attempts").GetProperty("nodes")[0];
        return (attempt.GetProperty("failure").GetString(), attempt.GetProperty("statusCode").ValueKind == JsonValueKind.Null ? null : attempt.GetProperty("statusCode").GetInt32());
    }

    private static DateTimeOffset At(JsonElement element, string property) => DateTimeOffset.Parse(element.GetProperty(property).GetString()!, CultureInfo.InvariantCulture);
}
