using Headless.Server.Access;
using Headless.Server.Features.Metrics;

namespace Headless.Server.Features.JoinPaths;

[GraphQLDescription("How far people got who began in some days on the way into a group (two-step join).")]
public sealed record JoinFunnel(
    [property: GraphQLDescription("How often the codes and channels were shown in those days, as far as that was reported.")] long Exposures,
    [property: GraphQLDescription("Scans in those days without an account: what became of them cannot be known, and no step counts them.")] long AnonymousScans,
    [property: ListSize(AssumedSize = 4)] [property: GraphQLDescription("SCANNED, FRIENDED, INVITED, JOINED.")] IReadOnlyList<JoinFunnelStep> Steps);

[GraphQLDescription("How many came as far as a step.")]
public sealed record JoinFunnelStep(
    [property: GraphQLDescription("The step.")] JoinStep Step,
    [property: GraphQLDescription("How many took it or a later one: who joins without having been made a friend has passed that step, too.")] long Count,
    [property: GraphQLDescription("How many of those of the step before came no further; null for the first.")] long? DropOff,
    [property: GraphQLDescription("count ÷ that of the step before; null for the first, and where nobody took that.")] double? ShareOfPrevious,
    [property: GraphQLDescription("count ÷ that of the first step; null where nobody took that.")] double? ShareOfFirst);

/// <summary>The two-step way into a group, step by step.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class JoinFunnelQueries
{
    [Authorize(Policies.ReadMetrics)]
    [GraphQLDescription("How far people got who began in some days on the way into groups that the caller may see, and where they dropped off.")]
    public static async Task<JoinFunnel> GetJoinFunnelAsync(
        [GraphQLDescription("The days on which the first step was taken.")] MetricWindowInput window,
        [ID<EntryPoint>] [GraphQLDescription("Only this entry point.")] long? entryPointId,
        [ID<JoinChannel>] [GraphQLDescription("Only this channel.")] long? channelId,
        [ID<Group>] [GraphQLDescription("Only this group.")] long? groupId,
        CommunityDbContext db,
        ReportingCalendar calendar,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var days = window.ToWindow(calendar, clock);
        var (from, to) = (calendar.StartOf(days.From), calendar.StartOf(days.To));
        var counts = await db.JoinPaths.AsNoTracking()
            .Where(p => p.StartedAt >= from && p.StartedAt < to
                && (entryPointId == null || p.EntryPointId == entryPointId)
                && (channelId == null || p.EntryPoint.JoinChannelId == channelId)
                && (groupId == null || p.GroupId == groupId))
            .GroupBy(p => p.Step)
            .Select(g => new { g.Key, Count = g.LongCount() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var shown = await db.EntryDays.AsNoTracking()
            .Where(d => d.Day >= days.From && d.Day < days.To
                && (entryPointId == null || d.EntryPointId == entryPointId)
                && (channelId == null || d.JoinChannelId == channelId)
                && (groupId == null || d.GroupId == groupId))
            .GroupBy(d => 1)
            .Select(g => new { Exposures = g.Sum(d => (long)d.Exposures), Anonymous = g.Sum(d => (long)d.AnonymousScans) })
            .FirstOrDefaultAsync(cancellationToken);
        return new JoinFunnel(shown?.Exposures ?? 0, shown?.Anonymous ?? 0, Steps(counts));
    }

    private static List<JoinFunnelStep> Steps(Dictionary<JoinStep, long> furthest)
    {
        var steps = new List<JoinFunnelStep>();
        foreach (var step in Enum.GetValues<JoinStep>())
        {
            var count = furthest.Where(f => f.Key >= step).Sum(f => f.Value);
            var (first, previous) = (steps.FirstOrDefault()?.Count ?? count, steps.LastOrDefault()?.Count);
            steps.Add(new JoinFunnelStep(
                step, count, previous - count, previous > 0 ? (double)count / previous.Value : null, first > 0 ? (double)count / first : null));
        }

        return steps;
    }
}
