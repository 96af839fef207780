using Headless.Server.Access;
using Headless.Server.Features.Groups;
using Headless.Server.Reading;

namespace Headless.Server.Features.Routing;

/// <summary><c>type RoutingRule</c>.</summary>
public sealed class RoutingRuleObjectType : ObjectType<RoutingRule>
{
    protected override void Configure(IObjectTypeDescriptor<RoutingRule> descriptor)
    {
        descriptor.Description("Which group is proposed to whom. The rules are asked in their order; the first whose conditions all hold and whose groups have room decides.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(r => r.Id).ResolveNodeWith<RoutingRuleNode>(n => RoutingRuleNode.GetRoutingRuleAsync(default, default!, default));
        descriptor.Field(r => r.Id).Description("The global id.");
        descriptor.Field(r => r.Name).Description("What staff call it.");
        descriptor.Field(r => r.Position).Description("Its place; rules of one place are asked in the order in which they were made.");
        descriptor.Field(r => r.IsActive).Description("Whether it is asked at all.");
        descriptor.Field(r => r.Region).Description("Only members of this region; null: all.");
        descriptor.Field(r => r.Platform).Description("Only members who have an account on this platform; null: all.");
        descriptor.Field(r => r.Label).Description("Only whoever is asked about with this word, however it is capitalised; null: all.");
        descriptor.Field(r => r.IncludesReplicas).Description("Whether the groups that were replicated from the group, and those of its series, follow when it is full, in the order in which they were made.");
        descriptor.Field(r => r.Capacity).Description("How many accounts each group is filled to by this rule; null: what the group takes.");
        descriptor.Field(r => r.CreatedAt).Description("When it was entered here.");
        descriptor.Field(r => r.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(r => r.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>input RoutingRuleFilterInput</c>.</summary>
public sealed class RoutingRuleFilterInput : FilterInputType<RoutingRule>
{
    protected override void Configure(IFilterInputTypeDescriptor<RoutingRule> descriptor)
    {
        descriptor.Description("Conditions on routing rules; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(r => r.IsActive).Description("Whether it is asked at all.");
        descriptor.Field(r => r.Group).Type<GroupFilterInput>().Description("The group that it proposes.");
    }
}

/// <summary><c>input RoutingRuleSortInput</c>.</summary>
public sealed class RoutingRuleSortInput : SortInputType<RoutingRule>
{
    protected override void Configure(ISortInputTypeDescriptor<RoutingRule> descriptor)
    {
        descriptor.Description("The order of routing rules. Rules that are equal in it are ordered by id, as they are asked.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Position).Description("By place: the order in which they are asked.");
        descriptor.Field(r => r.CreatedAt).Description("By time of entry.");
    }
}

/// <summary>What a rule leads to.</summary>
[ExtendObjectType<RoutingRule>]
public sealed class RoutingRuleNode
{
    [GraphQLIgnore]
    public static Task<RoutingRule?> GetRoutingRuleAsync(long id, ByIdDataLoader<RoutingRule> rules, CancellationToken cancellationToken) =>
        rules.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group that it proposes; null where the caller may not see it.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(RoutingRule.GroupId))] RoutingRule rule, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(rule.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Only members of this segment; null: all.")]
    public static Task<Segment?> GetSegmentAsync(
        [Parent(nameof(RoutingRule.SegmentId))] RoutingRule rule, ByIdDataLoader<Segment> segments, CancellationToken cancellationToken) =>
        segments.LoadAsync(rule.SegmentId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Only whoever comes through this channel; null: all.")]
    public static Task<JoinChannel?> GetChannelAsync(
        [Parent(nameof(RoutingRule.JoinChannelId))] RoutingRule rule, ByIdDataLoader<JoinChannel> channels, CancellationToken cancellationToken) =>
        channels.LoadAsync(rule.JoinChannelId, cancellationToken);
}

/// <summary>Rules as a list.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class RoutingRuleQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<RoutingRuleFilterInput>]
    [UseSorting<RoutingRuleSortInput>]
    [GraphQLDescription("The rules that propose groups: order: [{ position: ASC }] is the order in which they are asked.")]
    public static IQueryable<RoutingRule> GetRoutingRules(CommunityDbContext db) => db.RoutingRules;
}
