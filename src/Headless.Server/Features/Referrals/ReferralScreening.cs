using Headless.Server.Writing;

namespace Headless.Server.Features.Referrals;

/// <summary>Lets those who were brought arrive, and looks at them: what speaks against them at once, and what somebody has to look at.</summary>
internal static class ReferralScreening
{
    private static readonly TimeSpan s_day = TimeSpan.FromHours(24);

    /// <summary>They are in the group.</summary>
    /// <param name="session">The write under way.</param>
    /// <param name="program">The programme.</param>
    /// <param name="invitation">Through which they came.</param>
    /// <param name="referral">Them, ACCEPTED.</param>
    /// <param name="stay">The stay, tracked: who brought them is noted on it where the platform did not say.</param>
    public static async Task ArriveAsync(this WriteSession session, ReferralProgram program, ReferralInvitation invitation, Referral referral, Membership stay)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        referral.Arrive(stay, program, invitation);
        session.RecordReferral(ActivityKind.ReferralJoined, referral);
        if (await FaultAsync(db, referral, stay, ct) is { } fault)
        {
            referral.Reject(fault, null, null, session.Now);
            session.RecordReferral(ActivityKind.ReferralRejected, referral);
        }
        else
        {
            stay.InvitedById ??= referral.InviterId;
            if (await SuspicionAsync(db, program, referral, ct) is { } suspicion)
            {
                referral.Hold(suspicion, null, null);
                session.RecordReferral(ActivityKind.ReferralHeld, referral);
            }
        }

        await db.SaveChangesAsync(ct);
        await db.ReferralInvitations.IgnoreQueryFilters().Where(i => i.Id == invitation.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.JoinedCount, i => i.JoinedCount + 1), ct);
    }

    /// <summary>Why they do not count; null: nothing speaks against them so far.</summary>
    public static async Task<ReferralReason?> FaultAsync(CommunityDbContext db, Referral referral, Membership stay, CancellationToken ct)
    {
        if (referral.MemberId == referral.InviterId)
        {
            return ReferralReason.SelfInvited;
        }

        if (stay.InvitedById is { } other && other != referral.InviterId)
        {
            return ReferralReason.CountedForAnother;
        }

        if (stay.AccountKind != AccountKind.Customer
            || await db.Memberships.IgnoreQueryFilters().AnyAsync(m => m.MemberId == referral.InviterId && m.LeftAt == null && m.AccountKind != AccountKind.Customer, ct))
        {
            return ReferralReason.StaffControlled;
        }

        return await db.Memberships.IgnoreQueryFilters().AnyAsync(
            m => m.MemberId == stay.MemberId && (m.JoinedAt < stay.JoinedAt || (m.JoinedAt == stay.JoinedAt && m.Id < stay.Id)), ct)
            ? ReferralReason.NotFirstTime
            : null;
    }

    private static async Task<ReferralReason?> SuspicionAsync(CommunityDbContext db, ReferralProgram program, Referral referral, CancellationToken ct)
    {
        var joinedAt = referral.JoinedAt!.Value;
        var since = joinedAt - s_day;
        if (program.MaxDailyJoins is { } most
            && await db.Referrals.IgnoreQueryFilters().CountAsync(r => r.InviterId == referral.InviterId && r.JoinedAt > since && r.JoinedAt <= joinedAt && r.Id != referral.Id, ct) >= most)
        {
            return ReferralReason.TooManyJoins;
        }

        var (phone, email) = await db.Members.IgnoreQueryFilters().Where(m => m.Id == referral.MemberId).Select(m => new { m.Phone, m.Email }).SingleAsync(ct) is { } own
            ? (own.Phone, own.Email)
            : (null, null);
        if (string.IsNullOrEmpty(phone) && string.IsNullOrEmpty(email))
        {
            return null;
        }

        var friends = db.Referrals.IgnoreQueryFilters().Where(r => r.InviterId == referral.InviterId).Select(r => r.MemberId);
        return await db.Members.IgnoreQueryFilters().AnyAsync(
            m => m.Id != referral.MemberId && (m.Id == referral.InviterId || friends.Contains(m.Id))
                && ((phone != null && phone != "" && m.Phone == phone) || (email != null && email != "" && m.Email == email)),
            ct)
            ? ReferralReason.SharedContact
            : null;
    }
}
