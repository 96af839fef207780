namespace Headless.Server.Alerts;

/// <summary>
/// Finds where a condition holds that somebody should know of. Every class that implements it is found; <see cref="AlertWork"/> asks
/// it in its turn, opens an alert where there is none, brings the others up to date and resolves those whose condition has ended.
/// </summary>
/// <remarks>A source only reads. One kind of alert has one source.</remarks>
public interface IAlertSource
{
    AlertKind Kind { get; }

    /// <summary>How often it is asked. Not more often than its condition matters: it may read every group.</summary>
    TimeSpan Interval { get; }

    /// <summary>
    /// Every condition that holds now, one for a subject. A constant number of statements, whatever the number of groups. The context sees all rows.
    /// </summary>
    Task<IReadOnlyList<AlertCondition>> FindAsync(CommunityDbContext db, DateTime now, CancellationToken cancellationToken);
}
