namespace Headless.Server.Features.Tags;

/// <summary><c>type Tag</c>.</summary>
public sealed class TagObjectType : ObjectType<Tag>
{
    protected override void Configure(IObjectTypeDescriptor<Tag> descriptor)
    {
        descriptor.Description("A word that says something about members.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(t => t.Id).ResolveNodeWith<TagNode>(n => TagNode.GetTagAsync(default, default!, default));
        descriptor.Field(t => t.Id).Description("The global id, stable for the life of the tag: use it as cache key.");
        descriptor.Field(t => t.Name).Description("The word; unique within its group, and among the tags without a group.");
        descriptor.Field(t => t.Colour).Description("The colour to show it in, #RRGGBB; null: the group's.");
        descriptor.Field(t => t.CreatedAt).Description("When it was entered here.");
        descriptor.Field(t => t.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(t => t.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>type TagGroup</c>.</summary>
public sealed class TagGroupObjectType : ObjectType<TagGroup>
{
    protected override void Configure(IObjectTypeDescriptor<TagGroup> descriptor)
    {
        descriptor.Description("Tags that belong together.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(g => g.Id).ResolveNodeWith<TagGroupNode>(n => TagGroupNode.GetTagGroupAsync(default, default!, default));
        descriptor.Field(g => g.Id).Description("The global id, stable for the life of the tag group: use it as cache key.");
        descriptor.Field(g => g.Name).Description("The name; unique.");
        descriptor.Field(g => g.Exclusive).Description("Whether a member has at most one tag of the group.");
        descriptor.Field(g => g.Colour).Description("The colour to show its tags in, #RRGGBB, unless they have one of their own.");
        descriptor.Field(g => g.CreatedAt).Description("When it was entered here.");
        descriptor.Field(g => g.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(g => g.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>type MemberTag</c>.</summary>
public sealed class MemberTagObjectType : ObjectType<MemberTag>
{
    protected override void Configure(IObjectTypeDescriptor<MemberTag> descriptor)
    {
        descriptor.Description("That a member has a tag: since when, through what and until when.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.Source).Description("What gave it.");
        descriptor.Field(t => t.AddedAt).Description("Since when.");
        descriptor.Field(t => t.ExpiresAt).Description("Until when it is meant to hold; null: for good.");
    }
}

/// <summary><c>enum TagSource</c>.</summary>
public sealed class TagSourceEnumType : EnumType<TagSource>
{
    protected override void Configure(IEnumTypeDescriptor<TagSource> descriptor)
    {
        descriptor.Description("What gave a member a tag.");
        descriptor.Value(TagSource.Manual).Description("An operator.");
        descriptor.Value(TagSource.Rule).Description("A rule.");
        descriptor.Value(TagSource.Import).Description("An import.");
        descriptor.Value(TagSource.Campaign).Description("Taking part in a campaign.");
    }
}
