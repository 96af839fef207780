using System.Globalization;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>By what an order is put down to a group. Stored as a number: a value is never changed or given again.</summary>
public enum AttributionModel : byte
{
    /// <summary>The order says it.</summary>
    Explicit = 1,

    /// <summary>The group in which the buyer last did something before they paid.</summary>
    LastTouch = 2,

    /// <summary>The group that the buyer last joined before they paid.</summary>
    JoinedGroup = 3,
}

/// <summary>How orders are put down to groups and campaigns: a version that is never changed. Each run says by which one .</summary>
public sealed class AttributionRule : Entity
{
    public const int MaxWindowDays = 365;
    public const int ModelsMaxLength = 20;

    /// <summary>1, 2, 3 …; unique.</summary>
    public int Number { get; init; }

    /// <summary><see cref="Models"/> as they are stored.</summary>
    public required string ModelList { get; init; }

    /// <summary>What is tried, in this order; the first that leads to a group or campaign counts.</summary>
    public IReadOnlyList<AttributionModel> Models
    {
        get => [.. ModelList.Split(',').Select(model => (AttributionModel)byte.Parse(model, CultureInfo.InvariantCulture))];
        init => ModelList = string.Join(',', value.Select(model => ((byte)model).ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>How many days before the payment count.</summary>
    public int WindowDays { get; init; }
}

/// <summary>What an order is put down to by a version of the rule. One for each order and version.</summary>
[Unaudited]
public sealed class OrderAttribution
{
    public long Id { get; init; }

    public long OrderId { get; init; }

    public Order Order { get; init; } = null!;

    public long RuleId { get; init; }

    public AttributionRule Rule { get; init; } = null!;

    /// <summary>By what; null: by nothing that the rule looks at.</summary>
    public AttributionModel? Model { get; set; }

    public long? GroupId { get; set; }

    public Group? Group { get; set; }

    public long? CampaignId { get; set; }

    public Campaign? Campaign { get; set; }

    /// <summary>When what it goes by happened, UTC: the touch, the join, the payment.</summary>
    public DateTime? TouchedAt { get; set; }
}

/// <summary>What a run did.</summary>
/// <param name="Examined">How many orders it looked at.</param>
/// <param name="Attributed">How many of them lead to a group or campaign.</param>
/// <param name="Changed">How many results are new or other than before.</param>
public sealed record AttributionOutcome(int Examined, int Attributed, int Changed);

/// <summary>Puts orders down, inside a transaction that the caller has begun. The orders themselves, and results of other versions, stay.</summary>
public static class AttributionRun
{
    private const int Batch = 500;

    /// <summary>Runs a version over orders that were paid in a time.</summary>
    public static async Task<AttributionOutcome> RunAsync(CommunityDbContext db, AttributionRule rule, DateTime from, DateTime to, CancellationToken ct)
    {
        var (examined, attributed, changed, after) = (0, 0, 0, 0L);
        while (true)
        {
            var orders = await db.Orders.AsNoTracking().Where(o => o.PaidAt >= from && o.PaidAt < to && o.Id > after).OrderBy(o => o.Id).Take(Batch).ToListAsync(ct);
            if (orders.Count == 0)
            {
                return new AttributionOutcome(examined, attributed, changed);
            }

            after = orders[^1].Id;
            long[] ids = [.. orders.Select(o => o.Id)];
            var known = await db.OrderAttributions.IgnoreQueryFilters().Where(a => a.RuleId == rule.Id && EF.Parameter(ids).Contains(a.OrderId)).ToDictionaryAsync(a => a.OrderId, ct);
            var (touches, joins) = await ReadAsync(db, rule, orders, ct);
            foreach (var order in orders)
            {
                var found = Find(rule, order, touches, joins);
                examined++;
                attributed += found.Model is null ? 0 : 1;
                if (!known.TryGetValue(order.Id, out var result))
                {
                    result = db.OrderAttributions.Add(new OrderAttribution { OrderId = order.Id, RuleId = rule.Id }).Entity;
                    changed++;
                }
                else if ((result.Model, result.GroupId, result.CampaignId, result.TouchedAt) != (found.Model, found.GroupId, found.CampaignId, found.At))
                {
                    changed++;
                }

                (result.Model, result.GroupId, result.CampaignId, result.TouchedAt) = (found.Model, found.GroupId, found.CampaignId, found.At);
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    private static (AttributionModel? Model, long? GroupId, long? CampaignId, DateTime? At) Find(AttributionRule rule, Order order, ILookup<long, Touch> touches, ILookup<long, Touch> joins)
    {
        foreach (var model in rule.Models)
        {
            if (model == AttributionModel.Explicit)
            {
                if (order.GroupId is not null || order.CampaignId is not null)
                {
                    return (model, order.GroupId, order.CampaignId, order.PaidAt);
                }
            }
            else if (order.MemberId is { } member)
            {
                var first = order.PaidAt.AddDays(-rule.WindowDays);
                var last = (model == AttributionModel.LastTouch ? touches : joins)[member].Where(t => t.At >= first && t.At <= order.PaidAt).MaxBy(t => t.At);
                if (last is not null)
                {
                    return (model, last.GroupId, null, last.At);
                }
            }
        }

        return default;
    }

    private static async Task<(ILookup<long, Touch> Touches, ILookup<long, Touch> Joins)> ReadAsync(CommunityDbContext db, AttributionRule rule, List<Order> orders, CancellationToken ct)
    {
        long[] members = [.. orders.Select(o => o.MemberId).OfType<long>().Distinct()];
        var (first, last) = (orders.Min(o => o.PaidAt).AddDays(-rule.WindowDays), orders.Max(o => o.PaidAt));
        ActivityKind[] own = [ActivityKind.MessageSent, ActivityKind.MemberJoined];
        var touches = rule.Models.Contains(AttributionModel.LastTouch)
            ? await db.Activities.Where(a => a.MemberId != null && EF.Parameter(members).Contains(a.MemberId.Value) && a.GroupId != null && EF.Parameter(own).Contains(a.Kind) && a.OccurredAt >= first && a.OccurredAt <= last)
                .Select(a => new Touch(a.MemberId!.Value, a.GroupId!.Value, a.OccurredAt)).ToListAsync(ct)
            : [];
        var joins = rule.Models.Contains(AttributionModel.JoinedGroup)
            ? await db.Memberships.Where(m => EF.Parameter(members).Contains(m.MemberId) && m.JoinedAt >= first && m.JoinedAt <= last)
                .Select(m => new Touch(m.MemberId, m.GroupId, m.JoinedAt)).ToListAsync(ct)
            : [];
        return (touches.ToLookup(t => t.MemberId), joins.ToLookup(t => t.MemberId));
    }

    private sealed record Touch(long MemberId, long GroupId, DateTime At);
}
