using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Merging;

/// <summary>
/// Keeps what invitations count right where two records become one or two again: who was brought under both came once while they are one.
/// </summary>
internal sealed class ReferralTally
{
    private readonly CommunityDbContext _context;
    private readonly long[] _memberIds;
    private readonly HashSet<long> _invitationIds;

    private ReferralTally(CommunityDbContext context, long[] memberIds, HashSet<long> invitationIds) =>
        (_context, _memberIds, _invitationIds) = (context, memberIds, invitationIds);

    /// <summary>Notes through which invitations members came before they are merged or parted.</summary>
    public static async Task<ReferralTally> ReadAsync(CommunityDbContext context, long[] memberIds, CancellationToken cancellationToken) =>
        new(context, memberIds, [.. await InvitationsAsync(context, memberIds, cancellationToken)]);

    /// <summary>Counts again whom those invitations, and those through which they came now, have brought.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        _invitationIds.UnionWith(await InvitationsAsync(_context, _memberIds, cancellationToken));
        foreach (var id in _invitationIds.Order())
        {
            var referrals = _context.Referrals.IgnoreQueryFilters().Where(referral => referral.InvitationId == id);
            var joined = await referrals.CountAsync(referral => referral.JoinedAt != null, cancellationToken);
            var qualified = await referrals.CountAsync(referral => referral.Status == ReferralStatus.Qualified, cancellationToken);

            // Past the version: what an invitation brings is no edit of it.
            await _context.ReferralInvitations.IgnoreQueryFilters().Where(invitation => invitation.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(invitation => invitation.JoinedCount, joined).SetProperty(invitation => invitation.QualifiedCount, qualified), cancellationToken);
        }
    }

    private static Task<List<long>> InvitationsAsync(CommunityDbContext context, long[] memberIds, CancellationToken cancellationToken) =>
        context.Referrals.IgnoreQueryFilters().Where(referral => EF.Parameter(memberIds).Contains(referral.MemberId))
            .Select(referral => referral.InvitationId).Distinct().ToListAsync(cancellationToken);
}
