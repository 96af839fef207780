using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Referrals;

/// <summary>Reads on in the log: who joined and was brought by a member, and who of those bought something.</summary>
/// <remarks>Not while activities are recorded: a programme must not slow reports down.</remarks>
internal sealed class ReferralReading : ITimedWork
{
    private const int AtOnce = 500;

    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) =>
        await FromAsync(db, ct) is { } from && await db.Activities.AnyAsync(a => a.Id > from, ct);

    public async Task RunAsync(WriteSession session)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        var from = await FromAsync(db, ct) ?? 0;
        var activities = await db.Activities.AsNoTracking().Where(a => a.Id > from).OrderBy(a => a.Id).Take(AtOnce)
            .Select(a => new { a.Id, a.Kind, a.MembershipId, a.OrderId }).ToListAsync(ct);
        if (await db.ReferralStates.FirstOrDefaultAsync(ct) is not { } state)
        {
            state = db.ReferralStates.Add(new ReferralState()).Entity;
        }

        state.LastActivityId = activities[^1].Id;
        await JoinAsync(session, [.. activities.Where(a => a.Kind == ActivityKind.MemberJoined).Select(a => a.MembershipId).OfType<long>().Distinct()]);
        await BuyAsync(session, [.. activities.Where(a => a.Kind == ActivityKind.OrderRecorded).Select(a => a.OrderId).OfType<long>().Distinct()]);
        await TakeBackAsync(session, [.. activities.Where(a => a.Kind is ActivityKind.OrderRefunded or ActivityKind.OrderCancelled).Select(a => a.OrderId).OfType<long>().Distinct()]);
    }

    /// <summary>The activity to read on after; null where no programme has begun.</summary>
    private static async Task<long?> FromAsync(CommunityDbContext db, CancellationToken ct) =>
        await db.ReferralPrograms.Where(p => p.ActivatedAt != null && p.Status != ReferralProgramStatus.Draft).MinAsync(p => (long?)p.AfterActivityId, ct) is { } first
            ? Math.Max(first, await db.ReferralStates.Select(s => (long?)s.LastActivityId).FirstOrDefaultAsync(ct) ?? 0)
            : null;

    private static async Task JoinAsync(WriteSession session, long[] stayIds)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        if (stayIds.Length == 0)
        {
            return;
        }

        var programs = await db.ReferralPrograms.Include(p => p.Groups).Where(p => p.Status == ReferralProgramStatus.Active).OrderBy(p => p.Id).ToListAsync(ct);
        var stays = await db.Memberships
            .Where(m => EF.Parameter(stayIds).Contains(m.Id)
                && (m.InvitedById != null || db.Referrals.Any(r => r.MemberId == m.MemberId && r.Status == ReferralStatus.Accepted)))
            .OrderBy(m => m.JoinedAt).ThenBy(m => m.Id).ToListAsync(ct);
        foreach (var stay in stays)
        {
            foreach (var program in programs.Where(p => p.Takes(stay.JoinedAt) && p.Groups.Exists(g => g.GroupId == stay.GroupId)))
            {
                await JoinAsync(session, program, stay);
            }
        }
    }

    private static async Task JoinAsync(WriteSession session, ReferralProgram program, Membership stay)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        var referral = await db.Referrals.Include(r => r.Invitation).FirstOrDefaultAsync(r => r.ProgramId == program.Id && r.MemberId == stay.MemberId, ct);
        if (referral is null)
        {
            if (stay.InvitedById is not { } inviterId || await InvitationOfAsync(session, program, inviterId) is not { } invitation || !invitation.Takes(stay.JoinedAt))
            {
                return;
            }

            referral = Referral.Of(invitation, stay.MemberId);
            db.Referrals.Add(referral);
            await db.SaveChangesAsync(ct);
            await session.ArriveAsync(program, invitation, referral, stay);
        }
        else if (referral.Status == ReferralStatus.Accepted)
        {
            await session.ArriveAsync(program, referral.Invitation, referral, stay);
        }
    }

    /// <summary>The inviter's; where a programme has no rounds, somebody who brings friends by the platform's own means gets one by it.</summary>
    private static async Task<ReferralInvitation?> InvitationOfAsync(WriteSession session, ReferralProgram program, long inviterId)
    {
        if (program.HasRounds)
        {
            return await session.Db.ReferralInvitations.Where(i => i.ProgramId == program.Id && i.MemberId == inviterId).OrderByDescending(i => i.Round).FirstOrDefaultAsync(session.CancellationToken);
        }

        try
        {
            return await session.ProvideInvitationAsync(program, inviterId);
        }
        catch (DomainException)
        {
            return null;
        }
    }

    private static async Task BuyAsync(WriteSession session, long[] orderIds)
    {
        if (orderIds.Length == 0)
        {
            return;
        }

        var orders = await session.Db.Orders.AsNoTracking().Where(o => EF.Parameter(orderIds).Contains(o.Id) && o.Status == OrderStatus.Paid && o.MemberId != null)
            .OrderBy(o => o.PaidAt).ThenBy(o => o.Id).ToListAsync(session.CancellationToken);
        var buyers = orders.Select(o => o.MemberId!.Value).Distinct().ToArray();
        foreach (var referral in await session.Db.Referrals.Include(r => r.Program)
            .Where(r => EF.Parameter(buyers).Contains(r.MemberId) && r.OrderId == null && r.JoinedAt != null && r.Status != ReferralStatus.Rejected).ToListAsync(session.CancellationToken))
        {
            if (orders.Find(o => o.MemberId == referral.MemberId && o.PaidAt >= referral.JoinedAt) is { } order)
            {
                referral.Buy(order, referral.Program.StayDays);
            }
        }
    }

    private static async Task TakeBackAsync(WriteSession session, long[] orderIds)
    {
        if (orderIds.Length == 0)
        {
            return;
        }

        await session.Db.SaveChangesAsync(session.CancellationToken);
        foreach (var referral in await session.Db.Referrals.Where(r => r.OrderId != null && EF.Parameter(orderIds).Contains(r.OrderId.Value)).ToListAsync(session.CancellationToken))
        {
            referral.TakeBack();
        }
    }
}

/// <summary>Decides about those whose days are over: after those who have just joined were read, as its name comes later.</summary>
internal sealed class ReferralSettlement : ITimedWork
{
    private const int AtOnce = 200;

    public Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) =>
        db.Referrals.AnyAsync(r => r.Status == ReferralStatus.Joined && r.DueAt <= now, ct);

    public async Task RunAsync(WriteSession session)
    {
        foreach (var referral in await session.Db.Referrals.Include(r => r.Program).ThenInclude(p => p.Tiers).Include(r => r.Invitation).Include(r => r.Membership)
            .Where(r => r.Status == ReferralStatus.Joined && r.DueAt <= session.Now)
            .OrderBy(r => r.DueAt).ThenBy(r => r.Id).Take(AtOnce).ToListAsync(session.CancellationToken))
        {
            await DecideAsync(session, referral);
        }
    }

    private static async Task DecideAsync(WriteSession session, Referral referral)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        var reason = await ReasonAsync(session, referral);
        if (reason == ReferralReason.NoOrder && referral.OrderDueAt > session.Now)
        {
            referral.Wait(referral.OrderDueAt.Value);
        }
        else if (reason is { } against)
        {
            referral.Reject(against, null, null, session.Now);
            session.RecordReferral(ActivityKind.ReferralRejected, referral);
        }
        else
        {
            referral.Qualify(session.Now);
            session.RecordReferral(ActivityKind.ReferralQualified, referral);
            await db.SaveChangesAsync(ct);
            await db.ReferralInvitations.Where(i => i.Id == referral.InvitationId).ExecuteUpdateAsync(set => set.SetProperty(i => i.QualifiedCount, i => i.QualifiedCount + 1), ct);
            var qualified = await db.ReferralInvitations.Where(i => i.Id == referral.InvitationId).Select(i => i.QualifiedCount).SingleAsync(ct);
            foreach (var tier in referral.Program.Tiers.Where(t => t.TimesFor(qualified) > t.TimesFor(qualified - 1)).OrderBy(t => t.Threshold))
            {
                session.RecordTier(ActivityKind.ReferralTierReached, tier, referral.Invitation, tier.TimesFor(qualified));
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private static async Task<ReferralReason?> ReasonAsync(WriteSession session, Referral referral)
    {
        var (db, stay) = (session.Db, referral.Membership!);
        if (referral.Invitation.RevokedAt is not null)
        {
            return ReferralReason.InvitationRevoked;
        }

        if (stay.LeftAt - stay.JoinedAt < TimeSpan.FromDays(referral.Program.StayDays))
        {
            return ReferralReason.LeftEarly;
        }

        // Reports that came late may have brought an earlier stay, or another inviter, to light.
        if (await ReferralScreening.FaultAsync(db, referral, stay, session.CancellationToken) is { } fault)
        {
            return fault;
        }

        return referral.Program.RequiresOrder
            && !await db.Orders.AnyAsync(
                o => o.MemberId == referral.MemberId && o.Status == OrderStatus.Paid && o.PaidAt >= referral.JoinedAt && o.PaidAt < referral.OrderDueAt, session.CancellationToken)
            ? ReferralReason.NoOrder
            : null;
    }
}
