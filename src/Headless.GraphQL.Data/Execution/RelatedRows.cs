using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Headless.GraphQL.Data.InputTypes;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Headless.GraphQL.Data.Execution;

/// <summary>
/// A query that ends in a to-one relation of its rows, such as the members of a tag: <c>memberTags.Where(…).Select(t => t.Member)</c>.
/// Conditions and orders of the related rows are put on the rows that lead to them, and what asks for the related key asks for the
/// foreign key: an index of the leading rows then has them in order, where the database would otherwise read and sort all of them.
/// </summary>
internal sealed class RelatedRows
{
    private readonly LambdaExpression _selector;
    private readonly INavigation _relation;

    private RelatedRows(Expression rows, LambdaExpression selector, INavigation relation)
    {
        Rows = rows;
        _selector = selector;
        _relation = relation;
    }

    /// <summary>The rows that lead to the related ones.</summary>
    public Expression Rows { get; }

    public Type RowType => _selector.Parameters[0].Type;

    public static bool TryDetach(Expression query, IModel model, [NotNullWhen(true)] out RelatedRows? related)
    {
        related = query is MethodCallExpression { Method.Name: nameof(Queryable.Select), Arguments: [var rows, var argument] } call
            && call.Method.DeclaringType == typeof(Queryable)
            && MemberSelector.Unwrap(argument) is LambdaExpression { Parameters: [var row], Body: MemberExpression { Expression: var holder, Member: var member } } selector
            && holder == row
            && model.FindEntityType(row.Type)?.FindNavigation(member.Name) is { IsCollection: false, IsOnDependent: true, ForeignKey.IsRequired: true } relation
                ? new RelatedRows(rows, selector, relation)
                : null;
        return related is not null;
    }

    /// <summary>A selector or condition of the related row as one of the row that leads to it.</summary>
    public LambdaExpression Lift(LambdaExpression ofRelated)
    {
        var body = new ParameterReplacer(ofRelated.Parameters[0], _selector.Body).Visit(ofRelated.Body);
        return Expression.Lambda(new KeyReplacer(_selector.Body, _relation.ForeignKey).Visit(body), _selector.Parameters);
    }

    /// <summary>The related rows of such rows.</summary>
    public Expression Select(Expression rows)
        => Expression.Call(typeof(Queryable), nameof(Queryable.Select), [RowType, _selector.ReturnType], rows, Expression.Quote(_selector));

    private sealed class KeyReplacer(Expression related, IForeignKey key) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression is MemberExpression { Expression: { } holder } inner && inner.Member == ((MemberExpression)related).Member
                && holder == ((MemberExpression)related).Expression
                && key.PrincipalKey.Properties is [var principal] && principal.Name == node.Member.Name
                && key.Properties[0].PropertyInfo is { } column && column.PropertyType == node.Type)
            {
                return Expression.Property(holder, column);
            }

            return base.VisitMember(node);
        }
    }
}
