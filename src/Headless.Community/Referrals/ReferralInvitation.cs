using System.Globalization;
using System.Security.Cryptography;

namespace Headless.Community;

/// <summary>
/// A member's link and code in a programme. Invitations hang below each other as people brought people: a tree of facts, from
/// which nobody earns but the one who invited.
/// </summary>
public sealed class ReferralInvitation : Entity
{
    public const int CodeLength = 10;
    public const int ReasonMaxLength = 500;

    /// <summary>So deep a tree is kept; whoever comes below begins one of their own.</summary>
    public const int MaxDepth = 20;
    public const int PathMaxLength = 21 * MaxDepth;

    /// <summary>Without letters and digits that are taken for each other.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public long ProgramId { get; init; }

    public ReferralProgram Program { get; init; } = null!;

    /// <summary>Who invites.</summary>
    public long MemberId { get; set; }

    public Member Member { get; init; } = null!;

    /// <summary>For whose record it was made: it stays when records are merged, so that both codes go on working.</summary>
    public long IssuedToId { get; init; }

    /// <summary>Which one of theirs, from 1.</summary>
    public int Round { get; init; } = 1;

    /// <summary>What friends bring along; unique.</summary>
    public required string Code { get; init; }

    /// <summary>Until when friends count, UTC; null: as long as the programme takes them.</summary>
    public DateTime? ExpiresAt { get; init; }

    public DateTime? RevokedAt { get; private set; }

    [PersonalData]
    public string? RevokeReason { get; private set; }

    /// <summary>The invitations that it hangs below, from the first: <c>/12/57/</c>.</summary>
    public required string Ancestors { get; init; }

    /// <summary>How many are above it.</summary>
    public int Depth { get; init; }

    /// <summary>How many friends joined, whatever became of them. Kept by guarded statements, as the next one.</summary>
    public int JoinedCount { get; init; }

    /// <summary>How many of them count.</summary>
    public int QualifiedCount { get; init; }

    /// <summary>Goes up with each claim, so that of two at the same moment one waits for the other.</summary>
    public int ClaimCount { get; init; }

    /// <summary>Itself and what it hangs below, as those below it have it.</summary>
    public string Path => string.Create(CultureInfo.InvariantCulture, $"{Ancestors}{Id}/");

    /// <summary>A code that nobody guesses.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString(Alphabet, CodeLength);

    /// <summary>The code as it is stored, however it was typed.</summary>
    public static string Normalize(string typed) => Coupon.Normalize(typed);

    /// <summary>Makes one.</summary>
    /// <param name="parent">The invitation through which they came themselves; null: they begin a tree.</param>
    public static ReferralInvitation Make(ReferralProgram program, long memberId, int round, ReferralInvitation? parent, DateTime now)
    {
        var above = parent is { Depth: < MaxDepth - 1 } ? parent : null;
        return new ReferralInvitation
        {
            ProgramId = program.Id, MemberId = memberId, IssuedToId = memberId, Round = round, Code = NewCode(),
            ExpiresAt = program.RoundHours is { } hours ? now.AddHours(hours) : null, Ancestors = above?.Path ?? "/", Depth = above is null ? 0 : above.Depth + 1,
        };
    }

    /// <summary>Whether friends who come at a moment count.</summary>
    public bool Takes(DateTime at) => RevokedAt is null && (ExpiresAt is null || at < ExpiresAt);

    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvitationNotOpen"/>.</exception>
    public void RequireOpen(DateTime at)
    {
        if (!Takes(at))
        {
            throw new DomainException(DomainErrorCodes.InvitationNotOpen, RevokedAt is null ? $"The invitation ended at {ExpiresAt:O}: ask for another one." : "The invitation was revoked.");
        }
    }

    /// <summary>Nobody counts by it any more, and nothing can be claimed for it.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvitationNotOpen"/>: it is revoked already.</exception>
    public void Revoke(string reason, DateTime at)
    {
        if (RevokedAt is not null)
        {
            throw new DomainException(DomainErrorCodes.InvitationNotOpen, "The invitation is revoked already.");
        }

        (RevokedAt, RevokeReason) = (at, reason);
    }
}
