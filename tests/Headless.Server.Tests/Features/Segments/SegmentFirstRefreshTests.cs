using Headless.Community.Data;
using Headless.Community.Segments;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Timers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.Segments;

/// <summary>The first time that segments are brought up to date, on a server that had none.</summary>
public sealed class SegmentFirstRefreshTests(QuietServerFixture server) : IClassFixture<QuietServerFixture>
{
    [Fact]
    public async Task What_happened_before_it_counts_also_for_a_segment_that_a_rule_computed_already()
    {
        var (group, _) = await SampleCommunity.AddGroupAsync(server);
        var members = await SampleCommunity.AddMembersAsync(server, group, "old", "new");
        var made = await server.DataAsync("mutation { a: createTag(input: { name: \"source\" }) { tag { id } } b: createTag(input: { name: \"target\" }) { tag { id } } }");
        var (source, target) = (made.GetProperty("a").GetProperty("tag").GetProperty("id").GetString()!, made.GetProperty("b").GetProperty("tag").GetProperty("id").GetString()!);
        await AddTagAsync(members[0], source);
        var segment = (await server.DataAsync(
            "mutation($input: CreateSegmentInput!) { createSegment(input: $input) { segment { id } } }",
            new { input = new { name = "sources", condition = new { tags = new { anyOf = new[] { source } } } } })).GetProperty("createSegment").GetProperty("segment").GetProperty("id").GetString();
        (await server.DataAsync(
            "mutation($input: CreateTagRuleInput!) { createTagRule(input: $input) { errors { __typename } } }", new { input = new { tagId = target, segmentId = segment, retroactive = false } }))
            .ShouldBeJson("""{ "createTagRule": { "errors": null } }""");
        await AddTagAsync(members[1], source);
        await server.Factory.Services.GetRequiredService<TimerService>().RunDueAsync(TestContext.Current.CancellationToken);
        (await server.DataAsync("query($id: ID!) { tagById(id: $id) { members { nodes { displayName } } } }", new { id = target })).ShouldBeJson(
            """{ "tagById": { "members": { "nodes": [{ "displayName": "new" }] } } }""");
    }

    [Fact]
    public async Task A_large_segment_is_filled_bit_by_bit_and_goes_on_where_it_was_interrupted()
    {
        var (group, groupId) = await SampleCommunity.AddGroupAsync(server);
        await SampleCommunity.AddMembersAsync(server, group, [.. Enumerable.Range(1, 5).Select(i => $"many-{i}")]);
        var id = (await server.DataAsync(
            "mutation($input: CreateSegmentInput!) { createSegment(input: $input) { segment { id } } }",
            new { input = new { name = "many", condition = new { membership = new { groups = new[] { groupId } } } } }))
            .GetProperty("createSegment").GetProperty("segment").GetProperty("id").GetString()!;

        (await FillAsync(2)).ShouldBe((2, true));
        (await FillAsync(2)).ShouldBe((4, true));
        await server.Factory.Services.GetRequiredService<TimerService>().RunDueAsync(TestContext.Current.CancellationToken);

        (await server.DataAsync("query($id: ID!) { segmentById(id: $id) { memberCount isStale history { totalCount } members { totalCount nodes { displayName } } } }", new { id })).ShouldBeJson(
            """
            { "segmentById": { "memberCount": 5, "isStale": false, "history": { "totalCount": 5 }, "members": { "totalCount": 5,
              "nodes": [{ "displayName": "many-1" }, { "displayName": "many-2" }, { "displayName": "many-3" }, { "displayName": "many-4" }, { "displayName": "many-5" }] } } }
            """);

        async Task<(int, bool)> FillAsync(int atMost) => await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var segment = await db.Segments.AsNoTracking().SingleAsync(s => s.Name == "many", ct);
                await new SegmentRefresh(db, new ConditionTime(TestClock.UtcNow.UtcDateTime, TimeZoneInfo.Utc)).RefreshAllAsync(segment, ct, atMost);
                var now = await db.Segments.AsNoTracking().SingleAsync(s => s.Name == "many", ct);
                return (now.MemberCount, now.IsStale);
            },
            TestContext.Current.CancellationToken);
    }

    private Task AddTagAsync(string member, string tag) => server.DataAsync(
        "mutation($input: AddMemberTagsInput!) { addMemberTags(input: $input) { result { changed } } }", new { input = new { memberIds = new[] { member }, tagIds = new[] { tag } } });
}
