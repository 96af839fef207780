using System.Globalization;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Deliveries;

/// <summary>Deliveries over HTTP: whom they reach, who sends them, what becomes of them.</summary>
public sealed class DeliveryTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private const string Errors = "errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } }";

    [Fact]
    public async Task Who_cannot_be_reached_is_known_before_and_gets_nothing()
    {
        var (group, key) = await GroupAsync();
        var ids = await MembersAsync(key, Platform.Qq, "reachable", "refused", "no contact", "banned", "wechat only", "no account", "often");
        await RefuseAsync(ids[1], "CHAT", "MARKETING");
        await ChangeAsync("updateMember", "member { id }", new { id = ids[2], preferredContactChannel = "NONE" });
        await ChangeAsync("blacklistMember", "ban { id }", new { id = ids[3], reason = "广告" });
        await UseAccountAsync("wechat only", key, Platform.Wechat);
        await UseAccountAsync("no account", key, null);
        await ChangeAsync("recordTouches", "report { recorded }", new { touches = Enumerable.Range(0, 3).Select(_ => new { memberId = ids[6], channel = "PHONE", purpose = "MARKETING" }).ToArray() });
        (await server.DataAsync(
            "query($g: ID!) { previewDelivery(audience: { groupId: $g }, purpose: MARKETING) { recipientCount reachableCount unreachableCount reasons { reason count } unreachable { reason member { displayName } } } }",
            new { g = group })).GetProperty("previewDelivery").ShouldBeJson(
            """
            { "recipientCount": 7, "reachableCount": 1, "unreachableCount": 6,
              "reasons": [{ "reason": "NO_ADDRESS", "count": 1 }, { "reason": "BLACKLISTED", "count": 1 }, { "reason": "NO_CONTACT", "count": 1 }, { "reason": "OPTED_OUT", "count": 1 },
                { "reason": "FREQUENCY_CAP", "count": 1 }, { "reason": "NO_CAPABILITY", "count": 1 }],
              "unreachable": [{ "reason": "OPTED_OUT", "member": { "displayName": "refused" } }, { "reason": "NO_CONTACT", "member": { "displayName": "no contact" } },
                { "reason": "BLACKLISTED", "member": { "displayName": "banned" } }, { "reason": "NO_CAPABILITY", "member": { "displayName": "wechat only" } },
                { "reason": "NO_ADDRESS", "member": { "displayName": "no account" } }, { "reason": "FREQUENCY_CAP", "member": { "displayName": "often" } }] }
            """);
        var mailing = await RequestAsync(new { audience = new { groupId = group }, purpose = "MARKETING", text = "周四八点见" });
        mailing.GetProperty("mailing").GetProperty("unreachableCount").GetInt32().ShouldBe(6);
        (await server.DataAsync(
            "query($id: ID!) { mailingById(id: $id) { audience channel recipientCount progress { requested unreachable reasons { reason } } deliveries(where: { status: { eq: REQUESTED } }) { nodes { member { displayName } platform identity { platform } } } } }",
            new { id = mailing.GetProperty("mailing").GetProperty("id").GetString() })).GetProperty("mailingById").ShouldBeJson(
            """
            { "audience": "GROUP_MEMBERS", "channel": "PRIVATE_CHAT", "recipientCount": 7, "progress": { "requested": 1, "unreachable": 6, "reasons": [{ "reason": "NO_ADDRESS" }, { "reason": "BLACKLISTED" },
              { "reason": "NO_CONTACT" }, { "reason": "OPTED_OUT" }, { "reason": "FREQUENCY_CAP" }, { "reason": "NO_CAPABILITY" }] },
              "deliveries": { "nodes": [{ "member": { "displayName": "reachable" }, "platform": "QQ", "identity": { "platform": "QQ" } }] } }
            """);
        await CancelAsync(mailing);
    }

    [Fact]
    public async Task What_is_on_its_way_counts_for_the_cap_and_for_the_quota_of_the_platform()
    {
        var (group, key) = await GroupAsync();
        await MembersAsync(key, Platform.Dingtalk, "ann");
        foreach (var left in new[] { 0, 0, 0, 1 })
        {
            var mailing = await RequestAsync(new { audience = new { groupId = group }, purpose = "MARKETING", text = "x", sendAt = Iso(server.Clock.Now.AddDays(1)) });
            mailing.GetProperty("mailing").GetProperty("unreachableCount").GetInt32().ShouldBe(left);
        }

        (await ReasonsAsync(group, "MARKETING")).ShouldBe(["FREQUENCY_CAP"]);
        (await ReasonsAsync(group, "SERVICE")).ShouldBeEmpty();
        await ChangeAsync("setPlatformPolicy", "platformPolicy { value }", new { platform = "DINGTALK", key = "MASS_SEND_PER_MONTH", value = 3, effectiveFrom = "2020-01-01T00:00:00Z", asOf = "2026-11-01", source = "test" });
        (await ReasonsAsync(group, "SERVICE")).ShouldBe(["QUOTA"]);
    }

    [Fact]
    public async Task No_two_connectors_get_the_same_delivery()
    {
        var (group, key) = await GroupAsync();
        await MembersAsync(key, Platform.Telegram, [.. Enumerable.Range(0, 40).Select(i => $"m{i}")]);
        var mailing = await RequestAsync(new { audience = new { groupId = group }, purpose = "SERVICE", text = "hello" });
        var keys = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => server.CreateKeyAsync(OperatorRole.Integration)));
        var claims = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => ClaimAsync(new { platforms = new[] { "TELEGRAM" }, limit = 7 }, keys[i % 2])));
        var claimed = claims.SelectMany(c => c.Ids).ToList();
        claimed.Count.ShouldBe(40);
        claimed.Distinct().Count().ShouldBe(40);
        (await ProgressAsync(mailing)).ShouldBeJson("""{ "requested": 0, "claimed": 40, "sent": 0, "failed": 0, "unreachable": 0, "cancelled": 0, "expired": 0 }""");
    }

    [Fact]
    public async Task Two_who_ask_at_once_do_not_break_the_cap()
    {
        var (group, key) = await GroupAsync();
        await MembersAsync(key, Platform.Discord, "ann");
        var mailings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RequestAsync(new { audience = new { groupId = group }, purpose = "MARKETING", text = "x", sendAt = Iso(server.Clock.Now.AddDays(1)) })));
        mailings.Count(m => m.GetProperty("mailing").GetProperty("unreachableCount").GetInt32() == 0).ShouldBe(3);
    }

    [Fact]
    public async Task A_connector_reports_what_became_of_what_it_claimed_and_others_cannot()
    {
        var (group, key) = await GroupAsync();
        var members = await MembersAsync(key, Platform.Irc, "sent", "failed", "gone", "later");
        var content = await ContentAsync();
        var mailing = await RequestAsync(new { audience = new { groupId = group }, purpose = "SERVICE", contentItemId = content });
        var claim = await ClaimAsync(new { platforms = new[] { "IRC" } });
        claim.Ids.Count.ShouldBe(4);
        (await ReportAsync("00", [new { deliveryId = claim.Ids[0], outcome = "SENT" }])).ShouldBe(["NOT_YOURS"]);
        object[] results =
        [
            new { deliveryId = claim.Ids[0], outcome = "SENT", externalId = "msg-1" }, new { deliveryId = claim.Ids[1], outcome = "FAILED", detail = "500" },
            new { deliveryId = claim.Ids[2], outcome = "UNREACHABLE", detail = "blocked" }, new { deliveryId = claim.Ids[3], outcome = "RETRY", retryAfterSeconds = 30 },
        ];
        (await ReportAsync(claim.Id, results)).ShouldBe(["RECORDED", "RECORDED", "RECORDED", "RECORDED"]);
        (await ReportAsync(claim.Id, results)).ShouldBe(["DUPLICATE", "DUPLICATE", "DUPLICATE", "DUPLICATE"]);
        (await ReportAsync(claim.Id, [new { deliveryId = claim.Ids[0], outcome = "FAILED" }])).ShouldBe(["INVALID_TRANSITION"]);
        (await server.DataAsync(
            "query($id: ID!, $m: ID!) { mailingById(id: $id) { deliveries { nodes { status reason detail externalId attempts member { displayName } } } } memberById(id: $m) { deliveries { nodes { status } } touches { nodes { channel purpose } } } }",
            new { id = mailing.GetProperty("mailing").GetProperty("id").GetString(), m = members[0] })).ShouldBeJson(
            """
            { "mailingById": { "deliveries": { "nodes": [
                { "status": "SENT", "reason": null, "detail": null, "externalId": "msg-1", "attempts": 1, "member": { "displayName": "sent" } },
                { "status": "FAILED", "reason": null, "detail": "500", "externalId": null, "attempts": 1, "member": { "displayName": "failed" } },
                { "status": "UNREACHABLE", "reason": "REPORTED", "detail": "blocked", "externalId": null, "attempts": 1, "member": { "displayName": "gone" } },
                { "status": "REQUESTED", "reason": null, "detail": null, "externalId": null, "attempts": 1, "member": { "displayName": "later" } }] } },
              "memberById": { "deliveries": { "nodes": [{ "status": "SENT" }] }, "touches": { "nodes": [{ "channel": "PRIVATE_CHAT", "purpose": "SERVICE" }] } } }
            """);
        (await ClaimAsync(new { platforms = new[] { "IRC" } })).Ids.ShouldBeEmpty();
        server.Clock.Forward(TimeSpan.FromSeconds(31));
        (await ClaimAsync(new { platforms = new[] { "IRC" } })).Ids.ShouldBe([claim.Ids[3]]);
        (await server.DataAsync(
            "query($id: ID!) { groupById(id: $id) { activities(where: { kind: { in: [MAILING_REQUESTED, DELIVERY_SENT, DELIVERY_FAILED, DELIVERY_UNREACHABLE] } }) { nodes { kind } } } }", new { id = group }))
            .GetProperty("groupById").GetProperty("activities").GetProperty("nodes").EnumerateArray().Select(a => a.GetProperty("kind").GetString())
            .ShouldBe(["MAILING_REQUESTED", "DELIVERY_FAILED", "DELIVERY_UNREACHABLE", "DELIVERY_SENT"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_lease_that_ends_returns_a_delivery_and_after_the_fifth_it_has_failed()
    {
        var (group, key) = await GroupAsync();
        await MembersAsync(key, Platform.Yy, "ann");
        var mailing = await RequestAsync(new { audience = new { groupId = group }, purpose = "SERVICE", text = "hello" });
        var first = await ClaimAsync(new { platforms = new[] { "YY" }, leaseSeconds = 10 });
        server.Clock.Forward(TimeSpan.FromSeconds(11));
        var second = await ClaimAsync(new { platforms = new[] { "YY" }, leaseSeconds = 10 });
        second.Ids.ShouldBe(first.Ids);
        (await ReportAsync(first.Id, [new { deliveryId = first.Ids[0], outcome = "SENT" }])).ShouldBe(["NOT_YOURS"]);
        for (var attempt = 3; attempt <= 5; attempt++)
        {
            server.Clock.Forward(TimeSpan.FromSeconds(11));
            await server.RunTimersAsync();
            (await ClaimAsync(new { platforms = new[] { "YY" }, leaseSeconds = 10 })).Ids.ShouldBe(first.Ids);
        }

        server.Clock.Forward(TimeSpan.FromSeconds(11));
        await server.RunTimersAsync();
        (await ClaimAsync(new { platforms = new[] { "YY" } })).Ids.ShouldBeEmpty();
        (await ProgressAsync(mailing)).ShouldBeJson("""{ "requested": 0, "claimed": 0, "sent": 0, "failed": 1, "unreachable": 0, "cancelled": 0, "expired": 0 }""");
    }

    [Fact]
    public async Task What_was_sent_although_the_lease_had_ended_is_taken_while_nobody_else_has_claimed_it()
    {
        var (group, key) = await GroupAsync();
        await MembersAsync(key, Platform.Other, "ann");
        var mailing = await RequestAsync(new { audience = new { groupId = group }, purpose = "SERVICE", text = "hello" });
        var claim = await ClaimAsync(new { platforms = new[] { "OTHER" }, leaseSeconds = 10 });
        server.Clock.Forward(TimeSpan.FromSeconds(11));
        await server.RunTimersAsync();
        (await ReportAsync(claim.Id, [new { deliveryId = claim.Ids[0], outcome = "SENT" }])).ShouldBe(["RECORDED"]);
        (await ProgressAsync(mailing)).GetProperty("sent").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_refuses_before_it_is_sent_gets_nothing()
    {
        var (group, key) = await GroupAsync();
        var members = await MembersAsync(key, null, "ann", "bob");
        var mailing = await RequestAsync(new { audience = new { memberIds = members, groupId = group }, channel = "EMAIL", purpose = "RESEARCH", text = "问卷" });
        await RefuseAsync(members[0], "EMAIL", "RESEARCH");
        (await ClaimAsync(new { channels = new[] { "EMAIL" } })).Ids.Count.ShouldBe(1);
        (await ProgressAsync(mailing)).ShouldBeJson("""{ "requested": 0, "claimed": 1, "sent": 0, "failed": 0, "unreachable": 1, "cancelled": 0, "expired": 0 }""");
    }

    [Fact]
    public async Task A_mailing_is_requested_once_by_its_key_called_off_once_and_expires()
    {
        var (group, key) = await GroupAsync();
        await MembersAsync(key, Platform.Wecom, "ann");
        var idempotencyKey = Guid.NewGuid().ToString();
        var input = new { audience = new { groupId = group }, purpose = "SERVICE", text = "x", sendAt = Iso(server.Clock.Now.AddHours(1)), expiresAt = Iso(server.Clock.Now.AddHours(2)), idempotencyKey };
        var mailing = await RequestAsync(input);
        (await RequestAsync(input)).ToString().ShouldBe(mailing.ToString());
        (await ClaimAsync(new { channels = new[] { "PRIVATE_CHAT" }, platforms = new[] { "WECOM" } })).Ids.ShouldBeEmpty();
        (await CancelAsync(mailing)).ShouldBeJson("""{ "mailing": { "cancelReason": "换时间", "progress": { "requested": 0, "cancelled": 1 } }, "errors": null }""");
        (await CancelAsync(mailing)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("MAILING_CANCELLED");

        var late = await RequestAsync(input with { idempotencyKey = idempotencyKey + "2" });
        server.Clock.Forward(TimeSpan.FromHours(3));
        (await ClaimAsync(new { channels = new[] { "PRIVATE_CHAT" }, platforms = new[] { "WECOM" } })).Ids.ShouldBeEmpty();
        await server.RunTimersAsync();
        (await ProgressAsync(late)).GetProperty("expired").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_message_into_a_group_is_a_use_of_its_content_and_a_group_that_does_not_run_gets_none()
    {
        var (group, _) = await GroupAsync();
        var (_, closed) = await SampleCommunity.AddGroupAsync(server, GroupStatus.Closed);
        var content = await ContentAsync();
        var mailing = await RequestAsync(new { audience = new { groupIds = new[] { group, closed } }, purpose = "MARKETING", contentItemId = content });
        (await server.DataAsync("query($id: ID!) { mailingById(id: $id) { channel deliveries { nodes { status reason member { id } } } } }", new { id = mailing.GetProperty("mailing").GetProperty("id").GetString() })).GetProperty("mailingById").ShouldBeJson(
            """{ "channel": "GROUP", "deliveries": { "nodes": [{ "status": "REQUESTED", "reason": null, "member": null }, { "status": "UNREACHABLE", "reason": "GROUP_NOT_ACTIVE", "member": null }] } }""");

        // What other tests have left is in the claim, too.
        var claim = await ClaimAsync(new { channels = new[] { "GROUP" } });
        await ReportAsync(claim.Id, [.. claim.Ids.Select(id => (object)new { deliveryId = id, outcome = "SENT" })]);
        (await server.DataAsync("query($id: ID!) { contentItemById(id: $id) { usageCount uses { nodes { group { id } } } deliveries { totalCount } } }", new { id = content })).GetProperty("contentItemById").ShouldBeJson(
            $$"""{ "usageCount": 1, "uses": { "nodes": [{ "group": { "id": "{{group}}" } }] }, "deliveries": { "totalCount": 2 } }""");
    }

    [Fact]
    public async Task What_a_step_of_a_playbook_delivers_is_requested_when_its_time_comes()
    {
        var (group, key) = await GroupAsync();
        await MembersAsync(key, Platform.Qq, "ann", "bob");
        await UseAccountAsync("bob", key, null);
        var playbook = (await ChangeAsync("createPlaybook", "playbook { id }", new
        {
            name = Guid.NewGuid().ToString("N"), target = "GROUP",
            steps = new object[] { new { title = "早报", kind = "DELIVERY", dayOffset = 0, instructions = "早安", channel = "PRIVATE_CHAT", audience = "GROUP" }, new { title = "群里说", kind = "DELIVERY", dayOffset = 0, instructions = "早" } },
        })).GetProperty("playbook").GetProperty("id").GetString();
        await ChangeAsync("activatePlaybook", "playbook { id }", new { id = playbook });
        await ChangeAsync("applyPlaybook", "runs { id }", new { playbookId = playbook, groupIds = new[] { group } });
        await server.RunTimersAsync();
        (await server.DataAsync(
            "query($id: ID!) { groupById(id: $id) { playbookTasks { nodes { title status evidence run { status } } } } mailings(where: { group: { id: { eq: $id } } }) { nodes { text channel recipientCount unreachableCount playbookTask { title } requestedBy { id } } } }", new { id = group })).ShouldBeJson(
            """
            { "groupById": { "playbookTasks": { "nodes": [{ "title": "早报", "status": "DONE", "evidence": "1 requested, 1 unreachable", "run": { "status": "COMPLETED" } },
                { "title": "群里说", "status": "DONE", "evidence": "1 requested, 0 unreachable", "run": { "status": "COMPLETED" } }] } },
              "mailings": { "nodes": [{ "text": "早安", "channel": "PRIVATE_CHAT", "recipientCount": 2, "unreachableCount": 1, "playbookTask": { "title": "早报" }, "requestedBy": null },
                { "text": "早", "channel": "GROUP", "recipientCount": 1, "unreachableCount": 0, "playbookTask": { "title": "群里说" }, "requestedBy": null }] } }
            """);
        await ClaimAsync(new { channels = new[] { "GROUP", "PRIVATE_CHAT" }, platforms = new[] { "QQ", "WECHAT" } });
    }

    [Fact]
    public async Task What_cannot_be_asked_for_is_refused_with_the_field_at_fault()
    {
        var (group, key) = await GroupAsync();
        (await ChangeAsync("requestDeliveries", "mailing { id }", new { audience = new { }, purpose = "SERVICE", channel = "PHONE" })).GetProperty("errors").ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "audience.groupId", "code": "ONE_AUDIENCE" }, { "path": "channel", "code": "CHANNEL_IS_FOR_STAFF" }, { "path": "text", "code": "NOTHING_TO_SAY" }] }]""");
        (await ChangeAsync("requestDeliveries", "mailing { id }", new { audience = new { groupIds = new[] { group } }, purpose = "SERVICE", channel = "SMS", text = "x", expiresAt = "2020-01-01T00:00:00Z" })).GetProperty("errors").ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "channel", "code": "CHANNEL_DOES_NOT_FIT" }, { "path": "expiresAt", "code": "EXPIRES_TOO_EARLY" }] }]""");
        (await ChangeAsync("requestDeliveries", "mailing { id }", new { audience = new { groupId = group }, purpose = "SERVICE", text = "x" })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("MAILING_EMPTY");
        (await ChangeAsync("claimDeliveries", "claim { claimId }", new { limit = 201, leaseSeconds = 1 })).GetProperty("errors").ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "limit", "code": "INCLUSIVE_BETWEEN" }, { "path": "leaseSeconds", "code": "INCLUSIVE_BETWEEN" }] }]""");
        key.ShouldBePositive();
    }

    [Fact]
    public async Task An_owner_sends_to_their_own_people_and_calls_off_only_what_is_theirs()
    {
        var (mine, mineKey) = await GroupAsync();
        var (other, otherKey) = await GroupAsync();
        var members = await MembersAsync(mineKey, Platform.Qq, "ann");
        var strangers = await MembersAsync(otherKey, Platform.Qq, "bob");
        var ofLead = await RequestAsync(new { audience = new { memberIds = new[] { members[0], strangers[0] } }, purpose = "SERVICE", text = "x", sendAt = Iso(server.Clock.Now.AddDays(2)) });
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mineKey);
        (await ChangeAsync("requestDeliveries", "mailing { id }", new { audience = new { groupId = other }, purpose = "SERVICE", text = "x" }, owner)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_FOUND");
        (await ChangeAsync("requestDeliveries", "mailing { id }", new { audience = new { memberIds = strangers }, purpose = "SERVICE", text = "x" }, owner)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_FOUND");
        (await server.DataAsync("{ mailings { nodes { progress { requested } deliveries { nodes { member { displayName } } } } } deliveries { totalCount } }", null, owner)).ShouldBeJson(
            """{ "mailings": { "nodes": [{ "progress": { "requested": 1 }, "deliveries": { "nodes": [{ "member": { "displayName": "ann" } }] } }] }, "deliveries": { "totalCount": 1 } }""");
        (await ChangeAsync("cancelMailing", "mailing { id }", new { id = ofLead.GetProperty("mailing").GetProperty("id").GetString() }, owner)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("MAILING_OF_OTHERS");
        var own = await ChangeAsync("requestDeliveries", "mailing { id recipientCount }", new { audience = new { groupId = mine }, purpose = "SERVICE", text = "x", sendAt = Iso(server.Clock.Now.AddDays(2)) }, owner);
        (await ChangeAsync("cancelMailing", "mailing { progress { cancelled } }", new { id = own.GetProperty("mailing").GetProperty("id").GetString() }, owner)).ShouldBeJson("""{ "mailing": { "progress": { "cancelled": 1 } }, "errors": null }""");
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        foreach (var (mutation, input) in new (string, object)[] { ("claimDeliveries", new { }), ("requestDeliveries", new { audience = new { groupId = mine }, purpose = "SERVICE", text = "x" }) })
        {
            (await server.QueryAsync($$"""mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) { errors { __typename } } }""", new { input }, analyst))
                .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        }

        await CancelAsync(ofLead);
    }

    private Task<JsonElement> RefuseAsync(string memberId, string channel, string purpose) => ChangeAsync(
        "setContactPreferences", "member { id }", new { memberId, source = "UNSUBSCRIBE", decisions = new[] { new { channel, purpose, isAllowed = false } } });

    private static string Iso(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private Task<JsonElement> RequestAsync(object input) => ChangeAsync("requestDeliveries", "mailing { id recipientCount unreachableCount }", input);

    private Task<JsonElement> CancelAsync(JsonElement mailing) => ChangeAsync(
        "cancelMailing", "mailing { cancelReason progress { requested cancelled } }", new { id = mailing.GetProperty("mailing").GetProperty("id").GetString(), reason = "换时间" });

    private async Task<(string Id, List<string> Ids)> ClaimAsync(object input, string? apiKey = null)
    {
        var claim = (await ChangeAsync("claimDeliveries", "claim { claimId leaseUntil deliveries { id status } }", input, apiKey)).GetProperty("claim");
        return (claim.GetProperty("claimId").GetString()!, [.. claim.GetProperty("deliveries").EnumerateArray().Select(d => d.GetProperty("id").GetString()!)]);
    }

    private async Task<string[]> ReportAsync(string claimId, object[] results) =>
    [
        .. (await ChangeAsync("recordDeliveryResults", "report { rows { outcome code } }", new { claimId, results })).GetProperty("report").GetProperty("rows").EnumerateArray()
            .Select(r => r.GetProperty("code").GetString() ?? r.GetProperty("outcome").GetString()!),
    ];

    private async Task<JsonElement> ProgressAsync(JsonElement mailing) => (await server.DataAsync(
        "query($id: ID!) { mailingById(id: $id) { progress { requested claimed sent failed unreachable cancelled expired } } }", new { id = mailing.GetProperty("mailing").GetProperty("id").GetString() }))
        .GetProperty("mailingById").GetProperty("progress");

    private async Task<string[]> ReasonsAsync(string group, string purpose) =>
    [
        .. (await server.DataAsync("query($g: ID!, $p: ContactPurpose!) { previewDelivery(audience: { groupId: $g }, purpose: $p) { reasons { reason } } }", new { g = group, p = purpose }))
            .GetProperty("previewDelivery").GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("reason").GetString()!),
    ];

    private async Task<JsonElement> ChangeAsync(string mutation, string fields, object input, string? apiKey = null) => (await server.DataAsync(
        $$"""mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) { {{fields}} {{(mutation is "claimDeliveries" or "recordDeliveryResults" or "recordTouches" ? "errors { ... on InvalidInputError { __typename code fields { path code } } }" : Errors)}} } }""",
        new { input }, apiKey)).GetProperty(mutation);

    private async Task<(string Id, long Key)> GroupAsync()
    {
        var (key, id) = await SampleCommunity.AddGroupAsync(server);
        return (id, key);
    }

    /// <summary>Members of a group with an account on a platform, an address and a number; named by the group, so that they can be found again.</summary>
    private async Task<string[]> MembersAsync(long group, Platform? platform, params string[] names)
    {
        var ids = await SampleCommunity.AddMembersAsync(server, group, names);
        foreach (var name in names)
        {
            await UseAccountAsync(name, group, platform);
        }

        return ids;
    }

    private Task UseAccountAsync(string name, long group, Platform? platform) => server.Database.WriteAsync(
        AccessScope.Everything,
        async (db, ct) =>
        {
            var member = await db.Members.Include(m => m.Identities).SingleAsync(m => m.DisplayName == name && m.Memberships.Any(s => s.GroupId == group), ct);
            db.Identities.RemoveRange(member.Identities);
            member.Email = "a@example.org";
            if (platform is { } of)
            {
                member.Identities.Add(new Identity { Platform = of, ExternalId = Guid.NewGuid().ToString("N") });
            }

            await db.SaveChangesAsync(ct);
        },
        TestContext.Current.CancellationToken);

    private async Task<string> ContentAsync()
    {
        var key = await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var item = new ContentItem { Title = "早报", Body = "……", Status = ContentStatus.Published };
                db.ContentItems.Add(item);
                await db.SaveChangesAsync(ct);
                return item.Id;
            },
            TestContext.Current.CancellationToken);
        return Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"ContentItem:{key}"));
    }
}
