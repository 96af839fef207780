using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Reading;

namespace Headless.Server.Features.Points;

/// <summary>What a programme of points leads to.</summary>
[ExtendObjectType<PointProgram>]
public sealed class PointProgramNode
{
    [GraphQLIgnore]
    public static Task<PointProgram?> GetPointProgramAsync(long id, ByIdDataLoader<PointProgram> programs, CancellationToken cancellationToken) =>
        programs.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseSorting<PointBalanceSortInput>]
    [GraphQLDescription("Who has how many, as far as the caller may see them.")]
    public static IQueryable<PointBalance> GetBalances([Parent(nameof(PointProgram.Id))] PointProgram program, CommunityDbContext db) =>
        db.PointBalances.Where(b => b.ProgramId == program.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("What points are earned for.")]
    public static IQueryable<EarningRule> GetEarningRules([Parent(nameof(PointProgram.Id))] PointProgram program, CommunityDbContext db) =>
        db.EarningRules.Where(r => r.ProgramId == program.Id);
}

/// <summary>What a rule for earning leads to.</summary>
[ExtendObjectType<EarningRule>]
public sealed class EarningRuleNode
{
    [GraphQLIgnore]
    public static Task<EarningRule?> GetEarningRuleAsync(long id, ByIdDataLoader<EarningRule> rules, CancellationToken cancellationToken) =>
        rules.LoadAsync(id, cancellationToken);

    [GraphQLDescription("For orders: the points are for each of this amount, and orders in other currencies earn nothing; null: for each order.")]
    public static Money? GetPerAmount([Parent($"{nameof(EarningRule.PerAmount)} {nameof(EarningRule.Currency)}")] EarningRule rule) =>
        rule.PerAmount is { } amount ? new Money(amount, rule.Currency!) : null;

    [Cost(1)]
    [GraphQLDescription("The programme of the points.")]
    public static Task<PointProgram?> GetProgramAsync(
        [Parent(nameof(EarningRule.ProgramId))] EarningRule rule, ByIdDataLoader<PointProgram> programs, CancellationToken cancellationToken) =>
        programs.LoadAsync(rule.ProgramId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("The groups in which it holds, as far as the caller may see them; none where isEverywhere.")]
    public static IQueryable<Group> GetGroups([Parent(nameof(EarningRule.Id))] EarningRule rule, CommunityDbContext db) =>
        db.Groups.Where(g => db.EarningRuleGroups.Any(r => r.RuleId == rule.Id && r.GroupId == g.Id));
}

/// <summary>What a line of a ledger leads to.</summary>
[ExtendObjectType<PointEntry>]
public sealed class PointEntryNode
{
    [GraphQLIgnore]
    public static Task<PointEntry?> GetPointEntryAsync(long id, ByIdDataLoader<PointEntry> entries, CancellationToken cancellationToken) =>
        entries.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The programme.")]
    public static Task<PointProgram?> GetProgramAsync(
        [Parent(nameof(PointEntry.ProgramId))] PointEntry entry, ByIdDataLoader<PointProgram> programs, CancellationToken cancellationToken) =>
        programs.LoadAsync(entry.ProgramId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Whose ledger it is; null where the caller may not see them.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(PointEntry.MemberId))] PointEntry entry, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(entry.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group in which they were earned; null: none, or the caller may not see it.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(PointEntry.GroupId))] PointEntry entry, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(entry.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The rule by which they were earned.")]
    public static Task<EarningRule?> GetRuleAsync(
        [Parent(nameof(PointEntry.RuleId))] PointEntry entry, ByIdDataLoader<EarningRule> rules, CancellationToken cancellationToken) =>
        rules.LoadAsync(entry.RuleId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The line that this one takes back.")]
    public static Task<PointEntry?> GetReversesAsync(
        [Parent(nameof(PointEntry.ReversesId))] PointEntry entry, ByIdDataLoader<PointEntry> entries, CancellationToken cancellationToken) =>
        entries.LoadAsync(entry.ReversesId, cancellationToken);
}

/// <summary>What a balance leads to.</summary>
[ExtendObjectType<PointBalance>]
public sealed class PointBalanceNode
{
    [Cost(1)]
    [GraphQLDescription("The programme.")]
    public static Task<PointProgram?> GetProgramAsync(
        [Parent(nameof(PointBalance.ProgramId))] PointBalance balance, ByIdDataLoader<PointProgram> programs, CancellationToken cancellationToken) =>
        programs.LoadAsync(balance.ProgramId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Whose they are; null where the caller may not see them.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(PointBalance.MemberId))] PointBalance balance, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(balance.MemberId, cancellationToken);
}

/// <summary>The points of a member.</summary>
[ExtendObjectType<Member>]
public sealed class MemberPoints
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("How many points they have, in each programme in which they ever had any.")]
    public static IQueryable<PointBalance> GetPointBalances([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.PointBalances.Where(b => b.MemberId == member.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<PointEntryFilterInput>]
    [UseSorting<PointEntrySortInput>]
    [GraphQLDescription("Their ledger.")]
    public static IQueryable<PointEntry> GetPointEntries([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.PointEntries.Where(e => e.MemberId == member.Id);
}
