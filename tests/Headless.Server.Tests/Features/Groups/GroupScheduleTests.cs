using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Groups;

/// <summary>Groups close, and drafts open, by themselves at their time.</summary>
public sealed class GroupScheduleTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private const string Open =
        """
        mutation($input: OpenGroupInput!) {
          openGroup(input: $input) { group { status } errors { __typename ... on Error { code message } ... on PositioningIncompleteError { missing } } }
        }
        """;

    private static readonly object s_positioning = new { why = "sell out", what = "half price", who = "regulars", where = "WeChat", when = "this weekend", how = "fast" };

    [Fact]
    public async Task A_flash_group_closes_by_itself_once()
    {
        var id = await CreateAsync("FLASH", closesAt: server.Clock.Now.AddHours(48), positioning: s_positioning);
        (await server.DataAsync(Open, new { input = new { id } })).ShouldBeJson("""{ "openGroup": { "group": { "status": "ACTIVE" }, "errors": null } }""");
        server.Clock.Forward(TimeSpan.FromHours(47));
        await server.RunTimersAsync();
        (await StatusAsync(id)).ShouldBe("ACTIVE");

        server.Clock.Forward(TimeSpan.FromHours(2));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => server.RunTimersAsync()));
        (await StatusAsync(id)).ShouldBe("CLOSED");
        await server.RunTimersAsync();
        (await ActivitiesAsync(id)).ShouldBe(["GROUP_CREATED", "GROUP_OPENED", "GROUP_CLOSED"]);

        // It runs again, with another end.
        (await server.DataAsync(Open, new { input = new { id } })).GetProperty("openGroup").GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("FLASH_GROUP_NEEDS_CLOSES_AT");
        await UpdateAsync(new { id, closesAt = server.Clock.Now.AddHours(1) });
        (await server.DataAsync(Open, new { input = new { id } })).ShouldBeJson("""{ "openGroup": { "group": { "status": "ACTIVE" }, "errors": null } }""");
        server.Clock.Forward(TimeSpan.FromHours(2));
        await server.RunTimersAsync();
        (await StatusAsync(id)).ShouldBe("CLOSED");
    }

    [Fact]
    public async Task A_group_says_which_answers_it_lacks_and_opens_once_they_are_there()
    {
        var id = await CreateAsync("GENERAL", positioning: new { why = "to talk", what = "   ", who = "mothers" });
        (await server.DataAsync(Open, new { input = new { id } })).ShouldBeJson(
            """
            { "openGroup": { "group": null, "errors": [{ "__typename": "PositioningIncompleteError", "code": "POSITIONING_INCOMPLETE",
                "message": "A group opens once its positioning says why, what, who, where, when and how. Missing: what, where, when, how. Answer with updateGroup.",
                "missing": ["WHAT", "WHERE", "WHEN", "HOW"] }] } }
            """);
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { missingPositioning positioning { what } } }", new { id })).ShouldBeJson(
            """{ "groupById": { "missingPositioning": ["WHAT", "WHERE", "WHEN", "HOW"], "positioning": { "what": null } } }""");
        await UpdateAsync(new { id, positioning = s_positioning });
        (await server.DataAsync(Open, new { input = new { id } })).ShouldBeJson("""{ "openGroup": { "group": { "status": "ACTIVE" }, "errors": null } }""");
    }

    [Fact]
    public async Task A_draft_opens_by_itself_at_its_time_or_once_it_is_ready()
    {
        var ready = await CreateAsync("GENERAL", opensAt: server.Clock.Now.AddHours(1), positioning: s_positioning);
        var unready = await CreateAsync("GENERAL", opensAt: server.Clock.Now.AddHours(1));
        var endless = await CreateAsync("FLASH", opensAt: server.Clock.Now.AddHours(1), positioning: s_positioning);
        var late = await CreateAsync("FLASH", opensAt: server.Clock.Now.AddHours(1), closesAt: server.Clock.Now.AddHours(2), positioning: s_positioning);
        await server.RunTimersAsync();
        (await StatusAsync(ready)).ShouldBe("DRAFT");

        server.Clock.Forward(TimeSpan.FromHours(3));
        await server.RunTimersAsync();
        (await StatusAsync(ready)).ShouldBe("ACTIVE");
        (await StatusAsync(unready)).ShouldBe("DRAFT");
        (await StatusAsync(endless)).ShouldBe("DRAFT");

        // Nobody was there while it should have run.
        (await StatusAsync(late)).ShouldBe("DRAFT");

        await UpdateAsync(new { id = unready, positioning = s_positioning });
        await server.RunTimersAsync();
        (await StatusAsync(unready)).ShouldBe("ACTIVE");
        (await ActivitiesAsync(unready)).ShouldBe(["GROUP_CREATED", "GROUP_UPDATED", "GROUP_OPENED"]);
    }

    [Fact]
    public async Task Blanks_for_an_answer_do_not_keep_the_clock_busy()
    {
        var opensAt = server.Clock.Now.AddHours(-1);
        var key = await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var group = new Group
                {
                    ExternalId = Guid.NewGuid().ToString("N"), Name = "blank", Platform = Platform.Irc, OpensAt = opensAt,
                    Positioning = { Why = " ", What = " ", Who = " ", Where = " ", When = " ", How = " " },
                };
                db.Groups.Add(group);
                await db.SaveChangesAsync(ct);
                return group.Id;
            },
            TestContext.Current.CancellationToken);
        await server.RunTimersAsync();
        await using var db = server.Database.Create(AccessScope.Everything);
        var group = await db.Groups.FindAsync([key], TestContext.Current.CancellationToken);
        (group!.Status, group.OpensAt).ShouldBe((GroupStatus.Draft, null));
    }

    private async Task<string> CreateAsync(string type, DateTime? opensAt = null, DateTime? closesAt = null, object? positioning = null) =>
        (await server.DataAsync(
            "mutation($input: CreateGroupInput!) { createGroup(input: $input) { group { id } errors { ... on Error { message } } } }",
            new { input = new { platform = "WECHAT", externalId = Guid.NewGuid().ToString("N"), name = "flash", type, opensAt, closesAt, positioning } }))
        .GetProperty("createGroup").GetProperty("group").GetProperty("id").GetString()!;

    private async Task UpdateAsync(object input) =>
        (await server.DataAsync("mutation($input: UpdateGroupInput!) { updateGroup(input: $input) { errors { ... on Error { message } } } }", new { input }))
        .ShouldBeJson("""{ "updateGroup": { "errors": null } }""");

    private async Task<string> StatusAsync(string id) =>
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { status } }", new { id })).GetProperty("groupById").GetProperty("status").GetString()!;

    private async Task<string[]> ActivitiesAsync(string id) =>
        [
            .. (await server.DataAsync("query($id: ID!) { groupById(id: $id) { activities(first: 50) { nodes { kind } } } }", new { id }))
                .GetProperty("groupById").GetProperty("activities").GetProperty("nodes").EnumerateArray()
                .Select(a => a.GetProperty("kind").GetString()!).Where(k => k.StartsWith("GROUP_", StringComparison.Ordinal)),
        ];
}
