namespace Headless.Community;

/// <summary>What milestones of a check-in programme count. Stored as a number: a value is never changed or given again.</summary>
public enum CheckInMode : byte
{
    /// <summary>Days in a row: a day that is left out begins again.</summary>
    Continuous = 1,

    /// <summary>All days, in a row or not.</summary>
    Cumulative = 2,
}

/// <summary>Members come every day and are rewarded for it: 签到, 打卡 (A-205, A-206). A day is one of the programme's time zone.</summary>
public sealed class CheckInProgram : Entity
{
    public const int NameMaxLength = 100;
    public const int TimeZoneMaxLength = 64;
    public const int MaxMilestones = 20;
    public const int MaxMakeUpDays = 60;

    /// <summary>A check-in may be reported so much later: by a connector that was cut off.</summary>
    public static readonly TimeSpan LateReport = TimeSpan.FromHours(48);

    public required string Name { get; set; }

    public CheckInMode Mode { get; init; }

    /// <summary>The IANA id of the zone whose days count.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The group whose members take part; null: everybody.</summary>
    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    /// <summary>The first day; null: no limit.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>The last day; null: no limit.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>How many days a member may add afterwards, in all.</summary>
    public int MakeUpLimit { get; set; }

    /// <summary>How many days back a day may be added.</summary>
    public int MakeUpWithinDays { get; set; }

    /// <summary>The programme in which check-ins earn points; null: they earn none.</summary>
    public long? PointProgramId { get; init; }

    public PointProgram? PointProgram { get; init; }

    /// <summary>How many for each day.</summary>
    public int PointsPerDay { get; set; }

    public List<CheckInMilestone> Milestones { get; } = [];

    /// <summary>Whether nobody can check in any more.</summary>
    public bool IsEnded { get; set; }

    /// <summary>The local day of a moment.</summary>
    public DateOnly DayOf(DateTime at) => LocalDays.DayOf(at, TimeZone);

    /// <summary>Refuses a day on which there is no check-in.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.CheckInClosed"/>.</exception>
    public void RequireOpen(DateOnly day)
    {
        if (IsEnded || day < StartsOn || day > EndsOn)
        {
            throw new DomainException(
                DomainErrorCodes.CheckInClosed,
                IsEnded ? $"'{Name}' is over." : $"'{Name}' has no check-in on {day:O}: it lasts from {StartsOn?.ToString("O") ?? "ever"} to {EndsOn?.ToString("O") ?? "ever"}.");
        }
    }

    /// <summary>Refuses a day that cannot be added afterwards.</summary>
    /// <param name="day">The day.</param>
    /// <param name="today">The present one.</param>
    /// <param name="used">How many days the member has added.</param>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.MakeUpNotAllowed"/>.</exception>
    public void RequireMakeUp(DateOnly day, DateOnly today, int used)
    {
        RequireOpen(day);
        var reason = day >= today ? $"{day:O} is not over: check in instead."
            : today.DayNumber - day.DayNumber > MakeUpWithinDays ? $"Only the last {MakeUpWithinDays} days can be added."
            : used >= MakeUpLimit ? $"A member adds at most {MakeUpLimit} days; {used} are used."
            : null;
        if (reason is not null)
        {
            throw new DomainException(DomainErrorCodes.MakeUpNotAllowed, reason);
        }
    }
}

/// <summary>What is reached after so many days; each member reaches it once.</summary>
public sealed class CheckInMilestone
{
    public const int NameMaxLength = 100;
    public const int MaxDays = 3_660;

    public long Id { get; init; }

    public long ProgramId { get; init; }

    public CheckInProgram Program { get; init; } = null!;

    /// <summary>After how many days, in a row or in all.</summary>
    public int Days { get; init; }

    public required string Name { get; set; }

    /// <summary>How many points it gives, beside those of the day.</summary>
    public int Points { get; set; }
}
