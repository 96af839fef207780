using Headless.Community.Search;
using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.ContentItems;

/// <summary>Makes content and titles findable by their words.</summary>
internal static class ContentIndexing
{
    /// <summary>Saves what has been changed, and makes the item findable by what it says now; what is archived is not found.</summary>
    public static async Task IndexAsync(this WriteSession session, ContentItem item)
    {
        item.IndexVersion = SearchTokens.Version;
        await session.Db.SaveChangesAsync(session.CancellationToken);
        await SearchIndex.PutAsync(session.Db, SearchScope.ContentItem, item.Id, item.Tokens(), session.CancellationToken);
    }
}

/// <summary>Makes findable what was entered before there was an index, or by an earlier version of the rules of what is a word.</summary>
internal sealed class ContentIndexingWork : ITimedWork
{
    private const int AtOnce = 200;

    public Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) =>
        db.ContentItems.AnyAsync(i => i.IndexVersion < SearchTokens.Version, ct);

    public async Task RunAsync(WriteSession session)
    {
        var due = await session.Db.ContentItems.AsNoTracking()
            .Where(i => i.IndexVersion < SearchTokens.Version).OrderBy(i => i.IndexVersion).ThenBy(i => i.Id).Take(AtOnce)
            .ToListAsync(session.CancellationToken);
        foreach (var item in due)
        {
            await SearchIndex.PutAsync(session.Db, SearchScope.ContentItem, item.Id, item.Tokens(), session.CancellationToken);
        }

        // Nobody edited anything: the items keep their versions and the time of their last change.
        var done = due.ConvertAll(i => i.Id).ToArray();
        await session.Db.ContentItems.Where(i => EF.Parameter(done).Contains(i.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.IndexVersion, SearchTokens.Version), session.CancellationToken);
    }
}
