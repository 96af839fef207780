using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Members;

/// <summary>Members over HTTP: reading, changing, and what each caller may see of them.</summary>
public sealed class MemberTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Create =
        """
        mutation($input: CreateMemberInput!) {
          createMember(input: $input) {
            member { id displayName city version identities { nodes { id platform externalId isVerified version } totalCount } }
            errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } ... on AlreadyExistsError { path } }
          }
        }
        """;

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_created_member_is_found_by_id_by_account_and_as_a_node()
    {
        var created = (await server.DataAsync(
            Create,
            new
            {
                input = new
                {
                    displayName = "王小明",
                    city = "杭州",
                    phone = "+86 138-0000-0000",
                    identities = new[] { new { platform = "WECHAT", externalId = $"wx-{_run}", isVerified = true } },
                },
            })).GetProperty("createMember");
        var member = created.GetProperty("member");
        var id = member.GetProperty("id").GetString()!;
        var identityId = member.GetProperty("identities").GetProperty("nodes")[0].GetProperty("id").GetString();
        created.ShouldBeJson(
            $$"""
            { "member": { "id": "{{id}}", "displayName": "王小明", "city": "杭州", "version": 1, "identities": { "nodes": [
                { "id": "{{identityId}}", "platform": "WECHAT", "externalId": "wx-{{_run}}", "isVerified": true, "version": 1 }], "totalCount": 1 } },
              "errors": null }
            """);

        var found = await server.DataAsync(
            """
            query($id: ID!, $identityId: ID!, $externalId: String!) {
              memberById(id: $id) { displayName phone }
              memberByIdentity(platform: WECHAT, externalId: $externalId) { id }
              nobody: memberByIdentity(platform: QQ, externalId: $externalId) { id }
              node(id: $id) { __typename ... on Member { city } }
              account: node(id: $identityId) { ... on Identity { externalId member { displayName } } }
            }
            """,
            new { id, identityId, externalId = $"wx-{_run}" });
        found.ShouldBeJson(
            $$"""
            { "memberById": { "displayName": "王小明", "phone": "+86 138-0000-0000" },
              "memberByIdentity": { "id": "{{id}}" },
              "nobody": null,
              "node": { "__typename": "Member", "city": "杭州" },
              "account": { "externalId": "wx-{{_run}}", "member": { "displayName": "王小明" } } }
            """);
    }

    [Fact]
    public async Task An_account_belongs_to_one_member_only()
    {
        var input = new { displayName = "Ann", identities = new[] { new { platform = "QQ", externalId = $"qq-{_run}" } } };
        await server.DataAsync(Create, new { input });
        (await server.DataAsync(Create, new { input = input with { displayName = "Bob" } })).GetProperty("createMember").ShouldBeJson(
            """
            { "member": null, "errors": [{ "__typename": "AlreadyExistsError", "code": "ALREADY_EXISTS", "path": "identities[0].externalId" }] }
            """);
    }

    [Fact]
    public async Task Every_broken_rule_of_an_input_is_answered_with_its_field()
    {
        var answer = await server.DataAsync(
            Create,
            new
            {
                input = new
                {
                    displayName = "",
                    birthYear = 1600,
                    phone = "call me",
                    email = "nobody",
                    note = "nul \0",
                    identities = new[] { new { platform = "QQ", externalId = "" } },
                },
            });
        answer.GetProperty("createMember").ShouldBeJson(
            """
            { "member": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [
                { "path": "displayName", "code": "NOT_EMPTY" },
                { "path": "identities[0].externalId", "code": "NOT_EMPTY" },
                { "path": "birthYear", "code": "INVALID_BIRTH_YEAR" },
                { "path": "phone", "code": "INVALID_PHONE" },
                { "path": "email", "code": "INVALID_EMAIL" },
                { "path": "note", "code": "INVALID_TEXT" }] }] }
            """);
    }

    [Fact]
    public async Task An_update_changes_what_is_given_clears_what_is_null_and_refuses_a_stale_version()
    {
        var id = await CreateAsync("Ann", "上海");
        const string update =
            """
            mutation($input: UpdateMemberInput!) {
              updateMember(input: $input) { member { displayName city tier version } errors { __typename ... on Error { code } } }
            }
            """;
        (await server.DataAsync(update, new { input = new { id, version = 1, tier = "gold" } })).GetProperty("updateMember").ShouldBeJson(
            """{ "member": { "displayName": "Ann", "city": "上海", "tier": "gold", "version": 2 }, "errors": null }""");
        (await server.DataAsync(update, new { input = new { id, city = (string?)null } })).GetProperty("updateMember").ShouldBeJson(
            """{ "member": { "displayName": "Ann", "city": null, "tier": "gold", "version": 3 }, "errors": null }""");
        (await server.DataAsync(update, new { input = new { id, version = 2, tier = "silver" } })).GetProperty("updateMember").ShouldBeJson(
            """{ "member": null, "errors": [{ "__typename": "StaleVersionError", "code": "STALE_VERSION" }] }""");
    }

    [Fact]
    public async Task An_account_is_added_and_taken_away_again()
    {
        var id = await CreateAsync("Ann");
        var added = (await server.DataAsync(
            """
            mutation($input: AddIdentityInput!) {
              addIdentity(input: $input) { identity { id platform externalId member { displayName } } errors { ... on Error { code } } }
            }
            """,
            new { input = new { memberId = id, identity = new { platform = "TELEGRAM", externalId = $"tg-{_run}" } } })).GetProperty("addIdentity");
        var identityId = added.GetProperty("identity").GetProperty("id").GetString();
        added.ShouldBeJson(
            $$"""
            { "identity": { "id": "{{identityId}}", "platform": "TELEGRAM", "externalId": "tg-{{_run}}", "member": { "displayName": "Ann" } }, "errors": null }
            """);

        const string remove =
            """
            mutation($input: RemoveIdentityInput!) {
              removeIdentity(input: $input) { member { id identities { totalCount } } errors { __typename ... on NotFoundError { path } } }
            }
            """;
        (await server.DataAsync(remove, new { input = new { id = identityId } })).GetProperty("removeIdentity").ShouldBeJson(
            $$"""{ "member": { "id": "{{id}}", "identities": { "totalCount": 0 } }, "errors": null }""");
        (await server.DataAsync(remove, new { input = new { id = identityId } })).GetProperty("removeIdentity").ShouldBeJson(
            """{ "member": null, "errors": [{ "__typename": "NotFoundError", "path": "id" }] }""");
    }

    [Fact]
    public async Task Lists_are_filtered_sorted_and_paged()
    {
        var city = $"city-{_run}";
        foreach (var name in (string[])["Cid", "Ann", "Bob"])
        {
            await CreateAsync(name, city);
        }

        const string list =
            """
            query($where: MemberFilterInput, $after: String) {
              members(first: 2, after: $after, where: $where, order: [{ displayName: ASC }]) {
                nodes { displayName }
                totalCount
                pageInfo { hasNextPage endCursor }
              }
            }
            """;
        var where = new { city = new { eq = city } };
        var first = (await server.DataAsync(list, new { where })).GetProperty("members");
        var cursor = first.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        first.ShouldBeJson(
            $$"""
            { "nodes": [{ "displayName": "Ann" }, { "displayName": "Bob" }], "totalCount": 3, "pageInfo": { "hasNextPage": true, "endCursor": "{{cursor}}" } }
            """);
        (await server.DataAsync(list, new { where, after = cursor })).GetProperty("members").GetProperty("nodes").ShouldBeJson(
            """[{ "displayName": "Cid" }]""");
    }

    [Fact]
    public async Task Personal_data_is_forbidden_to_an_analyst_at_its_path_and_cannot_be_filtered_by()
    {
        var id = await CreateAsync("Ann");
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        var answer = await server.QueryAsync("query($id: ID!) { memberById(id: $id) { displayName phone } }", new { id }, analyst);
        answer.GetProperty("data").ShouldBeJson("""{ "memberById": { "displayName": "Ann", "phone": null } }""");
        var error = answer.GetProperty("errors")[0];
        error.GetProperty("path").ShouldBeJson("""["memberById", "phone"]""");
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");

        (await server.QueryAsync("""{ members(where: { phone: { startsWith: "138" } }) { totalCount } }""", apiKey: analyst))
            .TryGetProperty("data", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task An_admin_sees_members_of_their_groups_only()
    {
        var (mine, other) = ((await SampleCommunity.AddGroupAsync(server)).Key, (await SampleCommunity.AddGroupAsync(server)).Key);
        var seen = await SampleCommunity.AddMemberInAsync(server, mine, "Seen");
        var hidden = await SampleCommunity.AddMemberInAsync(server, other, "Hidden");
        var admin = await server.CreateKeyAsync(OperatorRole.Admin, null, mine);
        (await server.DataAsync(
            "query($seen: ID!, $hidden: ID!) { members { nodes { displayName } } seen: memberById(id: $seen) { displayName } hidden: memberById(id: $hidden) { displayName } }",
            new { seen, hidden },
            admin)).ShouldBeJson(
            """{ "members": { "nodes": [{ "displayName": "Seen" }] }, "seen": { "displayName": "Seen" }, "hidden": null }""");
        (await server.DataAsync(
            """
            mutation($input: UpdateMemberInput!) {
              updateMember(input: $input) { member { displayName } errors { __typename ... on NotFoundError { path } } }
            }
            """,
            new { input = new { id = hidden, displayName = "Found" } },
            admin)).GetProperty("updateMember").ShouldBeJson("""{ "member": null, "errors": [{ "__typename": "NotFoundError", "path": "id" }] }""");
    }

    [Fact]
    public async Task A_key_that_may_only_write_reads_nothing_through_a_payload()
    {
        var (group, _) = await SampleCommunity.AddGroupAsync(server);
        var id = await SampleCommunity.AddMemberInAsync(server, group, "Ann");
        var writer = await server.CreateKeyAsync(OperatorRole.Lead, ApiKeyScope.Write);
        var answer = await server.QueryAsync(
            """
            mutation($input: UpdateMemberInput!) {
              updateMember(input: $input) { member { city phone tags { name } memberships { totalCount } } }
            }
            """,
            new { input = new { id, city = "上海" } },
            writer);
        answer.GetProperty("data").ShouldBeJson(
            """{ "updateMember": { "member": { "city": "上海", "phone": null, "tags": [], "memberships": null } } }""");
        answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("path").GetRawText()).Order().ShouldBe(
            ["""["updateMember","member","memberships"]""", """["updateMember","member","phone"]"""]);
        var node = await server.QueryAsync("query($id: ID!) { node(id: $id) { id } }", new { id }, writer);
        node.GetProperty("data").ShouldBeJson("""{ "node": null }""");
        node.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    [Fact]
    public async Task Each_change_is_one_activity_in_the_log()
    {
        var id = await CreateAsync("Ann");
        await server.DataAsync(
            """
            mutation($id: ID!) {
              updateMember(input: { id: $id, tier: "gold" }) { member { id } }
              blacklistMember(input: { id: $id, reason: "spam" }) { ban { id } }
              unblacklistMember(input: { id: $id }) { member { id } }
            }
            """,
            new { id });
        await using var db = server.Database.Create(Headless.Community.Data.AccessScope.Everything);
        db.Activities.Where(a => a.MemberId == db.Members.OrderBy(m => m.Id).Last().Id).OrderBy(a => a.Id).Select(a => new { a.Kind, a.Text }).ToList()
            .Select(a => (a.Kind, a.Text)).ShouldBe(
            [
                (ActivityKind.MemberCreated, null),
                (ActivityKind.MemberUpdated, null),
                (ActivityKind.MemberBlacklisted, "spam"),
                (ActivityKind.MemberUnblacklisted, null),
            ]);
    }

    private async Task<string> CreateAsync(string displayName, string? city = null) =>
        (await server.DataAsync(Create, new { input = new { displayName, city } }))
        .GetProperty("createMember").GetProperty("member").GetProperty("id").GetString()!;
}
