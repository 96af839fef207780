using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Access;

/// <summary>What identifies a person is for those who may read it, and cannot be guessed by filter or order.</summary>
public sealed class PersonalDataTests(AccessServerFixture server) : IClassFixture<AccessServerFixture>
{
    [Theory]
    [InlineData("phone")]
    [InlineData("email")]
    [InlineData("birthYear")]
    [InlineData("note")]
    public async Task A_personal_field_is_refused_at_its_path_and_the_rest_is_answered(string field)
    {
        var answer = await server.QueryAsync($$"""{ memberByIdentity(platform: WECHAT, externalId: "Ann") { displayName {{field}} } }""", null, server.Keys["ANALYST"]);

        answer.GetProperty("data").ShouldBeJson($$"""{ "memberByIdentity": { "displayName": "Ann", "{{field}}": null } }""");
        var error = answer.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        error.GetProperty("path").ShouldBeJson($"""["memberByIdentity", "{field}"]""");
    }

    [Theory]
    [InlineData("query($id: ID!) { target: node(id: $id) { ... on Member { phone } } }")]
    [InlineData("query($id: ID!) { target: nodes(ids: [$id]) { ... on Member { phone } } }")]
    [InlineData("query($id: ID!) { target: memberById(id: $id) { phone } }")]
    [InlineData("query($id: ID) { members(where: { id: { eq: $id } }) { edges { node { phone } } } }")]
    [InlineData("query($id: ID) { members(where: { id: { eq: $id } }) { nodes { memberships { nodes { member { phone } } } } } }")]
    [InlineData("query($id: ID) { members(where: { id: { eq: $id } }) { nodes { activities { nodes { text } } } } }")]
    [InlineData("query($id: ID) { members(where: { id: { eq: $id } }) { nodes { activities { nodes { data } } } } }")]
    public async Task No_path_to_a_member_goes_around_it(string query)
    {
        var id = (await server.DataAsync("""{ memberByIdentity(platform: WECHAT, externalId: "Ann") { id } }""")).GetProperty("memberByIdentity").GetProperty("id").GetString();
        var answer = await server.QueryAsync(query, new { id }, server.Keys["ANALYST"]);

        answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("extensions").GetProperty("code").GetString()).Distinct().ShouldBe(["FORBIDDEN"]);
        answer.GetRawText().ShouldNotContain("+86 Ann");
        answer.GetRawText().ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("""{ members(where: { phone: { startsWith: "+86" } }) { totalCount } }""")]
    [InlineData("""{ members(where: { email: { contains: "ann" } }) { totalCount } }""")]
    [InlineData("""{ members(where: { birthYear: { gt: 1980 } }) { totalCount } }""")]
    [InlineData("""{ members(where: { note: { contains: "x" } }) { totalCount } }""")]
    [InlineData("""{ members(order: [{ phone: ASC }]) { totalCount } }""")]
    [InlineData("""{ members(order: [{ email: ASC }]) { totalCount } }""")]
    [InlineData("""{ members(order: [{ birthYear: ASC }]) { totalCount } }""")]
    [InlineData("""{ memberships(where: { member: { phone: { startsWith: "+86" } } }) { totalCount } }""")]
    [InlineData("""{ memberships(order: [{ member: { phone: ASC } }]) { totalCount } }""")]
    [InlineData("""{ activities(where: { text: { contains: "secret" } }) { nodes { id } } }""")]
    public async Task Nobody_filters_or_orders_by_it(string query)
    {
        var answer = await server.QueryAsync(query, null, server.Keys["LEAD"]);

        answer.TryGetProperty("data", out _).ShouldBeFalse();
        answer.GetProperty("errors").GetArrayLength().ShouldBeGreaterThan(0);
    }
}
