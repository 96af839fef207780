namespace Headless.Server.Features.MemberTiers;

/// <summary><c>type MemberTier</c>.</summary>
public sealed class MemberTierObjectType : ObjectType<MemberTier>
{
    protected override void Configure(IObjectTypeDescriptor<MemberTier> descriptor)
    {
        descriptor.Description("A customer level of the brand: what its members get, and how soon they are answered.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(t => t.Id).ResolveNodeWith<MemberTierNode>(n => MemberTierNode.GetMemberTierAsync(default, default!, default));
        descriptor.Field(t => t.Id).Description("The global id, stable for the life of the tier: use it as cache key.");
        descriptor.Field(t => t.Name).Description("The brand's name for it; unique.");
        descriptor.Field(t => t.Rank).Description("Its place among the tiers: the greater, the higher. Unique.");
        descriptor.Field(t => t.Benefits).Description("What its members get, for a person.");
        descriptor.Field(t => t.SupportPriority).Description("How soon its members' questions are answered.");
        descriptor.Field(t => t.IsRetired).Description("Whether nobody is given it any more; members who have it keep it.");
        descriptor.Field(t => t.CreatedAt).Description("When it was entered here.");
        descriptor.Field(t => t.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(t => t.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>type MemberTierChange</c>.</summary>
public sealed class MemberTierChangeObjectType : ObjectType<MemberTierChange>
{
    protected override void Configure(IObjectTypeDescriptor<MemberTierChange> descriptor)
    {
        descriptor.Description("A member was given another tier, or lost theirs.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.ChangedAt).Description("When.");
        descriptor.Field(c => c.Reason).Authorize(Access.Policies.ReadPersonalData).Description("Why. Personal data: needs READ_PERSONAL_DATA.");
    }
}

/// <summary><c>enum SupportPriority</c>.</summary>
public sealed class SupportPriorityEnumType : EnumType<SupportPriority>
{
    protected override void Configure(IEnumTypeDescriptor<SupportPriority> descriptor)
    {
        descriptor.Description("How soon a member's questions are answered.");
        descriptor.Value(SupportPriority.Standard).Description("In turn.");
        descriptor.Value(SupportPriority.High).Description("Before the others.");
        descriptor.Value(SupportPriority.GreenChannel).Description("绿色通道: at once.");
    }
}

/// <summary><c>input MemberTierFilterInput</c>.</summary>
public sealed class MemberTierFilterInput : FilterInputType<MemberTier>
{
    protected override void Configure(IFilterInputTypeDescriptor<MemberTier> descriptor)
    {
        descriptor.Description("Conditions on tiers; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(t => t.Name).Description("The brand's name for it.");
        descriptor.Field(t => t.Rank).Description("Its place among the tiers.");
        descriptor.Field(t => t.SupportPriority).Description("How soon its members' questions are answered.");
        descriptor.Field(t => t.IsRetired).Description("Whether nobody is given it any more.");
    }
}

/// <summary><c>input MemberTierSortInput</c>.</summary>
public sealed class MemberTierSortInput : SortInputType<MemberTier>
{
    protected override void Configure(ISortInputTypeDescriptor<MemberTier> descriptor)
    {
        descriptor.Description("The order of tiers.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.Rank).Description("By their place: the lowest first.");
        descriptor.Field(t => t.Name).Description("By name.");
    }
}

/// <summary><c>input MemberTierChangeSortInput</c>.</summary>
public sealed class MemberTierChangeSortInput : SortInputType<MemberTierChange>
{
    protected override void Configure(ISortInputTypeDescriptor<MemberTierChange> descriptor)
    {
        descriptor.Description("The order of a member's tier changes; the oldest first among equals.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.ChangedAt).Description("By time.");
    }
}
