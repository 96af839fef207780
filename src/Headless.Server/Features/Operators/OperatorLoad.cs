using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Operators;

/// <summary>How many groups an operator runs, against what fills a working day .</summary>
/// <param name="OperatorId">The operator.</param>
/// <param name="OwnedGroupCount">Groups that are owned now and not closed or archived.</param>
/// <param name="AdministeredGroupCount">The same, administered.</param>
/// <param name="State">Null for somebody who owns nothing and whose role is not to own.</param>
/// <param name="Minimum">The fewest groups that are a full load.</param>
/// <param name="Maximum">The most.</param>
public sealed record OperatorLoad(
    long OperatorId, int OwnedGroupCount, int AdministeredGroupCount, OperatorLoadState? State, int Minimum, int Maximum);

/// <summary><c>type OperatorLoad</c>.</summary>
public sealed class OperatorLoadObjectType : ObjectType<OperatorLoad>
{
    protected override void Configure(IObjectTypeDescriptor<OperatorLoad> descriptor)
    {
        descriptor.Description("How many groups an operator runs, against what fills a working day. Advice: nothing is refused because of it.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(l => l.OwnedGroupCount).Description("The groups that they own now; closed and archived ones take no work and do not count.");
        descriptor.Field(l => l.AdministeredGroupCount).Description("The groups in which they help as ADMIN now.");
        descriptor.Field(l => l.State).Description("UNDER, OK or OVER by the two limits beside it; null for somebody who owns no group and whose role is not OWNER.");
        descriptor.Field(l => l.Minimum).Description("The fewest owned groups that are a full load: 5 unless the server's settings say otherwise.");
        descriptor.Field(l => l.Maximum).Description("The most owned groups that are a full load: 10 unless the server's settings say otherwise.");
    }
}

/// <summary><c>enum OperatorLoadState</c>.</summary>
public sealed class OperatorLoadStateEnumType : EnumType<OperatorLoadState>
{
    protected override void Configure(IEnumTypeDescriptor<OperatorLoadState> descriptor)
    {
        descriptor.Description("A number against its limits: a warning, never a refusal.");
        descriptor.Value(OperatorLoadState.Under).Description("Below the least: free capacity, or too little staff.");
        descriptor.Value(OperatorLoadState.Ok).Description("Within the limits, both included.");
        descriptor.Value(OperatorLoadState.Over).Description("Above the most: hand something over.");
    }
}

/// <summary>Loads of any number of operators with one statement.</summary>
/// <remarks>An OWNER or ADMIN sees only their own groups, so the load of a colleague would be a wrong number: they get their own alone.</remarks>
public sealed class OperatorLoadDataLoader(
    CommunityDatabase database, Caller caller, StaffingOptions options, TimeProvider clock, IBatchScheduler batchScheduler, DataLoaderOptions loaderOptions)
    : BatchDataLoader<long, OperatorLoad?>(batchScheduler, loaderOptions)
{
    protected override async Task<IReadOnlyDictionary<long, OperatorLoad?>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var ids = keys.Where(id => caller.Scope.IsEverything || id == caller.OperatorId).ToArray();
        var loads = await OperatorLoads.ReadAsync(db, db.Operators.Where(o => ids.Contains(o.Id)), options, clock.GetUtcNow().UtcDateTime, cancellationToken);
        return loads.ToDictionary(load => load.OperatorId, load => (OperatorLoad?)load);
    }
}

/// <summary>The statement behind the loads.</summary>
internal static class OperatorLoads
{
    public static async Task<List<OperatorLoad>> ReadAsync(
        CommunityDbContext db, IQueryable<Operator> operators, StaffingOptions options, DateTime now, CancellationToken ct)
    {
        var rows = await operators.AsNoTracking()
            .Select(o => new
            {
                o.Id,
                o.Role,
                Owned = db.GroupAssignments.Count(a =>
                    a.OperatorId == o.Id && a.Role == AssignmentRole.Owner && a.Since <= now && (a.Until == null || a.Until > now)
                    && (a.Group.Status == GroupStatus.Draft || a.Group.Status == GroupStatus.Active)),
                Administered = db.GroupAssignments.Count(a =>
                    a.OperatorId == o.Id && a.Role == AssignmentRole.Admin && a.Since <= now && (a.Until == null || a.Until > now)
                    && (a.Group.Status == GroupStatus.Draft || a.Group.Status == GroupStatus.Active)),
            })
            .ToListAsync(ct);
        return rows.ConvertAll(row => new OperatorLoad(
            row.Id,
            row.Owned,
            row.Administered,
            row.Owned > 0 || row.Role == OperatorRole.Owner ? options.LoadOf(row.Owned) : null,
            options.OwnerLoadMinimum,
            options.OwnerLoadMaximum));
    }
}

/// <summary>The load of an operator.</summary>
[ExtendObjectType<Operator>]
public sealed class LoadOfOperator
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("How many groups they run, against what fills a working day. An OWNER or ADMIN gets their own; null for colleagues.")]
    public static Task<OperatorLoad?> GetLoadAsync(
        [Parent(nameof(Operator.Id))] Operator @operator, OperatorLoadDataLoader loads, CancellationToken cancellationToken) =>
        loads.LoadAsync(@operator.Id, cancellationToken);
}

/// <summary>The operator of a load.</summary>
[ExtendObjectType<OperatorLoad>]
public sealed class OperatorLoadNode
{
    [Cost(1)]
    [GraphQLDescription("The operator.")]
    public static Task<Operator?> GetOperatorAsync([Parent] OperatorLoad load, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(load.OperatorId, cancellationToken);
}

/// <summary>Who has too much to do, and who could take something over.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class OperatorLoadQueries
{
    [Authorize(Policies.Read)]
    [ListSize(AssumedSize = 50)]
    [GraphQLDescription(
        "The loads of the active operators who own groups or whose role is OWNER, the most groups first: who is OVER, and who could take something over. An OWNER or ADMIN gets their own.")]
    public static async Task<IReadOnlyList<OperatorLoad>> GetOperatorLoadsAsync(
        [GraphQLDescription("Only loads in one of these states; all unless given.")] IReadOnlyList<OperatorLoadState>? states,
        CommunityDbContext db,
        Caller caller,
        StaffingOptions options,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var operators = db.Operators.Where(o => o.IsActive);
        if (!caller.Scope.IsEverything)
        {
            operators = operators.Where(o => o.Id == caller.OperatorId);
        }

        var loads = await OperatorLoads.ReadAsync(db, operators, options, clock.GetUtcNow().UtcDateTime, cancellationToken);
        return [.. loads.Where(load => load.State is { } state && (states is null || states.Contains(state)))
            .OrderByDescending(load => load.OwnedGroupCount).ThenBy(load => load.OperatorId)];
    }
}
