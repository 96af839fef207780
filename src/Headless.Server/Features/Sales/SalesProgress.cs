using Headless.Metrics;
using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Reading;

namespace Headless.Server.Features.Sales;

[GraphQLDescription("How far a target is.")]
public sealed record SalesProgress(
    [property: GraphQLDescription("What was sold: orders that stand as PAID in the target's time, scope and currency, less what went back.")] Money Actual,
    [property: GraphQLDescription("Actual ÷ target: 1.1 is 110 %.")] decimal Attainment,
    [property: GraphQLDescription("What should be sold by the end of today, were it to come as the weekday weights say.")] Money ExpectedByNow,
    [property: GraphQLDescription("Actual ÷ expectedByNow; null while nothing is expected.")] decimal? Pace);

[GraphQLDescription("What a target may come to.")]
public sealed record SalesForecast(
    [property: GraphQLDescription("What was sold, and what the rest of the time sells at the pace of the finished days; null with nullReason.")] Money? Amount,
    [property: GraphQLDescription("The lower end of an interval of about 95 %, from how much finished days differ from their pace; null with fewer than 5 of them. Never below what was sold.")] Money? Low,
    [property: GraphQLDescription("The upper end.")] Money? High,
    [property: GraphQLDescription("Amount ÷ target; null without an amount.")] decimal? Attainment,
    [property: GraphQLDescription("How many finished days with a weight it rests on.")] int DaysSeen,
    [property: GraphQLDescription("How many days with a weight are to come, today included.")] int DaysLeft,
    [property: GraphQLDescription("NO_FINISHED_DAY: no day with a weight is over yet; null otherwise.")] string? NullReason)
{
    internal static SalesForecast Of(TargetForecast? forecast, SalesTarget target)
    {
        if (forecast is not { Amount: { } amount })
        {
            return new SalesForecast(null, null, null, null, 0, forecast?.DaysLeft ?? 0, "NO_FINISHED_DAY");
        }

        return new SalesForecast(
            Money(amount), forecast.Spread is { } down ? Money(Math.Max(amount - down, forecast.Actual)) : null, forecast.Spread is { } up ? Money(amount + up) : null,
            decimal.Round(amount / target.Amount, 4), forecast.DaysSeen, forecast.DaysLeft, null);

        Money Money(decimal value) => new(Currency.RoundDown(value, target.Currency), target.Currency);
    }
}

/// <summary>What a target leads to.</summary>
[ExtendObjectType<SalesTarget>]
public sealed class SalesTargetNode
{
    [GraphQLIgnore]
    public static Task<SalesTarget?> GetSalesTargetAsync(long id, ByIdDataLoader<SalesTarget> targets, CancellationToken cancellationToken) => targets.LoadAsync(id, cancellationToken);

    [GraphQLDescription("What is to be sold.")]
    public static Money GetAmount([Parent($"{nameof(SalesTarget.Amount)} {nameof(SalesTarget.Currency)}")] SalesTarget target) => new(target.Amount, target.Currency);

    [Authorize(Policies.ReadMetrics)]
    [Cost(1)]
    [GraphQLDescription("How far it is, of the orders that the caller may see.")]
    public static async Task<SalesProgress> GetProgressAsync(
        [Parent(nameof(SalesTarget.Id))] SalesTarget target, SalesTargetSumLoader sums, ByIdDataLoader<SalesTarget> targets, ReportingCalendar calendar, TimeProvider clock, CancellationToken cancellationToken)
    {
        var whole = await targets.LoadAsync(target.Id, cancellationToken) ?? target;
        var actual = await sums.LoadAsync(target.Id, cancellationToken);
        var expected = whole.ExpectedBy(calendar.DayOf(clock.GetUtcNow().UtcDateTime));
        return new SalesProgress(
            new Money(actual, whole.Currency), decimal.Round(actual / whole.Amount, 4), new Money(expected, whole.Currency), expected == 0 ? null : decimal.Round(actual / expected, 4));
    }

    [Authorize(Policies.ReadMetrics)]
    [Cost(5)]
    [GraphQLDescription("What it comes to if the rest of its time sells as its finished days did, of the orders that the caller may see. An extrapolation: it knows the weekday weights, and nothing of what is planned.")]
    public static async Task<SalesForecast> GetForecastAsync(
        [Parent(nameof(SalesTarget.Id))] SalesTarget target, SalesTargetDaysLoader days, ByIdDataLoader<SalesTarget> targets, ReportingCalendar calendar, TimeProvider clock, CancellationToken cancellationToken)
    {
        var whole = await targets.LoadAsync(target.Id, cancellationToken) ?? target;
        return SalesForecast.Of(whole.Forecast(await days.LoadAsync(target.Id, cancellationToken) ?? new Dictionary<DateOnly, decimal>(), calendar.DayOf(clock.GetUtcNow().UtcDateTime)), whole);
    }

    [Cost(1)]
    [GraphQLDescription("The group; null: all groups, or none in particular.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(SalesTarget.GroupId))] SalesTarget target, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(target.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign; null: none, or the caller may not see it.")]
    public static Task<Campaign?> GetCampaignAsync([Parent(nameof(SalesTarget.CampaignId))] SalesTarget target, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(target.CampaignId, cancellationToken);
}

/// <summary>What was sold towards targets: one statement for all.</summary>
public sealed class SalesTargetSumLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, decimal>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, decimal>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var sums = await (
            from target in db.SalesTargets
            where keys.Contains(target.Id)
            from order in db.Orders
            where order.Status == OrderStatus.Paid && order.PaidAt >= target.StartsAt && order.PaidAt < target.EndsAt && order.Currency == target.Currency
                && (target.GroupId == null || order.GroupId == target.GroupId) && (target.CampaignId == null || order.CampaignId == target.CampaignId)
            group order by target.Id into sold
            select new { sold.Key, Amount = sold.Sum(o => o.Amount), Refunded = sold.Sum(o => o.RefundedAmount) }).ToDictionaryAsync(s => s.Key, s => s.Amount - s.Refunded, cancellationToken);
        return keys.ToDictionary(key => key, key => sums.GetValueOrDefault(key));
    }
}

/// <summary>What was sold towards targets on each day: one statement for all.</summary>
public sealed class SalesTargetDaysLoader(CommunityDatabase database, Caller caller, ReportingCalendar calendar, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, IReadOnlyDictionary<DateOnly, decimal>>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyDictionary<DateOnly, decimal>>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var sold = await (
            from target in db.SalesTargets
            where keys.Contains(target.Id)
            from order in db.Orders
            where order.Status == OrderStatus.Paid && order.PaidAt >= target.StartsAt && order.PaidAt < target.EndsAt && order.Currency == target.Currency
                && (target.GroupId == null || order.GroupId == target.GroupId) && (target.CampaignId == null || order.CampaignId == target.CampaignId)
            select new { target.Id, order.PaidAt, Net = order.Amount - order.RefundedAmount }).ToListAsync(cancellationToken);
        return sold.GroupBy(s => s.Id).ToDictionary(
            of => of.Key, of => (IReadOnlyDictionary<DateOnly, decimal>)of.GroupBy(s => calendar.DayOf(s.PaidAt)).ToDictionary(day => day.Key, day => day.Sum(s => s.Net)));
    }
}
