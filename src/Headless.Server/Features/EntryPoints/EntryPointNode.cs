using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.EntryPoints;

/// <summary>Entry points as a list, by id and by code.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class EntryPointQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<EntryPointFilterInput>]
    [UseSorting<EntryPointSortInput>]
    [GraphQLDescription("The entry points into groups that the caller may see.")]
    public static IQueryable<EntryPoint> GetEntryPoints(CommunityDbContext db) => db.EntryPoints;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One entry point; null where there is none or the caller may not see it.")]
    public static Task<EntryPoint?> GetEntryPointByIdAsync(
        [ID<EntryPoint>] [GraphQLDescription("The entry point's global id.")] long id, ByIdDataLoader<EntryPoint> entryPoints, CancellationToken cancellationToken) =>
        entryPoints.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [GraphQLDescription("One entry point by its code, for whoever follows the link: current says where to send them. Null where there is none or the caller may not see it.")]
    public static Task<EntryPoint?> GetEntryPointByCodeAsync(
        [GraphQLDescription("What stands in the code or link.")] string code, CommunityDbContext db, CancellationToken cancellationToken) =>
        db.EntryPoints.AsNoTracking().FirstOrDefaultAsync(e => e.Code == code, cancellationToken);
}

/// <summary>What an entry point leads to.</summary>
[ExtendObjectType<EntryPoint>]
public sealed class EntryPointNode
{
    [GraphQLIgnore]
    public static Task<EntryPoint?> GetEntryPointAsync(long id, ByIdDataLoader<EntryPoint> entryPoints, CancellationToken cancellationToken) =>
        entryPoints.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The channel that it stands for.")]
    public static Task<JoinChannel?> GetChannelAsync(
        [Parent(nameof(EntryPoint.JoinChannelId))] EntryPoint entryPoint, ByIdDataLoader<JoinChannel> channels, CancellationToken cancellationToken) =>
        channels.LoadAsync(entryPoint.JoinChannelId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign that it is part of.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(EntryPoint.CampaignId))] EntryPoint entryPoint, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(entryPoint.CampaignId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The account of staff that it leads to when no target can take anybody.")]
    public static Task<Identity?> GetFallbackAsync(
        [Parent(nameof(EntryPoint.FallbackIdentityId))] EntryPoint entryPoint, ByIdDataLoader<Identity> identities, CancellationToken cancellationToken) =>
        identities.LoadAsync(entryPoint.FallbackIdentityId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("Where it leads now, and why. Asked for many entry points at once it costs the same few statements.")]
    public static Task<EntryResolution?> GetCurrentAsync(
        [Parent(nameof(EntryPoint.Id))] EntryPoint entryPoint, EntryResolutionDataLoader resolutions, CancellationToken cancellationToken) =>
        resolutions.LoadAsync(entryPoint.Id, cancellationToken)!;
}

/// <summary>The entry points of a channel.</summary>
[ExtendObjectType<JoinChannel>]
public sealed class EntryPointsOfChannel
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<EntryPointFilterInput>]
    [UseSorting<EntryPointSortInput>]
    [GraphQLDescription("The codes and links that stand for it.")]
    public static IQueryable<EntryPoint> GetEntryPoints([Parent(nameof(JoinChannel.Id))] JoinChannel channel, CommunityDbContext db) =>
        db.EntryPoints.Where(e => e.JoinChannelId == channel.Id);
}

/// <summary>Where entry points lead. It does not depend on who asks; which groups they see of it does.</summary>
public sealed class EntryResolutionDataLoader(
    CommunityDatabase database, TimeProvider clock, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, EntryResolution>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, EntryResolution>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(AccessScope.Everything);
        return await EntryResolver.ResolveAsync(db, [.. keys], clock.GetUtcNow().UtcDateTime, cancellationToken);
    }
}
