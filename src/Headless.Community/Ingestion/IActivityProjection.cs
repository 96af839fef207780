using Headless.Community.Data;

namespace Headless.Community.Ingestion;

/// <summary>
/// Keeps what is derived from the log in step with it, in the transaction that appends to it. The metrics implement it, so that
/// what counts is decided there.
/// </summary>
public interface IActivityProjection
{
    /// <summary>Adds a batch that has just been appended.</summary>
    Task ApplyAsync(CommunityDbContext context, ActivityBatch batch, CancellationToken cancellationToken);

    /// <summary>
    /// Counts a stay again after its account kind has changed from <paramref name="previous"/> to what
    /// <paramref name="membership"/> says now: everything that was said and done in it counts as done by an account of the new kind.
    /// </summary>
    Task ReclassifyAsync(
        CommunityDbContext context, Membership membership, AccountKind previous, CancellationToken cancellationToken);
}

/// <summary>What a transaction appended to the log, and which stays it changed.</summary>
/// <param name="Activities">The rows, in the order of their ids.</param>
/// <param name="RosterChanges">The members of groups with a stay that began, ended or moved; each pair at most once.</param>
/// <param name="ExcludedSenders">
/// The accounts among the senders that count in no metric, with the time of the last message that each had sent in that group
/// before; null: none.
/// </param>
public sealed record ActivityBatch(
    IReadOnlyList<Activity> Activities,
    IReadOnlyList<RosterChange> RosterChanges,
    IReadOnlyDictionary<(long GroupId, long MemberId), DateTime?> ExcludedSenders);

/// <summary>
/// The stays of a member in a group before and after a change, in the order of their beginnings: all of them but those that ended
/// days before anything that has changed.
/// </summary>
public sealed record RosterChange(long GroupId, long MemberId, IReadOnlyList<Stay> Before, IReadOnlyList<Stay> After);

/// <summary>A stay as metrics see it.</summary>
/// <param name="JoinedAt">When it began, UTC.</param>
/// <param name="LeftAt">When it ended, UTC; null: it lasts.</param>
/// <param name="JoinKnown">Whether it began with a join that was seen.</param>
/// <param name="IsCounted">Whether the account counts in member metrics.</param>
public readonly record struct Stay(DateTime JoinedAt, DateTime? LeftAt, bool JoinKnown, bool IsCounted)
{
    public static Stay Of(Membership membership) =>
        new(membership.JoinedAt, membership.LeftAt, membership.JoinKnown, membership.IsCounted);
}
