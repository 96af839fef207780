namespace Headless.Community;

/// <summary>How many points a member has: the sum of their ledger, kept so that it is read and guarded in one row.</summary>
[Unaudited]
public sealed class PointBalance
{
    /// <summary>No balance may be larger, in either direction.</summary>
    public const long MaxBalance = 1_000_000_000_000_000;

    public long Id { get; init; }

    public long ProgramId { get; init; }

    public PointProgram Program { get; init; } = null!;

    public long MemberId { get; init; }

    public Member Member { get; init; } = null!;

    public long Balance { get; set; }

    /// <summary>When points of theirs expire next, UTC, redeemed or not; null: none do.</summary>
    public DateTime? NextExpiryAt { get; set; }
}
