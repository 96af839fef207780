using Headless.Server.Access;

namespace Headless.Server.Features.Incentives;

/// <summary><c>type IncentiveBudget</c>.</summary>
public sealed class IncentiveBudgetObjectType : ObjectType<IncentiveBudget>
{
    protected override void Configure(IObjectTypeDescriptor<IncentiveBudget> descriptor)
    {
        descriptor.Description("Money for red packets and gifts, and for which reasons it may be spent. Reserved and spent together never exceed it.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(b => b.Id).ResolveNodeWith<IncentiveBudgetNode>(n => IncentiveBudgetNode.GetIncentiveBudgetAsync(default, default!, default));
        descriptor.Field(b => b.Id).Description("The global id, stable for the life of the budget: use it as cache key.");
        descriptor.Field(b => b.Name).Description("The name.");
        descriptor.Field(b => b.StartsAt).Description("From when on it may be spent; null: at once.");
        descriptor.Field(b => b.EndsAt).Description("Until when it may be spent; null: no end.");
        descriptor.Field(b => b.AllowedReasons).Description("For which reasons it may be spent.");
        descriptor.Field(b => b.IsClosed).Description("Whether nothing is spent from it any more.");
        descriptor.Field(b => b.CreatedAt).Description("When it was made.");
        descriptor.Field(b => b.UpdatedAt).Description("When it was last changed; spending does not change it.");
        descriptor.Field(b => b.Version).Description("Goes up with every change but spending. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type RedPacketDrop</c>.</summary>
public sealed class RedPacketDropObjectType : ObjectType<RedPacketDrop>
{
    protected override void Configure(IObjectTypeDescriptor<RedPacketDrop> descriptor)
    {
        descriptor.Description("Money that the members of a group grab. Its parts come to exactly its amount, and what nobody claims goes back to the budget. It is paid out by whoever is told of the claims; here it is counted.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(d => d.Id).ResolveNodeWith<RedPacketDropNode>(n => RedPacketDropNode.GetRedPacketDropAsync(default, default!, default));
        descriptor.Field(d => d.Id).Description("The global id, stable for the life of the red packet: use it as cache key.");
        descriptor.Field(d => d.Title).Description("What members read on it.");
        descriptor.Field(d => d.Reason).Description("Why it is given.");
        descriptor.Field(d => d.PartCount).Description("In how many parts it is shared out.");
        descriptor.Field(d => d.Split).Description("How.");
        descriptor.Field(d => d.Status).Description("Where it stands.");
        descriptor.Field(d => d.ClaimedCount).Description("How many parts were claimed.");
        descriptor.Field(d => d.ExpiresAt).Description("Until when parts can be claimed.");
        descriptor.Field(d => d.CreatedAt).Description("When it was dropped.");
    }
}

/// <summary><c>type RedPacketPart</c>.</summary>
public sealed class RedPacketPartObjectType : ObjectType<RedPacketPart>
{
    protected override void Configure(IObjectTypeDescriptor<RedPacketPart> descriptor)
    {
        descriptor.Description("A part of a red packet that a member claimed.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Number).Description("In which turn it was claimed, from 0.");
        descriptor.Field(p => p.ClaimedAt).Description("When.");
    }
}

/// <summary><c>type Gift</c>.</summary>
public sealed class GiftObjectType : ObjectType<Gift>
{
    protected override void Configure(IObjectTypeDescriptor<Gift> descriptor)
    {
        descriptor.Description("A thing that a member is sent, for a reason.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(g => g.Id).ResolveNodeWith<GiftNode>(n => GiftNode.GetGiftAsync(default, default!, default));
        descriptor.Field(g => g.Id).Description("The global id, stable for the life of the gift: use it as cache key.");
        descriptor.Field(g => g.Name).Description("What it is.");
        descriptor.Field(g => g.Quantity).Description("How many pieces.");
        descriptor.Field(g => g.Reason).Description("Why it is given.");
        descriptor.Field(g => g.Note).Authorize(Policies.ReadPersonalData).Description("Anything that should be known about it. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(g => g.Status).Description("Where it stands.");
        descriptor.Field(g => g.SentAt).Description("When it was sent.");
        descriptor.Field(g => g.ClosedAt).Description("When it was received or came back.");
        descriptor.Field(g => g.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>enum IncentiveReason</c>.</summary>
public sealed class IncentiveReasonEnumType : EnumType<IncentiveReason>
{
    protected override void Configure(IEnumTypeDescriptor<IncentiveReason> descriptor)
    {
        descriptor.Description("Why members are given something: never out of the blue.");
        descriptor.Value(IncentiveReason.Result).Description("A stated result was reached.");
        descriptor.Value(IncentiveReason.Preheat).Description("An event is announced.");
        descriptor.Value(IncentiveReason.Festival).Description("A festival.");
        descriptor.Value(IncentiveReason.Compensation).Description("Something went wrong.");
    }
}

/// <summary><c>enum RedPacketSplit</c>.</summary>
public sealed class RedPacketSplitEnumType : EnumType<RedPacketSplit>
{
    protected override void Configure(IEnumTypeDescriptor<RedPacketSplit> descriptor)
    {
        descriptor.Description("How a red packet is shared out. Its parts come to exactly its amount, and each is at least one minor unit.");
        descriptor.Value(RedPacketSplit.Equal).Description("The same for everybody; what does not divide goes to the first ones, a minor unit each.");
        descriptor.Value(RedPacketSplit.Random).Description("拼手气: by chance, from a seed with which it can be computed again.");
    }
}

/// <summary><c>enum RedPacketStatus</c>.</summary>
public sealed class RedPacketStatusEnumType : EnumType<RedPacketStatus>
{
    protected override void Configure(IEnumTypeDescriptor<RedPacketStatus> descriptor)
    {
        descriptor.Description("Where a red packet stands: OPEN → FINISHED or EXPIRED.");
        descriptor.Value(RedPacketStatus.Open).Description("Parts can be claimed until expiresAt.");
        descriptor.Value(RedPacketStatus.Finished).Description("Every part was claimed.");
        descriptor.Value(RedPacketStatus.Expired).Description("What was not claimed went back to the budget.");
    }
}

/// <summary><c>enum GiftStatus</c>.</summary>
public sealed class GiftStatusEnumType : EnumType<GiftStatus>
{
    protected override void Configure(IEnumTypeDescriptor<GiftStatus> descriptor)
    {
        descriptor.Description("Where a gift stands: SENT → RECEIVED or RETURNED.");
        descriptor.Value(GiftStatus.Sent).Description("It is on its way.");
        descriptor.Value(GiftStatus.Received).Description("The member has it.");
        descriptor.Value(GiftStatus.Returned).Description("It came back. Its cost stays spent.");
    }
}
