using Headless.Metrics.Analysis;
using Headless.Server.Access;

namespace Headless.Server.Features.Metrics;

/// <summary>Cohorts and scores of buyers.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class CohortQueries
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(50)]
    [ListSize(AssumedSize = 12)]
    [GraphQLDescription("留存: people who joined in the same period, and how many of them stay and speak in each period after it. Cells of periods that are not over are null.")]
    public static Task<IReadOnlyList<RetentionCohort>> GetRetentionCohortsAsync(
        [GraphQLDescription("The days in which they joined.")] MetricWindowInput window,
        [GraphQLDescription("DAY, WEEK or MONTH.")] [DefaultValue(MetricInterval.Month)] MetricInterval interval,
        [GraphQLDescription("How many periods after the first: 0 to 120.")] [DefaultValue(11)] int periods,
        [GraphQLDescription("What the figures are about; everything unless given.")] MetricScopeInput? scope,
        AnalysisReader analyses,
        CancellationToken cancellationToken) =>
        analyses.CohortsAsync(cohorts => cohorts.GetRetentionAsync(
            scope?.ToScope() ?? MetricScope.Everything, analyses.WindowOf(window), interval, AnalysisReader.Check(periods, 0, CohortService.MaxPeriods, nameof(periods)), cancellationToken));

    [Authorize(Policies.ReadMetrics)]
    [Cost(50)]
    [ListSize(AssumedSize = 12)]
    [GraphQLDescription("复购: people whose first order was paid in the same period, and what they bought in each period after it. Cells of periods that are not over are null.")]
    public static Task<IReadOnlyList<PurchaseCohort>> GetPurchaseCohortsAsync(
        [GraphQLDescription("The days of the first order.")] MetricWindowInput window,
        [GraphQLDescription("DAY, WEEK or MONTH.")] [DefaultValue(MetricInterval.Month)] MetricInterval interval,
        [GraphQLDescription("How many periods after the first: 0 to 120.")] [DefaultValue(11)] int periods,
        [GraphQLDescription("What the figures are about; everything unless given.")] MetricScopeInput? scope,
        [GraphQLDescription("Only orders in this currency, an ISO 4217 code; needed where there are several.")] string? currency,
        AnalysisReader analyses,
        CancellationToken cancellationToken) =>
        analyses.CohortsAsync(cohorts => cohorts.GetPurchasesAsync(
            scope?.ToScope() ?? MetricScope.Everything, analyses.WindowOf(window), interval, AnalysisReader.Check(periods, 0, CohortService.MaxPeriods, nameof(periods)), currency,
            cancellationToken));

    [Authorize(Policies.ReadMetrics)]
    [Cost(50)]
    [GraphQLDescription("Buyers by how lately, how often and for how much they bought (RFM). Equal buyers have equal scores: one more than the fifth of the buyers that are worse.")]
    public static Task<RfmTable> GetRfmAsync(
        [GraphQLDescription("The days of the orders.")] MetricWindowInput window,
        [GraphQLDescription("What the figures are about; everything unless given.")] MetricScopeInput? scope,
        [GraphQLDescription("Only orders in this currency, an ISO 4217 code; needed where there are several.")] string? currency,
        AnalysisReader analyses,
        CancellationToken cancellationToken) =>
        analyses.RfmAsync(rfm => rfm.GetAsync(scope?.ToScope() ?? MetricScope.Everything, analyses.WindowOf(window), currency, cancellationToken));
}

/// <summary><c>type RetentionCohort</c>.</summary>
public sealed class RetentionCohortObjectType : ObjectType<RetentionCohort>
{
    protected override void Configure(IObjectTypeDescriptor<RetentionCohort> descriptor)
    {
        descriptor.Description("People who joined in the same period.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.From).Description("The first day of the period.");
        descriptor.Field(c => c.To).Description("The day after its last; cut to the window.");
        descriptor.Field(c => c.Size).Description("How many: customers' accounts, by their first join of a group that was seen; once in each group.");
        descriptor.Field(c => c.Cells).Description("One for each period, 0 the one in which they joined.");
    }
}

/// <summary><c>type RetentionCell</c>.</summary>
public sealed class RetentionCellObjectType : ObjectType<RetentionCell>
{
    protected override void Configure(IObjectTypeDescriptor<RetentionCell> descriptor)
    {
        descriptor.Description("A cohort in one period. Staying and speaking are apart: who is silent may stay.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Period).Description("How many periods after the joining.");
        descriptor.Field(c => c.Staying).Description("Members when the period ended; null while it has not.");
        descriptor.Field(c => c.Active).Description("Those with an effective message in the period; null while it has not ended.");
        descriptor.Field(c => c.StayingRate).Description("staying ÷ size; null for a cohort of nobody.");
        descriptor.Field(c => c.ActiveRate).Description("active ÷ size; null for a cohort of nobody.");
    }
}

/// <summary><c>type PurchaseCohort</c>.</summary>
public sealed class PurchaseCohortObjectType : ObjectType<PurchaseCohort>
{
    protected override void Configure(IObjectTypeDescriptor<PurchaseCohort> descriptor)
    {
        descriptor.Description("People whose first order was paid in the same period.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.From).Description("The first day of the period.");
        descriptor.Field(c => c.To).Description("The day after its last; cut to the window.");
        descriptor.Field(c => c.Size).Description("How many.");
        descriptor.Field(c => c.Cells).Description("One for each period, 0 the one of the first order.");
    }
}

/// <summary><c>type PurchaseCell</c>.</summary>
public sealed class PurchaseCellObjectType : ObjectType<PurchaseCell>
{
    protected override void Configure(IObjectTypeDescriptor<PurchaseCell> descriptor)
    {
        descriptor.Description("What a cohort bought in one period; null while it has not ended.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Period).Description("How many periods after the first order.");
        descriptor.Field(c => c.Buyers).Description("Those with an order in the period.");
        descriptor.Field(c => c.Orders).Description("Their orders.");
        descriptor.Field(c => c.Revenue).Description("What they come to.");
        descriptor.Field(c => c.BuyerRate).Description("buyers ÷ size; null for a cohort of nobody.");
    }
}

/// <summary><c>type RfmTable</c>.</summary>
public sealed class RfmTableObjectType : ObjectType<RfmTable>
{
    protected override void Configure(IObjectTypeDescriptor<RfmTable> descriptor)
    {
        descriptor.Description("Buyers by how lately, how often and for how much they bought.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.Buyers).Description("Distinct known buyers.");
        descriptor.Field(t => t.Revenue).Description("What they paid, orders that stand.");
        descriptor.Field(t => t.Currency).Description("Its ISO 4217 code; null without an order.");
        descriptor.Field(t => t.Cells).Description("The scores that somebody has, the best first; at most 125.");
    }
}

/// <summary><c>type RfmCell</c>.</summary>
public sealed class RfmCellObjectType : ObjectType<RfmCell>
{
    protected override void Configure(IObjectTypeDescriptor<RfmCell> descriptor)
    {
        descriptor.Description("Buyers with the same three scores, 5 the best.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Recency).Description("By the day of the last order.");
        descriptor.Field(c => c.Frequency).Description("By the number of orders.");
        descriptor.Field(c => c.Monetary).Description("By what they paid.");
        descriptor.Field(c => c.Buyers).Description("How many.");
        descriptor.Field(c => c.Orders).Description("Their orders.");
        descriptor.Field(c => c.Revenue).Description("What these come to.");
    }
}
