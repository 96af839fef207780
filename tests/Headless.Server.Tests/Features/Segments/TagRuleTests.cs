using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Timers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.Segments;

/// <summary>Tags that come and go by themselves: by rule, by time, by segment; and those of groups, stays and content.</summary>
public sealed class TagRuleTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_rule_gives_its_tag_at_once_and_later_and_takes_it_when_the_condition_ends_but_not_what_a_person_gave()
    {
        var (group, _) = await SampleCommunity.AddGroupAsync(server);
        var members = await SampleCommunity.AddMembersAsync(server, group, $"a-{_run}", $"b-{_run}", $"c-{_run}");
        var (source, target) = (await CreateTagAsync($"source-{_run}"), await CreateTagAsync($"target-{_run}"));
        await ChangeTagsAsync("addMemberTags", members[..2], source);
        await ChangeTagsAsync("addMemberTags", members[1..2], target);
        var segment = await CreateSegmentAsync($"sources-{_run}", new { tags = new { anyOf = new[] { source } } });
        await RunTimersAsync();
        (await server.DataAsync(
            "query($tagId: ID!, $segmentId: ID!) { tagRulePreview(tagId: $tagId, segmentId: $segmentId) { members tagged conflicting toAdd sample { displayName } } }",
            new { tagId = target, segmentId = segment })).ShouldBeJson(
            $$"""{ "tagRulePreview": { "members": 2, "tagged": 1, "conflicting": 0, "toAdd": 1, "sample": [{ "displayName": "a-{{_run}}" }] } }""");

        const string create = "mutation($input: CreateTagRuleInput!) { createTagRule(input: $input) { tagRule { id isActive removeWhenEnds } errors { __typename ... on Error { code } } } }";
        var rule = (await server.DataAsync(create, new { input = new { tagId = target, segmentId = segment } })).GetProperty("createTagRule").GetProperty("tagRule").GetProperty("id").GetString();
        (await HoldersAsync(target)).ShouldBe([$"a-{_run} RULE", $"b-{_run} MANUAL"]);
        await ChangeTagsAsync("addMemberTags", members[2..], source);
        await ChangeTagsAsync("removeMemberTags", members[..2], source);
        await RunTimersAsync();
        (await HoldersAsync(target)).ShouldBe([$"b-{_run} MANUAL", $"c-{_run} RULE"]);
        (await server.DataAsync(
            "query($id: ID!) { memberById(id: $id) { activities(where: { kind: { in: [TAG_ADDED, TAG_REMOVED] } }) { nodes { kind tag { name } data } } } }", new { id = members[0] }))
            .GetProperty("memberById").GetProperty("activities").GetProperty("nodes").ShouldBeJson(
            $$"""
            [{ "kind": "TAG_ADDED", "tag": { "name": "source-{{_run}}" }, "data": { "source": "MANUAL" } },
             { "kind": "TAG_ADDED", "tag": { "name": "target-{{_run}}" }, "data": { "source": "RULE" } },
             { "kind": "TAG_REMOVED", "tag": { "name": "source-{{_run}}" }, "data": { "reason": "MANUAL" } },
             { "kind": "TAG_REMOVED", "tag": { "name": "target-{{_run}}" }, "data": { "reason": "RULE_ENDED" } }]
            """);

        (await server.DataAsync(create, new { input = new { tagId = target, segmentId = segment } })).ShouldBeJson(
            """{ "createTagRule": { "tagRule": null, "errors": [{ "__typename": "AlreadyExistsError", "code": "ALREADY_EXISTS" }] } }""");
        (await server.DataAsync(create, new { input = new { tagId = source, segmentId = segment } })).ShouldBeJson(
            """{ "createTagRule": { "tagRule": null, "errors": [{ "__typename": "DomainError", "code": "SEGMENT_CYCLE" }] } }""");
        (await server.DataAsync("mutation($input: DeleteSegmentInput!) { deleteSegment(input: $input) { errors { __typename ... on Error { code } } } }", new { input = new { id = segment } })).ShouldBeJson(
            """{ "deleteSegment": { "errors": [{ "__typename": "DomainError", "code": "SEGMENT_IN_USE" }] } }""");

        const string update = "mutation($input: UpdateTagRuleInput!) { updateTagRule(input: $input) { tagRule { isActive version } errors { __typename } } }";
        await server.DataAsync(update, new { input = new { id = rule, isActive = false } });
        await ChangeTagsAsync("addMemberTags", members[..1], source);
        await RunTimersAsync();
        (await HoldersAsync(target)).ShouldBe([$"b-{_run} MANUAL", $"c-{_run} RULE"]);
        await server.DataAsync(update, new { input = new { id = rule, isActive = true } });
        (await HoldersAsync(target)).ShouldBe([$"a-{_run} RULE", $"b-{_run} MANUAL", $"c-{_run} RULE"]);
        await server.DataAsync("mutation($input: DeleteTagRuleInput!) { deleteTagRule(input: $input) { errors { __typename } } }", new { input = new { id = rule, removeTags = true } });
        (await HoldersAsync(target)).ShouldBe([$"b-{_run} MANUAL"]);
    }

    [Fact]
    public async Task A_rule_that_is_not_retroactive_begins_with_those_who_enter()
    {
        var (group, _) = await SampleCommunity.AddGroupAsync(server);
        var members = await SampleCommunity.AddMembersAsync(server, group, $"old-{_run}", $"new-{_run}");
        var (source, target) = (await CreateTagAsync($"s-{_run}"), await CreateTagAsync($"t-{_run}"));
        await ChangeTagsAsync("addMemberTags", members[..1], source);
        var segment = await CreateSegmentAsync($"late-{_run}", new { tags = new { anyOf = new[] { source } } });
        await server.DataAsync(
            "mutation($input: CreateTagRuleInput!) { createTagRule(input: $input) { errors { __typename } } }", new { input = new { tagId = target, segmentId = segment, retroactive = false } });
        await ChangeTagsAsync("addMemberTags", members[1..], source);
        await RunTimersAsync();
        (await HoldersAsync(target)).ShouldBe([$"new-{_run} RULE"]);
    }

    [Fact]
    public async Task Tags_go_when_their_time_is_over()
    {
        var (group, groupId) = await SampleCommunity.AddGroupAsync(server);
        var member = await SampleCommunity.AddMemberInAsync(server, group, $"short-{_run}");
        var tag = await CreateTagAsync($"brief-{_run}");
        await server.DataAsync(
            "mutation($m: AddMemberTagsInput!, $g: AddTagsInput!) { addMemberTags(input: $m) { result { changed } } addTags(input: $g) { result { changed } } }",
            new
            {
                m = new { memberIds = new[] { member }, tagIds = new[] { tag }, expiresAt = TestClock.UtcNow.AddDays(1) },
                g = new { groupIds = new[] { groupId }, tagIds = new[] { tag }, expiresAt = TestClock.UtcNow.AddDays(1) },
            });
        await RunTimersAsync();
        (await HoldersAsync(tag)).ShouldBe([$"short-{_run} MANUAL"]);
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                await db.MemberTags.Where(t => t.Tag.Name == $"brief-{_run}").ExecuteUpdateAsync(set => set.SetProperty(t => t.ExpiresAt, TestClock.UtcNow.UtcDateTime.AddSeconds(-1)), ct);
                await db.ItemTags.Where(t => t.Tag.Name == $"brief-{_run}").ExecuteUpdateAsync(set => set.SetProperty(t => t.ExpiresAt, TestClock.UtcNow.UtcDateTime.AddSeconds(-1)), ct);
            },
            TestContext.Current.CancellationToken);
        await RunTimersAsync();
        (await HoldersAsync(tag)).ShouldBeEmpty();
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { tags { name } } }", new { id = groupId })).ShouldBeJson("""{ "groupById": { "tags": [] } }""");
        (await LoggedActivities.KindsAsync(server, a => a.Text == $"brief-{_run}")).ShouldBe(
            [ActivityKind.TagCreated, ActivityKind.TagAdded, ActivityKind.TagAdded, ActivityKind.TagRemoved, ActivityKind.TagRemoved]);
    }

    [Fact]
    public async Task The_members_of_a_segment_are_tagged_at_once_with_what_was_refused()
    {
        var (group, _) = await SampleCommunity.AddGroupAsync(server);
        var (foreign, _) = await SampleCommunity.AddGroupAsync(server);
        var members = await SampleCommunity.AddMembersAsync(server, group, $"x-{_run}", $"y-{_run}");
        await SampleCommunity.AddMemberInAsync(server, foreign, $"z-{_run}");
        var levels = (await server.DataAsync("mutation($input: CreateTagGroupInput!) { createTagGroup(input: $input) { tagGroup { id } } }", new { input = new { name = $"l-{_run}", exclusive = true } }))
            .GetProperty("createTagGroup").GetProperty("tagGroup").GetProperty("id").GetString();
        var (gold, silver) = (await CreateTagAsync($"gold-{_run}", levels), await CreateTagAsync($"silver-{_run}", levels));
        await ChangeTagsAsync("addMemberTags", members[..1], gold);
        var segment = await CreateSegmentAsync($"all-{_run}", new { created = new { within = "PT1H" } });
        await RunTimersAsync();
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, group);
        const string add = "mutation($input: AddTagsToSegmentInput!) { addTagsToSegment(input: $input) { result { members changed unchanged rejected rejections { code member { displayName } } } errors { __typename } } }";
        (await server.DataAsync(add, new { input = new { segmentId = segment, tagIds = new[] { silver } } }, owner)).ShouldBeJson(
            $$"""
            { "addTagsToSegment": { "result": { "members": 2, "changed": 1, "unchanged": 0, "rejected": 1,
                "rejections": [{ "code": "EXCLUSIVE_TAG_CONFLICT", "member": { "displayName": "x-{{_run}}" } }] }, "errors": null } }
            """);
        (await HoldersAsync(silver)).ShouldBe([$"y-{_run} MANUAL"]);
        (await server.DataAsync(
            "mutation($input: RemoveTagsFromSegmentInput!) { removeTagsFromSegment(input: $input) { result { members changed unchanged } } }",
            new { input = new { segmentId = segment, tagIds = new[] { silver } } },
            owner)).ShouldBeJson("""{ "removeTagsFromSegment": { "result": { "members": 2, "changed": 1, "unchanged": 1 } } }""");
    }

    [Fact]
    public async Task Groups_stays_and_content_have_tags_too_and_an_owner_tags_their_own()
    {
        var (group, groupId) = await SampleCommunity.AddGroupAsync(server);
        var (_, foreignId) = await SampleCommunity.AddGroupAsync(server);
        var member = await SampleCommunity.AddMemberInAsync(server, group, $"stay-{_run}");
        var stay = (await server.DataAsync("query($id: ID!) { memberById(id: $id) { memberships { nodes { id } } } }", new { id = member }))
            .GetProperty("memberById").GetProperty("memberships").GetProperty("nodes")[0].GetProperty("id").GetString();
        var content = (await server.DataAsync("mutation { createContentItem(input: { title: \"t\", body: \"b\" }) { contentItem { id } } }"))
            .GetProperty("createContentItem").GetProperty("contentItem").GetProperty("id").GetString();
        var tag = await CreateTagAsync($"item-{_run}");
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, group);
        const string add = "mutation($input: AddTagsInput!) { addTags(input: $input) { result { changed rows { groupId membershipId contentItemId tags { outcome code } } } errors { __typename ... on InvalidInputError { fields { path code } } } } }";
        (await server.DataAsync(add, new { input = new { groupIds = new[] { groupId, foreignId }, membershipIds = new[] { stay }, contentItemIds = new[] { content }, tagIds = new[] { tag } } }, owner)).ShouldBeJson(
            $$"""
            { "addTags": { "result": { "changed": 3, "rows": [
                { "groupId": "{{groupId}}", "membershipId": null, "contentItemId": null, "tags": [{ "outcome": "ADDED", "code": null }] },
                { "groupId": "{{foreignId}}", "membershipId": null, "contentItemId": null, "tags": [{ "outcome": "REJECTED", "code": "NOT_FOUND" }] },
                { "groupId": null, "membershipId": "{{stay}}", "contentItemId": null, "tags": [{ "outcome": "ADDED", "code": null }] },
                { "groupId": null, "membershipId": null, "contentItemId": "{{content}}", "tags": [{ "outcome": "ADDED", "code": null }] }] }, "errors": null } }
            """);
        (await server.DataAsync(add, new { input = new { groupIds = new[] { groupId }, tagIds = new[] { tag } } })).GetProperty("addTags").GetProperty("result").GetProperty("rows")[0].GetProperty("tags")[0]
            .GetProperty("outcome").GetString().ShouldBe("ALREADY_THERE");
        (await server.DataAsync(
            "query($g: ID!, $m: ID!, $c: ID!) { groupById(id: $g) { tags { name } tagCoverage { members tagged share } } membershipById(id: $m) { tags { name } } contentItemById(id: $c) { tags { name } } }",
            new { g = groupId, m = stay, c = content })).ShouldBeJson(
            $$"""
            { "groupById": { "tags": [{ "name": "item-{{_run}}" }], "tagCoverage": { "members": 1, "tagged": 0, "share": 0 } },
              "membershipById": { "tags": [{ "name": "item-{{_run}}" }] }, "contentItemById": { "tags": [{ "name": "item-{{_run}}" }] } }
            """);
        (await server.DataAsync(
            "mutation($input: RemoveTagsInput!) { removeTags(input: $input) { result { changed rows { tags { outcome } } } } }", new { input = new { groupIds = new[] { groupId }, tagIds = new[] { tag, tag } } })).ShouldBeJson(
            """{ "removeTags": { "result": { "changed": 1, "rows": [{ "tags": [{ "outcome": "REMOVED" }, { "outcome": "NOT_THERE" }] }] } } }""");
        (await server.DataAsync(add, new { input = new { tagIds = new[] { tag } } })).ShouldBeJson(
            """{ "addTags": { "result": null, "errors": [{ "__typename": "InvalidInputError", "fields": [{ "path": "groupIds", "code": "NOT_EMPTY" }] }] } }""");
    }

    private Task RunTimersAsync() => server.Factory.Services.GetRequiredService<TimerService>().RunDueAsync(TestContext.Current.CancellationToken);

    private async Task<string[]> HoldersAsync(string tag) =>
        [.. (await server.DataAsync(
                "query($id: ID!) { tagById(id: $id) { members(order: [{ displayName: ASC }]) { nodes { displayName memberTags { nodes { source tag { id } } } } } } }", new { id = tag }))
            .GetProperty("tagById").GetProperty("members").GetProperty("nodes").EnumerateArray()
            .Select(m => $"{m.GetProperty("displayName").GetString()} {m.GetProperty("memberTags").GetProperty("nodes").EnumerateArray().Single(t => t.GetProperty("tag").GetProperty("id").GetString() == tag).GetProperty("source").GetString()}")];

    private async Task<string> CreateTagAsync(string name, string? tagGroupId = null) =>
        (await server.DataAsync("mutation($input: CreateTagInput!) { createTag(input: $input) { tag { id } } }", new { input = new { name, tagGroupId } }))
        .GetProperty("createTag").GetProperty("tag").GetProperty("id").GetString()!;

    private async Task<string> CreateSegmentAsync(string name, object condition) =>
        (await server.DataAsync("mutation($input: CreateSegmentInput!) { createSegment(input: $input) { segment { id } } }", new { input = new { name, condition } }))
        .GetProperty("createSegment").GetProperty("segment").GetProperty("id").GetString()!;

    private Task ChangeTagsAsync(string mutation, string[] memberIds, string tag) => server.DataAsync(
        $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ result {{ changed }} }} }}",
        new { input = new { memberIds, tagIds = new[] { tag } } });
}
