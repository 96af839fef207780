using Headless.Community;
using Headless.Community.Data;
using Headless.Metrics.Reading;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Analysis;

/// <summary>Where the joins of a window came from. Each join is in exactly one of the three: a member's invitation goes before a channel.</summary>
/// <param name="Joins">All joins that were seen.</param>
/// <param name="Referral">Those whom a member brought.</param>
/// <param name="Channel">Those through a channel that is kept here, and nobody's invitation.</param>
/// <param name="Organic">The rest.</param>
/// <param name="Leaves">Leaves in the window.</param>
/// <param name="Channels">The joins through channels, the most first.</param>
public sealed record GrowthDecomposition(long Joins, long Referral, long Channel, long Organic, long Leaves, IReadOnlyList<ChannelJoins> Channels)
{
    public long Net => Joins - Leaves;
}

/// <summary>Joins through a channel that nobody's invitation explains.</summary>
public sealed record ChannelJoins(long ChannelId, long Joins);

/// <summary>Members whom two groups share now.</summary>
/// <param name="GroupId">One group.</param>
/// <param name="OtherGroupId">The other one.</param>
/// <param name="Shared">Customers who are members of both.</param>
/// <param name="Members">Members of the one.</param>
/// <param name="OtherMembers">Members of the other.</param>
public sealed record GroupOverlap(long GroupId, long OtherGroupId, long Shared, long Members, long OtherMembers)
{
    /// <summary>Shared ÷ members of either (Jaccard).</summary>
    public double Similarity => (double)Shared / (Members + OtherMembers - Shared);
}

/// <summary>Joins and leaves of a campaign's group around it .</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Before">The days before it began, as many as it lasted.</param>
/// <param name="During">From the day on which it began to the one on which it ended.</param>
/// <param name="After">The days after it ended, as many; null while they are not over.</param>
public sealed record MembershipDelta(long GroupId, JoinsAndLeaves Before, JoinsAndLeaves During, JoinsAndLeaves? After);

/// <summary>Joins and leaves of some days.</summary>
public sealed record JoinsAndLeaves(MetricWindow Window, long Joins, long Leaves)
{
    public long Net => Joins - Leaves;
}

/// <summary>What a metric is broken down by.</summary>
public enum MetricDimension
{
    GroupType,
    Platform,
    GroupPhase,
    JoinChannel,
    ContentCategory,
    MemberClass,
}

/// <summary>A metric of one part.</summary>
/// <param name="Label">The part's name: an enum's value, a channel's name.</param>
/// <param name="ChannelId">JOIN_CHANNEL: the channel.</param>
/// <param name="Groups">The groups in it; null where it is not made of groups.</param>
/// <param name="Value">The figure.</param>
public sealed record MetricPart(string Label, long? ChannelId, long? Groups, MetricValue Value);

/// <summary>Where members come from and what groups share.</summary>
public sealed class GrowthService(CommunityDbContext db, ReportingCalendar calendar, MetricService metrics, TimeProvider clock)
{
    public const int MaxGroups = 100;
    public const int MaxParts = 50;

    /// <exception cref="MetricWindowException">The window cannot be.</exception>
    public async Task<GrowthDecomposition> DecomposeAsync(MetricScope scope, MetricWindow window, CancellationToken ct)
    {
        MetricService.Check(window, null);
        var groups = await metrics.GetGroupsAsync(scope, ct);
        var (from, to) = (calendar.StartOf(window.From), calendar.StartOf(window.To));
        var joins = await Stays.Counted(db, groups, scope.People)
            .Where(m => m.JoinKnown && m.JoinedAt >= from && m.JoinedAt < to)
            .GroupBy(m => new { IsReferral = m.InvitedById != null, m.JoinChannelId })
            .Select(g => new { g.Key.IsReferral, g.Key.JoinChannelId, Count = g.LongCount() })
            .ToListAsync(ct);
        var leaves = await Stays.Counted(db, groups, scope.People).LongCountAsync(m => m.LeftAt >= from && m.LeftAt < to, ct);
        var channels = joins.Where(j => !j.IsReferral && j.JoinChannelId is not null)
            .Select(j => new ChannelJoins(j.JoinChannelId!.Value, j.Count)).OrderByDescending(c => c.Joins).ThenBy(c => c.ChannelId).ToList();
        return new GrowthDecomposition(
            joins.Sum(j => j.Count), joins.Where(j => j.IsReferral).Sum(j => j.Count), channels.Sum(c => c.Joins),
            joins.Where(j => !j.IsReferral && j.JoinChannelId is null).Sum(j => j.Count), leaves, channels);
    }

    /// <summary>Pairs of groups that share members now, those that share most first. Two statements, however many groups.</summary>
    public async Task<IReadOnlyList<GroupOverlap>> GetOverlapsAsync(MetricScope scope, int first, CancellationToken ct)
    {
        var groups = await metrics.GetGroupsAsync(scope, ct);
        if (groups.Length > MaxGroups)
        {
            throw new MetricWindowException($"The scope has {groups.Length} groups: overlaps are told of at most {MaxGroups}.");
        }

        var stays = Stays.Counted(db, groups, scope.People).Where(m => m.LeftAt == null);
        var sizes = await stays.GroupBy(m => m.GroupId).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var pairs = await (
                from one in stays
                join other in stays on one.MemberId equals other.MemberId
                where one.GroupId < other.GroupId
                group one by new { one.GroupId, Other = other.GroupId } into pair
                select new { pair.Key.GroupId, pair.Key.Other, Count = pair.LongCount() })
            .ToListAsync(ct);
        return [.. pairs.Select(p => new GroupOverlap(p.GroupId, p.Other, p.Count, sizes[p.GroupId], sizes[p.Other]))
            .OrderByDescending(o => o.Shared).ThenBy(o => o.GroupId).ThenBy(o => o.OtherGroupId).Take(first)];
    }

    /// <summary>Joins and leaves around a campaign, for each of its groups that the caller may see. Null: the campaign has no times.</summary>
    public async Task<IReadOnlyList<MembershipDelta>?> GetMembershipDeltasAsync(long campaignId, CancellationToken ct)
    {
        var campaign = await db.Campaigns.AsNoTracking().Where(c => c.Id == campaignId).Select(c => new { c.StartsAt, c.EndsAt }).SingleOrDefaultAsync(ct);
        if (campaign is not { StartsAt: { } startsAt, EndsAt: { } endsAt })
        {
            return null;
        }

        var during = new MetricWindow(calendar.DayOf(startsAt), calendar.DayOf(endsAt).AddDays(1));
        MetricWindow[] windows = [new(during.From.AddDays(-during.Days), during.From), during, new(during.To, during.To.AddDays(during.Days))];
        var (first, last) = (windows[0].From, windows[2].To);
        var groups = await db.CampaignGroups.Where(g => g.CampaignId == campaignId).OrderBy(g => g.GroupId).Select(g => g.GroupId).ToArrayAsync(ct);
        var days = (await db.GroupDays.AsNoTracking()
            .Where(d => groups.Contains(d.GroupId) && d.Day >= first && d.Day < last && (d.Joins != 0 || d.Leaves != 0))
            .Select(d => new { d.GroupId, d.Day, d.Joins, d.Leaves }).ToListAsync(ct)).ToLookup(d => d.GroupId);
        var isOver = calendar.StartOf(last) <= clock.GetUtcNow().UtcDateTime;
        return [.. groups.Select(group =>
        {
            var parts = Array.ConvertAll(windows, w => new JoinsAndLeaves(
                w,
                days[group].Where(d => d.Day >= w.From && d.Day < w.To).Sum(d => (long)d.Joins),
                days[group].Where(d => d.Day >= w.From && d.Day < w.To).Sum(d => (long)d.Leaves)));
            return new MembershipDelta(group, parts[0], parts[1], isOver ? parts[2] : null);
        })];
    }

    /// <summary>
    /// A metric of each part of a scope. The statements follow the parts, of which there are at most <see cref="MaxParts"/>, not the groups. What differs
    /// between parts goes with them; it need not come from them.
    /// </summary>
    public async Task<IReadOnlyList<MetricPart>> BreakDownAsync(MetricQuery query, MetricDimension by, CancellationToken ct)
    {
        var parts = new List<(string Label, long? ChannelId, long? Groups, MetricScope Scope)>();
        var visible = await metrics.GetGroupsAsync(query.Scope, ct);
        if (by == MetricDimension.JoinChannel)
        {
            var channels = await Stays.Counted(db, visible, query.Scope.People).Where(m => m.JoinChannelId != null)
                .GroupBy(m => new { Id = m.JoinChannelId!.Value, m.Channel!.Name })
                .Select(g => new { g.Key.Id, g.Key.Name, Count = g.LongCount() })
                .OrderByDescending(c => c.Count).ThenBy(c => c.Id).Take(MaxParts).ToListAsync(ct);
            parts.AddRange(channels.Select(c => (c.Name, (long?)c.Id, (long?)null, query.Scope with { People = query.Scope.People with { JoinChannelId = c.Id } })));
        }
        else if (by == MetricDimension.ContentCategory)
        {
            return await BreakDownByContentAsync(query, visible, ct);
        }
        else if (by == MetricDimension.MemberClass)
        {
            parts.AddRange(Enum.GetValues<MemberClass>().Where(c => query.Scope.People.Class is not { } only || only == c)
                .Select(c => (Name(c), (long?)null, (long?)null, query.Scope with { People = query.Scope.People with { Class = c } })));
        }
        else
        {
            var groups = await db.Groups.AsNoTracking().Where(g => visible.Contains(g.Id)).Select(g => new { g.Id, g.Type, g.Platform, g.Phase }).ToListAsync(ct);
            parts.AddRange(groups
                .GroupBy(g => by switch { MetricDimension.GroupType => (Enum)g.Type, MetricDimension.Platform => g.Platform, _ => g.Phase })
                .OrderBy(g => g.Key)
                .Select(g => (Name(g.Key), (long?)null, (long?)g.LongCount(),
                    new MetricScope(null, new MetricGroups([.. g.Select(row => row.Id)], null, null, null, null, null, null), query.Scope.People))));
        }

        var values = await metrics.GetValuesAsync([.. parts.Select(p => query with { Scope = p.Scope })], ct);
        return [.. parts.Select(p => new MetricPart(p.Label, p.ChannelId, p.Groups, values[query with { Scope = p.Scope }]))];
    }

    /// <summary>By the category of the content that made people come: a value for each piece of content would not add up for rates, so the people are taken together.</summary>
    private async Task<IReadOnlyList<MetricPart>> BreakDownByContentAsync(MetricQuery query, long[] visible, CancellationToken ct)
    {
        var categories = await Stays.Counted(db, visible, query.Scope.People).Where(m => m.JoinContentItemId != null)
            .Select(m => m.JoinContentItem!.Category).Distinct().ToListAsync(ct);
        var scopes = categories.Order().Select(c => (c, query.Scope with { People = query.Scope.People with { ContentCategory = c } })).ToList();
        var values = await metrics.GetValuesAsync([.. scopes.Select(s => query with { Scope = s.Item2 })], ct);
        return [.. scopes.Select(s => new MetricPart(Name(s.c), null, null, values[query with { Scope = s.Item2 }]))];
    }

    private static string Name(Enum value) => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
