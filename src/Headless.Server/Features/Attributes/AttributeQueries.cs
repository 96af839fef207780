using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Attributes;

/// <summary>Attribute definitions as a list, by id and by key.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class AttributeQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<AttributeDefinitionFilterInput>]
    [UseSorting<AttributeDefinitionSortInput>]
    [GraphQLDescription("What may be known of members, in the brand's own terms. Definitions are visible to all, values by their privacy.")]
    public static IQueryable<AttributeDefinition> GetAttributeDefinitions(CommunityDbContext db) => db.AttributeDefinitions;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One attribute definition; null where there is none.")]
    public static Task<AttributeDefinition?> GetAttributeDefinitionByIdAsync(
        [ID<AttributeDefinition>] [GraphQLDescription("The definition's global id.")] long id,
        ByIdDataLoader<AttributeDefinition> definitions,
        CancellationToken cancellationToken) => definitions.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [GraphQLDescription("The attribute definition with a key; null where there is none.")]
    public static Task<AttributeDefinition?> GetAttributeDefinitionByKeyAsync(
        [GraphQLDescription("The key.")] string key, CommunityDbContext db, CancellationToken cancellationToken) =>
        db.AttributeDefinitions.AsNoTracking().FirstOrDefaultAsync(d => d.Key == key, cancellationToken);
}
