using Headless.Server.Access;

namespace Headless.Server.Features.ContentItems;

/// <summary><c>type ContentItem</c>.</summary>
public sealed class ContentItemObjectType : ObjectType<ContentItem>
{
    protected override void Configure(IObjectTypeDescriptor<ContentItem> descriptor)
    {
        descriptor.Description("A piece of content in the library, which belongs to the whole organisation.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(c => c.Id).ResolveNodeWith<ContentItemNode>(n => ContentItemNode.GetContentItemAsync(default, default!, default));
        descriptor.Field(c => c.Id).Description("The global id, stable for the life of the item: use it as cache key.");
        descriptor.Field(c => c.Title).Description("The title.");
        descriptor.Field(c => c.Body).Description("The content itself: text or Markdown, at most 100 000 characters; empty until it is written.");
        descriptor.Field(c => c.TextVersion).Description("The number of the present version of title and body, which versions has; 0 where none has been kept yet.");
        descriptor.Field(c => c.Category).Description("What it is to achieve.");
        descriptor.Field(c => c.Kind).Description("The library that it belongs to.");
        descriptor.Field(c => c.Source).Description("Where it comes from; never changed.");
        descriptor.Field(c => c.Status).Description("Where it stands in the workflow.");
        descriptor.Field(c => c.Topic).Description("What it is about, in the organisation's own words.");
        descriptor.Field(c => c.Audience).Description("For whom it is, in words.");
        descriptor.Field(c => c.Outline).Description("ORIGINAL: what it will say, in which order.");
        descriptor.Field(c => c.KeyPoints).Description("ORIGINAL: what nobody may miss in it.");
        descriptor.Field(c => c.Brief).Description("SOLICITED: what is wanted.");
        descriptor.Field(c => c.InviteeName).Authorize(Policies.ReadPersonalData).Description("SOLICITED: who was asked for it, where they are no member. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(c => c.DueAt).Description("SOLICITED: when it is to be there.");
        descriptor.Field(c => c.ReceivedAt).Description("SOLICITED: when it came.");
        descriptor.Field(c => c.UsageCount).Description("How often it was used in a group.");
        descriptor.Field(c => c.LastUsedAt).Description("When it was last used in a group; null: never.");
        descriptor.Field(c => c.OriginUrl).Description("Where a REPOST comes from.");
        descriptor.Field(c => c.Permission).Description("Who allowed a REPOST, and under which licence.");
        descriptor.Field(c => c.ReviewNote).Description("What the reviewer said when it was sent back; null once it is approved.");
        descriptor.Field(c => c.PublishedAt).Description("When it was published.");
        descriptor.Field(c => c.CreatedAt).Description("When it was entered here.");
        descriptor.Field(c => c.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(c => c.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}
