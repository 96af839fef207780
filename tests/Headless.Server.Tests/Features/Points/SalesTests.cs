using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Points;

/// <summary>Sales over HTTP: products, lines of orders, refunds, consultations, targets, costs and what came back, attribution.</summary>
public sealed class SalesTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task An_order_has_lines_that_keep_what_the_product_was_and_a_category_is_a_segment()
    {
        var (group, members) = await CommunityAsync("Ann", "Bob");
        var product = await MadeAsync("createProduct", "product", new { sku = _run, name = "Serum", category = $"care {_run}", price = Cny(120), floorPrice = Cny(99) });
        var order = await OrderAsync(group.Id, members[0], 240, new object[] { new { sku = _run, quantity = 2, unitPrice = 100 }, new { name = "Bag", quantity = 1, unitPrice = 40 } });
        await OrderAsync(group.Id, members[1], 40, new object[] { new { name = "Bag", category = "bags", quantity = 1, unitPrice = 40 } });
        (await DataOfAsync("updateProduct", "product { name category price { amount } version }", new { id = product, category = "other", price = 110, version = 1 })).ShouldBeJson(
            """{ "product": { "name": "Serum", "category": "other", "price": { "amount": 110 }, "version": 2 }, "errors": null }""");
        (await server.DataAsync("query($id: ID!) { orderById(id: $id) { items { nodes { name category quantity unitPrice { amount currency } product { sku } } } net { amount } refunded { amount } } }", new { id = order })).ShouldBeJson(
            $$"""
            { "orderById": { "items": { "nodes": [{ "name": "Serum", "category": "care {{_run}}", "quantity": 2, "unitPrice": { "amount": 100, "currency": "CNY" }, "product": { "sku": "{{_run}}" } },
              { "name": "Bag", "category": null, "quantity": 1, "unitPrice": { "amount": 40, "currency": "CNY" }, "product": null }] }, "net": { "amount": 240 }, "refunded": { "amount": 0 } } }
            """);
        (await server.DataAsync(
            "query($c: [String!]) { segmentPreview(condition: { purchase: { categories: $c, currency: \"CNY\", amount: { gte: 200 } } }) { sample { displayName } } }", new { c = new[] { $"care {_run}" } })).ShouldBeJson(
            """{ "segmentPreview": { "sample": [{ "displayName": "Ann" }] } }""");
        (await ErrorAsync("createProduct", new { sku = _run, name = "x", category = "x", price = Cny(1) })).ShouldBe("ALREADY_EXISTS");
        (await ErrorAsync("createProduct", new { sku = $"b{_run}", name = "x", category = "x", price = Cny(1), floorPrice = Cny(2) })).ShouldBe("FLOOR_ABOVE_PRICE");
        (await ErrorAsync("createProduct", new { sku = $"b{_run}", name = "x", category = "x", price = Cny(1), floorPrice = new { amount = 1, currency = "USD" } })).ShouldBe("INVALID_INPUT");
        (await ErrorAsync("updateProduct", new { id = product, price = 1.001 })).ShouldBe("INVALID_INPUT");
    }

    [Fact]
    public async Task Refunds_are_never_more_than_was_paid_and_the_last_of_it_closes_the_order()
    {
        var (group, members) = await CommunityAsync("Ann");
        var order = await OrderAsync(group.Id, members[0], 100);
        var first = await MadeAsync("recordRefund", "refund", new { orderId = order, amount = Cny(30), reason = "late", idempotencyKey = _run });
        (await MadeAsync("recordRefund", "refund", new { orderId = order, amount = Cny(30), idempotencyKey = _run })).ShouldBe(first);
        (await ErrorAsync("recordRefund", new { orderId = order, amount = Cny(70.01m) })).ShouldBe("REFUND_TOO_LARGE");
        (await ErrorAsync("recordRefund", new { orderId = order, amount = new { amount = 1, currency = "USD" } })).ShouldBe("CURRENCY_MISMATCH");
        (await ErrorAsync("recordRefund", new { orderId = order, amount = Cny(1), refundedAt = server.Clock.GetUtcNow().AddDays(-9) })).ShouldBe("REFUND_BEFORE_PAYMENT");
        (await ErrorAsync("recordRefund", new { orderId = order, amount = Cny(0) })).ShouldBe("INVALID_INPUT");
        const string Figures = "query($id: ID!) { orderById(id: $id) { status net { amount } refunded { amount } refunds { nodes { amount { amount } reason } } } }";
        (await server.DataAsync(Figures, new { id = order })).ShouldBeJson(
            """{ "orderById": { "status": "PAID", "net": { "amount": 70 }, "refunded": { "amount": 30 }, "refunds": { "nodes": [{ "amount": { "amount": 30 }, "reason": "late" }] } } }""");
        await MadeAsync("recordRefund", "refund", new { orderId = order, amount = Cny(70) });
        (await server.DataAsync(Figures, new { id = order })).ShouldBeJson(
            """{ "orderById": { "status": "REFUNDED", "net": { "amount": 0 }, "refunded": { "amount": 100 }, "refunds": { "nodes": [{ "amount": { "amount": 30 }, "reason": "late" }, { "amount": { "amount": 70 }, "reason": null }] } } }""");
        (await ErrorAsync("recordRefund", new { orderId = order, amount = Cny(1) })).ShouldBe("INVALID_TRANSITION");

        // Refunded as a whole, the rest of it goes back.
        var other = await OrderAsync(group.Id, members[0], 10);
        await MadeAsync("recordRefund", "refund", new { orderId = other, amount = Cny(4) });
        await server.DataAsync("mutation($id: ID!) { refundOrder(input: { id: $id }) { errors { __typename } } }", new { id = other });
        (await server.DataAsync(Figures, new { id = other })).ShouldBeJson(
            """{ "orderById": { "status": "REFUNDED", "net": { "amount": 0 }, "refunded": { "amount": 10 }, "refunds": { "nodes": [{ "amount": { "amount": 4 }, "reason": null }, { "amount": { "amount": 6 }, "reason": null }] } } }""");
        (await server.DataAsync("query($g: ID!) { groupById(id: $g) { activities(where: { kind: { in: [ORDER_PARTLY_REFUNDED, ORDER_REFUNDED] } }) { nodes { kind } } } }", new { g = group.Id })).ShouldBeJson(
            """{ "groupById": { "activities": { "nodes": [{ "kind": "ORDER_PARTLY_REFUNDED" }, { "kind": "ORDER_REFUNDED" }, { "kind": "ORDER_PARTLY_REFUNDED" }, { "kind": "ORDER_REFUNDED" }] } } }""");
    }

    [Fact]
    public async Task A_target_of_300_000_of_which_330_000_were_sold_is_attained_to_1_10()
    {
        var (group, members) = await CommunityAsync("Ann");
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(server.Clock.GetUtcNow(), zone).Date);
        var target = await MadeAsync("setSalesTarget", "salesTarget", new
        {
            name = "Sichuan", from = $"{today.AddDays(-27):yyyy-MM-dd}", to = $"{today.AddDays(1):yyyy-MM-dd}", amount = Cny(300_000), groupId = group.Id, weekdayWeights = new[] { 0, 0, 0, 1, 0, 0, 0 },
        });
        for (var week = 0; week < 4; week++)
        {
            await OrderAsync(group.Id, members[0], 82_500, null, server.Clock.GetUtcNow().AddDays(-7 * week).AddHours(-1));
        }

        await OrderAsync(group.Id, members[0], 1_000, null, server.Clock.GetUtcNow().AddDays(-29));
        await OrderAsync(group.Id, members[0], 500, null, null, "USD");
        const string Progress = "query($id: ID!) { salesTargets(where: { id: { eq: $id } }) { nodes { amount { amount } weekdayWeights progress { actual { amount currency } attainment expectedByNow { amount } pace } } } }";
        (await server.DataAsync(Progress, new { id = target })).GetProperty("salesTargets").GetProperty("nodes")[0].ShouldBeJson(
            """{ "amount": { "amount": 300000 }, "weekdayWeights": [0, 0, 0, 1, 0, 0, 0], "progress": { "actual": { "amount": 330000, "currency": "CNY" }, "attainment": 1.1, "expectedByNow": { "amount": 300000 }, "pace": 1.1 } }""");
        (await server.DataAsync("query($id: ID!) { salesTargetById(id: $id) { forecast { amount { amount currency } attainment nullReason } } }", new { id = target })).GetProperty("salesTargetById").ShouldBeJson(
            """{ "forecast": { "amount": { "amount": 330000, "currency": "CNY" }, "attainment": 1.1, "nullReason": null } }""");
        (await ErrorAsync("setSalesTarget", new { name = "x", from = "2026-02-01", to = "2026-02-01", amount = Cny(1) })).ShouldBe("INVALID_INPUT");
        (await ErrorAsync("setSalesTarget", new { name = "x", from = "2026-02-01", to = "2026-02-02", amount = Cny(1), weekdayWeights = new[] { 1, 0, 0, 0, 0, 0, 0 } })).ShouldBe("INVALID_INPUT");
        (await ErrorAsync("setSalesTarget", new { name = "x", from = "2026-02-01", to = "2026-03-01", amount = Cny(1), weekdayWeights = new[] { 1, 1 } })).ShouldBe("INVALID_INPUT");
    }

    [Fact]
    public void What_a_target_comes_to_is_what_was_sold_and_the_rest_at_the_pace_of_finished_days()
    {
        var target = new SalesTarget
        {
            Name = "x", From = new DateOnly(2026, 11, 2), To = new DateOnly(2026, 11, 16), Amount = 1_400, Currency = "CNY", Weights = "1,1,1,1,1,1,1",
        };
        var sold = Enumerable.Range(0, 6).ToDictionary(day => target.From.AddDays(day), day => day % 2 == 0 ? 90m : 110m);
        target.Forecast(sold, target.From).ShouldBe(new TargetForecast(600, null, null, 0, 14));

        // Six days at 100 on average; today 30 of its 100 are there, and seven days are to come.
        sold[target.From.AddDays(6)] = 30;
        var forecast = target.Forecast(sold, target.From.AddDays(6));
        (forecast.Actual, forecast.Amount, forecast.DaysSeen, forecast.DaysLeft).ShouldBe((630m, 1_400m, 6, 8));
        ((double)forecast.Spread!.Value).ShouldBe(1.96 * Math.Sqrt(6 * 100.0 / 5 * 8), 0.001);
        target.Forecast(sold, target.From.AddDays(4)).Spread.ShouldBeNull("four days say little");
        target.Forecast(sold, target.To).ShouldBe(new TargetForecast(630, 630, 0, 14, 0));
    }

    [Fact]
    public void What_is_expected_follows_the_schedule_and_not_the_calendar()
    {
        // November 2026 begins on a Sunday; its Thursdays are the 5th, 12th, 19th and 26th.
        var target = new SalesTarget
        {
            Name = "x", From = new DateOnly(2026, 11, 1), To = new DateOnly(2026, 12, 1), Amount = 300_000, Currency = "CNY", Weights = "0,0,0,1,0,0,0",
        };
        target.ExpectedBy(new DateOnly(2026, 10, 31)).ShouldBe(0);
        target.ExpectedBy(new DateOnly(2026, 11, 4)).ShouldBe(0);
        target.ExpectedBy(new DateOnly(2026, 11, 5)).ShouldBe(75_000);
        target.ExpectedBy(new DateOnly(2026, 11, 22)).ShouldBe(225_000);
        target.ExpectedBy(new DateOnly(2027, 1, 1)).ShouldBe(300_000);
        target.WeekdayWeights = [1, 1, 1, 1, 1, 1, 1];
        target.ExpectedBy(new DateOnly(2026, 11, 10)).ShouldBe(100_000);
    }

    [Theory]
    [InlineData(50, 200, 3, 4, 0.25)]
    [InlineData(200, 50, -0.75, 0.25, 4)]
    public async Task What_came_back_has_three_numbers_with_names_of_their_own(double cost, double revenue, double roi, double roas, double costToSales)
    {
        var (group, members) = await CommunityAsync("Ann");
        var order = await OrderAsync(group.Id, members[0], (decimal)revenue + 10);
        await MadeAsync("recordRefund", "refund", new { orderId = order, amount = Cny(10) });
        await OrderAsync(group.Id, members[0], 999, null, null, "USD");
        await MadeAsync("recordCost", "costEntry", new { kind = "RED_PACKET", amount = Cny((decimal)cost), groupId = group.Id, note = "x", idempotencyKey = _run });
        await MadeAsync("recordCost", "costEntry", new { kind = "RED_PACKET", amount = Cny((decimal)cost), groupId = group.Id, idempotencyKey = _run });
        await MadeAsync("recordCost", "costEntry", new { kind = "STAFF", amount = Cny(5_000), groupId = group.Id });
        var mistake = await MadeAsync("recordCost", "costEntry", new { kind = "RED_PACKET", amount = Cny(77), groupId = group.Id });
        (await DataOfAsync("removeCost", "costEntry { kind }", new { id = mistake })).ShouldBeJson("""{ "costEntry": { "kind": "RED_PACKET" }, "errors": null }""");
        var figures = (await ReturnAsync(group.Id, "[RED_PACKET, AD]")).GetProperty("salesReturn");
        (figures.GetProperty("roi").GetDecimal(), figures.GetProperty("roas").GetDecimal(), figures.GetProperty("costToSales").GetDecimal()).ShouldBe(((decimal)roi, (decimal)roas, (decimal)costToSales));
        (figures.GetProperty("revenue").GetProperty("amount").GetDecimal(), figures.GetProperty("cost").GetProperty("amount").GetDecimal()).ShouldBe(((decimal)revenue, (decimal)cost));
        figures.GetProperty("includedKinds").ShouldBeJson("""["RED_PACKET", "AD"]""");
        figures.GetProperty("nullReason").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ReturnAsync(group.Id, "[GIFT]")).GetProperty("salesReturn").ShouldBeJson(
            $$"""{ "revenue": { "amount": {{revenue}} }, "cost": { "amount": 0 }, "includedKinds": ["GIFT"], "roi": null, "roas": null, "costToSales": 0, "nullReason": "NO_COST" }""");
        var (other, _) = await CommunityAsync("Bob");
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, other.Key);
        (await ReturnAsync(group.Id, "[RED_PACKET]", owner)).GetProperty("salesReturn").GetProperty("cost").ShouldBeJson("""{ "amount": 0 }""");
        (await server.DataAsync("mutation($input: RecordCostInput!) { recordCost(input: $input) { errors { ... on InvalidInputError { fields { code } } } } }", new { input = new { kind = "AD", amount = Cny(1) } }, owner)).ShouldBeJson(
            """{ "recordCost": { "errors": [{ "fields": [{ "code": "GROUP_REQUIRED" }] }] } }""");
    }

    [Fact]
    public async Task A_consultation_is_recorded_once_and_comes_to_an_order_or_not()
    {
        var (group, members) = await CommunityAsync("Ann");
        var first = await MadeAsync("recordConsultation", "consultation", new { memberId = members[0], groupId = group.Id, topic = "dose", note = "for a child?", channel = "CHAT", idempotencyKey = _run });
        (await MadeAsync("recordConsultation", "consultation", new { memberId = members[0], topic = "x", channel = "CHAT", idempotencyKey = _run })).ShouldBe(first);
        (await ErrorAsync("closeConsultation", new { id = first, outcome = "OPEN" })).ShouldBe("INVALID_TRANSITION");
        var order = await OrderAsync(group.Id, members[0], 10);
        (await DataOfAsync("closeConsultation", "consultation { outcome order { id } note }", new { id = first, outcome = "ORDERED", orderId = order })).ShouldBeJson(
            $$"""{ "consultation": { "outcome": "ORDERED", "order": { "id": "{{order}}" }, "note": "for a child?" }, "errors": null }""");
        foreach (var outcome in new[] { "DECLINED", "ORDERED", "OPEN" })
        {
            (await ErrorAsync("closeConsultation", new { id = first, outcome })).ShouldBe("INVALID_TRANSITION");
        }

        (await server.DataAsync("query($g: ID!) { consultations(where: { group: { id: { eq: $g } }, outcome: { eq: ORDERED } }) { nodes { topic member { displayName } } totalCount } }", new { g = group.Id })).ShouldBeJson(
            """{ "consultations": { "nodes": [{ "topic": "dose", "member": { "displayName": "Ann" } }], "totalCount": 1 } }""");
    }

    [Fact]
    public async Task Orders_are_put_down_by_a_version_of_the_rule_and_run_again_nothing_changes()
    {
        var (first, members) = await CommunityAsync("Ann");
        var second = await SampleCommunity.AddGroupAsync(server);
        var now = server.Clock.GetUtcNow();
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var stay = await db.Memberships.SingleAsync(m => m.GroupId == first.Key, ct);
                db.Memberships.Add(new Membership { GroupId = second.Key, MemberId = stay.MemberId, JoinedAt = now.UtcDateTime.AddDays(-20) });
                db.Activities.Add(new Activity { Kind = ActivityKind.MessageSent, GroupId = second.Key, MemberId = stay.MemberId, OccurredAt = now.UtcDateTime.AddMinutes(-40), RecordedAt = now.UtcDateTime });
                await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
        var named = await OrderAsync(first.Id, members[0], 10, null, now.AddMinutes(-30));
        var open = await OrderAsync(null, members[0], 20, null, now.AddMinutes(-30));
        var strangers = await OrderAsync(null, null, 30, null, now.AddMinutes(-30));
        var touch = await MadeAsync("createAttributionRule", "attributionRule", new { models = new[] { "EXPLICIT", "LAST_TOUCH" }, windowDays = 7 });
        var join = await MadeAsync("createAttributionRule", "attributionRule", new { models = new[] { "JOINED_GROUP" }, windowDays = 7 });
        // Other tests of this class have orders at other times.
        var (from, to) = (now.AddMinutes(-31), now.AddMinutes(-29));
        (await RunAsync(touch, from, to)).ShouldBeJson("""{ "attributionReport": { "examined": 3, "attributed": 2, "changed": 3 }, "errors": null }""");
        (await RunAsync(touch, from, to)).ShouldBeJson("""{ "attributionReport": { "examined": 3, "attributed": 2, "changed": 0 }, "errors": null }""");
        (await RunAsync(join, from, to)).ShouldBeJson("""{ "attributionReport": { "examined": 3, "attributed": 2, "changed": 3 }, "errors": null }""");
        (await RunAsync(touch, from, to)).ShouldBeJson("""{ "attributionReport": { "examined": 3, "attributed": 2, "changed": 0 }, "errors": null }""");
        (await server.DataAsync(
            "query($a: ID!, $b: ID!, $c: ID!) { a: orderById(id: $a) { ...f } b: orderById(id: $b) { group { id } ...f } c: orderById(id: $c) { ...f } } fragment f on Order { attributions { nodes { model group { id } } } }",
            new { a = named, b = open, c = strangers })).ShouldBeJson(
            $$"""
            { "a": { "attributions": { "nodes": [{ "model": "EXPLICIT", "group": { "id": "{{first.Id}}" } }, { "model": "JOINED_GROUP", "group": { "id": "{{first.Id}}" } }] } },
              "b": { "group": null, "attributions": { "nodes": [{ "model": "LAST_TOUCH", "group": { "id": "{{second.Id}}" } }, { "model": "JOINED_GROUP", "group": { "id": "{{first.Id}}" } }] } },
              "c": { "attributions": { "nodes": [{ "model": null, "group": null }, { "model": null, "group": null }] } } }
            """);
        (await ErrorAsync("createAttributionRule", new { models = new[] { "EXPLICIT", "EXPLICIT" }, windowDays = 7 })).ShouldBe("INVALID_INPUT");
        (await ErrorAsync("createAttributionRule", new { models = new[] { "EXPLICIT" }, windowDays = 0 })).ShouldBe("INVALID_INPUT");
    }

    private static object Cny(decimal amount) => new { amount, currency = "CNY" };

    private async Task<((long Key, string Id) Group, string[] Members)> CommunityAsync(params string[] names)
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        return (group, await SampleCommunity.AddMembersAsync(server, group.Key, names));
    }

    private async Task<JsonElement> DataOfAsync(string mutation, string fields, object input) =>
        (await server.DataAsync(
            $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ {fields} errors {{ ... on Error {{ code }} }} }} }}", new { input })).GetProperty(mutation);

    private async Task<string> MadeAsync(string mutation, string payload, object input)
    {
        var made = await DataOfAsync(mutation, $"{payload} {{ id }}", input);
        made.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, made.ToString());
        return made.GetProperty(payload).GetProperty("id").GetString()!;
    }

    private async Task<string> ErrorAsync(string mutation, object input) => (await DataOfAsync(mutation, string.Empty, input)).GetProperty("errors")[0].GetProperty("code").GetString()!;

    private async Task<string> OrderAsync(string? groupId, string? memberId, decimal amount, object[]? items = null, DateTimeOffset? paidAt = null, string currency = "CNY") => await MadeAsync(
        "recordOrder", "order",
        new { source = "shop", externalId = Guid.NewGuid().ToString("N"), amount = new { amount, currency }, paidAt = paidAt ?? server.Clock.GetUtcNow(), memberId, groupId, items });

    private Task<JsonElement> ReturnAsync(string groupId, string kinds, string? apiKey = null) => server.DataAsync(
        "query($g: ID!, $from: DateTime!, $to: DateTime!) { salesReturn(from: $from, to: $to, currency: \"CNY\", groupId: $g, kinds: " + kinds + ") { revenue { amount } cost { amount } includedKinds roi roas costToSales nullReason } }",
        new { g = groupId, from = server.Clock.GetUtcNow().AddDays(-1), to = server.Clock.GetUtcNow().AddHours(1) },
        apiKey);

    private Task<JsonElement> RunAsync(string ruleId, DateTimeOffset from, DateTimeOffset to) =>
        DataOfAsync("runAttribution", "attributionReport { examined attributed changed }", new { ruleId, from, to });
}
