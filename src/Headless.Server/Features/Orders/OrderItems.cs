using Headless.Server.Writing;

namespace Headless.Server.Features.Orders;

/// <summary>The lines of an order.</summary>
internal static class OrderItems
{
    /// <summary>Enters what was bought, where nothing is entered yet: a line keeps the name and the category that the product had then.</summary>
    /// <exception cref="NotFoundException">A product is named by an id that is not there.</exception>
    public static async Task AddItemsAsync(this WriteSession session, Order order, IReadOnlyList<OrderItemInput>? items)
    {
        if (items is null || await session.Db.OrderItems.AnyAsync(i => i.OrderId == order.Id, session.CancellationToken))
        {
            return;
        }

        long[] ids = [.. items.Select(i => i.ProductId).OfType<long>().Distinct()];
        string[] skus = [.. items.Select(i => i.Sku).OfType<string>().Distinct()];
        var products = await session.Db.Products.Where(p => EF.Parameter(ids).Contains(p.Id)).ToListAsync(session.CancellationToken);
        products.AddRange(await session.Db.Products.WhereIn(session.Db, p => p.Sku, skus).ToListAsync(session.CancellationToken));
        foreach (var (item, index) in items.Select((item, index) => (item, index)))
        {
            var product = products.Find(p => p.Id == item.ProductId) ?? (item.ProductId is null ? products.Find(p => p.Sku == item.Sku) : throw new NotFoundException(nameof(Product), $"items[{index}].productId"));
            session.Db.OrderItems.Add(new OrderItem
            {
                OrderId = order.Id, ProductId = product?.Id, Name = item.Name ?? product?.Name ?? item.Sku!, Category = item.Category ?? product?.Category, Quantity = item.Quantity, UnitPrice = item.UnitPrice,
            });
        }
    }
}
