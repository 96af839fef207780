using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Orders;

/// <summary>Orders as a list, by id and by their id in the shop.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class OrderQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<OrderFilterInput>]
    [UseSorting<OrderSortInput>]
    [GraphQLDescription("Orders that the caller may see: an OWNER or ADMIN those of their groups.")]
    public static IQueryable<Order> GetOrders(CommunityDbContext db) => db.Orders;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One order; null where there is none or the caller may not see it.")]
    public static Task<Order?> GetOrderByIdAsync(
        [ID<Order>] [GraphQLDescription("The order's global id.")] long id,
        ByIdDataLoader<Order> orders,
        CancellationToken cancellationToken) => orders.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [GraphQLDescription("One order by its id in the system that reported it; null where there is none or the caller may not see it.")]
    public static Task<Order?> GetOrderByExternalIdAsync(
        [GraphQLDescription("The system that reported it.")] string source,
        [GraphQLDescription("The order's id there.")] string externalId,
        CommunityDbContext db,
        CancellationToken cancellationToken) =>
        db.Orders.AsNoTracking().FirstOrDefaultAsync(o => o.Source == source && o.ExternalId == externalId, cancellationToken);
}
