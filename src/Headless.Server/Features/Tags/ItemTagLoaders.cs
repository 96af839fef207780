using System.Linq.Expressions;
using Headless.Server.Access;

namespace Headless.Server.Features.Tags;

/// <summary>The tags of groups, by name: one statement for a whole list of groups.</summary>
public sealed class TagsByGroupIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, Tag>(batchScheduler, options)
{
    protected override Task<ILookup<long, Tag>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        ItemTags.LoadAsync(database, caller, t => t.GroupId != null && keys.Contains(t.GroupId.Value), t => t.GroupId!.Value, cancellationToken);
}

/// <summary>The tags of memberships, by name: one statement for a whole list of memberships.</summary>
public sealed class TagsByMembershipIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, Tag>(batchScheduler, options)
{
    protected override Task<ILookup<long, Tag>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        ItemTags.LoadAsync(database, caller, t => t.MembershipId != null && keys.Contains(t.MembershipId.Value), t => t.MembershipId!.Value, cancellationToken);
}

/// <summary>The tags of content items, by name: one statement for a whole list of content items.</summary>
public sealed class TagsByContentItemIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, Tag>(batchScheduler, options)
{
    protected override Task<ILookup<long, Tag>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        ItemTags.LoadAsync(database, caller, t => t.ContentItemId != null && keys.Contains(t.ContentItemId.Value), t => t.ContentItemId!.Value, cancellationToken);
}

/// <summary>What the three loaders have in common.</summary>
internal static class ItemTags
{
    public static async Task<ILookup<long, Tag>> LoadAsync(
        CommunityDatabase database, Caller caller, Expression<Func<ItemTag, bool>> ofItems, Func<ItemTag, long> key, CancellationToken cancellationToken)
    {
        if (!caller.May(Policies.Read))
        {
            return Array.Empty<Tag>().ToLookup(t => t.Id);
        }

        await using var db = database.Create(caller.Scope);
        var held = await db.ItemTags.AsNoTracking().Include(t => t.Tag).Where(ofItems).OrderBy(t => t.Tag.Name).ThenBy(t => t.TagId).ToListAsync(cancellationToken);
        return held.ToLookup(key, t => t.Tag);
    }
}

/// <summary>A group's tags.</summary>
[ExtendObjectType<Group>]
public sealed class TagsOfGroup
{
    [Cost(1)]
    [ListSize(AssumedSize = 5)]
    [GraphQLDescription("Its tags by name, at most 50. One statement reads those of a whole list of groups.")]
    public static async Task<IReadOnlyList<Tag>> GetTagsAsync(
        [Parent(nameof(Group.Id))] Group group, TagsByGroupIdDataLoader tags, CancellationToken cancellationToken) => await tags.LoadAsync(group.Id, cancellationToken) ?? [];
}

/// <summary>A membership's tags.</summary>
[ExtendObjectType<Membership>]
public sealed class TagsOfMembership
{
    [Cost(1)]
    [ListSize(AssumedSize = 5)]
    [GraphQLDescription("The tags of this stay by name, at most 50; what the member has is Member.tags. One statement reads those of a whole list of memberships.")]
    public static async Task<IReadOnlyList<Tag>> GetTagsAsync(
        [Parent(nameof(Membership.Id))] Membership membership, TagsByMembershipIdDataLoader tags, CancellationToken cancellationToken) =>
        await tags.LoadAsync(membership.Id, cancellationToken) ?? [];
}

/// <summary>A content item's tags.</summary>
[ExtendObjectType<ContentItem>]
public sealed class TagsOfContentItem
{
    [Cost(1)]
    [ListSize(AssumedSize = 5)]
    [GraphQLDescription("Its tags by name, at most 50. One statement reads those of a whole list of content items.")]
    public static async Task<IReadOnlyList<Tag>> GetTagsAsync(
        [Parent(nameof(ContentItem.Id))] ContentItem contentItem, TagsByContentItemIdDataLoader tags, CancellationToken cancellationToken) =>
        await tags.LoadAsync(contentItem.Id, cancellationToken) ?? [];
}
