using System.Text.Json;
using Headless.Server.Writing;

namespace Headless.Server.Features.Referrals;

/// <summary>How what happens to referrals gets into the log.</summary>
internal static class ReferralRecording
{
    /// <summary>One row for each group of the programme, because who follows a group sees no other rows.</summary>
    public static async Task RecordProgramAsync(this WriteSession session, ActivityKind kind, ReferralProgram program)
    {
        var groups = program.Groups.Count > 0
            ? program.Groups.ConvertAll(g => g.GroupId)
            : await session.Db.ReferralProgramGroups.IgnoreQueryFilters().Where(g => g.ProgramId == program.Id).OrderBy(g => g.GroupId).Select(g => g.GroupId).ToListAsync(session.CancellationToken);
        foreach (var groupId in groups)
        {
            session.Record(kind, () => new ActivitySubject { GroupId = groupId, CampaignId = program.CampaignId, Text = program.Name, Data = Json(new { programId = program.Id }) });
        }
    }

    public static void RecordInvitation(this WriteSession session, ActivityKind kind, ReferralInvitation invitation, ReferralProgram program) => session.Record(
        kind,
        () => new ActivitySubject { MemberId = invitation.MemberId, CampaignId = program.CampaignId, Text = program.Name, Data = Json(new { programId = program.Id, invitationId = invitation.Id }) });

    /// <summary>About the member who was brought.</summary>
    public static void RecordReferral(this WriteSession session, ActivityKind kind, Referral referral) => session.Record(
        kind,
        () => new ActivitySubject
        {
            MemberId = referral.MemberId, GroupId = referral.GroupId, MembershipId = referral.MembershipId, OrderId = referral.OrderId,
            Data = Json(new { referralId = referral.Id, programId = referral.ProgramId, invitationId = referral.InvitationId, inviterId = referral.InviterId, reason = Name(referral.Reason) }),
        });

    /// <summary>About the member who brought them.</summary>
    public static void RecordTier(this WriteSession session, ActivityKind kind, ReferralTier tier, ReferralInvitation invitation, int number) => session.Record(
        kind,
        () => new ActivitySubject
        {
            MemberId = invitation.MemberId, Text = tier.Name,
            Data = Json(new { programId = invitation.ProgramId, invitationId = invitation.Id, tierId = tier.Id, threshold = tier.Threshold, number }),
        });

    /// <summary>As the ledger, the coupons and the gifts have it when they are asked themselves.</summary>
    public static void RecordGiven(this WriteSession session, ReferralReward reward)
    {
        if (reward.PointEntry is { } entry)
        {
            session.Record(ActivityKind.PointsGranted, () => new ActivitySubject
            {
                MemberId = entry.MemberId, Text = entry.Note, Data = Json(new { entryId = entry.Id, programId = entry.ProgramId, points = entry.Points, balance = entry.BalanceAfter }),
            });
        }

        if (reward.Coupon is { } coupon)
        {
            session.Record(ActivityKind.CouponIssued, () => new ActivitySubject { MemberId = coupon.MemberId, Text = reward.Tier.CouponTemplate!.Name, Data = Json(new { couponId = coupon.Id, templateId = coupon.TemplateId }) });
        }

        if (reward.Gift is { } gift)
        {
            session.Record(ActivityKind.GiftSent, () => new ActivitySubject
            {
                GroupId = gift.GroupId, MemberId = gift.MemberId, Text = gift.Name, Data = Json(new { giftId = gift.Id, quantity = gift.Quantity, cost = gift.Cost, currency = gift.Currency }),
            });
        }
    }

    public static void RecordConsent(this WriteSession session, ActivityKind kind, long memberId, ReferralProgram? program = null) => session.Record(
        kind, () => new ActivitySubject { MemberId = memberId, CampaignId = program?.CampaignId, Text = program?.Name });

    private static string Json(object value) => JsonSerializer.Serialize(value);

    private static string? Name(ReferralReason? reason) => reason is { } value ? JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()) : null;
}
