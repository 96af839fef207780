using System.Globalization;
using Headless.Server.Alerts;

namespace Headless.Server.Features.Operators;

/// <summary>Finds operators who own more groups than fill a working day: one statement.</summary>
internal sealed class OwnerLoadAlert(StaffingOptions options) : IAlertSource
{
    public AlertKind Kind => AlertKind.OwnerLoad;

    public TimeSpan Interval => TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(CommunityDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var loads = await OperatorLoads.ReadAsync(db, db.Operators.Where(o => o.IsActive), options, now, cancellationToken);
        var names = await db.Operators.AsNoTracking().Where(o => o.IsActive).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        return [.. loads.Where(load => load.State == OperatorLoadState.Over).Select(load => new AlertCondition(
            AlertSubject.OfOperator(load.OperatorId),
            AlertSeverity.Warning,
            string.Create(CultureInfo.InvariantCulture, $"{names[load.OperatorId]} owns {load.OwnedGroupCount} groups; {load.Maximum} are a full load."),
            "Hand some groups over to somebody whose load is UNDER.",
            [new AlertFigure("ownedGroups", load.OwnedGroupCount), new AlertFigure("maximum", load.Maximum)]))];
    }
}

/// <summary>Finds running groups whose staff has not said anything for days: one statement for all of them.</summary>
internal sealed class NoActiveStaffAlert(StaffingOptions options) : IAlertSource
{
    public AlertKind Kind => AlertKind.NoActiveStaff;

    public TimeSpan Interval => TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(CommunityDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var since = now.AddDays(-options.NoActiveStaffDays);
        var groups = await db.Groups.AsNoTracking()
            .Where(g => g.Status == GroupStatus.Active && g.OpensAt < since
                && !g.Memberships.Any(m => m.AccountKind != AccountKind.Customer && m.AccountKind != AccountKind.Bot && m.LastMessageAt >= since))
            .Select(g => new
            {
                g.Id,
                g.Name,
                Accounts = g.Memberships.Count(m => m.LeftAt == null && m.AccountKind != AccountKind.Customer && m.AccountKind != AccountKind.Bot),
            })
            .ToListAsync(cancellationToken);
        return [.. groups.Select(g => new AlertCondition(
            AlertSubject.OfGroup(g.Id),
            AlertSeverity.Warning,
            string.Create(CultureInfo.InvariantCulture, $"Nobody of the staff of {g.Name} has said anything for {options.NoActiveStaffDays} days."),
            g.Accounts == 0 ? "Declare the accounts of its staff with setAccountKind, or bring somebody in." : "Ask its owner to activate the group, or hand it over.",
            [new AlertFigure("days", options.NoActiveStaffDays), new AlertFigure("staffAccounts", g.Accounts)]))];
    }
}
