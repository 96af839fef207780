using System.Text.Json;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Access;

/// <summary>An OWNER or ADMIN of the first group never meets a row of the second, whatever path is tried.</summary>
public sealed class RowAccessTests(AccessServerFixture server) : IClassFixture<AccessServerFixture>
{
    public static TheoryData<string, string, string> Paths => new()
    {
        { "lists", "{ groups { nodes { name } totalCount } }", """{ "groups": { "nodes": [{ "name": "first" }], "totalCount": 1 } }""" },
        {
            "members",
            "{ members(order: [{ displayName: ASC }]) { nodes { displayName memberships { nodes { group { name } } totalCount } } totalCount } }",
            """
            { "members": { "nodes": [
                { "displayName": "Ann", "memberships": { "nodes": [{ "group": { "name": "first" } }], "totalCount": 1 } },
                { "displayName": "Cat", "memberships": { "nodes": [{ "group": { "name": "first" } }], "totalCount": 1 } }],
              "totalCount": 2 } }
            """
        },
        {
            "members of a tag",
            "{ tags { nodes { name members { nodes { displayName } totalCount } } } }",
            """{ "tags": { "nodes": [{ "name": "loyal", "members": { "nodes": [{ "displayName": "Ann" }], "totalCount": 1 } }] } }"""
        },
        {
            "a filter over a row that is hidden",
            """{ members(where: { memberships: { some: { group: { name: { eq: "second" } } } } }) { nodes { displayName } totalCount } }""",
            """{ "members": { "nodes": [], "totalCount": 0 } }"""
        },
        {
            "a filter that denies a row that is hidden",
            """{ members(where: { memberships: { none: { group: { name: { eq: "second" } } } } }, order: [{ displayName: ASC }]) { nodes { displayName } } }""",
            """{ "members": { "nodes": [{ "displayName": "Ann" }, { "displayName": "Cat" }] } }"""
        },
        { "orders", "{ orders { nodes { member { displayName } } totalCount } }", """{ "orders": { "nodes": [{ "member": { "displayName": "Ann" } }], "totalCount": 1 } }""" },
        { "campaigns", "{ campaigns { nodes { name } totalCount } }", """{ "campaigns": { "nodes": [{ "name": "first" }], "totalCount": 1 } }""" },
        {
            "the log",
            "{ activities(where: { kind: { neq: MEMBER_JOINED } }) { nodes { kind group { name } member { displayName } } } }",
            """
            { "activities": { "nodes": [
                { "kind": "MESSAGE_SENT", "group": { "name": "first" }, "member": { "displayName": "Ann" } },
                { "kind": "ORDER_RECORDED", "group": { "name": "first" }, "member": { "displayName": "Ann" } }] } }
            """
        },
        {
            "accounts and names",
            """
            {
              group: groupByExternalId(platform: WECHAT, externalId: "second") { name }
              member: memberByIdentity(platform: WECHAT, externalId: "Bob") { displayName }
              order: orderByExternalId(source: "shop", externalId: "Bob-second-Order") { externalId }
            }
            """,
            """{ "group": null, "member": null, "order": null }"""
        },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Only_rows_of_the_callers_groups_appear(string path, string query, string expected)
    {
        foreach (var caller in new[] { "OWNER", "ADMIN" })
        {
            var data = await server.DataAsync(query, null, server.Keys[caller]);
            data.ShouldBeJson(expected);
        }

        path.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Ids_of_rows_that_are_hidden_lead_nowhere()
    {
        var ids = await server.DataAsync(
            """
            {
              group: groupByExternalId(platform: WECHAT, externalId: "second") { id memberships { nodes { id } } activities { nodes { id } } }
              member: memberByIdentity(platform: WECHAT, externalId: "Bob") { id identities { nodes { id } } }
              order: orderByExternalId(source: "shop", externalId: "Bob-second-Order") { id }
              campaigns(where: { name: { eq: "second" } }) { nodes { id } }
            }
            """);
        string[] hidden =
        [
            Id(ids, "group"), Id(ids, "member"), Id(ids, "order"),
            ids.GetProperty("group").GetProperty("memberships").GetProperty("nodes")[0].GetProperty("id").GetString()!,
            ids.GetProperty("group").GetProperty("activities").GetProperty("nodes")[0].GetProperty("id").GetString()!,
            ids.GetProperty("member").GetProperty("identities").GetProperty("nodes")[0].GetProperty("id").GetString()!,
            ids.GetProperty("campaigns").GetProperty("nodes")[0].GetProperty("id").GetString()!,
        ];
        var owner = server.Keys["OWNER"];

        (await server.DataAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = hidden }, owner))
            .ShouldBeJson("""{ "nodes": [null, null, null, null, null, null, null] }""");
        (await server.DataAsync(
            "query($g: ID!, $m: ID!, $o: ID!) { groupById(id: $g) { id } memberById(id: $m) { id } orderById(id: $o) { id } node(id: $g) { id } }",
            new { g = hidden[0], m = hidden[1], o = hidden[2] },
            owner)).ShouldBeJson("""{ "groupById": null, "memberById": null, "orderById": null, "node": null }""");
        (await server.DataAsync(
            "query($ids: [ID]) { members(where: { id: { in: $ids } }) { totalCount } }", new { ids = new[] { hidden[1] } }, owner))
            .ShouldBeJson("""{ "members": { "totalCount": 0 } }""");
    }

    [Fact]
    public async Task Figures_count_the_callers_groups_only()
    {
        const string Query = "{ metric(key: MEMBER_COUNT, window: { lastDays: 1 }) { value } }";
        var keys = await server.DataAsync("""{ __type(name: "MetricKey") { enumValues { name } } }""");
        keys.GetRawText().ShouldContain("\"MEMBER_COUNT\"");

        (await server.DataAsync(Query, null, server.Keys["LEAD"])).GetProperty("metric").GetProperty("value").GetDouble().ShouldBe(4);
        (await server.DataAsync(Query, null, server.Keys["OWNER"])).GetProperty("metric").GetProperty("value").GetDouble().ShouldBe(2);
    }

    [Fact]
    public async Task A_change_of_a_row_that_is_hidden_is_refused_as_if_it_were_not_there()
    {
        var id = Id(await server.DataAsync("""{ member: memberByIdentity(platform: WECHAT, externalId: "Bob") { id } }"""), "member");

        (await server.DataAsync(
            "mutation($input: UpdateMemberInput!) { updateMember(input: $input) { member { id } errors { __typename ... on Error { code } } } }",
            new { input = new { id, city = "Paris" } },
            server.Keys["OWNER"])).ShouldBeJson(
            """{ "updateMember": { "member": null, "errors": [{ "__typename": "NotFoundError", "code": "NOT_FOUND" }] } }""");
        (await server.DataAsync("query($id: ID!) { memberById(id: $id) { city } }", new { id })).ShouldBeJson("""{ "memberById": { "city": null } }""");
    }

    private static string Id(JsonElement data, string field) => data.GetProperty(field).GetProperty("id").GetString()!;
}
