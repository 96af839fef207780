using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>Products, a target, costs and consultations of the demo community.</summary>
internal static class DemoSales
{
    private const int Orders = 40;

    public static async Task AddAsync(CommunityDbContext db, TimeZoneInfo zone, DateTime now, CancellationToken ct)
    {
        Product[] products =
        [
            new() { Sku = "SK-SERUM", Name = "精华 30 ml", Category = "护肤", Price = 129, FloorPrice = 99, Currency = "CNY" },
            new() { Sku = "SK-CLEAN", Name = "洁面乳 150 ml", Category = "护肤", Price = 59, FloorPrice = 39, Currency = "CNY" },
            new() { Sku = "HC-VITC", Name = "维生素C 60 片", Category = "保健", Price = 49, Currency = "CNY" },
        ];
        db.Products.AddRange(products);
        await db.SaveChangesAsync(ct);
        var orders = await db.Orders.Where(o => o.Currency == "CNY").OrderByDescending(o => o.PaidAt).Take(Orders).ToListAsync(ct);
        db.OrderItems.AddRange(orders.Select((order, index) => new OrderItem
        {
            OrderId = order.Id, ProductId = products[index % products.Length].Id, Name = products[index % products.Length].Name, Category = products[index % products.Length].Category,
            Quantity = order.Quantity, UnitPrice = Currency.RoundDown(order.Amount / order.Quantity, "CNY"),
        }));
        var today = LocalDays.DayOf(now, zone.Id);
        var (from, to) = (new DateOnly(today.Year, today.Month, 1), new DateOnly(today.Year, today.Month, 1).AddMonths(1));
        db.SalesTargets.Add(new SalesTarget
        {
            Name = $"{from:yyyy-MM} 社群销售", From = from, To = to, StartsAt = StartOf(from, zone), EndsAt = StartOf(to, zone), Amount = 20_000, Currency = "CNY", Weights = "1,1,1,7,1,1,1",
        });
        var group = await db.Groups.OrderBy(g => g.Id).FirstAsync(ct);
        db.CostEntries.AddRange(
            new CostEntry { Kind = CostKind.RedPacket, GroupId = group.Id, Amount = 120, Currency = "CNY", SpentAt = now.AddDays(-3), Note = "周四预热红包" },
            new CostEntry { Kind = CostKind.Gift, GroupId = group.Id, Amount = 36, Currency = "CNY", SpentAt = now.AddDays(-1), Note = "小样" },
            new CostEntry { Kind = CostKind.Ad, Amount = 300, Currency = "CNY", SpentAt = now.AddDays(-10), Note = "公众号投放" });
        var members = await db.Memberships.Where(m => m.GroupId == group.Id && m.LeftAt == null && m.AccountKind == AccountKind.Customer).OrderBy(m => m.Id).Select(m => m.MemberId).Take(3).ToListAsync(ct);
        foreach (var (member, index) in members.Select((m, i) => (m, i)))
        {
            var consultation = new Consultation
            {
                MemberId = member, GroupId = group.Id, ProductId = products[index].Id, Topic = "用法", Note = "敏感肌可以用吗？", Channel = ContactChannel.Chat, ConsultedAt = now.AddDays(-index - 1),
            };
            if (index == 0)
            {
                consultation.Close(ConsultationOutcome.Declined, now, null);
            }

            db.Consultations.Add(consultation);
        }

        var rule = new AttributionRule { Number = 1, ModelList = "1,2,3", WindowDays = 7 };
        db.AttributionRules.Add(rule);
        await db.SaveChangesAsync(ct);
        await AttributionRun.RunAsync(db, rule, now.AddDays(-14), now, ct);
    }

    private static DateTime StartOf(DateOnly day, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), zone);
}
