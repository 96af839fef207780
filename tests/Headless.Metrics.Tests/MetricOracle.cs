using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Tests;

/// <summary>Every metric counted over the raw rows, as its definition says it: no rollup, no sum that moves, nothing of the product's way.</summary>
internal sealed class MetricOracle
{
    private readonly List<Membership> _stays;
    private readonly List<(Activity Message, bool IsEffective)> _messages;
    private readonly List<Order> _orders;
    private readonly List<ChannelCost> _costs;
    private readonly DateTime _now;

    private MetricOracle(List<Membership> stays, List<(Activity, bool)> messages, List<Order> orders, List<ChannelCost> costs, DateTime now) =>
        (_stays, _messages, _orders, _costs, _now) = (stays, messages, orders, costs, now);

    public static async Task<MetricOracle> ReadAsync(CommunityDbContext context, DateTime now, CancellationToken ct)
    {
        var messages = await context.Activities.Where(row => row.Kind == ActivityKind.MessageSent).OrderBy(row => row.Id).ToListAsync(ct);
        return new MetricOracle(
            await context.Memberships.ToListAsync(ct),
            [.. messages.Select(message => (message, Judge(message)))],
            await context.Orders.ToListAsync(ct),
            await context.ChannelCosts.ToListAsync(ct),
            now);

        bool Judge(Activity message)
        {
            if (!message.IsExcluded)
            {
                return message.IsEffective;
            }

            // What the text would have counted as was judged when it came, beside the message before it in the stay.
            if (message.IsEffectiveByText is { } byText)
            {
                return byText;
            }

            var previous = messages.LastOrDefault(other => other.Id < message.Id && other.GroupId == message.GroupId && other.MemberId == message.MemberId);
            return EffectiveMessageRule.Judge(message.Text, AccountKind.Customer, previous is null ? null : EffectiveMessageRule.Hash(previous.Text)) == MessageVerdict.Effective;
        }
    }

    /// <summary>Numerator, denominator and value of a metric between two instants.</summary>
    /// <param name="groups">The groups; a person counts once in each of them where the metric says so.</param>
    /// <param name="isAll">Whether orders of no group belong to them, and costs are known.</param>
    /// <param name="channel">Only those who came through it.</param>
    /// <param name="days">The beginnings of the days between, and the end of the last one.</param>
    public (decimal Numerator, decimal? Denominator, double? Value) Compute(
        MetricKey key, long[] groups, bool isAll, long? channel, IReadOnlyList<DateTime> days, MetricOptions options, bool isOneGroup, TimeZoneInfo reporting)
    {
        var (from, to) = (days[0], days[^1]);
        var isOtherZone = options.TimeZone is not null;
        var stays = _stays.Where(s => groups.Contains(s.GroupId) && s.IsCounted && (channel is null || s.JoinChannelId == channel)).ToList();
        var counted = _stays.Where(s => s.IsCounted).Select(s => s.Id).ToHashSet();
        var pairs = stays.Select(s => (s.GroupId, s.MemberId)).ToHashSet();
        var said = _messages.Where(m => m.Message.OccurredAt >= from && m.Message.OccurredAt < to && counted.Contains(m.Message.MembershipId!.Value)
            && pairs.Contains((m.Message.GroupId!.Value, m.Message.MemberId!.Value))).ToList();
        bool Within(DateTime? at) => at >= from && at < to;
        long People(IEnumerable<Membership> rows) => rows.Select(s => (s.GroupId, s.MemberId)).Distinct().Count();
        long At(DateTime at) => stays.Count(s => s.JoinedAt < at && (s.LeftAt is null || s.LeftAt >= at));
        bool Overlaps(Membership s) => s.JoinedAt < to && (s.LeftAt is null || s.LeftAt >= from);
        var exposed = At(from) + People(stays.Where(s => Within(s.JoinedAt)));
        var active = said.Where(m => m.IsEffective).Select(m => (m.Message.GroupId, m.Message.MemberId)).Distinct().Count();
        var persons = stays.Where(Overlaps).Select(s => s.MemberId).Distinct().Count();
        var orders = _orders.Where(o => Within(o.PaidAt) && o.Status != OrderStatus.Cancelled
            && (isAll || (o.GroupId is { } g && groups.Contains(g))) && (options.Currency is null || o.Currency == options.Currency)
            && (channel is null || (o.MemberId is { } buyer && stays.Exists(s => s.MemberId == buyer && (o.GroupId is null || s.GroupId == o.GroupId))))).ToList();
        var paid = orders.Where(o => o.Status == OrderStatus.Paid).ToList();
        var buyers = paid.Where(o => o.MemberId is not null).GroupBy(o => o.MemberId!.Value).ToDictionary(o => o.Key, o => o.Count());
        var revenue = paid.Sum(o => o.Amount);
        var (firstDay, lastDay) = (DayOf(from), DayOf(to.AddTicks(-1)).AddDays(1));
        var costs = isAll ? _costs.Where(c => c.From < lastDay && c.To > firstDay && (channel is null || c.JoinChannelId == channel) && (options.Currency is null || c.Currency == options.Currency)).ToList() : [];
        decimal? cost = costs.Count == 0 ? null : costs.Sum(c => c.PartOf(firstDay, lastDay));
        var isMixed = orders.Select(o => o.Currency).Concat(NeedsCosts(key) ? costs.Select(c => c.Currency) : []).Distinct().Count() > 1;
        var areInvitesAsked = key is MetricKey.QualifiedInvites or MetricKey.ReferralRate or MetricKey.CostPerQualifiedJoin;
        var invites = stays.Where(s => areInvitesAsked && Within(s.JoinedAt) && s.InvitedById is { } by && by != s.MemberId
            && !_stays.Exists(e => e.MemberId == s.MemberId && (e.JoinedAt < s.JoinedAt || (e.JoinedAt == s.JoinedAt && e.Id < s.Id)))
            && (s.LeftAt ?? _now) - s.JoinedAt >= TimeSpan.FromDays(7)).ToList();
        var inviters = invites.Where(s => _stays.Exists(i => i.IsCounted && i.MemberId == s.InvitedById && i.GroupId == s.GroupId && Overlaps(i)))
            .Select(s => s.InvitedById).Distinct().Count();

        return key switch
        {
            MetricKey.MemberCount => Count(At(to)),
            MetricKey.JoinCount => Count(stays.Count(s => s.JoinKnown && Within(s.JoinedAt))),
            MetricKey.LeaveCount => Count(stays.Count(s => Within(s.LeftAt))),
            MetricKey.LeaveRate => Share(People(stays.Where(s => Within(s.LeftAt))), exposed),
            MetricKey.MessageCount => Count(said.Count),
            MetricKey.EffectiveMessageCount => Count(said.Count(m => m.IsEffective)),
            MetricKey.MessagesPerMember => Share(said.Count, exposed),
            MetricKey.MessagesPerActiveMember => Share(said.Count(m => m.IsEffective), active),
            MetricKey.ActiveMemberCount => Count(active),
            MetricKey.ActiveMemberRate => Share(active, exposed),
            MetricKey.InteractionRate => Interaction(),
            MetricKey.RetentionRate => Retention(),
            MetricKey.NewcomerActivationRate => isOtherZone ? (0, null, null) : Newcomers(),
            MetricKey.OrderCount => Count(paid.Count),
            MetricKey.BuyerCount => Count(buyers.Count),
            MetricKey.Revenue => Money(revenue),
            MetricKey.GrossRevenue => Money(orders.Sum(o => o.Amount)),
            MetricKey.OrdersPerMember => Share(paid.Count, persons),
            MetricKey.BuyerConversionRate => Share(
                paid.Where(o => o.MemberId is { } b && stays.Exists(s => s.MemberId == b && Overlaps(s) && (!isOneGroup || s.GroupId == o.GroupId))).Select(o => o.MemberId).Distinct().Count(),
                persons),
            MetricKey.RevenuePerBuyer => MoneyShare(paid.Where(o => o.MemberId is not null).Sum(o => o.Amount), buyers.Count),
            MetricKey.AverageOrderValue => MoneyShare(revenue, paid.Count),
            MetricKey.RepurchaseRate => Share(buyers.Values.Count(n => n >= 2), buyers.Count),
            MetricKey.RepurchaseFrequency => Share(buyers.Values.Sum(), buyers.Count),
            MetricKey.Roi => cost is { } c ? MoneyShare(revenue - c, c) : (revenue, null, null),
            MetricKey.Roas => cost is { } c ? MoneyShare(revenue, c) : (revenue, null, null),
            MetricKey.CostToSales => cost is { } c ? MoneyShare(c, revenue) : (revenue, null, null),
            MetricKey.QualifiedInvites => Count(invites.Count),
            MetricKey.ReferralRate => Share(inviters, persons),
            MetricKey.CostPerQualifiedJoin => cost is { } c ? MoneyShareOf(c, invites.Count, costs.Select(x => x.Currency).Distinct().Count() > 1) : (0, null, null),
            _ => throw new ArgumentOutOfRangeException(nameof(key), key, null),
        };

        static (decimal, decimal?, double?) Count(long count) => (count, null, count);

        static (decimal, decimal?, double?) Share(long numerator, long denominator) => (numerator, denominator, denominator == 0 ? null : (double)numerator / denominator);

        (decimal, decimal?, double?) Money(decimal amount) => isMixed ? (0, null, null) : (amount, null, (double)amount);

        (decimal, decimal?, double?) MoneyShare(decimal numerator, decimal denominator) => MoneyShareOf(numerator, denominator, isMixed);

        static (decimal, decimal?, double?) MoneyShareOf(decimal numerator, decimal denominator, bool mixed) =>
            mixed ? (0, null, null) : (numerator, denominator, denominator == 0 ? null : (double)(numerator / denominator));

        (decimal, decimal?, double?) Interaction()
        {
            var rates = new List<double>();
            var (all, present) = (0L, 0L);
            for (var d = 0; d + 1 < days.Count; d++)
            {
                var (start, end) = (days[d], days[d + 1]);
                var there = People(stays.Where(s => s.JoinedAt < end && (s.LeftAt is null || s.LeftAt >= start)));
                var spoke = said.Where(m => m.IsEffective && m.Message.OccurredAt >= start && m.Message.OccurredAt < end)
                    .Select(m => (m.Message.GroupId, m.Message.MemberId)).Distinct().Count();
                if (there > 0)
                {
                    rates.Add((double)spoke / there);
                    (all, present) = (all + spoke, present + there);
                }
            }

            return rates.Count == 0 ? (0, 0, null) : (all, present, rates.Average());
        }

        (decimal, decimal?, double?) Retention()
        {
            var first = stays.Where(s => s.JoinKnown && Within(s.JoinedAt)).GroupBy(s => (s.GroupId, s.MemberId))
                .Select(p => (p.Key, Due: p.Min(s => s.JoinedAt).AddDays(options.HorizonDays))).Where(p => p.Due <= _now).ToList();
            return Share(
                first.Count(p => _stays.Exists(s => s.IsCounted && s.GroupId == p.Key.GroupId && s.MemberId == p.Key.MemberId && s.JoinedAt >= from && s.JoinedAt <= p.Due && (s.LeftAt is null || s.LeftAt > p.Due))),
                first.Count);
        }

        (decimal, decimal?, double?) Newcomers()
        {
            DateOnly Local(DateTime utc) => DateOnly.FromDateTime(utc + reporting.GetUtcOffset(utc));
            var first = stays.Where(s => s.JoinKnown && Within(s.JoinedAt)).GroupBy(s => (s.GroupId, s.MemberId))
                .Select(p => (p.Key, Day: Local(p.Min(s => s.JoinedAt)))).Where(p => p.Day.AddDays(7) <= Local(_now)).ToList();
            return Share(
                first.Count(p => _messages.Exists(m => m.IsEffective && counted.Contains(m.Message.MembershipId!.Value) && m.Message.GroupId == p.Key.GroupId
                    && m.Message.MemberId == p.Key.MemberId && Local(m.Message.OccurredAt) >= p.Day && Local(m.Message.OccurredAt) < p.Day.AddDays(7))),
                first.Count);
        }

        DateOnly DayOf(DateTime utc)
        {
            var day = days.Count(d => d <= utc) - 1;
            return FirstDay.AddDays(day);
        }
    }

    /// <summary>The local date of the first of the days given.</summary>
    public DateOnly FirstDay { get; set; }

    private static bool NeedsCosts(MetricKey key) => key is MetricKey.Roi or MetricKey.Roas or MetricKey.CostToSales or MetricKey.CostPerQualifiedJoin;
}
