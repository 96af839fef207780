using System.Linq.Expressions;

namespace Headless.Community.Segments;

/// <summary>When: every bound that is given must hold. Moments are UTC.</summary>
/// <param name="Within">Not longer ago than this .</param>
/// <param name="NotWithin">Longer ago than this, or never.</param>
/// <param name="Since">At this moment or later.</param>
/// <param name="Before">Earlier than this moment; never is not earlier.</param>
public sealed record TimeCondition(RelativeTime? Within = null, RelativeTime? NotWithin = null, DateTime? Since = null, DateTime? Before = null)
{
    internal bool Holds(DateTime? at, DateTime now) =>
        (Within is null || at >= Within.Before(now))
        && (NotWithin is null || at is null || at < NotWithin.Before(now))
        && (Since is null || at >= Since)
        && (Before is null || at < Before);

    /// <summary>The rows whose column is in time.</summary>
    internal Expression<Func<T, bool>> On<T>(Expression<Func<T, DateTime?>> column, DateTime now)
    {
        var predicates = new List<Expression<Func<DateTime?, bool>>>();
        if (Within?.Before(now) is { } earliest)
        {
            predicates.Add(at => at >= earliest);
        }

        if (NotWithin?.Before(now) is { } latest)
        {
            predicates.Add(at => at == null || at < latest);
        }

        if (Since is { } since)
        {
            predicates.Add(at => at >= since);
        }

        if (Before is { } before)
        {
            predicates.Add(at => at < before);
        }

        return Predicates.On(column, Predicates.All(predicates));
    }

    /// <summary>For each relative bound, the rows that it left or reached as time went on from one moment to another.</summary>
    internal IEnumerable<Expression<Func<T, bool>>> Moved<T>(Expression<Func<T, DateTime?>> column, DateTime from, DateTime to)
    {
        foreach (var bound in new[] { Within, NotWithin }.OfType<RelativeTime>())
        {
            var (earlier, later) = (bound.Before(from), bound.Before(to));
            yield return Predicates.On(column, at => at >= earlier && at < later);
        }
    }

    internal IEnumerable<ConditionFault> Check(string field)
    {
        if (this is { Within: null, NotWithin: null, Since: null, Before: null })
        {
            yield return new ConditionFault(field, "NOT_EMPTY", "Say when: within, notWithin, since or before.");
        }
        else if (Since >= Before)
        {
            yield return new ConditionFault(field, "EMPTY_RANGE", "No time is in between: since is not before before.");
        }
    }
}
