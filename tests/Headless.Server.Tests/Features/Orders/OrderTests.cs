using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Orders;

/// <summary>Orders over HTTP: recorded once, completed, refunded, and seen by those who may.</summary>
public sealed class OrderTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Record =
        """
        mutation($input: RecordOrderInput!) {
          recordOrder(input: $input) {
            order { id source externalId amount { amount currency } quantity paidAt status version member { displayName } group { id } campaign { name } }
            errors {
              __typename
              ... on Error { code }
              ... on InvalidInputError { fields { path code } }
              ... on AlreadyExistsError { path }
              ... on NotFoundError { path }
              ... on ActivityRejectedError { field: path }
            }
          }
        }
        """;

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task An_order_that_is_sent_again_changes_nothing()
    {
        var (_, groupId) = await SampleCommunity.AddGroupAsync(server);
        var input = new
        {
            source = "shop",
            externalId = $"o-{_run}",
            amount = new { amount = 19.9m, currency = "CNY" },
            paidAt = "2026-03-01T10:00:00+08:00",
            quantity = 2,
            member = new { platform = "WECHAT", externalId = $"wx-{_run}", displayName = "王小明" },
            groupId,
        };
        var first = await RecordAsync(input);
        var id = first.GetProperty("order").GetProperty("id").GetString();
        var expected =
            $$"""
            { "order": { "id": "{{id}}", "source": "shop", "externalId": "o-{{_run}}", "amount": { "amount": 19.9, "currency": "CNY" }, "quantity": 2,
                "paidAt": "2026-03-01T02:00:00.000Z", "status": "PAID", "version": 1, "member": { "displayName": "王小明" }, "group": { "id": "{{groupId}}" },
                "campaign": null }, "errors": null }
            """;
        first.ShouldBeJson(expected);
        (await RecordAsync(input)).ShouldBeJson(expected);
        (await LoggedActivities.KindsAsync(server, a => a.Source == "shop" && a.ExternalId == $"o-{_run}")).ShouldBe([ActivityKind.OrderRecorded]);

        (await server.DataAsync(
            """
            query($id: ID!, $externalId: String!) {
              orderById(id: $id) { externalId }
              orderByExternalId(source: "shop", externalId: $externalId) { id }
              nobody: orderByExternalId(source: "till", externalId: $externalId) { id }
              node(id: $id) { ... on Order { status } }
            }
            """,
            new { id, externalId = $"o-{_run}" })).ShouldBeJson(
            $$"""{ "orderById": { "externalId": "o-{{_run}}" }, "orderByExternalId": { "id": "{{id}}" }, "nobody": null, "node": { "status": "PAID" } }""");
    }

    [Fact]
    public async Task A_known_order_is_completed_and_what_was_paid_stays()
    {
        var (groupKey, groupId) = await SampleCommunity.AddGroupAsync(server);
        var memberId = await SampleCommunity.AddMemberInAsync(server, groupKey, "Ann");
        var campaign = (await server.DataAsync(
            "mutation($input: CreateCampaignInput!) { createCampaign(input: $input) { campaign { id } } }",
            new { input = new { name = $"Sale {_run}", groupIds = new[] { groupId } } })).GetProperty("createCampaign").GetProperty("campaign").GetProperty("id").GetString();
        await RecordAsync(Purchase());
        (await RecordAsync(Purchase(new { memberId, groupId, campaignId = campaign }))).GetProperty("order").ShouldBeJson(
            $$"""
            { "id": "{{await IdOfAsync()}}", "source": "shop", "externalId": "o-{{_run}}", "amount": { "amount": 5, "currency": "CNY" }, "quantity": 1,
              "paidAt": "2026-03-01T02:00:00.000Z", "status": "PAID", "version": 2, "member": { "displayName": "Ann" }, "group": { "id": "{{groupId}}" },
              "campaign": { "name": "Sale {{_run}}" } }
            """);
        (await RecordAsync(Purchase())).GetProperty("order").GetProperty("version").GetInt64().ShouldBe(2);
        (await RecordAsync(Purchase(new { amount = new { amount = 6m, currency = "CNY" } }))).ShouldBeJson(
            """{ "order": null, "errors": [{ "__typename": "AlreadyExistsError", "code": "ALREADY_EXISTS", "path": "externalId" }] }""");

        (await server.DataAsync(
            """
            query($member: ID!, $group: ID!, $campaign: ID!) {
              memberById(id: $member) { orders { nodes { externalId } totalCount } }
              groupById(id: $group) { orders { nodes { externalId } totalCount } }
              campaignById(id: $campaign) { orders { nodes { externalId } totalCount } }
            }
            """,
            new { member = memberId, group = groupId, campaign })).ShouldBeJson(
            $$"""
            { "memberById": { "orders": { "nodes": [{ "externalId": "o-{{_run}}" }], "totalCount": 1 } },
              "groupById": { "orders": { "nodes": [{ "externalId": "o-{{_run}}" }], "totalCount": 1 } },
              "campaignById": { "orders": { "nodes": [{ "externalId": "o-{{_run}}" }], "totalCount": 1 } } }
            """);
    }

    [Fact]
    public async Task A_buyer_is_given_by_id_or_by_account_and_is_the_same_person()
    {
        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        var memberId = await SampleCommunity.AddMemberInAsync(server, groupKey, $"Bob {_run}");
        (await RecordAsync(Purchase(new { memberId }))).GetProperty("order").GetProperty("member").ShouldBeJson($$"""{ "displayName": "Bob {{_run}}" }""");
        (await RecordAsync(Purchase(new { memberId, member = new { platform = "QQ", externalId = "1" } }))).ShouldBeJson(
            """
            { "order": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "memberId", "code": "ONE_BUYER" }] }] }
            """);
    }

    [Fact]
    public async Task An_order_that_was_reported_among_activities_is_known()
    {
        await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { __typename } }",
            new
            {
                input = new
                {
                    source = "shop",
                    activities = new[] { new { kind = "ORDER", externalId = $"o-{_run}", occurredAt = "2026-03-01T10:00:00+08:00", amount = 5m, currency = "CNY" } },
                },
            });
        var order = (await RecordAsync(Purchase())).GetProperty("order");
        order.GetProperty("version").GetInt64().ShouldBe(1);
        order.GetProperty("amount").ShouldBeJson("""{ "amount": 5, "currency": "CNY" }""");
        (await LoggedActivities.KindsAsync(server, a => a.ExternalId == $"o-{_run}")).ShouldBe([ActivityKind.OrderRecorded]);
    }

    [Fact]
    public async Task A_paid_order_is_refunded_or_cancelled_once_and_not_before_it_was_paid()
    {
        await RecordAsync(Purchase());
        var id = await IdOfAsync();
        (await CloseAsync("refundOrder", new { id, refundedAt = "2026-02-01T00:00:00Z" })).ShouldBeJson(
            """
            { "order": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "refundedAt", "code": "BEFORE_PAYMENT" }] }] }
            """);
        (await CloseAsync("refundOrder", new { id, refundedAt = "2999-02-01T00:00:00Z" })).ShouldBeJson(
            """
            { "order": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "refundedAt", "code": "OCCURRED_IN_FUTURE" }] }] }
            """);
        (await CloseAsync("refundOrder", new { id, version = 1, refundedAt = "2026-03-05T00:00:00Z" })).ShouldBeJson(
            """{ "order": { "status": "REFUNDED", "statusChangedAt": "2026-03-05T00:00:00.000Z", "version": 2 }, "errors": null }""");
        (await CloseAsync("cancelOrder", new { id })).ShouldBeJson(
            """{ "order": null, "errors": [{ "__typename": "DomainError", "code": "INVALID_TRANSITION" }] }""");

        // The shop's late repetition of the purchase does not undo the refund.
        (await RecordAsync(Purchase(new { status = "PAID" }))).GetProperty("order").GetProperty("status").GetString().ShouldBe("REFUNDED");
    }

    [Fact]
    public async Task A_shop_can_report_a_cancellation_by_sending_the_order_with_its_status()
    {
        await RecordAsync(Purchase());
        (await RecordAsync(Purchase(new { status = "CANCELLED" }))).GetProperty("order").GetProperty("status").GetString().ShouldBe("CANCELLED");
        (await RecordAsync(Purchase(new { status = "REFUNDED" }))).ShouldBeJson(
            """{ "order": null, "errors": [{ "__typename": "DomainError", "code": "INVALID_TRANSITION" }] }""");
    }

    [Fact]
    public async Task Bad_orders_are_answered_with_their_field()
    {
        (await RecordAsync(Purchase(new { source = "", externalId = "nul \0", quantity = 0, amount = new { amount = -1m, currency = "¥" } }))).ShouldBeJson(
            """
            { "order": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [
                { "path": "source", "code": "NOT_EMPTY" },
                { "path": "externalId", "code": "INVALID_TEXT" },
                { "path": "amount.amount", "code": "INVALID_AMOUNT" },
                { "path": "amount.currency", "code": "INVALID_CURRENCY" },
                { "path": "quantity", "code": "GREATER_THAN" }] }] }
            """);
        (await RecordAsync(Purchase(new { paidAt = "2999-01-01T00:00:00Z" }))).ShouldBeJson(
            """{ "order": null, "errors": [{ "__typename": "ActivityRejectedError", "code": "OCCURRED_IN_FUTURE", "field": "paidAt" }] }""");
    }

    [Fact]
    public async Task An_owner_records_orders_of_their_groups_and_sees_no_others()
    {
        var (mineKey, mine) = await SampleCommunity.AddGroupAsync(server);
        var (_, theirs) = await SampleCommunity.AddGroupAsync(server);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mineKey);
        (await RecordAsync(Purchase(), owner)).ShouldBeJson(
            """
            { "order": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "groupId", "code": "GROUP_REQUIRED" }] }] }
            """);
        (await RecordAsync(Purchase(new { groupId = theirs }), owner)).ShouldBeJson(
            """{ "order": null, "errors": [{ "__typename": "NotFoundError", "code": "NOT_FOUND", "path": "groupId" }] }""");
        (await RecordAsync(Purchase(new { groupId = mine }), owner)).GetProperty("order").GetProperty("group").ShouldBeJson($$"""{ "id": "{{mine}}" }""");

        await RecordAsync(Purchase(new { externalId = $"x-{_run}", groupId = theirs }));
        (await RecordAsync(Purchase(new { externalId = $"x-{_run}", groupId = mine }), owner)).ShouldBeJson(
            """{ "order": null, "errors": [{ "__typename": "AlreadyExistsError", "code": "ALREADY_EXISTS", "path": "externalId" }] }""");
        (await server.DataAsync("{ orders { nodes { externalId } totalCount } }", apiKey: owner)).ShouldBeJson(
            $$"""{ "orders": { "nodes": [{ "externalId": "o-{{_run}}" }], "totalCount": 1 } }""");
    }

    [Fact]
    public async Task A_connector_that_may_only_report_gets_no_further_than_its_order()
    {
        var connector = await server.CreateKeyAsync(OperatorRole.Integration, ApiKeyScope.RecordActivities);
        var input = Purchase(new { member = new { platform = "WECHAT", externalId = $"wx-{_run}" } });
        (await server.DataAsync(
            "mutation($input: RecordOrderInput!) { recordOrder(input: $input) { order { externalId status } } }", new { input }, connector)).ShouldBeJson(
            $$"""{ "recordOrder": { "order": { "externalId": "o-{{_run}}", "status": "PAID" } } }""");
        var further = await server.QueryAsync(
            "mutation($input: RecordOrderInput!) { recordOrder(input: $input) { order { member { displayName } } } }", new { input }, connector);
        further.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        further.GetProperty("data").ShouldBeJson("""{ "recordOrder": { "order": { "member": null } } }""");
        (await server.QueryAsync("query($id: ID!) { node(id: $id) { id } }", new { id = await IdOfAsync() }, connector)).GetProperty("data").ShouldBeJson(
            """{ "node": null }""");
    }

    [Fact]
    public async Task Orders_are_filtered_by_money_time_and_source_and_sorted()
    {
        foreach (var (id, amount, currency, day) in new[] { ("a", 10m, "CNY", 1), ("b", 30m, "CNY", 2), ("c", 20m, "CNY", 3), ("d", 20m, "USD", 4), ("e", 40m, "CNY", 5) })
        {
            await RecordAsync(new { source = _run, externalId = id, amount = new { amount, currency }, paidAt = $"2026-03-0{day}T00:00:00Z" });
        }

        (await server.DataAsync(
            """
            query($source: String!) {
              orders(
                where: { source: { eq: $source }, currency: { eq: "CNY" }, amount: { gte: 20 }, paidAt: { lt: "2026-03-05T00:00:00Z" }, status: { in: [PAID] } }
                order: [{ amount: DESC }]
              ) { nodes { externalId amount { amount currency } } totalCount }
            }
            """,
            new { source = _run })).ShouldBeJson(
            """
            { "orders": { "nodes": [
                { "externalId": "b", "amount": { "amount": 30, "currency": "CNY" } },
                { "externalId": "c", "amount": { "amount": 20, "currency": "CNY" } }], "totalCount": 2 } }
            """);
    }

    /// <summary>A purchase of this test, with other or further fields.</summary>
    private Dictionary<string, JsonElement> Purchase(object? with = null)
    {
        var fields = Fields(new { source = "shop", externalId = $"o-{_run}", amount = new { amount = 5m, currency = "CNY" }, paidAt = "2026-03-01T10:00:00+08:00" });
        foreach (var (name, value) in Fields(with ?? new { }))
        {
            fields[name] = value;
        }

        return fields;

        static Dictionary<string, JsonElement> Fields(object from) =>
            JsonSerializer.SerializeToElement(from).EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
    }

    private async Task<JsonElement> RecordAsync(object input, string? apiKey = null) =>
        (await server.DataAsync(Record, new { input }, apiKey)).GetProperty("recordOrder");

    private async Task<JsonElement> CloseAsync(string mutation, object input) => (await server.DataAsync(
        $$"""
        mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) {
          {{mutation}}(input: $input) {
            order { status statusChangedAt version }
            errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } }
          }
        }
        """,
        new { input })).GetProperty(mutation);

    private async Task<string> IdOfAsync() => (await server.DataAsync(
        "query($id: String!) { orderByExternalId(source: \"shop\", externalId: $id) { id } }",
        new { id = $"o-{_run}" })).GetProperty("orderByExternalId").GetProperty("id").GetString()!;
}
