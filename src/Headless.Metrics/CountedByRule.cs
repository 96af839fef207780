using Headless.Community;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics;

/// <summary>Readings of effective messages that say by which version of the rule they were counted: all of one reading by one version.</summary>
public sealed class CountedByRule(CommunityDbContext db)
{
    /// <summary>Reads, and reads again when another version took the place of the active one meanwhile.</summary>
    /// <param name="read">Gets the number of the version that is active; null in a database that has none yet.</param>
    /// <param name="ct">Cancels the statements.</param>
    public async Task<T> ReadAsync<T>(Func<short?, Task<T>> read, CancellationToken ct)
    {
        for (var (version, isChanging) = await VersionAsync(ct); ;)
        {
            var result = await read(version);
            if (!isChanging)
            {
                return result;
            }

            var (after, stillChanging) = await VersionAsync(ct);
            if (after == version)
            {
                return result;
            }

            (version, isChanging) = (after, stillChanging);
        }
    }

    /// <summary>The same for metrics of which some may count effective messages; without one of them nothing is asked, and the number is null.</summary>
    internal Task<T> ReadAsync<T>(IEnumerable<MetricKey> keys, Func<short?, Task<T>> read, CancellationToken ct) =>
        keys.Any(MetricFormula.CountsEffectiveMessages) ? ReadAsync(read, ct) : read(null);

    private async Task<(short? Number, bool IsChanging)> VersionAsync(CancellationToken ct)
    {
        var versions = await db.EffectiveMessageRuleVersions.AsNoTracking()
            .Where(version => version.Status == EffectiveMessageRuleStatus.Active || version.Status == EffectiveMessageRuleStatus.Counting)
            .Select(version => new { version.Number, version.Status })
            .ToListAsync(ct);
        return (versions.Find(version => version.Status == EffectiveMessageRuleStatus.Active)?.Number, versions.Count > 1);
    }
}
