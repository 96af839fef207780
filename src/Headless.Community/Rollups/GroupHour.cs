namespace Headless.Community;

/// <summary>What happened in a group within an hour.</summary>
[Unaudited]
public sealed class GroupHour
{
    public long GroupId { get; init; }

    /// <summary>The UTC instant at which an hour of the reporting time zone begins.</summary>
    public DateTime HourStart { get; init; }

    /// <summary>Messages of counted accounts, effective or not.</summary>
    public int Messages { get; set; }

    /// <summary>Effective messages of counted accounts.</summary>
    public int EffectiveMessages { get; set; }

    /// <summary>Messages of accounts that staff or machines control.</summary>
    public int ExcludedMessages { get; set; }

    /// <summary>Stays of counted accounts that began with a join that was seen.</summary>
    public int Joins { get; set; }

    /// <summary>Stays of counted accounts that ended.</summary>
    public int Leaves { get; set; }

    /// <summary>How much the number of counted members grew: every stay that began less every one that ended.</summary>
    public int MemberDelta { get; set; }
}
