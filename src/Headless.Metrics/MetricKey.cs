namespace Headless.Metrics;

/// <summary>The metrics that the service knows; <see cref="MetricDefinition"/> says what each is.</summary>
public enum MetricKey
{
    MemberCount,
    JoinCount,
    LeaveCount,
    LeaveRate,
    MessageCount,
    EffectiveMessageCount,
    MessagesPerMember,
    MessagesPerActiveMember,
    ActiveMemberCount,
    ActiveMemberRate,
    InteractionRate,
    JoinRate,
    RetentionRate,
    NewcomerActivationRate,
    OpenRate,
    CompletionRate,
    CommentRate,
    LikeRate,
    OrderCount,
    BuyerCount,
    Revenue,
    GrossRevenue,
    OrdersPerMember,
    BuyerConversionRate,
    RevenuePerBuyer,
    AverageOrderValue,
    RepurchaseRate,
    RepurchaseFrequency,
    Roi,
    Roas,
    CostToSales,
    TargetAttainment,
    QualifiedInvites,
    ReferralRate,
    CostPerQualifiedJoin,
}

/// <summary>What a metric's value counts.</summary>
public enum MetricUnit
{
    /// <summary>A count of people, messages or events.</summary>
    Count,

    /// <summary>A share between 0 and 1.</summary>
    Ratio,

    /// <summary>A mean for each person.</summary>
    PerMember,

    /// <summary>An amount of money, in the value's currency.</summary>
    Money,

    /// <summary>A quotient of two amounts: it may exceed 1 and may be negative.</summary>
    Quotient,
}

/// <summary>The stage of the funnel that a metric belongs to (domain row A-242).</summary>
public enum MetricStage
{
    Acquisition,
    Activation,
    Retention,
    Revenue,
    Referral,
}

/// <summary>Which members a leave rate is measured against (domain A.12 #5).</summary>
public enum LeaveRateBasis
{
    /// <summary>Members at the window's start and everybody who came in it: the rate cannot exceed 1.</summary>
    Exposed,

    /// <summary>Members at the window's start.</summary>
    Start,

    /// <summary>The mean of the members at the window's start and at its end.</summary>
    Average,
}

/// <summary>Why a metric has no value. A metric without a denominator is null, never 0.</summary>
public enum MetricNullReason
{
    /// <summary>Nobody was a member in the window.</summary>
    NoMembers,

    /// <summary>Nobody sent an effective message in the window.</summary>
    NoActiveMembers,

    /// <summary>The metric is defined for whole days: it has no value for an hour.</summary>
    NotDefinedForHours,

    /// <summary>Nobody reported how often a channel was shown.</summary>
    ExposureNotTracked,

    /// <summary>Nobody joined in the window.</summary>
    NoJoins,

    /// <summary>Whoever joined in the window did so too lately for the horizon to have passed.</summary>
    Immature,

    /// <summary>Nothing was ordered in the window.</summary>
    NoOrders,

    /// <summary>Nobody known bought in the window.</summary>
    NoBuyers,

    /// <summary>Amounts are in several currencies, which are never added: name one.</summary>
    MixedCurrencies,

    /// <summary>No costs are recorded for the scope and the window.</summary>
    CostNotTracked,

    /// <summary>Costs are recorded, and nothing was sold.</summary>
    NoRevenue,

    /// <summary>No target is set for the scope and the window.</summary>
    TargetNotSet,

    /// <summary>No deliveries, openings or reactions are recorded for the scope and the window.</summary>
    DeliveryNotTracked,

    /// <summary>Nobody who was invited has qualified.</summary>
    NoQualifiedInvites,

    /// <summary>The figure is not known for this scope: the definition's caveats say for which it is.</summary>
    NotDefinedForScope,
}
