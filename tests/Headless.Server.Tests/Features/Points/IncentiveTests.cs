using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Points;

/// <summary>Budgets, red packets and gifts over HTTP.</summary>
public sealed class IncentiveTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_red_packet_is_shared_out_to_the_cent_claimed_once_and_paid_from_its_budget()
    {
        var (group, members) = await CommunityAsync("Ann", "Bob", "Cid", "Dan");
        var budget = await BudgetAsync(100, "CNY", "PREHEAT");
        var drop = await DropAsync(budget, group.Id, 10, 3, "EQUAL", "PREHEAT");
        (await FiguresAsync(budget)).ShouldBe((10, 0, 90));
        (await ClaimAsync(drop, members[0])).ShouldBeJson("""{ "redPacketPart": { "number": 0, "amount": { "amount": 3.34, "currency": "CNY" } }, "errors": null }""");
        (await ClaimAsync(drop, members[0])).ShouldBeJson("""{ "redPacketPart": { "number": 0, "amount": { "amount": 3.34, "currency": "CNY" } }, "errors": null }""");
        (await FiguresAsync(budget)).ShouldBe((6.66m, 3.34m, 90));
        await ClaimAsync(drop, members[1]);
        (await ClaimAsync(drop, members[2])).ShouldBeJson("""{ "redPacketPart": { "number": 2, "amount": { "amount": 3.33, "currency": "CNY" } }, "errors": null }""");
        (await ClaimAsync(drop, members[3])).ShouldBeJson("""{ "redPacketPart": null, "errors": [{ "code": "RED_PACKET_EMPTY" }] }""");
        (await FiguresAsync(budget)).ShouldBe((0, 10, 90));
        (await server.DataAsync(
            """
            query($g: ID!, $m: ID!) {
              redPacketDrops(where: { group: { id: { eq: $g } } }) { nodes { title reason status claimedCount claimed { amount } seed claims { nodes { member { displayName } } totalCount } } }
              memberById(id: $m) { redPacketClaims { nodes { amount { amount } drop { title } } } }
              groupById(id: $g) { activities(where: { kind: { in: [RED_PACKET_DROPPED, RED_PACKET_CLAIMED, RED_PACKET_FINISHED] } }) { nodes { kind } } }
            }
            """,
            new { g = group.Id, m = members[0] })).ShouldBeJson(
            """
            { "redPacketDrops": { "nodes": [{ "title": "Thursday, 20:00", "reason": "PREHEAT", "status": "FINISHED", "claimedCount": 3, "claimed": { "amount": 10 }, "seed": 7,
                "claims": { "nodes": [{ "member": { "displayName": "Ann" } }, { "member": { "displayName": "Bob" } }, { "member": { "displayName": "Cid" } }], "totalCount": 3 } }] },
              "memberById": { "redPacketClaims": { "nodes": [{ "amount": { "amount": 3.34 }, "drop": { "title": "Thursday, 20:00" } }] } },
              "groupById": { "activities": { "nodes": [{ "kind": "RED_PACKET_DROPPED" }, { "kind": "RED_PACKET_CLAIMED" }, { "kind": "RED_PACKET_CLAIMED" }, { "kind": "RED_PACKET_CLAIMED" }, { "kind": "RED_PACKET_FINISHED" }] } } }
            """);
    }

    [Fact]
    public async Task What_nobody_claims_goes_back_when_its_time_is_over()
    {
        var (group, members) = await CommunityAsync("Ann", "Bob");
        var budget = await BudgetAsync(50, "CNY", "FESTIVAL");
        var drop = await DropAsync(budget, group.Id, 20, 2, "EQUAL", "FESTIVAL");
        await ClaimAsync(drop, members[0]);
        server.Clock.Forward(TimeSpan.FromHours(24));
        (await ClaimAsync(drop, members[1])).ShouldBeJson("""{ "redPacketPart": null, "errors": [{ "code": "RED_PACKET_OVER" }] }""");
        await server.RunTimersAsync();
        await server.RunTimersAsync();
        (await FiguresAsync(budget)).ShouldBe((0, 10, 40));
    }

    [Fact]
    public async Task Who_claimed_under_two_records_holds_both_parts_while_they_are_one_and_the_sums_stay()
    {
        var (group, members) = await CommunityAsync("Ann", "Bob", "Cid");
        var budget = await BudgetAsync(100, "CNY", "PREHEAT");
        var drop = await DropAsync(budget, group.Id, 10, 4, "EQUAL", "PREHEAT");
        await ClaimAsync(drop, members[0]);
        await ClaimAsync(drop, members[1]);
        const string one = """{ "amounts": [2.5], "claimed": [5, 2], "parts": [["Ann", 2.5], ["Bob", 2.5]] }""";
        (await HeldAsync(members[0])).ShouldBeJson(one);
        var merge = await MergedMembers.MergeAsync(server, members[0], members[1]);

        (await HeldAsync(members[0])).ShouldBeJson("""{ "amounts": [2.5, 2.5], "claimed": [5, 2], "parts": [["Ann", 2.5], ["Ann", 2.5]] }""");
        (await FiguresAsync(budget)).ShouldBe((5, 5, 90));

        // Who has a part gets no third one, and what is left is there for the others.
        (await ClaimAsync(drop, members[0])).ShouldBeJson("""{ "redPacketPart": { "number": 0, "amount": { "amount": 2.5, "currency": "CNY" } }, "errors": null }""");
        (await ClaimAsync(drop, members[2])).ShouldBeJson("""{ "redPacketPart": { "number": 2, "amount": { "amount": 2.5, "currency": "CNY" } }, "errors": null }""");
        (await FiguresAsync(budget)).ShouldBe((2.5m, 7.5m, 90));

        await MergedMembers.UnmergeAsync(server, merge);
        (await HeldAsync(members[0])).ShouldBeJson("""{ "amounts": [2.5], "claimed": [7.5, 3], "parts": [["Ann", 2.5], ["Bob", 2.5], ["Cid", 2.5]] }""");
        (await HeldAsync(members[1])).GetProperty("amounts").ShouldBeJson("[2.5]");
        (await ClaimAsync(drop, members[1])).ShouldBeJson("""{ "redPacketPart": { "number": 1, "amount": { "amount": 2.5, "currency": "CNY" } }, "errors": null }""");
        server.Clock.Forward(TimeSpan.FromHours(24));
        await server.RunTimersAsync();
        await server.RunTimersAsync();
        (await FiguresAsync(budget)).ShouldBe((0, 7.5m, 92.5m));

        async Task<JsonElement> HeldAsync(string member)
        {
            var data = await server.DataAsync(
                """
                query($m: ID!, $g: ID!) {
                  memberById(id: $m) { redPacketClaims { nodes { amount { amount } } } }
                  redPacketDrops(where: { group: { id: { eq: $g } } }) { nodes { claimedCount claimed { amount } claims { nodes { amount { amount } member { displayName } } } } }
                }
                """,
                new { m = member, g = group.Id });
            var of = data.GetProperty("redPacketDrops").GetProperty("nodes")[0];
            return JsonSerializer.SerializeToElement(new
            {
                amounts = Amounts(data.GetProperty("memberById").GetProperty("redPacketClaims")),
                claimed = new[] { of.GetProperty("claimed").GetProperty("amount").GetDecimal(), of.GetProperty("claimedCount").GetInt32() },
                parts = of.GetProperty("claims").GetProperty("nodes").EnumerateArray()
                    .Select(p => new object[] { p.GetProperty("member").GetProperty("displayName").GetString()!, p.GetProperty("amount").GetProperty("amount").GetDecimal() }),
            });
        }

        static decimal[] Amounts(JsonElement parts) => [.. parts.GetProperty("nodes").EnumerateArray().Select(p => p.GetProperty("amount").GetProperty("amount").GetDecimal())];
    }

    [Theory]
    [InlineData(10, "CNY", 3)]
    [InlineData(0.03, "CNY", 3)]
    [InlineData(100, "JPY", 100)]
    [InlineData(888.88, "CNY", 88)]
    [InlineData(1, "KWD", 7)]
    public void Parts_by_chance_come_to_the_amount_each_a_unit_at_least_and_the_same_for_a_seed(double amount, string currency, int parts)
    {
        for (var seed = 0L; seed < 50; seed++)
        {
            var shares = RedPacketParts.Share((decimal)amount, currency, parts, RedPacketSplit.Random, seed);
            (shares.Count, shares.Sum()).ShouldBe((parts, (decimal)amount));
            shares.ShouldAllBe(share => share >= Currency.MinorUnit(currency) && Currency.IsExact(share, currency));
            RedPacketParts.Share((decimal)amount, currency, parts, RedPacketSplit.Random, seed).ShouldBe(shares);
        }

        RedPacketParts.Share((decimal)amount, currency, parts, RedPacketSplit.Equal, 0).Sum().ShouldBe((decimal)amount);
    }

    [Fact]
    public async Task Nothing_is_given_without_a_reason_that_the_budget_allows_nor_beyond_it()
    {
        var (group, members) = await CommunityAsync("Ann");
        var (other, strangers) = await CommunityAsync("Bob");
        var budget = await BudgetAsync(10, "CNY", "RESULT");
        (await DropErrorAsync(budget, group.Id, 5, "CNY", 1, "PREHEAT")).ShouldBe("REASON_NOT_ALLOWED");
        (await DropErrorAsync(budget, group.Id, 5, "USD", 1, "RESULT")).ShouldBe("CURRENCY_MISMATCH");
        (await DropErrorAsync(budget, group.Id, 10.01m, "CNY", 1, "RESULT")).ShouldBe("BUDGET_EXHAUSTED");
        (await DropErrorAsync(budget, group.Id, 0.02m, "CNY", 3, "RESULT")).ShouldBe("AMOUNT_TOO_SMALL");
        (await DropErrorAsync(budget, group.Id, 0.001m, "CNY", 1, "RESULT")).ShouldBe("INVALID_INPUT");
        (await DropErrorAsync(budget, group.Id, -1, "CNY", 1, "RESULT")).ShouldBe("INVALID_INPUT");
        (await DropErrorAsync(budget, group.Id, 1, "CNY", 501, "RESULT")).ShouldBe("INVALID_INPUT");
        var answer = await server.QueryAsync("mutation($b: ID!, $g: ID!) { dropRedPacket(input: { budgetId: $b, groupId: $g, title: \"x\", amount: { amount: 1, currency: \"CNY\" }, partCount: 1, split: EQUAL }) { errors { __typename } } }", new { b = budget, g = group.Id });
        answer.TryGetProperty("errors", out _).ShouldBeTrue("a reason has to be given");
        (await FiguresAsync(budget)).ShouldBe((0, 0, 10));
        var drop = await DropAsync(budget, group.Id, 10, 1, "RANDOM", "RESULT");
        (await ClaimAsync(drop, strangers[0])).ShouldBeJson("""{ "redPacketPart": null, "errors": [{ "code": "NOT_IN_GROUP" }] }""");
        (await DropErrorAsync(budget, group.Id, 0.01m, "CNY", 1, "RESULT")).ShouldBe("BUDGET_EXHAUSTED");
        members.Length.ShouldBe(1);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, other.Key);
        (await server.DataAsync("query($id: ID!) { node(id: $id) { id } redPacketDrops { totalCount } }", new { id = drop }, owner)).ShouldBeJson("""{ "node": null, "redPacketDrops": { "totalCount": 0 } }""");
    }

    [Fact]
    public async Task A_gift_is_paid_from_a_budget_of_its_group_and_arrives_or_comes_back()
    {
        var (group, members) = await CommunityAsync("Ann");
        var (other, _) = await CommunityAsync("Bob");
        var budget = await BudgetAsync(100, "CNY", "COMPENSATION", group.Id);
        var first = await GiftAsync(new { memberId = members[0], groupId = group.Id, budgetId = budget, name = "sample", quantity = 2, cost = new { amount = 60, currency = "CNY" }, reason = "COMPENSATION", note = "broken bottle", idempotencyKey = _run });
        (await GiftAsync(new { memberId = members[0], groupId = group.Id, budgetId = budget, name = "sample", cost = new { amount = 60, currency = "CNY" }, reason = "COMPENSATION", idempotencyKey = _run })).ToString().ShouldBe(first.ToString());
        (await FiguresAsync(budget)).ShouldBe((0, 60, 40));
        (await GiftErrorAsync(new { memberId = members[0], groupId = group.Id, budgetId = budget, name = "x", cost = new { amount = 41, currency = "CNY" }, reason = "COMPENSATION" })).ShouldBe("BUDGET_EXHAUSTED");
        (await GiftErrorAsync(new { memberId = members[0], groupId = other.Id, budgetId = budget, name = "x", cost = new { amount = 1, currency = "CNY" }, reason = "COMPENSATION" })).ShouldBe("BUDGET_OF_OTHER_GROUP");
        var id = first.GetProperty("gift").GetProperty("id").GetString()!;
        (await StepAsync("receiveGift", id)).ShouldBeJson("""{ "gift": { "status": "RECEIVED" }, "errors": null }""");
        (await StepAsync("returnGift", id)).ShouldBeJson("""{ "gift": null, "errors": [{ "code": "INVALID_TRANSITION" }] }""");
        (await StepAsync("receiveGift", id)).ShouldBeJson("""{ "gift": null, "errors": [{ "code": "INVALID_TRANSITION" }] }""");
        var second = (await GiftAsync(new { memberId = members[0], name = "book", cost = new { amount = 10, currency = "CNY" }, reason = "RESULT" })).GetProperty("gift").GetProperty("id").GetString()!;
        (await StepAsync("returnGift", second)).ShouldBeJson("""{ "gift": { "status": "RETURNED" }, "errors": null }""");
        (await StepAsync("receiveGift", second)).ShouldBeJson("""{ "gift": null, "errors": [{ "code": "INVALID_TRANSITION" }] }""");
        (await server.DataAsync("query($m: ID!) { memberById(id: $m) { gifts(order: [{ sentAt: ASC }]) { nodes { name quantity note cost { amount currency } reason budget { id } } } } }", new { m = members[0] })).ShouldBeJson(
            $$"""
            { "memberById": { "gifts": { "nodes": [{ "name": "sample", "quantity": 2, "note": "broken bottle", "cost": { "amount": 60, "currency": "CNY" }, "reason": "COMPENSATION", "budget": { "id": "{{budget}}" } },
              { "name": "book", "quantity": 1, "note": null, "cost": { "amount": 10, "currency": "CNY" }, "reason": "RESULT", "budget": null }] } } }
            """);
    }

    private async Task<((long Key, string Id) Group, string[] Members)> CommunityAsync(params string[] names)
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        return (group, await SampleCommunity.AddMembersAsync(server, group.Key, names));
    }

    private async Task<string> BudgetAsync(decimal amount, string currency, string reason, string? groupId = null) =>
        (await server.DataAsync(
            "mutation($input: CreateIncentiveBudgetInput!) { createIncentiveBudget(input: $input) { incentiveBudget { id } } }",
            new { input = new { name = _run, amount = new { amount, currency }, allowedReasons = new[] { reason }, groupId } })).GetProperty("createIncentiveBudget").GetProperty("incentiveBudget").GetProperty("id").GetString()!;

    private async Task<(decimal Reserved, decimal Spent, decimal Available)> FiguresAsync(string budget)
    {
        var figures = (await server.DataAsync("query($id: ID!) { incentiveBudgetById(id: $id) { reserved { amount } spent { amount } available { amount } } }", new { id = budget })).GetProperty("incentiveBudgetById");
        return (figures.GetProperty("reserved").GetProperty("amount").GetDecimal(), figures.GetProperty("spent").GetProperty("amount").GetDecimal(), figures.GetProperty("available").GetProperty("amount").GetDecimal());
    }

    private async Task<JsonElement> PostDropAsync(string budgetId, string groupId, decimal amount, string currency, int partCount, string split, string reason) =>
        (await server.DataAsync(
            "mutation($input: DropRedPacketInput!) { dropRedPacket(input: $input) { redPacketDrop { id } errors { ... on Error { code } } } }",
            new { input = new { budgetId, groupId, title = "Thursday, 20:00", reason, amount = new { amount, currency }, partCount, split, seed = 7 } })).GetProperty("dropRedPacket");

    private async Task<string> DropAsync(string budget, string group, decimal amount, int parts, string split, string reason) =>
        (await PostDropAsync(budget, group, amount, "CNY", parts, split, reason)).GetProperty("redPacketDrop").GetProperty("id").GetString()!;

    private async Task<string> DropErrorAsync(string budget, string group, decimal amount, string currency, int parts, string reason) =>
        (await PostDropAsync(budget, group, amount, currency, parts, "EQUAL", reason)).GetProperty("errors")[0].GetProperty("code").GetString()!;

    private async Task<JsonElement> ClaimAsync(string dropId, string memberId) =>
        (await server.DataAsync(
            "mutation($input: ClaimRedPacketInput!) { claimRedPacket(input: $input) { redPacketPart { number amount { amount currency } } errors { ... on Error { code } } } }", new { input = new { dropId, memberId } })).GetProperty("claimRedPacket");

    private async Task<JsonElement> GiftAsync(object input) =>
        (await server.DataAsync("mutation($input: SendGiftInput!) { sendGift(input: $input) { gift { id } errors { ... on Error { code } } } }", new { input })).GetProperty("sendGift");

    private async Task<string> GiftErrorAsync(object input) => (await GiftAsync(input)).GetProperty("errors")[0].GetProperty("code").GetString()!;

    private async Task<JsonElement> StepAsync(string mutation, string id) =>
        (await server.DataAsync($"mutation($id: ID!) {{ {mutation}(input: {{ id: $id }}) {{ gift {{ status }} errors {{ ... on Error {{ code }} }} }} }}", new { id })).GetProperty(mutation);
}
