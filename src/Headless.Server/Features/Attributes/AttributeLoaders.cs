using Headless.Server.Access;

namespace Headless.Server.Features.Attributes;

/// <summary>The attributes of members that the caller may read, by key: one statement for a whole list of members.</summary>
public sealed class AttributesByMemberIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, MemberAttribute>(batchScheduler, options)
{
    protected override async Task<ILookup<long, MemberAttribute>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        if (!caller.May(Policies.Read))
        {
            return Array.Empty<MemberAttribute>().ToLookup(a => a.MemberId);
        }

        await using var db = database.Create(caller.Scope);
        var known = await db.MemberAttributes.AsNoTracking()
            .Where(a => keys.Contains(a.MemberId))
            .OrderBy(a => a.Definition.Key)
            .ToListAsync(cancellationToken);
        return known.ToLookup(a => a.MemberId);
    }
}

/// <summary>Attribute definitions by key.</summary>
public sealed class AttributeDefinitionByKeyDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<string, AttributeDefinition>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<string, AttributeDefinition>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        if (!caller.May(Policies.Read))
        {
            return new Dictionary<string, AttributeDefinition>();
        }

        await using var db = database.Create(caller.Scope);
        return await db.AttributeDefinitions.AsNoTracking().WhereIn(db, d => d.Key, [.. keys]).ToDictionaryAsync(d => d.Key, cancellationToken);
    }
}
