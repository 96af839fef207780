using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Points;

/// <summary>Check-ins over HTTP: one for each local day, streaks, days that are added, milestones.</summary>
public sealed class CheckInTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task The_same_check_in_sent_twice_is_one_entry_with_the_same_answer_and_its_points_come_once()
    {
        var (group, members) = await CommunityAsync("Ann");
        var points = await CreatePointsAsync();
        var program = await CreateAsync(new { name = _run, mode = "CONTINUOUS", groupId = group.Id, pointProgramId = points, pointsPerDay = 5, milestones = new[] { new { days = 1, name = "first", points = 10 } } });
        const string Expected = """{ "day": "@day", "isMakeUp": false, "streak": 1 }""";
        var first = await CheckInAsync(program, members[0]);
        var day = first.GetProperty("checkIn").GetProperty("day").GetString()!;
        first.ShouldBeJson(
            $$"""
            { "checkIn": {{Expected.Replace("@day", day)}}, "isNew": true, "standing": { "totalDays": 1, "currentStreak": 1, "longestStreak": 1, "lastDay": "{{day}}", "makeUps": 0 },
              "reached": [{ "days": 1, "name": "first", "points": 10 }] }
            """);
        (await CheckInAsync(program, members[0])).ShouldBeJson(
            $$"""
            { "checkIn": {{Expected.Replace("@day", day)}}, "isNew": false, "standing": { "totalDays": 1, "currentStreak": 1, "longestStreak": 1, "lastDay": "{{day}}", "makeUps": 0 }, "reached": [] }
            """);
        (await server.DataAsync(
            """
            query($m: ID!, $p: ID!) {
              memberById(id: $m) {
                pointEntries { nodes { kind points note } } pointBalances { nodes { balance } } checkIns { totalCount nodes { program { name } } }
                checkInRewards { nodes { milestone { name } } } checkInStandings { nodes { totalDays } }
                activities(where: { kind: { in: [CHECKED_IN, CHECK_IN_MILESTONE_REACHED] } }) { nodes { kind } }
              }
              checkInProgramById(id: $p) { milestones { nodes { days } } standings(order: [{ longestStreak: DESC }]) { nodes { member { displayName } } } group { id } pointProgram { id } }
            }
            """,
            new { m = members[0], p = program })).ShouldBeJson(
            $$"""
            { "memberById": {
                "pointEntries": { "nodes": [{ "kind": "CHECK_IN", "points": 5, "note": "{{_run}}" }, { "kind": "CHECK_IN", "points": 10, "note": "first" }] },
                "pointBalances": { "nodes": [{ "balance": 15 }] }, "checkIns": { "totalCount": 1, "nodes": [{ "program": { "name": "{{_run}}" } }] },
                "checkInRewards": { "nodes": [{ "milestone": { "name": "first" } }] }, "checkInStandings": { "nodes": [{ "totalDays": 1 }] },
                "activities": { "nodes": [{ "kind": "CHECKED_IN" }, { "kind": "CHECK_IN_MILESTONE_REACHED" }] } },
              "checkInProgramById": { "milestones": { "nodes": [{ "days": 1 }] }, "standings": { "nodes": [{ "member": { "displayName": "Ann" } }] }, "group": { "id": "{{group.Id}}" }, "pointProgram": { "id": "{{points}}" } } }
            """);
    }

    [Theory]
    [InlineData("Asia/Kolkata")]
    [InlineData("Asia/Shanghai")]
    [InlineData("America/New_York")]
    [InlineData("Pacific/Chatham")]
    public async Task Days_are_those_of_the_programmes_time_zone_and_a_streak_goes_over_midnight(string timeZone)
    {
        var (_, members) = await CommunityAsync("Ann");
        var program = await CreateAsync(new { name = _run, mode = "CONTINUOUS", timeZone });
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var today = TimeZoneInfo.ConvertTime(server.Clock.GetUtcNow(), zone).Date;
        var midnight = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(today, zone));
        (await CheckInAsync(program, members[0], midnight.AddSeconds(-1))).GetProperty("checkIn").ShouldBeJson(
            $$"""{ "day": "{{today.AddDays(-1):yyyy-MM-dd}}", "isMakeUp": false, "streak": 1 }""");
        var second = await CheckInAsync(program, members[0], midnight);
        second.GetProperty("checkIn").ShouldBeJson($$"""{ "day": "{{today:yyyy-MM-dd}}", "isMakeUp": false, "streak": 2 }""");
        second.GetProperty("standing").GetProperty("currentStreak").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_streak_ends_when_a_day_is_left_out_and_a_day_that_is_added_mends_it()
    {
        var (_, members) = await CommunityAsync("Ann");
        var program = await CreateAsync(new
        {
            name = _run, mode = "CONTINUOUS", timeZone = "UTC", makeUpLimit = 1, makeUpWithinDays = 3,
            milestones = new[] { new { days = 2, name = "two", points = 0 }, new { days = 4, name = "four", points = 0 } },
        });
        await CheckInAsync(program, members[0]);
        server.Clock.Forward(TimeSpan.FromDays(1));
        (await CheckInAsync(program, members[0])).GetProperty("reached").ShouldBeJson("""[{ "days": 2, "name": "two", "points": 0 }]""");
        server.Clock.Forward(TimeSpan.FromDays(2));
        (await StandingAsync(members[0])).ShouldBe((2, 0, 2));
        (await CheckInAsync(program, members[0])).GetProperty("standing").GetProperty("currentStreak").GetInt32().ShouldBe(1);
        var yesterday = server.Clock.Now.Date.AddDays(-1);
        foreach (var (day, reason) in new[] { (yesterday.AddDays(5), "is not over"), (yesterday.AddDays(-3), "Only the last 3 days") })
        {
            (await MakeUpErrorAsync(program, members[0], day)).ShouldContain(reason);
        }

        var mended = await MakeUpAsync(program, members[0], yesterday);
        mended.ShouldBeJson(
            $$"""{ "checkIn": { "day": "{{yesterday:yyyy-MM-dd}}", "isMakeUp": true, "streak": 3 }, "standing": { "totalDays": 4, "currentStreak": 4, "makeUps": 1 }, "reached": [{ "name": "four" }] }""");
        (await MakeUpAsync(program, members[0], yesterday)).GetProperty("reached").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Days_are_added_as_often_as_the_programme_allows_and_cumulative_milestones_need_no_row()
    {
        var (_, members) = await CommunityAsync("Ann");
        var program = await CreateAsync(new { name = _run, mode = "CUMULATIVE", timeZone = "UTC", makeUpLimit = 1, makeUpWithinDays = 9, milestones = new[] { new { days = 2, name = "two", points = 0 } } });
        await CheckInAsync(program, members[0]);
        var today = server.Clock.Now.Date;
        (await MakeUpAsync(program, members[0], today.AddDays(-5))).GetProperty("reached").ShouldBeJson("""[{ "name": "two" }]""");
        (await MakeUpErrorAsync(program, members[0], today.AddDays(-6))).ShouldContain("at most 1 days; 1 are used");
    }

    [Fact]
    public async Task A_programme_has_days_members_and_an_end()
    {
        var (mine, members) = await CommunityAsync("Ann");
        var (other, strangers) = await CommunityAsync("Bob");
        var today = server.Clock.Now.Date;
        var program = await CreateAsync(new { name = _run, mode = "CONTINUOUS", timeZone = "UTC", groupId = mine.Id, startsOn = $"{today.AddDays(1):yyyy-MM-dd}", endsOn = $"{today.AddDays(2):yyyy-MM-dd}" });
        (await CheckInErrorAsync(program, members[0])).ShouldBe("CHECK_IN_CLOSED");
        server.Clock.Forward(TimeSpan.FromDays(1));
        (await CheckInErrorAsync(program, strangers[0])).ShouldBe("NOT_IN_GROUP");
        (await CheckInAsync(program, members[0])).GetProperty("isNew").GetBoolean().ShouldBeTrue();
        (await CheckInErrorAsync(program, members[0], server.Clock.GetUtcNow().AddHours(1))).ShouldBe("INVALID_INPUT");
        (await CheckInErrorAsync(program, members[0], server.Clock.GetUtcNow().AddHours(-49))).ShouldBe("INVALID_INPUT");
        (await server.DataAsync(
            "mutation($id: ID!) { updateCheckInProgram(input: { id: $id, isEnded: true, version: 1 }) { checkInProgram { isEnded } errors { __typename } } }", new { id = program })).ShouldBeJson(
            """{ "updateCheckInProgram": { "checkInProgram": { "isEnded": true }, "errors": null } }""");
        server.Clock.Forward(TimeSpan.FromDays(1));
        (await CheckInErrorAsync(program, members[0])).ShouldBe("CHECK_IN_CLOSED");

        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, other.Key);
        (await server.DataAsync("query($id: ID!) { checkInProgramById(id: $id) { id } checkIns(where: { program: { id: { eq: $id } } }) { totalCount } }", new { id = program }, owner)).ShouldBeJson(
            """{ "checkInProgramById": null, "checkIns": { "totalCount": 0 } }""");
        (await server.DataAsync(
            "mutation($input: CreateCheckInProgramInput!) { createCheckInProgram(input: $input) { errors { ... on InvalidInputError { fields { path code } } } } }",
            new { input = new { name = "x", mode = "CONTINUOUS" } },
            owner)).ShouldBeJson("""{ "createCheckInProgram": { "errors": [{ "fields": [{ "path": "groupId", "code": "GROUP_REQUIRED" }] }] } }""");
        (await server.DataAsync(
            "mutation($input: CreateCheckInProgramInput!) { createCheckInProgram(input: $input) { errors { ... on InvalidInputError { fields { path code } } } } }",
            new { input = new { name = "", mode = "CONTINUOUS", timeZone = "x", makeUpLimit = 61, pointsPerDay = 1, milestones = new[] { new { days = 0, name = "a" }, new { days = 0, name = "b" } } } })).ShouldBeJson(
            """
            { "createCheckInProgram": { "errors": [{ "fields": [{ "path": "name", "code": "NOT_EMPTY" }, { "path": "timeZone", "code": "INVALID_TIME_ZONE" }, { "path": "makeUpLimit", "code": "INCLUSIVE_BETWEEN" },
              { "path": "pointProgramId", "code": "POINT_PROGRAM_REQUIRED" }, { "path": "milestones", "code": "MILESTONES" }, { "path": "milestones[0].days", "code": "INCLUSIVE_BETWEEN" },
              { "path": "milestones[1].days", "code": "INCLUSIVE_BETWEEN" }] }] } }
            """);
    }

    private async Task<((long Key, string Id) Group, string[] Members)> CommunityAsync(params string[] names)
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        return (group, await SampleCommunity.AddMembersAsync(server, group.Key, names));
    }

    private async Task<string> CreatePointsAsync() =>
        (await server.DataAsync("mutation($name: String!) { createPointProgram(input: { name: $name }) { pointProgram { id } } }", new { name = _run }))
        .GetProperty("createPointProgram").GetProperty("pointProgram").GetProperty("id").GetString()!;

    private async Task<string> CreateAsync(object input)
    {
        var made = (await server.DataAsync("mutation($input: CreateCheckInProgramInput!) { createCheckInProgram(input: $input) { checkInProgram { id } errors { __typename ... on Error { message } } } }", new { input }))
            .GetProperty("createCheckInProgram");
        made.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, made.ToString());
        return made.GetProperty("checkInProgram").GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> CheckInAsync(string programId, string memberId, DateTimeOffset? checkedAt = null) =>
        (await server.DataAsync(
            """
            mutation($input: CheckInInput!) { checkIn(input: $input) { checkInAnswer {
              checkIn { day isMakeUp streak } isNew standing { totalDays currentStreak longestStreak lastDay makeUps } reached { days name points } } errors { __typename ... on Error { message } } } }
            """,
            new { input = new { programId, memberId, checkedAt } })).GetProperty("checkIn").GetProperty("checkInAnswer");

    private async Task<string> CheckInErrorAsync(string programId, string memberId, DateTimeOffset? checkedAt = null) =>
        (await server.DataAsync("mutation($input: CheckInInput!) { checkIn(input: $input) { errors { ... on Error { code } } } }", new { input = new { programId, memberId, checkedAt } }))
        .GetProperty("checkIn").GetProperty("errors")[0].GetProperty("code").GetString()!;

    private async Task<JsonElement> MakeUpAsync(string programId, string memberId, DateTime day) =>
        (await server.DataAsync(
            "mutation($input: MakeUpCheckInInput!) { makeUpCheckIn(input: $input) { checkInAnswer { checkIn { day isMakeUp streak } standing { totalDays currentStreak makeUps } reached { name } } errors { ... on Error { message } } } }",
            new { input = new { programId, memberId, day = $"{day:yyyy-MM-dd}" } })).GetProperty("makeUpCheckIn").GetProperty("checkInAnswer");

    private async Task<string> MakeUpErrorAsync(string programId, string memberId, DateTime day) =>
        (await server.DataAsync(
            "mutation($input: MakeUpCheckInInput!) { makeUpCheckIn(input: $input) { errors { ... on Error { code message } } } }", new { input = new { programId, memberId, day = $"{day:yyyy-MM-dd}" } }))
        .GetProperty("makeUpCheckIn").GetProperty("errors").ToString();

    private async Task<(int Total, int Current, int Longest)> StandingAsync(string member)
    {
        var standing = (await server.DataAsync("query($m: ID!) { memberById(id: $m) { checkInStandings { nodes { totalDays currentStreak longestStreak } } } }", new { m = member }))
            .GetProperty("memberById").GetProperty("checkInStandings").GetProperty("nodes")[0];
        return (standing.GetProperty("totalDays").GetInt32(), standing.GetProperty("currentStreak").GetInt32(), standing.GetProperty("longestStreak").GetInt32());
    }
}
