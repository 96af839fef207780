using System.Text.Json;
using Headless.Server.Tests.Fixtures;
using static Headless.Server.Tests.Features.Webhooks.WebhookSteps;

namespace Headless.Server.Tests.Features.Segments;

/// <summary>What a segment decides: who may come in, where somebody is sent, who is called; and what a day that ends changes.</summary>
public sealed class SegmentUseTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_group_for_a_segment_asks_for_it_and_nobody_knows_before_the_segment_has_been_filled()
    {
        var (segment, inside, outside) = await RegionSegmentAsync();
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        (await MutateAsync(server, "setJoinTerms", new { groupId = group, segmentId = segment }, "joinTerms { segment { id } }"))
            .ShouldBeJson($$"""{ "joinTerms": { "segment": { "id": "{{segment}}" } }, "errors": null }""");
        (await RequirementAsync(group, inside)).ShouldBeJson("""{ "isEligible": null, "requirements": [{ "kind": "SEGMENT", "state": "UNKNOWN" }] }""");

        await server.RunTimersAsync();
        (await RequirementAsync(group, inside)).ShouldBeJson("""{ "isEligible": true, "requirements": [{ "kind": "SEGMENT", "state": "MET" }] }""");
        (await RequirementAsync(group, outside)).ShouldBeJson("""{ "isEligible": false, "requirements": [{ "kind": "SEGMENT", "state": "UNMET" }] }""");
        (await RequirementAsync(group, null)).ShouldBeJson("""{ "isEligible": null, "requirements": [{ "kind": "SEGMENT", "state": "UNKNOWN" }] }""");

        await MutateAsync(server, "updateMember", new { id = inside, region = "北京" }, "member { id }");
        await server.RunTimersAsync();
        (await RequirementAsync(group, inside)).ShouldBeJson("""{ "isEligible": false, "requirements": [{ "kind": "SEGMENT", "state": "UNMET" }] }""");
    }

    [Fact]
    public async Task A_rule_for_a_segment_sends_its_members_to_the_group_and_says_why_not_of_others()
    {
        var (segment, inside, outside) = await RegionSegmentAsync();
        await server.RunTimersAsync();
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        (await MutateAsync(server, "createRoutingRule", new { name = _run, groupId = group, segmentId = segment }, "routingRule { segment { id } }"))
            .ShouldBeJson($$"""{ "routingRule": { "segment": { "id": "{{segment}}" } }, "errors": null }""");
        const string route = "query($id: ID!) { routeMember(memberId: $id) { group { id } answers { name matched reason } } }";
        (await server.DataAsync(route, new { id = inside })).GetProperty("routeMember").GetProperty("group").ShouldBeJson($$"""{ "id": "{{group}}" }""");
        (await server.DataAsync(route, new { id = outside })).ShouldBeJson(
            $$"""{ "routeMember": { "group": null, "answers": [{ "name": "{{_run}}", "matched": false, "reason": "They do not belong to 'region-{{_run}}'." }] } }""");
    }

    [Fact]
    public async Task A_call_list_takes_the_members_of_a_segment_as_they_are_now_and_once()
    {
        var (segment, inside, _) = await RegionSegmentAsync();
        await server.RunTimersAsync();
        var caller = (await server.DataAsync("{ viewer { operator { id } } }")).GetProperty("viewer").GetProperty("operator").GetProperty("id").GetString();
        var made = await MutateAsync(
            server, "createCallList", new { name = _run, callerIds = new[] { caller }, segmentId = segment, memberIds = new[] { inside } }, "result { added unchanged callList { id entries { nodes { member { id } } } } }");
        var list = made.GetProperty("result").GetProperty("callList");
        list.GetProperty("entries").ShouldBeJson($$"""{ "nodes": [{ "member": { "id": "{{inside}}" } }] }""");

        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        var late = await SampleCommunity.AddMemberInAsync(server, groupKey, $"late-{_run}");
        await MutateAsync(server, "updateMember", new { id = late, region = $"region-{_run}", phone = "+86 138 0000 0000" }, "member { id }");
        await server.RunTimersAsync();
        (await server.DataAsync("query($id: ID!) { callListById(id: $id) { entries { totalCount } } }", new { id = list.GetProperty("id").GetString() }))
            .ShouldBeJson("""{ "callListById": { "entries": { "totalCount": 1 } } }""");
        (await MutateAsync(server, "addCallListMembers", new { callListId = list.GetProperty("id").GetString(), segmentId = segment }, "result { added skipped unchanged }"))
            .ShouldBeJson("""{ "result": { "added": 1, "skipped": 0, "unchanged": 1 }, "errors": null }""");
    }

    [Fact]
    public async Task Who_spoke_yesterday_is_not_among_those_of_today_once_midnight_has_passed()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        object[] rows =
        [
            new
            {
                kind = "MESSAGE", externalId = $"{_run}-m", occurredAt = server.Clock.GetUtcNow().AddMinutes(-1), group = new { id = group },
                member = new { platform = "WECHAT", externalId = $"{_run}-speaker", displayName = $"speaker-{_run}" }, text = "今天有什么活动吗",
            },
        ];
        await server.DataAsync("mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount } } }", new { input = new { source = _run, activities = rows } });
        object condition = new { all = new object[] { new { messages = new { lastDays = 1, groups = new[] { group } } }, new { membership = new { groups = new[] { group } } } } };
        var segment = await SegmentAsync($"today-{_run}", condition);
        await server.RunTimersAsync();
        (await NamesAsync(segment)).ShouldBe([$"speaker-{_run}"]);

        // From noon to eleven at night it is the same day in Shanghai; at one o'clock the next has begun.
        server.Clock.Forward(TimeSpan.FromHours(11));
        await server.RunTimersAsync();
        (await NamesAsync(segment)).ShouldBe([$"speaker-{_run}"]);
        server.Clock.Forward(TimeSpan.FromHours(2));
        await server.RunTimersAsync();
        (await NamesAsync(segment)).ShouldBeEmpty();
        (await server.DataAsync("query($condition: SegmentConditionInput!) { segmentPreview(condition: $condition) { count } }", new { condition }))
            .ShouldBeJson("""{ "segmentPreview": { "count": 0 } }""");
    }

    /// <summary>A segment by region that has not been filled yet, somebody of it and somebody else.</summary>
    private async Task<(string Segment, string Inside, string Outside)> RegionSegmentAsync()
    {
        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        var members = await SampleCommunity.AddMembersAsync(server, groupKey, $"in-{_run}", $"out-{_run}");
        await MutateAsync(server, "updateMember", new { id = members[0], region = $"region-{_run}" }, "member { id }");
        return (await SegmentAsync($"region-{_run}", new { region = new { @in = new[] { $"region-{_run}" } } }), members[0], members[1]);
    }

    private async Task<string> SegmentAsync(string name, object condition)
    {
        var made = await MutateAsync(server, "createSegment", new { name, condition }, "segment { id }");
        made.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, made.ToString());
        return made.GetProperty("segment").GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> RequirementAsync(string group, string? member)
    {
        var answer = (await server.DataAsync(
                "query($group: ID!, $member: ID, $account: IdentityReferenceInput) { joinEligibility(groupId: $group, memberId: $member, account: $account) { isEligible requirements { kind state } } }",
                new { group, member, account = member is null ? new { platform = "WECHAT", externalId = $"{_run}-nobody" } : null }))
            .GetProperty("joinEligibility");
        return JsonSerializer.SerializeToElement(new
        {
            isEligible = answer.GetProperty("isEligible"),
            requirements = answer.GetProperty("requirements").EnumerateArray().Where(r => r.GetProperty("kind").GetString() == "SEGMENT"),
        });
    }

    private async Task<string[]> NamesAsync(string segment) =>
        [.. (await server.DataAsync("query($id: ID!) { segmentById(id: $id) { members { nodes { displayName } } } }", new { id = segment }))
            .GetProperty("segmentById").GetProperty("members").GetProperty("nodes").EnumerateArray().Select(m => m.GetProperty("displayName").GetString()!)];
}
