using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>
/// How much the member said, over whole days of the reporting time zone, today included: counted from the rollups, so it costs the
/// same however long the log is. Messages from accounts of staff and machines do not count.
/// </summary>
[ConditionName("messages")]
public sealed record MessagesCondition : LeafCondition
{
    public const int MaxDays = 3660;

    /// <summary>Only in these groups; everywhere where nothing is said.</summary>
    [KeyOf(typeof(Group))]
    public IReadOnlyList<long>? Groups { get; init; }

    /// <summary>Within so many days, the present one included; ever where nothing is said.</summary>
    public int? LastDays { get; init; }

    /// <summary>Whether only effective messages count; true where nothing is said.</summary>
    public bool? EffectiveOnly { get; init; }

    /// <summary>How many messages; one or more where neither this nor <see cref="ActiveDays"/> is given.</summary>
    public CountRange? Count { get; init; }

    /// <summary>On how many days.</summary>
    public CountRange? ActiveDays { get; init; }

    private bool IsEffectiveOnly => EffectiveOnly ?? true;

    internal override Effort Effort => Effort.ManyRows;

    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope)
    {
        var days = Days(scope);
        var parts = new List<Expression<Func<Member, bool>>>();
        if (Count is not null || ActiveDays is null)
        {
            var count = Count ?? CountRange.Some;
            parts.Add(count is { Gte: 1, Lte: null } ? scope.Has(days, day => day.MemberId)
                : IsEffectiveOnly ? scope.Sums(days, day => day.MemberId, day => day.EffectiveMessages, count)
                : scope.Sums(days, day => day.MemberId, day => day.Messages, count));
        }

        if (ActiveDays is not null)
        {
            // A member who speaks in two groups on a day has two rows of it.
            parts.Add(scope.Has(days.Select(day => new SpokenDay { MemberId = day.MemberId, Day = day.Day }).Distinct(), day => day.MemberId, ActiveDays));
        }

        return Predicates.All(parts);
    }

    internal override IEnumerable<ConditionFault> Check() =>
    [
        .. ConditionChecks.List("groups", Groups),
        .. LastDays is < 1 or > MaxDays
            ? [new ConditionFault("lastDays", "OUT_OF_RANGE", $"'lastDays' is a number from 1 to {MaxDays}.")]
            : Enumerable.Empty<ConditionFault>(),
        .. ConditionChecks.Range("count", Count),
        .. ConditionChecks.Range("activeDays", ActiveDays),
    ];

    internal override async Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken)
    {
        var days = await Days(scope).Where(day => day.MemberId == memberId).ToListAsync(cancellationToken);
        return new JsonObject
        {
            ["messages"] = days.Sum(day => IsEffectiveOnly ? day.EffectiveMessages : day.Messages),
            ["activeDays"] = days.DistinctBy(day => day.Day).Count(),
        };
    }

    internal override IEnumerable<IQueryable<long>> MovedSince(ConditionScope scope, DateTime from)
    {
        if (LastDays is { } lastDays && scope.Time.DayOf(from) is var before && before < scope.Time.Today)
        {
            var (earlier, later) = (before.AddDays(1 - lastDays), scope.Time.Today.AddDays(1 - lastDays));
            yield return InGroups(scope).Where(day => day.Day >= earlier && day.Day < later).Select(day => day.MemberId);
        }
    }

    private IQueryable<MemberDay> Days(ConditionScope scope)
    {
        var days = Groups is null && scope.Db.Access.IsEverything ? scope.Db.MemberDays : InGroups(scope);
        if (LastDays is { } lastDays)
        {
            var (first, last) = (scope.Time.Today.AddDays(1 - lastDays), scope.Time.Today);
            days = days.Where(day => day.Day >= first && day.Day <= last);
        }

        return IsEffectiveOnly ? days.Where(day => day.EffectiveMessages > 0) : days;
    }

    private IQueryable<MemberDay> InGroups(ConditionScope scope)
    {
        if (Groups is { } groups)
        {
            long[] ids = [.. groups.Distinct()];
            return scope.Db.Access.IsEverything
                ? scope.Db.MemberDays.Where(day => EF.Parameter(ids).Contains(day.GroupId))
                : scope.Db.MemberDays.Where(day =>
                    scope.Db.Groups.Where(group => EF.Parameter(ids).Contains(group.Id)).Select(group => group.Id).Contains(day.GroupId));
        }

        // The key begins with the group: named, each has its part of the days. A rollup has no filter of rows, its group has.
        return scope.Db.MemberDays.Where(day => scope.Db.Groups.Select(group => group.Id).Contains(day.GroupId));
    }

    private sealed class SpokenDay
    {
        public long MemberId { get; init; }

        public DateOnly Day { get; init; }
    }
}
