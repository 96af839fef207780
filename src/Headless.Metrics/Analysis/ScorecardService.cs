using Headless.Community;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Analysis;

/// <summary>Scorecards of operators: any number of them over one window is a constant number of statements.</summary>
public sealed class ScorecardService(CommunityDbContext db, ReportingCalendar calendar, MetricService metrics, TimeProvider clock)
{
    /// <summary>Figures of groups that add up over groups, so that one reading answers for everybody's.</summary>
    public static IReadOnlyList<MetricKey> GroupMetrics { get; } =
        [MetricKey.MemberCount, MetricKey.JoinCount, MetricKey.LeaveRate, MetricKey.ActiveMemberRate, MetricKey.InteractionRate, MetricKey.MessagesPerMember];

    /// <summary>The scorecards of operators; only what the context's scope shows is counted.</summary>
    /// <exception cref="MetricWindowException">The window cannot be.</exception>
    public async Task<IReadOnlyDictionary<long, OperatorScorecard>> GetAsync(IReadOnlyCollection<long> operatorIds, MetricWindow window, CancellationToken ct)
    {
        MetricService.Check(window, null);
        long[] ids = [.. operatorIds.Distinct()];
        var (from, to, now) = (calendar.StartOf(window.From), calendar.StartOf(window.To), clock.GetUtcNow().UtcDateTime);
        var assignments = await db.GroupAssignments.AsNoTracking()
            .Where(a => ids.Contains(a.OperatorId) && a.Since < to && (a.Until == null || a.Until > from))
            .Select(a => new { a.OperatorId, a.GroupId }).Distinct().ToListAsync(ct);
        var groupsOf = assignments.ToLookup(a => a.OperatorId, a => a.GroupId);
        var figures = await metrics.GetSumsAsync([.. ids.Select(id => (id, groupsOf[id].Order().ToArray()))], GroupMetrics, window, ct);

        var tasks = (await db.PlaybookTasks.AsNoTracking()
            .Where(t => t.AssigneeId != null && ids.Contains(t.AssigneeId.Value) && t.DueAt >= from && t.DueAt < to && t.OverdueAt <= now
                && t.Kind == PlaybookStepKind.Staff && t.Status != PlaybookTaskStatus.Cancelled)
            .GroupBy(t => t.AssigneeId!.Value)
            .Select(g => new { g.Key, Due = g.LongCount(), OnTime = g.Sum(t => t.DoneAt != null && t.DoneAt <= t.OverdueAt ? 1L : 0L) })
            .ToListAsync(ct)).ToDictionary(t => t.Key);
        var decisions = (await db.Violations.AsNoTracking()
            .Where(v => v.DecidedById != null && ids.Contains(v.DecidedById.Value) && v.DecidedAt >= from && v.DecidedAt < to)
            .Select(v => new { Id = v.DecidedById!.Value, v.OccurredAt, At = v.DecidedAt!.Value, v.Status }).ToListAsync(ct)).ToLookup(v => v.Id);
        var alerts = (await db.Alerts.AsNoTracking()
            .Where(a => a.AcknowledgedById != null && ids.Contains(a.AcknowledgedById.Value) && a.AcknowledgedAt >= from && a.AcknowledgedAt < to)
            .Select(a => new { Id = a.AcknowledgedById!.Value, a.OpenedAt, At = a.AcknowledgedAt!.Value }).ToListAsync(ct)).ToLookup(a => a.Id);
        var calls = (await db.CallAttempts.AsNoTracking()
            .Where(c => c.OperatorId != null && ids.Contains(c.OperatorId.Value) && c.CalledAt >= from && c.CalledAt < to)
            .GroupBy(c => c.OperatorId!.Value)
            .Select(g => new
            {
                g.Key, Made = g.LongCount(),
                Reached = g.Sum(c => c.Outcome == CallStatus.Reached || c.Outcome == CallStatus.Accepted || c.Outcome == CallStatus.Refused ? 1L : 0L),
            })
            .ToListAsync(ct)).ToDictionary(c => c.Key);

        return ids.ToDictionary(id => id, id =>
        {
            var (task, call, decided, taken) = (tasks.GetValueOrDefault(id), calls.GetValueOrDefault(id), decisions[id].ToList(), alerts[id].ToList());
            return new OperatorScorecard(
                id, window, groupsOf[id].Count(),
                [
                    ScorecardFigure.Of(ScorecardKey.TasksOnTime, task?.OnTime ?? 0, task?.Due ?? 0),
                    ScorecardFigure.Count(ScorecardKey.ViolationsDecided, decided.Count),
                    ScorecardFigure.Of(ScorecardKey.DecisionHours, decided.Sum(v => Hours(v.OccurredAt, v.At)), decided.Count),
                    ScorecardFigure.Of(ScorecardKey.DecisionsOverturned, decided.Count(v => v.Status == ViolationStatus.Overturned), decided.Count),
                    ScorecardFigure.Count(ScorecardKey.AlertsAcknowledged, taken.Count),
                    ScorecardFigure.Of(ScorecardKey.AcknowledgementHours, taken.Sum(a => Hours(a.OpenedAt, a.At)), taken.Count),
                    ScorecardFigure.Count(ScorecardKey.CallsMade, call?.Made ?? 0),
                    ScorecardFigure.Of(ScorecardKey.CallReachRate, call?.Reached ?? 0, call?.Made ?? 0),
                ],
                figures[id]);
        });
    }

    /// <summary>A clock that was put back makes no negative time.</summary>
    private static decimal Hours(DateTime from, DateTime to) => Math.Max(0, (decimal)(to - from).TotalHours);
}
