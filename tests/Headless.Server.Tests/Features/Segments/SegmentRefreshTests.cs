using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Timers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.Segments;

/// <summary>Who is in a segment: by the condition, by hand, frozen, over time, and for whom.</summary>
public sealed class SegmentRefreshTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Members_enter_and_leave_with_what_is_done_about_them_and_both_are_kept()
    {
        var (group, _) = await SampleCommunity.AddGroupAsync(server);
        var members = await SampleCommunity.AddMembersAsync(server, group, $"Ann-{_run}", $"Bob-{_run}");
        var tag = await CreateTagAsync($"fan-{_run}");
        var segment = await CreateAsync($"fans-{_run}", new { tags = new { anyOf = new[] { tag } } });
        await TagAsync("addMemberTags", members[..1], tag);
        await RefreshAsync();
        (await MembersAsync(segment)).ShouldBe([$"Ann-{_run}"]);

        await TagAsync("addMemberTags", members[1..], tag);
        await TagAsync("removeMemberTags", members[..1], tag);
        await RefreshAsync();
        (await MembersAsync(segment)).ShouldBe([$"Bob-{_run}"]);
        await TagAsync("addMemberTags", members[..1], tag);
        await RefreshAsync();

        var history = await server.DataAsync(
            """
            query($id: ID!) { segmentById(id: $id) { memberCount isStale
              history(order: [{ enteredAt: ASC }]) { totalCount nodes { member { displayName } enteredBy leftBy } }
              left: history(where: { leftAt: { neq: null } }) { totalCount } } }
            """,
            new { id = segment });
        history.GetProperty("segmentById").ShouldBeJson(
            $$"""
            { "memberCount": 2, "isStale": false, "history": { "totalCount": 3, "nodes": [
                { "member": { "displayName": "Ann-{{_run}}" }, "enteredBy": "CONDITION", "leftBy": "CONDITION" },
                { "member": { "displayName": "Bob-{{_run}}" }, "enteredBy": "CONDITION", "leftBy": null },
                { "member": { "displayName": "Ann-{{_run}}" }, "enteredBy": "CONDITION", "leftBy": null }] },
              "left": { "totalCount": 1 } }
            """);
        (await LoggedActivities.KindsAsync(server, a => a.Text == $"fans-{_run}")).ShouldBe(
            [ActivityKind.SegmentCreated, ActivityKind.SegmentEntered, ActivityKind.SegmentEntered, ActivityKind.SegmentLeft, ActivityKind.SegmentEntered],
            ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_decided_by_hand_outlives_the_condition_until_it_is_taken_back()
    {
        var (group, _) = await SampleCommunity.AddGroupAsync(server);
        var members = await SampleCommunity.AddMembersAsync(server, group, $"in-{_run}", $"out-{_run}");
        await SetRegionAsync($"in-{_run}", "上海");
        var segment = await CreateAsync($"hand-{_run}", new { all = new object[] { new { region = new { @in = new[] { "上海" } } }, new { membership = new { } } } });
        await RefreshAsync();
        const string decide =
            """
            mutation($input: OverrideSegmentMembersInput!) { overrideSegmentMembers(input: $input) { result { rows { index outcome } } errors { __typename ... on InvalidInputError { fields { path code } } } } }
            """;
        (await server.DataAsync(decide, new { input = new { segmentId = segment, memberIds = members[..1], kind = "EXCLUDE", reason = "asked for it" } })).ShouldBeJson(
            """{ "overrideSegmentMembers": { "result": { "rows": [{ "index": 0, "outcome": "CHANGED" }] }, "errors": null } }""");
        await server.DataAsync(decide, new { input = new { segmentId = segment, memberIds = members[1..], kind = "INCLUDE", reason = "VIP's friend" } });
        (await server.DataAsync(decide, new { input = new { segmentId = segment, memberIds = members[1..], kind = "INCLUDE", reason = "still" } }))
            .GetProperty("overrideSegmentMembers").GetProperty("result").GetProperty("rows")[0].GetProperty("outcome").GetString().ShouldBe("UNCHANGED");
        (await server.DataAsync(decide, new { input = new { segmentId = segment, memberIds = members[1..], kind = "INCLUDE", reason = "" } })).ShouldBeJson(
            """{ "overrideSegmentMembers": { "result": null, "errors": [{ "__typename": "InvalidInputError", "fields": [{ "path": "reason", "code": "NOT_EMPTY" }] }] } }""");
        (await MembersAsync(segment)).ShouldBe([$"out-{_run}"]);

        // Another condition, and so every member anew: the decisions stand.
        await server.DataAsync(
            "mutation($input: UpdateSegmentInput!) { updateSegment(input: $input) { segment { version } errors { __typename } } }",
            new { input = new { id = segment, condition = new { region = new { @in = new[] { "上海", "重庆" } } } } });
        await RefreshAsync();
        (await MembersAsync(segment)).ShouldBe([$"out-{_run}"]);
        (await server.DataAsync("query($id: ID!) { segmentById(id: $id) { overrides { nodes { kind reason member { displayName } } } } }", new { id = segment }))
            .GetProperty("segmentById").GetProperty("overrides").GetProperty("nodes").ShouldBeJson(
            $$"""
            [{ "kind": "EXCLUDE", "reason": "asked for it", "member": { "displayName": "in-{{_run}}" } },
             { "kind": "INCLUDE", "reason": "still", "member": { "displayName": "out-{{_run}}" } }]
            """);

        await server.DataAsync(
            "mutation($input: ClearSegmentOverridesInput!) { clearSegmentOverrides(input: $input) { result { rows { outcome } } } }",
            new { input = new { segmentId = segment, memberIds = members } });
        (await MembersAsync(segment)).ShouldBe([$"in-{_run}"]);
    }

    [Fact]
    public async Task A_frozen_copy_keeps_its_members_and_a_segment_follows_another_but_never_itself()
    {
        var (group, _) = await SampleCommunity.AddGroupAsync(server);
        await SampleCommunity.AddMembersAsync(server, group, $"cold-{_run}");
        await SetRegionAsync($"cold-{_run}", $"r-{_run}");
        var live = await CreateAsync($"live-{_run}", new { region = new { @in = new[] { $"r-{_run}" } } });
        var above = await CreateAsync($"above-{_run}", new { segment = new { @in = new[] { live } } });
        const string freeze = "mutation($input: FreezeSegmentInput!) { freezeSegment(input: $input) { segment { id mode memberCount } errors { __typename } } }";
        var copy = (await server.DataAsync(freeze, new { input = new { id = live, name = $"copy-{_run}" } })).GetProperty("freezeSegment").GetProperty("segment");
        copy.GetProperty("mode").GetString().ShouldBe("FROZEN");
        copy.GetProperty("memberCount").GetInt32().ShouldBe(1);
        await RefreshAsync();
        (await MembersAsync(above)).ShouldBe([$"cold-{_run}"]);

        await SetRegionAsync($"cold-{_run}", "elsewhere");
        await TouchAsync($"cold-{_run}");
        await RefreshAsync();
        (await MembersAsync(live)).ShouldBeEmpty();
        (await MembersAsync(above)).ShouldBeEmpty();
        (await MembersAsync(copy.GetProperty("id").GetString()!)).ShouldBe([$"cold-{_run}"]);

        const string update = "mutation($input: UpdateSegmentInput!) { updateSegment(input: $input) { errors { __typename ... on Error { code } } } }";
        (await server.DataAsync(update, new { input = new { id = live, condition = new { none = new[] { new { segment = new { @in = new[] { above } } } } } } })).ShouldBeJson(
            """{ "updateSegment": { "errors": [{ "__typename": "DomainError", "code": "SEGMENT_CYCLE" }] } }""");
        (await server.DataAsync(update, new { input = new { id = live, condition = new { segment = new { @in = new[] { live } } } } })).ShouldBeJson(
            """{ "updateSegment": { "errors": [{ "__typename": "DomainError", "code": "SEGMENT_CYCLE" }] } }""");
        (await server.DataAsync(update, new { input = new { id = copy.GetProperty("id").GetString(), condition = new { blacklisted = new { eq = true } } } })).ShouldBeJson(
            """{ "updateSegment": { "errors": [{ "__typename": "DomainError", "code": "SEGMENT_FROZEN" }] } }""");
        const string delete = "mutation($input: DeleteSegmentInput!) { deleteSegment(input: $input) { errors { __typename ... on Error { code } } } }";
        (await server.DataAsync(delete, new { input = new { id = live } })).ShouldBeJson(
            """{ "deleteSegment": { "errors": [{ "__typename": "DomainError", "code": "SEGMENT_IN_USE" }] } }""");
        (await server.DataAsync(delete, new { input = new { id = above } })).ShouldBeJson("""{ "deleteSegment": { "errors": null } }""");
        (await server.DataAsync(delete, new { input = new { id = live } })).ShouldBeJson("""{ "deleteSegment": { "errors": null } }""");
    }

    [Fact]
    public async Task Time_alone_moves_members_out_of_a_segment()
    {
        var (group, _) = await SampleCommunity.AddGroupAsync(server);
        await SampleCommunity.AddMembersAsync(server, group, $"tick-{_run}");
        await server.Database.WriteAsync(
            AccessScope.Everything,
            (db, ct) => db.Members.Where(m => m.DisplayName == $"tick-{_run}")
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.LastActiveAt, TestClock.UtcNow.UtcDateTime.AddHours(-1).AddSeconds(6)).SetProperty(m => m.Region, $"t-{_run}"), ct),
            TestContext.Current.CancellationToken);
        var segment = await CreateAsync(
            $"recent-{_run}", new { all = new object[] { new { region = new { @in = new[] { $"t-{_run}" } } }, new { lastActive = new { within = "PT1H" } } } });
        await RefreshAsync();
        (await MembersAsync(segment)).ShouldBe([$"tick-{_run}"]);

        // Looked at every twenty seconds: the state says that the last time was before.
        await Task.Delay(TimeSpan.FromSeconds(7), TestContext.Current.CancellationToken);
        await server.Database.WriteAsync(
            AccessScope.Everything,
            (db, ct) => db.SegmentRefreshStates.ExecuteUpdateAsync(set => set.SetProperty(s => s.TimeAt, s => s.TimeAt.AddSeconds(-30)), ct),
            TestContext.Current.CancellationToken);
        await RefreshAsync();
        (await MembersAsync(segment)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_owner_sees_their_own_members_and_makes_no_segment_of_the_whole_organisation()
    {
        var (own, _) = await SampleCommunity.AddGroupAsync(server);
        var (foreign, foreignId) = await SampleCommunity.AddGroupAsync(server);
        await SampleCommunity.AddMembersAsync(server, own, $"mine-{_run}");
        var theirs = await SampleCommunity.AddMemberInAsync(server, foreign, $"theirs-{_run}");
        await SetRegionAsync($"mine-{_run}", $"o-{_run}");
        await SetRegionAsync($"theirs-{_run}", $"o-{_run}");
        var condition = new { region = new { @in = new[] { $"o-{_run}" } } };
        var segment = await CreateAsync($"both-{_run}", condition);
        await RefreshAsync();
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, own);
        (await server.DataAsync(
            """
            query($condition: SegmentConditionInput!, $id: ID!, $member: ID!) {
              segmentPreview(condition: $condition) { count sample { displayName } explain(memberId: $member) { matched } }
              segmentById(id: $id) { memberCount members { totalCount nodes { displayName } } history { totalCount } explain(memberId: $member) { matched } }
            }
            """,
            new { condition, id = segment, member = theirs },
            owner)).ShouldBeJson(
            $$"""
            { "segmentPreview": { "count": 1, "sample": [{ "displayName": "mine-{{_run}}" }], "explain": null },
              "segmentById": { "memberCount": 1, "members": { "totalCount": 1, "nodes": [{ "displayName": "mine-{{_run}}" }] }, "history": { "totalCount": 1 }, "explain": null } }
            """);
        var refused = await server.QueryAsync(
            "query($condition: SegmentConditionInput!) { segmentPreview(condition: $condition) { count } }", new { condition = new { membership = new { groups = new[] { foreignId } } } }, owner);
        refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("fields")[0].GetProperty("path").GetString().ShouldBe("condition.membership.groups[0]");
        (await server.DataAsync(
            "mutation($input: CreateSegmentInput!) { createSegment(input: $input) { errors { __typename ... on Error { code } } } }", new { input = new { name = $"no-{_run}", condition } }, owner))
            .ShouldBeJson("""{ "createSegment": { "errors": [{ "__typename": "DomainError", "code": "SEGMENT_NEEDS_FULL_SIGHT" }] } }""");
    }

    [Fact]
    public async Task Who_may_not_read_personal_data_learns_it_from_no_condition_count_or_explanation()
    {
        var (group, _) = await SampleCommunity.AddGroupAsync(server);
        var member = await SampleCommunity.AddMemberInAsync(server, group, $"born-{_run}");
        await server.Database.WriteAsync(
            AccessScope.Everything,
            (db, ct) => db.Members.Where(m => m.DisplayName == $"born-{_run}").ExecuteUpdateAsync(set => set.SetProperty(m => m.BirthYear, 1990), ct),
            TestContext.Current.CancellationToken);
        var condition = new { birthYear = new { gte = 1990 } };
        var personal = await CreateAsync($"young-{_run}", condition);
        var above = await CreateAsync($"above-young-{_run}", new { segment = new { @in = new[] { personal } } });
        await RefreshAsync();
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        foreach (var asked in new object[] { condition, new { segment = new { @in = new[] { personal } } } })
        {
            var refused = await server.QueryAsync("query($condition: SegmentConditionInput!) { segmentPreview(condition: $condition) { count } }", new { condition = asked }, analyst);
            refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("fields")[0].GetProperty("code").GetString().ShouldBe("PERSONAL_DATA");
        }

        foreach (var id in new[] { personal, above })
        {
            const string query =
                "query($id: ID!, $member: ID!) { segmentById(id: $id) { privacy memberCount members { totalCount } history { totalCount } explain(memberId: $member) { matched } } memberById(id: $member) { segmentHistory { totalCount } } }";
            (await server.DataAsync(query, new { id, member }, analyst)).ShouldBeJson(
                """
                { "segmentById": { "privacy": "PERSONAL", "memberCount": null, "members": { "totalCount": 0 }, "history": { "totalCount": 0 }, "explain": null },
                  "memberById": { "segmentHistory": { "totalCount": 0 } } }
                """);
            (await server.DataAsync(query, new { id, member })).GetProperty("segmentById").GetProperty("members").GetProperty("totalCount").GetInt32().ShouldBe(1);
        }
    }

    [Fact]
    public async Task An_explanation_says_of_every_node_whether_it_holds_and_what_the_member_has()
    {
        var (group, groupId) = await SampleCommunity.AddGroupAsync(server);
        var member = await SampleCommunity.AddMemberInAsync(server, group, $"why-{_run}");
        await SetRegionAsync($"why-{_run}", "四川");
        var segment = await CreateAsync($"why-{_run}", new
        {
            any = new object[]
            {
                new { all = new object[] { new { membership = new { groups = new[] { groupId } } }, new { purchase = new { currency = "CNY", amount = new { gte = 100 } } } } },
                new { none = new object[] { new { region = new { @in = new[] { "四川" } } } } },
            },
        });
        (await server.DataAsync(
            "query($id: ID!, $member: ID!) { segmentById(id: $id) { explain(memberId: $member) { matched nodes { path condition depth matched actual } } } }",
            new { id = segment, member })).GetProperty("segmentById").GetProperty("explain").ShouldBeJson(
            """
            { "matched": false, "nodes": [
                { "path": "any", "condition": "any", "depth": 1, "matched": false, "actual": null },
                { "path": "any[0].all", "condition": "all", "depth": 2, "matched": false, "actual": null },
                { "path": "any[0].all[0].membership", "condition": "membership", "depth": 3, "matched": true, "actual": { "stays": 1 } },
                { "path": "any[0].all[1].purchase", "condition": "purchase", "depth": 3, "matched": false, "actual": { "orders": 0, "lastPaidAt": null, "amount": 0, "currency": "CNY" } },
                { "path": "any[1].none", "condition": "none", "depth": 2, "matched": false, "actual": null },
                { "path": "any[1].none[0].region", "condition": "region", "depth": 3, "matched": true, "actual": { "region": "四川" } }] }
            """);
    }

    private Task RefreshAsync() => server.Factory.Services.GetRequiredService<TimerService>().RunDueAsync(TestContext.Current.CancellationToken);

    private async Task<string[]> MembersAsync(string segment) =>
        [.. (await server.DataAsync("query($id: ID!) { segmentById(id: $id) { members(order: [{ displayName: ASC }]) { nodes { displayName } } } }", new { id = segment }))
            .GetProperty("segmentById").GetProperty("members").GetProperty("nodes").EnumerateArray().Select(m => m.GetProperty("displayName").GetString()!)];

    private async Task<string> CreateAsync(string name, object condition)
    {
        var made = (await server.DataAsync(
            "mutation($input: CreateSegmentInput!) { createSegment(input: $input) { segment { id } errors { ... on Error { message } } } }", new { input = new { name, condition } })).GetProperty("createSegment");
        made.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, made.ToString());
        return made.GetProperty("segment").GetProperty("id").GetString()!;
    }

    private async Task<string> CreateTagAsync(string name) =>
        (await server.DataAsync("mutation($input: CreateTagInput!) { createTag(input: $input) { tag { id } } }", new { input = new { name } }))
        .GetProperty("createTag").GetProperty("tag").GetProperty("id").GetString()!;

    private Task TagAsync(string mutation, string[] memberIds, string tag) => server.DataAsync(
        $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ result {{ changed }} }} }}",
        new { input = new { memberIds, tagIds = new[] { tag } } });

    private Task SetRegionAsync(string name, string region) => server.Database.WriteAsync(
        AccessScope.Everything,
        (db, ct) => db.Members.Where(m => m.DisplayName == name).ExecuteUpdateAsync(set => set.SetProperty(m => m.Region, region), ct),
        TestContext.Current.CancellationToken);

    /// <summary>Records that something of the member was changed, as every change does.</summary>
    private Task TouchAsync(string name) => server.Database.WriteAsync(
        AccessScope.Everything,
        async (db, ct) =>
        {
            Headless.Community.Ingestion.ActivityLog.Append(
                db, ActivityKind.MemberUpdated, TestClock.UtcNow.UtcDateTime, null, memberId: await db.Members.Where(m => m.DisplayName == name).Select(m => m.Id).SingleAsync(ct));
            await db.SaveChangesAsync(ct);
        },
        TestContext.Current.CancellationToken);
}
