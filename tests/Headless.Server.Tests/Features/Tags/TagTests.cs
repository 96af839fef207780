using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Tags;

/// <summary>Tags and tag groups over HTTP, and adding and removing members' tags in bulk.</summary>
public sealed class TagTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string AddTags =
        """
        mutation($input: AddMemberTagsInput!) {
          addMemberTags(input: $input) {
            result { changed unchanged rejected rows { index memberId tags { tagId outcome code } } }
            errors { __typename ... on Error { code } ... on NotFoundError { path } ... on InvalidInputError { fields { path code } } }
          }
        }
        """;

    private const string RemoveTags =
        """
        mutation($input: RemoveMemberTagsInput!) {
          removeMemberTags(input: $input) {
            result { changed unchanged rejected rows { index memberId tags { tagId outcome code } } }
            errors { __typename ... on Error { code } }
          }
        }
        """;

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_tag_group_has_its_tags_and_names_are_unique_within_it()
    {
        var group = await CreateGroupAsync($"type-{_run}");
        var tag = await CreateTagAsync("core", group);
        (await server.DataAsync(
            """
            query($group: ID!, $tag: ID!) {
              tagGroupById(id: $group) { name exclusive colour tags { nodes { name } totalCount } }
              tagById(id: $tag) { name colour tagGroup { id } }
              node(id: $tag) { __typename }
            }
            """,
            new { group, tag })).ShouldBeJson(
            $$"""
            { "tagGroupById": { "name": "type-{{_run}}", "exclusive": false, "colour": "#1677FF", "tags": { "nodes": [{ "name": "core" }], "totalCount": 1 } },
              "tagById": { "name": "core", "colour": null, "tagGroup": { "id": "{{group}}" } },
              "node": { "__typename": "Tag" } }
            """);

        const string create =
            """mutation($input: CreateTagInput!) { createTag(input: $input) { tag { name } errors { __typename ... on AlreadyExistsError { path } ... on InvalidInputError { fields { path code } } ... on NotFoundError { path } } } }""";
        (await server.DataAsync(create, new { input = new { name = "core", tagGroupId = group } })).GetProperty("createTag").ShouldBeJson(
            """{ "tag": null, "errors": [{ "__typename": "AlreadyExistsError", "path": "name" }] }""");
        (await server.DataAsync(create, new { input = new { name = $"core-{_run}" } })).GetProperty("createTag").ShouldBeJson(
            $$"""{ "tag": { "name": "core-{{_run}}" }, "errors": null }""");
        (await server.DataAsync(create, new { input = new { name = $"other-{_run}", colour = "red" } })).GetProperty("createTag").ShouldBeJson(
            """{ "tag": null, "errors": [{ "__typename": "InvalidInputError", "fields": [{ "path": "colour", "code": "INVALID_COLOUR" }] }] }""");
    }

    [Fact]
    public async Task A_tag_and_its_group_are_renamed_but_not_to_a_name_that_is_taken()
    {
        var group = await CreateGroupAsync($"a-{_run}");
        await CreateGroupAsync($"b-{_run}");
        var tag = await CreateTagAsync("one", group);
        await CreateTagAsync("two", group);
        const string update =
            """
            mutation($tag: UpdateTagInput!, $group: UpdateTagGroupInput!) {
              updateTag(input: $tag) { tag { name colour version } errors { __typename } }
              updateTagGroup(input: $group) { tagGroup { name version } errors { __typename } }
            }
            """;
        (await server.DataAsync(update, new { tag = new { id = tag, name = "three", colour = "#00ff00" }, group = new { id = group, name = $"c-{_run}", version = 1 } }))
            .ShouldBeJson(
            $$"""
            { "updateTag": { "tag": { "name": "three", "colour": "#00ff00", "version": 2 }, "errors": null },
              "updateTagGroup": { "tagGroup": { "name": "c-{{_run}}", "version": 2 }, "errors": null } }
            """);
        (await server.DataAsync(update, new { tag = new { id = tag, name = "two" }, group = new { id = group, name = $"b-{_run}" } })).ShouldBeJson(
            """
            { "updateTag": { "tag": null, "errors": [{ "__typename": "AlreadyExistsError" }] },
              "updateTagGroup": { "tagGroup": null, "errors": [{ "__typename": "AlreadyExistsError" }] } }
            """);
    }

    [Fact]
    public async Task Tags_are_added_in_bulk_with_a_result_for_each_pair()
    {
        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        var members = await SampleCommunity.AddMembersAsync(server, groupKey, "Ann", "Bob");
        var levels = await CreateGroupAsync($"level-{_run}", exclusive: true);
        var (gold, silver, loud) = (await CreateTagAsync("gold", levels), await CreateTagAsync("silver", levels), await CreateTagAsync($"loud-{_run}"));

        (await AddAsync([members[0]], [gold, loud])).ShouldBeJson(
            $$"""
            { "result": { "changed": 2, "unchanged": 0, "rejected": 0, "rows": [
                { "index": 0, "memberId": "{{members[0]}}", "tags": [
                  { "tagId": "{{gold}}", "outcome": "ADDED", "code": null }, { "tagId": "{{loud}}", "outcome": "ADDED", "code": null }] }] },
              "errors": null }
            """);
        var stranger = await UnknownMemberIdAsync(members[0]);
        (await AddAsync([members[0], members[1], stranger], [silver, loud])).ShouldBeJson(
            $$"""
            { "result": { "changed": 2, "unchanged": 1, "rejected": 3, "rows": [
                { "index": 0, "memberId": "{{members[0]}}", "tags": [
                  { "tagId": "{{silver}}", "outcome": "REJECTED", "code": "EXCLUSIVE_TAG_CONFLICT" }, { "tagId": "{{loud}}", "outcome": "ALREADY_THERE", "code": null }] },
                { "index": 1, "memberId": "{{members[1]}}", "tags": [
                  { "tagId": "{{silver}}", "outcome": "ADDED", "code": null }, { "tagId": "{{loud}}", "outcome": "ADDED", "code": null }] },
                { "index": 2, "memberId": "{{stranger}}", "tags": [
                  { "tagId": "{{silver}}", "outcome": "REJECTED", "code": "NOT_FOUND" }, { "tagId": "{{loud}}", "outcome": "REJECTED", "code": "NOT_FOUND" }] }] },
              "errors": null }
            """);
        (await AddAsync([members[0]], [silver], replaceExclusive: true)).GetProperty("result").GetProperty("changed").GetInt32().ShouldBe(1);
        (await TagsOfAsync(members)).ShouldBeJson($$"""[["loud-{{_run}}", "silver"], ["loud-{{_run}}", "silver"]]""");

        (await server.DataAsync(RemoveTags, new { input = new { memberIds = members, tagIds = new[] { silver, gold } } })).GetProperty("removeMemberTags").ShouldBeJson(
            $$"""
            { "result": { "changed": 2, "unchanged": 2, "rejected": 0, "rows": [
                { "index": 0, "memberId": "{{members[0]}}", "tags": [
                  { "tagId": "{{silver}}", "outcome": "REMOVED", "code": null }, { "tagId": "{{gold}}", "outcome": "NOT_THERE", "code": null }] },
                { "index": 1, "memberId": "{{members[1]}}", "tags": [
                  { "tagId": "{{silver}}", "outcome": "REMOVED", "code": null }, { "tagId": "{{gold}}", "outcome": "NOT_THERE", "code": null }] }] },
              "errors": null }
            """);

        await using var db = server.Database.Create(Headless.Community.Data.AccessScope.Everything);
        var key = db.Memberships.Where(m => m.GroupId == groupKey && m.Member.DisplayName == "Ann").Select(m => m.MemberId).Single();
        db.Activities.Where(a => a.MemberId == key).OrderBy(a => a.Id).Select(a => new { a.Kind, a.Text }).ToList().Select(a => (a.Kind, a.Text)).ShouldBe(
            [
                (ActivityKind.TagAdded, "gold"),
                (ActivityKind.TagAdded, $"loud-{_run}"),
                (ActivityKind.TagRemoved, "gold"),
                (ActivityKind.TagAdded, "silver"),
                (ActivityKind.TagRemoved, "silver"),
            ]);
    }

    [Fact]
    public async Task Members_are_found_by_their_tags_and_tags_lead_to_their_members()
    {
        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        var members = await SampleCommunity.AddMembersAsync(server, groupKey, "Ann", "Bob", "Cid");
        var tag = await CreateTagAsync($"fan-{_run}");
        await AddAsync(members[..2], [tag]);
        (await server.DataAsync(
            """
            query($name: String!, $tag: ID!) {
              members(where: { tags: { some: { name: { eq: $name } } } }, order: [{ displayName: ASC }]) {
                nodes { displayName tags { name } memberTags { nodes { source expiresAt tag { name } addedBy { name } } } }
              }
              tagById(id: $tag) { members(order: [{ displayName: DESC }], where: { displayName: { neq: "Cid" } }) { nodes { displayName } totalCount } }
            }
            """,
            new { name = $"fan-{_run}", tag })).ShouldBeJson(
            $$"""
            { "members": { "nodes": [
                { "displayName": "Ann", "tags": [{ "name": "fan-{{_run}}" }], "memberTags": { "nodes": [
                  { "source": "MANUAL", "expiresAt": null, "tag": { "name": "fan-{{_run}}" }, "addedBy": { "name": "Lead" } }] } },
                { "displayName": "Bob", "tags": [{ "name": "fan-{{_run}}" }], "memberTags": { "nodes": [
                  { "source": "MANUAL", "expiresAt": null, "tag": { "name": "fan-{{_run}}" }, "addedBy": { "name": "Lead" } }] } }] },
              "tagById": { "members": { "nodes": [{ "displayName": "Bob" }, { "displayName": "Ann" }], "totalCount": 2 } } }
            """);
    }

    [Fact]
    public async Task A_bulk_change_has_bounds_and_needs_tags_that_exist()
    {
        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        var members = await SampleCommunity.AddMembersAsync(server, groupKey, "Ann");
        var tag = await CreateTagAsync($"bound-{_run}");
        (await AddAsync([], [tag])).ShouldBeJson(
            """{ "result": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "memberIds", "code": "NOT_EMPTY" }] }] }""");
        (await AddAsync(members, [.. Enumerable.Repeat(tag, 21)])).ShouldBeJson(
            """{ "result": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "tagIds", "code": "TOO_MANY_ROWS" }] }] }""");
        (await AddAsync(members, [tag], expiresAt: TestClock.UtcNow.AddDays(-1))).ShouldBeJson(
            """{ "result": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "expiresAt", "code": "EXPIRES_IN_PAST" }] }] }""");

        // An id of another type is an error of the request, not of the mutation.
        (await server.QueryAsync(AddTags, new { input = new { memberIds = members, tagIds = members } })).GetProperty("errors").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_who_may_only_read_cannot_change_tags()
    {
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        var answer = await server.QueryAsync("""mutation { createTag(input: { name: "no" }) { tag { id } } }""", apiKey: analyst);
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    private async Task<JsonElement> AddAsync(string[] memberIds, string[] tagIds, bool? replaceExclusive = null, DateTimeOffset? expiresAt = null) =>
        (await server.DataAsync(AddTags, new { input = new { memberIds, tagIds, replaceExclusive, expiresAt } })).GetProperty("addMemberTags");

    private async Task<JsonElement> TagsOfAsync(string[] memberIds)
    {
        var data = await server.DataAsync("query($ids: [ID!]!) { nodes(ids: $ids) { ... on Member { tags { name } } } }", new { ids = memberIds });
        return JsonSerializer.SerializeToElement(
            data.GetProperty("nodes").EnumerateArray()
                .Select(m => m.GetProperty("tags").EnumerateArray().Select(t => t.GetProperty("name").GetString()).ToArray()).ToArray());
    }

    private async Task<string> CreateGroupAsync(string name, bool exclusive = false) =>
        (await server.DataAsync(
            "mutation($input: CreateTagGroupInput!) { createTagGroup(input: $input) { tagGroup { id } } }",
            new { input = new { name, exclusive, colour = "#1677FF" } }))
        .GetProperty("createTagGroup").GetProperty("tagGroup").GetProperty("id").GetString()!;

    private async Task<string> CreateTagAsync(string name, string? tagGroupId = null) =>
        (await server.DataAsync("mutation($input: CreateTagInput!) { createTag(input: $input) { tag { id } } }", new { input = new { name, tagGroupId } }))
        .GetProperty("createTag").GetProperty("tag").GetProperty("id").GetString()!;

    /// <summary>The global id of a member who has been there: no other is as surely nobody's.</summary>
    private async Task<string> UnknownMemberIdAsync(string known)
    {
        var id = await SampleCommunity.AddMemberInAsync(server, (await SampleCommunity.AddGroupAsync(server)).Key, $"gone-{_run}");
        id.ShouldNotBe(known);
        await server.Database.WriteAsync(
            Headless.Community.Data.AccessScope.Everything,
            async (db, ct) =>
            {
                var member = db.Members.Single(m => m.DisplayName == $"gone-{_run}");
                db.Memberships.RemoveRange(db.Memberships.Where(m => m.MemberId == member.Id));
                db.Members.Remove(member);
                await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
        return id;
    }
}
