using System.Globalization;
using System.Text.Json;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Timers;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.Orders;

/// <summary>A hundred at the same moment want money back, the last unit, the reward: what is there once is had once, and the sums agree.</summary>
public abstract class SalesRaceTests(ServerFixture server)
{
    private const int Callers = 100;

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    /// <summary>Why there is no server; null where there is one.</summary>
    protected virtual string? SkipReason => null;

    [Fact]
    public async Task Of_a_hundred_refunds_of_one_order_as_many_go_through_as_there_is_money_for()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var order = await OrderAsync(99.90m);
        var answers = await AllAsync("mutation($o: ID!) { recordRefund(input: { orderId: $o, amount: { amount: 9.99, currency: \"CNY\" } }) { refund { id } errors { ... on Error { code } } } }", _ => new { o = order });
        answers.Count(a => a.GetProperty("errors").ValueKind == JsonValueKind.Null).ShouldBe(10);
        Refusals(answers).ShouldAllBe(code => code == "REFUND_TOO_LARGE" || code == "INVALID_TRANSITION");
        (await StateAsync(order)).ShouldBe("REFUNDED 99.9 of 99.9 in 10");
    }

    [Fact]
    public async Task What_does_not_divide_evenly_leaves_the_rest_with_the_order()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var order = await OrderAsync(100);
        var answers = await AllAsync("mutation($o: ID!) { recordRefund(input: { orderId: $o, amount: { amount: 30, currency: \"CNY\" } }) { refund { id } errors { ... on Error { code } } } }", _ => new { o = order });
        answers.Count(a => a.GetProperty("errors").ValueKind == JsonValueKind.Null).ShouldBe(3);
        Refusals(answers).ShouldBe(Enumerable.Repeat("REFUND_TOO_LARGE", Callers - 3));
        (await StateAsync(order)).ShouldBe("PAID 90 of 100 in 3");
    }

    [Fact]
    public async Task A_refund_that_is_sent_a_hundred_times_with_one_key_is_one()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var order = await OrderAsync(100);
        var answers = await AllAsync(
            "mutation($o: ID!, $k: String!) { recordRefund(input: { orderId: $o, amount: { amount: 10, currency: \"CNY\" }, idempotencyKey: $k }) { refund { id } errors { ... on Error { code } } } }",
            _ => new { o = order, k = _run });
        answers.Select(a => a.GetProperty("refund").GetProperty("id").GetString()).Distinct().Count().ShouldBe(1);
        (await StateAsync(order)).ShouldBe("PAID 10 of 100 in 1");
    }

    [Fact]
    public async Task Refunds_and_a_cancellation_at_once_end_in_one_of_the_two()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var order = await OrderAsync(100);
        var answers = await AllAsync(
            "mutation($o: ID!, $refund: Boolean!, $cancel: Boolean!) { recordRefund(input: { orderId: $o, amount: { amount: 100, currency: \"CNY\" } }) @include(if: $refund) { errors { ... on Error { code } } } cancelOrder(input: { id: $o }) @include(if: $cancel) { errors { ... on Error { code } } } }",
            i => new { o = order, refund = i % 2 == 0, cancel = i % 2 == 1 });
        answers.Count(a => a.GetProperty("errors").ValueKind == JsonValueKind.Null).ShouldBe(1);
        (await StateAsync(order)).ShouldBeOneOf("REFUNDED 100 of 100 in 1", "CANCELLED 0 of 100 in 0");
    }

    [Fact]
    public async Task One_of_a_hundred_reserves_the_last_unit()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var campaign = await IdAsync("createCampaign", "campaign", new { name = _run, groupIds = new[] { group } });
        var offer = await IdAsync("createOffer", "offer", new { campaignId = campaign, name = _run, currency = "CNY" });
        var item = await IdAsync("addOfferItem", "offerItem", new { offerId = offer, product = "x", listPrice = 10, price = 5, stock = 1 });
        var answers = await AllAsync(
            "mutation($i: ID!, $r: String!) { reserveStock(input: { offerItemId: $i, reference: $r }) { stockReservation { id } errors { ... on Error { code } } } }",
            i => new { i = item, r = string.Create(CultureInfo.InvariantCulture, $"{_run}-{i}") });
        answers.Count(a => a.GetProperty("errors").ValueKind == JsonValueKind.Null).ShouldBe(1);
        Refusals(answers).ShouldBe(Enumerable.Repeat("OUT_OF_STOCK", Callers - 1));
    }

    [Fact]
    public async Task A_hundred_claims_of_one_reward_are_one_and_its_points_are_given_once()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        var inviter = await SampleCommunity.AddMemberInAsync(server, key, "Ann");
        var points = await IdAsync("createPointProgram", "pointProgram", new { name = _run });
        var program = await IdAsync("createReferralProgram", "referralProgram", new
        {
            name = _run, mechanic = "INVITE", groupIds = new[] { group }, stayDays = 0, tiers = new[] { new { threshold = 1, name = "分", kind = "POINTS", pointProgramId = points, points = 7 } },
        });
        await server.DataAsync("mutation($id: ID!) { activateReferralProgram(input: { id: $id }) { errors { __typename } } }", new { id = program });
        var invited = (await server.DataAsync(
            "mutation($p: ID!, $m: ID!) { createReferralInvitation(input: { programId: $p, memberId: $m }) { referralInvitation { id code } } }", new { p = program, m = inviter }))
            .GetProperty("createReferralInvitation").GetProperty("referralInvitation");
        var friend = await IdAsync("createMember", "member", new { displayName = "friend", identities = new[] { new { platform = "WECHAT", externalId = _run } } });
        var accepted = await AllAsync(
            "mutation($c: String!, $m: ID!) { acceptReferralInvitation(input: { code: $c, memberId: $m }) { referral { id } errors { ... on Error { code } } } }",
            _ => new { c = invited.GetProperty("code").GetString(), m = friend });
        accepted.Select(a => a.GetProperty("referral").GetProperty("id").GetString()).Distinct().ShouldHaveSingleItem();
        await IdAsync("recordJoin", "membership", new { groupId = group, member = new { platform = "WECHAT", externalId = _run } });
        await server.Factory.Services.GetRequiredService<TimerService>().RunDueAsync(TestContext.Current.CancellationToken);
        var tier = (await server.DataAsync("query($id: ID!) { referralProgramById(id: $id) { tiers { id } } }", new { id = program })).GetProperty("referralProgramById").GetProperty("tiers")[0].GetProperty("id").GetString();
        var claims = await AllAsync(
            "mutation($i: ID!, $t: ID!) { claimReferralReward(input: { invitationId: $i, tierId: $t }) { referralReward { id } errors { ... on Error { code message } } } }",
            _ => new { i = invited.GetProperty("id").GetString(), t = tier });
        claims.ShouldAllBe(a => a.GetProperty("errors").ValueKind == JsonValueKind.Null);
        claims.Select(a => a.GetProperty("referralReward").GetProperty("id").GetString()).Distinct().ShouldHaveSingleItem();
        (await server.DataAsync("query($m: ID!) { memberById(id: $m) { pointBalances { nodes { balance } } pointEntries { totalCount } } }", new { m = inviter })).ShouldBeJson(
            """{ "memberById": { "pointBalances": { "nodes": [{ "balance": 7 }] }, "pointEntries": { "totalCount": 1 } } }""");
    }

    private static IEnumerable<string> Refusals(IEnumerable<JsonElement> answers) =>
        answers.Where(a => a.GetProperty("errors").ValueKind != JsonValueKind.Null).Select(a => a.GetProperty("errors")[0].GetProperty("code").GetString()!);

    private async Task<string> OrderAsync(decimal amount) => await IdAsync(
        "recordOrder", "order", new { source = _run, externalId = Guid.NewGuid().ToString("N"), amount = new { amount, currency = "CNY" }, paidAt = server.Clock.GetUtcNow().AddMinutes(-1) });

    /// <summary>What the order says, and the refunds that there are, which have to come to it.</summary>
    private async Task<string> StateAsync(string id)
    {
        var order = (await server.DataAsync(
            "query($id: ID!) { orderById(id: $id) { status amount { amount } refunded { amount } refunds(first: 50) { nodes { amount { amount } } } } }", new { id })).GetProperty("orderById");
        var refunds = order.GetProperty("refunds").GetProperty("nodes").EnumerateArray().Select(r => Amount(r, "amount")).ToList();
        refunds.Sum().ShouldBe(Amount(order, "refunded"));
        return string.Create(
            CultureInfo.InvariantCulture, $"{order.GetProperty("status").GetString()} {Amount(order, "refunded"):0.##} of {Amount(order, "amount"):0.##} in {refunds.Count}");
    }

    private static decimal Amount(JsonElement row, string name) => row.GetProperty(name).GetProperty("amount").GetDecimal();

    private async Task<string> IdAsync(string mutation, string field, object input)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        return (await server.DataAsync($"mutation($input: {type}!) {{ {mutation}(input: $input) {{ {field} {{ id }} }} }}", new { input })).GetProperty(mutation).GetProperty(field).GetProperty("id").GetString()!;
    }

    /// <summary>Everybody at once; what each was answered.</summary>
    private async Task<JsonElement[]> AllAsync(string mutation, Func<int, object> variables) =>
        [.. (await Task.WhenAll(Enumerable.Range(0, Callers).Select(i => Task.Run(() => server.DataAsync(mutation, variables(i)))))).Select(data => data.EnumerateObject().Single().Value)];
}

/// <summary>On SQLite.</summary>
public sealed class SqliteSalesRaceTests(ServerFixture server) : SalesRaceTests(server), IClassFixture<ServerFixture>;

/// <summary>On PostgreSQL, where the races are real.</summary>
public sealed class PostgresSalesRaceTests(PostgresServerFixture server) : SalesRaceTests(server), IClassFixture<PostgresServerFixture>
{
    protected override string? SkipReason => PostgresServerFixture.SkipReason;
}
