using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>Whether the member is in other segments, as they stand: with who was put into them or kept out by hand.</summary>
[ConditionName("segment")]
public sealed record InSegmentCondition : LeafCondition
{
    /// <summary>In at least one of these.</summary>
    [KeyOf(typeof(Segment))]
    public IReadOnlyList<long>? In { get; init; }

    /// <summary>In none of these.</summary>
    [KeyOf(typeof(Segment))]
    public IReadOnlyList<long>? NotIn { get; init; }

    internal override Reach Reach => In is not null ? Reach.Picked : Reach.Wide;

    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope)
    {
        var parts = new List<Expression<Func<Member, bool>>>();
        if (In is { } segments)
        {
            parts.Add(scope.Has(Stays(scope, segments), stay => stay.MemberId));
        }

        if (NotIn is { } others)
        {
            parts.Add(Predicates.Not(scope.Has(Stays(scope, others), stay => stay.MemberId)));
        }

        return Predicates.All(parts);
    }

    internal override IEnumerable<ConditionFault> Check() =>
    [
        .. ConditionChecks.Some(In, NotIn) ? Enumerable.Empty<ConditionFault>() : [new ConditionFault("", "NOT_EMPTY", "Give in, notIn or both.")],
        .. ConditionChecks.List("in", In, max: 20),
        .. ConditionChecks.List("notIn", NotIn, max: 20),
    ];

    internal override async Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken)
    {
        var names = await Stays(scope, [.. In ?? [], .. NotIn ?? []]).Where(stay => stay.MemberId == memberId)
            .OrderBy(stay => stay.Segment.Name).Select(stay => stay.Segment.Name).ToListAsync(cancellationToken);
        return new JsonObject { ["segments"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]) };
    }

    private static IQueryable<SegmentMember> Stays(ConditionScope scope, IReadOnlyList<long> segments)
    {
        var open = scope.Db.SegmentMembers.Where(stay => stay.LeftAt == null);
        if (segments is [var only])
        {
            return open.Where(stay => stay.SegmentId == only);
        }

        long[] ids = [.. segments.Distinct()];
        return open.Where(stay => EF.Parameter(ids).Contains(stay.SegmentId));
    }
}
