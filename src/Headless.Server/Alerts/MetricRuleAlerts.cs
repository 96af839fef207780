namespace Headless.Server.Alerts;

/// <summary>
/// Finds where the organisation's own rules hold. The figures of all rules with the same window are read together: the statements follow the
/// different windows, not the groups.
/// </summary>
internal sealed class MetricRuleAlerts(ReportingCalendar calendar, MetricSettings settings, TimeProvider clock) : IAlertSource
{
    public AlertKind Kind => AlertKind.MetricRule;

    public TimeSpan Interval => TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(CommunityDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var rules = await db.AlertRules.AsNoTracking().Where(r => r.IsActive).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        return rules.Count == 0 ? [] : await FindAsync(db, rules, now, cancellationToken);
    }

    /// <summary>What some rules find now.</summary>
    public async Task<IReadOnlyList<AlertCondition>> FindAsync(CommunityDbContext db, IReadOnlyList<AlertRule> rules, DateTime now, CancellationToken cancellationToken)
    {
        var today = calendar.DayOf(now);
        var groups = await db.Groups.AsNoTracking().Where(g => g.Status == GroupStatus.Active)
            .Select(g => new RunningGroup(g.Id, g.Name, g.Type, g.PurposeFlags, g.OpensAt ?? g.CreatedAt)).ToListAsync(cancellationToken);
        var questions = new List<(AlertRule Rule, AlertSubject Subject, string Name, MetricQuery Query, MetricQuery[] Baselines)>();
        foreach (var rule in rules)
        {
            var window = MetricJudge.WindowOf(rule, today);
            var (key, options) = (MetricNames.Read(rule.Metric), new MetricOptions(Currency: rule.Currency));
            var subjects = rule.Scope == AlertRuleScope.Organisation
                ? [(AlertSubject.Organisation, "The organisation", MetricScope.Everything)]
                : groups.Where(g => IsMeant(rule, g) && calendar.DayOf(g.Since) <= window.From)
                    .Select(g => (AlertSubject.OfGroup(g.Id), g.Name, MetricScope.OfGroup(g.Id)));
            questions.AddRange(subjects.Select(s => (
                rule, s.Item1, s.Item2, new MetricQuery(s.Item3, key, window, options),
                MetricJudge.BaselinesOf(rule, window).Select(w => new MetricQuery(s.Item3, key, w, options)).ToArray())));
        }

        var values = await new MetricService(db, calendar, settings, clock).GetValuesAsync([.. questions.SelectMany(q => q.Baselines.Prepend(q.Query))], cancellationToken);
        return [.. questions
            .Select(q => MetricJudge.ToCondition(
                q.Rule, q.Subject, q.Name, values[q.Query], MetricJudge.Judge(q.Rule, values[q.Query], Array.ConvertAll(q.Baselines, b => values[b]))))
            .OfType<AlertCondition>()];
    }

    private static bool IsMeant(AlertRule rule, RunningGroup group) =>
        (rule.GroupId is null || rule.GroupId == group.Id)
        && (rule.GroupType is null || rule.GroupType == group.Type)
        && (rule.PurposeFlags == default || (rule.PurposeFlags & group.Purposes) != 0);

    private sealed record RunningGroup(long Id, string Name, GroupType Type, GroupPurpose Purposes, DateTime Since);
}
