using Headless.Community;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Reading;

/// <summary>Fills in orders, buyers and costs. An order counts while it stands: one that was refunded or cancelled is in gross revenue at most.</summary>
internal sealed class PurchaseReader(CommunityDbContext db)
{
    public async Task FillAsync(InputTable table, MetricSources sources, string? currency, CancellationToken ct)
    {
        if (sources.HasFlag(MetricSources.Purchases))
        {
            await FillOrdersAsync(table, currency, ct);
        }

        if (sources.HasFlag(MetricSources.BuyersAmongMembers))
        {
            await FillBuyersAmongMembersAsync(table, currency, ct);
        }

        if (sources.HasFlag(MetricSources.Costs))
        {
            await FillCostsAsync(table, currency, ct);
        }
    }

    /// <summary>The orders of a scope in a time, those that were cancelled left out.</summary>
    public static IQueryable<Order> Orders(
        CommunityDbContext db, long[] groups, bool hasAllGroups, MetricPeople people, DateTime from, DateTime to, string? currency)
    {
        var orders = db.Orders.AsNoTracking().Where(o => o.PaidAt >= from && o.PaidAt < to && o.Status != OrderStatus.Cancelled);
        if (!hasAllGroups)
        {
            orders = orders.Where(o => o.GroupId != null && groups.Contains(o.GroupId.Value));
        }

        if (currency is not null)
        {
            orders = orders.Where(o => o.Currency == currency);
        }

        if (people.SegmentId is { } segment)
        {
            orders = orders.Where(o => db.SegmentMembers.Any(s => s.SegmentId == segment && s.MemberId == o.MemberId && s.LeftAt == null));
        }

        if (people.CampaignId is { } campaign)
        {
            orders = orders.Where(o => o.CampaignId == campaign);
        }

        if (people.Class is { } memberClass)
        {
            orders = orders.Where(o => o.Member!.Class == memberClass);
        }

        if (people.JoinChannelId is not null || people.ContentItemId is not null || people.ContentCategory is not null)
        {
            var stays = Stays.Counted(db, groups, people with { SegmentId = null, CampaignId = null, Class = null });
            orders = orders.Where(o => stays.Any(m => m.MemberId == o.MemberId && (o.GroupId == null || m.GroupId == o.GroupId)));
        }

        return orders;
    }

    private IQueryable<Order> OrdersOf(InputTable table, string? currency) =>
        Orders(db, table.Groups, table.HasAllGroups, table.People, table.Intervals.Start, table.Intervals.End, currency);

    private async Task FillOrdersAsync(InputTable table, string? currency, CancellationToken ct)
    {
        var orders = OrdersOf(table, currency);
        var rows = table.Intervals.IsWhole
            ? orders.GroupBy(o => new { o.GroupId, o.MemberId, o.Currency, o.Status })
                .Select(g => new Purchases(g.Key.GroupId, g.Key.MemberId, g.Key.Currency, g.Key.Status, null, g.LongCount(), g.Sum(o => o.Amount), g.Sum(o => o.RefundedAmount)))
            : orders.Select(o => new Purchases(o.GroupId, o.MemberId, o.Currency, o.Status, o.PaidAt, 1, o.Amount, o.RefundedAmount));
        var byBuyer = new Dictionary<(int Interval, long Group, long Member), long>();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            var i = row.PaidAt is { } at ? table.Intervals.IndexOf(at) : 0;
            Add(table.Whole[i], row);
            Count(i, 0, row);
            if (row.GroupId is { } group && table.TryGet(group, out var inputs))
            {
                Add(inputs[i], row);
                Count(i, group, row);
            }
        }

        foreach (var ((i, group, _), count) in byBuyer)
        {
            var inputs = group == 0 ? table.Whole[i] : table[group][i];
            inputs.Buyers++;
            inputs.RepeatBuyers += count >= 2 ? 1 : 0;
        }

        void Count(int interval, long group, Purchases row)
        {
            if (row is { MemberId: { } member, Status: OrderStatus.Paid })
            {
                byBuyer[(interval, group, member)] = byBuyer.GetValueOrDefault((interval, group, member)) + row.Orders;
            }
        }

        static void Add(MetricInputs inputs, Purchases row)
        {
            inputs.Currencies.Add(row.Currency);
            inputs.GrossRevenue += row.Amount;
            if (row.Status != OrderStatus.Paid)
            {
                return;
            }

            inputs.Orders += row.Orders;
            inputs.Revenue += row.Amount - row.Refunded;
            if (row.MemberId is not null)
            {
                inputs.OrdersOfBuyers += row.Orders;
                inputs.RevenueOfBuyers += row.Amount - row.Refunded;
            }
        }
    }

    /// <summary>Members of a group who bought in it; of the whole, members of any of its groups who bought.</summary>
    private async Task FillBuyersAmongMembersAsync(InputTable table, string? currency, CancellationToken ct)
    {
        var bought = await OrdersOf(table, currency).Where(o => o.MemberId != null && o.Status == OrderStatus.Paid)
            .Select(o => new { o.GroupId, MemberId = o.MemberId!.Value, o.PaidAt }).ToListAsync(ct);
        var buyers = bought.Select(o => o.MemberId).ToHashSet();

        // Looked up here and not in SQL: as a condition on each stay it would be asked by time, not by member.
        var stays = (buyers.Count == 0 ? [] : await Stays.Overlapping(db, table)
            .Select(m => new { m.GroupId, m.MemberId, m.JoinedAt, m.LeftAt }).ToListAsync(ct)).Where(m => buyers.Contains(m.MemberId)).ToLookup(m => m.MemberId);
        var seen = new HashSet<(int, long, long)>();
        foreach (var order in bought)
        {
            var i = table.Intervals.IndexOf(order.PaidAt);
            var (start, end) = (table.Intervals.StartOf(i), table.Intervals.EndOf(i));
            foreach (var stay in stays[order.MemberId].Where(m => m.JoinedAt < end && (m.LeftAt is null || m.LeftAt >= start)))
            {
                table.Whole[i].MembersWhoBought += seen.Add((i, 0, order.MemberId)) ? 1 : 0;
                if (stay.GroupId == order.GroupId)
                {
                    table[stay.GroupId][i].MembersWhoBought += seen.Add((i, stay.GroupId, order.MemberId)) ? 1 : 0;
                }
            }
        }
    }

    /// <summary>
    /// What was spent: entered costs on their day, of a group, a campaign or all, and the costs of channels spread over their days. A channel
    /// has no entered costs, and a group no costs of channels; only those who see everything see what is of no group.
    /// </summary>
    private async Task FillCostsAsync(InputTable table, string? currency, CancellationToken ct)
    {
        var people = table.People;
        if (people is not { SegmentId: null, ContentItemId: null, ContentCategory: null, Class: null })
        {
            return;
        }

        if (people.JoinChannelId is null)
        {
            await FillEnteredCostsAsync(table, currency, ct);
        }

        if (!db.Access.IsEverything || !table.HasAllGroups)
        {
            return;
        }

        var window = table.Intervals.Window;
        var costs = await db.ChannelCosts.AsNoTracking()
            .Where(c => c.From < window.To && c.To > window.From
                && (people.JoinChannelId == null || c.JoinChannelId == people.JoinChannelId)
                && (people.CampaignId == null || c.CampaignId == people.CampaignId)
                && (currency == null || c.Currency == currency))
            .ToListAsync(ct);
        foreach (var cost in costs)
        {
            for (var i = 0; i < table.Intervals.Count; i++)
            {
                var days = table.Intervals.DaysOf(i);
                if (cost.From < days.To && cost.To > days.From)
                {
                    table.Whole[i].AddCost(CostKind.Ad, cost.PartOf(days.From, days.To), cost.Currency);
                }
            }
        }
    }

    private async Task FillEnteredCostsAsync(InputTable table, string? currency, CancellationToken ct)
    {
        var (start, end, campaign, groups) = (table.Intervals.Start, table.Intervals.End, table.People.CampaignId, table.Groups);
        var entries = db.CostEntries.AsNoTracking()
            .Where(c => c.SpentAt >= start && c.SpentAt < end && (campaign == null || c.CampaignId == campaign) && (currency == null || c.Currency == currency));
        if (!table.HasAllGroups)
        {
            entries = entries.Where(c => c.GroupId != null && groups.Contains(c.GroupId.Value));
        }

        var rows = table.Intervals.IsWhole
            ? entries.GroupBy(c => new { c.Kind, c.GroupId, c.Currency }).Select(g => new Spending(g.Key.Kind, g.Key.GroupId, g.Key.Currency, null, g.Sum(c => c.Amount)))
            : entries.Select(c => new Spending(c.Kind, c.GroupId, c.Currency, c.SpentAt, c.Amount));
        await foreach (var entry in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            var i = entry.SpentAt is { } at ? table.Intervals.IndexOf(at) : 0;
            table.Whole[i].AddCost(entry.Kind, entry.Amount, entry.Currency);
            if (entry.GroupId is { } group && table.TryGet(group, out var inputs))
            {
                inputs[i].AddCost(entry.Kind, entry.Amount, entry.Currency);
            }
        }
    }

    private sealed record Spending(CostKind Kind, long? GroupId, string Currency, DateTime? SpentAt, decimal Amount);

    private sealed record Purchases(long? GroupId, long? MemberId, string Currency, OrderStatus Status, DateTime? PaidAt, long Orders, decimal Amount, decimal Refunded);
}
