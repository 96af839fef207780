using System.Globalization;
using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.MemberClasses;

/// <summary>Classes of members over HTTP, from nothing set to a member who moves on.</summary>
public sealed class MemberClassTests : IAsyncLifetime
{
    private readonly ClockServerFixture _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Nobody_is_classified_before_the_rules_are_set_and_the_rules_say_which_cannot_apply()
    {
        var (group, members) = await CommunityAsync("Ann");
        await OrderAsync(members[0], 0, 10);
        await _server.RunTimersAsync();
        (await _server.DataAsync(
            "query($id: ID!) { memberClassRules { version } classStrategies { class } memberById(id: $id) { class classSince classConflicts classEvidence { orders } classExplanation { class } classChanges { totalCount } } }",
            new { id = members[0] })).ShouldBeJson(
            """{ "memberClassRules": null, "classStrategies": [], "memberById": { "class": "UNCLASSIFIED", "classSince": null, "classConflicts": [], "classEvidence": null, "classExplanation": null, "classChanges": { "totalCount": 0 } } }""");
        (await SetAsync(new { })).ShouldBeJson(
            """
            { "memberClassRules": { "loyalMonths": 3, "needGapMonths": 3, "observationDays": 30, "bargainCeiling": null, "needTag": null, "version": 1, "rules": [
                { "class": "LOYAL", "applies": true, "reason": null },
                { "class": "BARGAIN", "applies": false, "reason": "No ceiling is set: say below which average order value somebody is after bargains." },
                { "class": "NEED", "applies": false, "reason": "No tag is named that says that somebody needs it." },
                { "class": "LOW", "applies": true, "reason": null }] }, "errors": null }
            """);
        group.Key.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_member_moves_from_class_to_class_with_evidence_conflicts_and_history_and_segments_follow()
    {
        var (group, members) = await CommunityAsync("Ann", "Friend");
        await SetAsync(new { bargainCeiling = new { amount = 100, currency = "CNY" }, observationDays = 0 });
        await _server.RunTimersAsync();
        (await ClassAsync(members[0])).ShouldBe("LOW");

        var segment = (await _server.DataAsync(
            """mutation { createSegment(input: { name: "loyal ones", condition: { class: { in: [LOYAL] } } }) { segment { id } errors { __typename } } }""")).GetProperty("createSegment").GetProperty("segment").GetProperty("id").GetString();
        foreach (var months in new[] { 0, 1, 2 })
        {
            await OrderAsync(members[0], months, 50);
        }

        await FollowAsync();
        (await ClassAsync(members[0])).ShouldBe("BARGAIN");

        // The friend whom Ann brought buys: the evidence is Ann's.
        await OrderAsync(members[1], 0, 500);
        await FollowAsync();
        var data = await _server.DataAsync(
            """
            query($ann: ID!, $group: ID!, $segment: ID!) {
              memberById(id: $ann) {
                class classConflicts version
                classEvidence { orders monthsInARow friendsWhoBought invites hasNeedTag averageOrderValue currency referralOrders { member { displayName } amount { amount } } }
                classExplanation { class conflicts satisfaction loyalty rules { class matches reasonNotToApply checks { name actual limit holds } } }
                classChanges { nodes { from to conflicts evidence { orders } } totalCount } }
              members(where: { class: { eq: LOYAL } }) { nodes { displayName } }
              groupById(id: $group) { classMix { members dominant isLowSample shares { class members share } } recommendedStrategy }
              classMix { members }
              segmentById(id: $segment) { memberCount explain(memberId: $ann) { matched nodes { condition actual } } }
            }
            """,
            new { ann = members[0], group = group.Id, segment });
        var ann = data.GetProperty("memberById");
        (ann.GetProperty("class").GetString(), ann.GetProperty("version").GetInt64()).ShouldBe(("LOYAL", 1L), "a class is no edit of the member");
        ann.GetProperty("classConflicts").ShouldBeJson("""["BARGAIN"]""");
        ann.GetProperty("classEvidence").ShouldBeJson(
            """
            { "orders": 3, "monthsInARow": 3, "friendsWhoBought": 1, "invites": 1, "hasNeedTag": false, "averageOrderValue": 50, "currency": "CNY",
              "referralOrders": [{ "member": { "displayName": "Friend" }, "amount": { "amount": 500 } }] }
            """);
        ann.GetProperty("classExplanation").ShouldBeJson(
            """
            { "class": "LOYAL", "conflicts": ["BARGAIN"], "satisfaction": null, "loyalty": 3, "rules": [
              { "class": "LOYAL", "matches": true, "reasonNotToApply": null, "checks": [
                { "name": "monthsInARow", "actual": 3, "limit": 3, "holds": true }, { "name": "friendsWhoBought", "actual": 1, "limit": 1, "holds": true }] },
              { "class": "BARGAIN", "matches": true, "reasonNotToApply": null, "checks": [{ "name": "averageOrderValue", "actual": 50, "limit": 100, "holds": true }] },
              { "class": "NEED", "matches": false, "reasonNotToApply": "No tag is named that says that somebody needs it.", "checks": [
                { "name": "orders", "actual": 3, "limit": 1, "holds": true }, { "name": "hasNeedTag", "actual": 0, "limit": 1, "holds": false },
                { "name": "monthsSinceLastOrder", "actual": 0, "limit": 3, "holds": false }] },
              { "class": "LOW", "matches": false, "reasonNotToApply": null, "checks": [
                { "name": "ordersAtMost", "actual": 3, "limit": 1, "holds": false }, { "name": "daysObserved", "actual": 0, "limit": 0, "holds": true }] }] }
            """);
        ann.GetProperty("classChanges").GetProperty("nodes").EnumerateArray().Select(c => $"{c.GetProperty("from").GetString()} {c.GetProperty("to").GetString()}")
            .ShouldBe(["UNCLASSIFIED LOW", "LOW BARGAIN", "BARGAIN LOYAL"]);
        data.GetProperty("members").ShouldBeJson("""{ "nodes": [{ "displayName": "Ann" }] }""");
        data.GetProperty("groupById").ShouldBeJson(
            """
            { "classMix": { "members": 2, "dominant": null, "isLowSample": true, "shares": [
                { "class": "UNCLASSIFIED", "members": 0, "share": 0 }, { "class": "LOYAL", "members": 1, "share": 0.5 }, { "class": "BARGAIN", "members": 0, "share": 0 },
                { "class": "NEED", "members": 0, "share": 0 }, { "class": "LOW", "members": 1, "share": 0.5 }] }, "recommendedStrategy": null }
            """);
        data.GetProperty("classMix").ShouldBeJson("""{ "members": 2 }""");
        data.GetProperty("segmentById").ShouldBeJson("""{ "memberCount": 1, "explain": { "matched": true, "nodes": [{ "condition": "class", "actual": { "class": "LOYAL" } }] } }""");

        // Everybody is looked at again when the rules change.
        await SetAsync(new { loyalMonths = 4, observationDays = 0, version = 1 });
        await _server.RunTimersAsync();
        (await ClassAsync(members[0])).ShouldBe("UNCLASSIFIED");
        (await SetAsync(new { version = 1 })).GetProperty("errors").ShouldBeJson("""[{ "__typename": "StaleVersionError", "code": "STALE_VERSION" }]""");
    }

    [Fact]
    public async Task A_metric_is_broken_down_by_class()
    {
        var (group, members) = await CommunityAsync("Ann", "Bob");
        await SetAsync(new { observationDays = 0, bargainCeiling = new { amount = 100, currency = "CNY" } });
        await OrderAsync(members[0], 0, 50);
        await OrderAsync(members[1], 0, 500);
        await _server.RunTimersAsync();
        (await _server.DataAsync(
            """
            query($group: ID!) {
              metricBreakdown(key: REVENUE, by: MEMBER_CLASS, window: { lastDays: 60 }) { label value { value } }
              metric(key: MEMBER_COUNT, window: { lastDays: 30 }, scope: { groupIds: [$group], memberClass: BARGAIN }) { value }
            }
            """,
            new { group = group.Id })).ShouldBeJson(
            """
            { "metricBreakdown": [
                { "label": "UNCLASSIFIED", "value": { "value": 0 } }, { "label": "LOYAL", "value": { "value": 0 } }, { "label": "BARGAIN", "value": { "value": 50 } },
                { "label": "NEED", "value": { "value": 0 } }, { "label": "LOW", "value": { "value": 500 } }],
              "metric": { "value": 1 } }
            """);
    }

    [Fact]
    public async Task Taking_part_has_levels_that_change_with_the_days_and_not_at_once()
    {
        var (group, members) = await CommunityAsync("Ann", "Bob");
        await _server.RunTimersAsync();
        (await LevelsAsync(members)).ShouldBe(["SILENT", "SILENT"]);
        await SpokeOnAsync(group.Key, 1, 2, 3, 4);
        await DayAsync();
        (await LevelsAsync(members)).ShouldBe(["ACTIVE", "SILENT"]);
        (await _server.DataAsync("{ members(where: { engagement: { eq: ACTIVE } }) { nodes { displayName } } }")).ShouldBeJson("""{ "members": { "nodes": [{ "displayName": "Ann" }] } }""");
        _server.Clock.Forward(TimeSpan.FromDays(23));
        await DayAsync();
        (await LevelsAsync(members)).ShouldBe(["ACTIVE", "SILENT"], "three days of the last twenty-eight keep it");
        await DayAsync();
        (await LevelsAsync(members)).ShouldBe(["OCCASIONAL", "SILENT"]);
        (await LoggedActivities.KindsAsync(_server, a => a.Kind == ActivityKind.MemberEngagementChanged)).Count().ShouldBe(2, "what is first known is no news");
    }

    [Fact]
    public async Task Strategies_are_data_and_a_class_without_one_has_no_rule()
    {
        var (group, _) = await CommunityAsync("Ann");
        await SetAsync(new { observationDays = 0 });
        await _server.RunTimersAsync();
        const string Query = "query($id: ID!) { classStrategies { class } groupById(id: $id) { classMix { dominant } recommendedStrategy } }";
        (await _server.DataAsync(Query, new { id = group.Id })).ShouldBeJson(
            """{ "classStrategies": [{ "class": "LOYAL" }, { "class": "BARGAIN" }], "groupById": { "classMix": { "dominant": "LOW" }, "recommendedStrategy": null } }""");
        (await StrategyAsync("LOW", "Ask them what they need.")).ShouldBeJson(
            """{ "classStrategies": [{ "class": "LOYAL" }, { "class": "BARGAIN" }, { "class": "LOW" }], "errors": null }""");
        (await _server.DataAsync(Query, new { id = group.Id })).GetProperty("groupById").GetProperty("recommendedStrategy").GetString().ShouldBe("Ask them what they need.");
        (await StrategyAsync("LOW", null)).ShouldBeJson("""{ "classStrategies": [{ "class": "LOYAL" }, { "class": "BARGAIN" }], "errors": null }""");
        (await StrategyAsync("LOW", new string('x', 2001))).GetProperty("errors").ShouldBeJson("""[{ "__typename": "InvalidInputError" }]""");
    }

    [Fact]
    public async Task Only_a_lead_sets_rules_and_an_owner_counts_their_own_members()
    {
        var (mine, _) = await CommunityAsync("Ann");
        await CommunityAsync("Bob");
        var owner = await _server.CreateKeyAsync(OperatorRole.Owner, null, mine.Key);
        (await _server.DataAsync("{ classMix { members } }", null, owner)).ShouldBeJson("""{ "classMix": { "members": 1 } }""");
        var answer = await _server.QueryAsync("mutation { setMemberClassRules(input: { }) { memberClassRules { version } } }", null, owner);
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        (await SetAsync(new { loyalMonths = 0, bargainCeiling = new { amount = 0, currency = "CNY" } })).GetProperty("errors").ShouldBeJson("""[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT" }]""");
        (await SetAsync(new { needTagId = "VGFnOjk5OTk5" })).GetProperty("errors").ShouldBeJson("""[{ "__typename": "NotFoundError", "code": "NOT_FOUND" }]""");
    }

    /// <summary>Promise 5: the evidence sums up orders of every group.</summary>
    [Fact]
    public async Task An_owner_is_told_the_class_and_not_what_was_bought_in_groups_of_others()
    {
        var (mine, members) = await CommunityAsync("Ann");
        var owner = await _server.CreateKeyAsync(OperatorRole.Owner, null, mine.Key);
        await SetAsync(new { observationDays = 0, bargainCeiling = new { amount = 100, currency = "CNY" } });
        await OrderAsync(members[0], 0, 50);
        await FollowAsync();
        const string Query =
            "query($id: ID!) { memberById(id: $id) { class classEvidence { orders } classExplanation { class } classChanges(first: 1, order: [{ changedAt: DESC }]) { nodes { to evidence { orders } } } } }";
        (await _server.DataAsync(Query, new { id = members[0] }, owner)).ShouldBeJson(
            """{ "memberById": { "class": "BARGAIN", "classEvidence": null, "classExplanation": null, "classChanges": { "nodes": [{ "to": "BARGAIN", "evidence": null }] } } }""");
        (await _server.DataAsync(Query, new { id = members[0] })).GetProperty("memberById").GetProperty("classEvidence").ShouldBeJson("""{ "orders": 1 }""");
    }

    /// <summary>The first member said something effective so many days ago, each day once.</summary>
    private Task SpokeOnAsync(long group, params int[] daysAgo) => _server.Database.WriteAsync(
        Headless.Community.Data.AccessScope.Everything,
        async (db, ct) =>
        {
            var member = db.Memberships.Where(m => m.GroupId == group).OrderBy(m => m.Id).Select(m => m.MemberId).First();
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(_server.Clock.Now, "Asia/Shanghai"));
            db.MemberDays.AddRange(daysAgo.Select(days => new MemberDay { GroupId = group, MemberId = member, Day = today.AddDays(-days), Messages = 1, EffectiveMessages = 1 }));
            return await db.SaveChangesAsync(ct);
        },
        TestContext.Current.CancellationToken);

    private Task DayAsync()
    {
        _server.Clock.Forward(TimeSpan.FromDays(1));
        return _server.RunTimersAsync();
    }

    private async Task<string?[]> LevelsAsync(string[] members)
    {
        var levels = new List<string?>();
        foreach (var id in members)
        {
            levels.Add((await _server.DataAsync("query($id: ID!) { memberById(id: $id) { engagement } }", new { id })).GetProperty("memberById").GetProperty("engagement").GetString());
        }

        return [.. levels];
    }

    private async Task FollowAsync()
    {
        _server.Clock.Forward(TimeSpan.FromSeconds(30));
        await _server.RunTimersAsync();
        await _server.RunTimersAsync();
    }

    private async Task<((long Key, string Id) Group, string[] Members)> CommunityAsync(params string[] names)
    {
        var group = await SampleCommunity.AddGroupAsync(_server);
        var members = await SampleCommunity.AddMembersAsync(_server, group.Key, names);
        if (names.Length > 1)
        {
            await _server.Database.WriteAsync(Headless.Community.Data.AccessScope.Everything, async (db, ct) =>
            {
                var stays = db.Memberships.Where(m => m.GroupId == group.Key).OrderBy(m => m.Id).ToList();
                stays[1].InvitedById = stays[0].MemberId;
                return await db.SaveChangesAsync(ct);
            }, TestContext.Current.CancellationToken);
        }

        return (group, members);
    }

    private async Task<string?> ClassAsync(string id) =>
        (await _server.DataAsync("query($id: ID!) { memberById(id: $id) { class } }", new { id })).GetProperty("memberById").GetProperty("class").GetString();

    /// <summary>An order in the middle of a month some months ago; of this month now.</summary>
    private async Task OrderAsync(string memberId, int monthsAgo, int amount)
    {
        var today = _server.Clock.Now;
        var at = monthsAgo == 0 ? today : new DateTime(today.Year, today.Month, 15, 0, 0, 0, DateTimeKind.Utc).AddMonths(-monthsAgo);
        (await _server.DataAsync(
            "mutation($input: RecordOrderInput!) { recordOrder(input: $input) { errors { __typename } } }",
            new { input = new { source = "test", externalId = Guid.NewGuid().ToString("N"), memberId, amount = new { amount, currency = "CNY" }, paidAt = at.ToString("O", CultureInfo.InvariantCulture) } }))
            .ShouldBeJson("""{ "recordOrder": { "errors": null } }""");
    }

    private async Task<JsonElement> SetAsync(object input) => (await _server.DataAsync(
        """
        mutation($input: SetMemberClassRulesInput!) { setMemberClassRules(input: $input) {
          memberClassRules { loyalMonths needGapMonths observationDays bargainCeiling { amount currency } needTag { id } version rules { class applies reason } }
          errors { __typename ... on Error { code } } } }
        """,
        new { input })).GetProperty("setMemberClassRules");

    private async Task<JsonElement> StrategyAsync(string @class, string? text) => (await _server.DataAsync(
        "mutation($input: SetClassStrategyInput!) { setClassStrategy(input: $input) { classStrategies { class } errors { __typename } } }", new { input = new { @class, text } })).GetProperty("setClassStrategy");
}
