using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Tags;

[GraphQLDescription("How many members are tagged (tagging every customer is the aim, so that they can be found again).")]
public sealed record TagCoverage(
    [property: GraphQLDescription("The members that count: those who are in a group, with an account of kind CUSTOMER.")] int Members,
    [property: GraphQLDescription("Those of them who have at least one tag.")] int Tagged)
{
    [GraphQLDescription("tagged ÷ members, from 0 to 1; null, not 0, where nobody counts.")]
    public decimal? Share => Members == 0 ? null : decimal.Round((decimal)Tagged / Members, 4);
}

[GraphQLDescription("How many members have a tag of a tag group.")]
public sealed record TagGroupCoverage(
    [property: GraphQLIgnore] long TagGroupId,
    [property: GraphQLDescription("How many members are covered, of how many.")] TagCoverage Coverage)
{
    [GraphQLDescription("The tag group.")]
    public Task<TagGroup?> GetTagGroupAsync(ByIdDataLoader<TagGroup> groups, CancellationToken cancellationToken) => groups.LoadAsync(TagGroupId, cancellationToken);
}

/// <summary>Coverage over all that the caller may see.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class TagCoverageQueries
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(10)]
    [GraphQLDescription("How many members are tagged, over all groups that the caller may see.")]
    public static async Task<TagCoverage> GetTagCoverageAsync(CommunityDatabase database, Caller caller, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var counted = db.Members.Where(m => m.Memberships.Any(s => s.LeftAt == null && s.AccountKind == AccountKind.Customer));
        return new TagCoverage(await counted.CountAsync(cancellationToken), await counted.CountAsync(m => m.MemberTags.Any(), cancellationToken));
    }

    [Authorize(Policies.ReadMetrics)]
    [Cost(10)]
    [ListSize(AssumedSize = 20)]
    [GraphQLDescription("How many members have a tag of each tag group, over all groups that the caller may see. The first 200 tag groups by name.")]
    public static async Task<IReadOnlyList<TagGroupCoverage>> GetTagGroupCoverageAsync(CommunityDatabase database, Caller caller, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var counted = db.Members.Where(m => m.Memberships.Any(s => s.LeftAt == null && s.AccountKind == AccountKind.Customer));
        var members = await counted.CountAsync(cancellationToken);
        var ids = counted.Select(m => m.Id);
        var tagged = await db.MemberTags
            .Where(t => t.Tag.TagGroupId != null && ids.Contains(t.MemberId))
            .Select(t => new { TagGroupId = t.Tag.TagGroupId!.Value, t.MemberId }).Distinct()
            .GroupBy(t => t.TagGroupId).Select(g => new { TagGroupId = g.Key, Count = g.Count() })
            .ToDictionaryAsync(t => t.TagGroupId, t => t.Count, cancellationToken);
        return
        [
            .. (await db.TagGroups.OrderBy(g => g.Name).Take(200).Select(g => g.Id).ToListAsync(cancellationToken))
                .Select(id => new TagGroupCoverage(id, new TagCoverage(members, tagged.GetValueOrDefault(id)))),
        ];
    }
}

/// <summary>Coverage of groups: one statement for a whole list of groups.</summary>
public sealed class TagCoverageByGroupIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, TagCoverage>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, TagCoverage>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var counts = await db.Memberships
            .Where(s => keys.Contains(s.GroupId) && s.LeftAt == null && s.AccountKind == AccountKind.Customer)
            .Select(s => new { s.GroupId, Tagged = db.MemberTags.Any(t => t.MemberId == s.MemberId) ? 1 : 0 })
            .GroupBy(s => s.GroupId)
            .Select(g => new { GroupId = g.Key, Members = g.Count(), Tagged = g.Sum(s => s.Tagged) })
            .ToDictionaryAsync(c => c.GroupId, c => new TagCoverage(c.Members, c.Tagged), cancellationToken);
        return keys.ToDictionary(key => key, key => counts.GetValueOrDefault(key) ?? new TagCoverage(0, 0));
    }
}

/// <summary>A group's coverage.</summary>
[ExtendObjectType<Group>]
public sealed class TagCoverageOfGroup
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(1)]
    [GraphQLDescription("How many of its members are tagged. One statement reads that of a whole list of groups.")]
    public static Task<TagCoverage?> GetTagCoverageAsync(
        [Parent(nameof(Group.Id))] Group group, TagCoverageByGroupIdDataLoader coverage, CancellationToken cancellationToken) => coverage.LoadAsync(group.Id, cancellationToken);
}
