namespace Headless.Community;

/// <summary>
/// When a member lately spoke in a group and a hash of what they said: all that FLOOD and REPEAT rules need, so that they see across
/// batches, restarts and replicas. At most <see cref="Rule.MaxRemembered"/> messages of at most a day.
/// </summary>
[Unaudited]
public sealed class MessageTrail : Entity
{
    /// <summary>16 bytes for each message, in Base64.</summary>
    public const int MessagesMaxLength = (Rule.MaxRemembered * 16 / 3 * 4) + 8;

    public long GroupId { get; init; }

    public long MemberId { get; set; }

    /// <summary>The messages, see <c>Moderation.Trail</c>.</summary>
    public required string Messages { get; set; }
}

/// <summary>How far the texts of what is older than the setting says have been emptied.</summary>
[Unaudited]
public sealed class RetentionState
{
    /// <summary>Always 1: there is one row.</summary>
    public int Id { get; init; } = 1;

    /// <summary>The last activity that has been looked at.</summary>
    public long LastActivityId { get; set; }

    /// <summary>The last violation that has been looked at.</summary>
    public long LastViolationId { get; set; }
}
