using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.JoinPaths;

/// <summary>Paths as a list.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class JoinPathQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<JoinPathFilterInput>]
    [UseSorting<JoinPathSortInput>]
    [GraphQLDescription("Who is on the way into the groups that the caller may see, or was: where: { step: { eq: FRIENDED } }, order: [{ stepAt: ASC }] is the queue of those to invite.")]
    public static IQueryable<JoinPath> GetJoinPaths(CommunityDbContext db) => db.JoinPaths;
}

/// <summary>What a path leads to.</summary>
[ExtendObjectType<JoinPath>]
public sealed class JoinPathNode
{
    [GraphQLIgnore]
    public static Task<JoinPath?> GetJoinPathAsync(long id, ByIdDataLoader<JoinPath> paths, CancellationToken cancellationToken) =>
        paths.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The entry point.")]
    public static Task<EntryPoint?> GetEntryPointAsync(
        [Parent(nameof(JoinPath.EntryPointId))] JoinPath path, ByIdDataLoader<EntryPoint> entryPoints, CancellationToken cancellationToken) =>
        entryPoints.LoadAsync(path.EntryPointId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group that it leads to or led to.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(JoinPath.GroupId))] JoinPath path, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(path.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The member who has the account; null while nobody has, or the caller may not see them.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(JoinPath.MemberId))] JoinPath path, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(path.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The stay that it ended in.")]
    public static Task<Membership?> GetMembershipAsync(
        [Parent(nameof(JoinPath.MembershipId))] JoinPath path, ByIdDataLoader<Membership> memberships, CancellationToken cancellationToken) =>
        memberships.LoadAsync(path.MembershipId, cancellationToken);
}
