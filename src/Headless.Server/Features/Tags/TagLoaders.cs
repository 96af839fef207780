using Headless.Server.Access;

namespace Headless.Server.Features.Tags;

/// <summary>The tags of members, by name: one statement for a whole list of members.</summary>
public sealed class TagsByMemberIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, Tag>(batchScheduler, options)
{
    protected override async Task<ILookup<long, Tag>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        if (!caller.May(Policies.Read))
        {
            return Array.Empty<Tag>().ToLookup(t => t.Id);
        }

        await using var db = database.Create(caller.Scope);
        var held = await db.MemberTags.AsNoTracking()
            .Where(t => keys.Contains(t.MemberId))
            .OrderBy(t => t.Tag.Name).ThenBy(t => t.TagId)
            .Select(t => new { t.MemberId, t.Tag })
            .ToListAsync(cancellationToken);
        return held.ToLookup(t => t.MemberId, t => t.Tag);
    }
}
