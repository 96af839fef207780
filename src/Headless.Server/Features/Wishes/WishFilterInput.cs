using Headless.Server.Features.Campaigns;
using Headless.Server.Features.Groups;
using Headless.Server.Features.Members;

namespace Headless.Server.Features.Wishes;

/// <summary><c>input WishFilterInput</c>: no note, which is personal data.</summary>
public sealed class WishFilterInput : FilterInputType<Wish>
{
    protected override void Configure(IFilterInputTypeDescriptor<Wish> descriptor)
    {
        descriptor.Description("Conditions on wishes; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(w => w.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(w => w.Category).Description("The category.");
        descriptor.Field(w => w.Product).Description("What it should be.");
        descriptor.Field(w => w.Status).Description("What becomes of it.");
        descriptor.Field(w => w.VoteCount).Description("How many members voted for it.");
        descriptor.Field(w => w.CreatedAt).Description("When it was written down.");
        descriptor.Field(w => w.UpdatedAt).Description("When it was last changed.");
        descriptor.Field(w => w.Member).Type<MemberFilterInput>().Description("Who came up with it.");
        descriptor.Field(w => w.Group).Type<GroupFilterInput>().Description("The group in which it came up.");
        descriptor.Field(w => w.Campaign).Type<CampaignFilterInput>().Description("The campaign that fulfils it.");
    }
}

/// <summary><c>input WishSortInput</c>.</summary>
public sealed class WishSortInput : SortInputType<Wish>
{
    protected override void Configure(ISortInputTypeDescriptor<Wish> descriptor)
    {
        descriptor.Description("The order of wishes. Wishes that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(w => w.VoteCount).Description("By the number of votes.");
        descriptor.Field(w => w.Category).Description("By category.");
        descriptor.Field(w => w.Product).Description("By product.");
        descriptor.Field(w => w.Status).Description("By status, in the order of the enum.");
        descriptor.Field(w => w.CreatedAt).Description("By time of writing down.");
        descriptor.Field(w => w.UpdatedAt).Description("By time of the last change.");
    }
}
