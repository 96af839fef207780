using System.Linq.Expressions;
using System.Reflection;

namespace Headless.GraphQL.Data.InputTypes;

/// <summary>Lambdas from an element to a member of it, and what can be read off them.</summary>
internal static class MemberSelector
{
    public static LambdaExpression Of(PropertyInfo property)
    {
        var element = Expression.Parameter(property.ReflectedType!, "e");
        return Expression.Lambda(Expression.Property(element, property), element);
    }

    /// <summary>The members from the element to the value; null where the selector is anything but a chain of members.</summary>
    public static IReadOnlyList<MemberInfo>? PathOf(LambdaExpression selector)
    {
        var path = new List<MemberInfo>();
        var current = Unwrap(selector.Body);
        while (current is MemberExpression { Expression: { } inner } member)
        {
            path.Insert(0, member.Member);
            current = Unwrap(inner);
        }

        return current == selector.Parameters[0] ? path : null;
    }

    /// <summary>The selector's body over another expression for the element.</summary>
    public static Expression Apply(LambdaExpression selector, Expression element)
        => new ParameterReplacer(selector.Parameters[0], element).Visit(selector.Body);

    public static Expression Unwrap(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Quote } unary)
        {
            expression = unary.Operand;
        }

        return expression;
    }
}

/// <summary>Replaces a parameter by another expression.</summary>
internal sealed class ParameterReplacer(ParameterExpression parameter, Expression replacement) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? replacement : node;
}
