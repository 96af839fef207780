namespace Headless.Server.Features.Tags;

/// <summary><c>input TagFilterInput</c>.</summary>
public sealed class TagFilterInput : FilterInputType<Tag>
{
    protected override void Configure(IFilterInputTypeDescriptor<Tag> descriptor)
    {
        descriptor.Description("Conditions on tags; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(t => t.Name).Description("The word.");
        descriptor.Field(t => t.TagGroup).Type<TagGroupFilterInput>().Description("The group that it belongs to.");
        descriptor.Field(t => t.CreatedAt).Description("When it was entered here.");
        descriptor.Field(t => t.UpdatedAt).Description("When it was last changed here.");
    }
}

/// <summary><c>input TagSortInput</c>.</summary>
public sealed class TagSortInput : SortInputType<Tag>
{
    protected override void Configure(ISortInputTypeDescriptor<Tag> descriptor)
    {
        descriptor.Description("The order of tags. Tags that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.Name).Description("By the word.");
        descriptor.Field(t => t.CreatedAt).Description("By time of entry.");
        descriptor.Field(t => t.UpdatedAt).Description("By time of the last change.");
    }
}

/// <summary><c>input TagGroupFilterInput</c>.</summary>
public sealed class TagGroupFilterInput : FilterInputType<TagGroup>
{
    protected override void Configure(IFilterInputTypeDescriptor<TagGroup> descriptor)
    {
        descriptor.Description("Conditions on tag groups; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(g => g.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(g => g.Name).Description("The name.");
        descriptor.Field(g => g.Exclusive).Description("Whether a member has at most one tag of the group.");
        descriptor.Field(g => g.CreatedAt).Description("When it was entered here.");
        descriptor.Field(g => g.UpdatedAt).Description("When it was last changed here.");
    }
}

/// <summary><c>input TagGroupSortInput</c>.</summary>
public sealed class TagGroupSortInput : SortInputType<TagGroup>
{
    protected override void Configure(ISortInputTypeDescriptor<TagGroup> descriptor)
    {
        descriptor.Description("The order of tag groups. Groups that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(g => g.Name).Description("By name.");
        descriptor.Field(g => g.CreatedAt).Description("By time of entry.");
        descriptor.Field(g => g.UpdatedAt).Description("By time of the last change.");
    }
}

/// <summary><c>input MemberTagFilterInput</c>.</summary>
public sealed class MemberTagFilterInput : FilterInputType<MemberTag>
{
    protected override void Configure(IFilterInputTypeDescriptor<MemberTag> descriptor)
    {
        descriptor.Description("Conditions on what is known of a member's tags; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.Source).Description("What gave it.");
        descriptor.Field(t => t.AddedAt).Description("Since when.");
        descriptor.Field(t => t.ExpiresAt).Description("Until when it is meant to hold.");
        descriptor.Field(t => t.Tag).Type<TagFilterInput>().Description("The tag.");
    }
}

/// <summary><c>input MemberTagSortInput</c>.</summary>
public sealed class MemberTagSortInput : SortInputType<MemberTag>
{
    protected override void Configure(ISortInputTypeDescriptor<MemberTag> descriptor)
    {
        descriptor.Description("The order of what is known of a member's tags; the oldest row first among equals.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.AddedAt).Description("By time of adding.");
        descriptor.Field(t => t.ExpiresAt).Description("By time of expiry.");
    }
}
