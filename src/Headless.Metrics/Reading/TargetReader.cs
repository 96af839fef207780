using Headless.Community;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Reading;

/// <summary>
/// Fills in what was to be sold: of a group, of a campaign, of everything. A window has the part of a target that its weekday weights give to the window's
/// days; of several targets for a day the one that was set last counts, and a window with a day without one has none.
/// </summary>
internal sealed class TargetReader(CommunityDbContext db)
{
    public async Task FillAsync(InputTable table, string? currency, CancellationToken ct)
    {
        var people = table.People;
        if (people is not { SegmentId: null, JoinChannelId: null, ContentItemId: null, ContentCategory: null, Class: null })
        {
            return;
        }

        var window = table.Intervals.Window;
        var campaignId = people.CampaignId;
        var targets = (await db.SalesTargets.AsNoTracking()
            .Where(t => t.From < window.To && t.To > window.From && t.CampaignId == campaignId && (currency == null || t.Currency == currency))
            .OrderByDescending(t => t.Id).ToListAsync(ct)).ToLookup(t => t.GroupId ?? 0);
        foreach (var group in table.Groups)
        {
            Fill(table, table[group], [.. targets[group]]);
        }

        if (table.HasAllGroups && db.Access.IsEverything)
        {
            Fill(table, table.Whole, [.. targets[0]]);
        }
        else if (!table.HasAllGroups && table.Groups is [var only])
        {
            Fill(table, table.Whole, [.. targets[only]]);
        }
    }

    private static void Fill(InputTable table, MetricInputs[] inputs, IReadOnlyList<SalesTarget> targets)
    {
        for (var i = 0; targets.Count > 0 && i < table.Intervals.Count; i++)
        {
            var days = table.Intervals.DaysOf(i);
            if (Part(days, targets) is { } part)
            {
                inputs[i].Target = part.Sum(p => p.Amount);
                inputs[i].Currencies.UnionWith(part.Select(p => p.Currency));
            }
        }
    }

    /// <summary>What of which targets falls on some days; null: a day has none.</summary>
    private static List<(decimal Amount, string Currency)>? Part(MetricWindow days, IReadOnlyList<SalesTarget> targets)
    {
        var parts = new List<(decimal, string)>();
        for (var day = days.From; day < days.To;)
        {
            var at = day;
            var position = 0;
            while (position < targets.Count && !Covers(targets[position], at))
            {
                position++;
            }

            if (position == targets.Count)
            {
                return null;
            }

            // On to the end of this target, or to where one that was set later begins.
            var target = targets[position];
            var end = new[] { target.To, days.To }.Concat(targets.Take(position).Where(t => t.From > at).Select(t => t.From)).Min();
            parts.Add((target.ExpectedBy(end.AddDays(-1)) - target.ExpectedBy(day.AddDays(-1)), target.Currency));
            day = end;
        }

        return parts;
    }

    private static bool Covers(SalesTarget target, DateOnly day) => target.From <= day && day < target.To;
}
