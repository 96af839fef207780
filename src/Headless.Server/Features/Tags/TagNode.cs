using Headless.Server.Access;
using Headless.Server.Features.Members;
using Headless.Server.Reading;

namespace Headless.Server.Features.Tags;

/// <summary>What a tag leads to.</summary>
[ExtendObjectType<Tag>]
public sealed class TagNode
{
    [GraphQLIgnore]
    public static Task<Tag?> GetTagAsync(long id, ByIdDataLoader<Tag> tags, CancellationToken cancellationToken) => tags.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group that it belongs to; null: none.")]
    public static Task<TagGroup?> GetTagGroupAsync(
        [Parent(nameof(Tag.TagGroupId))] Tag tag, ByIdDataLoader<TagGroup> tagGroups, CancellationToken cancellationToken) =>
        tagGroups.LoadAsync(tag.TagGroupId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<MemberFilterInput>]
    [UseSorting<MemberSortInput>]
    [GraphQLDescription("The members that have it and that the caller may see.")]
    public static IQueryable<Member> GetMembers([Parent(nameof(Tag.Id))] Tag tag, CommunityDbContext db) =>
        db.MemberTags.Where(t => t.TagId == tag.Id).Select(t => t.Member);
}

/// <summary>What a tag group leads to.</summary>
[ExtendObjectType<TagGroup>]
public sealed class TagGroupNode
{
    [GraphQLIgnore]
    public static Task<TagGroup?> GetTagGroupAsync(long id, ByIdDataLoader<TagGroup> tagGroups, CancellationToken cancellationToken) =>
        tagGroups.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<TagFilterInput>]
    [UseSorting<TagSortInput>]
    [GraphQLDescription("Its tags.")]
    public static IQueryable<Tag> GetTags([Parent(nameof(TagGroup.Id))] TagGroup tagGroup, CommunityDbContext db) =>
        db.Tags.Where(t => t.TagGroupId == tagGroup.Id);
}

/// <summary>A member's tags.</summary>
[ExtendObjectType<Member>]
public sealed class TagsOfMember
{
    /// <summary>More than anybody has, records that were merged included: an export reads those of a member at once.</summary>
    internal const int MaxPageSize = 1_000;

    [Cost(1)]
    [ListSize(AssumedSize = 10)]
    [GraphQLDescription("Their tags by name, at most 200. One statement reads those of a whole list of members.")]
    public static async Task<IReadOnlyList<Tag>> GetTagsAsync(
        [Parent(nameof(Member.Id))] Member member, TagsByMemberIdDataLoader tags, CancellationToken cancellationToken) =>
        await tags.LoadAsync(member.Id, cancellationToken) ?? [];

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true, MaxPageSize = MaxPageSize)]
    [UseFiltering<MemberTagFilterInput>]
    [UseSorting<MemberTagSortInput>]
    [GraphQLDescription("Their tags with what gave each, since when and until when; at most 1 000 in a page.")]
    public static IQueryable<MemberTag> GetMemberTags([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.MemberTags.Where(t => t.MemberId == member.Id);
}

/// <summary>What the fact that a member has a tag leads to.</summary>
[ExtendObjectType<MemberTag>]
public sealed class MemberTagNode
{
    [Cost(1)]
    [GraphQLDescription("The tag.")]
    public static Task<Tag?> GetTagAsync(
        [Parent(nameof(MemberTag.TagId))] MemberTag memberTag, ByIdDataLoader<Tag> tags, CancellationToken cancellationToken) =>
        tags.LoadAsync(memberTag.TagId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The member.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(MemberTag.MemberId))] MemberTag memberTag, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(memberTag.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The operator who gave it; null where it was no person.")]
    public static Task<Operator?> GetAddedByAsync(
        [Parent(nameof(MemberTag.AddedById))] MemberTag memberTag, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(memberTag.AddedById, cancellationToken);
}
