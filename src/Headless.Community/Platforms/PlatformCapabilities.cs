using System.Text.Json;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>What the groups of all platforms can do, read at once: some dozens of rows.</summary>
public sealed class PlatformCapabilities
{
    private readonly Dictionary<(Platform, PlatformCapabilityKind), PlatformCapability> _rows = [];

    /// <param name="rows">All rows, in any order.</param>
    public PlatformCapabilities(IEnumerable<PlatformCapability> rows)
    {
        foreach (var row in rows.OrderBy(row => row.Origin))
        {
            _rows[(row.Platform, row.Capability)] = row;
        }
    }

    /// <summary>The row that counts of each platform and capability, by these.</summary>
    public IReadOnlyList<PlatformCapability> Effective => [.. _rows.Values.OrderBy(row => row.Platform).ThenBy(row => row.Capability)];

    /// <summary>Reads them: one statement.</summary>
    public static async Task<PlatformCapabilities> LoadAsync(CommunityDbContext db, CancellationToken cancellationToken) =>
        new(await db.PlatformCapabilities.AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>The row that counts; null where nothing is known.</summary>
    public PlatformCapability? Find(Platform platform, PlatformCapabilityKind capability) => _rows.GetValueOrDefault((platform, capability));

    /// <summary>Whether the platform can do it; null where nothing is known.</summary>
    public bool? IsAvailable(Platform platform, PlatformCapabilityKind capability) => Find(platform, capability)?.IsAvailable;

    /// <summary>Refuses what the platform is known not to be able to do. What nobody knows of is let pass.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.CapabilityNotAvailable"/>.</exception>
    public void Require(Platform platform, PlatformCapabilityKind capability)
    {
        if (Find(platform, capability) is { IsAvailable: false } row)
        {
            throw new DomainException(
                DomainErrorCodes.CapabilityNotAvailable,
                $"{JsonNamingPolicy.SnakeCaseUpper.ConvertName(platform.ToString())} has no {JsonNamingPolicy.SnakeCaseUpper.ConvertName(capability.ToString())} "
                + $"(as of {row.AsOf:yyyy-MM-dd}, {row.Source}). If it has by now, a LEAD says so with setPlatformCapability.");
        }
    }
}
