using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Alerts;

/// <summary>Alerts as a list and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class AlertQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<AlertFilterInput>]
    [UseSorting<AlertSortInput>]
    [GraphQLDescription("Alerts that the caller may see: of their groups and campaigns, and about themselves. Those that hold: resolvedAt is null.")]
    public static IQueryable<Alert> GetAlerts(CommunityDbContext db) => db.Alerts;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One alert; null where there is none or the caller may not see it.")]
    public static Task<Alert?> GetAlertByIdAsync(
        [ID<Alert>] [GraphQLDescription("The alert's global id.")] long id, ByIdDataLoader<Alert> alerts, CancellationToken cancellationToken) =>
        alerts.LoadAsync(id, cancellationToken);
}

/// <summary>What an alert leads to.</summary>
[ExtendObjectType<Alert>]
public sealed class AlertNode
{
    [GraphQLIgnore]
    public static Task<Alert?> GetAlertAsync(long id, ByIdDataLoader<Alert> alerts, CancellationToken cancellationToken) => alerts.LoadAsync(id, cancellationToken);

    [GraphQLDescription("The numbers that it rests on.")]
    [ListSize(AssumedSize = 5)]
    public static IReadOnlyList<AlertFigure> GetEvidence([Parent(nameof(Alert.Evidence))] Alert alert) => Alert.ReadEvidence(alert.Evidence);

    [Cost(1)]
    [GraphQLDescription("The group that it hangs on.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(Alert.GroupId))] Alert alert, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(alert.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The operator whom it concerns.")]
    public static Task<Operator?> GetOperatorAsync(
        [Parent(nameof(Alert.OperatorId))] Alert alert, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(alert.OperatorId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign that it concerns.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(Alert.CampaignId))] Alert alert, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(alert.CampaignId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who took it on; null: nobody has.")]
    public static Task<Operator?> GetAcknowledgedByAsync(
        [Parent(nameof(Alert.AcknowledgedById))] Alert alert, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(alert.AcknowledgedById, cancellationToken);
}

/// <summary>The alerts of a group.</summary>
[ExtendObjectType<Group>]
public sealed class AlertsOfGroup
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<AlertFilterInput>]
    [UseSorting<AlertSortInput>]
    [GraphQLDescription("The alerts that hang on the group, resolved ones included.")]
    public static IQueryable<Alert> GetAlerts([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.Alerts.Where(a => a.GroupId == group.Id);
}

/// <summary>The alerts about an operator.</summary>
[ExtendObjectType<Operator>]
public sealed class AlertsOfOperator
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<AlertFilterInput>]
    [UseSorting<AlertSortInput>]
    [GraphQLDescription("The alerts about the operator that the caller may see, resolved ones included.")]
    public static IQueryable<Alert> GetAlerts([Parent(nameof(Operator.Id))] Operator staff, CommunityDbContext db) =>
        db.Alerts.Where(a => a.OperatorId == staff.Id);
}
