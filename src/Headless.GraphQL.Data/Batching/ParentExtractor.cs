using System.Linq.Expressions;
using System.Reflection;

namespace Headless.GraphQL.Data.Batching;

/// <summary>Finds where a resolver's query refers to its parent object, captured by a lambda, and puts a parameter there.</summary>
internal sealed class ParentExtractor(object parent, ParameterExpression marker) : ExpressionVisitor
{
    /// <summary>Whether the query refers to the parent.</summary>
    public bool HasFound { get; private set; }

    protected override Expression VisitMember(MemberExpression node)
        => node.Type.IsInstanceOfType(parent) && IsParent(node) ? Marker(node.Type) : base.VisitMember(node);

    protected override Expression VisitConstant(ConstantExpression node)
        => ReferenceEquals(node.Value, parent) ? Marker(node.Type) : node;

    private Expression Marker(Type type)
    {
        HasFound = true;
        return type == marker.Type ? marker : Expression.Convert(marker, type);
    }

    private bool IsParent(MemberExpression node) => TryEvaluate(node, out var value) && ReferenceEquals(value, parent);

    private static bool TryEvaluate(Expression? node, out object? value)
    {
        switch (node)
        {
            case ConstantExpression constant:
                value = constant.Value;
                return true;
            case MemberExpression { Member: FieldInfo @field, Expression: { } inner } when TryEvaluate(inner, out var holder) && holder is not null:
                value = @field.GetValue(holder);
                return true;
            default:
                value = null;
                return false;
        }
    }
}

/// <summary>Whether an expression refers to a parameter.</summary>
internal sealed class ParameterFinder(ParameterExpression parameter) : ExpressionVisitor
{
    private bool _found;

    public static bool Contains(Expression expression, ParameterExpression parameter)
    {
        var finder = new ParameterFinder(parameter);
        finder.Visit(expression);
        return finder._found;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        _found |= node == parameter;
        return node;
    }
}
