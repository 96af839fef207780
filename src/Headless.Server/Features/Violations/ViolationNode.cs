using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Violations;

/// <summary>What a violation leads to.</summary>
[ExtendObjectType<Violation>]
public sealed class ViolationNode
{
    [GraphQLIgnore]
    public static Task<Violation?> GetViolationAsync(long id, ByIdDataLoader<Violation> violations, CancellationToken cancellationToken) =>
        violations.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(Violation.GroupId))] Violation violation, ByIdDataLoader<Group> loader, CancellationToken cancellationToken) =>
        loader.LoadAsync(violation.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who did it.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(Violation.MemberId))] Violation violation, ByIdDataLoader<Member> loader, CancellationToken cancellationToken) =>
        loader.LoadAsync(violation.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The stay in which it happened.")]
    public static Task<Membership?> GetMembershipAsync(
        [Parent(nameof(Violation.MembershipId))] Violation violation, ByIdDataLoader<Membership> loader, CancellationToken cancellationToken) =>
        loader.LoadAsync(violation.MembershipId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The rule; null where it was reported without one.")]
    public static Task<Rule?> GetRuleAsync(
        [Parent(nameof(Violation.RuleId))] Violation violation, ByIdDataLoader<Rule> loader, CancellationToken cancellationToken) =>
        loader.LoadAsync(violation.RuleId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The wording that was in force; null where the group had no rules.")]
    public static Task<RuleSetVersion?> GetRuleSetVersionAsync(
        [Parent(nameof(Violation.RuleSetVersionId))] Violation violation, ByIdDataLoader<RuleSetVersion> loader, CancellationToken cancellationToken) =>
        loader.LoadAsync(violation.RuleSetVersionId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who is to decide.")]
    public static Task<Operator?> GetAssigneeAsync(
        [Parent(nameof(Violation.AssigneeId))] Violation violation, ByIdDataLoader<Operator> loader, CancellationToken cancellationToken) =>
        loader.LoadAsync(violation.AssigneeId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who reported it.")]
    public static Task<Operator?> GetReportedByAsync(
        [Parent(nameof(Violation.ReportedById))] Violation violation, ByIdDataLoader<Operator> loader, CancellationToken cancellationToken) =>
        loader.LoadAsync(violation.ReportedById, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who decided; null while nobody has, and where the rule did by itself.")]
    public static Task<Operator?> GetDecidedByAsync(
        [Parent(nameof(Violation.DecidedById))] Violation violation, ByIdDataLoader<Operator> loader, CancellationToken cancellationToken) =>
        loader.LoadAsync(violation.DecidedById, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who decided the appeal.")]
    public static Task<Operator?> GetAppealDecidedByAsync(
        [Parent(nameof(Violation.AppealDecidedById))] Violation violation, ByIdDataLoader<Operator> loader, CancellationToken cancellationToken) =>
        loader.LoadAsync(violation.AppealDecidedById, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The message, or the activity, in the log; null where it was reported without one.")]
    public static async Task<Activity?> GetActivityAsync(
        [Parent(nameof(Violation.ActivityId))] Violation violation, ActivityByIdDataLoader activities, CancellationToken cancellationToken) =>
        violation.ActivityId is { } id ? await activities.LoadAsync(id, cancellationToken) : null;

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<PenaltyFilterInput>]
    [UseSorting<PenaltySortInput>]
    [GraphQLDescription("What it led to.")]
    public static IQueryable<Penalty> GetPenalties([Parent(nameof(Violation.Id))] Violation violation, CommunityDbContext db) =>
        db.Penalties.Where(p => p.ViolationId == violation.Id);
}

/// <summary>What a penalty leads to.</summary>
[ExtendObjectType<Penalty>]
public sealed class PenaltyNode
{
    [GraphQLIgnore]
    public static Task<Penalty?> GetPenaltyAsync(long id, ByIdDataLoader<Penalty> penalties, CancellationToken cancellationToken) =>
        penalties.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(Penalty.GroupId))] Penalty penalty, ByIdDataLoader<Group> loader, CancellationToken cancellationToken) =>
        loader.LoadAsync(penalty.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Whom it concerns.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(Penalty.MemberId))] Penalty penalty, ByIdDataLoader<Member> loader, CancellationToken cancellationToken) =>
        loader.LoadAsync(penalty.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The stay that it is about.")]
    public static Task<Membership?> GetMembershipAsync(
        [Parent(nameof(Penalty.MembershipId))] Penalty penalty, ByIdDataLoader<Membership> loader, CancellationToken cancellationToken) =>
        loader.LoadAsync(penalty.MembershipId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("What led to it.")]
    public static Task<Violation?> GetViolationAsync(
        [Parent(nameof(Penalty.ViolationId))] Penalty penalty, ByIdDataLoader<Violation> loader, CancellationToken cancellationToken) =>
        loader.LoadAsync(penalty.ViolationId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who reported that it was carried out.")]
    public static Task<Operator?> GetAppliedByAsync(
        [Parent(nameof(Penalty.AppliedById))] Penalty penalty, ByIdDataLoader<Operator> loader, CancellationToken cancellationToken) =>
        loader.LoadAsync(penalty.AppliedById, cancellationToken);
}

/// <summary>The violations in a group.</summary>
[ExtendObjectType<Group>]
public sealed class ViolationsOfGroup
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<ViolationFilterInput>]
    [UseSorting<ViolationSortInput>]
    [GraphQLDescription("What broke, or seemed to break, its rules.")]
    public static IQueryable<Violation> GetViolations([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.Violations.Where(v => v.GroupId == group.Id);
}

/// <summary>The violations of a member.</summary>
[ExtendObjectType<Member>]
public sealed class ViolationsOfMember
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<ViolationFilterInput>]
    [UseSorting<ViolationSortInput>]
    [GraphQLDescription("What they did against rules, or seemed to do, in the groups that the caller may see.")]
    public static IQueryable<Violation> GetViolations([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.Violations.Where(v => v.MemberId == member.Id);
}

/// <summary>Activities by id within the caller's scope, one statement for a level of the answer.</summary>
public sealed class ActivityByIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Activity>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, Activity>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.May(Policies.Read) ? caller.Scope : AccessScope.Nothing);
        return await db.Activities.AsNoTracking().Where(a => keys.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
    }
}
