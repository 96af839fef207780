using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Headless.GraphQL.Data.Execution;

/// <summary>Whether a query says nothing that would have to be said of its related rows, too: no ignored filters, no point in time.</summary>
internal sealed class PlainQueryProof : ExpressionVisitor
{
    private bool _isPlain = true;

    private PlainQueryProof()
    {
    }

    public static bool Holds(Expression query)
    {
        var proof = new PlainQueryProof();
        proof.Visit(query);
        return proof._isPlain;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var isHarmless = node.Method.DeclaringType != typeof(EntityFrameworkQueryableExtensions)
            || node.Method.Name is nameof(EntityFrameworkQueryableExtensions.AsNoTracking)
                or nameof(EntityFrameworkQueryableExtensions.AsNoTrackingWithIdentityResolution)
                or nameof(EntityFrameworkQueryableExtensions.AsTracking)
                or nameof(EntityFrameworkQueryableExtensions.TagWith)
                or nameof(EntityFrameworkQueryableExtensions.TagWithCallSite);
        _isPlain &= isHarmless;
        return base.VisitMethodCall(node);
    }

    protected override Expression VisitExtension(Expression node)
    {
        _isPlain &= node is not QueryRootExpression || node.GetType() == typeof(EntityQueryRootExpression);
        return node is QueryRootExpression or QueryParameterExpression ? node : base.VisitExtension(node);
    }
}
