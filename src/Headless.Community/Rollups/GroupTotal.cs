namespace Headless.Community;

/// <summary>
/// What all <see cref="GroupDay"/> of a group come to. Where a group stood at a time is this without what came after it: what a dashboard asks of lies
/// a few weeks back, and the group's history may be years.
/// </summary>
[Unaudited]
public sealed class GroupTotal
{
    public long GroupId { get; init; }

    /// <summary>The sum of <see cref="GroupDay.MemberDelta"/>: the members that there are.</summary>
    public int MemberDelta { get; set; }

    /// <summary>The sum of <see cref="GroupDay.PresenceDelta"/>.</summary>
    public int PresenceDelta { get; set; }
}
