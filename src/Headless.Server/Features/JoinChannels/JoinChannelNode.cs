using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Reading;

namespace Headless.Server.Features.JoinChannels;

/// <summary>Channels as a list and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class JoinChannelQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<JoinChannelFilterInput>]
    [UseSorting<JoinChannelSortInput>]
    [GraphQLDescription("The channels through which people come.")]
    public static IQueryable<JoinChannel> GetJoinChannels(CommunityDbContext db) => db.JoinChannels;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One channel; null where there is none.")]
    public static Task<JoinChannel?> GetJoinChannelByIdAsync(
        [ID<JoinChannel>] [GraphQLDescription("The channel's global id.")] long id, ByIdDataLoader<JoinChannel> channels, CancellationToken cancellationToken) =>
        channels.LoadAsync(id, cancellationToken);
}

/// <summary>What a channel leads to.</summary>
[ExtendObjectType<JoinChannel>]
public sealed class JoinChannelNode
{
    [GraphQLIgnore]
    public static Task<JoinChannel?> GetJoinChannelAsync(long id, ByIdDataLoader<JoinChannel> channels, CancellationToken cancellationToken) =>
        channels.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Administer)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseSorting<ChannelCostSortInput>]
    [GraphQLDescription("What it cost, period by period. LEAD only.")]
    public static IQueryable<ChannelCost> GetCosts([Parent(nameof(JoinChannel.Id))] JoinChannel channel, CommunityDbContext db) =>
        db.ChannelCosts.Where(c => c.JoinChannelId == channel.Id);
}

/// <summary>What a cost leads to.</summary>
[ExtendObjectType<ChannelCost>]
public sealed class ChannelCostNode
{
    [GraphQLIgnore]
    public static async Task<ChannelCost?> GetChannelCostAsync(long id, Caller caller, ByIdDataLoader<ChannelCost> costs, CancellationToken cancellationToken) =>
        caller.May(Policies.Administer) ? await costs.LoadAsync(id, cancellationToken) : null;

    [GraphQLDescription("How much it was.")]
    public static Money GetAmount([Parent($"{nameof(ChannelCost.Amount)} {nameof(ChannelCost.Currency)}")] ChannelCost cost) => new(cost.Amount, cost.Currency);

    [Cost(1)]
    [GraphQLDescription("The channel.")]
    public static Task<JoinChannel?> GetChannelAsync(
        [Parent(nameof(ChannelCost.JoinChannelId))] ChannelCost cost, ByIdDataLoader<JoinChannel> channels, CancellationToken cancellationToken) =>
        channels.LoadAsync(cost.JoinChannelId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign that it was spent for.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(ChannelCost.CampaignId))] ChannelCost cost, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(cost.CampaignId, cancellationToken);
}
