using System.Text.Json;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Points;

/// <summary>A hundred at the same moment: what is there once is had once, and the sums agree.</summary>
public abstract class RaceTests(ServerFixture server)
{
    private const int Callers = 100;

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    /// <summary>Why there is no server; null where there is one.</summary>
    protected virtual string? SkipReason => null;

    [Fact]
    public async Task One_of_a_hundred_redeems_the_last_points()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var (program, member) = await StartAsync();
        await server.DataAsync("mutation($p: ID!, $m: ID!) { grantPoints(input: { programId: $p, memberId: $m, points: 10, note: \"x\" }) { errors { __typename } } }", new { p = program, m = member });
        var answers = await AllAsync(
            "mutation($p: ID!, $m: ID!) { redeemPoints(input: { programId: $p, memberId: $m, points: 10, note: \"x\" }) { pointEntry { balanceAfter } errors { ... on Error { code } } } }",
            new { p = program, m = member });
        answers.Count(a => a.GetProperty("errors").ValueKind == JsonValueKind.Null).ShouldBe(1);
        answers.Where(a => a.GetProperty("errors").ValueKind != JsonValueKind.Null).ShouldAllBe(a => a.GetProperty("errors")[0].GetProperty("code").GetString() == "INSUFFICIENT_POINTS");
        (await PointsAsync(member)).ShouldBeJson("""{ "pointBalances": { "nodes": [{ "balance": 0 }] }, "pointEntries": { "nodes": [{ "points": 10 }, { "points": -10 }] } }""");
    }

    [Fact]
    public async Task A_hundred_first_grants_come_to_a_hundred()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var (program, member) = await StartAsync();
        var answers = await AllAsync(
            "mutation($p: ID!, $m: ID!) { grantPoints(input: { programId: $p, memberId: $m, points: 1, note: \"x\" }) { pointEntry { balanceAfter } errors { ... on Error { code } } } }",
            new { p = program, m = member });
        answers.Select(a => a.GetProperty("pointEntry").GetProperty("balanceAfter").GetInt64()).Order().ShouldBe(Enumerable.Range(1, Callers).Select(i => (long)i));
    }

    [Fact]
    public async Task One_key_is_one_line_whoever_sends_it_how_often()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var (program, member) = await StartAsync();
        var answers = await AllAsync(
            "mutation($p: ID!, $m: ID!, $k: String!) { grantPoints(input: { programId: $p, memberId: $m, points: 7, note: \"x\", idempotencyKey: $k }) { pointEntry { id } errors { ... on Error { code } } } }",
            new { p = program, m = member, k = _run });
        answers.Select(a => a.GetProperty("pointEntry").GetProperty("id").GetString()).Distinct().Count().ShouldBe(1);
        (await PointsAsync(member)).ShouldBeJson("""{ "pointBalances": { "nodes": [{ "balance": 7 }] }, "pointEntries": { "nodes": [{ "points": 7 }] } }""");
    }

    [Fact]
    public async Task A_hundred_check_ins_of_a_day_are_one()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var (points, member) = await StartAsync();
        var program = (await server.DataAsync(
            "mutation($input: CreateCheckInProgramInput!) { createCheckInProgram(input: $input) { checkInProgram { id } } }",
            new { input = new { name = _run, mode = "CONTINUOUS", pointProgramId = points, pointsPerDay = 3, milestones = new[] { new { days = 1, name = "first", points = 4 } } } }))
            .GetProperty("createCheckInProgram").GetProperty("checkInProgram").GetProperty("id").GetString();
        var answers = await AllAsync(
            "mutation($p: ID!, $m: ID!) { checkIn(input: { programId: $p, memberId: $m }) { checkInAnswer { isNew checkIn { id } } errors { ... on Error { code } } } }", new { p = program, m = member });
        answers.Count(a => a.GetProperty("checkInAnswer").GetProperty("isNew").GetBoolean()).ShouldBe(1);
        answers.Select(a => a.GetProperty("checkInAnswer").GetProperty("checkIn").GetProperty("id").GetString()).Distinct().Count().ShouldBe(1);
        (await PointsAsync(member)).ShouldBeJson("""{ "pointBalances": { "nodes": [{ "balance": 7 }] }, "pointEntries": { "nodes": [{ "points": 3 }, { "points": 4 }] } }""");
    }

    private async Task<(string Program, string Member)> StartAsync()
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        var member = await SampleCommunity.AddMemberInAsync(server, group.Key, "Ann");
        var program = (await server.DataAsync("mutation($n: String!) { createPointProgram(input: { name: $n }) { pointProgram { id } } }", new { n = _run }))
            .GetProperty("createPointProgram").GetProperty("pointProgram").GetProperty("id").GetString()!;
        return (program, member);
    }

    /// <summary>Everybody at once; what each was answered.</summary>
    private async Task<JsonElement[]> AllAsync(string mutation, object variables) =>
        [.. (await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => server.DataAsync(mutation, variables))))).Select(data => data.EnumerateObject().Single().Value)];

    private async Task<JsonElement> PointsAsync(string member) =>
        (await server.DataAsync("query($m: ID!) { memberById(id: $m) { pointBalances { nodes { balance } } pointEntries { nodes { points } } } }", new { m = member })).GetProperty("memberById");
}

/// <summary>On SQLite.</summary>
public sealed class SqliteRaceTests(ServerFixture server) : RaceTests(server), IClassFixture<ServerFixture>;

/// <summary>On PostgreSQL, where the races are real.</summary>
public sealed class PostgresRaceTests(PostgresServerFixture server) : RaceTests(server), IClassFixture<PostgresServerFixture>
{
    protected override string? SkipReason => PostgresServerFixture.SkipReason;
}
