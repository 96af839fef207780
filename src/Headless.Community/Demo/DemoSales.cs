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

        // What the VIP offer is about is in the catalogue, too.
        var repair = new Product { Sku = "SK-REPAIR", Name = "修护精华 30 ml", Category = "护肤", Price = 399, FloorPrice = 259, Currency = "CNY" };
        db.Products.Add(repair);
        await db.SaveChangesAsync(ct);
        (await db.OfferItems.Where(i => i.Product == repair.Name).OrderBy(i => i.Id).FirstAsync(ct)).ProductId = repair.Id;
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

        AddQuestions(db, group.Id, members, await db.Operators.OrderBy(o => o.Id).FirstAsync(ct), await db.ContentItems.Where(i => i.Status == ContentStatus.Published).OrderBy(i => i.Id).FirstAsync(ct), now);
        var rule = new AttributionRule { Number = 1, ModelList = "1,2,3", WindowDays = 7 };
        db.AttributionRules.Add(rule);
        await db.SaveChangesAsync(ct);
        await AttributionRun.RunAsync(db, rule, now.AddDays(-14), now, ct);
    }

    /// <summary>A question that the library answers, one that another member answered, and one that waits.</summary>
    private static void AddQuestions(CommunityDbContext db, long groupId, List<long> members, Operator staff, ContentItem item, DateTime now)
    {
        (string Topic, string Text, string? Answer, bool IsOfStaff)[] asked =
            [("换季", "换季泛红要先停掉哪一步？", "先停功效型精华，看这篇。", true), ("发货", "周四下单周末能到吗？", "我上次周六到的。", false), ("退换", "拆封了还能退吗？", null, false)];
        foreach (var ((topic, text, said, isOfStaff), index) in asked.Select((q, i) => (q, i)))
        {
            var at = now.AddHours(-30 + (index * 10));
            var question = new Question { Topic = topic, Text = text, MemberId = members[index % members.Count], GroupId = groupId, AskedAt = at, ContentItemId = isOfStaff ? item.Id : null };
            if (said is not null)
            {
                question.Answer(new Answer
                {
                    Question = question, Text = said, AnsweredAt = at.AddMinutes(25), OperatorId = isOfStaff ? staff.Id : null, MemberId = isOfStaff ? null : members[(index + 1) % members.Count],
                    ContentItemId = isOfStaff ? item.Id : null,
                });
            }

            db.Questions.Add(question);
        }
    }

    private static DateTime StartOf(DateOnly day, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), zone);
}
