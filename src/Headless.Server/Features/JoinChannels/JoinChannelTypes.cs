namespace Headless.Server.Features.JoinChannels;

/// <summary><c>type JoinChannel</c>.</summary>
public sealed class JoinChannelObjectType : ObjectType<JoinChannel>
{
    protected override void Configure(IObjectTypeDescriptor<JoinChannel> descriptor)
    {
        descriptor.Description("Where people are won, as the brand names it: 公众号, 抖音, the shop on the corner. A join that is reported with its name belongs to it.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(c => c.Id).ResolveNodeWith<JoinChannelNode>(n => JoinChannelNode.GetJoinChannelAsync(default, default!, default));
        descriptor.Field(c => c.Id).Description("The global id.");
        descriptor.Field(c => c.Kind).Description("What sort of place it is.");
        descriptor.Field(c => c.Name).Description("The brand's own name for it; unique.");
        descriptor.Field(c => c.Note).Description("Anything else about it.");
        descriptor.Field(c => c.IsActive).Description("Whether it is in use; what came through it stays.");
        descriptor.Field(c => c.CreatedAt).Description("When it was entered here.");
        descriptor.Field(c => c.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(c => c.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>enum JoinChannelKind</c>.</summary>
public sealed class JoinChannelKindEnumType : EnumType<JoinChannelKind>
{
    protected override void Configure(IEnumTypeDescriptor<JoinChannelKind> descriptor)
    {
        descriptor.Description("What sort of place people are won at.");
        descriptor.Value(JoinChannelKind.OfficialAccount).Description("公众号: an official account.");
        descriptor.Value(JoinChannelKind.Weibo).Description("微博.");
        descriptor.Value(JoinChannelKind.QrPoster).Description("二维码海报: a poster with a code.");
        descriptor.Value(JoinChannelKind.GroupNumber).Description("QQ群号: a number that people search for.");
        descriptor.Value(JoinChannelKind.OwnMedia).Description("自媒体: the brand's own media.");
        descriptor.Value(JoinChannelKind.Moments).Description("朋友圈.");
        descriptor.Value(JoinChannelKind.ShortVideo).Description("抖音 and other short video.");
        descriptor.Value(JoinChannelKind.Telephone).Description("Called by telephone.");
        descriptor.Value(JoinChannelKind.GroundPromotion).Description("地推: won on the street or in a shop.");
        descriptor.Value(JoinChannelKind.PaidAd).Description("买量: paid advertisements.");
        descriptor.Value(JoinChannelKind.Website).Description("The brand's website.");
        descriptor.Value(JoinChannelKind.Referral).Description("老带新: members who bring members.");
        descriptor.Value(JoinChannelKind.Other).Description("Another place; note says which.");
    }
}

/// <summary><c>input JoinChannelFilterInput</c>.</summary>
public sealed class JoinChannelFilterInput : FilterInputType<JoinChannel>
{
    protected override void Configure(IFilterInputTypeDescriptor<JoinChannel> descriptor)
    {
        descriptor.Description("Conditions on channels; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(c => c.Kind).Description("What sort of place it is.");
        descriptor.Field(c => c.Name).Description("The brand's own name for it.");
        descriptor.Field(c => c.IsActive).Description("Whether it is in use.");
        descriptor.Field(c => c.CreatedAt).Description("When it was entered here.");
        descriptor.Field(c => c.UpdatedAt).Description("When it was last changed here.");
    }
}

/// <summary><c>input JoinChannelSortInput</c>.</summary>
public sealed class JoinChannelSortInput : SortInputType<JoinChannel>
{
    protected override void Configure(ISortInputTypeDescriptor<JoinChannel> descriptor)
    {
        descriptor.Description("The order of channels. Channels that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Kind).Description("By sort of place.");
        descriptor.Field(c => c.Name).Description("By name.");
        descriptor.Field(c => c.CreatedAt).Description("By time of entry.");
        descriptor.Field(c => c.UpdatedAt).Description("By time of the last change.");
    }
}

/// <summary><c>type ChannelCost</c>.</summary>
public sealed class ChannelCostObjectType : ObjectType<ChannelCost>
{
    protected override void Configure(IObjectTypeDescriptor<ChannelCost> descriptor)
    {
        descriptor.Description("What a channel cost over some days; each of them costs the same.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(c => c.Id).ResolveNodeWith<ChannelCostNode>(n => ChannelCostNode.GetChannelCostAsync(default, default!, default!, default));
        descriptor.Field(c => c.Id).Description("The global id.");
        descriptor.Field(c => c.From).Description("The first day, in the reporting time zone.");
        descriptor.Field(c => c.To).Description("The day after the last one.");
        descriptor.Field(c => c.Note).Description("What it was spent on.");
        descriptor.Field(c => c.CreatedAt).Description("When it was entered here.");
        descriptor.Field(c => c.Version).Description("Goes up with every change.");
    }
}

/// <summary><c>input ChannelCostSortInput</c>.</summary>
public sealed class ChannelCostSortInput : SortInputType<ChannelCost>
{
    protected override void Configure(ISortInputTypeDescriptor<ChannelCost> descriptor)
    {
        descriptor.Description("The order of costs. Costs that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.From).Description("By first day.");
        descriptor.Field(c => c.CreatedAt).Description("By time of entry.");
    }
}
