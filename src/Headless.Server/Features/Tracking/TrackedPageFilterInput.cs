using Headless.Server.Features.Campaigns;
using Headless.Server.Features.ContentItems;
using Headless.Server.Features.Groups;

namespace Headless.Server.Features.Tracking;

/// <summary><c>input TrackedPageFilterInput</c>.</summary>
public sealed class TrackedPageFilterInput : FilterInputType<TrackedPage>
{
    protected override void Configure(IFilterInputTypeDescriptor<TrackedPage> descriptor)
    {
        descriptor.Description("Conditions on tracked pages; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(p => p.Name).Description("What staff call it.");
        descriptor.Field(p => p.Status).Description("Whether its links lead to it.");
        descriptor.Field(p => p.ViewCount).Description("All views so far.");
        descriptor.Field(p => p.VisitorCount).Description("The visitors of each day so far, added up.");
        descriptor.Field(p => p.CreatedAt).Description("When it was entered.");
        descriptor.Field(p => p.UpdatedAt).Description("When it was last changed.");
        descriptor.Field(p => p.Group).Type<GroupFilterInput>().Description("The group that it is for.");
        descriptor.Field(p => p.Campaign).Type<CampaignFilterInput>().Description("The campaign that it is part of.");
    }
}

/// <summary><c>input TrackedPageSortInput</c>.</summary>
public sealed class TrackedPageSortInput : SortInputType<TrackedPage>
{
    protected override void Configure(ISortInputTypeDescriptor<TrackedPage> descriptor)
    {
        descriptor.Description("The order of tracked pages. Pages that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Name).Description("By name.");
        descriptor.Field(p => p.ViewCount).Description("By views.");
        descriptor.Field(p => p.VisitorCount).Description("By visitors.");
        descriptor.Field(p => p.CreatedAt).Description("By time of entry.");
        descriptor.Field(p => p.UpdatedAt).Description("By time of the last change.");
    }
}

/// <summary><c>input TrackedLinkFilterInput</c>.</summary>
public sealed class TrackedLinkFilterInput : FilterInputType<TrackedLink>
{
    protected override void Configure(IFilterInputTypeDescriptor<TrackedLink> descriptor)
    {
        descriptor.Description("Conditions on links to tracked pages; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(l => l.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(l => l.Code).Description("What stands in its address.");
        descriptor.Field(l => l.Name).Description("Where it is posted.");
        descriptor.Field(l => l.Keyword).Description("The search word that it answers.");
        descriptor.Field(l => l.Status).Description("Whether it leads to its page.");
        descriptor.Field(l => l.ClickCount).Description("All clicks so far.");
        descriptor.Field(l => l.CreatedAt).Description("When it was made.");
        descriptor.Field(l => l.Group).Type<GroupFilterInput>().Description("The group that it is posted in.");
        descriptor.Field(l => l.ContentItem).Type<ContentItemFilterInput>().Description("The content item that it stands in.");
    }
}

/// <summary><c>input TrackedLinkSortInput</c>.</summary>
public sealed class TrackedLinkSortInput : SortInputType<TrackedLink>
{
    protected override void Configure(ISortInputTypeDescriptor<TrackedLink> descriptor)
    {
        descriptor.Description("The order of links to tracked pages. Links that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(l => l.Name).Description("By name.");
        descriptor.Field(l => l.Keyword).Description("By search word.");
        descriptor.Field(l => l.ClickCount).Description("By clicks.");
        descriptor.Field(l => l.CreatedAt).Description("By time of making.");
    }
}
