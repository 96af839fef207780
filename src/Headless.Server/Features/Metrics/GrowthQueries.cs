using Headless.Metrics.Analysis;
using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Metrics;

[GraphQLDescription("Net revenue of known buyers as a product: members × buyersPerMember × ordersPerBuyer × averageOrderValue. High order values at the same conversion mean high revenue; here is which part moved.")]
public sealed record RevenueDecomposition(
    [property: GraphQLDescription("Distinct people who were members at any time of the window.")] long Members,
    [property: GraphQLDescription("Buyers ÷ members, buyers who are no members included; null without members.")] double? BuyersPerMember,
    [property: GraphQLDescription("Orders ÷ buyers; null without buyers.")] double? OrdersPerBuyer,
    [property: GraphQLDescription("Revenue ÷ orders, of known buyers; null without orders or in several currencies.")] double? AverageOrderValue,
    [property: GraphQLDescription("Revenue of known buyers; null in several currencies.")] decimal? Revenue,
    [property: GraphQLDescription("Revenue of orders whose buyer nobody knows, in no part of the product; null in several currencies.")] decimal? RevenueOfUnknownBuyers,
    [property: GraphQLDescription("The ISO 4217 code of the amounts; null without orders.")] string? Currency);

/// <summary>Where growth and revenue come from.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class GrowthQueries
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(50)]
    [GraphQLDescription("Where the joins of some days came from: members' invitations, channels, neither. Each join is in one of the three.")]
    public static Task<GrowthDecomposition> GetGrowthDecompositionAsync(
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("What the figures are about; everything unless given.")] MetricScopeInput? scope,
        AnalysisReader analyses,
        CancellationToken cancellationToken) =>
        analyses.GrowthAsync(growth => growth.DecomposeAsync(scope?.ToScope() ?? MetricScope.Everything, analyses.WindowOf(window), cancellationToken));

    [Authorize(Policies.ReadMetrics)]
    [Cost(50)]
    [GraphQLDescription("What revenue is the product of.")]
    public static async Task<RevenueDecomposition> GetRevenueDecompositionAsync(
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("What the figures are about; everything unless given.")] MetricScopeInput? scope,
        [GraphQLDescription("Only orders in this currency, an ISO 4217 code; needed where there are several.")] string? currency,
        MetricReader metrics,
        CancellationToken cancellationToken)
    {
        var values = await metrics.ValuesAsync(
            scope?.ToScope() ?? MetricScope.Everything,
            [MetricKey.OrdersPerMember, MetricKey.RepurchaseFrequency, MetricKey.RevenuePerBuyer, MetricKey.Revenue],
            window, LeaveRateBasis.Exposed, currency is null ? null : new MetricOptionsInput(currency, null, null), cancellationToken);
        var (members, orders, buyers) = ((long)values[0].Denominator!.Value, (long)values[1].Numerator, (long)values[1].Denominator!.Value);
        var isMixed = values[3].NullReason == MetricNullReason.MixedCurrencies;
        decimal? revenue = isMixed ? null : values[2].Numerator;
        return new RevenueDecomposition(
            members, members == 0 ? null : (double)buyers / members, buyers == 0 ? null : (double)orders / buyers,
            orders == 0 || revenue is null ? null : (double)(revenue.Value / orders), revenue, isMixed ? null : values[3].Numerator - revenue, values[3].Currency);
    }

    [Authorize(Policies.ReadMetrics)]
    [Cost(50)]
    [ListSize(AssumedSize = 50, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    [GraphQLDescription("Pairs of groups that share customers now, those that share most first. Of at most 100 groups.")]
    public static Task<IReadOnlyList<GroupOverlap>> GetGroupOverlapsAsync(
        [GraphQLDescription("Which groups; all that the caller may see unless given.")] MetricScopeInput? scope,
        [GraphQLDescription("How many pairs: 1 to 500.")] [DefaultValue(20)] int first,
        AnalysisReader analyses,
        CancellationToken cancellationToken) =>
        analyses.GrowthAsync(growth => growth.GetOverlapsAsync(scope?.ToScope() ?? MetricScope.Everything, AnalysisReader.Check(first, 1, 500, nameof(first)), cancellationToken));

    [Authorize(Policies.ReadMetrics)]
    [Cost(50)]
    [ListSize(AssumedSize = 10)]
    [GraphQLDescription(
        "A figure of each part of a scope. What differs between parts goes with them and need not come from them. Channels and content categories are those through which members came; at most 50 parts, the largest.")]
    public static Task<IReadOnlyList<MetricPart>> GetMetricBreakdownAsync(
        [GraphQLDescription("The metric.")] MetricKey key,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("What the parts are.")] MetricDimension by,
        [GraphQLDescription("What is broken down; everything unless given.")] MetricScopeInput? scope,
        [GraphQLDescription("What else the figures depend on.")] MetricOptionsInput? options,
        ReportingCalendar calendar,
        TimeProvider clock,
        AnalysisReader analyses,
        CancellationToken cancellationToken)
    {
        var query = new MetricQuery(
            scope?.ToScope() ?? MetricScope.Everything, key, window.ToWindow(MetricArguments.CalendarOf(options, calendar), clock),
            MetricArguments.ToOptions(options, LeaveRateBasis.Exposed, calendar));
        return analyses.GrowthAsync(growth => growth.BreakDownAsync(query, by, cancellationToken));
    }
}

/// <summary>What a campaign did to the members of its groups.</summary>
[ExtendObjectType<Campaign>]
public sealed class MembershipDeltasOfCampaign
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(10)]
    [ListSize(AssumedSize = 10)]
    [GraphQLDescription("Joins and leaves of each of its groups before, during and after it, over as many days each. Null while it has no beginning or no end. What came after it need not come from it.")]
    public static Task<IReadOnlyList<MembershipDelta>?> GetMembershipDeltasAsync(
        [Parent(nameof(Campaign.Id))] Campaign campaign, AnalysisReader analyses, CancellationToken cancellationToken) =>
        analyses.GrowthAsync(growth => growth.GetMembershipDeltasAsync(campaign.Id, cancellationToken));
}

/// <summary><c>enum MetricDimension</c>.</summary>
public sealed class MetricDimensionEnumType : EnumType<MetricDimension>
{
    protected override void Configure(IEnumTypeDescriptor<MetricDimension> descriptor)
    {
        descriptor.Description("What a metric is broken down by.");
        descriptor.Value(MetricDimension.GroupType).Description("The type of the groups.");
        descriptor.Value(MetricDimension.Platform).Description("The platform of the groups.");
        descriptor.Value(MetricDimension.GroupPhase).Description("The phase that the groups are in now.");
        descriptor.Value(MetricDimension.JoinChannel).Description("The channel through which members came, those with most people first.");
        descriptor.Value(MetricDimension.ContentCategory).Description("The category of the content that made members come.");
        descriptor.Value(MetricDimension.MemberClass).Description("What kind of customers members are now; one part for each class.");
    }
}

/// <summary><c>type MetricPart</c>.</summary>
public sealed class MetricPartObjectType : ObjectType<MetricPart>
{
    protected override void Configure(IObjectTypeDescriptor<MetricPart> descriptor)
    {
        descriptor.Description("A metric of one part.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Label).Description("The part: the value of an enum, the name of a channel.");
        descriptor.Field(p => p.Groups).Description("How many groups are in it; null where it is not made of groups.");
        descriptor.Field(p => p.Value).Description("The figure.");
    }
}

/// <summary>What a part is.</summary>
[ExtendObjectType<MetricPart>]
public sealed class MetricPartEdges
{
    [Cost(1)]
    [GraphQLDescription("JOIN_CHANNEL: the channel.")]
    public static Task<JoinChannel?> GetChannelAsync([Parent] MetricPart part, ByIdDataLoader<JoinChannel> channels, CancellationToken cancellationToken) =>
        channels.LoadAsync(part.ChannelId, cancellationToken);
}

/// <summary><c>type GrowthDecomposition</c>.</summary>
public sealed class GrowthDecompositionObjectType : ObjectType<GrowthDecomposition>
{
    protected override void Configure(IObjectTypeDescriptor<GrowthDecomposition> descriptor)
    {
        descriptor.Description("Where joins came from. Customers' accounts; a return counts again.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(g => g.Joins).Description("All joins that were seen: referral + channel + organic.");
        descriptor.Field(g => g.Referral).Description("Those whom a member brought, through whatever channel.");
        descriptor.Field(g => g.Channel).Description("Those through a channel, and brought by nobody.");
        descriptor.Field(g => g.Organic).Description("Those of whom neither is known.");
        descriptor.Field(g => g.Leaves).Description("Leaves.");
        descriptor.Field(g => g.Net).Description("joins − leaves.");
        descriptor.Field(g => g.Channels).Description("The joins of channel by channel, the most first.");
    }
}

/// <summary><c>type ChannelJoins</c>.</summary>
public sealed class ChannelJoinsObjectType : ObjectType<ChannelJoins>
{
    protected override void Configure(IObjectTypeDescriptor<ChannelJoins> descriptor)
    {
        descriptor.Description("Joins through a channel that nobody's invitation explains.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Joins).Description("How many.");
    }
}

/// <summary>What the joins came through.</summary>
[ExtendObjectType<ChannelJoins>]
public sealed class ChannelJoinsEdges
{
    [Cost(1)]
    [GraphQLDescription("The channel.")]
    public static Task<JoinChannel?> GetChannelAsync([Parent] ChannelJoins joins, ByIdDataLoader<JoinChannel> channels, CancellationToken cancellationToken) =>
        channels.LoadAsync(joins.ChannelId, cancellationToken);
}

/// <summary><c>type GroupOverlap</c>.</summary>
public sealed class GroupOverlapObjectType : ObjectType<GroupOverlap>
{
    protected override void Configure(IObjectTypeDescriptor<GroupOverlap> descriptor)
    {
        descriptor.Description("Customers whom two groups share now.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(o => o.Shared).Description("Members of both.");
        descriptor.Field(o => o.Members).Description("Members of group.");
        descriptor.Field(o => o.OtherMembers).Description("Members of other.");
        descriptor.Field(o => o.Similarity).Description("shared ÷ members of either (Jaccard).");
    }
}

/// <summary>Which groups overlap.</summary>
[ExtendObjectType<GroupOverlap>]
public sealed class GroupOverlapEdges
{
    [Cost(1)]
    [GraphQLDescription("One group.")]
    public static Task<Group?> GetGroupAsync([Parent] GroupOverlap overlap, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(overlap.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The other group.")]
    public static Task<Group?> GetOtherAsync([Parent] GroupOverlap overlap, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(overlap.OtherGroupId, cancellationToken);
}

/// <summary><c>type MembershipDelta</c>.</summary>
public sealed class MembershipDeltaObjectType : ObjectType<MembershipDelta>
{
    protected override void Configure(IObjectTypeDescriptor<MembershipDelta> descriptor)
    {
        descriptor.Description("Joins and leaves of a campaign's group around it.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(d => d.Before).Description("As many days before it began.");
        descriptor.Field(d => d.During).Description("From the day on which it began to the one on which it ended.");
        descriptor.Field(d => d.After).Description("As many days after it ended; null while they are not over.");
    }
}

/// <summary><c>type JoinsAndLeaves</c>.</summary>
public sealed class JoinsAndLeavesObjectType : ObjectType<JoinsAndLeaves>
{
    protected override void Configure(IObjectTypeDescriptor<JoinsAndLeaves> descriptor)
    {
        descriptor.Description("Joins and leaves of some days.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(j => j.Window).Description("The days.");
        descriptor.Field(j => j.Joins).Description("Joins that were seen.");
        descriptor.Field(j => j.Leaves).Description("Leaves.");
        descriptor.Field(j => j.Net).Description("joins − leaves.");
    }
}

/// <summary>Whose joins and leaves they are.</summary>
[ExtendObjectType<MembershipDelta>]
public sealed class MembershipDeltaEdges
{
    [Cost(1)]
    [GraphQLDescription("The group.")]
    public static Task<Group?> GetGroupAsync([Parent] MembershipDelta delta, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(delta.GroupId, cancellationToken);
}
