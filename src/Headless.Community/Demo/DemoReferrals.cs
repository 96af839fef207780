using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>A referral programme of the demo community: who brought whom into its liveliest group in the last two months.</summary>
internal static class DemoReferrals
{
    private const int Days = 60;
    private const int StayDays = 7;

    public static async Task AddAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var since = now.AddDays(-Days);
        var brought = db.Memberships.Where(m => m.InvitedById != null && m.InvitedById != m.MemberId && m.AccountKind == AccountKind.Customer && m.JoinedAt >= since);
        var groupId = await brought.GroupBy(m => m.GroupId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefaultAsync(ct);
        if (groupId == 0)
        {
            return;
        }

        var campaign = await db.Campaigns.FirstAsync(c => c.Kind == CampaignKind.Referral, ct);
        var program = new ReferralProgram
        {
            Name = "老带新：邀请三人解锁", Mechanic = ReferralMechanic.Invite, CampaignId = campaign.Id, StayDays = StayDays, LandingUrl = "https://example.org/join", MaxDailyJoins = 20, StartsAt = since,
        };
        program.Groups.Add(new ReferralProgramGroup { Program = program, GroupId = groupId });
        program.Tiers.Add(new ReferralTier
        {
            Program = program, Threshold = 1, Name = "每带来一位 20 积分", Kind = ReferralRewardKind.Points, IsRepeating = true,
            PointProgramId = await db.PointPrograms.OrderBy(p => p.Id).Select(p => p.Id).FirstAsync(ct), Points = 20, Cost = 0.2m, Currency = "CNY",
        });
        program.Tiers.Add(new ReferralTier { Program = program, Threshold = 3, Name = "VIP 直播间", Kind = ReferralRewardKind.Privilege });
        var last = await db.Activities.MaxAsync(a => (long?)a.Id, ct) ?? 0;
        program.Activate(since, last);
        db.ReferralPrograms.Add(program);
        db.ReferralStates.Add(new ReferralState { LastActivityId = last });
        db.CostEntries.Add(new CostEntry { Kind = CostKind.Ad, GroupId = groupId, CampaignId = campaign.Id, Amount = 60, Currency = "CNY", SpentAt = now.AddDays(-20), Note = "海报设计" });
        await db.SaveChangesAsync(ct);
        await AddInvitationAsync(db, program, groupId, now, ct);
        await AddReferralsAsync(db, program, await brought.Where(m => m.GroupId == groupId).OrderBy(m => m.JoinedAt).ThenBy(m => m.Id).ToListAsync(ct), now, ct);
    }

    /// <summary>Somebody who has a code and has brought nobody so far.</summary>
    private static async Task AddInvitationAsync(CommunityDbContext db, ReferralProgram program, long groupId, DateTime now, CancellationToken ct)
    {
        var member = await db.Memberships
            .Where(m => m.GroupId == groupId && m.LeftAt == null && m.AccountKind == AccountKind.Customer && !db.Memberships.Any(b => b.InvitedById == m.MemberId))
            .OrderBy(m => m.Id).Select(m => m.MemberId).FirstOrDefaultAsync(ct);
        if (member != 0)
        {
            db.ReferralInvitations.Add(ReferralInvitation.Make(program, member, 1, null, now));
            await db.SaveChangesAsync(ct);
        }
    }

    private static async Task AddReferralsAsync(CommunityDbContext db, ReferralProgram program, List<Membership> stays, DateTime now, CancellationToken ct)
    {
        var invitations = new Dictionary<long, ReferralInvitation>();
        var brought = new Dictionary<long, ReferralInvitation>();
        foreach (var (stay, index) in stays.DistinctBy(m => m.MemberId).Select((stay, index) => (stay, index)))
        {
            if (!invitations.TryGetValue(stay.InvitedById!.Value, out var invitation))
            {
                invitation = ReferralInvitation.Make(program, stay.InvitedById.Value, 1, brought.GetValueOrDefault(stay.InvitedById.Value), stay.JoinedAt);
                db.ReferralInvitations.Add(invitation);
                await db.SaveChangesAsync(ct);
                invitations.Add(stay.InvitedById.Value, invitation);
            }

            var referral = Referral.Of(invitation, stay.MemberId);
            referral.Arrive(stay, program, invitation);
            Decide(referral, stay, index, await db.Memberships.AnyAsync(m => m.MemberId == stay.MemberId && (m.JoinedAt < stay.JoinedAt || (m.JoinedAt == stay.JoinedAt && m.Id < stay.Id)), ct), now);
            db.Referrals.Add(referral);
            brought.TryAdd(stay.MemberId, invitation);
        }

        await db.SaveChangesAsync(ct);
        await db.ReferralInvitations.ExecuteUpdateAsync(
            set => set
                .SetProperty(i => i.JoinedCount, i => db.Referrals.Count(r => r.InvitationId == i.Id))
                .SetProperty(i => i.QualifiedCount, i => db.Referrals.Count(r => r.InvitationId == i.Id && r.Status == ReferralStatus.Qualified)),
            ct);
    }

    private static void Decide(Referral referral, Membership stay, int index, bool wasHereBefore, DateTime now)
    {
        if (wasHereBefore)
        {
            referral.Reject(ReferralReason.NotFirstTime, null, null, stay.JoinedAt);
        }
        else if (stay.LeftAt - stay.JoinedAt < TimeSpan.FromDays(StayDays))
        {
            referral.Reject(ReferralReason.LeftEarly, null, null, stay.JoinedAt.AddDays(StayDays));
        }
        else if (index % 9 == 4)
        {
            referral.Hold(ReferralReason.SharedContact, null, null);
        }
        else if (referral.DueAt <= now)
        {
            referral.Qualify(referral.DueAt.Value);
        }
    }
}
