using Headless.Server.Access;
using Headless.Server.Features.Groups;

namespace Headless.Server.Features.Operators;

/// <summary>How many people run a group, against what a group needs .</summary>
/// <param name="OwnerCount">Active operators who own it now.</param>
/// <param name="AdminCount">Active operators who help in it now.</param>
/// <param name="State">Whether the administrators are enough.</param>
/// <param name="MinAdmins">The fewest that it should have.</param>
/// <param name="MaxAdmins">The most that it should have.</param>
public sealed record GroupStaffing(int OwnerCount, int AdminCount, OperatorLoadState State, int MinAdmins, int MaxAdmins);

/// <summary><c>type GroupStaffing</c>.</summary>
public sealed class GroupStaffingObjectType : ObjectType<GroupStaffing>
{
    protected override void Configure(IObjectTypeDescriptor<GroupStaffing> descriptor)
    {
        descriptor.Description("How many people run a group, against what a group needs. Operators who are not active do not count.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.OwnerCount).Description("Those who own it now; 0: nobody answers for it.");
        descriptor.Field(s => s.AdminCount).Description("Those who help in it now.");
        descriptor.Field(s => s.State).Description("Whether the administrators are enough: a warning. assignOperator refuses one more than maxAdmins unless it is forced.");
        descriptor.Field(s => s.MinAdmins).Description("The fewest administrators that it should have: 1 unless the server's settings say otherwise.");
        descriptor.Field(s => s.MaxAdmins).Description("The most administrators that it should have: 3 unless the server's settings say otherwise.");
    }
}

/// <summary>What can be wrong with the staff of a group.</summary>
public enum StaffingProblem
{
    NoOwner,
    TooFewAdmins,
    TooManyAdmins,
}

/// <summary><c>enum StaffingProblem</c>.</summary>
public sealed class StaffingProblemEnumType : EnumType<StaffingProblem>
{
    protected override void Configure(IEnumTypeDescriptor<StaffingProblem> descriptor)
    {
        descriptor.Description("What can be wrong with the staff of a group.");
        descriptor.Value(StaffingProblem.NoOwner).Description("No active operator owns it.");
        descriptor.Value(StaffingProblem.TooFewAdmins).Description("It has fewer administrators than a group should have.");
        descriptor.Value(StaffingProblem.TooManyAdmins).Description("It has more administrators than a group should have.");
    }
}

/// <summary>The staffing of any number of groups with one statement.</summary>
public sealed class GroupStaffingDataLoader(
    CommunityDatabase database, Caller caller, StaffingOptions options, TimeProvider clock, IBatchScheduler batchScheduler, DataLoaderOptions loaderOptions)
    : BatchDataLoader<long, GroupStaffing>(batchScheduler, loaderOptions)
{
    protected override async Task<IReadOnlyDictionary<long, GroupStaffing>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var now = clock.GetUtcNow().UtcDateTime;
        var counts = await db.GroupAssignments.AsNoTracking()
            .Where(a => keys.Contains(a.GroupId) && a.Since <= now && (a.Until == null || a.Until > now) && a.Operator.IsActive)
            .GroupBy(a => new { a.GroupId, a.Role })
            .Select(g => new { g.Key.GroupId, g.Key.Role, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var byGroup = counts.ToLookup(c => c.GroupId);
        return keys.ToDictionary(id => id, id =>
        {
            int Of(AssignmentRole role) => byGroup[id].Where(c => c.Role == role).Sum(c => c.Count);
            var admins = Of(AssignmentRole.Admin);
            return new GroupStaffing(Of(AssignmentRole.Owner), admins, options.StaffingOf(admins), options.MinAdmins, options.MaxAdmins);
        });
    }
}

/// <summary>The staffing of a group.</summary>
[ExtendObjectType<Group>]
public sealed class StaffingOfGroup
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("How many people run it, against what a group needs.")]
    public static Task<GroupStaffing?> GetStaffingAsync(
        [Parent(nameof(Group.Id))] Group group, GroupStaffingDataLoader staffing, CancellationToken cancellationToken) =>
        staffing.LoadAsync(group.Id, cancellationToken)!;
}

/// <summary>Groups that lack staff.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class GroupStaffingQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<GroupFilterInput>]
    [UseSorting<GroupSortInput>]
    [GraphQLDescription("The drafts and running groups whose staff is not what a group needs.")]
    public static IQueryable<Group> GetGroupsOutOfStaffing(
        [GraphQLDescription("What is wrong with it.")] StaffingProblem problem, CommunityDbContext db, StaffingOptions options, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (min, max) = (options.MinAdmins, options.MaxAdmins);
        var groups = db.Groups.Where(g => g.Status == GroupStatus.Draft || g.Status == GroupStatus.Active);
        return problem switch
        {
            StaffingProblem.NoOwner => groups.Where(g => !db.GroupAssignments.Any(a =>
                a.GroupId == g.Id && a.Role == AssignmentRole.Owner && a.Operator.IsActive && a.Since <= now && (a.Until == null || a.Until > now))),
            StaffingProblem.TooFewAdmins => groups.Where(g => db.GroupAssignments.Count(a =>
                a.GroupId == g.Id && a.Role == AssignmentRole.Admin && a.Operator.IsActive && a.Since <= now && (a.Until == null || a.Until > now)) < min),
            _ => groups.Where(g => db.GroupAssignments.Count(a =>
                a.GroupId == g.Id && a.Role == AssignmentRole.Admin && a.Operator.IsActive && a.Since <= now && (a.Until == null || a.Until > now)) > max),
        };
    }
}
