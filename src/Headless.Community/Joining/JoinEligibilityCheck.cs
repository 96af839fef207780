using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>Whether somebody may come into a group: every requirement is looked at, also when one is not met.</summary>
/// <param name="db">A context that shows everything: a ban counts also for whoever may not see it.</param>
/// <param name="now">UTC.</param>
public sealed class JoinEligibilityCheck(CommunityDbContext db, DateTime now)
{
    /// <param name="group">The group.</param>
    /// <param name="memberId">Who wants to come in; null: nobody has the account yet.</param>
    /// <param name="account">The account, where it is known.</param>
    /// <param name="evidence">What speaks for it.</param>
    /// <param name="ct">Cancels the statements.</param>
    public async Task<JoinEligibility> RunAsync(
        Group group, long? memberId, (Platform Platform, string ExternalId)? account, JoinEvidence evidence, CancellationToken ct)
    {
        var terms = await db.JoinTerms.AsNoTracking().Include(t => t.Segment).Include(t => t.Campaign).FirstOrDefaultAsync(t => t.GroupId == group.Id, ct);
        var requirements = new List<JoinRequirement>
        {
            OfStatus(group),
            await OfCapacityAsync(group, ct),
            await OfPresenceAsync(group, memberId, ct),
            await OfBansAsync(group, memberId, account, ct),
        };
        if (await OfPolicyAsync(group, terms, memberId, evidence, ct) is { } ofPolicy)
        {
            requirements.Add(ofPolicy);
        }

        if (terms?.Segment is { } segment)
        {
            requirements.Add(await OfSegmentAsync(segment, memberId, ct));
        }

        return new JoinEligibility(group.JoinPolicy, requirements);
    }

    private static JoinRequirement OfStatus(Group group) => Decide(
        JoinRequirementKind.GroupActive, group.Status == GroupStatus.Active, "The group runs.", $"The group is {Spell(group.Status)}: it takes nobody.");

    private async Task<JoinRequirement> OfCapacityAsync(Group group, CancellationToken ct)
    {
        var limit = group.Capacity ?? (await PlatformPolicies.LoadAsync(db, ct)).ValueAt(group.Platform, PlatformPolicyKey.GroupMaxMembers, now);
        if (limit is null)
        {
            return new JoinRequirement(JoinRequirementKind.Capacity, RequirementState.Unknown, "Nobody knows how many accounts the group takes: set its capacity.");
        }

        var count = await db.Memberships.CountAsync(m => m.GroupId == group.Id && m.LeftAt == null, ct);
        return Decide(JoinRequirementKind.Capacity, count < limit, $"{count} of {limit} places are taken.", $"All {limit} places are taken.");
    }

    private async Task<JoinRequirement> OfPresenceAsync(Group group, long? memberId, CancellationToken ct) => Decide(
        JoinRequirementKind.NotAMember,
        memberId is null || !await db.Memberships.AnyAsync(m => m.GroupId == group.Id && m.MemberId == memberId && m.LeftAt == null, ct),
        "They are not in the group.",
        "They are in the group already.");

    private async Task<JoinRequirement> OfBansAsync(Group group, long? memberId, (Platform Platform, string ExternalId)? account, CancellationToken ct)
    {
        if (memberId is null && account is null)
        {
            return new JoinRequirement(JoinRequirementKind.NotBanned, RequirementState.Unknown, "Nobody knows who it is.");
        }

        var ban = memberId is { } id
            ? (await db.FindBansAsync([id], group.Id, now, ct)).GetValueOrDefault(id)
            : await db.FindBanAsync(account!.Value.Platform, account.Value.ExternalId, group.Id, now, ct);
        if (ban is not null)
        {
            return new JoinRequirement(
                JoinRequirementKind.NotBanned, RequirementState.Unmet, ban.Until is { } until ? $"A ban keeps them out until {until:O}." : "A ban keeps them out for good.");
        }

        return new JoinRequirement(JoinRequirementKind.NotBanned, RequirementState.Met, "Nothing keeps them out.");
    }

    private async Task<JoinRequirement?> OfPolicyAsync(Group group, JoinTerms? terms, long? memberId, JoinEvidence evidence, CancellationToken ct) => group.JoinPolicy switch
    {
        JoinPolicy.InviteByAdmin => await OfInviterAsync(group, evidence, ct),
        JoinPolicy.MemberReferral => evidence.InvitedById is not { } inviterId
            ? new JoinRequirement(JoinRequirementKind.RecommendedByMember, RequirementState.Unknown, "A member of the group has to recommend them: say who does.")
            : Decide(
                JoinRequirementKind.RecommendedByMember,
                inviterId != memberId && await db.Memberships.AnyAsync(m => m.GroupId == group.Id && m.MemberId == inviterId && m.LeftAt == null, ct),
                "A member of the group recommends them.",
                "Who recommends them is not another member of the group."),
        JoinPolicy.Campaign => await OfCampaignAsync(terms, memberId, evidence, ct),
        JoinPolicy.Paid => await OfFeeAsync(terms, memberId, evidence, ct),
        _ => null,
    };

    /// <summary>An operator who works in the group, or a member whose account there is one of staff.</summary>
    private async Task<JoinRequirement> OfInviterAsync(Group group, JoinEvidence evidence, CancellationToken ct)
    {
        if (evidence is { InvitedById: null, InvitedByOperatorId: null })
        {
            return new JoinRequirement(JoinRequirementKind.InvitedByStaff, RequirementState.Unknown, "An administrator of the group or above has to invite them: say who does.");
        }

        var isStaff = evidence.InvitedByOperatorId is { } operatorId
            && await db.Operators.AnyAsync(
                o => o.Id == operatorId && o.IsActive
                    && (o.Role == OperatorRole.Lead
                        || o.Assignments.Any(a => a.GroupId == group.Id && a.Since <= now && (a.Until == null || a.Until > now))),
                ct);
        isStaff |= evidence.InvitedById is { } inviterId
            && await db.Memberships.AnyAsync(m => m.GroupId == group.Id && m.MemberId == inviterId && m.LeftAt == null && m.AccountKind != AccountKind.Customer, ct);
        return Decide(
            JoinRequirementKind.InvitedByStaff, isStaff, "Somebody of the group's staff invites them.",
            "Who invites them is neither staff of the group nor an account of its staff.");
    }

    /// <summary>Who came through one of the campaign's entry points, or has joined for it before, took part; so does who says so.</summary>
    private async Task<JoinRequirement> OfCampaignAsync(JoinTerms? terms, long? memberId, JoinEvidence evidence, CancellationToken ct)
    {
        if (terms?.CampaignId is not { } campaignId)
        {
            return new JoinRequirement(JoinRequirementKind.CampaignTakenPart, RequirementState.Unknown, "The group does not say which campaign has to be taken part in: set its join terms.");
        }

        if (evidence.CampaignId is { } named)
        {
            return Decide(
                JoinRequirementKind.CampaignTakenPart, named == campaignId,
                $"They took part in '{terms.Campaign!.Name}'.", $"They took part in another campaign than '{terms.Campaign!.Name}'.");
        }

        var tookPart = memberId is not null
            && (await db.JoinPaths.AnyAsync(p => p.MemberId == memberId && p.EntryPoint.CampaignId == campaignId, ct)
                || await db.Memberships.AnyAsync(m => m.MemberId == memberId && m.JoinCampaignId == campaignId, ct));
        return tookPart
            ? new JoinRequirement(JoinRequirementKind.CampaignTakenPart, RequirementState.Met, $"They came by '{terms.Campaign!.Name}'.")
            : new JoinRequirement(JoinRequirementKind.CampaignTakenPart, RequirementState.Unknown, $"Nobody knows whether they took part in '{terms.Campaign!.Name}'.");
    }

    private async Task<JoinRequirement> OfFeeAsync(JoinTerms? terms, long? memberId, JoinEvidence evidence, CancellationToken ct)
    {
        if (terms is not { EntryFeeAmount: { } fee, EntryFeeCurrency: { } currency })
        {
            return new JoinRequirement(JoinRequirementKind.EntryFeePaid, RequirementState.Unknown, "The group does not say what coming in costs: set its join terms.");
        }

        if (evidence.OrderId is not { } orderId)
        {
            return new JoinRequirement(JoinRequirementKind.EntryFeePaid, RequirementState.Unknown, $"The fee is {fee:0.####} {currency}: name the order that paid it.");
        }

        var order = await db.Orders.AsNoTracking().FirstOrDefaultAsync(o => o.Id == orderId, ct);
        var refusal = order switch
        {
            null => "There is no such order.",
            { Status: not OrderStatus.Paid } => "The order is not paid, or was given back.",
            _ when order.MemberId is { } buyer && buyer != memberId => "The order is somebody else's.",
            _ when order.Currency != currency || order.Amount < fee => $"The order is less than the fee of {fee:0.####} {currency}.",
            _ when await db.JoinRequests.AnyAsync(r => r.OrderId == orderId && r.MemberId != memberId && r.Status == JoinRequestStatus.Approved, ct) =>
                "The order has paid for somebody else already.",
            _ => null,
        };
        return Decide(JoinRequirementKind.EntryFeePaid, refusal is null, "The order paid the fee.", refusal ?? string.Empty);
    }

    private async Task<JoinRequirement> OfSegmentAsync(Segment segment, long? memberId, CancellationToken ct) => memberId is null || segment.IsStale
        ? new JoinRequirement(JoinRequirementKind.Segment, RequirementState.Unknown, $"Nobody knows whether they belong to '{segment.Name}'.")
        : Decide(
            JoinRequirementKind.Segment,
            await db.SegmentMembers.AnyAsync(s => s.SegmentId == segment.Id && s.MemberId == memberId && s.LeftAt == null, ct),
            $"They belong to '{segment.Name}'.",
            $"They do not belong to '{segment.Name}'.");

    private static JoinRequirement Decide(JoinRequirementKind kind, bool isMet, string met, string unmet) =>
        new(kind, isMet ? RequirementState.Met : RequirementState.Unmet, isMet ? met : unmet);

    private static string Spell(GroupStatus status) => status.ToString().ToUpperInvariant();
}
