using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Merging;

/// <summary>
/// Keeps the votes of wishes right where two records become one or two again: who voted under both has one vote while they are one.
/// Counted by what changes, because votes of erased members are counted still.
/// </summary>
internal sealed class VoteTally
{
    private readonly CommunityDbContext _context;
    private readonly long[] _memberIds;
    private readonly Dictionary<long, int> _before;

    private VoteTally(CommunityDbContext context, long[] memberIds, Dictionary<long, int> before) =>
        (_context, _memberIds, _before) = (context, memberIds, before);

    /// <summary>Notes the votes of members before they are merged or parted.</summary>
    public static async Task<VoteTally> ReadAsync(CommunityDbContext context, long[] memberIds, CancellationToken cancellationToken) =>
        new(context, memberIds, await CountAsync(context, memberIds, cancellationToken));

    /// <summary>Adds to each wish what its votes of these members have become more or less by.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var after = await CountAsync(_context, _memberIds, cancellationToken);
        foreach (var (wishId, votes) in after)
        {
            if (votes - _before.GetValueOrDefault(wishId) is not 0 and var change)
            {
                await AddAsync(wishId, change, cancellationToken);
            }
        }

        foreach (var (wishId, votes) in _before.Where(before => !after.ContainsKey(before.Key)))
        {
            await AddAsync(wishId, -votes, cancellationToken);
        }
    }

    /// <remarks>Past the version: a vote is no edit of the wish.</remarks>
    private Task<int> AddAsync(long wishId, int change, CancellationToken cancellationToken) =>
        _context.Wishes.IgnoreQueryFilters().Where(wish => wish.Id == wishId)
            .ExecuteUpdateAsync(set => set.SetProperty(wish => wish.VoteCount, wish => wish.VoteCount + change), cancellationToken);

    private static Task<Dictionary<long, int>> CountAsync(CommunityDbContext context, long[] memberIds, CancellationToken cancellationToken) =>
        context.WishVotes.IgnoreQueryFilters()
            .Where(vote => EF.Parameter(memberIds).Contains(vote.MemberId))
            .GroupBy(vote => vote.WishId)
            .Select(votes => new { WishId = votes.Key, Votes = votes.Count() })
            .ToDictionaryAsync(row => row.WishId, row => row.Votes, cancellationToken);
}
