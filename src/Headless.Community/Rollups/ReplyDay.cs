namespace Headless.Community;

/// <summary>Whom a counted member answered in a group, and who answered them, within a day of the reporting time zone: the day of the answer .</summary>
[Unaudited]
public sealed class ReplyDay
{
    public long GroupId { get; init; }

    /// <summary>The day in the reporting time zone.</summary>
    public DateOnly Day { get; init; }

    public long MemberId { get; init; }

    /// <summary>Messages that answer another person's, or one that the log does not know.</summary>
    public int Given { get; set; }

    /// <summary>Answers of other counted members to messages of this one.</summary>
    public int Received { get; set; }
}
