using System.Globalization;

namespace Headless.Server.Alerts;

/// <summary>Whether what a rule asks holds of a figure.</summary>
/// <param name="Holds">Null: it cannot be judged, for want of a figure or of people.</param>
/// <param name="Value">The figure; null: there is none.</param>
/// <param name="Baseline">What a change is measured against; null: there is none.</param>
/// <param name="Change">The change as a share of the baseline.</param>
/// <param name="Sample">What decided whether there are enough to judge by.</param>
internal sealed record MetricJudgement(bool? Holds, double? Value, double? Baseline, double? Change, long Sample);

/// <summary>Judges figures by an <see cref="AlertRule"/>.</summary>
internal static class MetricJudge
{
    /// <summary>How many windows before are asked for MEAN_OF_FOUR_WINDOWS.</summary>
    private const int MeanWindows = 4;

    /// <summary>The days that a rule looks at today.</summary>
    public static MetricWindow WindowOf(AlertRule rule, DateOnly today)
    {
        var to = rule.IncludesToday ? today.AddDays(1) : today;
        return new MetricWindow(to.AddDays(-rule.WindowDays), to);
    }

    /// <summary>The days that the figure is measured against.</summary>
    public static IReadOnlyList<MetricWindow> BaselinesOf(AlertRule rule, MetricWindow window) => rule.Baseline switch
    {
        AlertBaseline.PreviousWindow => [Earlier(window, 1)],
        AlertBaseline.YearEarlier => [window.YearEarlier()],
        AlertBaseline.MeanOfFourWindows => [.. Enumerable.Range(1, MeanWindows).Select(n => Earlier(window, n))],
        _ => [],
    };

    public static MetricJudgement Judge(AlertRule rule, MetricValue value, IReadOnlyList<MetricValue> baselines)
    {
        var isCount = value.Definition.Unit is MetricUnit.Count or MetricUnit.Money;
        if (rule.Comparison == AlertComparison.Absent)
        {
            return new MetricJudgement(value.Value is null && IsUntracked(value.NullReason) ? null : value.Numerator == 0, value.Value, null, null, 0);
        }

        // A count is its own size: below 3 of them nobody needs three to judge.
        var sample = isCount ? 0 : value.SampleSize ?? 0;
        if (rule.Baseline is null)
        {
            return value.Value is not { } figure || (!isCount && sample < rule.MinSample)
                ? new MetricJudgement(null, value.Value, null, null, sample)
                : new MetricJudgement(rule.Comparison == AlertComparison.Below ? figure < (double)rule.Threshold! : figure > (double)rule.Threshold!, figure, null, null, sample);
        }

        var known = baselines.Where(b => b.Value is not null).ToList();
        double? mean = known.Count == 0 ? null : known.Average(b => b.Value!.Value);
        var before = known.Count == 0 ? 0 : (long)known.Average(b => isCount ? (double)b.Numerator : b.SampleSize ?? 0);
        sample = isCount ? before : Math.Min(sample, before);
        if (value.Value is not { } now || mean is not { } baseline || baseline <= 0 || sample < rule.MinSample)
        {
            return new MetricJudgement(null, value.Value, mean, null, sample);
        }

        var change = (now - baseline) / baseline;
        return new MetricJudgement(
            rule.Comparison == AlertComparison.FallsBy ? -change >= (double)rule.Threshold! : change >= (double)rule.Threshold!, now, baseline, change, sample);
    }

    /// <summary>The condition of an alert, or that nothing can be said; null: it does not hold.</summary>
    public static AlertCondition? ToCondition(AlertRule rule, AlertSubject subject, string name, MetricValue value, MetricJudgement judgement) => judgement.Holds switch
    {
        null => AlertCondition.Unknown(subject, rule.Id),
        false => null,
        true => new AlertCondition(
            subject, rule.Severity, Message(rule, name, judgement), rule.SuggestedAction,
            [
                new AlertFigure("value", Number(judgement.Value ?? 0)),
                new AlertFigure("threshold", rule.Threshold ?? 0),
                .. judgement.Baseline is { } baseline ? [new AlertFigure("baseline", Number(baseline)), new AlertFigure("change", Number(judgement.Change!.Value))] : Array.Empty<AlertFigure>(),
                new AlertFigure("numerator", value.Numerator),
                .. value.Denominator is { } denominator ? [new AlertFigure("denominator", denominator)] : Array.Empty<AlertFigure>(),
                new AlertFigure("windowDays", rule.WindowDays),
            ])
        {
            RuleId = rule.Id,
            Quiet = TimeSpan.FromHours(rule.QuietHours),
        },
    };

    public static decimal Number(double value) => double.IsFinite(value) && Math.Abs(value) < 1e15 ? decimal.Round((decimal)value, 6) : 0;

    private static string Message(AlertRule rule, string name, MetricJudgement judgement)
    {
        var (of, days) = (rule.Metric, rule.WindowDays);
        var text = rule.Comparison switch
        {
            AlertComparison.Absent => string.Create(CultureInfo.InvariantCulture, $"{name}: no {of} in {days} days."),
            AlertComparison.Below => string.Create(CultureInfo.InvariantCulture, $"{name}: {of} of {days} days is {judgement.Value:0.####}, below {rule.Threshold:0.####}."),
            AlertComparison.Above => string.Create(CultureInfo.InvariantCulture, $"{name}: {of} of {days} days is {judgement.Value:0.####}, above {rule.Threshold:0.####}."),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {of} of {days} days is {judgement.Value:0.####} where {judgement.Baseline:0.####} was usual, {judgement.Change * 100:+0;-0} %."),
        };
        return text.Length > Alert.MessageMaxLength ? text[..Alert.MessageMaxLength] : text;
    }

    private static MetricWindow Earlier(MetricWindow window, int windows) => new(window.From.AddDays(-windows * window.Days), window.To.AddDays(-windows * window.Days));

    /// <summary>Whether there is no figure because nobody reports what it is about, or it is not known yet: that is not nothing.</summary>
    private static bool IsUntracked(MetricNullReason? reason) => reason is not (
        MetricNullReason.NoMembers or MetricNullReason.NoActiveMembers or MetricNullReason.NoJoins or MetricNullReason.NoOrders or MetricNullReason.NoBuyers
        or MetricNullReason.NoRevenue or MetricNullReason.NoQualifiedInvites);
}
