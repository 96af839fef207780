using System.Linq.Expressions;
using Headless.GraphQL.Data.InputTypes;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace Headless.GraphQL.Data.Execution;

/// <summary>
/// Turns conditions on to-many relations, <c>m.Tags.Any(…)</c>, into membership in a query of keys, <c>keys.Contains(m.Id)</c>: SQLite
/// evaluates <c>EXISTS</c> anew for each row where it evaluates <c>IN</c> once. That pays where every row is looked at anyhow, as a count
/// does; a page is done after its first rows. Other databases plan both the same way.
/// </summary>
/// <remarks>
/// Only what is required of each element is rewritten, not what stands below a negation or an alternative: there the two differ in
/// what they cost, and <c>NOT IN</c> differs in what it means.
/// </remarks>
internal sealed class SemiJoinRewriter(IEntityType entity)
{
    public LambdaExpression Rewrite(LambdaExpression predicate)
        => Expression.Lambda(Rewrite(predicate.Body, predicate.Parameters[0]), predicate.Parameters);

    // Depth: that of the filter, which is bounded.
    private Expression Rewrite(Expression condition, ParameterExpression element) => condition switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso } both
            => Expression.AndAlso(Rewrite(both.Left, element), Rewrite(both.Right, element)),
        MethodCallExpression { Method: { Name: nameof(Enumerable.Any) } method, Arguments: [MemberExpression relation, LambdaExpression { Parameters: [var related] } inner] }
            when method.DeclaringType == typeof(Enumerable) && relation.Expression == element
            => TryBuildKeys(relation.Member.Name, related, inner.Body, out var key) is { } keys
                ? Expression.Call(
                    typeof(Queryable), nameof(Queryable.Contains), [key!.ClrType], keys, Expression.Property(element, key.PropertyInfo!))
                : condition,
        _ => condition,
    };

    /// <summary>The keys of the elements that have such a related one; null where the relation has no such form.</summary>
    private MethodCallExpression? TryBuildKeys(string relation, ParameterExpression related, Expression condition, out IProperty? key)
    {
        key = null;
        if (entity.FindNavigation(relation) is { IsOnDependent: false } navigation)
        {
            return TryGetColumns(navigation.ForeignKey, out var column, out key)
                ? Keys(navigation.TargetEntityType, related, condition, column!)
                : null;
        }

        if (entity.FindSkipNavigation(relation) is { Inverse.ForeignKey: { } toRelated } skip
            && toRelated.DependentToPrincipal is { PropertyInfo: { } target } && TryGetColumns(skip.ForeignKey, out var own, out key))
        {
            var join = Expression.Parameter(skip.JoinEntityType.ClrType, "j");
            return Keys(skip.JoinEntityType, join, new ParameterReplacer(related, Expression.Property(join, target)).Visit(condition), own!);
        }

        return null;
    }

    private static MethodCallExpression Keys(IEntityType entity, ParameterExpression row, Expression condition, IProperty column)
    {
        var rows = Expression.Call(
            typeof(Queryable), nameof(Queryable.Where), [row.Type],
            new EntityQueryRootExpression(entity), Expression.Quote(Expression.Lambda(condition, row)));
        return Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [row.Type, column.ClrType],
            rows, Expression.Quote(Expression.Lambda(Expression.Property(row, column.PropertyInfo!), row)));
    }

    private static bool TryGetColumns(IForeignKey foreignKey, out IProperty? column, out IProperty? key)
    {
        (column, key) = foreignKey is { Properties: [{ PropertyInfo: not null } dependent], PrincipalKey.Properties: [{ PropertyInfo: not null } principal] }
            && dependent.ClrType == principal.ClrType
            && foreignKey.DeclaringEntityType.ClrType != typeof(Dictionary<string, object>)
            ? (dependent, principal)
            : (null, null);
        return column is not null;
    }
}
