namespace Headless.Server.Assets;

/// <summary>Which files of the store something still has. The same bytes are there once, whoever has them.</summary>
public sealed class StoredFiles(IAssetStore store, CommunityDatabase database)
{
    /// <summary>Deletes those that no asset, no import and no export has any more.</summary>
    /// <returns>How many.</returns>
    public async Task<int> DeleteUnusedAsync(IEnumerable<string> sha256s, CancellationToken ct)
    {
        var deleted = 0;
        await using var db = database.Create(AccessScope.Everything);
        foreach (var sha256 in sha256s)
        {
            if (!await db.Assets.AnyAsync(a => a.Sha256 == sha256 && a.Status != AssetStatus.Removed, ct)
                && !await db.ImportJobs.AnyAsync(j => j.Sha256 == sha256, ct)
                && !await db.ExportJobs.AnyAsync(j => j.Sha256 == sha256, ct))
            {
                await store.DeleteAsync(sha256, ct);
                deleted++;
            }
        }

        return deleted;
    }
}
