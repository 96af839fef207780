namespace Headless.Community;

/// <summary>A member was there on a day. One for each member and day.</summary>
public sealed class CheckIn : Entity
{
    public long ProgramId { get; init; }

    public CheckInProgram Program { get; init; } = null!;

    public long MemberId { get; init; }

    public Member Member { get; init; } = null!;

    /// <summary>The day, in the programme's time zone.</summary>
    public DateOnly Day { get; init; }

    /// <summary>When they were there, UTC; of a day that was added, when it was.</summary>
    public DateTime CheckedAt { get; init; }

    /// <summary>Whether the day was added afterwards.</summary>
    public bool IsMakeUp { get; init; }

    /// <summary>How many days in a row it was, as of then; a day that is added later does not change it.</summary>
    public int Streak { get; set; }
}

/// <summary>Where a member stands in a programme: kept with each check-in, and computed again from them.</summary>
[Unaudited]
public sealed class CheckInStanding
{
    public long Id { get; init; }

    public long ProgramId { get; init; }

    public CheckInProgram Program { get; init; } = null!;

    public long MemberId { get; init; }

    public Member Member { get; init; } = null!;

    /// <summary>How many days in all.</summary>
    public int TotalDays { get; set; }

    /// <summary>How many days in a row up to <see cref="LastDay"/>.</summary>
    public int LastStreak { get; set; }

    /// <summary>The most days in a row.</summary>
    public int LongestStreak { get; set; }

    public DateOnly? LastDay { get; set; }

    /// <summary>How many days were added afterwards.</summary>
    public int MakeUps { get; set; }

    /// <summary>Goes up with each check-in: whoever changes the row holds it until they are through.</summary>
    public long Turn { get; set; }

    /// <summary>How many days in a row it is on a day: none where the day before was left out.</summary>
    public int StreakOn(DateOnly today) => LastDay is { } last && last >= today.AddDays(-1) ? LastStreak : 0;

    /// <summary>Sets the figures to what the days come to.</summary>
    /// <param name="days">Every day, in order.</param>
    /// <param name="makeUps">How many of them were added.</param>
    public void Count(IReadOnlyList<DateOnly> days, int makeUps)
    {
        var (streak, longest) = (0, 0);
        for (var index = 0; index < days.Count; index++)
        {
            streak = index > 0 && days[index].DayNumber == days[index - 1].DayNumber + 1 ? streak + 1 : 1;
            longest = Math.Max(longest, streak);
        }

        (TotalDays, LastStreak, LongestStreak, LastDay, MakeUps) = (days.Count, streak, longest, days.Count == 0 ? null : days[^1], makeUps);
    }
}

/// <summary>A member has reached a milestone. Once for each member.</summary>
public sealed class CheckInReward
{
    public long Id { get; init; }

    public long MilestoneId { get; init; }

    public CheckInMilestone Milestone { get; init; } = null!;

    public long MemberId { get; init; }

    public Member Member { get; init; } = null!;

    /// <summary>When, UTC.</summary>
    public DateTime ReachedAt { get; init; }
}
