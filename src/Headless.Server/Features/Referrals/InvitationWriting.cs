using Headless.Server.Writing;

namespace Headless.Server.Features.Referrals;

/// <summary>Who may invite, and the invitation that they do it with.</summary>
internal static class InvitationWriting
{
    /// <summary>Whether a member may invite: a customer in one of the programme's groups now, and in its segment where it has one.</summary>
    public static async Task<bool> MayInviteAsync(CommunityDbContext db, ReferralProgram program, long memberId, CancellationToken ct)
    {
        var groups = db.ReferralProgramGroups.IgnoreQueryFilters().Where(g => g.ProgramId == program.Id);
        var stays = db.Memberships.IgnoreQueryFilters().Where(m => m.MemberId == memberId && m.LeftAt == null && groups.Any(g => g.GroupId == m.GroupId));
        return await stays.AnyAsync(ct) && !await stays.AnyAsync(m => m.AccountKind != AccountKind.Customer, ct)
            && (program.SegmentId is not { } segmentId
                || await db.SegmentMembers.IgnoreQueryFilters().AnyAsync(s => s.SegmentId == segmentId && s.MemberId == memberId && s.LeftAt == null, ct));
    }

    /// <summary>The invitation that takes friends now: the one that they have, or a new one.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvitationNotOpen"/>: it was revoked. <see cref="DomainErrorCodes.NotEligibleToInvite"/>.</exception>
    public static async Task<ReferralInvitation> ProvideInvitationAsync(this WriteSession session, ReferralProgram program, long memberId)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        var last = await db.ReferralInvitations.IgnoreQueryFilters().Where(i => i.ProgramId == program.Id && i.MemberId == memberId)
            .OrderByDescending(i => i.Round).ThenBy(i => i.Id).FirstOrDefaultAsync(ct);
        if (last is not null && (last.RevokedAt is not null || last.Takes(session.Now)))
        {
            last.RequireOpen(session.Now);
            return last;
        }

        if (!await MayInviteAsync(db, program, memberId, ct))
        {
            throw new DomainException(
                DomainErrorCodes.NotEligibleToInvite,
                program.SegmentId is null
                    ? "Only customers who are in one of the programme's groups invite."
                    : "Only customers who are in one of the programme's groups and in its segment invite.");
        }

        var parent = await db.Referrals.IgnoreQueryFilters()
            .Where(r => r.ProgramId == program.Id && r.MemberId == memberId && r.Status != ReferralStatus.Rejected)
            .Select(r => r.Invitation).FirstOrDefaultAsync(ct);
        var invitation = ReferralInvitation.Make(program, memberId, (last?.Round ?? 0) + 1, parent, session.Now);
        db.ReferralInvitations.Add(invitation);
        await db.SaveChangesAsync(ct);
        session.RecordInvitation(ActivityKind.InvitationCreated, invitation, program);
        return invitation;
    }
}
