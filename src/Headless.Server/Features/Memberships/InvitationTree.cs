using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Memberships;

/// <summary>Who brought whom.</summary>
/// <param name="Depth">1 for those whom the member brought, 2 for those whom they brought …</param>
/// <param name="InviterId">Who brought them.</param>
/// <param name="MembershipId">The stay that began with it.</param>
/// <param name="InviteeId">Who was brought.</param>
public sealed record Invitation(int Depth, long InviterId, long MembershipId, long InviteeId);

/// <summary><c>type Invitation</c>.</summary>
public sealed class InvitationObjectType : ObjectType<Invitation>
{
    protected override void Configure(IObjectTypeDescriptor<Invitation> descriptor)
    {
        descriptor.Description("Somebody brought somebody into a group.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(i => i.Depth).Description("1 for those whom the member brought, 2 for those whom they brought, and so on.");
    }
}

/// <summary>What an invitation leads to.</summary>
[ExtendObjectType<Invitation>]
public sealed class InvitationNode
{
    [Cost(1)]
    [GraphQLDescription("Who brought them.")]
    public static Task<Member?> GetInviterAsync([Parent] Invitation invitation, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(invitation.InviterId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who was brought.")]
    public static Task<Member?> GetInviteeAsync([Parent] Invitation invitation, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(invitation.InviteeId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The stay that began with it: when, into which group, and whether it lasts.")]
    public static Task<Membership?> GetMembershipAsync([Parent] Invitation invitation, ByIdDataLoader<Membership> memberships, CancellationToken cancellationToken) =>
        memberships.LoadAsync(invitation.MembershipId, cancellationToken);
}

/// <summary>Who brought whom, over several steps.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class InvitationTreeQueries
{
    private const int MaxDepth = 5;
    private const int MaxInvitations = 1_000;

    [Authorize(Policies.Read)]
    [Cost(20)]
    [ListSize(AssumedSize = 50)]
    [GraphQLDescription(
        "Whom a member brought, whom those brought, and so on: the nearest first, at most 1 000, one statement for each step. Somebody who was brought twice is there once, at the first time and the least depth.")]
    public static async Task<IReadOnlyList<Invitation>> GetInvitationTreeAsync(
        [ID<Member>] [GraphQLDescription("The member with whom it begins.")] long memberId,
        [ID<Group>] [GraphQLDescription("Only invitations into this group.")] long? groupId,
        [GraphQLDescription("How many steps: 1 to 5.")] [DefaultValue(3)] int depth,
        CommunityDbContext db,
        CancellationToken cancellationToken)
    {
        if (depth is < 1 or > MaxDepth)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage($"'depth' is {depth}: ask for 1 to {MaxDepth} steps.").SetCode("INVALID_ARGUMENTS").Build());
        }

        var (tree, seen) = (new List<Invitation>(), new HashSet<long> { memberId });
        long[] inviters = [memberId];
        for (var step = 1; step <= depth && inviters.Length > 0 && tree.Count < MaxInvitations; step++)
        {
            var brought = await db.Memberships.AsNoTracking()
                .Where(m => m.InvitedById != null && EF.Parameter(inviters).Contains(m.InvitedById.Value) && (groupId == null || m.GroupId == groupId))
                .OrderBy(m => m.JoinedAt).ThenBy(m => m.Id)
                .Select(m => new { m.Id, m.MemberId, InviterId = m.InvitedById!.Value })
                .Take(MaxInvitations)
                .ToListAsync(cancellationToken);
            var added = brought.Where(m => seen.Add(m.MemberId)).Take(MaxInvitations - tree.Count)
                .Select(m => new Invitation(step, m.InviterId, m.Id, m.MemberId)).ToList();
            tree.AddRange(added);
            inviters = [.. added.Select(i => i.InviteeId)];
        }

        return tree;
    }
}
