using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Platforms;

/// <summary>What is known about platforms: all rows with their history, and those that count.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class PlatformQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<PlatformPolicyFilterInput>]
    [UseSorting<PlatformPolicySortInput>]
    [GraphQLDescription("The limits of all platforms, past and announced ones included.")]
    public static IQueryable<PlatformPolicy> GetPlatformPolicies(CommunityDbContext db) => db.PlatformPolicies;

    [Authorize(Policies.Read)]
    [Cost(10)]
    [ListSize(AssumedSize = 20)]
    [GraphQLDescription("The limits in force at a time: one row at most for each platform and key.")]
    public static async Task<IReadOnlyList<PlatformPolicy>> GetEffectivePlatformPoliciesAsync(
        [GraphQLDescription("The platform; all of them unless given.")] Platform? platform,
        [GraphQLDescription("The time; now unless given.")] DateTimeOffset? at,
        CommunityDbContext db,
        TimeProvider clock,
        CancellationToken cancellationToken) =>
        [
            .. (await PlatformPolicies.LoadAsync(db, cancellationToken))
                .AllEffectiveAt((at ?? clock.GetUtcNow()).UtcDateTime)
                .Where(row => platform is null || row.Platform == platform),
        ];

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<PlatformCapabilityFilterInput>]
    [UseSorting<PlatformCapabilitySortInput>]
    [GraphQLDescription("What the groups of all platforms can do, or not: shipped rows and the organisation's.")]
    public static IQueryable<PlatformCapability> GetPlatformCapabilities(CommunityDbContext db) => db.PlatformCapabilities;

    [Authorize(Policies.Read)]
    [Cost(10)]
    [ListSize(AssumedSize = 50)]
    [GraphQLDescription("What counts: one row at most for each platform and capability.")]
    public static async Task<IReadOnlyList<PlatformCapability>> GetEffectivePlatformCapabilitiesAsync(
        [GraphQLDescription("The platform; all of them unless given.")] Platform? platform,
        CommunityDbContext db,
        CancellationToken cancellationToken) =>
        [.. (await PlatformCapabilities.LoadAsync(db, cancellationToken)).Effective.Where(row => platform is null || row.Platform == platform)];
}

/// <summary>A limit by its id.</summary>
[ExtendObjectType<PlatformPolicy>]
public sealed class PlatformPolicyNode
{
    [GraphQLIgnore]
    public static Task<PlatformPolicy?> GetPlatformPolicyAsync(long id, ByIdDataLoader<PlatformPolicy> policies, CancellationToken cancellationToken) =>
        policies.LoadAsync(id, cancellationToken);
}

/// <summary>A capability by its id.</summary>
[ExtendObjectType<PlatformCapability>]
public sealed class PlatformCapabilityNode
{
    [GraphQLIgnore]
    public static Task<PlatformCapability?> GetPlatformCapabilityAsync(
        long id, ByIdDataLoader<PlatformCapability> capabilities, CancellationToken cancellationToken) => capabilities.LoadAsync(id, cancellationToken);
}
