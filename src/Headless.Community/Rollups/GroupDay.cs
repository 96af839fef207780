namespace Headless.Community;

/// <summary>What happened in a group within a day of the reporting time zone.</summary>
[Unaudited]
public sealed class GroupDay
{
    public long GroupId { get; init; }

    /// <summary>The day in the reporting time zone.</summary>
    public DateOnly Day { get; init; }

    /// <summary>
    /// +1 on the first day and −1 on the day after the last of each unbroken run of days on which a counted member was
    /// present. The sum up to a day is the number of members present at any time of that day.
    /// </summary>
    public int PresenceDelta { get; set; }

    /// <summary>Counted members with at least one effective message.</summary>
    public int ActiveMembers { get; set; }

    /// <summary>Counted members with at least one message.</summary>
    public int Speakers { get; set; }

    /// <summary>Counted members who joined, each once.</summary>
    public int DistinctJoiners { get; set; }

    /// <summary>Counted members who left, each once.</summary>
    public int DistinctLeavers { get; set; }

    /// <summary>Accounts of staff or machines that spoke, each once.</summary>
    public int ExcludedAccounts { get; set; }

    /// <summary>Messages of counted accounts: the sum of the day's <see cref="GroupHour"/>, as the five after it are.</summary>
    public int Messages { get; set; }

    public int EffectiveMessages { get; set; }

    public int ExcludedMessages { get; set; }

    public int Joins { get; set; }

    public int Leaves { get; set; }

    public int MemberDelta { get; set; }
}
