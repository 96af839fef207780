using Headless.Server.Reading;

namespace Headless.Server.Features.Operators;

/// <summary>What an assignment leads to.</summary>
[ExtendObjectType<GroupAssignment>]
public sealed class GroupAssignmentNode
{
    [GraphQLIgnore]
    public static Task<GroupAssignment?> GetGroupAssignmentAsync(
        long id, ByIdDataLoader<GroupAssignment> assignments, CancellationToken cancellationToken) =>
        assignments.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The operator.")]
    public static Task<Operator?> GetOperatorAsync(
        [Parent(nameof(GroupAssignment.OperatorId))] GroupAssignment assignment, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(assignment.OperatorId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(GroupAssignment.GroupId))] GroupAssignment assignment, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(assignment.GroupId, cancellationToken);
}

/// <summary>The staff of a group.</summary>
[ExtendObjectType<Group>]
public sealed class GroupStaff
{
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<GroupAssignmentFilterInput>]
    [UseSorting<GroupAssignmentSortInput>]
    [GraphQLDescription("Who works in the group now. An operator's assignments have the past ones, too.")]
    public static IQueryable<GroupAssignment> GetStaff([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.GroupAssignments.Where(a =>
            a.GroupId == group.Id && a.Since <= db.Now && (a.Until == null || a.Until > db.Now));
}
