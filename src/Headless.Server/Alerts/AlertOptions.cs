namespace Headless.Server.Alerts;

/// <summary>
/// The section <c>Alerts</c> of the configuration: where conditions begin. The articles name no numbers; the defaults are ours, and those of leaving and
/// silence follow what others publish (docs/metrics.md).
/// </summary>
public sealed record AlertOptions
{
    public const string SectionName = "Alerts";

    /// <summary>The share of its limit from which on a group counts as nearly full.</summary>
    public double CapacityNearShare { get; init; } = 0.9;

    /// <summary>For how many days after it was entered a group may be without a campaign that has begun or will soon.</summary>
    public int FirstActivityDays { get; init; } = 7;

    /// <summary>Below this interaction rate, the mean of <see cref="InteractionDays"/>, hardly anybody speaks.</summary>
    public double InteractionBelow { get; init; } = 0.03;

    public int InteractionDays { get; init; } = 7;

    /// <summary>So many times the usual number of leaves are a wave.</summary>
    public double LeaveSpikeTimes { get; init; } = 3;

    /// <summary>Fewer leaves in two days than this are no wave.</summary>
    public int LeaveSpikeMinimum { get; init; } = 10;

    /// <summary>Above this leave rate of thirty days a group loses its members.</summary>
    public double LeaveRateAbove { get; init; } = 0.10;

    /// <summary>Above this leave rate of its first seven days a new group loses its members.</summary>
    public double NewGroupLeaveRateAbove { get; init; } = 0.15;

    /// <summary>For how many days nobody may come.</summary>
    public int NoNewMembersDays { get; init; } = 14;

    /// <summary>For how many days nobody may speak.</summary>
    public int SilentDays { get; init; } = 7;

    /// <summary>After how many days of silence a group is dead.</summary>
    public int DeadDays { get; init; } = 30;

    /// <summary>Above this share of messages that break the rules a group turns into a place of advertisements.</summary>
    public double ViolationShareAbove { get; init; } = 0.05;

    /// <summary>Below so many people, member days, messages or buyers shares are not judged.</summary>
    public int MinSample { get; init; } = 30;

    /// <summary>After how many months without an order a buyer is away.</summary>
    public int RepurchaseMonths { get; init; } = 3;

    /// <summary>From this share of buyers on who are away somebody is told.</summary>
    public double RepurchaseGapShare { get; init; } = 0.5;

    /// <summary>From this share of BARGAIN among members who have a class on somebody is told.</summary>
    public double BargainShare { get; init; } = 0.5;

    /// <summary>After how many hours an open consultation is unanswered.</summary>
    public int QuestionHours { get; init; } = 24;

    /// <summary>The same of members whose tier is answered first.</summary>
    public int PriorityQuestionHours { get; init; } = 4;

    /// <summary>Below this share of what a target expects by now sales are behind.</summary>
    public double TargetPaceBelow { get; init; } = 0.9;

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">A value cannot be.</exception>
    internal static AlertOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(SectionName).Get<AlertOptions>() ?? new AlertOptions();
        foreach (var (name, value, most) in new (string Name, double Value, double Most)[]
        {
            (nameof(CapacityNearShare), options.CapacityNearShare, 1),
            (nameof(InteractionBelow), options.InteractionBelow, 1),
            (nameof(LeaveSpikeTimes), options.LeaveSpikeTimes, 1_000),
            (nameof(LeaveRateAbove), options.LeaveRateAbove, 1),
            (nameof(NewGroupLeaveRateAbove), options.NewGroupLeaveRateAbove, 1),
            (nameof(ViolationShareAbove), options.ViolationShareAbove, 1),
            (nameof(RepurchaseGapShare), options.RepurchaseGapShare, 1),
            (nameof(BargainShare), options.BargainShare, 1),
            (nameof(TargetPaceBelow), options.TargetPaceBelow, 10),
        })
        {
            if (!(value > 0 && value <= most))
            {
                throw new InvalidOperationException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SectionName}:{name} must be more than 0 and at most {most}."));
            }
        }

        foreach (var (name, value, most) in new (string Name, int Value, int Most)[]
        {
            (nameof(FirstActivityDays), options.FirstActivityDays, 365),
            (nameof(InteractionDays), options.InteractionDays, 90),
            (nameof(LeaveSpikeMinimum), options.LeaveSpikeMinimum, 1_000_000),
            (nameof(NoNewMembersDays), options.NoNewMembersDays, 365),
            (nameof(SilentDays), options.SilentDays, 365),
            (nameof(DeadDays), options.DeadDays, 365),
            (nameof(MinSample), options.MinSample, 1_000_000),
            (nameof(RepurchaseMonths), options.RepurchaseMonths, 24),
            (nameof(QuestionHours), options.QuestionHours, 24 * 90),
            (nameof(PriorityQuestionHours), options.PriorityQuestionHours, 24 * 90),
        })
        {
            if (value < 1 || value > most)
            {
                throw new InvalidOperationException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SectionName}:{name} must be from 1 to {most}."));
            }
        }

        return options;
    }
}
