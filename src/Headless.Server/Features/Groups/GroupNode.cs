using Headless.Server.Reading;

namespace Headless.Server.Features.Groups;

/// <summary>What a group leads to.</summary>
[ExtendObjectType<Group>]
public sealed class GroupNode
{
    [GraphQLIgnore]
    public static Task<Group?> GetGroupAsync(long id, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group that this one was replicated from.")]
    public static Task<Group?> GetParentGroupAsync(
        [Parent(nameof(Group.ParentGroupId))] Group group, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(group.ParentGroupId, cancellationToken);

    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<GroupFilterInput>]
    [UseSorting<GroupSortInput>]
    [GraphQLDescription("The groups that were replicated from this one.")]
    public static IQueryable<Group> GetReplicas([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.Groups.Where(g => g.ParentGroupId == group.Id);

    [Cost(1)]
    [UsePaging]
    [GraphQLDescription("Its phases so far, the first change first.")]
    public static IQueryable<GroupPhaseChange> GetPhaseChanges([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.GroupPhaseChanges.Where(c => c.GroupId == group.Id);
}
