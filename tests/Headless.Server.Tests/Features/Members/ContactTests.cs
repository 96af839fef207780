using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Members;

/// <summary>Tiers, contact preferences, touches, identities, attention and the timeline over HTTP.</summary>
public sealed class ContactTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_tier_is_given_with_a_reason_and_the_history_keeps_every_change()
    {
        var rank = Random.Shared.Next(1_000_000_000);
        var (silver, gold) = (await CreateTierAsync($"silver-{_run}", rank), await CreateTierAsync($"gold-{_run}", rank + 1, "GREEN_CHANNEL"));
        var member = await AddMemberAsync("Ann");

        (await SetTierAsync(member, silver, "first purchase")).ShouldBeJson(
            $$"""{ "member": { "tier": { "name": "silver-{{_run}}", "supportPriority": "STANDARD" } }, "errors": null }""");
        (await SetTierAsync(member, silver)).ShouldBeJson("""{ "member": null, "errors": [{ "__typename": "DomainError", "code": "TIER_UNCHANGED" }] }""");
        await SetTierAsync(member, gold, "10 000 CNY");
        await SetTierAsync(member, null);
        (await SetTierAsync(member, null)).ShouldBeJson("""{ "member": null, "errors": [{ "__typename": "DomainError", "code": "TIER_UNCHANGED" }] }""");
        (await server.DataAsync(
            "query($id: ID!) { memberById(id: $id) { tier { name } tierChanges(order: [{ changedAt: ASC }]) { nodes { reason fromTier { name } toTier { name } changedBy { name } } } } }",
            new { id = member })).ShouldBeJson(
            $$"""
            { "memberById": { "tier": null, "tierChanges": { "nodes": [
              { "reason": "first purchase", "fromTier": null, "toTier": { "name": "silver-{{_run}}" }, "changedBy": { "name": "Lead" } },
              { "reason": "10 000 CNY", "fromTier": { "name": "silver-{{_run}}" }, "toTier": { "name": "gold-{{_run}}" }, "changedBy": { "name": "Lead" } },
              { "reason": null, "fromTier": { "name": "gold-{{_run}}" }, "toTier": null, "changedBy": { "name": "Lead" } }] } } }
            """);

        await SetTierAsync(member, gold);
        (await server.DataAsync("query($rank: Int!) { members(where: { tier: { rank: { gte: $rank } } }, order: [{ tier: { rank: DESC } }]) { nodes { displayName } } }", new { rank = rank + 1 }))
            .GetProperty("members").GetProperty("nodes").GetArrayLength().ShouldBeGreaterThan(0);
        (await server.DataAsync("query($id: ID!) { memberTierById(id: $id) { members { nodes { displayName } totalCount } } }", new { id = gold })).ShouldBeJson(
            """{ "memberTierById": { "members": { "nodes": [{ "displayName": "Ann" }], "totalCount": 1 } } }""");

        const string update = "mutation($input: UpdateMemberTierInput!) { updateMemberTier(input: $input) { memberTier { isRetired } errors { __typename ... on Error { code } } } }";
        await server.DataAsync(update, new { input = new { id = silver, isRetired = true } });
        (await SetTierAsync(member, silver)).ShouldBeJson("""{ "member": null, "errors": [{ "__typename": "DomainError", "code": "TIER_RETIRED" }] }""");
        (await server.DataAsync(update, new { input = new { id = silver, name = $"gold-{_run}" } })).ShouldBeJson(
            """{ "updateMemberTier": { "memberTier": null, "errors": [{ "__typename": "AlreadyExistsError", "code": "ALREADY_EXISTS" }] } }""");
    }

    [Fact]
    public async Task Reachability_says_for_each_channel_why_somebody_cannot_be_reached()
    {
        var member = await AddMemberAsync("Ann");
        await server.DataAsync("mutation($id: ID!) { updateMember(input: { id: $id, phone: \"+86 139 0000 0000\", preferredContactChannel: PHONE }) { member { id } } }", new { id = member });
        (await DecideAsync(member, [new { channel = "PHONE", purpose = "MARKETING", isAllowed = true }, new { channel = "SMS", purpose = "MARKETING", isAllowed = false }])).ShouldBeJson(
            """
            { "member": { "contactPreferences": [
                { "channel": "PHONE", "purpose": "MARKETING", "isAllowed": true, "source": "STAFF", "note": null },
                { "channel": "SMS", "purpose": "MARKETING", "isAllowed": false, "source": "STAFF", "note": null }] },
              "errors": null }
            """);
        (await ReachAsync(member)).ShouldBe(["PHONE ", "CHAT ", "SMS OPTED_OUT", "EMAIL NO_ADDRESS"]);
        (await ReachAsync(member, "SERVICE")).ShouldBe(["PHONE ", "CHAT ", "SMS ", "EMAIL NO_ADDRESS"]);

        // A decision of before does not undo a later one.
        await DecideAsync(member, [new { channel = "SMS", purpose = "MARKETING", isAllowed = true }], TestClock.UtcNow.AddDays(-1));
        (await ReachAsync(member)).ShouldContain("SMS OPTED_OUT");

        await server.DataAsync("mutation($id: ID!) { updateMember(input: { id: $id, preferredContactChannel: NONE }) { member { id } } }", new { id = member });
        (await ReachAsync(member)).ShouldBe(["CHAT NO_CONTACT", "PHONE NO_CONTACT", "SMS NO_CONTACT", "EMAIL NO_ADDRESS"]);
        (await ReachAsync(member, "SERVICE")).ShouldBe(["CHAT ", "PHONE ", "SMS ", "EMAIL NO_ADDRESS"]);

        (await server.DataAsync(
            "query($ids: [ID]) { members(where: { id: { in: $ids }, contactPreferences: { some: { channel: { eq: SMS }, isAllowed: { eq: false } } } }) { totalCount } }", new { ids = new[] { member } }))
            .ShouldBeJson("""{ "members": { "totalCount": 1 } }""");
        (await DecideAsync(member, [new { channel = "NONE", purpose = "MARKETING", isAllowed = true }])).GetProperty("errors").ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT" }]""");
    }

    [Fact]
    public async Task Touches_count_against_the_cap_once_by_their_key_and_only_for_marketing()
    {
        var member = await AddMemberAsync("Ann");
        (await TouchAsync(Touch(member, "PRIVATE_CHAT", "MARKETING", "a"), Touch(member, "MOMENTS", "MARKETING", "b"), Touch(member, "PHONE", "SERVICE", "c"), Touch("TWVtYmVyOjk4NzY1NDMyMQ==", "PHONE", "SERVICE", null)))
            .ShouldBeJson(
                """
                { "recorded": 3, "rejected": 1, "rows": [{ "outcome": "RECORDED", "code": null }, { "outcome": "RECORDED", "code": null }, { "outcome": "RECORDED", "code": null },
                  { "outcome": "REJECTED", "code": "NOT_FOUND" }] }
                """);
        (await TouchAsync(Touch(member, "PRIVATE_CHAT", "MARKETING", "a"))).ShouldBeJson("""{ "recorded": 0, "rejected": 0, "rows": [{ "outcome": "DUPLICATE", "code": null }] }""");
        (await ReachAsync(member)).ShouldContain("CHAT ");
        await TouchAsync(Touch(member, "SMS", "MARKETING", null));
        (await ReachAsync(member)).ShouldContain("CHAT FREQUENCY_CAP");
        (await ReachAsync(member, "SERVICE")).ShouldContain("CHAT ");
        (await server.DataAsync("query($id: ID!) { memberById(id: $id) { touches(where: { purpose: { eq: MARKETING } }) { totalCount nodes { channel touchedBy { name } } } } }", new { id = member })).ShouldBeJson(
            """
            { "memberById": { "touches": { "totalCount": 3, "nodes": [
              { "channel": "PRIVATE_CHAT", "touchedBy": { "name": "Lead" } }, { "channel": "MOMENTS", "touchedBy": { "name": "Lead" } }, { "channel": "SMS", "touchedBy": { "name": "Lead" } }] } } }
            """);
    }

    [Fact]
    public async Task An_account_is_verified_and_one_of_them_is_primary()
    {
        var member = await AddMemberAsync("Ann");
        var second = (await server.DataAsync(
            "mutation($id: ID!, $account: String!) { addIdentity(input: { memberId: $id, identity: { platform: QQ, externalId: $account } }) { identity { id isVerified isPrimary } } }",
            new { id = member, account = _run })).GetProperty("addIdentity").GetProperty("identity").GetProperty("id").GetString()!;
        var first = (await server.DataAsync("query($id: ID!) { memberById(id: $id) { identities { nodes { id } } } }", new { id = member }))
            .GetProperty("memberById").GetProperty("identities").GetProperty("nodes")[0].GetProperty("id").GetString()!;
        const string verify = "mutation($id: ID!) { verifyIdentity(input: { id: $id }) { identity { isVerified } errors { __typename } } }";
        (await server.DataAsync(verify, new { id = second })).ShouldBeJson("""{ "verifyIdentity": { "identity": { "isVerified": true }, "errors": null } }""");
        const string primary = "mutation($id: ID!) { setPrimaryIdentity(input: { id: $id }) { identity { isPrimary } errors { __typename } } }";
        await server.DataAsync(primary, new { id = first });
        (await server.DataAsync(primary, new { id = second })).ShouldBeJson("""{ "setPrimaryIdentity": { "identity": { "isPrimary": true }, "errors": null } }""");
        (await server.DataAsync("query($id: ID!) { memberById(id: $id) { identities { nodes { platform isVerified isPrimary } } } }", new { id = member })).ShouldBeJson(
            """
            { "memberById": { "identities": { "nodes": [
              { "platform": "WECHAT", "isVerified": false, "isPrimary": false }, { "platform": "QQ", "isVerified": true, "isPrimary": true }] } } }
            """);
    }

    [Fact]
    public async Task Who_mutes_a_group_is_known_and_a_stay_that_ended_has_no_attention()
    {
        var (groupKey, group) = await SampleCommunity.AddGroupAsync(server);
        await SampleCommunity.AddMembersAsync(server, groupKey, "Ann", "Bob");
        var stays = (await server.DataAsync("query($id: ID!) { groupById(id: $id) { memberships { nodes { id } } } }", new { id = group }))
            .GetProperty("groupById").GetProperty("memberships").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()!).ToArray();
        await server.DataAsync("mutation($id: ID!) { recordLeave(input: { membershipId: $id, leaveKind: SELF }) { membership { id } } }", new { id = stays[1] });
        const string set =
            "mutation($states: [AttentionStateInput!]!) { setAttentionStates(input: { states: $states }) { result { changed rejected rows { isChanged code } } errors { __typename } } }";
        (await server.DataAsync(set, new { states = new[] { new { membershipId = stays[0], state = "MUTED" }, new { membershipId = stays[1], state = "MUTED" } } })).ShouldBeJson(
            """
            { "setAttentionStates": { "result": { "changed": 1, "rejected": 1, "rows": [{ "isChanged": true, "code": null }, { "isChanged": false, "code": "MEMBERSHIP_ENDED" }] }, "errors": null } }
            """);
        (await server.DataAsync(set, new { states = new[] { new { membershipId = stays[0], state = "ACTIVE", at = TestClock.UtcNow.AddDays(-1) } } }))
            .GetProperty("setAttentionStates").GetProperty("result").GetProperty("changed").GetInt32().ShouldBe(0);
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { memberships(where: { attentionState: { eq: MUTED } }) { totalCount nodes { attentionState member { displayName } } } } }", new { id = group })).ShouldBeJson(
            """{ "groupById": { "memberships": { "totalCount": 1, "nodes": [{ "attentionState": "MUTED", "member": { "displayName": "Ann" } }] } } }""");
    }

    [Fact]
    public async Task The_timeline_of_a_member_and_of_a_group_has_the_latest_first_page_by_page_and_by_kind()
    {
        var (groupKey, group) = await SampleCommunity.AddGroupAsync(server);
        var member = await SampleCommunity.AddMemberInAsync(server, groupKey, "Ann");
        for (var i = 0; i < 3; i++)
        {
            await server.DataAsync("mutation($id: ID!, $city: String!) { updateMember(input: { id: $id, city: $city }) { member { id } } }", new { id = member, city = $"c{i}" });
        }

        var tag = (await server.DataAsync("mutation($n: String!) { createTag(input: { name: $n }) { tag { id } } }", new { n = _run })).GetProperty("createTag").GetProperty("tag").GetProperty("id").GetString();
        await server.DataAsync("mutation($m: ID!, $t: ID!) { addMemberTags(input: { memberIds: [$m], tagIds: [$t] }) { result { changed } } }", new { m = member, t = tag });

        const string query =
            "query($id: ID!, $after: String, $kinds: [ActivityKind!]) { memberById(id: $id) { timeline(first: 2, after: $after, kinds: $kinds) { nodes { kind } pageInfo { hasNextPage endCursor } } } }";
        var page = (await server.DataAsync(query, new { id = member })).GetProperty("memberById").GetProperty("timeline");
        Kinds(page).ShouldBe(["TAG_ADDED", "MEMBER_UPDATED"]);
        page = (await server.DataAsync(query, new { id = member, after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString() })).GetProperty("memberById").GetProperty("timeline");
        Kinds(page).ShouldBe(["MEMBER_UPDATED", "MEMBER_UPDATED"]);
        page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBeFalse();
        Kinds((await server.DataAsync(query, new { id = member, kinds = new[] { "TAG_ADDED" } })).GetProperty("memberById").GetProperty("timeline")).ShouldBe(["TAG_ADDED"]);

        // Of a list of members it is one statement, which the batch decides; here, that each gets their own.
        var other = await SampleCommunity.AddMemberInAsync(server, groupKey, "Bob");
        await server.DataAsync("mutation($id: ID!) { updateMember(input: { id: $id, city: \"x\" }) { member { id } } }", new { id = other });
        (await server.DataAsync("query($ids: [ID]) { members(where: { id: { in: $ids } }, order: [{ displayName: ASC }]) { nodes { timeline(first: 1) { nodes { kind } } } } }", new { ids = new[] { member, other } })).ShouldBeJson(
            """{ "members": { "nodes": [{ "timeline": { "nodes": [{ "kind": "TAG_ADDED" }] } }, { "timeline": { "nodes": [{ "kind": "MEMBER_UPDATED" }] } }] } }""");

        await server.DataAsync("mutation($id: ID!) { updateGroup(input: { id: $id, name: \"x\" }) { group { id } } closeGroup(input: { id: $id }) { group { id } } }", new { id = group });
        Kinds((await server.DataAsync("query($id: ID!) { groupById(id: $id) { timeline(first: 5) { nodes { kind } } } }", new { id = group })).GetProperty("groupById").GetProperty("timeline"))[0]
            .ShouldBe("GROUP_CLOSED");
    }

    private static string?[] Kinds(JsonElement page) => [.. page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("kind").GetString())];

    private object Touch(string member, string channel, string purpose, string? key) =>
        new { memberId = member, channel, purpose, key = key is null ? null : $"{_run}-{key}" };

    private async Task<JsonElement> TouchAsync(params object[] touches) => (await server.DataAsync(
        "mutation($touches: [TouchInput!]!) { recordTouches(input: { touches: $touches }) { report { recorded rejected rows { outcome code } } } }",
        new { touches })).GetProperty("recordTouches").GetProperty("report");

    private async Task<string> AddMemberAsync(string name) => await SampleCommunity.AddMemberInAsync(server, (await SampleCommunity.AddGroupAsync(server)).Key, name);

    private async Task<string> CreateTierAsync(string name, int rank, string? supportPriority = null) => (await server.DataAsync(
        "mutation($input: CreateMemberTierInput!) { createMemberTier(input: $input) { memberTier { id } } }",
        new { input = new { name, rank, supportPriority } })).GetProperty("createMemberTier").GetProperty("memberTier").GetProperty("id").GetString()!;

    private async Task<JsonElement> SetTierAsync(string memberId, string? tierId, string? reason = null) => (await server.DataAsync(
        "mutation($input: SetMemberTierInput!) { setMemberTier(input: $input) { member { tier { name supportPriority } } errors { __typename ... on Error { code } } } }",
        new { input = new { memberId, tierId, reason } })).GetProperty("setMemberTier");

    private async Task<JsonElement> DecideAsync(string memberId, object[] decisions, DateTimeOffset? decidedAt = null) => (await server.DataAsync(
        """
        mutation($input: SetContactPreferencesInput!) {
          setContactPreferences(input: $input) {
            member { contactPreferences { channel purpose isAllowed source note } }
            errors { __typename ... on Error { code } }
          }
        }
        """,
        new { input = new { memberId, decisions, source = "STAFF", decidedAt } })).GetProperty("setContactPreferences");

    private async Task<string[]> ReachAsync(string id, string? purpose = null) =>
        [.. (await server.DataAsync("query($id: ID!, $purpose: ContactPurpose) { memberById(id: $id) { reachability(purpose: $purpose) { channel reason } } }", new { id, purpose }))
            .GetProperty("memberById").GetProperty("reachability").EnumerateArray()
            .Select(r => $"{r.GetProperty("channel").GetString()} {r.GetProperty("reason").GetString()}")];
}
