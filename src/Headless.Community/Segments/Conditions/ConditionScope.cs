using System.Linq.Expressions;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Headless.Community.Segments;

/// <summary>The moment that a condition is asked for.</summary>
/// <param name="Now">UTC; relative times count back from it.</param>
/// <param name="ReportingTimeZone">The zone whose days messages are counted by.</param>
public sealed record ConditionTime(DateTime Now, TimeZoneInfo ReportingTimeZone)
{
    /// <summary>The day in the reporting time zone.</summary>
    public DateOnly Today => DayOf(Now);

    internal DateOnly DayOf(DateTime moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(moment, DateTimeKind.Utc), ReportingTimeZone));
}

/// <summary>What conditions are compiled against: whose rows, when, and for how many members.</summary>
/// <param name="db">The caller's rows.</param>
/// <param name="time">The moment.</param>
/// <param name="isForFew">
/// Whether the members are named: then each is looked up (EXISTS), which costs by the members asked for. Otherwise the rows that
/// count are collected first (IN), which costs by the rows there are.
/// </param>
internal sealed class ConditionScope(CommunityDbContext db, ConditionTime time, bool isForFew)
{
    public CommunityDbContext Db { get; } = db;

    public bool IsForFew => isForFew;

    /// <summary>The same for members of whom others have been left out already.</summary>
    public ConditionScope ForFew() => new(Db, Time, isForFew: true);

    public ConditionTime Time { get; } = time;

    public DateTime Now => Time.Now;

    /// <summary>The members who have so many of the rows.</summary>
    public Expression<Func<Member, bool>> Has<T>(IQueryable<T> rows, Expression<Func<T, long>> memberId, CountRange? count = null)
    {
        count ??= CountRange.Some;
        if (count is { Gte: 1, Lte: null })
        {
            return isForFew ? OfMember(rows, memberId, nameof(Queryable.Any)) : In(rows.Select(memberId));
        }

        return isForFew
            ? Holds(rows, memberId, nameof(Queryable.Count), null, count.ToPredicate())
            : Grouped(rows, memberId, group => group.Count(), count.ToPredicate(), count.HoldsForNone);
    }

    /// <summary>The members whose rows come to so much.</summary>
    public Expression<Func<Member, bool>> Sums<T>(
        IQueryable<T> rows, Expression<Func<T, long>> memberId, Expression<Func<T, decimal>> amount, AmountRange range) =>
        isForFew
            ? Holds(rows, memberId, nameof(Queryable.Sum), amount, range.ToPredicate())
            : Grouped(rows, memberId, Sum<T, decimal>(amount), range.ToPredicate(), range.HoldsForNone);

    /// <summary>The members whose rows come to so many.</summary>
    public Expression<Func<Member, bool>> Sums<T>(
        IQueryable<T> rows, Expression<Func<T, long>> memberId, Expression<Func<T, int>> number, CountRange range) =>
        isForFew
            ? Holds(rows, memberId, nameof(Queryable.Sum), number, range.ToPredicate())
            : Grouped(rows, memberId, Sum<T, int>(number), range.ToPredicate(), range.HoldsForNone);

    private static Expression<Func<Member, bool>> In(IQueryable<long> ids) => member => ids.Contains(member.Id);

    private static Expression<Func<Member, bool>> OfMember<T>(IQueryable<T> rows, Expression<Func<T, long>> memberId, string method)
    {
        var member = Expression.Parameter(typeof(Member), "member");
        return Expression.Lambda<Func<Member, bool>>(
            Expression.Call(typeof(Queryable), method, [typeof(T)], OfMember(rows, memberId, member)), member);
    }

    private static MethodCallExpression OfMember<T>(IQueryable<T> rows, Expression<Func<T, long>> memberId, ParameterExpression member) =>
        Expression.Call(
            typeof(Queryable), nameof(Queryable.Where), [typeof(T)], rows.Expression,
            Expression.Quote(Expression.Lambda<Func<T, bool>>(
                Expression.Equal(memberId.Body, Expression.Property(member, nameof(Member.Id))), memberId.Parameters)));

    private static Expression<Func<Member, bool>> Holds<T, TNumber>(
        IQueryable<T> rows, Expression<Func<T, long>> memberId, string method, Expression<Func<T, TNumber>>? number, Expression<Func<TNumber, bool>> range)
    {
        var member = Expression.Parameter(typeof(Member), "member");
        Expression[] arguments = number is null
            ? [OfMember(rows, memberId, member)]
            : [OfMember(rows, memberId, member), Expression.Quote(number)];
        return Expression.Lambda<Func<Member, bool>>(
            ReplacingExpressionVisitor.Replace(
                range.Parameters[0], Expression.Call(typeof(Queryable), method, [typeof(T)], arguments), range.Body),
            member);
    }

    /// <remarks>Who has none of the rows is in no group: where a range holds for nothing, those are taken out for whom it does not.</remarks>
    private static Expression<Func<Member, bool>> Grouped<T, TNumber>(
        IQueryable<T> rows,
        Expression<Func<T, long>> memberId,
        Expression<Func<IGrouping<long, T>, TNumber>> number,
        Expression<Func<TNumber, bool>> range,
        bool holdsForNone)
    {
        var condition = Predicates.On(number, range);
        var ids = rows.GroupBy(memberId).Where(holdsForNone ? Predicates.Not(condition) : condition).Select(group => group.Key);
        return holdsForNone ? Predicates.Not(In(ids)) : In(ids);
    }

    private static Expression<Func<IGrouping<long, T>, TNumber>> Sum<T, TNumber>(Expression<Func<T, TNumber>> number)
    {
        var group = Expression.Parameter(typeof(IGrouping<long, T>), "group");
        return Expression.Lambda<Func<IGrouping<long, T>, TNumber>>(
            Expression.Call(typeof(Enumerable), nameof(Enumerable.Sum), [typeof(T)], group, number), group);
    }
}
