using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Data.InputTypes;

namespace Headless.GraphQL.Data.Batching;

/// <summary>A row together with the key of the parent that it belongs to.</summary>
public sealed class KeyedRow<TKey, TRow>
{
    /// <summary>The parent's key.</summary>
    public TKey Key { get; set; } = default!;

    /// <summary>The row.</summary>
    public TRow Row { get; set; } = default!;
}

/// <summary>Expressions over <see cref="KeyedRow{TKey,TRow}"/>.</summary>
internal static class KeyedRow
{
    /// <summary>The overload of <c>SelectMany</c> whose collection selector has no index and whose result selector combines.</summary>
    public static readonly MethodInfo SelectMany = typeof(Queryable).GetMethods()
        .Single(m => m.Name == nameof(Queryable.SelectMany) && m.GetParameters() is [_, var collection, _]
            && collection.ParameterType.GetGenericArguments()[0].GetGenericArguments().Length == 2);

    /// <summary>The row of a keyed row.</summary>
    public static Expression RowOf(Expression keyed) => Expression.Property(keyed, nameof(KeyedRow<,>.Row));

    /// <summary>The key of a keyed row.</summary>
    public static Expression KeyOf(Expression keyed) => Expression.Property(keyed, nameof(KeyedRow<,>.Key));

    public static Type TypeOf(Type key, Type row) => typeof(KeyedRow<,>).MakeGenericType(key, row);

    /// <summary><c>new KeyedRow { Key = key, Row = row }</c></summary>
    public static MemberInitExpression New(Expression key, Expression row)
    {
        var type = TypeOf(key.Type, row.Type);
        return Expression.MemberInit(
            Expression.New(type),
            Expression.Bind(type.GetProperty("Key")!, key),
            Expression.Bind(type.GetProperty("Row")!, row));
    }

    /// <summary>A lambda over rows as one over keyed rows.</summary>
    public static LambdaExpression Lift(LambdaExpression lambda, Type keyType)
    {
        var keyed = Expression.Parameter(TypeOf(keyType, lambda.Parameters[0].Type), "k");
        return Expression.Lambda(MemberSelector.Apply(lambda, Expression.Property(keyed, "Row")), keyed);
    }

    /// <summary>A selector over rows as one that keeps the key: <c>k => new KeyedRow { Key = k.Key, Row = … }</c>.</summary>
    public static LambdaExpression LiftSelector(LambdaExpression selector, Type keyType)
    {
        var keyed = Expression.Parameter(TypeOf(keyType, selector.Parameters[0].Type), "k");
        return Expression.Lambda(
            New(Expression.Property(keyed, "Key"), MemberSelector.Apply(selector, Expression.Property(keyed, "Row"))),
            keyed);
    }

    /// <summary>A to-many relation of the rows, each of its rows with the key: <c>SelectMany(k => k.Row.…, (k, r) => new KeyedRow { Key = k.Key, Row = r })</c>.</summary>
    public static MethodCallExpression CallSelectMany(Expression source, ParameterExpression keyed, Expression collection, Type rowType)
    {
        var row = Expression.Parameter(rowType, "r");
        var result = New(Expression.Property(keyed, "Key"), row);
        var selector = Expression.Lambda(
            typeof(Func<,>).MakeGenericType(keyed.Type, typeof(IEnumerable<>).MakeGenericType(rowType)), collection, keyed);
        return Expression.Call(
            SelectMany.MakeGenericMethod(keyed.Type, rowType, result.Type),
            source, Expression.Quote(selector), Expression.Quote(Expression.Lambda(result, keyed, row)));
    }
}
