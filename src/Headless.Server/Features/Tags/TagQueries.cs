using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Tags;

/// <summary>Tags and tag groups as lists and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class TagQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<TagFilterInput>]
    [UseSorting<TagSortInput>]
    [GraphQLDescription("The tags of the whole organisation.")]
    public static IQueryable<Tag> GetTags(CommunityDbContext db) => db.Tags;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One tag; null where there is none.")]
    public static Task<Tag?> GetTagByIdAsync(
        [ID<Tag>] [GraphQLDescription("The tag's global id.")] long id, ByIdDataLoader<Tag> tags, CancellationToken cancellationToken) =>
        tags.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<TagGroupFilterInput>]
    [UseSorting<TagGroupSortInput>]
    [GraphQLDescription("The tag groups of the whole organisation.")]
    public static IQueryable<TagGroup> GetTagGroups(CommunityDbContext db) => db.TagGroups;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One tag group; null where there is none.")]
    public static Task<TagGroup?> GetTagGroupByIdAsync(
        [ID<TagGroup>] [GraphQLDescription("The tag group's global id.")] long id, ByIdDataLoader<TagGroup> tagGroups, CancellationToken cancellationToken) =>
        tagGroups.LoadAsync(id, cancellationToken);
}
