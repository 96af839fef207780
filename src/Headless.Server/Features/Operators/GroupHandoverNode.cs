using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Operators;

/// <summary>What a handover leads to.</summary>
[ExtendObjectType<GroupHandover>]
public sealed class GroupHandoverNode
{
    [GraphQLIgnore]
    public static Task<GroupHandover?> GetGroupHandoverAsync(long id, ByIdDataLoader<GroupHandover> handovers, CancellationToken cancellationToken) =>
        handovers.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(GroupHandover.GroupId))] GroupHandover handover, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(handover.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who gave it away.")]
    public static Task<Operator?> GetFromAsync(
        [Parent(nameof(GroupHandover.FromOperatorId))] GroupHandover handover, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(handover.FromOperatorId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who took it over.")]
    public static Task<Operator?> GetToAsync(
        [Parent(nameof(GroupHandover.ToOperatorId))] GroupHandover handover, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(handover.ToOperatorId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who decided it.")]
    public static Task<Operator?> GetHandedOverByAsync(
        [Parent(nameof(GroupHandover.HandedOverById))] GroupHandover handover, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(handover.HandedOverById, cancellationToken);
}

/// <summary>Handovers as a list.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class GroupHandoverQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<GroupHandoverFilterInput>]
    [UseSorting<GroupHandoverSortInput>]
    [GraphQLDescription("What passed from one operator to another, in the groups that the caller may see.")]
    public static IQueryable<GroupHandover> GetGroupHandovers(CommunityDbContext db) => db.GroupHandovers;
}

/// <summary>Who ran a group before.</summary>
[ExtendObjectType<Group>]
public sealed class HandoversOfGroup
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseSorting<GroupHandoverSortInput>]
    [GraphQLDescription("Who passed it to whom, and why.")]
    public static IQueryable<GroupHandover> GetHandovers([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.GroupHandovers.Where(h => h.GroupId == group.Id);
}
