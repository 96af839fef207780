using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Platforms;

/// <summary>What is known about platforms: shipped, dated, and overridden by the organisation.</summary>
public sealed class PlatformTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string SetPolicy =
        """
        mutation($input: SetPlatformPolicyInput!) {
          setPlatformPolicy(input: $input) { platformPolicy { id value asOf source origin } errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } } }
        }
        """;

    private const string SetCapability =
        """
        mutation($input: SetPlatformCapabilityInput!) {
          setPlatformCapability(input: $input) { platformCapability { id isAvailable asOf origin } errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } } }
        }
        """;

    [Fact]
    public async Task The_limit_of_2014_is_history_and_the_reported_one_is_in_force()
    {
        (await server.DataAsync(
            """
            {
              platformPolicies(where: { platform: { eq: WECHAT }, key: { eq: GROUP_QR_MAX_MEMBERS }, origin: { eq: SHIPPED } }, order: [{ effectiveFrom: ASC }]) {
                nodes { value effectiveFrom asOf }
              }
              now: effectivePlatformPolicies(platform: WECHAT) { key value origin }
              then: effectivePlatformPolicies(platform: WECHAT, at: "2015-01-01T00:00:00Z") { key value }
              before: effectivePlatformPolicies(platform: WECHAT, at: "2013-12-31T23:59:59Z") { key }
            }
            """)).ShouldBeJson(
            """
            { "platformPolicies": { "nodes": [
                { "value": 100, "effectiveFrom": "2014-01-01T00:00:00.000Z", "asOf": "2020-12-03" },
                { "value": 200, "effectiveFrom": "2023-06-01T00:00:00.000Z", "asOf": "2026-08-01" }] },
              "now": [
                { "key": "GROUP_QR_MAX_MEMBERS", "value": 200, "origin": "SHIPPED" },
                { "key": "GROUP_MAX_MEMBERS", "value": 500, "origin": "SHIPPED" },
                { "key": "GROUP_QR_VALID_DAYS", "value": 7, "origin": "SHIPPED" }],
              "then": [{ "key": "GROUP_QR_MAX_MEMBERS", "value": 100 }, { "key": "GROUP_MAX_MEMBERS", "value": 500 }, { "key": "GROUP_QR_VALID_DAYS", "value": 7 }],
              "before": [] }
            """);
    }

    [Fact]
    public async Task The_organisations_row_goes_before_the_shipped_ones_until_it_is_taken_back()
    {
        const string effective = """query($at: DateTime) { effectivePlatformPolicies(platform: QQ, at: $at) { value origin } }""";
        (await SetPolicyAsync("QQ", 300, "2026-01-01T00:00:00Z")).GetProperty("errors").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var later = await SetPolicyAsync("QQ", 400, "2999-01-01T00:00:00Z");
        (await server.DataAsync(effective)).ShouldBeJson("""{ "effectivePlatformPolicies": [{ "value": 300, "origin": "ORGANISATION" }] }""");
        (await server.DataAsync(effective, new { at = "2999-06-01T00:00:00Z" })).ShouldBeJson(
            """{ "effectivePlatformPolicies": [{ "value": 400, "origin": "ORGANISATION" }] }""");
        (await server.DataAsync(effective, new { at = "2025-06-01T00:00:00Z" })).ShouldBeJson(
            """{ "effectivePlatformPolicies": [{ "value": 2000, "origin": "SHIPPED" }] }""");

        // Said again for the same time it is the same row.
        var again = await SetPolicyAsync("QQ", 350, "2026-01-01T00:00:00Z");
        again.GetProperty("platformPolicy").GetProperty("value").GetInt32().ShouldBe(350);
        (await server.DataAsync("""{ platformPolicies(where: { platform: { eq: QQ }, origin: { eq: ORGANISATION } }) { totalCount } }""")).ShouldBeJson(
            """{ "platformPolicies": { "totalCount": 2 } }""");

        const string remove = """mutation($id: ID!) { removePlatformPolicy(input: { id: $id }) { platformPolicy { value } errors { ... on Error { code } } } }""";
        foreach (var (row, value) in new[] { (again, 350), (later, 400) })
        {
            (await server.DataAsync(remove, new { id = row.GetProperty("platformPolicy").GetProperty("id").GetString() })).ShouldBeJson(
                $$"""{ "removePlatformPolicy": { "platformPolicy": { "value": {{value}} }, "errors": null } }""");
        }

        (await server.DataAsync(effective)).ShouldBeJson("""{ "effectivePlatformPolicies": [{ "value": 2000, "origin": "SHIPPED" }] }""");
        var shipped = (await server.DataAsync("{ effectivePlatformPolicies(platform: QQ) { id } }")).GetProperty("effectivePlatformPolicies")[0].GetProperty("id").GetString();
        (await server.DataAsync(remove, new { id = shipped })).ShouldBeJson(
            """{ "removePlatformPolicy": { "platformPolicy": null, "errors": [{ "code": "SHIPPED_ROW_IS_READ_ONLY" }] } }""");
        (await server.DataAsync("query($id: ID!) { node(id: $id) { ... on PlatformPolicy { key } } }", new { id = shipped })).ShouldBeJson(
            """{ "node": { "key": "GROUP_MAX_MEMBERS" } }""");
        (await LoggedActivities.KindsAsync(server, a => a.Text == "QQ GROUP_MAX_MEMBERS")).ShouldBe(
        [
            ActivityKind.PlatformPolicySet, ActivityKind.PlatformPolicySet, ActivityKind.PlatformPolicySet, ActivityKind.PlatformPolicyRemoved,
            ActivityKind.PlatformPolicyRemoved,
        ]);
    }

    [Fact]
    public async Task A_capability_is_shipped_with_its_source_and_overridden()
    {
        const string query =
            """{ effectivePlatformCapabilities(platform: YY) { capability isAvailable asOf source origin } }""";
        const string shipped = "The articles that this product is modelled on, 2020";
        (await server.DataAsync(query)).ShouldBeJson(
            $$"""
            { "effectivePlatformCapabilities": [
                { "capability": "VOICE", "isAvailable": true, "asOf": "2020-12-03", "source": "{{shipped}}", "origin": "SHIPPED" },
                { "capability": "LIVE", "isAvailable": true, "asOf": "2020-12-03", "source": "{{shipped}}", "origin": "SHIPPED" }] }
            """);
        var set = (await server.DataAsync(SetCapability, new { input = new { platform = "YY", capability = "LIVE", isAvailable = false, asOf = "2026-11-01", source = "we tried" } }))
            .GetProperty("setPlatformCapability");
        set.GetProperty("errors").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await server.DataAsync(query)).GetProperty("effectivePlatformCapabilities")[1].ShouldBeJson(
            """{ "capability": "LIVE", "isAvailable": false, "asOf": "2026-11-01", "source": "we tried", "origin": "ORGANISATION" }""");
        (await server.DataAsync("""{ platformCapabilities(where: { platform: { eq: YY }, capability: { eq: LIVE } }, order: [{ asOf: DESC }]) { nodes { isAvailable origin } totalCount } }""")).ShouldBeJson(
            """{ "platformCapabilities": { "nodes": [{ "isAvailable": false, "origin": "ORGANISATION" }, { "isAvailable": true, "origin": "SHIPPED" }], "totalCount": 2 } }""");
        (await server.DataAsync(
            "mutation($id: ID!) { removePlatformCapability(input: { id: $id, version: 1 }) { errors { ... on Error { code } } } }",
            new { id = set.GetProperty("platformCapability").GetProperty("id").GetString() })).ShouldBeJson("""{ "removePlatformCapability": { "errors": null } }""");
        (await server.DataAsync(query)).GetProperty("effectivePlatformCapabilities")[1].GetProperty("isAvailable").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, "known", "value", "INCLUSIVE_BETWEEN")]
    [InlineData(1_000_000_001, "known", "value", "INCLUSIVE_BETWEEN")]
    [InlineData(5, "", "source", "NOT_EMPTY")]
    [InlineData(5, "nul \0", "source", "INVALID_TEXT")]
    public async Task A_limit_without_sense_or_source_is_refused(int value, string source, string path, string code)
    {
        (await server.DataAsync(SetPolicy, new { input = new { platform = "IRC", key = "GROUP_MAX_MEMBERS", value, source } })).GetProperty("setPlatformPolicy").ShouldBeJson(
            $$"""{ "platformPolicy": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "{{path}}", "code": "{{code}}" }] }] }""");
    }

    [Theory]
    [InlineData(OperatorRole.Owner)]
    [InlineData(OperatorRole.Admin)]
    [InlineData(OperatorRole.Analyst)]
    [InlineData(OperatorRole.Integration)]
    public async Task Everybody_reads_what_is_known_and_only_a_lead_changes_it(OperatorRole role)
    {
        var key = await server.CreateKeyAsync(role);
        (await server.DataAsync("{ effectivePlatformPolicies(platform: TELEGRAM) { value } }", apiKey: key)).ShouldBeJson(
            """{ "effectivePlatformPolicies": [{ "value": 200000 }] }""");
        (await server.QueryAsync(SetPolicy, new { input = new { platform = "TELEGRAM", key = "GROUP_MAX_MEMBERS", value = 1, source = "no" } }, key))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        (await server.QueryAsync(SetCapability, new { input = new { platform = "TELEGRAM", capability = "POLL", isAvailable = false, source = "no" } }, key))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    [Fact]
    public async Task What_is_known_to_be_missing_is_refused_and_what_nobody_knows_of_is_let_pass()
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        var capabilities = await PlatformCapabilities.LoadAsync(db, TestContext.Current.CancellationToken);
        Should.Throw<DomainException>(() => capabilities.Require(Platform.Irc, PlatformCapabilityKind.Announcement)).Code.ShouldBe("CAPABILITY_NOT_AVAILABLE");
        Should.NotThrow(() => capabilities.Require(Platform.Qq, PlatformCapabilityKind.Announcement));
        capabilities.IsAvailable(Platform.Other, PlatformCapabilityKind.Announcement).ShouldBeNull();
        Should.NotThrow(() => capabilities.Require(Platform.Other, PlatformCapabilityKind.Announcement));
        (await db.PlatformPolicies.CountAsync(p => p.Id < 0, TestContext.Current.CancellationToken)).ShouldBe(10);
    }

    private async Task<System.Text.Json.JsonElement> SetPolicyAsync(string platform, int value, string effectiveFrom) =>
        (await server.DataAsync(SetPolicy, new { input = new { platform, key = "GROUP_MAX_MEMBERS", value, effectiveFrom, asOf = "2026-01-01", source = "our contract" } }))
        .GetProperty("setPlatformPolicy");
}
