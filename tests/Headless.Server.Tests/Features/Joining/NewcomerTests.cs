using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Joining;

/// <summary>What follows a join: welcome, nickname, the first word, leaving, and who brought whom; and where to send people.</summary>
public sealed class NewcomerTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Newcomers_wait_for_a_welcome_until_one_is_recorded()
    {
        var (key, id) = await SampleCommunity.AddGroupAsync(server);
        var (ann, bob) = (await JoinAsync(id, "ann"), await JoinAsync(id, "bob"));
        await JoinAsync(id, "old", TestClock.UtcNow.AddDays(-20));
        (await WaitingAsync()).ShouldBe(2);
        var unknown = Convert.ToBase64String("Membership:999999"u8);
        (await MutateAsync("recordWelcomes", "result { marked rows { index membershipId outcome } }", new { membershipIds = new[] { ann, unknown } })).ShouldBeJson(
            $$"""
            { "result": { "marked": 1, "rows": [{ "index": 0, "membershipId": "{{ann}}", "outcome": "MARKED" }, { "index": 1, "membershipId": "{{unknown}}", "outcome": "NOT_FOUND" }] }, "errors": null }
            """);
        (await MutateAsync("recordWelcomes", "result { marked rows { outcome } }", new { membershipIds = new[] { ann } })).ShouldBeJson(
            """{ "result": { "marked": 0, "rows": [{ "outcome": "ALREADY_MARKED" }] }, "errors": null }""");
        (await WaitingAsync()).ShouldBe(1);
        (await LoggedActivities.KindsAsync(server, a => a.GroupId == key && a.Kind == ActivityKind.MemberWelcomed)).Length.ShouldBe(1);
        foreach (var membershipIds in new[] { [], Enumerable.Repeat(bob, 1_001).ToArray() })
        {
            (await server.QueryAsync(
                "mutation($input: RecordWelcomesInput!) { recordWelcomes(input: $input) { errors { ... on Error { code } } } }", new { input = new { membershipIds } }))
                .ToString().ShouldContain("INVALID_");
        }

        async Task<int> WaitingAsync() => (await server.DataAsync("query($id: ID!) { newcomersNotWelcomed(where: { group: { id: { eq: $id } } }) { totalCount } }", new { id }))
            .GetProperty("newcomersNotWelcomed").GetProperty("totalCount").GetInt32();
    }

    [Fact]
    public async Task Those_who_have_not_said_anything_are_found()
    {
        var (_, id) = await SampleCommunity.AddGroupAsync(server);
        await JoinAsync(id, "quiet");
        await JoinAsync(id, "loud");
        await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount } } }",
            new
            {
                input = new
                {
                    source = _run,
                    activities = new[] { new { kind = "MESSAGE", externalId = _run, occurredAt = TestClock.UtcNow, group = new { id }, member = Account("loud"), text = "大家好" } },
                },
            });
        (await server.DataAsync("query($id: ID!) { membersWithoutFirstMessage(days: 3, where: { group: { id: { eq: $id } } }) { nodes { member { displayName } } } }", new { id }))
            .ShouldBeJson("""{ "membersWithoutFirstMessage": { "nodes": [{ "member": { "displayName": "quiet" } }] } }""");
        (await server.QueryAsync("{ membersWithoutFirstMessage(days: 0) { totalCount } }")).ToString().ShouldContain("INVALID_ARGUMENTS");
    }

    [Fact]
    public async Task Nicknames_are_compared_with_the_rule_when_they_come_change_and_when_the_rule_changes()
    {
        var (key, id) = await SampleCommunity.AddGroupAsync(server);
        await JoinAsync(id, "成都-小王");
        var bad = await JoinAsync(id, "小李");
        (await FoundAsync()).ShouldBe("");
        await MutateAsync("updateGroup", "group { id }", new { id, nicknameRule = new { template = "地区-名字", pattern = "^(成都|绵阳)-.+$" } });
        (await FoundAsync()).ShouldBe("小李");
        await JoinAsync(id, "路人");
        (await FoundAsync()).ShouldBe("小李 路人");
        await MutateAsync("updateMembership", "membership { id }", new { id = bad, nickname = "绵阳-小李" });
        (await FoundAsync()).ShouldBe("路人");
        await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount } } }",
            new { input = new { source = _run, activities = new[] { new { kind = "RENAME", externalId = $"{_run}-r", occurredAt = TestClock.UtcNow, group = new { id }, member = Account("成都-小王"), newName = "王" } } } });
        (await FoundAsync()).ShouldBe("王 路人");
        (await MutateAsync("recordNicknameReminders", "result { marked }", new { membershipIds = new[] { bad } })).ShouldBeJson("""{ "result": { "marked": 1 }, "errors": null }""");
        (await LoggedActivities.KindsAsync(server, a => a.GroupId == key && a.Kind == ActivityKind.NicknameReminded)).Length.ShouldBe(1);
        await MutateAsync("updateGroup", "group { id }", new { id, nicknameRule = new { pattern = (string?)null } });
        (await FoundAsync()).ShouldBe("");

        async Task<string> FoundAsync() => string.Join(' ', (await server.DataAsync("query($id: ID!) { groupById(id: $id) { nonCompliantMembers(first: 10, order: [{ nickname: ASC }]) { nodes { nickname } } } }", new { id }))
            .GetProperty("groupById").GetProperty("nonCompliantMembers").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("nickname").GetString()).Order(StringComparer.Ordinal));
    }

    /// <summary>The pattern that makes a backtracking engine take for ever takes no time here.</summary>
    [Fact]
    public async Task A_pattern_that_would_explode_does_not()
    {
        var (_, id) = await SampleCommunity.AddGroupAsync(server);
        await JoinAsync(id, new string('a', 60) + "!");
        await MutateAsync("updateGroup", "group { id }", new { id, nicknameRule = new { pattern = "^(a+)+$" } }).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { nonCompliantMembers { totalCount } } }", new { id })).ShouldBeJson("""{ "groupById": { "nonCompliantMembers": { "totalCount": 1 } } }""");
    }

    [Fact]
    public async Task Why_somebody_left_has_a_source()
    {
        var (_, id) = await SampleCommunity.AddGroupAsync(server);
        var (ann, bob, cat) = (await JoinAsync(id, "ann"), await JoinAsync(id, "bob"), await JoinAsync(id, "cat"));
        (await LeaveAsync(new { membershipId = ann, leaveKind = "SELF", leaveReason = "广告太多" })).ShouldBe("DECLARED");
        (await LeaveAsync(new { membershipId = bob, leaveKind = "SELF", leaveReason = "搬家", leaveReasonSource = "INFERRED" })).ShouldBe("INFERRED");
        (await LeaveAsync(new { membershipId = cat, leaveKind = "REMOVED" })).ShouldBe("NONE");
        (await MutateAsync("explainLeave", "membership { leaveReason leaveReasonSource version }", new { id = cat, leaveReason = "价格", leaveReasonSource = "INFERRED" })).GetProperty("membership")
            .GetProperty("leaveReasonSource").GetString().ShouldBe("INFERRED");
        (await MutateAsync("explainLeave", "membership { id }", new { id = cat, leaveReason = "价格", leaveReasonSource = "NONE" })).ShouldBeJson("""{ "membership": null, "errors": [{ "code": "INVALID_INPUT" }] }""");
        (await MutateAsync("explainLeave", "membership { id }", new { id = await JoinAsync(id, "dan"), leaveReason = "?", leaveReasonSource = "INFERRED" })).ShouldBeJson("""{ "membership": null, "errors": [{ "code": "MEMBERSHIP_LASTS" }] }""");

        async Task<string?> LeaveAsync(object input) => (await MutateAsync("recordLeave", "membership { leaveReasonSource }", input)).GetProperty("membership").GetProperty("leaveReasonSource").GetString();
    }

    [Fact]
    public async Task Who_brought_whom_is_a_tree()
    {
        var (_, id) = await SampleCommunity.AddGroupAsync(server);
        await JoinAsync(id, "root");
        await JoinAsync(id, "child", invitedBy: "root");
        await JoinAsync(id, "grandchild", invitedBy: "child");
        var root = (await server.DataAsync("query($id: String!) { memberByIdentity(platform: WECHAT, externalId: $id) { id invitations { totalCount } } }", new { id = $"{_run}-root" })).GetProperty("memberByIdentity");
        root.GetProperty("invitations").GetProperty("totalCount").GetInt32().ShouldBe(1);
        (await server.DataAsync("query($id: ID!) { invitationTree(memberId: $id) { depth inviter { displayName } invitee { displayName } } one: invitationTree(memberId: $id, depth: 1) { depth } }", new { id = root.GetProperty("id").GetString() })).ShouldBeJson(
            """
            { "invitationTree": [{ "depth": 1, "inviter": { "displayName": "root" }, "invitee": { "displayName": "child" } },
                { "depth": 2, "inviter": { "displayName": "child" }, "invitee": { "displayName": "grandchild" } }], "one": [{ "depth": 1 }] }
            """);
        (await server.QueryAsync("query($id: ID!) { invitationTree(memberId: $id, depth: 6) { depth } }", new { id = root.GetProperty("id").GetString() })).ToString().ShouldContain("INVALID_ARGUMENTS");
    }

    [Fact]
    public async Task The_first_rule_that_holds_and_has_room_proposes_a_group_and_says_why()
    {
        await server.Database.WriteAsync(AccessScope.Everything, (db, ct) => db.RoutingRules.ExecuteDeleteAsync(ct), TestContext.Current.CancellationToken);
        var (south, rest) = (await SampleCommunity.AddGroupAsync(server), await SampleCommunity.AddGroupAsync(server));
        var replica = (await MutateAsync("createGroup", "group { id }", new { platform = "WECHAT", externalId = _run, name = "r", parentGroupId = south.Id })).GetProperty("group").GetProperty("id").GetString()!;
        await server.Database.WriteAsync(
            AccessScope.Everything, (db, ct) => db.Database.ExecuteSqlAsync($"UPDATE Groups SET Status = {(int)GroupStatus.Active} WHERE ExternalId = {_run}", ct), TestContext.Current.CancellationToken);
        var members = await SampleCommunity.AddMembersAsync(server, rest.Key, "a", "b", "c", "d");
        foreach (var member in members)
        {
            await MutateAsync("updateMember", "member { id }", new { id = member, region = member == members[3] ? "北京" : "四川" });
        }

        var (other, _) = await SampleCommunity.AddGroupAsync(server);
        var rule = (await MutateAsync("createRoutingRule", "routingRule { id position }", new { name = "四川", groupId = south.Id, region = "四川", includesReplicas = true, capacity = 1 })).GetProperty("routingRule");
        await MutateAsync("createRoutingRule", "routingRule { id }", new { name = "口令", groupId = south.Id, label = "进群" });
        await MutateAsync("createRoutingRule", "routingRule { id }", new { name = "其余", groupId = rest.Id });
        (await server.DataAsync("query($id: ID!) { routeMember(memberId: $id) { group { id } rule { name } answers { name matched } } }", new { id = members[0] })).ShouldBeJson(
            $$"""{ "routeMember": { "group": { "id": "{{south.Id}}" }, "rule": { "name": "四川" }, "answers": [{ "name": "四川", "matched": true }] } }""");
        (await server.DataAsync("query($id: ID!) { routeMember(memberId: $id) { group { id } answers { name matched reason } } }", new { id = members[3] })).ShouldBeJson(
            """
            { "routeMember": { "group": null, "answers": [
                { "name": "四川", "matched": false, "reason": "Their region is 北京, not 四川." },
                { "name": "口令", "matched": false, "reason": "The word is not '进群'." },
                { "name": "其余", "matched": false, "reason": "They are in '{{name}}' already." }] } }
            """.Replace("{{name}}", await NameAsync(rest.Id)));
        (await server.DataAsync("query($id: ID!) { routeMember(memberId: $id, label: \"进群\") { rule { name } } }", new { id = members[3] })).ShouldBeJson("""{ "routeMember": { "rule": { "name": "口令" } } }""");

        // One after the other: the first fills the group, the second goes to the replica, the third finds both full.
        (await server.DataAsync("query($ids: [ID!]!) { routingPreview(memberIds: $ids) { routed unrouted groups { count group { id } } proposals { rule { name } } } }", new { ids = members })).ShouldBeJson(
            $$"""
            { "routingPreview": { "routed": 2, "unrouted": 2,
                "groups": [{ "count": 1, "group": { "id": "{{south.Id}}" } }, { "count": 1, "group": { "id": "{{replica}}" } }],
                "proposals": [{ "rule": { "name": "四川" } }, { "rule": { "name": "四川" } }, { "rule": null }, { "rule": null }] } }
            """);
        (await server.DataAsync("{ memberships(where: { group: { externalId: { eq: \"" + _run + "\" } } }) { totalCount } }")).ShouldBeJson("""{ "memberships": { "totalCount": 0 } }""");
        (await MutateAsync("updateRoutingRule", "routingRule { isActive version }", new { id = rule.GetProperty("id").GetString(), version = 1, isActive = false })).ShouldBeJson("""{ "routingRule": { "isActive": false, "version": 2 }, "errors": null }""");
        (await MutateAsync("deleteRoutingRule", "routingRule { name }", new { id = rule.GetProperty("id").GetString() })).ShouldBeJson("""{ "routingRule": { "name": "四川" }, "errors": null }""");
        (await server.DataAsync("{ routingRules(order: [{ position: ASC }]) { nodes { name } } }")).ShouldBeJson("""{ "routingRules": { "nodes": [{ "name": "口令" }, { "name": "其余" }] } }""");
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, other);
        (await server.QueryAsync("mutation($input: CreateRoutingRuleInput!) { createRoutingRule(input: $input) { routingRule { id } } }", new { input = new { name = "n", groupId = rest.Id } }, owner)).ToString().ShouldContain("FORBIDDEN");
        (await server.DataAsync("query($id: ID!) { routeMember(memberId: $id) { answers { name } } }", new { id = members[0] }, owner)).ShouldBeJson("""{ "routeMember": null }""");
    }

    [Fact]
    public async Task When_a_group_of_a_series_is_full_the_next_of_the_series_is_proposed()
    {
        await server.Database.WriteAsync(AccessScope.Everything, (db, ct) => db.RoutingRules.ExecuteDeleteAsync(ct), TestContext.Current.CancellationToken);
        var series = (await MutateAsync("createGroupSeries", "groupSeries { id }", new { name = $"series {_run}", nameTemplate = "s{seq}" })).GetProperty("groupSeries").GetProperty("id").GetString()!;
        var groups = new string[3];
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = (await MutateAsync("createGroup", "group { id } errors { ... on Error { message } }", new { platform = "WECHAT", externalId = $"{_run}-{i}", seriesId = series })).GetProperty("group").GetProperty("id").GetString()!;
        }

        var elsewhere = await SampleCommunity.AddGroupAsync(server);
        await server.Database.WriteAsync(
            AccessScope.Everything, (db, ct) => db.Database.ExecuteSqlAsync($"UPDATE Groups SET Status = {(int)GroupStatus.Active} WHERE ExternalId LIKE {_run + "-%"}", ct), TestContext.Current.CancellationToken);
        var members = await SampleCommunity.AddMembersAsync(server, elsewhere.Key, "a", "b", "c", "d");

        // The rule names the second: it comes first, then the others by their age.
        await MutateAsync("createRoutingRule", "routingRule { id }", new { name = "series", groupId = groups[1], includesReplicas = true, capacity = 1 });
        await MutateAsync("createRoutingRule", "routingRule { id }", new { name = "alone", groupId = groups[2], label = "x" });
        (await server.DataAsync("query($ids: [ID!]!) { routingPreview(memberIds: $ids) { proposals { group { id } } } }", new { ids = members })).ShouldBeJson(
            $$"""{ "routingPreview": { "proposals": [{ "group": { "id": "{{groups[1]}}" } }, { "group": { "id": "{{groups[0]}}" } }, { "group": { "id": "{{groups[2]}}" } }, { "group": null }] } }""");
    }

    [Fact]
    public async Task The_join_rate_is_null_without_an_exposure_and_a_share_with_one()
    {
        var (_, id) = await SampleCommunity.AddGroupAsync(server);
        var channel = (await MutateAsync("createJoinChannel", "joinChannel { id }", new { name = _run })).GetProperty("joinChannel").GetProperty("id").GetString();
        await MutateAsync("createEntryPoint", "entryPoint { id }", new { name = "n", code = _run, channelId = channel, targets = new[] { new { groupId = id } } });
        const string query = "query($id: ID!) { groupById(id: $id) { metric(key: JOIN_RATE, window: { lastDays: 2 }) { numerator denominator value nullReason } metricSeries(key: JOIN_RATE, window: { lastDays: 1 }, interval: DAY) { value { value } } } }";
        await MutateAsync("recordJoin", "membership { id }", new { groupId = id, member = Account("x"), entryPointCode = _run });

        // A.13 #12
        (await server.DataAsync(query, new { id })).ShouldBeJson(
            """{ "groupById": { "metric": { "numerator": 0, "denominator": 0, "value": null, "nullReason": "EXPOSURE_NOT_TRACKED" }, "metricSeries": [{ "value": { "value": null } }] } }""");
        await MutateAsync("recordEntryEvents", "report { acceptedCount }", new { source = _run, events = new[] { new { kind = "EXPOSED", externalId = _run, occurredAt = TestClock.UtcNow, entryPointCode = _run, count = 8 } } });
        await MutateAsync("recordJoin", "membership { id }", new { groupId = id, member = Account("y") });
        (await server.DataAsync(query, new { id })).ShouldBeJson(
            """{ "groupById": { "metric": { "numerator": 1, "denominator": 8, "value": 0.125, "nullReason": null }, "metricSeries": [{ "value": { "value": 0.125 } }] } }""");
    }

    private async Task<string> NameAsync(string groupId) =>
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { name } }", new { id = groupId })).GetProperty("groupById").GetProperty("name").GetString()!;

    private object Account(string name) => new { platform = "WECHAT", externalId = $"{_run}-{name}", displayName = name };

    private async Task<string> JoinAsync(string groupId, string name, DateTimeOffset? joinedAt = null, string? invitedBy = null) => (await MutateAsync(
        "recordJoin", "membership { id }", new { groupId, member = Account(name), joinedAt, invitedBy = invitedBy is null ? null : Account(invitedBy) }))
        .GetProperty("membership").GetProperty("id").GetString()!;

    private async Task<JsonElement> MutateAsync(string mutation, string selection, object input, string? key = null) => (await server.DataAsync(
        $$"""
        mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) {
          {{mutation}}(input: $input) { {{selection}} errors { ... on Error { code } } }
        }
        """,
        new { input }, key)).GetProperty(mutation);
}
