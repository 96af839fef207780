using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;
using Microsoft.AspNetCore.Http;
using static Headless.Server.Tests.Features.Webhooks.WebhookSteps;

namespace Headless.Server.Tests.Features.Webhooks;

/// <summary>What a receiver gets, in which order, with whose rights and by which signature.</summary>
public sealed class WebhookDeliveryTests(WebhookServerFixture server) : IClassFixture<WebhookServerFixture>
{
    [Fact]
    public async Task A_message_comes_signed_with_the_standard_payload_and_is_in_the_log_of_deliveries()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var receiver = await WebhookReceiver.StartAsync();
        var (id, secret) = await CreateAsync(server, receiver.Url, group, kinds: ["MESSAGE_SENT"]);
        secret.ShouldStartWith("whsec_");
        await SayAsync(server, group, "hello");

        var message = await receiver.NextAsync();
        message.Path.ShouldBe("/hook");
        message.Headers["content-type"].ShouldBe("application/json");
        message.IsSignedBy(secret, server.Clock.GetUtcNow()).ShouldBeTrue();
        message.IsSignedBy("whsec_" + Convert.ToBase64String(new byte[32]), server.Clock.GetUtcNow()).ShouldBeFalse();
        (message with { Body = [.. message.Body, (byte)' '] }).IsSignedBy(secret, server.Clock.GetUtcNow()).ShouldBeFalse();
        message.IsSignedBy(secret, server.Clock.GetUtcNow().AddMinutes(6)).ShouldBeFalse();

        var logged = (await server.DataAsync(
            "query($g: ID!) { activities(where: { kind: { eq: MESSAGE_SENT }, group: { id: { eq: $g } } }) { nodes { id cursor occurredAt recordedAt member { id } group { id name } } } }",
            new { g = group })).GetProperty("activities").GetProperty("nodes")[0];
        message.Json.ShouldBeJson($$"""
            {
              "type": "MESSAGE_SENT",
              "timestamp": {{JsonSerializer.Serialize(logged.GetProperty("occurredAt").GetString())}},
              "cursor": {{logged.GetProperty("cursor").GetRawText()}},
              "data": {
                "id": {{logged.GetProperty("id").GetRawText()}},
                "cursor": {{logged.GetProperty("cursor").GetRawText()}},
                "kind": "MESSAGE_SENT",
                "occurredAt": {{logged.GetProperty("occurredAt").GetRawText()}},
                "recordedAt": {{logged.GetProperty("recordedAt").GetRawText()}},
                "source": "webhooks",
                "externalId": "{{group}}-hello",
                "isEffective": true,
                "isExcluded": false,
                "group": {{logged.GetProperty("group").GetRawText()}},
                "member": {{logged.GetProperty("member").GetRawText()}},
                "tag": null,
                "campaign": null,
                "contentItem": null,
                "order": null
              }
            }
            """);

        var delivery = await UntilAttemptsAsync(server, id, 1);
        delivery.GetProperty("messageId").GetString().ShouldBe(message.Id);
        delivery.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        delivery.GetProperty("activity").ShouldBeJson($$"""{ "externalId": "{{group}}-hello" }""");
        delivery.GetProperty("attempts").GetProperty("nodes")[0].GetProperty("statusCode").GetInt32().ShouldBe(204);
    }

    [Fact]
    public async Task Its_own_query_shapes_the_payload_and_its_arguments_select()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var (_, other) = await SampleCommunity.AddGroupAsync(server);
        await using var receiver = await WebhookReceiver.StartAsync();
        await CreateAsync(
            server, receiver.Url, null, $$"""subscription Sent { said: onActivity(groupIds: ["{{group}}"], kinds: [MESSAGE_SENT]) { what: kind externalId ...Where } } fragment Where on Activity { group { id } }""");
        await SayAsync(server, other, "elsewhere");
        await SayAsync(server, group, "here");

        var message = await receiver.NextAsync();
        message.Data.ShouldBeJson($$"""{ "what": "MESSAGE_SENT", "externalId": "{{group}}-here", "group": { "id": "{{group}}" } }""");
        await receiver.NothingAsync();
    }

    [Theory]
    [InlineData("subscription { onActivity { nothing } }", "nothing")]
    [InlineData("subscription { onActivity { id }", "Line 1")]
    [InlineData("{ viewer { role } }", "has to be a subscription")]
    [InlineData("mutation { deleteTag(input: { id: \"x\" }) { errors { __typename } } }", "")]
    [InlineData("subscription($after: String!) { onActivity(after: $after) { id } }", "after")]
    [InlineData("subscription { onActivity(groupIds: [\"x\"]) { id } }", "")]
    public async Task A_query_that_cannot_be_subscribed_to_is_refused_at_registration(string query, string message)
    {
        var payload = (await server.DataAsync(
            "mutation($input: CreateWebhookInput!) { createWebhook(input: $input) { issuedWebhook { secret } errors { ... on InvalidInputError { fields { path code message } } } } }",
            new { input = new { name = "test", url = "http://127.0.0.1/x", query } })).GetProperty("createWebhook");
        payload.GetProperty("issuedWebhook").ValueKind.ShouldBe(JsonValueKind.Null);
        var field = payload.GetProperty("errors")[0].GetProperty("fields")[0];
        (field.GetProperty("path").GetString(), field.GetProperty("code").GetString()).ShouldBe(("query", "INVALID_QUERY"));
        field.GetProperty("message").GetString()!.ShouldContain(message);
    }

    [Fact]
    public async Task Promise_5_a_webhook_without_the_scope_gets_no_personal_data_and_one_with_it_does()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var without = await WebhookReceiver.StartAsync();
        await using var with = await WebhookReceiver.StartAsync();
        const string query = "subscription { onActivity { kind text } }";
        await CreateAsync(server, without.Url, group, query, ["MESSAGE_SENT"]);
        await CreateAsync(server, with.Url, group, query, ["MESSAGE_SENT"], ["READ", "READ_PERSONAL_DATA"]);
        await SayAsync(server, group, "my number is 1");

        (await with.NextAsync()).Data.ShouldBeJson("""{ "kind": "MESSAGE_SENT", "text": "my number is 1" }""");
        var masked = (await without.NextAsync()).Json;
        masked.GetProperty("data").ShouldBeJson("""{ "kind": "MESSAGE_SENT", "text": null }""");
        masked.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    [Fact]
    public async Task Promise_5_an_owners_webhook_is_told_of_their_groups_and_no_longer_once_the_assignment_has_ended()
    {
        var (mineKey, mine) = await SampleCommunity.AddGroupAsync(server);
        var (keptKey, kept) = await SampleCommunity.AddGroupAsync(server);
        var (_, other) = await SampleCommunity.AddGroupAsync(server);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mineKey, keptKey);
        await using var receiver = await WebhookReceiver.StartAsync();
        await CreateAsync(server, receiver.Url, null, "subscription { onActivity { externalId } }", ["MESSAGE_SENT"], apiKey: owner);
        await SayAsync(server, other, "hidden");
        await SayAsync(server, mine, "seen");
        (await receiver.NextAsync()).Data.ShouldBeJson($$"""{ "externalId": "{{mine}}-seen" }""");

        var staff = await server.DataAsync("query($id: ID!) { groupById(id: $id) { staff(first: 1) { nodes { id } } } }", new { id = mine });
        await MutateAsync(server, "endAssignment", new { id = staff.GetProperty("groupById").GetProperty("staff").GetProperty("nodes")[0].GetProperty("id").GetString() }, string.Empty);
        await SayAsync(server, mine, "no longer");
        await SayAsync(server, kept, "still");
        (await receiver.NextAsync()).Data.ShouldBeJson($$"""{ "externalId": "{{kept}}-still" }""");
    }

    [Fact]
    public async Task A_webhook_stops_with_its_operator()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, key);
        await using var receiver = await WebhookReceiver.StartAsync();
        var (id, _) = await CreateAsync(server, receiver.Url, group, apiKey: owner);
        var operatorId = (await server.DataAsync("{ viewer { operator { id } } }", apiKey: owner)).GetProperty("viewer").GetProperty("operator").GetProperty("id").GetString();
        (await MutateAsync(server, "deactivateOperator", new { id = operatorId }, "operator { isActive }")).GetProperty("operator").ShouldBeJson("""{ "isActive": false }""");
        await SayAsync(server, group, "late");

        await UntilAsync(server, id, "status disabledReason", """{ "status": "DISABLED", "disabledReason": "OPERATOR_INACTIVE" }""");
        receiver.All.ShouldAllBe(m => m.Json.GetProperty("type").GetString() != "MESSAGE_SENT");
    }

    [Fact]
    public async Task Promise_2_messages_come_in_the_order_of_the_log_while_many_write()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var receiver = await WebhookReceiver.StartAsync();
        await CreateAsync(server, receiver.Url, group, "subscription { onActivity { externalId } }", ["MESSAGE_SENT"]);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(writer => SayAsync(server, group, [.. Enumerable.Range(0, 30).Select(i => $"{writer}.{i}")])));

        // What comes again, as it may after an answer that was lost, has the same id: a receiver passes over it.
        var ids = new HashSet<string>();
        var came = new List<string?>();
        while (came.Count < 150)
        {
            if (await receiver.NextAsync() is var message && ids.Add(message.Id))
            {
                came.Add(message.Data.GetProperty("externalId").GetString());
            }
        }

        var log = new List<string?>();
        for (string? after = null; log.Count < 150;)
        {
            var page = (await server.DataAsync(
                "query($g: ID!, $after: String) { activities(first: 50, after: $after, where: { kind: { eq: MESSAGE_SENT }, group: { id: { eq: $g } } }) { nodes { externalId } pageInfo { endCursor } } }",
                new { g = group, after })).GetProperty("activities");
            log.AddRange(page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("externalId").GetString()));
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        came.ShouldBe(log);
    }

    [Fact]
    public async Task A_new_secret_signs_beside_the_former_one_for_a_while()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var receiver = await WebhookReceiver.StartAsync();
        var (id, former) = await CreateAsync(server, receiver.Url, group, kinds: ["MESSAGE_SENT"]);
        var rotated = (await MutateAsync(server, "rotateWebhookSecret", new { id, overlapMinutes = 30 }, "issuedWebhook { secret }")).GetProperty("issuedWebhook");
        var secret = rotated.GetProperty("secret").GetString()!;
        await SayAsync(server, group, "between");

        var between = await receiver.NextAsync();
        between.Headers["webhook-signature"].Split(' ').Length.ShouldBe(2);
        between.IsSignedBy(former, server.Clock.GetUtcNow()).ShouldBeTrue();
        between.IsSignedBy(secret, server.Clock.GetUtcNow()).ShouldBeTrue();

        server.Clock.Forward(TimeSpan.FromMinutes(31));
        await SayAsync(server, group, "after");
        var after = await receiver.NextAsync();
        after.IsSignedBy(former, server.Clock.GetUtcNow()).ShouldBeFalse();
        after.IsSignedBy(secret, server.Clock.GetUtcNow()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_ping_is_sent_at_once_and_says_what_came_back()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.AnswerWith(StatusCodes.Status418ImATeapot);
        var (id, secret) = await CreateAsync(server, receiver.Url, (await SampleCommunity.AddGroupAsync(server)).Id);
        var ping = (await MutateAsync(server, "pingWebhook", new { id }, "delivery { kind status attempts { nodes { number statusCode isSuccess failure response } } }")).GetProperty("delivery");
        ping.ShouldBeJson(
            """{ "kind": null, "status": "FAILED", "attempts": { "nodes": [{ "number": 1, "statusCode": 418, "isSuccess": false, "failure": "STATUS", "response": "answered 418" }] } }""");
        var message = await receiver.NextAsync();
        message.IsSignedBy(secret, server.Clock.GetUtcNow()).ShouldBeTrue();
        message.Json.GetProperty("type").GetString().ShouldBe("PING");
        message.Data.ShouldBeJson("""{ "webhook": { "name": "test" } }""");
        await UntilAsync(server, id, "status failureCount failingSince", """{ "status": "ACTIVE", "failureCount": 0, "failingSince": null }""");
    }

    [Fact]
    public async Task A_dry_run_shows_the_message_and_sends_none()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var receiver = await WebhookReceiver.StartAsync();
        var (id, _) = await CreateAsync(server, receiver.Url, group, "subscription { onActivity(kinds: [MESSAGE_SENT]) { kind } }", ["MESSAGE_SENT", "MEMBER_JOINED"]);
        await SayAsync(server, group, "hello");
        await receiver.NextAsync();
        var run = (await server.DataAsync("query($id: ID!) { webhookDryRun(webhookId: $id) { delivers reason body } }", new { id })).GetProperty("webhookDryRun");
        run.GetProperty("delivers").GetBoolean().ShouldBeTrue();
        run.GetProperty("body").GetProperty("data").ShouldBeJson("""{ "kind": "MESSAGE_SENT" }""");

        var other = (await server.DataAsync("query { activities(last: 1, where: { kind: { eq: WEBHOOK_CREATED } }) { nodes { id } } }")).GetProperty("activities").GetProperty("nodes")[0].GetProperty("id").GetString();
        (await server.DataAsync("query($id: ID!, $a: ID!) { webhookDryRun(webhookId: $id, activityId: $a) { delivers reason body } }", new { id, a = other }))
            .ShouldBeJson("""{ "webhookDryRun": { "delivers": false, "reason": "KIND_NOT_SELECTED", "body": null } }""");
        (await server.QueryAsync("query($id: ID!) { webhookDryRun(webhookId: $id, query: \"subscription { onActivity { x } }\") { delivers } }", new { id }))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("INVALID_QUERY");
        await receiver.NothingAsync();
    }

    [Fact]
    public async Task A_webhook_is_its_operators_and_the_leads()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, key);
        var integration = await server.CreateKeyAsync(OperatorRole.Integration);
        var (id, _) = await CreateAsync(server, "http://127.0.0.1:9/x", group, apiKey: owner);
        const string find = "query($id: ID!) { webhookById(id: $id) { name } node(id: $id) { __typename } }";
        (await server.DataAsync(find, new { id }, owner)).ShouldBeJson("""{ "webhookById": { "name": "test" }, "node": { "__typename": "Webhook" } }""");
        (await server.DataAsync(find, new { id })).ShouldBeJson("""{ "webhookById": { "name": "test" }, "node": { "__typename": "Webhook" } }""");
        (await server.DataAsync(find, new { id }, integration)).ShouldBeJson("""{ "webhookById": null, "node": null }""");
        (await server.DataAsync("{ webhooks { totalCount } webhookDeliveries { totalCount } }", apiKey: integration))
            .ShouldBeJson("""{ "webhooks": { "totalCount": 0 }, "webhookDeliveries": { "totalCount": 0 } }""");
        (await MutateAsync(server, "disableWebhook", new { id }, "webhook { name }", integration)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_FOUND");
        foreach (var (role, scopes) in new (OperatorRole, ApiKeyScope?)[] { (OperatorRole.Analyst, null), (OperatorRole.Admin, null), (OperatorRole.Lead, ApiKeyScope.Read | ApiKeyScope.Write) })
        {
            (await server.QueryAsync("{ webhooks { totalCount } }", apiKey: await server.CreateKeyAsync(role, scopes)))
                .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        }
    }

    [Fact]
    public async Task A_webhook_may_see_nothing_that_whoever_registers_it_may_not()
    {
        var narrow = await server.CreateKeyAsync(OperatorRole.Integration, ApiKeyScope.Read | ApiKeyScope.Write | ApiKeyScope.Subscribe);
        foreach (var (scope, code) in new[] { ("READ_PERSONAL_DATA", "SCOPE_NOT_YOURS"), ("READ_METRICS", "SCOPE_NOT_YOURS"), ("WRITE", "SCOPE_NOT_FOR_WEBHOOKS") })
        {
            (await MutateAsync(server, "createWebhook", new { name = "x", url = "http://127.0.0.1/x", scopes = new[] { scope } }, "issuedWebhook { secret }", narrow))
                .GetProperty("errors")[0].GetProperty("fields")[0].ShouldBeJson($$"""{ "path": "scopes", "code": "{{code}}" }""");
        }
    }
}
