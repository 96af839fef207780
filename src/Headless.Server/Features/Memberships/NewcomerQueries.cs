using Headless.Server.Access;

namespace Headless.Server.Features.Memberships;

/// <summary>Queues of people whom somebody should look after.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class NewcomerQueries
{
    private const int DefaultDays = 7;

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<MembershipFilterInput>]
    [UseSorting<MembershipSortInput>]
    [GraphQLDescription("Customers who came within the last days, are still there and were sent no welcome: what a connector works off, with recordWelcomes afterwards.")]
    public static IQueryable<Membership> GetNewcomersNotWelcomed(
        [GraphQLDescription("How many days back: 1 to 365; 7 unless given.")] [DefaultValue(DefaultDays)] int days, CommunityDbContext db, TimeProvider clock)
    {
        var since = Since(days, clock);
        return db.Memberships.Where(m => m.JoinedAt >= since && m.JoinKnown && m.LeftAt == null && m.WelcomedAt == null && m.AccountKind == AccountKind.Customer);
    }

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<MembershipFilterInput>]
    [UseSorting<MembershipSortInput>]
    [GraphQLDescription("Customers who came within the last days, are still there and have not said anything: those to talk to first.")]
    public static IQueryable<Membership> GetMembersWithoutFirstMessage(
        [GraphQLDescription("How many days back: 1 to 365; 7 unless given.")] [DefaultValue(DefaultDays)] int days, CommunityDbContext db, TimeProvider clock)
    {
        var since = Since(days, clock);
        return db.Memberships.Where(m => m.JoinedAt >= since && m.LeftAt == null && m.LastMessageAt == null && m.AccountKind == AccountKind.Customer);
    }

    private static DateTime Since(int days, TimeProvider clock) => days is >= 1 and <= 365
        ? clock.GetUtcNow().UtcDateTime.AddDays(-days)
        : throw new GraphQLException(ErrorBuilder.New().SetMessage($"'days' is {days}: ask for 1 to 365.").SetCode("INVALID_ARGUMENTS").Build());
}

/// <summary>Who of a group does not call themselves as they should.</summary>
[ExtendObjectType<Group>]
public sealed class NicknamesOfGroup
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseSorting<MembershipSortInput>]
    [GraphQLDescription("Customers in the group whose nickname does not keep its rule. Kept up to date with every rename, and when the rule changes.")]
    public static IQueryable<Membership> GetNonCompliantMembers([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.Memberships.Where(m => m.GroupId == group.Id && m.LeftAt == null
            && m.NicknameCompliance == NicknameCompliance.NotCompliant && m.AccountKind == AccountKind.Customer);
}

/// <summary>Whom a member brought.</summary>
[ExtendObjectType<Member>]
public sealed class InvitationsOfMember
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<MembershipFilterInput>]
    [UseSorting<MembershipSortInput>]
    [GraphQLDescription("The stays of those whom they brought, in the groups that the caller may see.")]
    public static IQueryable<Membership> GetInvitations([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.Memberships.Where(m => m.InvitedById == member.Id);
}
