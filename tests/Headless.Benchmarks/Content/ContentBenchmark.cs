using System.Diagnostics;
using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Search;
using Microsoft.EntityFrameworkCore;

namespace Headless.Benchmarks.Content;

/// <summary>How long a search over the content library takes: SQLite, the words of 100 000 items, drawn so that few are common and most are rare.</summary>
internal static class ContentBenchmark
{
    private const int Seed = 5;
    private const int Characters = 1_500;
    private const int Page = 20;

    public static async Task<int> RunAsync(CommandOptions options)
    {
        CampaignYearBenchmark.Run();
        var items = options.Number("items", 100_000);
        var rounds = options.Number("rounds", 200);
        using var folder = new TemporaryFolder();
        using var database = new CommunityDatabase(new DatabaseOptions { ConnectionString = $"Data Source={folder.File("content.db")}" }, TimeProvider.System);
        await database.MigrateAsync(CancellationToken.None);
        var watch = Stopwatch.StartNew();
        await FillAsync(database, items);
        Console.WriteLine($"{items} items made findable in {watch.Elapsed.TotalSeconds:F1} s");

        foreach (var (name, query) in new[]
        {
            ("a common word", Word(3)), ("a usual word", Word(60)), ("a rare word", Word(1_200)), ("two words", $"{Word(3)} {Word(40)}"), ("two common words", $"{Word(1)} {Word(2)}"), ("no such word", "龘龘"),
        })
        {
            await MeasureAsync(database, name, query, rounds);
        }

        return 0;
    }

    private static async Task MeasureAsync(CommunityDatabase database, string name, string query, int rounds)
    {
        var times = new List<double>();
        var count = 0;
        for (var round = 0; round < rounds; round++)
        {
            var begin = Stopwatch.GetTimestamp();
            await using var db = database.Create(AccessScope.Everything);
            var found = await SearchIndex.FindAsync(db, SearchScope.ContentItem, SearchTokens.Sought(query), null, 0, Page, CancellationToken.None);
            var ids = found.Hits.Select(h => h.OwnerId).ToArray();
            var shown = await db.ContentItems.AsNoTracking().Where(i => EF.Parameter(ids).Contains(i.Id)).ToListAsync();
            count = found.Count + shown.Count(i => SearchHighlights.In(i.Body, query, isWhole: false) is null && SearchHighlights.In(i.Title, query, isWhole: true) is null);
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"{name} ({query}): {count} found, median {times[times.Count / 2]:F2} ms, 95 % {times[times.Count * 95 / 100]:F2} ms, longest {times[^1]:F2} ms");
    }

    private static async Task FillAsync(CommunityDatabase database, int items)
    {
        var random = new Random(Seed);
        for (var from = 0; from < items; from += 1_000)
        {
            await database.WriteAsync(
                AccessScope.Everything,
                async (db, ct) =>
                {
                    db.ChangeTracker.AutoDetectChangesEnabled = false;
                    var batch = Enumerable.Range(from, Math.Min(1_000, items - from)).Select(i => new ContentItem
                    {
                        Title = Text(random, 5), Body = Text(random, 40), Topic = Word(Rank(random)), Category = (ContentCategory)(1 + (i % 3)), Kind = (ContentKind)(1 + (i % 6)), IndexVersion = SearchTokens.Version,
                    }).ToList();
                    db.ContentItems.AddRange(batch);
                    await db.SaveChangesAsync(ct);
                    foreach (var item in batch)
                    {
                        await SearchIndex.PutAsync(db, SearchScope.ContentItem, item.Id, item.Tokens(), ct);
                    }
                },
                CancellationToken.None);
        }
    }

    private static string Text(Random random, int words) => string.Concat(Enumerable.Range(0, words).Select(i => Word(Rank(random)) + (i % 7 == 6 ? "，" : string.Empty)));

    /// <summary>The word of a rank: always the same two characters.</summary>
    private static string Word(int rank) => $"{(char)(0x4E00 + (rank * 7 % Characters))}{(char)(0x5800 + (rank * 13 % Characters))}";

    /// <summary>Few words are common: the share of a rank falls as the rank grows.</summary>
    private static int Rank(Random random) => (int)Math.Min(1_999, Math.Pow(2_000, random.NextDouble()));
}
