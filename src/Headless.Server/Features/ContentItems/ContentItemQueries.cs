using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.ContentItems;

/// <summary>The content library as a list and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class ContentItemQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<ContentItemFilterInput>]
    [UseSorting<ContentItemSortInput>]
    [GraphQLDescription("The content library, which belongs to the whole organisation.")]
    public static IQueryable<ContentItem> GetContentItems(CommunityDbContext db) => db.ContentItems;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One content item; null where there is none.")]
    public static Task<ContentItem?> GetContentItemByIdAsync(
        [ID<ContentItem>] [GraphQLDescription("The item's global id.")] long id,
        ByIdDataLoader<ContentItem> items,
        CancellationToken cancellationToken) => items.LoadAsync(id, cancellationToken);
}
