using System.Globalization;
using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Import;
using Headless.Metrics;

namespace Headless.Benchmarks.Ingest;

/// <summary>
/// What looking for words in every message adds to an import: processor time of the process in user mode, with rules in force and
/// without, in turns. The words are made up of the parts of common ones, so that texts go deep into the automaton and find next to nothing.
/// </summary>
internal static class SensitiveWordsBenchmark
{
    private static readonly string[] Parts =
        "the ing and ion ent tio for nde has nce edt tis oft sth men con pro com per ver int est sta res ble ive ess ter ati all".Split(' ');

    private static readonly DateTime Begin = new(2004, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static async Task RunAsync(string logs, int words, int rounds, TemporaryFolder folder)
    {
        Console.WriteLine($"Import with {words} sensitive words and without, {rounds} times in turns");
        var (without, with) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            without.Add(await ImportAsync(logs, 0, folder.File($"without-{round}.db")));
            with.Add(await ImportAsync(logs, words, folder.File($"with-{round}.db")));
        }

        var (least, most) = (without.Min(), with.Min());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  least processor time (user): {least:F2} s without, {most:F2} s with: {(most - least) / most:P1} of ingestion"));
    }

    private static async Task<double> ImportAsync(string logs, int words, string database)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCommunityDatabase(new DatabaseOptions { ConnectionString = $"Data Source={database}" });
        services.AddMetrics(new ConfigurationBuilder().Build());
        services.AddSingleton<ImportRunner>();
        await using var provider = services.BuildServiceProvider();
        var community = provider.GetRequiredService<CommunityDatabase>();
        await community.MigrateAsync(CancellationToken.None);
        var group = await ImportGroups.FindOrAddAsync(community, "#ubuntu", Platform.Irc, Begin, CancellationToken.None);
        if (words > 0)
        {
            await community.WriteAsync(AccessScope.Everything, (db, ct) => AddRulesAsync(db, group, words, ct), CancellationToken.None);
        }

        var before = Environment.CpuUsage.UserTime;
        var result = await provider.GetRequiredService<ImportRunner>()
            .RunAsync(new ImportRequest { Format = ImportFormat.Irc, Paths = [logs], GroupId = group }, null, CancellationToken.None);
        var seconds = (Environment.CpuUsage.UserTime - before).TotalSeconds;
        await using var reader = community.Create(AccessScope.Everything);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {words,5} words: {result.TotalAccepted} activities, {seconds:F2} s of processor (user), {reader.Violations.Count()} violations"));
        return seconds;
    }

    private static async Task AddRulesAsync(CommunityDbContext db, long groupId, int words, CancellationToken ct)
    {
        var random = new Random(42);
        var list = new SensitiveWordList { Name = "benchmark" };
        var known = new HashSet<string>();
        while (known.Count < words)
        {
            known.Add(string.Concat(Enumerable.Range(0, random.Next(3, 6)).Select(_ => Parts[random.Next(Parts.Length)])));
        }

        list.Words.AddRange(known.Select(word => new SensitiveWord { Text = word, Folded = list.Fold(word) }));
        var rules = new RuleSet { Name = "benchmark" };
        rules.Draft(null, [new Rule { Kind = RuleKind.SensitiveWord, Text = "benchmark", RuleWordLists = { new RuleWordList { SensitiveWordList = list } } }]).Publish(Begin, null);
        db.RuleSets.Add(rules);
        db.RuleSetAttachments.Add(new RuleSetAttachment { RuleSet = rules, GroupId = groupId, Since = Begin });
        await db.SaveChangesAsync(ct);
    }
}
