namespace Headless.Metrics.Analysis;

/// <summary>What a scorecard says of an operator's own work. The articles name no measures of staff: these are ours, of what is recorded here anyway.</summary>
public enum ScorecardKey
{
    TasksOnTime,
    ViolationsDecided,
    DecisionHours,
    DecisionsOverturned,
    AlertsAcknowledged,
    AcknowledgementHours,
    CallsMade,
    CallReachRate,
}

/// <summary>What a figure of a scorecard counts.</summary>
public enum ScorecardUnit
{
    Count,
    Ratio,
    Hours,
}

/// <summary>A figure of an operator's work, with what it is made of and what to be careful about.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Numerator">The upper part; for a count, the count itself; of hours, their sum.</param>
/// <param name="Denominator">The lower part; null for a count.</param>
/// <param name="Value">Null where there was nothing to do: never 0 for that.</param>
public sealed record ScorecardFigure(ScorecardKey Key, decimal Numerator, long? Denominator, double? Value)
{
    /// <summary>Below this many cases a share moves by whole percents with each.</summary>
    public const int LowSampleBelow = 30;

    public ScorecardUnit Unit => Key switch
    {
        ScorecardKey.ViolationsDecided or ScorecardKey.AlertsAcknowledged or ScorecardKey.CallsMade => ScorecardUnit.Count,
        ScorecardKey.DecisionHours or ScorecardKey.AcknowledgementHours => ScorecardUnit.Hours,
        _ => ScorecardUnit.Ratio,
    };

    public bool IsLowSample => Denominator < LowSampleBelow;

    public string Formula => Key switch
    {
        ScorecardKey.TasksOnTime => "playbook tasks assigned to them whose time is over and which were done in it ÷ playbook tasks assigned to them whose time is over",
        ScorecardKey.ViolationsDecided => "violations that they confirmed or dismissed in the window",
        ScorecardKey.DecisionHours => "hours from the violation to their decision, added up ÷ their decisions",
        ScorecardKey.DecisionsOverturned => "their decisions that an appeal has overturned ÷ their decisions",
        ScorecardKey.AlertsAcknowledged => "alerts that they took on in the window",
        ScorecardKey.AcknowledgementHours => "hours from the opening of the alert to its being taken on, added up ÷ alerts taken on",
        ScorecardKey.CallsMade => "calls of call lists that they recorded in the window",
        _ => "of these calls, those that were answered by the person ÷ calls",
    };

    public string Caveats => Key switch
    {
        ScorecardKey.TasksOnTime => "Tasks that are due in the window; one whose time is not over yet counts nowhere. Tasks that are done by themselves or were cancelled are left out. It says nothing of how well they were done.",
        ScorecardKey.ViolationsDecided => "Who has more groups with more offences decides more: not a measure of diligence.",
        ScorecardKey.DecisionHours => "Nights and days off count. A violation that was reported late counts from when it happened.",
        ScorecardKey.DecisionsOverturned => "Appeals against decisions of the window, as they stand now: it grows with time.",
        ScorecardKey.AlertsAcknowledged => "Alerts that ended by themselves before somebody took them on appear nowhere.",
        ScorecardKey.AcknowledgementHours => "Nights and days off count. An alert that grew worse is opened anew, and counts from its first opening.",
        ScorecardKey.CallsMade => "Calls that nobody recorded do not count.",
        _ => "It depends on the list and the hour more than on who calls. Wrong numbers count as not reached.",
    };

    internal static ScorecardFigure Count(ScorecardKey key, long count) => new(key, count, null, count);

    internal static ScorecardFigure Of(ScorecardKey key, decimal numerator, long denominator) =>
        new(key, decimal.Round(numerator, 4), denominator, denominator == 0 ? null : (double)numerator / denominator);
}

/// <summary>What is known of an operator's work and of the groups that they look after.</summary>
/// <param name="OperatorId">The operator.</param>
/// <param name="Window">The days.</param>
/// <param name="GroupCount">Groups of whose staff they were at any time of the window.</param>
/// <param name="Figures">Their own work, in the order of <see cref="ScorecardKey"/>.</param>
/// <param name="GroupMetrics">Figures of those groups together, over the whole window.</param>
public sealed record OperatorScorecard(
    long OperatorId, MetricWindow Window, int GroupCount, IReadOnlyList<ScorecardFigure> Figures, IReadOnlyList<MetricValue> GroupMetrics);
