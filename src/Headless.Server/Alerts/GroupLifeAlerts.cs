using System.Globalization;

namespace Headless.Server.Alerts;

/// <summary>Finds groups in which hardly anybody speaks .</summary>
internal sealed class InteractionLowAlert(GroupVitals vitals, AlertOptions options) : IAlertSource
{
    public AlertKind Kind => AlertKind.InteractionLow;

    public TimeSpan Interval => TimeSpan.FromMinutes(15);

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(CommunityDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var window = vitals.DaysBefore(now, options.InteractionDays);
        var groups = (await GroupVitals.RunningAsync(db, cancellationToken)).Where(g => vitals.Today(g.Since) <= window.From).ToList();
        var rates = await vitals.MetricAsync(db, groups.Select(g => g.Id), MetricKey.InteractionRate, window, cancellationToken);
        return [.. groups.Select(g => (Group: g, Rate: rates[g.Id])).Where(g => !(g.Rate.Value >= options.InteractionBelow)).Select(g =>
            g.Rate.Value is not { } rate || g.Rate.SampleSize < options.MinSample
                ? AlertCondition.Unknown(AlertSubject.OfGroup(g.Group.Id))
                : new AlertCondition(
                    AlertSubject.OfGroup(g.Group.Id), AlertSeverity.Warning,
                    string.Create(CultureInfo.InvariantCulture, $"{g.Group.Name}: {rate:P1} of its members spoke on a day of the last {options.InteractionDays}; {options.InteractionBelow:P1} is the limit."),
                    "Bring in a KOL, give points for taking part, start a check-in.",
                    [
                        new AlertFigure("interactionRate", MetricJudge.Number(rate)), new AlertFigure("limit", (decimal)options.InteractionBelow),
                        new AlertFigure("windowDays", options.InteractionDays), new AlertFigure("memberDays", g.Rate.Denominator ?? 0),
                    ]))];
    }
}

/// <summary>Finds groups that nobody has joined for a time .</summary>
internal sealed class NoNewMembersAlert(GroupVitals vitals, AlertOptions options) : IAlertSource
{
    public AlertKind Kind => AlertKind.NoNewMembers;

    public TimeSpan Interval => TimeSpan.FromMinutes(15);

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(CommunityDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var window = new MetricWindow(vitals.Today(now).AddDays(-options.NoNewMembersDays), vitals.Today(now).AddDays(1));
        var groups = (await GroupVitals.RunningAsync(db, cancellationToken)).Where(g => vitals.Today(g.Since) <= window.From).ToList();
        var joins = await vitals.MetricAsync(db, groups.Select(g => g.Id), MetricKey.JoinCount, window, cancellationToken);
        var quiet = groups.Where(g => joins[g.Id].Numerator == 0).ToList();
        var members = await vitals.MetricAsync(db, quiet.Select(g => g.Id), MetricKey.MemberCount, window, cancellationToken);
        return [.. quiet.Select(g => new AlertCondition(
            AlertSubject.OfGroup(g.Id), AlertSeverity.Info,
            string.Create(CultureInfo.InvariantCulture, $"Nobody has come into {g.Name} for {options.NoNewMembersDays} days."),
            "Where no new people come the old ones tire: open another channel, start an invitation, or put its phase to FATIGUED and replicate it.",
            [new AlertFigure("days", options.NoNewMembersDays), new AlertFigure("members", members[g.Id].Numerator)]))];
    }
}

/// <summary>Finds groups in which nobody has said anything for a time .</summary>
internal sealed class SilentGroupAlert(GroupVitals vitals, AlertOptions options) : IAlertSource
{
    public AlertKind Kind => AlertKind.SilentGroup;

    public TimeSpan Interval => TimeSpan.FromMinutes(15);

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(CommunityDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var opened = vitals.Today(now).AddDays(-options.SilentDays);
        var groups = (await GroupVitals.RunningAsync(db, cancellationToken)).Where(g => vitals.Today(g.Since) <= opened).ToList();
        var last = await vitals.LastSpeechAsync(db, [.. groups.Select(g => g.Id)], now, cancellationToken);
        var silent = groups.Select(g => (Group: g, Days: vitals.SilentDays(last, g.Id, now))).Where(g => g.Days is null || g.Days >= options.SilentDays).ToList();
        var today = vitals.Today(now);
        var members = await vitals.MetricAsync(db, silent.Select(g => g.Group.Id), MetricKey.MemberCount, new MetricWindow(today, today.AddDays(1)), cancellationToken);
        return [.. silent.Select(g => new AlertCondition(
            AlertSubject.OfGroup(g.Group.Id),
            g.Days is null || g.Days >= options.DeadDays ? AlertSeverity.Critical : AlertSeverity.Warning,
            g.Days is { } days
                ? string.Create(CultureInfo.InvariantCulture, $"No member of {g.Group.Name} has said anything for {days} days.")
                : $"No member of {g.Group.Name} has said anything yet, or for a year.",
            "Ask for the diagnosis of the group; begin with an activity within days, and with staff who answer.",
            [new AlertFigure("silentDays", g.Days ?? -1), new AlertFigure("limitDays", options.SilentDays), new AlertFigure("members", members[g.Group.Id].Numerator)]))];
    }
}

/// <summary>Finds groups that turn into places of advertisements .</summary>
internal sealed class ViolationShareAlert(GroupVitals vitals, AlertOptions options) : IAlertSource
{
    private const int Days = 7;

    public AlertKind Kind => AlertKind.ViolationShare;

    public TimeSpan Interval => TimeSpan.FromMinutes(15);

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(CommunityDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var today = vitals.Today(now);
        var groups = await GroupVitals.RunningAsync(db, cancellationToken);
        var kept = await vitals.RuleKeepingAsync(db, [.. groups.Select(g => g.Id)], new MetricWindow(today.AddDays(-Days), today.AddDays(1)), cancellationToken);
        return [.. groups.Select(g => (Group: g, Kept: kept[g.Id])).Where(g => g.Kept.Violations > options.ViolationShareAbove * g.Kept.Messages).Select(g =>
            g.Kept.Messages < options.MinSample
                ? AlertCondition.Unknown(AlertSubject.OfGroup(g.Group.Id))
                : new AlertCondition(
                    AlertSubject.OfGroup(g.Group.Id), AlertSeverity.Warning,
                    string.Create(CultureInfo.InvariantCulture, $"{g.Group.Name}: {g.Kept.Violations} of {g.Kept.Messages} messages of the last {Days} days break its rules."),
                    "Enforce the rules, decide what waits in the moderation queue, and look at who comes in through which channel.",
                    [
                        new AlertFigure("share", decimal.Round((decimal)g.Kept.Violations / g.Kept.Messages, 6)), new AlertFigure("limit", (decimal)options.ViolationShareAbove),
                        new AlertFigure("violations", g.Kept.Violations), new AlertFigure("messages", g.Kept.Messages),
                    ]))];
    }
}
