using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Points;

/// <summary>Coupons over HTTP: limits, codes, what they take off, what becomes of them.</summary>
public sealed class CouponTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_coupon_is_issued_within_its_limits_and_redeemed_once_by_its_code()
    {
        var members = await MembersAsync("Ann", "Bob");
        var template = await CreateAsync(new { name = _run, kind = "THRESHOLD", amount = Cny(30), minimum = Cny(100), totalLimit = 2, perMemberLimit = 1 });
        var coupon = await IssueAsync(template, members[0], _run);
        (await IssueAsync(template, members[0], _run)).ShouldBe(coupon);
        (await IssueErrorAsync(template, members[0])).ShouldBe("COUPON_LIMIT_REACHED");
        await IssueAsync(template, members[1]);
        (await IssueErrorAsync(template, members[1])).ShouldBe("COUPONS_EXHAUSTED");
        (await RedeemAsync(new { code = coupon.Code, price = Cny(99.99m) })).ShouldBeJson("""{ "coupon": null, "errors": [{ "code": "COUPON_DOES_NOT_APPLY" }] }""");
        (await RedeemAsync(new { code = coupon.Code, price = new { amount = 200, currency = "USD" } })).ShouldBeJson("""{ "coupon": null, "errors": [{ "code": "COUPON_DOES_NOT_APPLY" }] }""");
        var typed = $" {coupon.Code[..4].ToLowerInvariant()}-{coupon.Code[4..]} ";
        const string Redeemed = """{ "coupon": { "status": "REDEEMED", "discount": { "amount": 30, "currency": "CNY" }, "member": { "displayName": "Ann" } }, "errors": null }""";
        (await RedeemAsync(new { code = typed, price = Cny(100), idempotencyKey = $"r{_run}" })).ShouldBeJson(Redeemed);
        (await RedeemAsync(new { code = coupon.Code, price = Cny(100), idempotencyKey = $"r{_run}" })).ShouldBeJson(Redeemed);
        (await RedeemAsync(new { code = coupon.Code })).ShouldBeJson("""{ "coupon": null, "errors": [{ "code": "COUPON_NOT_REDEEMABLE" }] }""");
        (await RedeemAsync(new { code = "2222222222222222" })).ShouldBeJson("""{ "coupon": null, "errors": [{ "code": "NOT_FOUND" }] }""");
        (await server.DataAsync(
            "query($t: ID!, $m: ID!) { couponTemplateById(id: $t) { issuedCount redeemedCount amount { amount } minimum { amount } coupons(where: { status: { eq: REDEEMED } }) { totalCount } } memberById(id: $m) { coupons { nodes { status } } activities(where: { kind: { in: [COUPON_ISSUED, COUPON_REDEEMED] } }) { nodes { kind } } } }",
            new { t = template, m = members[0] })).ShouldBeJson(
            """
            { "couponTemplateById": { "issuedCount": 2, "redeemedCount": 1, "amount": { "amount": 30 }, "minimum": { "amount": 100 }, "coupons": { "totalCount": 1 } },
              "memberById": { "coupons": { "nodes": [{ "status": "REDEEMED" }] }, "activities": { "nodes": [{ "kind": "COUPON_ISSUED" }, { "kind": "COUPON_REDEEMED" }] } } }
            """);
    }

    [Theory]
    [InlineData("99.99", "CNY", "29.99")]
    [InlineData("0.03", "CNY", "0")]
    [InlineData("999", "JPY", "299")]
    [InlineData("1.001", "KWD", "0.300")]
    public async Task A_percentage_is_rounded_down_to_the_minor_unit_of_the_currency(string price, string currency, string off)
    {
        var members = await MembersAsync("Ann");
        var template = await CreateAsync(new { name = _run, kind = "PERCENTAGE", percent = 30 });
        var coupon = await IssueAsync(template, members[0]);
        var discount = (await RedeemAsync(new { code = coupon.Code, price = new { amount = decimal.Parse(price), currency } })).GetProperty("coupon").GetProperty("discount");
        discount.GetProperty("amount").GetDecimal().ShouldBe(decimal.Parse(off));
        discount.GetProperty("currency").GetString().ShouldBe(currency);
    }

    [Fact]
    public async Task A_coupon_that_is_voided_makes_room_and_one_whose_time_is_over_expires()
    {
        var members = await MembersAsync("Ann");
        var template = await CreateAsync(new { name = _run, kind = "AMOUNT", amount = Cny(5), totalLimit = 1, validDays = 2 });
        var first = await IssueAsync(template, members[0]);
        (await VoidAsync(first.Id)).ShouldBeJson("""{ "coupon": { "status": "VOIDED", "voidReason": "lost" }, "errors": null }""");
        (await VoidAsync(first.Id)).ShouldBeJson("""{ "coupon": null, "errors": [{ "code": "INVALID_TRANSITION" }] }""");
        (await RedeemAsync(new { code = first.Code })).ShouldBeJson("""{ "coupon": null, "errors": [{ "code": "COUPON_NOT_REDEEMABLE" }] }""");
        var second = await IssueAsync(template, members[0]);
        server.Clock.Forward(TimeSpan.FromDays(2));
        (await RedeemAsync(new { code = second.Code })).ShouldBeJson("""{ "coupon": null, "errors": [{ "code": "COUPON_NOT_REDEEMABLE" }] }""");
        await server.RunTimersAsync();
        (await server.DataAsync("query($m: ID!) { memberById(id: $m) { coupons(order: [{ issuedAt: ASC }]) { nodes { status } } } }", new { m = members[0] })).ShouldBeJson(
            """{ "memberById": { "coupons": { "nodes": [{ "status": "VOIDED" }, { "status": "EXPIRED" }] } } }""");
        (await VoidAsync(second.Id)).ShouldBeJson("""{ "coupon": null, "errors": [{ "code": "INVALID_TRANSITION" }] }""");
    }

    [Fact]
    public async Task Coupons_hold_within_their_window_and_a_closed_kind_issues_none()
    {
        var members = await MembersAsync("Ann");
        var now = server.Clock.GetUtcNow();
        var template = await CreateAsync(new { name = _run, kind = "AMOUNT", amount = Cny(5), startsAt = now.AddDays(1), endsAt = now.AddDays(2) });
        var coupon = await IssueAsync(template, members[0]);
        (await RedeemAsync(new { code = coupon.Code })).ShouldBeJson("""{ "coupon": null, "errors": [{ "code": "COUPON_NOT_REDEEMABLE" }] }""");
        server.Clock.Forward(TimeSpan.FromHours(25));
        (await RedeemAsync(new { code = coupon.Code })).GetProperty("coupon").GetProperty("status").GetString().ShouldBe("REDEEMED");
        server.Clock.Forward(TimeSpan.FromHours(24));
        (await IssueErrorAsync(template, members[0])).ShouldBe("COUPON_TEMPLATE_CLOSED");
        var closed = await CreateAsync(new { name = $"c{_run}", kind = "AMOUNT", amount = Cny(5) });
        await server.DataAsync("mutation($id: ID!) { updateCouponTemplate(input: { id: $id, isClosed: true, version: 1 }) { errors { __typename } } }", new { id = closed });
        (await IssueErrorAsync(closed, members[0])).ShouldBe("COUPON_TEMPLATE_CLOSED");
    }

    [Theory]
    [InlineData("""{ "kind": "AMOUNT" }""", "INVALID_DISCOUNT")]
    [InlineData("""{ "kind": "PERCENTAGE", "percent": 0 }""", "INVALID_INPUT")]
    [InlineData("""{ "kind": "PERCENTAGE", "percent": 100.01 }""", "INVALID_INPUT")]
    [InlineData("""{ "kind": "AMOUNT", "amount": { "amount": -1, "currency": "CNY" } }""", "INVALID_INPUT")]
    [InlineData("""{ "kind": "AMOUNT", "amount": { "amount": 0.001, "currency": "CNY" } }""", "INVALID_INPUT")]
    [InlineData("""{ "kind": "AMOUNT", "amount": { "amount": 0.5, "currency": "JPY" } }""", "INVALID_INPUT")]
    [InlineData("""{ "kind": "AMOUNT", "amount": { "amount": 1e13, "currency": "CNY" } }""", "INVALID_INPUT")]
    [InlineData("""{ "kind": "THRESHOLD", "amount": { "amount": 5, "currency": "CNY" }, "minimum": { "amount": 50, "currency": "USD" } }""", "INVALID_INPUT")]
    [InlineData("""{ "kind": "THRESHOLD", "amount": { "amount": 50, "currency": "CNY" }, "minimum": { "amount": 50, "currency": "CNY" } }""", "INVALID_DISCOUNT")]
    public async Task A_kind_of_coupons_that_makes_no_sense_is_refused(string fields, string code)
    {
        var input = System.Text.Json.Nodes.JsonNode.Parse(fields)!.AsObject();
        input["name"] = _run;
        (await server.DataAsync("mutation($input: CreateCouponTemplateInput!) { createCouponTemplate(input: $input) { errors { ... on Error { code } } } }", new { input }))
            .GetProperty("createCouponTemplate").GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task A_code_is_for_those_who_may_redeem_and_a_coupon_for_those_who_see_the_member()
    {
        var (group, other) = (await SampleCommunity.AddGroupAsync(server), await SampleCommunity.AddGroupAsync(server));
        var member = await SampleCommunity.AddMemberInAsync(server, group.Key, "Ann");
        var template = await CreateAsync(new { name = _run, kind = "AMOUNT", amount = Cny(5) });
        var coupon = await IssueAsync(template, member);
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        (await server.QueryAsync("query($t: ID!) { couponTemplateById(id: $t) { coupons { nodes { code } } } }", new { t = template }, analyst))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, other.Key);
        (await server.DataAsync("query($id: ID!, $t: ID!) { node(id: $id) { id } couponTemplateById(id: $t) { coupons { totalCount } } }", new { id = coupon.Id, t = template }, owner)).ShouldBeJson(
            """{ "node": null, "couponTemplateById": { "coupons": { "totalCount": 0 } } }""");
        (await RedeemAsync(new { code = coupon.Code }, owner)).ShouldBeJson("""{ "coupon": null, "errors": [{ "code": "NOT_FOUND" }] }""");
    }

    private static object Cny(decimal amount) => new { amount, currency = "CNY" };

    private async Task<string[]> MembersAsync(params string[] names) => await SampleCommunity.AddMembersAsync(server, (await SampleCommunity.AddGroupAsync(server)).Key, names);

    private async Task<string> CreateAsync(object input)
    {
        var made = (await server.DataAsync("mutation($input: CreateCouponTemplateInput!) { createCouponTemplate(input: $input) { couponTemplate { id } errors { ... on Error { message } } } }", new { input }))
            .GetProperty("createCouponTemplate");
        made.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, made.ToString());
        return made.GetProperty("couponTemplate").GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> PostIssueAsync(string templateId, string memberId, string? idempotencyKey) =>
        (await server.DataAsync(
            "mutation($input: IssueCouponInput!) { issueCoupon(input: $input) { coupon { id code } errors { ... on Error { code } } } }", new { input = new { templateId, memberId, idempotencyKey } })).GetProperty("issueCoupon");

    private async Task<(string Id, string Code)> IssueAsync(string templateId, string memberId, string? idempotencyKey = null)
    {
        var coupon = (await PostIssueAsync(templateId, memberId, idempotencyKey)).GetProperty("coupon");
        return (coupon.GetProperty("id").GetString()!, coupon.GetProperty("code").GetString()!);
    }

    private async Task<string> IssueErrorAsync(string templateId, string memberId) => (await PostIssueAsync(templateId, memberId, null)).GetProperty("errors")[0].GetProperty("code").GetString()!;

    private async Task<JsonElement> RedeemAsync(object input, string? apiKey = null) =>
        (await server.DataAsync(
            "mutation($input: RedeemCouponInput!) { redeemCoupon(input: $input) { coupon { status discount { amount currency } member { displayName } } errors { ... on Error { code } } } }", new { input }, apiKey)).GetProperty("redeemCoupon");

    private async Task<JsonElement> VoidAsync(string id) =>
        (await server.DataAsync("mutation($id: ID!) { voidCoupon(input: { id: $id, reason: \"lost\" }) { coupon { status voidReason } errors { ... on Error { code } } } }", new { id })).GetProperty("voidCoupon");
}
