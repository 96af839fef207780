using System.Text.Json;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Points;

/// <summary>A hundred at the same moment: what is there once is had once, and the sums agree.</summary>
public abstract class RaceTests(ServerFixture server)
{
    private const int Callers = 100;

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    /// <summary>Why there is no server; null where there is one.</summary>
    protected virtual string? SkipReason => null;

    [Fact]
    public async Task One_of_a_hundred_redeems_the_last_points()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var (program, member) = await StartAsync();
        await server.DataAsync("mutation($p: ID!, $m: ID!) { grantPoints(input: { programId: $p, memberId: $m, points: 10, note: \"x\" }) { errors { __typename } } }", new { p = program, m = member });
        var answers = await AllAsync(
            "mutation($p: ID!, $m: ID!) { redeemPoints(input: { programId: $p, memberId: $m, points: 10, note: \"x\" }) { pointEntry { balanceAfter } errors { ... on Error { code } } } }",
            new { p = program, m = member });
        answers.Count(a => a.GetProperty("errors").ValueKind == JsonValueKind.Null).ShouldBe(1);
        answers.Where(a => a.GetProperty("errors").ValueKind != JsonValueKind.Null).ShouldAllBe(a => a.GetProperty("errors")[0].GetProperty("code").GetString() == "INSUFFICIENT_POINTS");
        (await PointsAsync(member)).ShouldBeJson("""{ "pointBalances": { "nodes": [{ "balance": 0 }] }, "pointEntries": { "nodes": [{ "points": 10 }, { "points": -10 }] } }""");
    }

    [Fact]
    public async Task A_hundred_first_grants_come_to_a_hundred()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var (program, member) = await StartAsync();
        var answers = await AllAsync(
            "mutation($p: ID!, $m: ID!) { grantPoints(input: { programId: $p, memberId: $m, points: 1, note: \"x\" }) { pointEntry { balanceAfter } errors { ... on Error { code } } } }",
            new { p = program, m = member });
        answers.Select(a => a.GetProperty("pointEntry").GetProperty("balanceAfter").GetInt64()).Order().ShouldBe(Enumerable.Range(1, Callers).Select(i => (long)i));
    }

    [Fact]
    public async Task One_key_is_one_line_whoever_sends_it_how_often()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var (program, member) = await StartAsync();
        var answers = await AllAsync(
            "mutation($p: ID!, $m: ID!, $k: String!) { grantPoints(input: { programId: $p, memberId: $m, points: 7, note: \"x\", idempotencyKey: $k }) { pointEntry { id } errors { ... on Error { code } } } }",
            new { p = program, m = member, k = _run });
        answers.Select(a => a.GetProperty("pointEntry").GetProperty("id").GetString()).Distinct().Count().ShouldBe(1);
        (await PointsAsync(member)).ShouldBeJson("""{ "pointBalances": { "nodes": [{ "balance": 7 }] }, "pointEntries": { "nodes": [{ "points": 7 }] } }""");
    }

    [Fact]
    public async Task A_hundred_check_ins_of_a_day_are_one()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var (points, member) = await StartAsync();
        var program = (await server.DataAsync(
            "mutation($input: CreateCheckInProgramInput!) { createCheckInProgram(input: $input) { checkInProgram { id } } }",
            new { input = new { name = _run, mode = "CONTINUOUS", pointProgramId = points, pointsPerDay = 3, milestones = new[] { new { days = 1, name = "first", points = 4 } } } }))
            .GetProperty("createCheckInProgram").GetProperty("checkInProgram").GetProperty("id").GetString();
        var answers = await AllAsync(
            "mutation($p: ID!, $m: ID!) { checkIn(input: { programId: $p, memberId: $m }) { checkInAnswer { isNew checkIn { id } } errors { ... on Error { code } } } }", new { p = program, m = member });
        answers.Count(a => a.GetProperty("checkInAnswer").GetProperty("isNew").GetBoolean()).ShouldBe(1);
        answers.Select(a => a.GetProperty("checkInAnswer").GetProperty("checkIn").GetProperty("id").GetString()).Distinct().Count().ShouldBe(1);
        (await PointsAsync(member)).ShouldBeJson("""{ "pointBalances": { "nodes": [{ "balance": 7 }] }, "pointEntries": { "nodes": [{ "points": 3 }, { "points": 4 }] } }""");
    }

    [Fact]
    public async Task One_of_a_hundred_gets_the_last_coupon_and_one_redeems_it()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var (_, member) = await StartAsync();
        var template = (await server.DataAsync(
            "mutation($n: String!) { createCouponTemplate(input: { name: $n, kind: AMOUNT, amount: { amount: 5, currency: \"CNY\" }, totalLimit: 1 }) { couponTemplate { id } } }", new { n = _run }))
            .GetProperty("createCouponTemplate").GetProperty("couponTemplate").GetProperty("id").GetString();
        var issued = await AllAsync("mutation($t: ID!, $m: ID!) { issueCoupon(input: { templateId: $t, memberId: $m }) { coupon { code } errors { ... on Error { code } } } }", new { t = template, m = member });
        Errors(issued).ShouldBe(Enumerable.Repeat("COUPONS_EXHAUSTED", Callers - 1));
        var code = issued.Single(a => a.GetProperty("errors").ValueKind == JsonValueKind.Null).GetProperty("coupon").GetProperty("code").GetString();
        var redeemed = await AllAsync("mutation($c: String!) { redeemCoupon(input: { code: $c }) { coupon { status } errors { ... on Error { code } } } }", new { c = code });
        Errors(redeemed).ShouldBe(Enumerable.Repeat("COUPON_NOT_REDEEMABLE", Callers - 1));
        (await server.DataAsync("query($t: ID!) { couponTemplateById(id: $t) { issuedCount redeemedCount coupons { totalCount } } }", new { t = template })).ShouldBeJson(
            """{ "couponTemplateById": { "issuedCount": 1, "redeemedCount": 1, "coupons": { "totalCount": 1 } } }""");
    }

    [Fact]
    public async Task One_of_a_hundred_spends_the_last_cent_of_a_budget()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var (_, member) = await StartAsync();
        var budget = (await server.DataAsync(
            "mutation($n: String!) { createIncentiveBudget(input: { name: $n, amount: { amount: 0.01, currency: \"CNY\" }, allowedReasons: [RESULT] }) { incentiveBudget { id } } }", new { n = _run }))
            .GetProperty("createIncentiveBudget").GetProperty("incentiveBudget").GetProperty("id").GetString();
        var sent = await AllAsync(
            "mutation($b: ID!, $m: ID!) { sendGift(input: { memberId: $m, budgetId: $b, name: \"x\", cost: { amount: 0.01, currency: \"CNY\" }, reason: RESULT }) { gift { id } errors { ... on Error { code } } } }",
            new { b = budget, m = member });
        Errors(sent).ShouldBe(Enumerable.Repeat("BUDGET_EXHAUSTED", Callers - 1));
        var figures = (await server.DataAsync("query($b: ID!) { incentiveBudgetById(id: $b) { spent { amount } available { amount } } }", new { b = budget })).GetProperty("incentiveBudgetById");
        (Amount(figures, "spent"), Amount(figures, "available")).ShouldBe((0.01m, 0));
    }

    [Fact]
    public async Task A_hundred_claims_of_one_member_are_one_and_of_many_as_many_as_there_are_parts()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var group = await SampleCommunity.AddGroupAsync(server);
        var members = await SampleCommunity.AddMembersAsync(server, group.Key, [.. Enumerable.Range(0, 20).Select(i => $"m{i}")]);
        var data = await server.DataAsync(
            "mutation($n: String!) { createIncentiveBudget(input: { name: $n, amount: { amount: 5, currency: \"CNY\" }, allowedReasons: [RESULT] }) { incentiveBudget { id } } }", new { n = _run });
        var budget = data.GetProperty("createIncentiveBudget").GetProperty("incentiveBudget").GetProperty("id").GetString();
        var drop = (await server.DataAsync(
            "mutation($b: ID!, $g: ID!) { dropRedPacket(input: { budgetId: $b, groupId: $g, title: \"x\", reason: RESULT, amount: { amount: 5, currency: \"CNY\" }, partCount: 10, split: RANDOM }) { redPacketDrop { id } } }",
            new { b = budget, g = group.Id })).GetProperty("dropRedPacket").GetProperty("redPacketDrop").GetProperty("id").GetString();
        const string Claim = "mutation($d: ID!, $m: ID!) { claimRedPacket(input: { dropId: $d, memberId: $m }) { redPacketPart { number } errors { ... on Error { code } } } }";
        var own = await AllAsync(Claim, new { d = drop, m = members[0] });
        own.Select(a => a.GetProperty("redPacketPart").GetProperty("number").GetInt32()).Distinct().Count().ShouldBe(1);
        var all = await Task.WhenAll(members.Select(member => Task.Run(() => server.DataAsync(Claim, new { d = drop, m = member }))));
        Errors([.. all.Select(a => a.GetProperty("claimRedPacket"))]).ShouldBe(Enumerable.Repeat("RED_PACKET_EMPTY", 10));
        var figures = await server.DataAsync(
            "query($b: ID!) { incentiveBudgetById(id: $b) { spent { amount } reserved { amount } } redPacketDrops(where: { budget: { id: { eq: $b } } }) { nodes { status claimed { amount } claims { totalCount } } } }", new { b = budget });
        (Amount(figures.GetProperty("incentiveBudgetById"), "spent"), Amount(figures.GetProperty("incentiveBudgetById"), "reserved")).ShouldBe((5, 0));
        var dropped = figures.GetProperty("redPacketDrops").GetProperty("nodes")[0];
        (dropped.GetProperty("status").GetString(), Amount(dropped, "claimed"), dropped.GetProperty("claims").GetProperty("totalCount").GetInt32()).ShouldBe(("FINISHED", 5, 10));
    }

    /// <summary>Each provider writes as many zeros behind the point as it stores.</summary>
    private static decimal Amount(JsonElement row, string name) => row.GetProperty(name).GetProperty("amount").GetDecimal();

    private static IEnumerable<string> Errors(IEnumerable<JsonElement> answers) =>
        answers.Where(a => a.GetProperty("errors").ValueKind != JsonValueKind.Null).Select(a => a.GetProperty("errors")[0].GetProperty("code").GetString()!);

    private async Task<(string Program, string Member)> StartAsync()
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        var member = await SampleCommunity.AddMemberInAsync(server, group.Key, "Ann");
        var program = (await server.DataAsync("mutation($n: String!) { createPointProgram(input: { name: $n }) { pointProgram { id } } }", new { n = _run }))
            .GetProperty("createPointProgram").GetProperty("pointProgram").GetProperty("id").GetString()!;
        return (program, member);
    }

    /// <summary>Everybody at once; what each was answered.</summary>
    private async Task<JsonElement[]> AllAsync(string mutation, object variables) =>
        [.. (await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => server.DataAsync(mutation, variables))))).Select(data => data.EnumerateObject().Single().Value)];

    private async Task<JsonElement> PointsAsync(string member) =>
        (await server.DataAsync("query($m: ID!) { memberById(id: $m) { pointBalances { nodes { balance } } pointEntries { nodes { points } } } }", new { m = member })).GetProperty("memberById");
}

/// <summary>On SQLite.</summary>
public sealed class SqliteRaceTests(ServerFixture server) : RaceTests(server), IClassFixture<ServerFixture>;

/// <summary>On PostgreSQL, where the races are real.</summary>
public sealed class PostgresRaceTests(PostgresServerFixture server) : RaceTests(server), IClassFixture<PostgresServerFixture>
{
    protected override string? SkipReason => PostgresServerFixture.SkipReason;
}
