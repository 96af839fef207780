using System.Globalization;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Metrics;

/// <summary>Cohorts, funnels, rankings and where growth comes from, over HTTP, on small communities whose figures can be counted by hand.</summary>
public sealed class AnalysisTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_retention_cohort_tells_who_stays_apart_from_who_speaks_and_what_is_not_over_is_null()
    {
        var group = await GroupAsync();
        await RecordAsync(
            Join(group, "ann", "2026-01-05T02:00:00Z"), Join(group, "bob", "2026-01-06T02:00:00Z"), Join(group, "cid", "2026-02-06T02:00:00Z"), Leave(group, "bob", "2026-02-10T02:00:00Z"),
            Message(group, "ann", "2026-01-07T02:00:00Z"), Message(group, "bob", "2026-02-02T02:00:00Z"), Message(group, "cid", "2026-02-07T02:00:00Z"));
        (await server.DataAsync(
            """
            query($scope: MetricScopeInput!) {
              retentionCohorts(window: { from: "2026-01-01", to: "2026-03-01" }, periods: 1, scope: $scope) { from to size cells { period staying active stayingRate activeRate } }
              future: retentionCohorts(window: { from: "2026-01-01", to: "2026-02-01" }, periods: 120, scope: $scope) { cells { staying activeRate } }
            }
            """,
            new { scope = new { groupIds = new[] { group.Id } } })).GetProperty("retentionCohorts").ShouldBeJson(
            """
            [{ "from": "2026-01-01", "to": "2026-02-01", "size": 2, "cells": [
                { "period": 0, "staying": 2, "active": 1, "stayingRate": 1, "activeRate": 0.5 }, { "period": 1, "staying": 1, "active": 1, "stayingRate": 0.5, "activeRate": 0.5 }] },
             { "from": "2026-02-01", "to": "2026-03-01", "size": 1, "cells": [
                { "period": 0, "staying": 1, "active": 1, "stayingRate": 1, "activeRate": 1 }, { "period": 1, "staying": 1, "active": 0, "stayingRate": 1, "activeRate": 0 }] }]
            """);
        var far = (await server.DataAsync(
            """query($scope: MetricScopeInput!) { retentionCohorts(window: { from: "2026-01-01", to: "2026-02-01" }, periods: 120, scope: $scope) { cells { staying activeRate } } }""",
            new { scope = new { groupIds = new[] { group.Id } } })).GetProperty("retentionCohorts")[0].GetProperty("cells");
        far[120].ShouldBeJson("""{ "staying": null, "activeRate": null }""");
    }

    [Fact]
    public async Task Buyers_are_followed_from_their_first_order_and_scored_without_splitting_equals()
    {
        var group = await GroupAsync();
        await OrderAsync(group, "ann", "2026-01-05T02:00:00Z", 100, "ann", "2026-02-05T02:00:00Z", 50, "bob", "2026-01-06T02:00:00Z", 10, "cid", "2026-02-06T02:00:00Z", 10);
        var data = await server.DataAsync(
            """
            query($scope: MetricScopeInput!) {
              purchaseCohorts(window: { from: "2026-01-01", to: "2026-03-01" }, periods: 1, scope: $scope) { from size cells { period buyers orders revenue buyerRate } }
              rfm(window: { from: "2026-01-01", to: "2026-03-01" }, scope: $scope) { buyers revenue currency cells { recency frequency monetary buyers orders revenue } }
              revenueDecomposition(window: { from: "2026-01-01", to: "2026-03-01" }, scope: $scope) { members buyersPerMember ordersPerBuyer averageOrderValue revenue revenueOfUnknownBuyers currency }
            }
            """,
            new { scope = new { groupIds = new[] { group.Id } } });
        data.ShouldBeJson(
            """
            { "purchaseCohorts": [
                { "from": "2026-01-01", "size": 2, "cells": [{ "period": 0, "buyers": 2, "orders": 2, "revenue": 110, "buyerRate": 1 }, { "period": 1, "buyers": 1, "orders": 1, "revenue": 50, "buyerRate": 0.5 }] },
                { "from": "2026-02-01", "size": 1, "cells": [{ "period": 0, "buyers": 1, "orders": 1, "revenue": 10, "buyerRate": 1 }, { "period": 1, "buyers": 0, "orders": 0, "revenue": 0, "buyerRate": 0 }] }],
              "rfm": { "buyers": 3, "revenue": 170, "currency": "CNY", "cells": [
                { "recency": 4, "frequency": 1, "monetary": 1, "buyers": 1, "orders": 1, "revenue": 10 },
                { "recency": 2, "frequency": 4, "monetary": 4, "buyers": 1, "orders": 2, "revenue": 150 },
                { "recency": 1, "frequency": 1, "monetary": 1, "buyers": 1, "orders": 1, "revenue": 10 }] },
              "revenueDecomposition": { "members": 0, "buyersPerMember": null, "ordersPerBuyer": 1.3333333333333333, "averageOrderValue": 42.5, "revenue": 170, "revenueOfUnknownBuyers": 0, "currency": "CNY" } }
            """);
    }

    [Fact]
    public async Task A_funnel_follows_each_person_through_the_steps_in_their_order()
    {
        var group = await GroupAsync();
        var channel = $"video-{_run}";
        var video = await CreateAsync("createJoinChannel", "joinChannel", new { name = channel, kind = "SHORT_VIDEO" });
        await RecordAsync(
            Join(group, "ann", "2026-01-05T02:00:00Z", channel), Join(group, "bob", "2026-01-05T02:00:00Z", channel), Join(group, "cid", "2026-01-05T02:00:00Z"),
            Message(group, "ann", "2026-01-06T02:00:00Z"), Message(group, "cid", "2026-01-05T03:00:00Z"));

        // Bob buys without having spoken; cid buys before speaking would have been possible, and too late.
        await OrderAsync(group, "ann", "2026-01-07T02:00:00Z", 1, "bob", "2026-01-07T02:00:00Z", 1, "cid", "2026-03-07T02:00:00Z", 1);
        (await server.DataAsync(
            """
            query($scope: MetricScopeInput!) {
              funnel(template: ACQUIRE, window: { from: "2026-01-01", to: "2026-02-01" }, scope: $scope) {
                entrants steps { kind minCount count shareOfPrevious shareOfFirst medianDays } firstTouches { channel { id } counts } }
              own: funnel(steps: [{ kind: MEMBER_JOINED, channelKinds: [SHORT_VIDEO] }, { kind: ORDER_RECORDED }], window: { from: "2026-01-01", to: "2026-02-01" }, scope: $scope) { steps { count } }
            }
            """,
            new { scope = new { groupIds = new[] { group.Id } } })).ShouldBeJson(
            $$"""
            { "funnel": { "entrants": 3, "steps": [
                { "kind": "MEMBER_JOINED", "minCount": 1, "count": 3, "shareOfPrevious": null, "shareOfFirst": 1, "medianDays": null },
                { "kind": "MESSAGE_SENT", "minCount": 1, "count": 2, "shareOfPrevious": 0.6666666666666666, "shareOfFirst": 0.6666666666666666, "medianDays": 0.2916666666666667 },
                { "kind": "ORDER_RECORDED", "minCount": 1, "count": 1, "shareOfPrevious": 0.5, "shareOfFirst": 0.3333333333333333, "medianDays": 2 }],
                "firstTouches": [{ "channel": { "id": "{{video}}" }, "counts": [2, 1, 1] }, { "channel": null, "counts": [1, 1, 0] }] },
              "own": { "steps": [{ "count": 2 }, { "count": 2 }] } }
            """);
    }

    [Theory]
    [InlineData("withinDays: 0, template: ACQUIRE", "PAGE_SIZE_EXCEEDED")]
    [InlineData("steps: []", "INVALID_FUNNEL")]
    [InlineData("template: ACQUIRE, steps: [{ kind: MEMBER_JOINED }]", "INVALID_FUNNEL")]
    [InlineData("steps: [{ kind: MESSAGE_SENT, channelKinds: [WEIBO] }]", "INVALID_FUNNEL")]
    [InlineData("steps: [{ kind: MEMBER_JOINED, minCount: 0 }]", "INVALID_FUNNEL")]
    public async Task A_funnel_that_means_nothing_is_refused(string arguments, string code)
    {
        var answer = await server.QueryAsync($"{{ funnel(window: {{ lastDays: 7 }}, {arguments}) {{ entrants }} }}");
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task Twenty_of_three_hundred_members_are_seed_candidates_and_always_the_same()
    {
        var (key, id) = await GroupAsync();
        await server.Database.WriteAsync(AccessScope.Everything, async (db, ct) =>
        {
            var members = Enumerable.Range(0, 300).Select(i => new Member { DisplayName = $"{_run} {i:000}" }).ToList();
            db.Members.AddRange(members);
            await db.SaveChangesAsync(ct);
            foreach (var (member, i) in members.Select((m, i) => (m, i)))
            {
                db.Memberships.Add(new Membership
                {
                    GroupId = key, MemberId = member.Id, JoinedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), Role = i == 0 ? MembershipRole.Seed : MembershipRole.Member,
                });

                // Ten of the same score at the border: 010 to 019 have one day, 020 to 029 the same.
                if (i < 40)
                {
                    db.MemberDays.Add(new MemberDay { GroupId = key, MemberId = member.Id, Day = new DateOnly(2026, 1, 2), Messages = 9, EffectiveMessages = i < 10 ? 9 - (i / 2) : 3 });
                }
            }

            await db.SaveChangesAsync(ct);
            return 1;
        }, TestContext.Current.CancellationToken);
        const string Query =
            """
            query($id: ID!) { groupById(id: $id) {
              shared: seedCandidates(window: { from: "2026-01-01", to: "2026-02-01" }) { rank score role member { displayName } parts { name value weight } }
              five: seedCandidates(window: { from: "2026-01-01", to: "2026-02-01" }, first: 5) { rank }
              tenth: seedCandidates(window: { from: "2026-01-01", to: "2026-02-01" }, share: 0.1) { rank } } }
            """;
        var data = (await server.DataAsync(Query, new { id })).GetProperty("groupById");
        var candidates = data.GetProperty("shared").EnumerateArray().ToList();
        candidates.Select(c => c.GetProperty("member").GetProperty("displayName").GetString()).ShouldBe(Enumerable.Range(0, 20).Select(i => $"{_run} {i:000}"));
        candidates[0].ShouldBeJson(
            $$"""
            { "rank": 1, "score": 14, "role": "SEED", "member": { "displayName": "{{_run}} 000" }, "parts": [
              { "name": "effectiveMessages", "value": 9, "weight": 1 }, { "name": "activeDays", "value": 1, "weight": 5 }, { "name": "qualifiedInvites", "value": 0, "weight": 10 },
              { "name": "repliesReceived", "value": 0, "weight": 2 }] }
            """);
        (data.GetProperty("five").GetArrayLength(), data.GetProperty("tenth").GetArrayLength()).ShouldBe((5, 30));
        (await server.DataAsync(Query, new { id })).GetProperty("groupById").ToString().ShouldBe(data.ToString());
    }

    [Fact]
    public async Task Leaderboards_and_candidates_show_the_parts_of_the_score()
    {
        var group = await GroupAsync();
        await RecordAsync(Join(group, "ann", "2026-01-01T02:00:00Z"), Join(group, "bob", "2026-01-01T02:00:00Z"));
        await RecordAsync(
            Invited(group, "cid", "2026-01-02T02:00:00Z", "ann"), Invited(group, "dan", "2026-01-02T02:00:00Z", "ann"), Leave(group, "dan", "2026-01-03T02:00:00Z"),
            Message(group, "bob", "2026-01-05T02:00:00Z"), Message(group, "bob", "2026-01-06T02:00:00Z"), Message(group, "ann", "2026-01-05T02:00:00Z"));
        await OrderAsync(group, "ann", "2026-01-07T02:00:00Z", 30, "bob", "2026-01-07T02:00:00Z", 20);
        var data = (await server.DataAsync(
            """
            query($id: ID!) { groupById(id: $id) {
              messages: leaderboard(kind: MESSAGES, window: { from: "2026-01-01", to: "2026-02-01" }) { rank score member { displayName } parts { name value } }
              invites: leaderboard(kind: INVITES, window: { from: "2026-01-01", to: "2026-02-01" }) { score member { displayName } parts { name value } }
              purchases: leaderboard(kind: PURCHASES, window: { from: "2026-01-01", to: "2026-02-01" }, first: 1) { score member { displayName } parts { name value } }
              kolCandidates(window: { from: "2026-01-01", to: "2026-02-01" }) { score role member { displayName } parts { name value weight } } } }
            """,
            new { id = group.Id })).GetProperty("groupById");
        data.ShouldBeJson(
            """
            { "messages": [
                { "rank": 1, "score": 2, "member": { "displayName": "bob" }, "parts": [{ "name": "effectiveMessages", "value": 2 }, { "name": "messages", "value": 2 }, { "name": "activeDays", "value": 2 }] },
                { "rank": 2, "score": 1, "member": { "displayName": "ann" }, "parts": [{ "name": "effectiveMessages", "value": 1 }, { "name": "messages", "value": 1 }, { "name": "activeDays", "value": 1 }] }],
              "invites": [{ "score": 1, "member": { "displayName": "ann" }, "parts": [{ "name": "qualifiedInvites", "value": 1 }, { "name": "invites", "value": 2 }] }],
              "purchases": [{ "score": 30, "member": { "displayName": "ann" }, "parts": [{ "name": "revenue", "value": 30 }, { "name": "orders", "value": 1 }] }],
              "kolCandidates": [{ "score": 13, "role": "MEMBER", "member": { "displayName": "ann" }, "parts": [
                { "name": "followersWon", "value": 0, "weight": 10 }, { "name": "qualifiedInvites", "value": 1, "weight": 10 }, { "name": "invites", "value": 2, "weight": 1 },
                { "name": "activeDays", "value": 1, "weight": 1 }, { "name": "repliesReceived", "value": 0, "weight": 2 }] }] }
            """);
    }

    [Fact]
    public async Task Growth_is_referral_channel_or_neither_and_groups_overlap()
    {
        var (one, two) = (await GroupAsync(), await GroupAsync());
        var channel = $"search-{_run}";
        var channelId = await CreateAsync("createJoinChannel", "joinChannel", new { name = channel, kind = "OWN_MEDIA" });
        await RecordAsync(Join(one, "ann", "2026-01-01T02:00:00Z"), Join(two, "ann", "2026-01-01T02:00:00Z"), Join(one, "bob", "2026-01-02T02:00:00Z", channel));
        await RecordAsync(Invited(one, "cid", "2026-01-02T02:00:00Z", "ann", channel), Leave(one, "bob", "2026-01-03T02:00:00Z"));
        (await server.DataAsync(
            """
            query($one: [ID!]!, $both: [ID!]!) {
              growthDecomposition(window: { from: "2026-01-01", to: "2026-02-01" }, scope: { groupIds: $one }) { joins referral channel organic leaves net channels { channel { id } joins } }
              groupOverlaps(scope: { groupIds: $both }) { group { id } other { id } shared members otherMembers similarity }
              byChannel: metricBreakdown(key: JOIN_COUNT, by: JOIN_CHANNEL, window: { from: "2026-01-01", to: "2026-02-01" }, scope: { groupIds: $one }) { label groups channel { id } value { value } }
              byType: metricBreakdown(key: MEMBER_COUNT, by: GROUP_TYPE, window: { from: "2026-01-01", to: "2026-02-01" }, scope: { groupIds: $both }) { label groups value { value } }
              byPlatform: metricBreakdown(key: LEAVE_RATE, by: PLATFORM, window: { from: "2026-01-01", to: "2026-02-01" }, scope: { groupIds: $both }) { label value { numerator denominator } }
              byContent: metricBreakdown(key: JOIN_COUNT, by: CONTENT_CATEGORY, window: { from: "2026-01-01", to: "2026-02-01" }, scope: { groupIds: $both }) { label }
            }
            """,
            new { one = new[] { one.Id }, both = new[] { one.Id, two.Id } })).ShouldBeJson(
            $$"""
            { "growthDecomposition": { "joins": 3, "referral": 1, "channel": 1, "organic": 1, "leaves": 1, "net": 2, "channels": [{ "channel": { "id": "{{channelId}}" }, "joins": 1 }] },
              "groupOverlaps": [{ "group": { "id": "{{one.Id}}" }, "other": { "id": "{{two.Id}}" }, "shared": 1, "members": 2, "otherMembers": 1, "similarity": 0.5 }],
              "byChannel": [{ "label": "{{channel}}", "groups": null, "channel": { "id": "{{channelId}}" }, "value": { "value": 2 } }],
              "byType": [{ "label": "GENERAL", "groups": 2, "value": { "value": 3 } }],
              "byPlatform": [{ "label": "WECHAT", "value": { "numerator": 1, "denominator": 4 } }],
              "byContent": [] }
            """);
    }

    [Fact]
    public async Task Joins_and_leaves_around_a_campaign_are_told_over_as_many_days_each()
    {
        var group = await GroupAsync();
        var campaign = await CreateAsync("createCampaign", "campaign", new
        {
            name = _run, goal = "ACQUIRE", kind = "PROMOTION", groupIds = new[] { group.Id }, startsAt = "2026-01-10T02:00:00Z", endsAt = "2026-01-11T02:00:00Z",
        });
        await RecordAsync(
            Join(group, "ann", "2026-01-08T02:00:00Z"), Join(group, "bob", "2026-01-10T02:00:00Z"), Join(group, "cid", "2026-01-11T02:00:00Z"), Leave(group, "ann", "2026-01-12T02:00:00Z"));
        const string Query =
            "query($id: ID!) { campaignById(id: $id) { membershipDeltas { group { id } before { window { from to } joins leaves net } during { joins net } after { window { from to } leaves net } } } }";
        (await server.DataAsync(Query, new { id = campaign })).ShouldBeJson(
            $$"""
            { "campaignById": { "membershipDeltas": [{ "group": { "id": "{{group.Id}}" },
                "before": { "window": { "from": "2026-01-08", "to": "2026-01-10" }, "joins": 1, "leaves": 0, "net": 1 }, "during": { "joins": 2, "net": 2 },
                "after": { "window": { "from": "2026-01-12", "to": "2026-01-14" }, "leaves": 1, "net": -1 } }] } }
            """);
    }

    [Fact]
    public async Task An_owner_sees_figures_of_their_groups_only_and_no_key_without_the_right_sees_any()
    {
        var (mine, other) = (await GroupAsync(), await GroupAsync());
        await RecordAsync(Join(mine, "ann", "2026-01-01T02:00:00Z"), Join(other, "bob", "2026-01-01T02:00:00Z"), Join(other, "ann", "2026-01-01T02:00:00Z"));
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine.Key);
        (await server.DataAsync(
            """
            { growthDecomposition(window: { from: "2026-01-01", to: "2026-02-01" }) { joins } groupOverlaps { shared }
              retentionCohorts(window: { from: "2026-01-01", to: "2026-02-01" }, periods: 0) { size } funnel(template: ACQUIRE, window: { from: "2026-01-01", to: "2026-02-01" }) { entrants } }
            """,
            null, owner)).ShouldBeJson(
            """{ "growthDecomposition": { "joins": 1 }, "groupOverlaps": [], "retentionCohorts": [{ "size": 1 }], "funnel": { "entrants": 1 } }""");
        var blind = await server.CreateKeyAsync(OperatorRole.Lead, ApiKeyScope.Read);
        foreach (var query in new[] { "growthDecomposition(window: { lastDays: 1 }) { joins }", "rfm(window: { lastDays: 1 }) { buyers }", "leaderboard(kind: MESSAGES, window: { lastDays: 1 }) { rank }" })
        {
            (await server.QueryAsync($"{{ {query} }}", null, blind)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        }
    }

    private object Account(string who) => new { platform = "WECHAT", externalId = $"{_run}{who}", displayName = who };

    private object Join((long Key, string Id) group, string who, string at, string? channel = null) => new
    {
        kind = "JOIN", externalId = $"{_run}{group.Key}{who}{at}j", occurredAt = at, group = new { id = group.Id }, member = Account(who), joinChannel = channel,
    };

    private object Invited((long Key, string Id) group, string who, string at, string by, string? channel = null) => new
    {
        kind = "JOIN", externalId = $"{_run}{group.Key}{who}{at}j", occurredAt = at, group = new { id = group.Id }, member = Account(who), invitedBy = Account(by), joinChannel = channel,
    };

    private object Leave((long Key, string Id) group, string who, string at) => new
    {
        kind = "LEAVE", externalId = $"{_run}{group.Key}{who}{at}l", occurredAt = at, group = new { id = group.Id }, member = Account(who), leaveKind = "SELF",
    };

    private object Message((long Key, string Id) group, string who, string at) => new
    {
        kind = "MESSAGE", externalId = $"{_run}{group.Key}{who}{at}m", occurredAt = at, group = new { id = group.Id }, member = Account(who), text = $"good morning at {at}",
    };

    private Task<(long Key, string Id)> GroupAsync() => SampleCommunity.AddGroupAsync(server);

    private async Task OrderAsync((long Key, string Id) group, params object[] orders)
    {
        for (var i = 0; i < orders.Length; i += 3)
        {
            var amount = Convert.ToDecimal(orders[i + 2], CultureInfo.InvariantCulture);
            await CreateAsync("recordOrder", "order", new
            {
                source = _run, externalId = Guid.NewGuid().ToString("N"), amount = new { amount, currency = "CNY" }, paidAt = orders[i + 1], member = Account((string)orders[i]), groupId = group.Id,
            });
        }
    }

    private async Task RecordAsync(params object[] activities) => (await server.DataAsync(
        "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { rejected { code message } } } }", new { input = new { source = "test", activities } }))
        .ShouldBeJson("""{ "recordActivities": { "report": { "rejected": [] } } }""");

    private async Task<string> CreateAsync(string mutation, string field, object input)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var payload = (await server.DataAsync(
            $"mutation($input: {type}Input!) {{ {mutation}(input: $input) {{ {field} {{ id }} errors {{ __typename ... on Error {{ message }} }} }} }}", new { input })).GetProperty(mutation);
        payload.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, payload.ToString());
        return payload.GetProperty(field).GetProperty("id").GetString()!;
    }
}
