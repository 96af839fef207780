using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Headless.Community;
using Headless.Community.Import;
using Headless.Community.Ingestion;
using Headless.Community.Tests.Data;
using Headless.Metrics.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Tests.Rollups;

/// <summary>The #ubuntu logs, imported once for all tests here.</summary>
public sealed class UbuntuIrcImport : IAsyncLifetime
{
    public static readonly ReportingCalendar Calendar = ReportingCalendar.ForZone("Asia/Shanghai");

    private readonly SqliteTestDatabase _test = new();

    public string Folder { get; private set; } = "";

    public long GroupId { get; private set; }

    public ImportResult Result { get; private set; } = null!;

    public SqliteTestDatabase Test => _test;

    public async ValueTask InitializeAsync()
    {
        Folder = SharedData.Find("ubuntu-irc");
        await _test.InitializeAsync();
        GroupId = await ImportGroups.FindOrAddAsync(_test.Database, "#ubuntu", Platform.Irc, _test.Clock.Now.UtcDateTime, CancellationToken.None);
        Result = await RunAsync();
    }

    public Task<ImportResult> RunAsync() =>
        new ImportRunner(new ActivityIngestion(_test.Database, new RollupProjection(Calendar), new ActivitySignal(), _test.Clock), _test.Database)
            .RunAsync(new ImportRequest { Format = ImportFormat.Irc, Paths = [Folder], GroupId = GroupId }, null, CancellationToken.None);

    public ValueTask DisposeAsync() => _test.DisposeAsync();
}

/// <summary>Sixty-two real files, and what they come to, counted again by other means.</summary>
public sealed partial class UbuntuIrcImportTests(UbuntuIrcImport import) : IClassFixture<UbuntuIrcImport>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_line_is_accounted_for_and_a_second_run_changes_nothing()
    {
        var result = import.Result;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{result.TotalAccepted} activities in {result.Elapsed.TotalSeconds:F1} s, {result.Rate:F0}/s; "
            + string.Join(", ", result.Accepted.Concat(result.Ignored).Concat(result.Rejected).Select(pair => $"{pair.Key} {pair.Value}")));
        (result.Files, result.Lines, result.Accepted["message"], result.Duplicates, result.StoppedAt).ShouldBe((62, 95_111, 75_174, 0, null));
        (result.TotalAccepted + result.TotalIgnored + result.TotalRejected).ShouldBe(result.Lines);
        result.Accepted["kick"].ShouldBe(6);
        result.Rejected.Values.Sum().ShouldBeLessThan(10);

        var before = await FingerprintAsync();
        var again = await import.RunAsync();
        again.TotalAccepted.ShouldBe(0);
        (again.Lines, again.Duplicates + again.TotalIgnored + again.TotalRejected).ShouldBe((95_111, 95_111));
        (await FingerprintAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Promise_6_rollups_that_grew_are_those_that_a_rebuild_computes()
    {
        var grown = await RollupTables.ReadAsync(import.Test.Database, Token);
        await new MetricsRebuild(import.Test.Database, UbuntuIrcImport.Calendar, import.Test.Clock).RunAsync(null, Token);
        (await RollupTables.ReadAsync(import.Test.Database, Token)).ShouldEqual(grown);
    }

    [Theory]
    [InlineData("2005-06-06.c.txt")]
    [InlineData("2006-06-01.a.txt")]
    [InlineData("2007-01-12.c.txt")]
    [InlineData("2007-12-17.a.txt")]
    public async Task Hours_active_members_and_top_speakers_of_a_day_agree_with_the_raw_file(string file)
    {
        var (hours, speakers, active) = Count(file);
        var (from, to) = (hours.Keys.Min().Date, hours.Keys.Max().Date.AddDays(1));
        await using var context = import.Test.Everything();
        var stored = await context.GroupHours
            .Where(row => row.GroupId == import.GroupId && row.HourStart >= from.AddHours(-8) && row.HourStart < to.AddHours(-8) && row.Messages > 0)
            .ToDictionaryAsync(row => row.HourStart.AddHours(8), row => row.Messages, Token);
        stored.OrderBy(pair => pair.Key).ShouldBe(hours.OrderBy(pair => pair.Key));

        var first = DateOnly.FromDateTime(from);
        var last = DateOnly.FromDateTime(to);
        var rows = await context.MemberDays.Where(row => row.GroupId == import.GroupId && row.Day >= first && row.Day < last).ToListAsync(Token);
        rows.GroupBy(row => row.MemberId).Select(days => days.Sum(row => row.Messages)).OrderDescending().Take(10)
            .ShouldBe(speakers.Values.OrderDescending().Take(10));
        foreach (var (day, members) in active)
        {
            (await context.GroupDays.SingleAsync(row => row.GroupId == import.GroupId && row.Day == day, Token)).ActiveMembers.ShouldBe(members.Count);
        }
    }

    /// <summary>
    /// Reads a file with plain expressions: messages by local hour, messages by speaker, speakers of effective messages by local day.
    /// Who is who, and what they said last, is in the files before it. Shanghai is eight hours ahead of the log, the whole year.
    /// </summary>
    private (Dictionary<DateTime, int> Hours, Dictionary<string, int> Speakers, Dictionary<DateOnly, HashSet<string>> Active) Count(string file)
    {
        var (person, previous) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var earlier in Directory.GetFiles(import.Folder).Where(path => string.CompareOrdinal(Path.GetFileName(path), file) < 0).Order(StringComparer.Ordinal))
        {
            Count(earlier, person, previous);
        }

        return Count(Path.Combine(import.Folder, file), person, previous);
    }

    private static (Dictionary<DateTime, int> Hours, Dictionary<string, int> Speakers, Dictionary<DateOnly, HashSet<string>> Active) Count(
        string path, Dictionary<string, string> person, Dictionary<string, string> previous)
    {
        var date = DateTime.ParseExact(Path.GetFileName(path)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (hours, speakers, active) = (new Dictionary<DateTime, int>(), new Dictionary<string, int>(), new Dictionary<DateOnly, HashSet<string>>());
        var time = "";
        var lines = File.ReadAllLines(path, Encoding.Latin1);
        foreach (var line in lines)
        {
            if (Timed().Match(line) is { Success: true } clock)
            {
                time = clock.Groups[1].Value;
            }

            if (Rename().Match(line) is { Success: true } rename)
            {
                person[Plain(rename.Groups[2].Value)] = Person(Plain(rename.Groups[1].Value));
            }
            else if (Said().Match(line) is { Success: true } said)
            {
                var at = date.Add(TimeSpan.ParseExact(time.Length == 0 ? FirstTime() : time, @"hh\:mm", CultureInfo.InvariantCulture)).AddHours(8);
                var who = Person(Plain(said.Groups["nick"].Value));
                var text = said.Groups["text"].Value.Trim();
                hours[at.Date.AddHours(at.Hour)] = hours.GetValueOrDefault(at.Date.AddHours(at.Hour)) + 1;
                speakers[who] = speakers.GetValueOrDefault(who) + 1;
                if (Regex.Count(text, @"\p{L}") >= 2 && !Regex.IsMatch(text, "^[/!][A-Za-z0-9]") && previous.GetValueOrDefault(who) != text)
                {
                    (active.TryGetValue(DateOnly.FromDateTime(at), out var members) ? members : active[DateOnly.FromDateTime(at)] = []).Add(who);
                }

                previous[who] = text;
            }
        }

        return (hours, speakers, active);

        string Person(string nick) => person.GetValueOrDefault(nick, nick);

        string FirstTime() => lines.Select(line => Timed().Match(line)).First(match => match.Success).Groups[1].Value;

        static string Plain(string nick) => nick.Replace("] ", "]");
    }

    private async Task<string> FingerprintAsync()
    {
        await using var context = import.Test.Everything();
        return string.Join(
            ' ',
            await context.Activities.CountAsync(Token),
            await context.Members.CountAsync(Token),
            await context.Identities.CountAsync(Token),
            await context.Memberships.SumAsync(row => row.Version, Token),
            await context.GroupHours.SumAsync(row => row.Messages + row.Joins + row.Leaves, Token),
            await context.GroupDays.SumAsync(row => row.PresenceDelta + row.ActiveMembers, Token),
            await context.MemberDays.SumAsync(row => row.Messages, Token));
    }

    [GeneratedRegex(@"^\[(\d\d:\d\d)\] ")]
    private static partial Regex Timed();

    [GeneratedRegex(@"^=== (\S+(?<=\]) ?\S*|\S+) +is now known as (.+?)\s*$")]
    private static partial Regex Rename();

    [GeneratedRegex(@"^(?:\[\d\d:\d\d\] <(?<nick>[^>]+)> ?(?<text>.*)|\[\d\d:\d\d\]  \* (?<nick>\S+) (?<text>.*)|=== (?<nick>[A-Za-z_`|{}\\^\[\]][-\w`|{}\\^\[\]]*) (?!.*(?:has joined #|has left #|was kicked off #|is now known as ))(?!for #|\(#)(?<text>.+))$")]
    private static partial Regex Said();
}
