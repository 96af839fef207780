namespace Headless.Community;

/// <summary>What a counted member said in a group within a day of the reporting time zone.</summary>
[Unaudited]
public sealed class MemberDay
{
    public long GroupId { get; init; }

    /// <summary>The day in the reporting time zone.</summary>
    public DateOnly Day { get; init; }

    public long MemberId { get; init; }

    /// <summary>Messages, effective or not.</summary>
    public int Messages { get; set; }

    public int EffectiveMessages { get; set; }
}
