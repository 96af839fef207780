using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.CheckIns;

/// <summary>What a check-in programme leads to.</summary>
[ExtendObjectType<CheckInProgram>]
public sealed class CheckInProgramNode
{
    [GraphQLIgnore]
    public static Task<CheckInProgram?> GetCheckInProgramAsync(long id, ByIdDataLoader<CheckInProgram> programs, CancellationToken cancellationToken) =>
        programs.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group whose members take part; null: everybody.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(CheckInProgram.GroupId))] CheckInProgram program, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(program.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Where check-ins earn points; null: they earn none.")]
    public static Task<PointProgram?> GetPointProgramAsync(
        [Parent(nameof(CheckInProgram.PointProgramId))] CheckInProgram program, ByIdDataLoader<PointProgram> programs, CancellationToken cancellationToken) =>
        programs.LoadAsync(program.PointProgramId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("What is reached after how many days.")]
    public static IQueryable<CheckInMilestone> GetMilestones([Parent(nameof(CheckInProgram.Id))] CheckInProgram program, CommunityDbContext db) =>
        db.CheckInMilestones.Where(m => m.ProgramId == program.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseSorting<CheckInStandingSortInput>]
    [GraphQLDescription("Where those stand who took part and whom the caller may see.")]
    public static IQueryable<CheckInStanding> GetStandings([Parent(nameof(CheckInProgram.Id))] CheckInProgram program, CommunityDbContext db) =>
        db.CheckInStandings.Where(s => s.ProgramId == program.Id);
}

/// <summary>What a check-in leads to.</summary>
[ExtendObjectType<CheckIn>]
public sealed class CheckInNode
{
    [GraphQLIgnore]
    public static Task<CheckIn?> GetCheckInAsync(long id, ByIdDataLoader<CheckIn> checkIns, CancellationToken cancellationToken) =>
        checkIns.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The programme.")]
    public static Task<CheckInProgram?> GetProgramAsync(
        [Parent(nameof(CheckIn.ProgramId))] CheckIn checkIn, ByIdDataLoader<CheckInProgram> programs, CancellationToken cancellationToken) =>
        programs.LoadAsync(checkIn.ProgramId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who was there; null where the caller may not see them.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(CheckIn.MemberId))] CheckIn checkIn, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(checkIn.MemberId, cancellationToken);
}

/// <summary>What a standing leads to.</summary>
[ExtendObjectType<CheckInStanding>]
public sealed class CheckInStandingNode
{
    [Cost(1)]
    [GraphQLDescription("How many days in a row it is now; 0 where yesterday and today were left out.")]
    public static async Task<int> GetCurrentStreakAsync(
        [Parent($"{nameof(CheckInStanding.ProgramId)} {nameof(CheckInStanding.LastDay)} {nameof(CheckInStanding.LastStreak)}")] CheckInStanding standing,
        ByIdDataLoader<CheckInProgram> programs,
        TimeProvider clock,
        CancellationToken cancellationToken) =>
        await programs.LoadAsync(standing.ProgramId, cancellationToken) is { } program ? standing.StreakOn(program.DayOf(clock.GetUtcNow().UtcDateTime)) : 0;

    [Cost(1)]
    [GraphQLDescription("The programme.")]
    public static Task<CheckInProgram?> GetProgramAsync(
        [Parent(nameof(CheckInStanding.ProgramId))] CheckInStanding standing, ByIdDataLoader<CheckInProgram> programs, CancellationToken cancellationToken) =>
        programs.LoadAsync(standing.ProgramId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who; null where the caller may not see them.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(CheckInStanding.MemberId))] CheckInStanding standing, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(standing.MemberId, cancellationToken);
}

/// <summary>What a reward leads to.</summary>
[ExtendObjectType<CheckInReward>]
public sealed class CheckInRewardNode
{
    [Cost(1)]
    [GraphQLDescription("What was reached.")]
    public static async Task<CheckInMilestone?> GetMilestoneAsync(
        [Parent(nameof(CheckInReward.MilestoneId))] CheckInReward reward, CheckInMilestoneLoader milestones, CancellationToken cancellationToken) =>
        await milestones.LoadAsync(reward.MilestoneId, cancellationToken);
}

/// <summary>Milestones by key.</summary>
public sealed class CheckInMilestoneLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, CheckInMilestone>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, CheckInMilestone>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await db.CheckInMilestones.AsNoTracking().Where(m => keys.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellationToken);
    }
}

/// <summary>The check-ins of a member.</summary>
[ExtendObjectType<Member>]
public sealed class MemberCheckIns
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<CheckInFilterInput>]
    [UseSorting<CheckInSortInput>]
    [GraphQLDescription("The days on which they were there.")]
    public static IQueryable<CheckIn> GetCheckIns([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.CheckIns.Where(c => c.MemberId == member.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("Where they stand in each check-in programme in which they took part.")]
    public static IQueryable<CheckInStanding> GetCheckInStandings([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.CheckInStandings.Where(s => s.MemberId == member.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("The milestones that they have reached.")]
    public static IQueryable<CheckInReward> GetCheckInRewards([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.CheckInRewards.Where(r => r.MemberId == member.Id);
}

/// <summary>Check-in programmes and check-ins.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class CheckInQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<CheckInProgramFilterInput>]
    [UseSorting<CheckInProgramSortInput>]
    [GraphQLDescription("Check-in programmes: those of everybody, and those of groups that the caller may see.")]
    public static IQueryable<CheckInProgram> GetCheckInPrograms(CommunityDbContext db) => db.CheckInPrograms;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One check-in programme; null where there is none or the caller may not see it.")]
    public static Task<CheckInProgram?> GetCheckInProgramByIdAsync(
        [ID<CheckInProgram>] [GraphQLDescription("The programme's global id.")] long id, ByIdDataLoader<CheckInProgram> programs, CancellationToken cancellationToken) =>
        programs.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<CheckInFilterInput>]
    [UseSorting<CheckInSortInput>]
    [GraphQLDescription("The check-ins of members whom the caller may see.")]
    public static IQueryable<CheckIn> GetCheckIns(CommunityDbContext db) => db.CheckIns;
}
