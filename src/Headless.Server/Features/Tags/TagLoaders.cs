using Headless.Server.Access;

namespace Headless.Server.Features.Tags;

/// <summary>Tags by key, one statement for all that a level of the answer asks for.</summary>
public sealed class TagByIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Tag>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, Tag>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await db.Tags.AsNoTracking().Where(t => keys.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellationToken);
    }
}

/// <summary>Tag groups by key.</summary>
public sealed class TagGroupByIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, TagGroup>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, TagGroup>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await db.TagGroups.AsNoTracking().Where(g => keys.Contains(g.Id)).ToDictionaryAsync(g => g.Id, cancellationToken);
    }
}

/// <summary>The tags of members, by name: one statement for a whole list of members.</summary>
public sealed class TagsByMemberIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, Tag>(batchScheduler, options)
{
    protected override async Task<ILookup<long, Tag>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var held = await db.MemberTags.AsNoTracking()
            .Where(t => keys.Contains(t.MemberId))
            .OrderBy(t => t.Tag.Name).ThenBy(t => t.TagId)
            .Select(t => new { t.MemberId, t.Tag })
            .ToListAsync(cancellationToken);
        return held.ToLookup(t => t.MemberId, t => t.Tag);
    }
}
