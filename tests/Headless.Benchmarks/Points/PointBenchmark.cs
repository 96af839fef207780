using System.Diagnostics;
using System.Globalization;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Features.Points;
using Microsoft.EntityFrameworkCore;

namespace Headless.Benchmarks.Points;

/// <summary>A balance, a member's last lines and the leaderboard of a group, with a million lines in the ledgers.</summary>
internal static class PointBenchmark
{
    private const int Groups = 40;
    private const int MembersOfGroup = 500;

    public static async Task<int> RunAsync(CommandOptions options)
    {
        var (entries, rounds) = (options.Number("entries", 1_000_000), options.Number("rounds", 200));
        using var folder = new TemporaryFolder();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCommunityDatabase(new DatabaseOptions { ConnectionString = $"Data Source={folder.File("points.db")}" });
        await using var provider = services.BuildServiceProvider();
        var database = provider.GetRequiredService<CommunityDatabase>();
        await database.MigrateAsync(CancellationToken.None);
        var clock = Stopwatch.StartNew();
        await database.WriteAsync(AccessScope.Everything, AddMembersAsync, CancellationToken.None);
        await database.WriteAsync(AccessScope.Everything, (db, ct) => AddEntriesAsync(db, entries, ct), CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entries} lines of {Groups * MembersOfGroup} members made in {clock.Elapsed.TotalSeconds:F1} s"));

        await using var reader = database.Create(AccessScope.Everything);
        await MeasureAsync("balance of a member", rounds, round => reader.PointBalances.Where(b => b.MemberId == Member(round) && b.ProgramId == 1).Select(b => b.Balance).SingleAsync());
        await MeasureAsync("last 20 lines of a member", rounds, round => reader.PointEntries.AsNoTracking().Where(e => e.MemberId == Member(round)).OrderByDescending(e => e.OccurredAt).Take(20).ToListAsync());
        await MeasureAsync($"leaderboard of a group of {MembersOfGroup}", rounds, round => PointQueries.GetPointLeaderboardAsync(reader, 1, 1 + (round % Groups), 10, CancellationToken.None));
        await MeasureAsync("leaderboard of everybody", rounds, _ => PointQueries.GetPointLeaderboardAsync(reader, 1, null, 10, CancellationToken.None));
        return 0;
    }

    private static long Member(int round) => 1 + (round * 7919L % (Groups * MembersOfGroup));

    private static async Task AddMembersAsync(CommunityDbContext db, CancellationToken ct)
    {
        db.PointPrograms.Add(new PointProgram { Name = "points", Unit = "p", TimeZone = "Asia/Shanghai" });
        for (var group = 0; group < Groups; group++)
        {
            var made = new Group { Platform = Platform.Wechat, ExternalId = $"g{group}", Name = $"g{group}" };
            db.Groups.Add(made);
            for (var member = 0; member < MembersOfGroup; member++)
            {
                db.Memberships.Add(new Membership { Group = made, Member = new Member { DisplayName = $"m{group}-{member}" }, JoinedAt = DateTime.UnixEpoch });
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    private static async Task AddEntriesAsync(CommunityDbContext db, int entries, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {entries})
            INSERT INTO "PointEntries" ("ProgramId", "MemberId", "Kind", "Points", "BalanceAfter", "OccurredAt", "Day", "CreatedAt", "UpdatedAt", "Version")
            SELECT 1, 1 + i * 7919 % {Groups * MembersOfGroup}, 2, 1 + i % 50, 0, datetime('2026-01-01', '+' || (i / 4) || ' seconds'), '2026-01-01', '2026-01-01', '2026-01-01', 1 FROM n
            """,
            ct);
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "PointBalances" ("ProgramId", "MemberId", "Balance") SELECT "ProgramId", "MemberId", SUM("Points") FROM "PointEntries" GROUP BY "ProgramId", "MemberId" """, ct);
    }

    private static async Task MeasureAsync<T>(string title, int rounds, Func<int, Task<T>> query)
    {
        for (var round = 0; round < 20; round++)
        {
            await query(round);
        }

        var times = new double[rounds];
        for (var round = 0; round < rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            await query(round + 20);
            times[round] = clock.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: median {times[rounds / 2]:F2} ms, 99 % {times[rounds * 99 / 100]:F2} ms"));
    }
}
