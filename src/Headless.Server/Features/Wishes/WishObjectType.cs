using Headless.Server.Access;

namespace Headless.Server.Features.Wishes;

/// <summary><c>type Wish</c>.</summary>
public sealed class WishObjectType : ObjectType<Wish>
{
    protected override void Configure(IObjectTypeDescriptor<Wish> descriptor)
    {
        descriptor.Description("What members would like to be offered. Each of them has one vote for it.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(w => w.Id).ResolveNodeWith<WishNode>(n => WishNode.GetWishAsync(default, default!, default));
        descriptor.Field(w => w.Id).Description("The global id, stable for the life of the wish: use it as cache key.");
        descriptor.Field(w => w.Category).Description("The category in the brand's own words.");
        descriptor.Field(w => w.Product).Description("What it should be.");
        descriptor.Field(w => w.Note).Authorize(Policies.ReadPersonalData).Description("What the member said about it. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(w => w.Status).Description("What becomes of it.");
        descriptor.Field(w => w.StatusReason).Description("Why, for whoever asks.");
        descriptor.Field(w => w.StatusChangedAt).Description("When that was decided; null while nothing was.");
        descriptor.Field(w => w.VoteCount).Description("How many members voted for it, the one who came up with it included.");
        descriptor.Field(w => w.CreatedAt).Description("When it was written down.");
        descriptor.Field(w => w.UpdatedAt).Description("When it was last changed; a vote does not change it.");
        descriptor.Field(w => w.Version).Description("Goes up with every change but votes. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type WishVote</c>.</summary>
public sealed class WishVoteObjectType : ObjectType<WishVote>
{
    protected override void Configure(IObjectTypeDescriptor<WishVote> descriptor)
    {
        descriptor.Description("A member's vote for a wish.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(v => v.VotedAt).Description("When.");
    }
}

/// <summary><c>enum WishStatus</c>.</summary>
public sealed class WishStatusEnumType : EnumType<WishStatus>
{
    protected override void Configure(IEnumTypeDescriptor<WishStatus> descriptor)
    {
        descriptor.Description("What becomes of a wish: OPEN ⇄ PLANNED → FULFILLED; both can be DECLINED, and DECLINED opened again.");
        descriptor.Value(WishStatus.Open).Description("Nobody has decided about it.");
        descriptor.Value(WishStatus.Planned).Description("It is going to be fulfilled.");
        descriptor.Value(WishStatus.Fulfilled).Description("Members have what they wished for.");
        descriptor.Value(WishStatus.Declined).Description("It is not going to be fulfilled: statusReason says why.");
    }
}
