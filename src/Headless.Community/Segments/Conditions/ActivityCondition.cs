using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>How often and how recently something happened that was caused here. What is reported from outside has conditions of its own.</summary>
[ConditionName("activity")]
public sealed record ActivityCondition : LeafCondition
{
    /// <summary>What happened: one of these.</summary>
    public required IReadOnlyList<ActivityKind> Kinds { get; init; }

    /// <summary>Only in these groups; anywhere where nothing is said.</summary>
    [KeyOf(typeof(Group))]
    public IReadOnlyList<long>? Groups { get; init; }

    /// <summary>When; ever where nothing is said.</summary>
    public TimeCondition? Occurred { get; init; }

    /// <summary>How often; once or more where nothing is said.</summary>
    public CountRange? Count { get; init; }

    internal override Effort Effort => Effort.ManyRows;

    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope) =>
        scope.Has(Activities(scope), activity => activity.MemberId!.Value, Count);

    internal override IEnumerable<ConditionFault> Check() =>
    [
        .. ConditionChecks.List("kinds", Kinds, max: 20),
        .. Kinds.Any(kind => kind < ActivityKind.MemberCreated)
            ? [new ConditionFault("kinds", "KIND_NOT_COUNTED", "Only what is caused here is counted: ask for joins and leaves with membership, for messages with messages, for orders with purchase.")]
            : Enumerable.Empty<ConditionFault>(),
        .. ConditionChecks.List("groups", Groups),
        .. Occurred?.Check("occurred") ?? [],
        .. ConditionChecks.Range("count", Count),
    ];

    internal override async Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken)
    {
        var own = Activities(scope).Where(activity => activity.MemberId == memberId);
        return new JsonObject
        {
            ["count"] = await own.CountAsync(cancellationToken),
            ["lastAt"] = ConditionChecks.Time(await own.MaxAsync(activity => (DateTime?)activity.OccurredAt, cancellationToken)),
        };
    }

    internal override IEnumerable<IQueryable<long>> MovedSince(ConditionScope scope, DateTime from) =>
        Occurred?.Moved<Activity>(activity => activity.OccurredAt, from, scope.Now)
            .Select(moved => OfKinds(scope).Where(moved).Select(activity => activity.MemberId!.Value)) ?? [];

    private IQueryable<Activity> Activities(ConditionScope scope)
    {
        var activities = OfKinds(scope);
        if (Groups is { } groups)
        {
            long[] ids = [.. groups.Distinct()];
            activities = activities.Where(activity => activity.GroupId != null && EF.Parameter(ids).Contains(activity.GroupId.Value));
        }

        return Occurred is null ? activities : activities.Where(Occurred.On<Activity>(activity => activity.OccurredAt, scope.Now));
    }

    /// <remarks>The first two conditions are those of the index, which has in it what is caused here, and no message.</remarks>
    private IQueryable<Activity> OfKinds(ConditionScope scope)
    {
        var kinds = Kinds;
        return scope.Db.Activities.Where(activity =>
            activity.Kind >= ActivityKind.MemberCreated && activity.MemberId != null && kinds.Contains(activity.Kind));
    }
}
