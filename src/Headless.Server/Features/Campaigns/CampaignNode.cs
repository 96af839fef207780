using Headless.Server.Features.Groups;
using Headless.Server.Features.Orders;
using Headless.Server.Reading;

namespace Headless.Server.Features.Campaigns;

/// <summary>What a campaign leads to, besides its orders.</summary>
[ExtendObjectType<Campaign>]
public sealed class CampaignNode
{
    [GraphQLIgnore]
    public static Task<Campaign?> GetCampaignAsync(
        long id, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(id, cancellationToken);

    [GraphQLDescription("What it may cost; null where no budget is set.")]
    public static Money? GetBudget([Parent($"{nameof(Campaign.Budget)} {nameof(Campaign.Currency)}")] Campaign campaign) =>
        campaign is { Budget: { } amount, Currency: { } currency } ? new Money(amount, currency) : null;

    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<GroupFilterInput>]
    [UseSorting<GroupSortInput>]
    [GraphQLDescription("The groups that it runs in, as far as the caller may see them.")]
    public static IQueryable<Group> GetGroups([Parent(nameof(Campaign.Id))] Campaign campaign, CommunityDbContext db) =>
        db.CampaignGroups.Where(c => c.CampaignId == campaign.Id).Select(c => c.Group);
}

/// <summary>The campaigns of a group.</summary>
[ExtendObjectType<Group>]
public sealed class GroupCampaigns
{
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<CampaignFilterInput>]
    [UseSorting<CampaignSortInput>]
    [GraphQLDescription("The campaigns that run or ran in the group.")]
    public static IQueryable<Campaign> GetCampaigns([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.CampaignGroups.Where(c => c.GroupId == group.Id).Select(c => c.Campaign);
}
