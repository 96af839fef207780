using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Data.Execution;
using Headless.GraphQL.Data.InputTypes;
using Headless.GraphQL.Data.Sorting;

namespace Headless.GraphQL.Data.Paging;

/// <summary>
/// A total order of elements: the keys asked for and, unless they include it, the primary key. Nulls are lowest on every database:
/// first when ascending, last when descending.
/// </summary>
internal sealed class KeysetOrder
{
    private readonly bool _nullsAreHighest;

    /// <param name="keys">The keys, the last of which make the order total.</param>
    /// <param name="elementType">The CLR type of the elements.</param>
    /// <param name="nullsAreHighest">Whether the database itself puts nulls last when ascending, as PostgreSQL does.</param>
    public KeysetOrder(IReadOnlyList<SortKey> keys, Type elementType, bool nullsAreHighest)
    {
        Keys = keys;
        ElementType = elementType;
        _nullsAreHighest = nullsAreHighest;
        Binding = CursorCodec.BindingOf(elementType.Name + ":" + string.Join(',', keys.Select(k => k.Text)));
    }

    public IReadOnlyList<SortKey> Keys { get; }

    public Type ElementType { get; }

    /// <summary>Identifies the order in cursors: a cursor of another order is not valid.</summary>
    public uint Binding { get; }

    /// <summary>Orders a query, in the opposite direction when reversed; <paramref name="lift"/> adapts the keys to rows that hold the elements.</summary>
    public Expression Apply(Expression source, bool reversed, Func<LambdaExpression, LambdaExpression>? lift = null)
    {
        lift ??= static selector => selector;
        var first = true;
        foreach (var key in Keys)
        {
            var descending = key.IsDescending != reversed;
            if (key.CanBeNull && _nullsAreHighest)
            {
                source = ApplyKey(source, lift(Expression.Lambda(Comparisons.IsNotNull(key.Selector.Body), key.Selector.Parameters)), descending, ref first);
            }

            source = ApplyKey(source, lift(key.Selector), descending, ref first);
        }

        return source;
    }

    private static Expression ApplyKey(Expression source, LambdaExpression selector, bool descending, ref bool first)
    {
        var method = (first, descending) switch
        {
            (true, false) => nameof(Queryable.OrderBy),
            (true, true) => nameof(Queryable.OrderByDescending),
            (false, false) => nameof(Queryable.ThenBy),
            _ => nameof(Queryable.ThenByDescending),
        };
        first = false;
        return Expression.Call(typeof(Queryable), method, [selector.Parameters[0].Type, selector.ReturnType], source, Expression.Quote(selector));
    }

    /// <summary>
    /// The elements that come after (before, when reversed) the one with the cursor's values, as
    /// <c>a &gt;= @a and (a &gt; @a or (b &gt;= @b and …))</c>: the leading range lets the database seek in an index.
    /// </summary>
    /// <param name="cursor">The cursor's values, one for each key; only whether they are null matters here.</param>
    /// <param name="reversed">Whether the elements before it are wanted.</param>
    /// <param name="parameters">Asked for one parameter for each value that is not null, in the order of the keys.</param>
    public LambdaExpression Beyond(IReadOnlyList<object?> cursor, bool reversed, QueryParameters parameters)
    {
        var element = Expression.Parameter(ElementType, "e");
        var values = new Expression?[Keys.Count];
        for (var i = 0; i < Keys.Count; i++)
        {
            values[i] = cursor[i] is null ? null : parameters.Next(Keys[i].ValueType);
        }

        return Expression.Lambda(Beyond(0, element, values, reversed), element);
    }

    private Expression Beyond(int index, ParameterExpression element, Expression?[] values, bool reversed)
    {
        if (index == Keys.Count)
        {
            return Expression.Constant(false);
        }

        var key = Keys[index];
        var target = MemberSelector.Apply(key.Selector, element);
        var descending = key.IsDescending != reversed;
        var rest = Beyond(index + 1, element, values, reversed);
        var isLast = index == Keys.Count - 1;
        if (values[index] is not { } value)
        {
            return descending
                ? Expression.AndAlso(Comparisons.IsNull(target), rest)
                : isLast ? Comparisons.IsNotNull(target) : Expression.OrElse(Comparisons.IsNotNull(target), rest);
        }

        var strictly = Comparisons.Build(descending ? ExpressionType.LessThan : ExpressionType.GreaterThan, target, value);
        var includesNull = descending && key.CanBeNull;
        if (isLast)
        {
            return OrNull(strictly, target, includesNull);
        }

        var atLeast = Comparisons.Build(descending ? ExpressionType.LessThanOrEqual : ExpressionType.GreaterThanOrEqual, target, value);
        return Expression.AndAlso(
            OrNull(atLeast, target, includesNull),
            Expression.OrElse(OrNull(strictly, target, includesNull), rest));
    }

    private static Expression OrNull(Expression predicate, Expression target, bool includesNull)
        => includesNull ? Expression.OrElse(predicate, Comparisons.IsNull(target)) : predicate;
}
