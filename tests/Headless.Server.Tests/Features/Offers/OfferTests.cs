using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Offers;

/// <summary>Offers with their prices, what they are expected to bring, and a stock that nobody sells twice, over HTTP.</summary>
public sealed class OfferTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private const string Errors = "errors { ... on Error { code } ... on InvalidInputError { fields { path code } } }";

    [Fact]
    public async Task Of_a_hundred_who_reserve_the_last_unit_at_once_one_gets_it()
    {
        var item = await ItemAsync(new { product = "最后一件", listPrice = 10, price = 9, stock = 1, lowStockAt = 0 });
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => ReserveAsync(item, $"order-{i}")));
        answers.Count(a => a.GetProperty("stockReservation").ValueKind == JsonValueKind.Object).ShouldBe(1);
        answers.Where(a => a.GetProperty("errors").ValueKind == JsonValueKind.Array).Select(a => a.GetProperty("errors")[0].GetProperty("code").GetString()).Distinct().ShouldBe(["OUT_OF_STOCK"]);
        (await FiguresAsync(item)).ShouldBeJson("""{ "stock": 1, "reserved": 1, "sold": 0, "available": 0, "isLow": true, "reservations": { "totalCount": 1 } }""");
        (await CountAsync(ActivityKind.StockLow, "最后一件")).ShouldBe(1);
    }

    [Fact]
    public async Task A_reservation_that_is_sent_again_holds_nothing_more_and_is_sold_given_back_or_expires_once()
    {
        var item = await ItemAsync(new { product = "面霜", listPrice = 10, price = 9, stock = 10, lowStockAt = 6 });
        var first = await ReserveAsync(item, "basket-1", 3);
        (await ReserveAsync(item, "basket-1", 3)).GetRawText().ShouldBe(first.GetRawText());
        (await ReserveAsync(item, "basket-2", 8)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("OUT_OF_STOCK");
        var second = await ReserveAsync(item, "basket-2", 2, minutes: 10);
        (await FiguresAsync(item)).ShouldBeJson("""{ "stock": 10, "reserved": 5, "sold": 0, "available": 5, "isLow": true, "reservations": { "totalCount": 2 } }""");

        (await CloseAsync("sellReservation", first)).ShouldBeJson("""{ "stockReservation": { "status": "SOLD" }, "errors": null }""");
        (await CloseAsync("releaseReservation", first)).ShouldBeJson("""{ "stockReservation": null, "errors": [{ "code": "INVALID_TRANSITION" }] }""");
        (await FiguresAsync(item)).ShouldBeJson("""{ "stock": 10, "reserved": 2, "sold": 3, "available": 5, "isLow": true, "reservations": { "totalCount": 2 } }""");
        server.Clock.Forward(TimeSpan.FromMinutes(11));
        await server.RunTimersAsync();
        (await CloseAsync("sellReservation", second)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION");
        (await FiguresAsync(item)).ShouldBeJson("""{ "stock": 10, "reserved": 0, "sold": 3, "available": 7, "isLow": true, "reservations": { "totalCount": 2 } }""");
        var third = await ReserveAsync(item, "basket-3", 7);
        (await CloseAsync("releaseReservation", third)).ShouldBeJson("""{ "stockReservation": { "status": "RELEASED" }, "errors": null }""");

        (await ChangeAsync("addStock", "offerItem { stock available isLow }", new { offerItemId = item, quantity = 5 })).ShouldBeJson("""{ "offerItem": { "stock": 15, "available": 12, "isLow": false }, "errors": null }""");
        (await CountAsync(ActivityKind.StockLow, "面霜")).ShouldBe(1);
    }

    [Fact]
    public async Task Units_that_are_sold_and_given_back_at_once_are_booked_once()
    {
        var item = await ItemAsync(new { product = "同时", listPrice = 10, price = 9, stock = 5 });
        var held = await ReserveAsync(item, "x", 2);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => CloseAsync(i % 2 == 0 ? "sellReservation" : "releaseReservation", held)));
        answers.Count(a => a.GetProperty("errors").ValueKind == JsonValueKind.Null).ShouldBe(1);
        var figures = await FiguresAsync(item);
        (figures.GetProperty("reserved").GetInt32(), figures.GetProperty("sold").GetInt32()).ShouldBeOneOf((0, 2), (0, 0));
    }

    [Fact]
    public async Task What_nobody_counts_never_runs_out_and_cannot_be_added_to()
    {
        var item = await ItemAsync(new { product = "电子课", listPrice = 10, price = 9 });
        (await ReserveAsync(item, "a", 10_000)).GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ChangeAsync("addStock", "offerItem { stock }", new { offerItemId = item, quantity = 5 })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("STOCK_NOT_COUNTED");
        (await ReserveAsync(item, "b", 0)).GetProperty("errors")[0].GetProperty("fields").ShouldBeJson("""[{ "path": "quantity", "code": "INCLUSIVE_BETWEEN" }]""");
    }

    [Fact]
    public async Task A_price_has_to_be_below_the_sites_and_the_usual_one()
    {
        var offer = await OfferAsync();
        const string add = "offerItem { price priceFraction role }";
        (await ChangeAsync("addOfferItem", add, new { offerId = offer, product = "x", listPrice = 100, price = 80, siteMinimumPrice = 80 })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("PRICE_NOT_BELOW_SITE");
        (await ChangeAsync("addOfferItem", add, new { offerId = offer, product = "x", listPrice = 100, price = 101 })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("PRICE_ABOVE_LIST");
        (await ChangeAsync("addOfferItem", add, new { offerId = offer, product = "x", listPrice = 100, price = -1 })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_AMOUNT");
        (await ChangeAsync("addOfferItem", add, new { offerId = offer, product = "x", listPrice = 1e20m, price = 1 })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_AMOUNT");
        (await ChangeAsync("addOfferItem", add, new { offerId = offer, product = "清仓", listPrice = 100, price = 30, siteMinimumPrice = 45.5, role = "CLEARANCE" })).GetProperty("offerItem")
            .ShouldBeJson("""{ "price": 30, "priceFraction": 0.3, "role": "CLEARANCE" }""");
    }

    [Fact]
    public async Task An_item_can_be_a_product_of_the_catalogue_and_is_called_as_it_is_there()
    {
        var (offer, sku) = (await OfferAsync(), Guid.NewGuid().ToString("N")[..8]);
        var product = (await ChangeAsync("createProduct", "product { id }", new { sku, name = "维生素C 60 片", category = "保健", price = new { amount = 49, currency = "CNY" } })).GetProperty("product").GetProperty("id").GetString();
        const string fields = "offerItem { id product sku catalogProduct { id category } }";
        var added = (await ChangeAsync("addOfferItem", fields, new { offerId = offer, productId = product, listPrice = 49, price = 35 })).GetProperty("offerItem");
        var id = added.GetProperty("id").GetString();
        added.ShouldBeJson($$"""{ "id": "{{id}}", "product": "维生素C 60 片", "sku": "{{sku}}", "catalogProduct": { "id": "{{product}}", "category": "保健" } }""");
        (await ChangeAsync("updateOfferItem", fields, new { id, productId = (string?)null })).GetProperty("offerItem").ShouldBeJson(
            $$"""{ "id": "{{id}}", "product": "维生素C 60 片", "sku": "{{sku}}", "catalogProduct": null }""");
        (await ChangeAsync("updateOfferItem", fields, new { id, productId = product })).GetProperty("offerItem").GetProperty("catalogProduct").GetProperty("id").GetString().ShouldBe(product);
        (await ChangeAsync("addOfferItem", fields, new { offerId = offer, listPrice = 49, price = 35 })).GetProperty("errors")[0].GetProperty("fields").ShouldBeJson("""[{ "path": "product", "code": "NOT_EMPTY" }]""");
    }

    [Fact]
    public async Task What_an_offer_brings_is_told_with_a_warning_and_nothing_is_made_up()
    {
        var offer = await OfferAsync(lossCap: 100);
        async Task<JsonElement> ForecastAsync() => (await server.DataAsync(
            "query($id: ID!) { offerById(id: $id) { promises lossCap { amount currency } forecast { units revenue { amount } averageUnitRevenue { amount } margin { amount } nullReason warning } } }", new { id = offer })).GetProperty("offerById");
        (await ForecastAsync()).ShouldBeJson(
            """
            { "promises": ["FREE_SHIPPING", "GENUINE"], "lossCap": { "amount": 100, "currency": "CNY" },
              "forecast": { "units": 0, "revenue": { "amount": 0 }, "averageUnitRevenue": null, "margin": { "amount": 0 }, "nullReason": null, "warning": null } }
            """);
        await ChangeAsync("addOfferItem", "offerItem { id }", new { offerId = offer, product = "引流款", listPrice = 20, price = 5, unitCost = 8, expectedUnits = 50 });
        await ChangeAsync("addOfferItem", "offerItem { id }", new { offerId = offer, product = "主推", listPrice = 300, price = 200, unitCost = 190, expectedUnits = 3, role = "HERO" });
        (await ForecastAsync()).GetProperty("forecast").ShouldBeJson(
            """{ "units": 53, "revenue": { "amount": 850 }, "averageUnitRevenue": { "amount": 16.0377 }, "margin": { "amount": -120 }, "nullReason": null, "warning": "LOSS_BEYOND_CAP" }""");
        await ChangeAsync("updateOffer", "offer { id }", new { id = offer, lossCap = 150 });
        (await ForecastAsync()).GetProperty("forecast").GetProperty("warning").ValueKind.ShouldBe(JsonValueKind.Null);
        await ChangeAsync("addOfferItem", "offerItem { id }", new { offerId = offer, product = "成本不明", listPrice = 20, price = 5, expectedUnits = 1 });
        (await ForecastAsync()).GetProperty("forecast").GetProperty("nullReason").GetString().ShouldBe("UNIT_COST_UNKNOWN");
    }

    [Fact]
    public async Task An_owner_of_another_group_reserves_nothing_and_sees_no_offer()
    {
        var item = await ItemAsync(new { product = "别人的", listPrice = 10, price = 9, stock = 5 });
        var owner = await server.CreateKeyAsync(OperatorRole.Owner);
        (await ChangeAsync("reserveStock", "stockReservation { id }", new { offerItemId = item, reference = "r" }, owner)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_FOUND");
        (await server.DataAsync("query($id: ID!) { node(id: $id) { id } offerItems { totalCount } }", new { id = item }, owner)).ShouldBeJson("""{ "node": null, "offerItems": { "totalCount": 0 } }""");
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        (await server.QueryAsync("mutation($input: AddStockInput!) { addStock(input: $input) { offerItem { id } } }", new { input = new { offerItemId = item, quantity = 1 } }, analyst))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    private async Task<string> OfferAsync(decimal? lossCap = null)
    {
        var campaign = (await server.DataAsync("mutation { createCampaign(input: { name: \"offers\" }) { campaign { id } } }")).GetProperty("createCampaign").GetProperty("campaign").GetProperty("id").GetString();
        return (await ChangeAsync("createOffer", "offer { id }", new { campaignId = campaign, name = "VIP", currency = "CNY", url = "https://shop.example.org/vip", promises = new[] { "GENUINE", "FREE_SHIPPING" }, lossCap }))
            .GetProperty("offer").GetProperty("id").GetString()!;
    }

    private async Task<string> ItemAsync(object item)
    {
        var input = JsonSerializer.SerializeToNode(item)!;
        input["offerId"] = await OfferAsync();
        return (await ChangeAsync("addOfferItem", "offerItem { id }", input)).GetProperty("offerItem").GetProperty("id").GetString()!;
    }

    private Task<JsonElement> ReserveAsync(string item, string reference, int? quantity = null, int? minutes = null) =>
        ChangeAsync("reserveStock", "stockReservation { id quantity status }", new { offerItemId = item, reference, quantity, expiresInMinutes = minutes });

    private Task<JsonElement> CloseAsync(string mutation, JsonElement reserved) =>
        ChangeAsync(mutation, "stockReservation { status }", new { id = reserved.GetProperty("stockReservation").GetProperty("id").GetString() });

    private async Task<JsonElement> FiguresAsync(string item) => (await server.DataAsync(
        "query($id: ID!) { node(id: $id) { ... on OfferItem { stock reserved sold available isLow reservations { totalCount } } } }", new { id = item })).GetProperty("node");

    private async Task<JsonElement> ChangeAsync(string mutation, string fields, object input, string? apiKey = null) => (await server.DataAsync(
        $$"""mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) { {{fields}} {{Errors}} } }""", new { input }, apiKey)).GetProperty(mutation);

    private async Task<int> CountAsync(ActivityKind kind, string text)
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        return await db.Activities.CountAsync(a => a.Kind == kind && a.Text == text, TestContext.Current.CancellationToken);
    }
}
