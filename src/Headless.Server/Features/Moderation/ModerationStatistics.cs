using Headless.Server.Access;

namespace Headless.Server.Features.Moderation;

[GraphQLDescription("How rules were kept and enforced in groups over a time.")]
public sealed record ModerationStatistics(
    [property: GraphQLDescription("How many messages there were, staff and machines included.")] int Messages,
    [property: GraphQLDescription("How many violations happened: open, confirmed or appealed, without those that were dismissed or overturned.")] int Violations,
    [property: GraphQLDescription("Violations by what they are about, the most frequent first.")] IReadOnlyList<ViolationCount> ByKind,
    [property: GraphQLDescription("Violations ÷ messages: how much of a group is what its rules forbid.")] ModerationRatio ViolationShare,
    [property: GraphQLDescription("How many members left of their own accord, or for a reason that nobody knows: to be read beside the share.")] int Leaves,
    [property: GraphQLDescription("Penalties carried out ÷ penalties that fell due; those that an appeal took back in time are neither.")] ModerationRatio EnforcementRate);

[GraphQLDescription("How many violations there were of a kind.")]
public sealed record ViolationCount(
    [property: GraphQLDescription("What they are about.")] RuleKind Kind,
    [property: GraphQLDescription("How many.")] int Count);

[GraphQLDescription("A ratio with what it is made of.")]
public sealed record ModerationRatio(
    [property: GraphQLDescription("The upper number.")] int Numerator,
    [property: GraphQLDescription("The lower number.")] int Denominator,
    [property: GraphQLIgnore] string ReasonWithout)
{
    [GraphQLDescription("The ratio; null where the lower number is 0.")]
    public decimal? Value => Denominator == 0 ? null : Math.Round((decimal)Numerator / Denominator, 6);

    [GraphQLDescription("Why there is no value: NO_MESSAGES, NO_PENALTIES_DUE.")]
    public string? NullReason => Denominator == 0 ? ReasonWithout : null;
}

/// <summary>Numbers about rules.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class ModerationStatisticsQuery
{
    private const int MaxGroups = 200;

    [Authorize(Policies.ReadMetrics)]
    [Cost(50)]
    [GraphQLDescription("How rules were kept and enforced, in some groups or in all that the caller may see.")]
    public static async Task<ModerationStatistics> GetModerationStatisticsAsync(
        [ID<Group>] [GraphQLDescription("The groups, at most 200; all that the caller may see unless given.")] IReadOnlyList<long>? groupIds,
        [GraphQLDescription("From this time on; whole hours.")] DateTimeOffset from,
        [GraphQLDescription("Before this time; whole hours.")] DateTimeOffset to,
        CommunityDbContext db,
        CancellationToken cancellationToken)
    {
        if (groupIds?.Count > MaxGroups)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage($"Name at most {MaxGroups} groups.").SetCode("TOO_MANY_IDS").Build());
        }

        var (first, last) = (HourOf(from), HourOf(to));
        if (last <= first)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage("to must be later than from, by an hour at least.").SetCode("INVALID_WINDOW").Build());
        }

        var ids = groupIds?.ToArray() ?? [];
        var groups = groupIds is null ? db.Groups : db.Groups.Where(g => EF.Parameter(ids).Contains(g.Id));
        var messages = await db.GroupHours
            .Where(h => groups.Any(g => g.Id == h.GroupId) && h.HourStart >= first && h.HourStart < last)
            .SumAsync(h => h.Messages + h.ExcludedMessages, cancellationToken);
        var byKind = await db.Violations
            .Where(v => groups.Any(g => g.Id == v.GroupId) && v.OccurredAt >= first && v.OccurredAt < last
                && v.Status != ViolationStatus.Dismissed && v.Status != ViolationStatus.Overturned)
            .GroupBy(v => v.Kind)
            .Select(kind => new { Kind = kind.Key, Count = kind.Count() })
            .ToListAsync(cancellationToken);
        var leaves = await db.Memberships.CountAsync(
            m => groups.Any(g => g.Id == m.GroupId) && m.LeftAt >= first && m.LeftAt < last && m.LeaveKind != LeaveKind.Removed && m.AccountKind == AccountKind.Customer,
            cancellationToken);
        var penalties = await db.Penalties
            .Where(p => groups.Any(g => g.Id == p.GroupId) && p.DueAt >= first && p.DueAt < last && p.Status != PenaltyStatus.Cancelled)
            .GroupBy(p => p.Status)
            .Select(status => new { Status = status.Key, Count = status.Count() })
            .ToListAsync(cancellationToken);
        var violations = byKind.Sum(kind => kind.Count);
        return new ModerationStatistics(
            messages,
            violations,
            [.. byKind.OrderByDescending(kind => kind.Count).ThenBy(kind => kind.Kind).Select(kind => new ViolationCount(kind.Kind, kind.Count))],
            new ModerationRatio(violations, messages, "NO_MESSAGES"),
            leaves,
            new ModerationRatio(
                penalties.Where(p => p.Status is PenaltyStatus.Applied or PenaltyStatus.ReversalDue or PenaltyStatus.Reversed).Sum(p => p.Count),
                penalties.Sum(p => p.Count),
                "NO_PENALTIES_DUE"));
    }

    private static DateTime HourOf(DateTimeOffset time) => new(time.UtcDateTime.Ticks - (time.UtcDateTime.Ticks % TimeSpan.TicksPerHour), DateTimeKind.Utc);
}
