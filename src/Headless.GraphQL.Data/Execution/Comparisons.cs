using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Data.InputTypes;

namespace Headless.GraphQL.Data.Execution;

/// <summary>Order comparisons of two expressions in the form that EF Core translates to the database's own order of the column.</summary>
internal static class Comparisons
{
    private static readonly MethodInfo CompareStrings = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    public static Expression Build(ExpressionType comparison, Expression left, Expression right)
    {
        var type = ElementTypes.Underlying(left.Type);
        if (type == typeof(string))
        {
            return Expression.MakeBinary(comparison, Expression.Call(CompareStrings, left, right), Expression.Constant(0));
        }

        if (type == typeof(Guid) || type == typeof(bool))
        {
            var compareTo = type.GetMethod(nameof(IComparable.CompareTo), [type])!;
            return Expression.MakeBinary(comparison, Expression.Call(Plain(left, type), compareTo, Plain(right, type)), Expression.Constant(0));
        }

        if (type.IsEnum)
        {
            var number = Enum.GetUnderlyingType(type);
            number = CanBeNull(left.Type) ? typeof(Nullable<>).MakeGenericType(number) : number;
            return Expression.MakeBinary(comparison, Expression.Convert(left, number), Expression.Convert(right, number));
        }

        return Expression.MakeBinary(comparison, left, right);
    }

    public static bool CanBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    public static Expression IsNull(Expression expression) => Expression.Equal(expression, Expression.Constant(null, expression.Type));

    public static Expression IsNotNull(Expression expression) => Expression.NotEqual(expression, Expression.Constant(null, expression.Type));

    private static Expression Plain(Expression expression, Type type) => expression.Type == type ? expression : Expression.Convert(expression, type);
}
