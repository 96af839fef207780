using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Search;
using Headless.Metrics.Reading;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Analysis;

/// <summary>What keywords are ordered by.</summary>
public enum KeywordOrder
{
    Members,
    Messages,
    Rising,
    Lift,
}

/// <summary>Who of those that said something bought afterwards, beside those of all who spoke: an association, not a cause.</summary>
/// <param name="Members">Those whose days after they first said it are over.</param>
/// <param name="Buyers">Those of them who bought within these days.</param>
/// <param name="AllMembers">All who spoke, and whose days after they first did are over.</param>
/// <param name="AllBuyers">Those of them who bought within these days.</param>
public sealed record LaterBuyers(long Members, long Buyers, long AllMembers, long AllBuyers)
{
    public double? Rate => Members == 0 ? null : (double)Buyers / Members;

    public double? RateOfAll => AllMembers == 0 ? null : (double)AllBuyers / AllMembers;

    /// <summary>Their rate ÷ the rate of all; null where one of them is not known or nobody bought.</summary>
    public double? Lift => Rate is { } rate && RateOfAll is > 0 and { } all ? rate / all : null;
}

/// <summary>A term that members used.</summary>
/// <param name="Term">The term, in small letters.</param>
/// <param name="Messages">The messages that have it.</param>
/// <param name="Members">The distinct members who said it.</param>
/// <param name="PreviousMessages">The messages of the window before that had it; null where those texts are not all there.</param>
/// <param name="Buyers">Who bought afterwards.</param>
/// <param name="LinkClicks">Clicks in the window on tracked links that answer the term.</param>
public sealed record Keyword(string Term, long Messages, long Members, long? PreviousMessages, LaterBuyers Buyers, long LinkClicks)
{
    /// <summary>Messages ÷ those of the window before − 1; null where those are not known or none.</summary>
    public double? Change => PreviousMessages is > 0 and { } before ? ((double)Messages / before) - 1 : null;

    /// <summary>Whether nobody said it in the window before.</summary>
    public bool IsNew => PreviousMessages == 0;
}

/// <summary>The keywords of a window.</summary>
/// <param name="Window">The days.</param>
/// <param name="Previous">As many days before them.</param>
/// <param name="Messages">The messages that were read.</param>
/// <param name="Members">Who wrote them.</param>
/// <param name="MessagesWithoutText">Effective messages of the window whose text is not kept any more.</param>
/// <param name="IsComplete">Whether all that have a text were read.</param>
/// <param name="Keywords">The terms.</param>
public sealed record KeywordReport(
    MetricWindow Window, MetricWindow Previous, long Messages, long Members, long MessagesWithoutText, bool IsComplete, IReadOnlyList<Keyword> Keywords);

/// <summary>
/// What members speak of. Read from the texts of messages as long as those are kept, and from nothing else: no text and no part of
/// one is stored for it.
/// </summary>
public sealed class KeywordService(CommunityDbContext db, ReportingCalendar calendar, MetricService metrics, TimeProvider clock)
{
    public const int MaxFirst = 200;

    /// <summary>So many of the newest messages of a window are read.</summary>
    public const int MaxMessages = 20_000;

    /// <summary>The fewest members who must have said something for it to be told: what one or two say is theirs.</summary>
    public const int FewestMembers = 3;

    public const int MaxBuyWithinDays = 90;

    /// <summary>So many of the most frequent terms are looked at closely.</summary>
    private const int MaxCandidates = 3_000;

    /// <exception cref="MetricWindowException">The window cannot be.</exception>
    public async Task<KeywordReport> GetAsync(MetricScope scope, MetricWindow window, KeywordOrder order, int first, int minMembers, int buyWithinDays, CancellationToken ct)
    {
        MetricService.Check(window, null);
        var groups = await metrics.GetGroupsAsync(scope, ct);
        var previous = new MetricWindow(window.From.AddDays(-window.Days), window.From);
        var now = await ReadAsync(scope, groups, window, ct);
        var before = await ReadAsync(scope, groups, previous, ct);
        var candidates = Candidates(now.Said, minMembers);
        var earlier = Counts(before.Said, candidates.ContainsKey);
        var buyers = await BuyersAsync(scope, groups, window, now.Said, buyWithinDays, ct);
        var clicks = await ClicksAsync(window, [.. candidates.Keys], ct);
        var canCompare = before is { IsComplete: true, WithoutText: 0 };
        var keywords = candidates.Select(c => new Keyword(
            c.Key, c.Value.Messages, c.Value.FirstSaid.Count, canCompare ? earlier.GetValueOrDefault(c.Key) : null, buyers(c.Value.FirstSaid), clicks.GetValueOrDefault(c.Key)));
        var ranked = order switch
        {
            KeywordOrder.Messages => keywords.OrderByDescending(k => k.Messages).ThenByDescending(k => k.Members),
            KeywordOrder.Rising => keywords.OrderByDescending(k => k.Messages - (k.PreviousMessages ?? k.Messages)).ThenByDescending(k => k.Members),
            KeywordOrder.Lift => keywords.OrderByDescending(k => k.Buyers.Lift ?? -1).ThenByDescending(k => k.Members),
            _ => keywords.OrderByDescending(k => k.Members).ThenByDescending(k => k.Messages),
        };
        return new KeywordReport(
            window, previous, now.Said.Count, now.Said.Select(s => s.MemberId).Distinct().LongCount(), now.WithoutText, now.IsComplete,
            [.. ranked.ThenBy(k => k.Term, StringComparer.Ordinal).Take(first)]);
    }

    private async Task<(List<Said> Said, bool IsComplete, long WithoutText)> ReadAsync(MetricScope scope, long[] groups, MetricWindow window, CancellationToken ct)
    {
        var (from, to) = (calendar.StartOf(window.From), calendar.StartOf(window.To));
        var messages = db.Activities.AsNoTracking().Where(a =>
            a.Kind == ActivityKind.MessageSent && a.OccurredAt >= from && a.OccurredAt < to && a.IsEffective && !a.IsExcluded && a.MemberId != null && a.GroupId != null
            && groups.Contains(a.GroupId.Value));
        if (!scope.People.IsEverybody)
        {
            var stays = Stays.Counted(db, groups, scope.People);
            messages = messages.Where(a => stays.Any(m => m.GroupId == a.GroupId && m.MemberId == a.MemberId));
        }

        var withoutText = await messages.LongCountAsync(a => a.Text == null, ct);
        var said = await messages.Where(a => a.Text != null).OrderByDescending(a => a.OccurredAt).ThenByDescending(a => a.Id).Take(MaxMessages + 1)
            .Select(a => new Said(a.MemberId!.Value, a.OccurredAt, a.Text!)).ToListAsync(ct);
        var isComplete = said.Count <= MaxMessages;
        return (isComplete ? said : said[..MaxMessages], isComplete, withoutText);
    }

    /// <summary>The terms that enough members said, without those that are but a part of a longer one.</summary>
    private static Dictionary<string, Usage> Candidates(List<Said> said, int minMembers)
    {
        // What is said often has parts that are said often: longer ones are counted where their pairs are, which keeps few in memory.
        var pairs = Counts(said, term => !IsLong(term)).Where(c => c.Value >= minMembers).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        var longer = Counts(said, term => IsLong(term) && Enumerable.Range(0, term.Length - 1).All(at => pairs.ContainsKey(term.Substring(at, 2))));
        var frequent = pairs.Concat(longer.Where(c => c.Value >= minMembers)).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(MaxCandidates)
            .ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        var usages = frequent.Keys.ToDictionary(term => term, _ => new Usage(), StringComparer.Ordinal);
        foreach (var message in said)
        {
            foreach (var term in KeywordTerms.Of(message.Text))
            {
                if (usages.TryGetValue(term, out var usage))
                {
                    usage.Add(message);
                }
            }
        }

        var told = usages.Where(u => u.Value.FirstSaid.Count >= minMembers).ToDictionary(u => u.Key, u => u.Value, StringComparer.Ordinal);
        foreach (var (whole, usage) in told.Where(u => IsLong(u.Key)).OrderBy(u => u.Key.Length).ToList())
        {
            for (var start = 0; start < whole.Length; start++)
            {
                for (var length = 2; length < whole.Length && start + length <= whole.Length; length++)
                {
                    var part = whole.Substring(start, length);
                    if (told.TryGetValue(part, out var all) && KeywordTerms.IsPartOf(all.Messages, usage.Messages))
                    {
                        told.Remove(part);
                    }
                }
            }
        }

        return told;
    }

    /// <summary>More than two characters that are written without spaces.</summary>
    private static bool IsLong(string term) => term.Length > 2 && SearchTokens.IsUnspaced(term[0]);

    /// <summary>In how many messages each of some terms is.</summary>
    private static Dictionary<string, int> Counts(List<Said> said, Func<string, bool> isCounted)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in said.SelectMany(message => KeywordTerms.Of(message.Text)).Where(isCounted))
        {
            counts[term] = counts.GetValueOrDefault(term) + 1;
        }

        return counts;
    }

    /// <summary>Says who of some that said something at a time bought afterwards.</summary>
    private async Task<Func<IReadOnlyDictionary<long, DateTime>, LaterBuyers>> BuyersAsync(
        MetricScope scope, long[] groups, MetricWindow window, List<Said> said, int days, CancellationToken ct)
    {
        var all = new Usage();
        said.ForEach(all.Add);
        var orders = (await PurchaseReader.Orders(
                db, groups, scope is { GroupId: null, Groups: null }, scope.People, calendar.StartOf(window.From), calendar.StartOf(window.To.AddDays(days)), null)
            .Where(o => o.MemberId != null && o.Status == OrderStatus.Paid).Select(o => new { o.MemberId, o.PaidAt }).ToListAsync(ct)).ToLookup(o => o.MemberId!.Value, o => o.PaidAt);
        var over = clock.GetUtcNow().UtcDateTime.AddDays(-days);
        var (allMembers, allBuyers) = Count(all.FirstSaid);
        return first =>
        {
            var (members, buyers) = Count(first);
            return new LaterBuyers(members, buyers, allMembers, allBuyers);
        };

        (long Members, long Buyers) Count(IReadOnlyDictionary<long, DateTime> first)
        {
            var mature = first.Where(f => f.Value <= over).ToList();
            return (mature.Count, mature.LongCount(f => orders[f.Key].Any(at => at > f.Value && at <= f.Value.AddDays(days))));
        }
    }

    /// <summary>Clicks on links that answer a word.</summary>
    private async Task<Dictionary<string, long>> ClicksAsync(MetricWindow window, string[] terms, CancellationToken ct)
    {
        var links = await db.TrackedLinks.AsNoTracking().Where(l => l.Keyword != null).WhereIn(db, l => l.Keyword, terms).Select(l => new { l.Id, l.Keyword }).ToListAsync(ct);
        if (links.Count == 0)
        {
            return [];
        }

        var (ids, from, to) = (links.Select(l => l.Id).ToArray(), window.From, window.To);
        var clicks = await db.PageDays.AsNoTracking().Where(d => d.Day >= from && d.Day < to && EF.Parameter(ids).Contains(d.LinkId))
            .GroupBy(d => d.LinkId).Select(g => new { g.Key, Clicks = g.Sum(d => d.Views) }).ToDictionaryAsync(c => c.Key, c => c.Clicks, ct);
        return links.GroupBy(l => l.Keyword!, StringComparer.Ordinal).ToDictionary(l => l.Key, l => l.Sum(link => clicks.GetValueOrDefault(link.Id)), StringComparer.Ordinal);
    }

    private sealed record Said(long MemberId, DateTime At, string Text);

    /// <summary>How often something was said, and when by whom first.</summary>
    private sealed class Usage
    {
        public int Messages { get; private set; }

        public Dictionary<long, DateTime> FirstSaid { get; } = [];

        public void Add(Said message)
        {
            Messages++;
            FirstSaid[message.MemberId] = FirstSaid.TryGetValue(message.MemberId, out var first) && first <= message.At ? first : message.At;
        }
    }
}
