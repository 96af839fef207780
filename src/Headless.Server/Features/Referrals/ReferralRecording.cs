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

    public static void RecordInvitation(this WriteSession session, ActivityKind kind, Invitation invitation, ReferralProgram program) => session.Record(
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
    public static void RecordTier(this WriteSession session, ActivityKind kind, ReferralTier tier, Invitation invitation, int number) => session.Record(
        kind,
        () => new ActivitySubject
        {
            MemberId = invitation.MemberId, Text = tier.Name,
            Data = Json(new { programId = invitation.ProgramId, invitationId = invitation.Id, tierId = tier.Id, threshold = tier.Threshold, number }),
        });

    public static void RecordConsent(this WriteSession session, ActivityKind kind, long memberId, ReferralProgram? program = null) => session.Record(
        kind, () => new ActivitySubject { MemberId = memberId, CampaignId = program?.CampaignId, Text = program?.Name });

    private static string Json(object value) => JsonSerializer.Serialize(value);

    private static string? Name(ReferralReason? reason) => reason is { } value ? JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()) : null;
}
