namespace Headless.Server.Features.ContentItems;

/// <summary><c>input ContentItemFilterInput</c>.</summary>
public sealed class ContentItemFilterInput : FilterInputType<ContentItem>
{
    protected override void Configure(IFilterInputTypeDescriptor<ContentItem> descriptor)
    {
        descriptor.Description("Conditions on content items; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(c => c.Title).Description("The title.");
        descriptor.Field(c => c.Category).Description("What it is to achieve.");
        descriptor.Field(c => c.Kind).Description("The library that it belongs to.");
        descriptor.Field(c => c.Source).Description("Where it comes from.");
        descriptor.Field(c => c.Status).Description("Where it stands in the workflow.");
        descriptor.Field(c => c.Topic).Description("What it is about.");
        descriptor.Field(c => c.Audience).Description("For whom it is.");
        descriptor.Field(c => c.DueAt).Description("SOLICITED: when it is to be there. Late: status INVITED and dueAt before now.");
        descriptor.Field(c => c.UsageCount).Description("How often it was used in a group.");
        descriptor.Field(c => c.LastUsedAt).Description("When it was last used in a group.");
        descriptor.Field(c => c.PublishedAt).Description("When it was published.");
        descriptor.Field(c => c.CreatedAt).Description("When it was entered here.");
        descriptor.Field(c => c.UpdatedAt).Description("When it was last changed here.");
    }
}

/// <summary><c>input ContentItemSortInput</c>.</summary>
public sealed class ContentItemSortInput : SortInputType<ContentItem>
{
    protected override void Configure(ISortInputTypeDescriptor<ContentItem> descriptor)
    {
        descriptor.Description("The order of content items. Items that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Title).Description("By title.");
        descriptor.Field(c => c.Category).Description("By what they are to achieve.");
        descriptor.Field(c => c.Kind).Description("By library.");
        descriptor.Field(c => c.Status).Description("By status.");
        descriptor.Field(c => c.Topic).Description("By topic.");
        descriptor.Field(c => c.DueAt).Description("By the time when a SOLICITED one is to be there.");
        descriptor.Field(c => c.UsageCount).Description("By how often they were used in groups.");
        descriptor.Field(c => c.LastUsedAt).Description("By when they were last used in a group.");
        descriptor.Field(c => c.PublishedAt).Description("By time of publication.");
        descriptor.Field(c => c.CreatedAt).Description("By time of entry.");
        descriptor.Field(c => c.UpdatedAt).Description("By time of the last change.");
    }
}
