#if !IN_TREE_ENGINE
using System.Linq.Expressions;
using HotChocolate.Data.Projections.Expressions;
using HotChocolate.Data.Sorting.Expressions;

namespace Headless.Server.Hosting;

/// <summary>
/// Rows as they are. What a resolver requires of its parent (<c>[Parent(nameof(Member.Id))]</c>) HotChocolate's projections leave out
/// where the request does not ask for it too, and a key that was not read finds nothing.
/// </summary>
internal sealed class WholeRowProjectionProvider() : QueryableProjectionProvider(descriptor => descriptor.AddDefaults())
{
    protected override object? ApplyToResult<TEntityType>(object? input, Expression<Func<TEntityType, TEntityType>> projection) => input;
}

/// <summary>A list has an order even when none is asked for, and among equals: a page after a page finds each row once.</summary>
internal sealed class StableSortProvider() : QueryableSortProvider(descriptor => descriptor.AddDefaultFieldHandlers())
{
    public override IQueryBuilder CreateBuilder<TEntityType>(string argumentName) =>
        new StableOrder<TEntityType>(base.CreateBuilder<TEntityType>(argumentName));

    private sealed class StableOrder<T>(IQueryBuilder sorting) : IQueryBuilder
    {
        private static readonly Expression<Func<T, long>>? s_key = KeyOf();

        public void Prepare(IMiddlewareContext context) => sorting.Prepare(context);

        public void Apply(IMiddlewareContext context)
        {
            sorting.Apply(context);
            if (s_key is not null && context.Result is IQueryable<T> rows)
            {
                context.Result = IsOrdered(rows.Expression) ? ((IOrderedQueryable<T>)rows).ThenBy(s_key)
                    : HasOrder(rows.Expression) ? rows
                    : rows.OrderBy(s_key);
            }
        }

        private static Expression<Func<T, long>>? KeyOf()
        {
            if (!typeof(Entity).IsAssignableFrom(typeof(T)))
            {
                return null;
            }

            var row = Expression.Parameter(typeof(T), "row");
            return Expression.Lambda<Func<T, long>>(Expression.Property(row, nameof(Entity.Id)), row);
        }

        private static bool IsOrdered(Expression expression) =>
            expression is MethodCallExpression && typeof(IOrderedQueryable).IsAssignableFrom(expression.Type);

        /// <summary>Whether the resolver has given one, before conditions were added.</summary>
        private static bool HasOrder(Expression expression) =>
            expression is MethodCallExpression call && (IsOrdered(call) || (call.Arguments.Count > 0 && HasOrder(call.Arguments[0])));
    }
}
#endif
