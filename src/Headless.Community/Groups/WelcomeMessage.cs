namespace Headless.Community;

/// <summary>
/// What a newcomer is told: for everybody, for a reason of joining, for a channel or for both. Several for the same are
/// variants of each other.
/// </summary>
public sealed class WelcomeMessage : Entity
{
    public const int TextMaxLength = 4000;
    public const int JoinChannelMaxLength = Membership.JoinChannelMaxLength;

    /// <summary>How many a group may have.</summary>
    public const int MaxCount = 20;

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    /// <summary>For those who came for this reason; null: whatever the reason.</summary>
    public JoinReason? JoinReason { get; init; }

    /// <summary>For those who came through this channel, as memberships spell it; null: whichever the channel.</summary>
    public string? JoinChannel { get; init; }

    public required string Text { get; init; }

    /// <summary>Its place among the group's messages, from 0.</summary>
    public int Position { get; set; }

    /// <summary>Since when it is not told any more, UTC; null: it is. Kept, because the log may say who was told it.</summary>
    public DateTime? RemovedAt { get; set; }

    /// <summary>
    /// The message for somebody who came for a reason and through a channel: the closest one, both before the channel before the reason
    /// before neither. Of variants the seed chooses, the same for the same seed: give the member's key.
    /// </summary>
    /// <param name="messages">The group's messages that are told.</param>
    /// <param name="reason">Why they came.</param>
    /// <param name="channel">Through which channel.</param>
    /// <param name="seed">Chooses among variants.</param>
    /// <returns>Null where nothing fits.</returns>
    public static WelcomeMessage? Choose(IEnumerable<WelcomeMessage> messages, JoinReason? reason, string? channel, long seed)
    {
        var fitting = messages
            .Where(message => (message.JoinReason is null || message.JoinReason == reason) && (message.JoinChannel is null || message.JoinChannel == channel))
            .ToLookup(message => (message.JoinChannel is null ? 0 : 2) + (message.JoinReason is null ? 0 : 1));
        var closest = fitting.MaxBy(messages => messages.Key)?.OrderBy(message => message.Position).ToList();
        return closest?[(int)((ulong)seed % (ulong)closest.Count)];
    }
}
