using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Campaigns;

/// <summary>Campaigns as a list and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class CampaignQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<CampaignFilterInput>]
    [UseSorting<CampaignSortInput>]
    [GraphQLDescription("Campaigns that the caller may see: an OWNER or ADMIN those that run in one of their groups.")]
    public static IQueryable<Campaign> GetCampaigns(CommunityDbContext db) => db.Campaigns;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One campaign; null where there is none or the caller may not see it.")]
    public static Task<Campaign?> GetCampaignByIdAsync(
        [ID<Campaign>] [GraphQLDescription("The campaign's global id.")] long id,
        ByIdDataLoader<Campaign> campaigns,
        CancellationToken cancellationToken) => campaigns.LoadAsync(id, cancellationToken);
}
