using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>The limits of all platforms, read at once: some dozens of rows.</summary>
public sealed class PlatformPolicies
{
    private readonly ILookup<(Platform, PlatformPolicyKey), PlatformPolicy> _rows;

    /// <param name="rows">All rows, in any order.</param>
    public PlatformPolicies(IEnumerable<PlatformPolicy> rows) => _rows = rows.ToLookup(row => (row.Platform, row.Key));

    /// <summary>Reads them: one statement.</summary>
    public static async Task<PlatformPolicies> LoadAsync(CommunityDbContext db, CancellationToken cancellationToken) =>
        new(await db.PlatformPolicies.AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>
    /// The row in force at a time: an override of the organisation goes before what was shipped, then the newest that has begun.
    /// Null where nothing is known.
    /// </summary>
    public PlatformPolicy? EffectiveAt(Platform platform, PlatformPolicyKey key, DateTime at) => _rows[(platform, key)]
        .Where(row => row.EffectiveFrom <= at)
        .OrderByDescending(row => row.Origin == PlatformRowOrigin.Organisation)
        .ThenByDescending(row => row.EffectiveFrom)
        .FirstOrDefault();

    /// <summary>The limit in force at a time; null where none is known.</summary>
    public int? ValueAt(Platform platform, PlatformPolicyKey key, DateTime at) => EffectiveAt(platform, key, at)?.Value;

    /// <summary>Every row in force at a time, by platform and key.</summary>
    public IReadOnlyList<PlatformPolicy> AllEffectiveAt(DateTime at) =>
        [.. _rows.Select(rows => EffectiveAt(rows.Key.Item1, rows.Key.Item2, at)).OfType<PlatformPolicy>().OrderBy(row => row.Platform).ThenBy(row => row.Key)];
}
