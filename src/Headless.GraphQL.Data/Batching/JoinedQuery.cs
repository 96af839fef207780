using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Headless.GraphQL.Data.InputTypes;

namespace Headless.GraphQL.Data.Batching;

/// <summary>
/// A query whose operators refer to the parent in any way, over a source that does not: it can be read for many parents at once by
/// pairing the parents with the source and letting the operators work on the pairs.
/// </summary>
internal sealed class JoinedQuery
{
    private readonly Expression _query;
    private readonly ParameterExpression _parent;

    private JoinedQuery(Expression query, ParameterExpression parent)
    {
        _query = query;
        _parent = parent;
    }

    public static bool TryCreate(Expression query, ParameterExpression parent, [NotNullWhen(true)] out JoinedQuery? joined)
    {
        joined = new JoinedQuery(query, parent);
        if (joined.Rewrite(query, new Parents(parent.Type), out var isPaired) is not null && isPaired)
        {
            return true;
        }

        joined = null;
        return false;
    }

    /// <summary>The rows of the parents, each as <see cref="KeyedRow{TKey,TRow}"/> with the parent itself as its key.</summary>
    public Expression ToPairs(Expression parents) => Rewrite(_query, parents, out _)!;

    // Depth: the operators that the resolver's own code chains.
    private Expression? Rewrite(Expression node, Expression parents, out bool isPaired)
    {
        isPaired = false;
        if (!ParameterFinder.Contains(node, _parent))
        {
            return node;
        }

        if (node is not MethodCallExpression { Arguments: [var source, var argument] } call || call.Method.DeclaringType != typeof(Queryable)
            || MemberSelector.Unwrap(argument) is not LambdaExpression { Parameters: [var row] } lambda)
        {
            return null;
        }

        var rewritten = Rewrite(source, parents, out isPaired);
        if (rewritten is null)
        {
            return null;
        }

        rewritten = isPaired ? rewritten : Pair(rewritten, row.Type, parents);
        isPaired = true;
        var pair = Expression.Parameter(KeyedRow.TypeOf(_parent.Type, row.Type), "pair");
        var body = new ParameterReplacer(row, Expression.Property(pair, "Row")).Visit(lambda.Body);
        body = new ParameterReplacer(_parent, Expression.Property(pair, "Key")).Visit(body);
        switch (call.Method.Name)
        {
            case nameof(Queryable.Where):
                return Call(call.Method.Name, [pair.Type], rewritten, Expression.Lambda(body, pair));
            case nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending) or nameof(Queryable.ThenBy) or nameof(Queryable.ThenByDescending):
                return Call(call.Method.Name, [pair.Type, body.Type], rewritten, Expression.Lambda(body, pair));
            case nameof(Queryable.Select):
                body = KeyedRow.New(Expression.Property(pair, "Key"), body);
                return Call(call.Method.Name, [pair.Type, body.Type], rewritten, Expression.Lambda(body, pair));
            case nameof(Queryable.SelectMany):
                return KeyedRow.CallSelectMany(rewritten, pair, body, call.Method.GetGenericArguments()[1]);
            default:
                return null;
        }
    }

    private MethodCallExpression Pair(Expression source, Type rowType, Expression parents)
    {
        var parent = Expression.Parameter(_parent.Type, "p");
        var row = Expression.Parameter(rowType, "r");
        var collection = Expression.Lambda(
            typeof(Func<,>).MakeGenericType(_parent.Type, typeof(IEnumerable<>).MakeGenericType(rowType)), source, parent);
        var pair = Expression.Lambda(KeyedRow.New(parent, row), parent, row);
        return Expression.Call(
            KeyedRow.SelectMany.MakeGenericMethod(parent.Type, rowType, pair.ReturnType), parents, Expression.Quote(collection), Expression.Quote(pair));
    }

    private static MethodCallExpression Call(string method, Type[] types, Expression source, LambdaExpression lambda)
        => Expression.Call(typeof(Queryable), method, types, source, Expression.Quote(lambda));

    /// <summary>Stands for the parents while the form of the query is looked at.</summary>
    private sealed class Parents(Type type) : Expression
    {
        public override Type Type { get; } = typeof(IQueryable<>).MakeGenericType(type);

        public override ExpressionType NodeType => ExpressionType.Extension;
    }
}
