namespace Headless.Community;

/// <summary>
/// How much a member takes part, the least first. Silence is a level and no defect; it is apart from having muted a group and from having left.
/// Stored as a number: a value is never changed or given again.
/// </summary>
public enum EngagementLevel : byte
{
    /// <summary>In no group now, or nobody has looked yet.</summary>
    Unknown = 0,

    /// <summary>Reads along.</summary>
    Silent = 1,

    Occasional = 2,
    Active = 3,
    Core = 4,
}

/// <summary>
/// The section <c>Engagement</c> of the configuration: on how many of the last days somebody says something effective. The articles give no numbers; these are ours.
/// Who is at a level stays there a little below where they came in (<see cref="KeepShare"/>), so that nobody swings between two.
/// </summary>
public sealed record EngagementOptions
{
    public const string SectionName = "Engagement";

    /// <summary>Over how many whole days, ending with yesterday.</summary>
    public int WindowDays { get; init; } = 28;

    public int CoreDays { get; init; } = 12;

    public int ActiveDays { get; init; } = 4;

    public int OccasionalDays { get; init; } = 1;

    /// <summary>The share of a level's days down to which somebody keeps it.</summary>
    public double KeepShare { get; init; } = 0.75;

    /// <summary>The level of somebody who was at one, after so many active days.</summary>
    public EngagementLevel Next(EngagementLevel current, int activeDays)
    {
        var reached = activeDays >= CoreDays ? EngagementLevel.Core
            : activeDays >= ActiveDays ? EngagementLevel.Active
            : activeDays >= OccasionalDays ? EngagementLevel.Occasional
            : EngagementLevel.Silent;
        for (var level = current; level > reached; level--)
        {
            if (activeDays >= Math.Ceiling(DaysOf(level) * KeepShare))
            {
                return level;
            }
        }

        return reached;
    }

    /// <summary>These, where they make sense.</summary>
    /// <exception cref="InvalidOperationException">A value cannot be.</exception>
    public EngagementOptions Checked() =>
        this is { WindowDays: >= 1 and <= 365, OccasionalDays: >= 1, KeepShare: > 0 and <= 1 } && OccasionalDays < ActiveDays && ActiveDays < CoreDays && CoreDays <= WindowDays
            ? this
            : throw new InvalidOperationException(
                $"{SectionName}: OccasionalDays, ActiveDays and CoreDays must grow and be at most WindowDays (1 to 365), KeepShare more than 0 and at most 1.");

    private int DaysOf(EngagementLevel level) => level switch { EngagementLevel.Core => CoreDays, EngagementLevel.Active => ActiveDays, EngagementLevel.Occasional => OccasionalDays, _ => 0 };
}

/// <summary>By which day the engagement of everybody is, or is being, looked at. One row.</summary>
[Unaudited]
public sealed class EngagementState
{
    public const int SingleId = 1;

    public int Id { get; init; } = SingleId;

    public DateOnly Day { get; set; }

    /// <summary>Up to which member everybody has been looked at; null: all have been.</summary>
    public long? PassedMemberId { get; set; }
}
