using System.Globalization;
using Headless.Server.Alerts;

namespace Headless.Server.Features.Groups;

/// <summary>Finds open groups that are nearly full: one statement for all of them, and one for the platforms' limits.</summary>
internal sealed class CapacityNear(AlertOptions options) : IAlertSource
{
    public AlertKind Kind => AlertKind.CapacityNear;

    public TimeSpan Interval => TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(CommunityDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var policies = await PlatformPolicies.LoadAsync(db, cancellationToken);
        var groups = await db.Groups.AsNoTracking()
            .Where(g => g.Status == GroupStatus.Active)
            .Select(g => new { g.Id, g.Name, g.Platform, g.Capacity, Accounts = g.Memberships.Count(m => m.LeftAt == null) })
            .ToListAsync(cancellationToken);
        return [.. groups.Select(g => Check(g.Id, g.Name, GroupCapacity.Of(g.Platform, g.Capacity, g.Accounts, policies, now))).OfType<AlertCondition>()];
    }

    private AlertCondition? Check(long id, string name, GroupCapacity capacity) => capacity switch
    {
        { IsFull: true, Limit: { } limit } => Condition(
            id, capacity, limit, AlertSeverity.Critical, $"{name} is full.", "Replicate the group and lead newcomers to the new one."),
        { Limit: { } limit } when IsNear(capacity, limit) => Condition(
            id, capacity, limit, AlertSeverity.Warning, $"{name} is nearly full.", "Prepare the next group of the series before nobody can come in any more."),
        { QrLimit: { } limit } when capacity.Accounts < limit && IsNear(capacity, limit) => Condition(
            id, capacity, limit, AlertSeverity.Warning, $"{name} will soon have more accounts than its QR code lets in.",
            "Share an entry point that moves on to the next group, or the QR code of a service account that invites."),
        _ => null,
    };

    private bool IsNear(GroupCapacity capacity, int limit) => capacity.Accounts >= options.CapacityNearShare * limit;

    private static AlertCondition Condition(long id, GroupCapacity capacity, int limit, AlertSeverity severity, string matter, string action)
    {
        var share = decimal.Round((decimal)capacity.Accounts / limit, 4);
        return new AlertCondition(
            AlertSubject.OfGroup(id),
            severity,
            string.Create(CultureInfo.InvariantCulture, $"{matter} It has {capacity.Accounts} of at most {limit} accounts."),
            action,
            [new AlertFigure("accounts", capacity.Accounts), new AlertFigure("limit", limit), new AlertFigure("share", share)]);
    }
}
