using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Headless.GraphQL.Data.InputTypes;
using Microsoft.EntityFrameworkCore;

namespace Headless.GraphQL.Data.Batching;

/// <summary>
/// A query whose only reference to the parent is one conjunct <c>row.X == parent.Y</c>: it can be read for many parents at once by
/// <c>keys.Contains(row.X)</c>, carrying <c>row.X</c> along as the key of each row.
/// </summary>
internal sealed class PartitionedQuery
{
    private readonly Expression _query;
    private readonly ParameterExpression _parent;
    private Expression? _rowMember;
    private MemberExpression? _parentMember;
    private Expression? _conjunct;

    private PartitionedQuery(Expression query, ParameterExpression parent)
    {
        _query = query;
        _parent = parent;
    }

    /// <summary>The type of the rows' member, nullable where the column is.</summary>
    public Type MemberType => _rowMember!.Type;

    /// <summary>The type of the keys, never nullable.</summary>
    public Type KeyType => ElementTypes.Underlying(MemberType);

    /// <summary><c>parent.Y</c></summary>
    public MemberExpression ParentMember => _parentMember!;

    public static bool TryCreate(Expression query, ParameterExpression parent, [NotNullWhen(true)] out PartitionedQuery? partitioned)
    {
        partitioned = new PartitionedQuery(query, parent);
        if (partitioned.Rewrite(query, Expression.Constant(null), out var isKeyed) is not null && isKeyed)
        {
            return true;
        }

        partitioned = null;
        return false;
    }

    /// <summary>The rows of all parents as <see cref="KeyedRow{TKey,TRow}"/>.</summary>
    /// <param name="keys">A list of <see cref="MemberType"/>.</param>
    public Expression ToKeyed(Expression keys) => Rewrite(_query, keys, out _)!;

    /// <summary>The query for one parent, restricted to rows of any of the parents: a hint for databases that rank before they join.</summary>
    public Expression Restrict(Expression query, Expression keys)
        => new ConjunctReplacer(_conjunct!, Expression.AndAlso(Contains(keys), _conjunct!)).Visit(query)!;

    private MethodCallExpression Contains(Expression keys)
        => Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [MemberType], keys, _rowMember!);

    // Depth: the operators that the resolver's own code chains.
    private Expression? Rewrite(Expression node, Expression keys, out bool isKeyed)
    {
        isKeyed = false;
        if (node is not MethodCallExpression { Arguments: [var source, ..] arguments } call
            || (call.Method.DeclaringType != typeof(Queryable) && call.Method.DeclaringType != typeof(EntityFrameworkQueryableExtensions)))
        {
            return ParameterFinder.Contains(node, _parent) ? null : node;
        }

        var rewritten = Rewrite(source, keys, out isKeyed);
        if (rewritten is null)
        {
            return null;
        }

        if (!isKeyed)
        {
            return arguments.Skip(1).Any(a => ParameterFinder.Contains(a, _parent))
                ? Partition(call, rewritten, keys, out isKeyed)
                : rewritten == source ? call : call.Update(null, [rewritten, .. arguments.Skip(1)]);
        }

        if (arguments.Count == 1)
        {
            return call.Method.DeclaringType == typeof(EntityFrameworkQueryableExtensions) ? rewritten : null;
        }

        if (arguments.Count != 2 || MemberSelector.Unwrap(arguments[1]) is not LambdaExpression { Parameters.Count: 1 } lambda
            || ParameterFinder.Contains(lambda, _parent))
        {
            return null;
        }

        return Lift(call, rewritten, lambda);
    }

    private MethodCallExpression? Lift(MethodCallExpression call, Expression source, LambdaExpression lambda)
    {
        var row = KeyedRow.TypeOf(KeyType, lambda.Parameters[0].Type);
        switch (call.Method.Name)
        {
            case nameof(Queryable.Where):
                var predicate = KeyedRow.Lift(lambda, KeyType);
                return Expression.Call(typeof(Queryable), call.Method.Name, [row], source, Expression.Quote(predicate));
            case nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending) or nameof(Queryable.ThenBy) or nameof(Queryable.ThenByDescending):
                var key = KeyedRow.Lift(lambda, KeyType);
                return Expression.Call(typeof(Queryable), call.Method.Name, [row, key.ReturnType], source, Expression.Quote(key));
            case nameof(Queryable.Select):
                var selector = KeyedRow.LiftSelector(lambda, KeyType);
                return Expression.Call(typeof(Queryable), call.Method.Name, [row, selector.ReturnType], source, Expression.Quote(selector));
            case nameof(Queryable.SelectMany):
                var collection = KeyedRow.Lift(lambda, KeyType);
                return KeyedRow.CallSelectMany(source, collection.Parameters[0], collection.Body, call.Method.GetGenericArguments()[1]);
            default:
                return null;
        }
    }

    private MethodCallExpression? Partition(MethodCallExpression call, Expression source, Expression keys, out bool isKeyed)
    {
        isKeyed = false;
        if (call.Method.DeclaringType != typeof(Queryable) || call.Method.Name != nameof(Queryable.Where)
            || MemberSelector.Unwrap(call.Arguments[1]) is not LambdaExpression { Parameters: [var row] } predicate)
        {
            return null;
        }

        var conjuncts = new List<Expression>();
        Split(predicate.Body, conjuncts);
        var ofParent = conjuncts.Where(c => ParameterFinder.Contains(c, _parent)).ToList();
        if (ofParent is not [var conjunct] || !TryMatch(conjunct))
        {
            return null;
        }

        _conjunct = conjunct;
        Expression matches = keys.Type == typeof(object) ? Expression.Constant(true) : Contains(keys);
        var condition = conjuncts.Where(c => c != conjunct).Aggregate(matches, Expression.AndAlso);
        var filtered = Expression.Call(
            typeof(Queryable), nameof(Queryable.Where), [row.Type], source, Expression.Quote(Expression.Lambda(condition, row)));
        Expression key = _rowMember!.Type == KeyType ? _rowMember : Expression.Convert(_rowMember, KeyType);
        var selector = Expression.Lambda(KeyedRow.New(key, row), row);
        isKeyed = true;
        return Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [row.Type, selector.ReturnType], filtered, Expression.Quote(selector));
    }

    private bool TryMatch(Expression conjunct)
    {
        if (conjunct is not BinaryExpression { NodeType: ExpressionType.Equal } equality)
        {
            return false;
        }

        var (left, right) = (MemberSelector.Unwrap(equality.Left), MemberSelector.Unwrap(equality.Right));
        var (ofRow, ofParent) = ParameterFinder.Contains(left, _parent) ? (right, left) : (left, right);
        if (ofParent is not MemberExpression { Expression: { } holder } parentMember || MemberSelector.Unwrap(holder) != _parent
            || ParameterFinder.Contains(ofRow, _parent) || !ElementTypes.IsLeaf(ofRow.Type)
            || ElementTypes.Underlying(ofRow.Type) != ElementTypes.Underlying(parentMember.Type))
        {
            return false;
        }

        (_rowMember, _parentMember) = (ofRow, parentMember);
        return true;
    }

    private static void Split(Expression predicate, List<Expression> conjuncts)
    {
        if (predicate is BinaryExpression { NodeType: ExpressionType.AndAlso } and)
        {
            Split(and.Left, conjuncts);
            Split(and.Right, conjuncts);
            return;
        }

        conjuncts.Add(predicate);
    }

    private sealed class ConjunctReplacer(Expression conjunct, Expression replacement) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == conjunct ? replacement : base.Visit(node);
    }
}
