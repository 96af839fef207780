using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Points;

/// <summary>Points over HTTP: the ledger, what is earned by rules, what expires, who has most.</summary>
public sealed class PointTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_balance_is_the_sum_of_its_ledger_and_what_was_wrong_is_taken_back_by_another_line()
    {
        var program = await CreateProgramAsync();
        var (_, members) = await CommunityAsync("Ann");
        var grant = await MoveAsync("grantPoints", program, members[0], 100, $"g-{_run}");
        (await MoveAsync("grantPoints", program, members[0], 100, $"g-{_run}")).ShouldBe(grant);
        await MoveAsync("redeemPoints", program, members[0], 30, $"r-{_run}");
        var errors = await ErrorsAsync("redeemPoints", program, members[0], 71);
        errors.ShouldBeJson("""[{ "__typename": "DomainError", "code": "INSUFFICIENT_POINTS", "message": "There are 70 points: 71 cannot be taken." }]""");

        // The grant cannot be taken back whole: 30 of it are spent. A mistaken redemption can.
        (await ReverseAsync(grant)).ShouldBeJson("""{ "pointEntry": null, "errors": [{ "code": "INSUFFICIENT_POINTS" }] }""");
        var mistake = await MoveAsync("redeemPoints", program, members[0], 20);
        (await ReverseAsync(mistake)).ShouldBeJson("""{ "pointEntry": { "kind": "REVERSED", "points": 20, "balanceAfter": 70 }, "errors": null }""");
        (await ReverseAsync(mistake)).ShouldBeJson("""{ "pointEntry": { "kind": "REVERSED", "points": 20, "balanceAfter": 70 }, "errors": null }""");
        (await server.DataAsync(
            """
            query($m: ID!) {
              memberById(id: $m) {
                pointBalances { nodes { balance nextExpiryAt program { unit } } }
                pointEntries(order: [{ occurredAt: ASC }]) { nodes { kind points balanceAfter note expiresAt reverses { points } } totalCount }
                activities(where: { kind: { in: [POINTS_GRANTED, POINTS_REDEEMED, POINTS_REVERSED] } }) { nodes { kind text } }
              }
            }
            """,
            new { m = members[0] })).ShouldBeJson(
            """
            { "memberById": {
                "pointBalances": { "nodes": [{ "balance": 70, "nextExpiryAt": null, "program": { "unit": "积分" } }] },
                "pointEntries": { "nodes": [
                  { "kind": "GRANTED", "points": 100, "balanceAfter": 100, "note": "thanks", "expiresAt": null, "reverses": null },
                  { "kind": "REDEEMED", "points": -30, "balanceAfter": 70, "note": "thanks", "expiresAt": null, "reverses": null },
                  { "kind": "REDEEMED", "points": -20, "balanceAfter": 50, "note": "thanks", "expiresAt": null, "reverses": null },
                  { "kind": "REVERSED", "points": 20, "balanceAfter": 70, "note": "by mistake", "expiresAt": null, "reverses": { "points": -20 } }], "totalCount": 4 },
                "activities": { "nodes": [{ "kind": "POINTS_GRANTED", "text": "thanks" }, { "kind": "POINTS_REDEEMED", "text": "thanks" },
                  { "kind": "POINTS_REDEEMED", "text": "thanks" }, { "kind": "POINTS_REVERSED", "text": "by mistake" }] } } }
            """);
        var reversal = await server.DataAsync("query($m: ID!) { memberById(id: $m) { pointEntries(where: { kind: { eq: REVERSED } }) { nodes { id } } } }", new { m = members[0] });
        (await ReverseAsync(reversal.GetProperty("memberById").GetProperty("pointEntries").GetProperty("nodes")[0].GetProperty("id").GetString()!))
            .ShouldBeJson("""{ "pointEntry": null, "errors": [{ "code": "ENTRY_NOT_REVERSIBLE" }] }""");
    }

    [Fact]
    public async Task A_programme_may_let_members_owe_points_and_one_that_is_retired_gives_none()
    {
        var program = await CreateProgramAsync(new { name = $"debt {_run}", allowsNegative = true });
        var (_, members) = await CommunityAsync("Ann");
        await MoveAsync("redeemPoints", program, members[0], 5);
        (await BalancesAsync(members[0])).ShouldBe([-5]);
        (await server.DataAsync(
            "mutation($input: UpdatePointProgramInput!) { updatePointProgram(input: $input) { pointProgram { isRetired version } errors { __typename } } }",
            new { input = new { id = program, version = 1, isRetired = true, allowsNegative = false } })).ShouldBeJson(
            """{ "updatePointProgram": { "pointProgram": { "isRetired": true, "version": 2 }, "errors": null } }""");
        (await ErrorsAsync("grantPoints", program, members[0], 1))[0].GetProperty("code").GetString().ShouldBe("POINT_PROGRAM_RETIRED");
        (await ErrorsAsync("redeemPoints", program, members[0], 1))[0].GetProperty("code").GetString().ShouldBe("INSUFFICIENT_POINTS");
    }

    [Theory]
    [InlineData("0", "INVALID_INPUT")]
    [InlineData("-1", "INVALID_INPUT")]
    [InlineData("1000000001", "INVALID_INPUT")]
    public async Task Points_are_a_number_of_this_world(string points, string code)
    {
        var program = await CreateProgramAsync();
        var (_, members) = await CommunityAsync("Ann");
        foreach (var mutation in new[] { "grantPoints", "redeemPoints" })
        {
            (await ErrorsAsync(mutation, program, members[0], long.Parse(points)))[0].GetProperty("code").GetString().ShouldBe(code);
        }
    }

    [Theory]
    [InlineData("1e30")]
    [InlineData("1.5")]
    [InlineData("\"NaN\"")]
    public async Task What_is_no_number_of_points_is_refused_before_anything_happens(string points)
    {
        var answer = await server.QueryAsync(
            "mutation($p: ID!, $m: ID!) { grantPoints(input: { programId: $p, memberId: $m, note: \"x\", points: " + points + " }) { errors { __typename } } }",
            new { p = "UG9pbnRQcm9ncmFtOjE=", m = "TWVtYmVyOjE=" });
        answer.TryGetProperty("errors", out _).ShouldBeTrue(answer.ToString());
    }

    [Fact]
    public async Task A_rule_gives_points_for_effective_messages_of_customers_in_its_groups_up_to_its_cap()
    {
        var program = await CreateProgramAsync();
        var (mine, members) = await CommunityAsync("Ann", "Staff");
        var (other, _) = await CommunityAsync("Bob");
        var rule = (await server.DataAsync(
            "mutation($input: CreateEarningRuleInput!) { createEarningRule(input: $input) { earningRule { id isEverywhere groups { nodes { id } } } errors { __typename } } }",
            new { input = new { programId = program, name = "talk", activityKind = "MESSAGE_SENT", points = 3, dailyCap = 7, groupIds = new[] { mine.Id } } })).GetProperty("createEarningRule");
        rule.GetProperty("earningRule").GetProperty("isEverywhere").GetBoolean().ShouldBeFalse();
        await SetStaffAsync(mine.Key, "Staff");
        await ReportAsync(mine.Id, "Ann", "good evening", "and more", "!!!", "even more", "a lot more");
        await ReportAsync(mine.Id, "Staff", "hello from us");
        await ReportAsync(other.Id, "Bob", "elsewhere");
        await server.RunTimersAsync();
        await server.RunTimersAsync();
        (await EntriesAsync(members[0])).ShouldBeJson("""[{ "kind": "EARNED", "points": 3 }, { "kind": "EARNED", "points": 3 }, { "kind": "EARNED", "points": 1 }]""");
        (await BalancesAsync(members[1])).ShouldBeEmpty();

        // A rule at rest earns nothing, also not later.
        await UpdateRuleAsync(rule.GetProperty("earningRule").GetProperty("id").GetString()!, new { isActive = false });
        server.Clock.Forward(TimeSpan.FromDays(1));
        await ReportAsync(mine.Id, "Ann", "the next day");
        await server.RunTimersAsync();
        await UpdateRuleAsync(rule.GetProperty("earningRule").GetProperty("id").GetString()!, new { isActive = true });
        await server.RunTimersAsync();
        (await BalancesAsync(members[0])).ShouldBe([7]);
        await ReportAsync(mine.Id, "Ann", "and another one");
        await server.RunTimersAsync();
        (await BalancesAsync(members[0])).ShouldBe([10]);
    }

    [Fact]
    public async Task Orders_earn_by_what_was_paid_and_give_it_back_with_the_money()
    {
        var program = await CreateProgramAsync();
        var (group, members) = await CommunityAsync("Ann");
        await server.DataAsync(
            "mutation($input: CreateEarningRuleInput!) { createEarningRule(input: $input) { errors { __typename } } }",
            new { input = new { programId = program, name = "spend", activityKind = "ORDER_RECORDED", points = 2, perAmount = new { amount = 10, currency = "CNY" } } });
        var order = await RecordOrderAsync(group.Id, members[0], 59.90m, "CNY");
        await RecordOrderAsync(group.Id, members[0], 100, "USD");
        await server.RunTimersAsync();
        (await BalancesAsync(members[0])).ShouldBe([10]);
        await MoveAsync("redeemPoints", program, members[0], 4);
        await server.DataAsync("mutation($id: ID!) { refundOrder(input: { id: $id }) { errors { __typename } } }", new { id = order });
        await server.RunTimersAsync();
        (await EntriesAsync(members[0])).ShouldBeJson("""[{ "kind": "EARNED", "points": 10 }, { "kind": "REDEEMED", "points": -4 }, { "kind": "REVERSED", "points": -6 }]""");
        (await BalancesAsync(members[0])).ShouldBe([0]);
    }

    [Fact]
    public async Task Points_expire_the_oldest_first_less_what_was_redeemed()
    {
        var program = await CreateProgramAsync(new { name = $"short {_run}", expiresAfterDays = 10 });
        var (_, members) = await CommunityAsync("Ann");
        await MoveAsync("grantPoints", program, members[0], 100);
        server.Clock.Forward(TimeSpan.FromDays(5));
        await MoveAsync("redeemPoints", program, members[0], 30);
        await MoveAsync("grantPoints", program, members[0], 50);
        server.Clock.Forward(TimeSpan.FromDays(4.9));
        await server.RunTimersAsync();
        (await BalancesAsync(members[0])).ShouldBe([120]);
        server.Clock.Forward(TimeSpan.FromDays(0.2));
        await server.RunTimersAsync();
        await server.RunTimersAsync();
        (await BalancesAsync(members[0])).ShouldBe([50]);
        await MoveAsync("redeemPoints", program, members[0], 10);
        server.Clock.Forward(TimeSpan.FromDays(5));
        await server.RunTimersAsync();
        (await EntriesAsync(members[0])).ShouldBeJson(
            """
            [{ "kind": "GRANTED", "points": 100 }, { "kind": "REDEEMED", "points": -30 }, { "kind": "GRANTED", "points": 50 }, { "kind": "EXPIRED", "points": -70 },
             { "kind": "REDEEMED", "points": -10 }, { "kind": "EXPIRED", "points": -40 }]
            """);
        (await BalancesAsync(members[0])).ShouldBe([0]);
    }

    [Fact]
    public async Task A_leaderboard_has_the_present_customers_of_a_group_and_equals_share_a_place()
    {
        var program = await CreateProgramAsync();
        var (mine, members) = await CommunityAsync("Ann", "Bob", "Cid", "Staff", "Dan");
        var (other, strangers) = await CommunityAsync("Eve");
        long[] points = [10, 30, 30, 99];
        for (var i = 0; i < points.Length; i++)
        {
            await MoveAsync("grantPoints", program, members[i], points[i]);
        }

        await MoveAsync("grantPoints", program, strangers[0], 50);
        await SetStaffAsync(mine.Key, "Staff");
        const string Query = "query($p: ID!, $g: ID) { pointLeaderboard(programId: $p, groupId: $g) { rank balance member { displayName } } }";
        (await server.DataAsync(Query, new { p = program, g = mine.Id })).ShouldBeJson(
            """
            { "pointLeaderboard": [{ "rank": 1, "balance": 30, "member": { "displayName": "Bob" } }, { "rank": 1, "balance": 30, "member": { "displayName": "Cid" } },
              { "rank": 3, "balance": 10, "member": { "displayName": "Ann" } }] }
            """);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, other.Key);
        (await server.DataAsync(Query, new { p = program }, owner)).ShouldBeJson("""{ "pointLeaderboard": [{ "rank": 1, "balance": 50, "member": { "displayName": "Eve" } }] }""");
        (await server.DataAsync(Query, new { p = program, g = mine.Id }, owner)).ShouldBeJson("""{ "pointLeaderboard": [] }""");
        (await server.DataAsync(
            "query($p: ID!) { pointProgramById(id: $p) { balances(order: [{ balance: DESC }], first: 2) { nodes { balance } totalCount } } pointEntries(where: { program: { id: { eq: $p } } }) { totalCount } }",
            new { p = program },
            owner)).ShouldBeJson("""{ "pointProgramById": { "balances": { "nodes": [{ "balance": 50 }], "totalCount": 1 } }, "pointEntries": { "totalCount": 1 } }""");
        (await server.DataAsync(
            "mutation($input: GrantPointsInput!) { grantPoints(input: $input) { errors { __typename } } }",
            new { input = new { programId = program, memberId = members[0], points = 1, note = "x" } },
            owner)).ShouldBeJson("""{ "grantPoints": { "errors": [{ "__typename": "NotFoundError" }] } }""");
        var refused = await server.QueryAsync("mutation { createPointProgram(input: { name: \"mine\" }) { errors { __typename } } }", null, owner);
        refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    [Fact]
    public async Task Who_has_so_many_points_is_a_segment_and_who_never_had_any_has_none()
    {
        var program = await CreateProgramAsync();
        var (group, members) = await CommunityAsync("Ann", "Bob", "Cid");
        await MoveAsync("grantPoints", program, members[0], 10);
        await MoveAsync("grantPoints", program, members[1], 50);
        (string Range, string Names)[] expected =
        [
            ("gte: 20", "Bob"), ("gte: 10, lte: 49", "Ann"), ("lte: 10", "Cid Ann"), ("gte: 0, lte: 50", "Cid Bob Ann"), ("gte: -5, lte: -1", string.Empty),
        ];
        foreach (var (range, names) in expected)
        {
            var preview = await server.DataAsync(
                "query($p: ID!, $g: [ID!]) { segmentPreview(condition: { all: [{ points: { program: $p, " + range + " } }, { membership: { groups: $g } }] }) { count sample { displayName } } }",
                new { p = program, g = new[] { group.Id } });
            preview.GetProperty("segmentPreview").GetProperty("sample").EnumerateArray().Select(m => m.GetProperty("displayName").GetString()!).ShouldBe(
                names.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true, range);
            preview.GetProperty("segmentPreview").GetProperty("count").GetInt32().ShouldBe(names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        }

        (await server.DataAsync(
            "query($p: ID!, $m: ID!) { segmentPreview(condition: { points: { program: $p, gte: 20 } }) { explain(memberId: $m) { matched nodes { path actual } } } }", new { p = program, m = members[0] }))
            .GetProperty("segmentPreview").GetProperty("explain").ShouldBeJson("""{ "matched": false, "nodes": [{ "path": "points", "actual": { "points": 10 } }] }""");
        (await server.DataAsync(
            "mutation($input: CreateSegmentInput!) { createSegment(input: $input) { errors { ... on InvalidInputError { fields { code } } } } }",
            new { input = new { name = _run, condition = new { points = new { program } } } })).ToString().ShouldContain("NOT_EMPTY");
    }

    [Fact]
    public async Task A_balance_that_was_changed_past_the_ledger_is_computed_again()
    {
        var program = await CreateProgramAsync();
        var (_, members) = await CommunityAsync("Ann", "Bob");
        await MoveAsync("grantPoints", program, members[0], 10);
        await MoveAsync("grantPoints", program, members[1], 20);
        const string Rebuild = "mutation($id: ID!) { rebuildPointBalances(input: { id: $id }) { pointRebuild { corrected program { name } } errors { __typename } } }";
        (await server.DataAsync(Rebuild, new { id = program })).GetProperty("rebuildPointBalances").GetProperty("pointRebuild").GetProperty("corrected").GetInt32().ShouldBe(0);
        await server.Database.WriteAsync(AccessScope.Everything, (db, ct) => db.PointBalances.Where(b => b.Program.Name.EndsWith(_run)).Take(1).ExecuteUpdateAsync(s => s.SetProperty(b => b.Balance, 77L), ct), default);
        (await server.DataAsync(Rebuild, new { id = program })).GetProperty("rebuildPointBalances").GetProperty("pointRebuild").GetProperty("corrected").GetInt32().ShouldBe(1);
        (await BalancesAsync(members[0])).ShouldBe([10]);
        (await BalancesAsync(members[1])).ShouldBe([20]);
    }

    [Fact]
    public async Task Two_records_that_become_one_have_one_ledger_and_come_apart_again()
    {
        var program = await CreateProgramAsync();
        var (_, members) = await CommunityAsync("Ann", "Anne");
        await MoveAsync("grantPoints", program, members[0], 10);
        await MoveAsync("grantPoints", program, members[1], 5);
        var preview = await server.DataAsync(
            "query($w: ID!, $l: ID!) { previewMemberMerge(winnerId: $w, loserId: $l) { conflicts { key proposal } } }", new { w = members[0], l = members[1] });
        var resolutions = preview.GetProperty("previewMemberMerge").GetProperty("conflicts").EnumerateArray()
            .Select(c => new { key = c.GetProperty("key").GetString(), choice = c.GetProperty("proposal").GetString() }).ToArray();
        var merge = await server.DataAsync(
            "mutation($input: MergeMembersInput!) { mergeMembers(input: $input) { memberMerge { id } errors { __typename ... on Error { message } } } }",
            new { input = new { winnerId = members[0], loserId = members[1], resolutions } });
        merge.GetProperty("mergeMembers").GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, merge.ToString());
        (await BalancesAsync(members[0])).ShouldBe([15]);
        await MoveAsync("redeemPoints", program, members[0], 12);
        await MoveAsync("grantPoints", program, members[0], 4);
        await server.DataAsync(
            "mutation($id: ID!) { unmergeMembers(input: { id: $id }) { errors { __typename } } }", new { id = merge.GetProperty("mergeMembers").GetProperty("memberMerge").GetProperty("id").GetString() });
        (await BalancesAsync(members[0])).ShouldBe([2]);
        (await BalancesAsync(members[1])).ShouldBe([5]);
    }

    [Fact]
    public async Task An_analyst_does_not_read_what_points_were_given_for()
    {
        var program = await CreateProgramAsync();
        var (_, members) = await CommunityAsync("Ann");
        await MoveAsync("grantPoints", program, members[0], 10);
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        var answer = await server.QueryAsync("query($m: ID!) { memberById(id: $m) { pointEntries { nodes { points note } } } }", new { m = members[0] }, analyst);
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        (await server.QueryAsync("mutation($p: ID!, $m: ID!) { redeemPoints(input: { programId: $p, memberId: $m, points: 1, note: \"x\" }) { errors { __typename } } }", new { p = program, m = members[0] }, analyst))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    [Fact]
    public async Task Names_are_unique_and_a_time_zone_is_one()
    {
        var name = $"stars {_run}";
        await CreateProgramAsync(new { name });
        (await server.DataAsync(
            "mutation($a: CreatePointProgramInput!, $b: CreatePointProgramInput!) { a: createPointProgram(input: $a) { errors { __typename } } b: createPointProgram(input: $b) { errors { __typename ... on InvalidInputError { fields { path code } } } } }",
            new { a = new { name }, b = new { name = "", timeZone = "Mars/Olympus", expiresAfterDays = 0 } })).ShouldBeJson(
            """
            { "a": { "errors": [{ "__typename": "AlreadyExistsError" }] }, "b": { "errors": [{ "__typename": "InvalidInputError", "fields": [
              { "path": "name", "code": "NOT_EMPTY" }, { "path": "expiresAfterDays", "code": "INCLUSIVE_BETWEEN" }, { "path": "timeZone", "code": "INVALID_TIME_ZONE" }] }] } }
            """);
    }

    private async Task<((long Key, string Id) Group, string[] Members)> CommunityAsync(params string[] names)
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        return (group, await SampleCommunity.AddMembersAsync(server, group.Key, names));
    }

    private async Task<string> CreateProgramAsync(object? input = null) =>
        (await server.DataAsync("mutation($input: CreatePointProgramInput!) { createPointProgram(input: $input) { pointProgram { id } } }", new { input = input ?? new { name = $"points {_run}" } }))
        .GetProperty("createPointProgram").GetProperty("pointProgram").GetProperty("id").GetString()!;

    private async Task<JsonElement> PostAsync(string mutation, string programId, string memberId, long points, string? idempotencyKey = null) =>
        (await server.DataAsync(
            $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ pointEntry {{ id }} errors {{ __typename ... on Error {{ code message }} }} }} }}",
            new { input = new { programId, memberId, points, note = "thanks", idempotencyKey } })).GetProperty(mutation);

    private async Task<string> MoveAsync(string mutation, string programId, string memberId, long points, string? key = null) =>
        (await PostAsync(mutation, programId, memberId, points, key)).GetProperty("pointEntry").GetProperty("id").GetString()!;

    private async Task<JsonElement> ErrorsAsync(string mutation, string programId, string memberId, long points) =>
        (await PostAsync(mutation, programId, memberId, points)).GetProperty("errors");

    private async Task<JsonElement> ReverseAsync(string id) =>
        (await server.DataAsync(
            "mutation($id: ID!) { reversePointEntry(input: { id: $id, note: \"by mistake\" }) { pointEntry { kind points balanceAfter } errors { ... on Error { code } } } }", new { id })).GetProperty("reversePointEntry");

    private async Task<long[]> BalancesAsync(string member) =>
        [.. (await server.DataAsync("query($m: ID!) { memberById(id: $m) { pointBalances { nodes { balance } } } }", new { m = member }))
            .GetProperty("memberById").GetProperty("pointBalances").GetProperty("nodes").EnumerateArray().Select(b => b.GetProperty("balance").GetInt64())];

    private async Task<JsonElement> EntriesAsync(string member) =>
        (await server.DataAsync("query($m: ID!) { memberById(id: $m) { pointEntries { nodes { kind points } } } }", new { m = member }))
        .GetProperty("memberById").GetProperty("pointEntries").GetProperty("nodes");

    private Task SetStaffAsync(long group, string name) => server.Database.WriteAsync(
        AccessScope.Everything,
        async (db, ct) =>
        {
            var lead = new Operator { Name = $"Lead {_run}", Role = OperatorRole.Lead };
            db.Operators.Add(lead);
            await db.SaveChangesAsync(ct);
            var stay = await db.Memberships.SingleAsync(m => m.GroupId == group && m.Member.DisplayName == name, ct);
            stay.SetAccountKind(AccountKind.Service, lead.Id, stay.JoinedAt);
            await db.SaveChangesAsync(ct);
        },
        TestContext.Current.CancellationToken);

    private async Task ReportAsync(string groupId, string name, params string[] texts)
    {
        var account = await server.Database.WriteAsync(
            AccessScope.Everything,
            (db, ct) => db.Identities.Where(i => i.Member.DisplayName == name).OrderByDescending(i => i.Id).Select(i => i.ExternalId).FirstAsync(ct),
            TestContext.Current.CancellationToken);
        var now = server.Clock.GetUtcNow();
        (await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { rejected { code message } } errors { __typename } } }",
            new
            {
                input = new
                {
                    source = "test",
                    activities = texts.Select((text, i) => new
                    {
                        kind = "MESSAGE", externalId = Guid.NewGuid().ToString("N"), occurredAt = now.AddMilliseconds(i), group = new { id = groupId }, member = new { platform = "WECHAT", externalId = account }, text,
                    }),
                },
            })).ToString().ShouldNotContain("code");
    }

    private async Task UpdateRuleAsync(string id, object change)
    {
        var input = JsonSerializer.SerializeToNode(change)!.AsObject();
        input["id"] = id;
        (await server.DataAsync("mutation($input: UpdateEarningRuleInput!) { updateEarningRule(input: $input) { errors { __typename } } }", new { input })).GetProperty("updateEarningRule")
            .ShouldBeJson("""{ "errors": null }""");
    }

    private async Task<string> RecordOrderAsync(string groupId, string memberId, decimal amount, string currency) =>
        (await server.DataAsync(
            "mutation($input: RecordOrderInput!) { recordOrder(input: $input) { order { id } errors { __typename ... on Error { message } } } }",
            new { input = new { source = "shop", externalId = Guid.NewGuid().ToString("N"), amount = new { amount, currency }, paidAt = server.Clock.GetUtcNow(), memberId, groupId } }))
        .GetProperty("recordOrder").GetProperty("order").GetProperty("id").GetString()!;
}
