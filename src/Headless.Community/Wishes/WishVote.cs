namespace Headless.Community;

/// <summary>A member wants a wish fulfilled. One for each member.</summary>
public sealed class WishVote
{
    public long Id { get; init; }

    public long WishId { get; init; }

    public Wish Wish { get; init; } = null!;

    public long MemberId { get; init; }

    public Member Member { get; init; } = null!;

    /// <summary>When, UTC.</summary>
    public DateTime VotedAt { get; init; }
}
