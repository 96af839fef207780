namespace Headless.Server.Features.Metrics;

/// <summary><c>enum MetricKey</c>.</summary>
public sealed class MetricKeyEnumType : EnumType<MetricKey>
{
    protected override void Configure(IEnumTypeDescriptor<MetricKey> descriptor)
    {
        descriptor.Description("The metrics; metricDefinitions has the details of each.");
        foreach (var definition in MetricDefinition.All)
        {
            descriptor.Value(definition.Key).Description($"{definition.Name}: {definition.Formula}.");
        }
    }
}

/// <summary><c>enum MetricUnit</c>.</summary>
public sealed class MetricUnitEnumType : EnumType<MetricUnit>
{
    protected override void Configure(IEnumTypeDescriptor<MetricUnit> descriptor)
    {
        descriptor.Description("What a metric's value counts.");
        descriptor.Value(MetricUnit.Count).Description("A count of people, messages or events.");
        descriptor.Value(MetricUnit.Ratio).Description("A share between 0 and 1.");
        descriptor.Value(MetricUnit.PerMember).Description("A mean for each person.");
        descriptor.Value(MetricUnit.Money).Description("An amount of money, in the value's currency.");
        descriptor.Value(MetricUnit.Quotient).Description("A quotient of two amounts: it may exceed 1 and may be negative.");
    }
}

/// <summary><c>enum MetricStage</c>.</summary>
public sealed class MetricStageEnumType : EnumType<MetricStage>
{
    protected override void Configure(IEnumTypeDescriptor<MetricStage> descriptor)
    {
        descriptor.Description("The stage of the funnel that a metric belongs to.");
        descriptor.Value(MetricStage.Acquisition).Description("获客: people come.");
        descriptor.Value(MetricStage.Activation).Description("激活: people talk.");
        descriptor.Value(MetricStage.Retention).Description("留存: people stay.");
        descriptor.Value(MetricStage.Revenue).Description("变现: people buy.");
        descriptor.Value(MetricStage.Referral).Description("传播: people bring others.");
    }
}

/// <summary><c>enum MetricInterval</c>.</summary>
public sealed class MetricIntervalEnumType : EnumType<MetricInterval>
{
    protected override void Configure(IEnumTypeDescriptor<MetricInterval> descriptor)
    {
        descriptor.Description("The length of a point of a series, in the reporting time zone or the one that is asked for.");
        descriptor.Value(MetricInterval.Hour).Description("An hour. Metrics that count distinct people have no value for it.");
        descriptor.Value(MetricInterval.Day).Description("A day, midnight to midnight: 23 or 25 hours where clocks change.");
        descriptor.Value(MetricInterval.Week).Description("Monday to Sunday, or Sunday to Saturday where the setting Metrics:FirstDayOfWeek says so.");
        descriptor.Value(MetricInterval.Month).Description("A calendar month.");
    }
}

/// <summary><c>enum LeaveRateBasis</c>.</summary>
public sealed class LeaveRateBasisEnumType : EnumType<LeaveRateBasis>
{
    protected override void Configure(IEnumTypeDescriptor<LeaveRateBasis> descriptor)
    {
        descriptor.Description("Which members a leave rate is measured against.");
        descriptor.Value(LeaveRateBasis.Exposed).Description("Members at the window's start and everybody who came in it: cannot exceed 1.");
        descriptor.Value(LeaveRateBasis.Start).Description("Members at the window's start.");
        descriptor.Value(LeaveRateBasis.Average).Description("The mean of the members at the start and at the end; numerator and denominator are doubled to stay whole.");
    }
}

/// <summary><c>enum MetricNullReason</c>.</summary>
public sealed class MetricNullReasonEnumType : EnumType<MetricNullReason>
{
    protected override void Configure(IEnumTypeDescriptor<MetricNullReason> descriptor)
    {
        descriptor.Description("Why a metric has no value.");
        descriptor.Value(MetricNullReason.NoMembers).Description("Nobody was a member.");
        descriptor.Value(MetricNullReason.NoActiveMembers).Description("Nobody sent an effective message.");
        descriptor.Value(MetricNullReason.NotDefinedForHours).Description("The metric counts distinct people of a day: it has no value for an hour.");
        descriptor.Value(MetricNullReason.ExposureNotTracked).Description("Nobody reported how often a channel was shown.");
        descriptor.Value(MetricNullReason.NoJoins).Description("Nobody joined.");
        descriptor.Value(MetricNullReason.Immature).Description("Whoever joined did so too lately for the horizon to have passed.");
        descriptor.Value(MetricNullReason.NoOrders).Description("Nothing was ordered.");
        descriptor.Value(MetricNullReason.NoBuyers).Description("Nobody who is known bought.");
        descriptor.Value(MetricNullReason.MixedCurrencies).Description("Amounts are in several currencies, which are never added: name one in options.");
        descriptor.Value(MetricNullReason.CostNotTracked).Description("No costs are recorded for this scope and these days, or the caller may not see them.");
        descriptor.Value(MetricNullReason.NoRevenue).Description("Costs are recorded, and nothing was sold.");
        descriptor.Value(MetricNullReason.TargetNotSet).Description("No target is set.");
        descriptor.Value(MetricNullReason.DeliveryNotTracked).Description("No deliveries, openings or reactions are recorded.");
        descriptor.Value(MetricNullReason.NoQualifiedInvites).Description("Nobody who was invited has qualified.");
        descriptor.Value(MetricNullReason.NotDefinedForScope).Description("The figure is not known for this scope or time zone.");
    }
}
