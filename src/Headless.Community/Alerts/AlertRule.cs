namespace Headless.Community;

/// <summary>What an alert rule asks of a figure. Stored as a number: a value is never changed or given again.</summary>
public enum AlertComparison : byte
{
    /// <summary>The figure is below the threshold.</summary>
    Below = 1,

    /// <summary>The figure is above the threshold.</summary>
    Above = 2,

    /// <summary>The figure is lower than its baseline by the threshold, a share of the baseline, or more.</summary>
    FallsBy = 3,

    /// <summary>The figure is higher than its baseline by the threshold, a share of the baseline, or more.</summary>
    RisesBy = 4,

    /// <summary>Nothing of what is counted has happened.</summary>
    Absent = 5,
}

/// <summary>What a change is measured against. Stored as a number: a value is never changed or given again.</summary>
public enum AlertBaseline : byte
{
    /// <summary>As many days before.</summary>
    PreviousWindow = 1,

    /// <summary>The same days a year earlier.</summary>
    YearEarlier = 2,

    /// <summary>The mean of the four windows before: one bad week is no measure.</summary>
    MeanOfFourWindows = 3,
}

/// <summary>What an alert rule looks at. Stored as a number: a value is never changed or given again.</summary>
public enum AlertRuleScope : byte
{
    /// <summary>Each running group for itself.</summary>
    EachGroup = 1,

    /// <summary>All groups together, and orders of no group.</summary>
    Organisation = 2,
}

/// <summary>
/// A condition on a metric that somebody wants to hear of. Where it holds, one alert is open; it ends by itself. Where there are too few to judge by,
/// or nobody tracks what it is about, nothing opens and nothing ends.
/// </summary>
public sealed class AlertRule : Entity
{
    public const int NameMaxLength = 100;
    public const int MetricMaxLength = 50;
    public const int MaxWindowDays = 366;
    public const int MaxQuietHours = 24 * 90;
    public const int MaxSample = 1_000_000;
    public const decimal MaxThreshold = 1_000_000_000m;

    /// <summary>So many may be active.</summary>
    public const int MaxActive = 100;

    public required string Name { get; set; }

    /// <summary>Whether it is looked at. The alerts of one that is not are resolved.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>The metric's name as the API writes it: INTERACTION_RATE.</summary>
    public required string Metric { get; init; }

    public AlertRuleScope Scope { get; init; } = AlertRuleScope.EachGroup;

    /// <summary>EACH_GROUP: this one only.</summary>
    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    /// <summary>EACH_GROUP: groups of this type only.</summary>
    public GroupType? GroupType { get; init; }

    /// <summary>EACH_GROUP: groups with one of these purposes only; none: any (A.12 #11).</summary>
    public GroupPurpose PurposeFlags { get; init; }

    /// <summary><see cref="PurposeFlags"/> as a list.</summary>
    public IReadOnlyList<GroupPurpose> Purposes
    {
        get => Flags.ToList(PurposeFlags);
        init => PurposeFlags = Flags.FromList(value);
    }

    public AlertComparison Comparison { get; private set; }

    /// <summary>The limit, or the share by which the figure changes: 0.3 is 30 %. Null for ABSENT.</summary>
    public decimal? Threshold { get; private set; }

    public AlertBaseline? Baseline { get; private set; }

    /// <summary>Over how many days of the reporting time zone.</summary>
    public int WindowDays { get; private set; }

    /// <summary>Whether today counts, which is not over yet; otherwise the window ends with yesterday.</summary>
    public bool IncludesToday { get; private set; }

    /// <summary>With fewer people, member days or orders below the line nothing is judged; of a count, with less in the baseline.</summary>
    public int MinSample { get; private set; }

    /// <summary>For so many hours after an alert of it ended none opens again about the same.</summary>
    public int QuietHours { get; private set; }

    /// <summary>Only amounts in this currency, ISO 4217.</summary>
    public string? Currency { get; init; }

    public AlertSeverity Severity { get; private set; } = AlertSeverity.Warning;

    /// <summary>What to do about it.</summary>
    public required string SuggestedAction { get; set; }

    /// <summary>Sets what it asks.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvalidAlertRule"/>: the parts do not fit together.</exception>
    public void Ask(AlertComparison comparison, decimal? threshold, AlertBaseline? baseline, int windowDays, bool includesToday, int minSample, int quietHours, AlertSeverity severity)
    {
        var isChange = comparison is AlertComparison.FallsBy or AlertComparison.RisesBy;
        var fault = (comparison, threshold) switch
        {
            (AlertComparison.Absent, not null) => "ABSENT asks whether there is anything at all: leave 'threshold' out.",
            (not AlertComparison.Absent, null) => "Say in 'threshold' where the condition begins.",
            (AlertComparison.FallsBy, <= 0 or > 1) => "A fall is a share of the baseline: give a threshold above 0 and at most 1; 0.3 is 30 %.",
            (AlertComparison.RisesBy, <= 0) => "A rise is a share of the baseline: give a threshold above 0; 0.3 is 30 %.",
            _ when isChange && baseline is null => "A change is measured against a baseline: name one.",
            _ when !isChange && baseline is not null => "Only FALLS_BY and RISES_BY have a baseline: leave it out.",
            _ => null,
        };
        if (fault is not null)
        {
            throw new DomainException(DomainErrorCodes.InvalidAlertRule, fault);
        }

        if (windowDays is < 1 or > MaxWindowDays || minSample is < 0 or > MaxSample || quietHours is < 0 or > MaxQuietHours || Math.Abs(threshold ?? 0) > MaxThreshold)
        {
            throw new DomainException(
                DomainErrorCodes.InvalidAlertRule,
                $"A window has 1 to {MaxWindowDays} days, a minimum sample is 0 to {MaxSample}, a quiet time 0 to {MaxQuietHours} hours, a threshold at most {MaxThreshold}.");
        }

        (Comparison, Threshold, Baseline, WindowDays, IncludesToday, MinSample, QuietHours, Severity) =
            (comparison, threshold, baseline, windowDays, includesToday, minSample, quietHours, severity);
    }
}
