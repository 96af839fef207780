using System.Linq.Expressions;
using System.Reflection;

namespace Headless.GraphQL.Data.Sorting;

/// <summary>One key of an order: a member of the element or of a to-one relation of it, and a direction.</summary>
internal sealed class SortKey
{
    public SortKey(IReadOnlyList<MemberInfo> path, Type elementType, bool descending, bool canBeNull)
    {
        Path = path;
        IsDescending = descending;
        CanBeNull = canBeNull;
        var element = Expression.Parameter(elementType, "e");
        var value = path.Aggregate((Expression)element, Expression.MakeMemberAccess);
        if (canBeNull && value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null)
        {
            value = Expression.Convert(value, typeof(Nullable<>).MakeGenericType(value.Type));
        }

        Selector = Expression.Lambda(value, element);
        Text = string.Join('.', path.Select(m => m.Name)) + (descending ? " desc" : " asc");
        ReadValue = CompileReader(path, elementType);
    }

    public IReadOnlyList<MemberInfo> Path { get; }

    /// <summary>From the element to the value, nullable where <see cref="CanBeNull"/>.</summary>
    public LambdaExpression Selector { get; }

    public bool IsDescending { get; }

    /// <summary>Whether the database can have a null there: of the column itself or of an optional relation on the way.</summary>
    public bool CanBeNull { get; }

    public Type ValueType => Selector.ReturnType;

    /// <summary>Identifies the key in a cursor's binding.</summary>
    public string Text { get; }

    /// <summary>Reads the value off an element in memory; null where a relation on the way is.</summary>
    public Func<object, object?> ReadValue { get; }

    private static Func<object, object?> CompileReader(IReadOnlyList<MemberInfo> path, Type elementType)
    {
        var row = Expression.Parameter(typeof(object), "row");
        var result = Expression.Label(typeof(object));
        var variables = new List<ParameterExpression>();
        var body = new List<Expression>();
        Expression current = Expression.Convert(row, elementType);
        foreach (var member in path)
        {
            var holder = Expression.Variable(current.Type);
            variables.Add(holder);
            body.Add(Expression.Assign(holder, current));
            if (!holder.Type.IsValueType)
            {
                body.Add(Expression.IfThen(
                    Expression.ReferenceEqual(holder, Expression.Constant(null)),
                    Expression.Return(result, Expression.Constant(null), typeof(object))));
            }

            current = Expression.MakeMemberAccess(holder, member);
        }

        body.Add(Expression.Label(result, Expression.Convert(current, typeof(object))));
        return Expression.Lambda<Func<object, object?>>(Expression.Block(variables, body), row).Compile();
    }
}
