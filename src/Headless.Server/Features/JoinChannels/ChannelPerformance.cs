using Headless.Server.Access;
using Headless.Server.Features.Metrics;
using Headless.Server.Features.Orders;

namespace Headless.Server.Features.JoinChannels;

/// <summary>What a channel brought over some days, and what that cost.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Exposures">How often it was shown, as far as it was reported.</param>
/// <param name="Scans">How often one of its codes was scanned.</param>
/// <param name="Friends">How many made friends with an account of staff.</param>
/// <param name="Invites">How many were invited.</param>
/// <param name="Joins">Joins of customers that were seen.</param>
/// <param name="Costs">What it cost, by currency; null for those who see only some of the joins.</param>
public sealed record ChannelPerformance(long ChannelId, long Exposures, long Scans, long Friends, long Invites, long Joins, IReadOnlyList<Money>? Costs)
{
    public double? JoinRate => Exposures == 0 ? null : (double)Joins / Exposures;

    public MetricNullReason? JoinRateNullReason => Exposures == 0 ? MetricNullReason.ExposureNotTracked : null;

    public IReadOnlyList<Money>? CostPerJoin => Joins == 0 ? null : Costs?.Select(c => new Money(decimal.Round(c.Amount / Joins, 4), c.Currency)).ToList();
}

/// <summary><c>type ChannelPerformance</c>.</summary>
public sealed class ChannelPerformanceObjectType : ObjectType<ChannelPerformance>
{
    protected override void Configure(IObjectTypeDescriptor<ChannelPerformance> descriptor)
    {
        descriptor.Description("What a channel brought over some days, and what that cost. Only joins into groups that the caller may see.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Exposures).Description("How often it was shown, as far as that was reported.");
        descriptor.Field(p => p.Scans).Description("How often one of its codes was scanned.");
        descriptor.Field(p => p.Friends).Description("How many made friends with an account of staff.");
        descriptor.Field(p => p.Invites).Description("How many were invited into a group.");
        descriptor.Field(p => p.Joins).Description("Joins of customers' accounts that were seen; a return counts again.");
        descriptor.Field(p => p.JoinRate).Description("入群率: joins ÷ exposures; null where no exposure was reported.");
        descriptor.Field(p => p.JoinRateNullReason).Description("Why there is no rate.");
        descriptor.Field(p => p.Costs).Description("What it cost in those days, one amount for each currency; null for an OWNER or ADMIN, who sees only some of the joins.");
        descriptor.Field(p => p.CostPerJoin).Description("Costs ÷ joins, one amount for each currency; null without a join.");
    }
}

/// <summary>A channel and some days.</summary>
public readonly record struct ChannelPerformanceKey(long ChannelId, MetricWindow Window);

/// <summary>What channels brought: three statements for each window, however many channels.</summary>
public sealed class ChannelPerformanceDataLoader(
    CommunityDatabase database, Caller caller, ReportingCalendar calendar, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<ChannelPerformanceKey, ChannelPerformance>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<ChannelPerformanceKey, ChannelPerformance>> LoadBatchAsync(
        IReadOnlyList<ChannelPerformanceKey> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var result = new Dictionary<ChannelPerformanceKey, ChannelPerformance>();
        foreach (var sameWindow in keys.GroupBy(k => k.Window))
        {
            foreach (var performance in await ReadAsync(db, [.. sameWindow.Select(k => k.ChannelId)], sameWindow.Key, cancellationToken))
            {
                result[new ChannelPerformanceKey(performance.ChannelId, sameWindow.Key)] = performance;
            }
        }

        return result;
    }

    private async Task<IEnumerable<ChannelPerformance>> ReadAsync(CommunityDbContext db, long[] ids, MetricWindow window, CancellationToken ct)
    {
        var days = await db.EntryDays.AsNoTracking()
            .Where(d => ids.Contains(d.JoinChannelId) && d.Day >= window.From && d.Day < window.To)
            .GroupBy(d => d.JoinChannelId)
            .Select(g => new
            {
                g.Key,
                Exposures = g.Sum(d => (long)d.Exposures),
                Scans = g.Sum(d => (long)d.Scans),
                Friends = g.Sum(d => (long)d.Friends),
                Invites = g.Sum(d => (long)d.Invites),
            })
            .ToDictionaryAsync(d => d.Key, ct);
        var (from, to) = (calendar.StartOf(window.From), calendar.StartOf(window.To));
        var joins = await db.Memberships.AsNoTracking()
            .Where(m => m.JoinChannelId != null && ids.Contains(m.JoinChannelId.Value) && m.JoinedAt >= from && m.JoinedAt < to
                && m.JoinKnown && m.AccountKind == AccountKind.Customer)
            .GroupBy(m => m.JoinChannelId!.Value)
            .Select(g => new { g.Key, Count = g.LongCount() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        ILookup<long, Money>? costs = null;
        if (caller.Scope.IsEverything)
        {
            var rows = await db.ChannelCosts.AsNoTracking()
                .Where(c => ids.Contains(c.JoinChannelId) && c.From < window.To && c.To > window.From)
                .ToListAsync(ct);
            costs = rows.GroupBy(c => (c.JoinChannelId, c.Currency)).OrderBy(g => g.Key.Currency, StringComparer.Ordinal)
                .ToLookup(g => g.Key.JoinChannelId, g => new Money(g.Sum(c => c.PartOf(window.From, window.To)), g.Key.Currency));
        }

        return ids.Select(id =>
        {
            var day = days.GetValueOrDefault(id);
            return new ChannelPerformance(
                id, day?.Exposures ?? 0, day?.Scans ?? 0, day?.Friends ?? 0, day?.Invites ?? 0, joins.GetValueOrDefault(id), costs is null ? null : [.. costs[id]]);
        });
    }
}

/// <summary>What a channel brought.</summary>
[ExtendObjectType<JoinChannel>]
public sealed class PerformanceOfChannel
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(1)]
    [GraphQLDescription("What it brought over some days, and what that cost. Asked for many channels at once it costs the same few statements.")]
    public static async Task<ChannelPerformance> GetPerformanceAsync(
        [Parent(nameof(JoinChannel.Id))] JoinChannel channel,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        ReportingCalendar calendar,
        TimeProvider clock,
        ChannelPerformanceDataLoader performances,
        CancellationToken cancellationToken) =>
        (await performances.LoadAsync(new ChannelPerformanceKey(channel.Id, window.ToWindow(calendar, clock)), cancellationToken))!;
}
