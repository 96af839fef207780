using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Headless.Community.Segments;

/// <summary>Conditions of the database put together.</summary>
internal static class Predicates
{
    public static Expression<Func<T, bool>> All<T>(IEnumerable<Expression<Func<T, bool>>> predicates) => Join(predicates, Expression.AndAlso, whenNone: true);

    public static Expression<Func<T, bool>> All<T>(params Expression<Func<T, bool>>[] predicates) => All(predicates.AsEnumerable());

    public static Expression<Func<T, bool>> Any<T>(IEnumerable<Expression<Func<T, bool>>> predicates) => Join(predicates, Expression.OrElse, whenNone: false);

    public static Expression<Func<T, bool>> Not<T>(Expression<Func<T, bool>> predicate) =>
        Expression.Lambda<Func<T, bool>>(Expression.Not(predicate.Body), predicate.Parameters);

    /// <summary>A condition on what a column holds, as one on the row that has it.</summary>
    public static Expression<Func<T, bool>> On<T, TColumn>(Expression<Func<T, TColumn>> column, Expression<Func<TColumn, bool>> predicate) =>
        Expression.Lambda<Func<T, bool>>(
            ReplacingExpressionVisitor.Replace(predicate.Parameters[0], column.Body, predicate.Body), column.Parameters);

    private static Expression<Func<T, bool>> Join<T>(
        IEnumerable<Expression<Func<T, bool>>> predicates, Func<Expression, Expression, Expression> join, bool whenNone)
    {
        Expression<Func<T, bool>>? joined = null;
        foreach (var predicate in predicates)
        {
            joined = joined is null
                ? predicate
                : Expression.Lambda<Func<T, bool>>(
                    join(joined.Body, ReplacingExpressionVisitor.Replace(predicate.Parameters[0], joined.Parameters[0], predicate.Body)),
                    joined.Parameters);
        }

        return joined ?? (_ => whenNone);
    }
}
