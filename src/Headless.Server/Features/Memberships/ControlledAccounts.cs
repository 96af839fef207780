using Headless.Server.Access;
using Headless.Server.Features.Activities;
using Headless.Server.Reading;

namespace Headless.Server.Features.Memberships;

/// <summary>What a control leads to.</summary>
[ExtendObjectType<AccountControl>]
public sealed class AccountControlNode
{
    [GraphQLIgnore]
    public static Task<AccountControl?> GetAccountControlAsync(long id, ByIdDataLoader<AccountControl> controls, CancellationToken cancellationToken) =>
        controls.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who answered for the account; null: nobody was named.")]
    public static Task<Operator?> GetOperatorAsync(
        [Parent(nameof(AccountControl.OperatorId))] AccountControl control, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(control.OperatorId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The account, as its stay in the group.")]
    public static Task<Membership?> GetMembershipAsync(
        [Parent(nameof(AccountControl.MembershipId))] AccountControl control, ByIdDataLoader<Membership> memberships, CancellationToken cancellationToken) =>
        memberships.LoadAsync(control.MembershipId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(AccountControl.GroupId))] AccountControl control, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(control.GroupId, cancellationToken);
}

/// <summary>Accounts that staff and machines run: all of them, and what was written with them.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class ControlledAccountQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<MembershipFilterInput>]
    [UseSorting<MembershipSortInput>]
    [GraphQLDescription(
        "The stays of every account that staff or a machine runs, in the groups that the caller may see: where: { controlledBy: … }, { group: … }, { staffDuty: { eq: null } }. None of them counts in a member metric, and none can be left out of this list.")]
    public static IQueryable<Membership> GetControlledAccounts(CommunityDbContext db) => db.Memberships.Where(m => m.AccountKind != AccountKind.Customer);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<AccountControlFilterInput>]
    [UseSorting<AccountControlSortInput>]
    [GraphQLDescription("Who answered for which account from when until when.")]
    public static IQueryable<AccountControl> GetAccountControls(CommunityDbContext db) => db.AccountControls;

    /// <remarks>By the members behind the accounts, whose part of the log has an index; what of it was under this control, the second condition says.</remarks>
    [Authorize(Policies.Read)]
    [UsePaging]
    [UseFiltering<ActivityFilterInput>]
    [UseSorting<ActivitySortInput>]
    [GraphQLDescription(
        "What was written with the accounts that an operator answered for at the time, in the order of the log, in the groups that the caller may see. The texts need READ_PERSONAL_DATA.")]
    public static IQueryable<Activity> GetAccountMessages(
        [ID<Operator>] [GraphQLDescription("The operator who answered for the accounts.")] long operatorId, CommunityDbContext db) =>
        db.Activities.Where(a => a.Kind == ActivityKind.MessageSent
            && db.AccountControls.Where(c => c.OperatorId == operatorId).Select(c => (long?)c.Membership.MemberId).Contains(a.MemberId)
            && db.AccountControls.Any(c =>
                c.OperatorId == operatorId && c.MembershipId == a.MembershipId && c.Since <= a.OccurredAt && (c.Until == null || a.OccurredAt < c.Until)));
}

/// <summary>The accounts of an operator.</summary>
[ExtendObjectType<Operator>]
public sealed class AccountsOfOperator
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<AccountControlFilterInput>]
    [UseSorting<AccountControlSortInput>]
    [GraphQLDescription("The accounts that they answer for, or did: where: { until: { eq: null } } finds those of now.")]
    public static IQueryable<AccountControl> GetAccountControls([Parent(nameof(Operator.Id))] Operator @operator, CommunityDbContext db) =>
        db.AccountControls.Where(c => c.OperatorId == @operator.Id);
}

/// <summary>The accounts in a group that are not customers'.</summary>
[ExtendObjectType<Group>]
public sealed class AccountsOfGroup
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<MembershipFilterInput>]
    [UseSorting<MembershipSortInput>]
    [GraphQLDescription("The stays of accounts that staff or machines run.")]
    public static IQueryable<Membership> GetControlledAccounts([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.Memberships.Where(m => m.GroupId == group.Id && m.AccountKind != AccountKind.Customer);
}

/// <summary>Who answered for an account.</summary>
[ExtendObjectType<Membership>]
public sealed class ControlsOfMembership
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging]
    [UseSorting<AccountControlSortInput>]
    [GraphQLDescription("Who answered for the account from when until when, while it was not a customer's.")]
    public static IQueryable<AccountControl> GetControls([Parent(nameof(Membership.Id))] Membership membership, CommunityDbContext db) =>
        db.AccountControls.Where(c => c.MembershipId == membership.Id);
}
