using System.Globalization;
using System.Text;
using System.Text.Json;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>What was done about a violation, for the log.</summary>
/// <param name="Kind">What.</param>
/// <param name="Text">In words.</param>
/// <param name="Penalty">The penalty that it is about.</param>
public sealed record EnforcementStep(ActivityKind Kind, string? Text, Penalty? Penalty = null)
{
    /// <summary>The details of the activity, once everything has its key. Ids are the API's.</summary>
    public Dictionary<string, string> Details(Violation violation)
    {
        var details = new Dictionary<string, string>
        {
            ["violationId"] = IdOf(nameof(Violation), violation.Id),
            ["rule"] = JsonNamingPolicy.SnakeCaseUpper.ConvertName(violation.Kind.ToString()),
        };
        if (Penalty is not null)
        {
            details["penaltyId"] = IdOf(nameof(Community.Penalty), Penalty.Id);
            details["penalty"] = Penalty.Kind.ToString().ToUpperInvariant();
        }

        return details;
    }

    private static string IdOf(string type, long id) => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type}:{id}")));
}

/// <summary>From a confirmed violation to strike, penalty and ban, and back after an appeal.</summary>
public static class Enforcement
{
    /// <summary>
    /// Confirms a violation: it counts as a strike, and what the strike policy says falls due. The caller saves. A penalty that waits to
    /// be carried out is not joined by another of no more weight.
    /// </summary>
    /// <param name="byId">Who decided; null: the rule.</param>
    /// <exception cref="InvalidTransitionException">It is not open.</exception>
    public static async Task<IReadOnlyList<EnforcementStep>> ConfirmAsync(
        this CommunityDbContext context, Violation violation, long? byId, string? note, DateTime now, CancellationToken cancellationToken)
    {
        violation.Confirm(now, byId, note);
        var steps = new List<EnforcementStep> { new(ActivityKind.ViolationConfirmed, note) };
        if (violation.MembershipId is { } stayId)
        {
            (await context.Memberships.FirstAsync(stay => stay.Id == stayId, cancellationToken)).AddStrike();
        }

        var policy = await context.FindStrikePolicyAsync(violation, cancellationToken);
        var strikes = 1 + await Strikes(context, policy, violation).CountAsync(cancellationToken);
        if (await PenaltyForAsync(context, policy, violation, strikes, cancellationToken) is not { } due || !await IsCalledForAsync(context, violation, due.Kind, cancellationToken))
        {
            return steps;
        }

        var penalty = new Penalty
        {
            Violation = violation,
            GroupId = violation.GroupId,
            MemberId = violation.MemberId,
            MembershipId = violation.MembershipId,
            Kind = due.Kind,
            MuteMinutes = due.MuteMinutes,
            Strikes = strikes,
            DueAt = now,
            Notice = await NoticeOfAsync(context, policy, violation, due.Kind, strikes, cancellationToken),
        };
        context.Penalties.Add(penalty);
        steps.Add(new EnforcementStep(ActivityKind.PenaltyDue, penalty.Notice, penalty));
        if (due.Kind == PenaltyKind.Blacklist)
        {
            await BanAsync(context, policy, violation, penalty, now, cancellationToken);
            steps.Add(new EnforcementStep(ActivityKind.MemberBlacklisted, violation.Matched, penalty));
        }

        return steps;
    }

    /// <summary>Decides an appeal. Overturned, strike, penalty and ban are taken back, unless other violations lead to the same. The caller saves.</summary>
    /// <exception cref="InvalidTransitionException">There is no appeal to decide.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.DeciderOfAppeal"/>.</exception>
    public static async Task<IReadOnlyList<EnforcementStep>> DecideAppealAsync(
        this CommunityDbContext context, Violation violation, bool isUpheld, long? byId, bool isLead, string? note, DateTime now, CancellationToken cancellationToken)
    {
        violation.DecideAppeal(isUpheld, now, byId, isLead, note);
        if (isUpheld)
        {
            return [new EnforcementStep(ActivityKind.AppealUpheld, note)];
        }

        var steps = new List<EnforcementStep> { new(ActivityKind.AppealOverturned, note) };
        if (violation.MembershipId is { } stayId)
        {
            (await context.Memberships.FirstAsync(stay => stay.Id == stayId, cancellationToken)).RemoveStrike();
        }

        var policy = await context.FindStrikePolicyAsync(violation, cancellationToken);
        var others = await context.Violations
            .Where(row => row.MemberId == violation.MemberId && row.GroupId == violation.GroupId && row.IsStrike && row.Id != violation.Id)
            .OrderBy(row => row.OccurredAt).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        var penalties = await context.Penalties.Where(row => row.ViolationId == violation.Id).ToListAsync(cancellationToken);
        foreach (var penalty in penalties.Where(row => row.Status is PenaltyStatus.Due or PenaltyStatus.Failed or PenaltyStatus.Applied))
        {
            if (FindOtherCause(policy, others, penalty.Kind) is { } cause)
            {
                penalty.ViolationId = cause.Id;
                continue;
            }

            penalty.TakeBack(now);
            steps.Add(new EnforcementStep(ActivityKind.PenaltyTakenBack, note, penalty));
            foreach (var ban in await context.Bans.Where(row => row.PenaltyId == penalty.Id && row.Status == BanStatus.Active).ToListAsync(cancellationToken))
            {
                ban.Lift(now, note, byId);
                steps.Add(new EnforcementStep(ActivityKind.MemberUnblacklisted, note, penalty));
            }
        }

        return steps;
    }

    /// <summary>The policy for a violation: the group's, else the rule set's, else the organisation's, else the defaults.</summary>
    public static async Task<StrikePolicy> FindStrikePolicyAsync(
        this CommunityDbContext context, Violation violation, CancellationToken cancellationToken)
    {
        var (groupId, versionId) = (violation.GroupId, violation.RuleSetVersionId);
        var policies = await context.StrikePolicies.IgnoreQueryFilters().AsNoTracking().Include(policy => policy.Steps)
            .Where(policy => policy.GroupId == groupId
                || (policy.GroupId == null && (policy.RuleSetId == null || context.RuleSetVersions.Any(version => version.Id == versionId && version.RuleSetId == policy.RuleSetId))))
            .ToListAsync(cancellationToken);
        return policies.OrderBy(policy => policy.GroupId is null).ThenBy(policy => policy.RuleSetId is null).ThenBy(policy => policy.Id).FirstOrDefault() ?? new StrikePolicy();
    }

    /// <summary>What the policy says; a warning in place of a silence that the platform cannot give.</summary>
    private static async Task<(PenaltyKind Kind, int? MuteMinutes)?> PenaltyForAsync(
        CommunityDbContext context, StrikePolicy policy, Violation violation, int strikes, CancellationToken cancellationToken)
    {
        if (policy.PenaltyFor(violation.Severity, strikes) is not { Kind: PenaltyKind.Mute } mute)
        {
            return policy.PenaltyFor(violation.Severity, strikes);
        }

        var platform = await context.Groups.Where(row => row.Id == violation.GroupId).Select(row => row.Platform).FirstAsync(cancellationToken);
        var capabilities = await PlatformCapabilities.LoadAsync(context, cancellationToken);
        return capabilities.IsAvailable(platform, PlatformCapabilityKind.Mute) == false ? (PenaltyKind.Warn, null) : mute;
    }

    /// <summary>The other violations that count beside one: no older than the policy says.</summary>
    private static IQueryable<Violation> Strikes(CommunityDbContext context, StrikePolicy policy, Violation violation)
    {
        var since = policy.WindowDays is { } days ? violation.OccurredAt.AddDays(-days) : DateTime.MinValue;
        return context.Violations.Where(row =>
            row.MemberId == violation.MemberId && row.GroupId == violation.GroupId && row.IsStrike && row.Id != violation.Id && row.OccurredAt > since);
    }

    /// <summary>Not where nobody is there to be removed or muted, nor where as much waits to be carried out.</summary>
    private static async Task<bool> IsCalledForAsync(CommunityDbContext context, Violation violation, PenaltyKind kind, CancellationToken cancellationToken)
    {
        var isThere = kind is PenaltyKind.Blacklist
            || await context.Memberships.AnyAsync(
                stay => stay.MemberId == violation.MemberId && stay.GroupId == violation.GroupId && stay.LeftAt == null, cancellationToken);
        return isThere && !await context.Penalties.AnyAsync(
            row => row.MemberId == violation.MemberId && row.GroupId == violation.GroupId && row.Kind >= kind
                && (row.Status == PenaltyStatus.Due || row.Status == PenaltyStatus.Failed),
            cancellationToken);
    }

    private static Violation? FindOtherCause(StrikePolicy policy, List<Violation> others, PenaltyKind kind)
    {
        for (var place = others.Count - 1; place >= 0; place--)
        {
            var other = others[place];
            var since = policy.WindowDays is { } days ? other.OccurredAt.AddDays(-days) : DateTime.MinValue;
            var strikes = others.Take(place + 1).Count(row => row.OccurredAt > since);
            if (policy.PenaltyFor(other.Severity, strikes)?.Kind >= kind)
            {
                return other;
            }
        }

        return null;
    }

    private static async Task BanAsync(
        CommunityDbContext context, StrikePolicy policy, Violation violation, Penalty penalty, DateTime now, CancellationToken cancellationToken)
    {
        var member = await context.Members.IgnoreQueryFilters().FirstAsync(row => row.Id == violation.MemberId, cancellationToken);
        var ban = Ban.Issue(
            member,
            null,
            policy.BlacklistsEverywhere ? null : [violation.GroupId],
            violation.Matched is { } matched ? $"{violation.Kind}: {matched}" : $"{violation.Kind}",
            now,
            policy.BlacklistDays is { } days ? now.AddDays(days) : null);
        ban.Penalty = penalty;
        context.Bans.Add(ban);
    }

    private static async Task<string?> NoticeOfAsync(
        CommunityDbContext context, StrikePolicy policy, Violation violation, PenaltyKind kind, int strikes, CancellationToken cancellationToken)
    {
        if (policy.NoticeTemplate is null)
        {
            return null;
        }

        var member = await context.Members.IgnoreQueryFilters().Where(row => row.Id == violation.MemberId).Select(row => row.DisplayName).FirstAsync(cancellationToken);
        var nickname = violation.MembershipId is { } stayId
            ? await context.Memberships.Where(row => row.Id == stayId).Select(row => row.Nickname).FirstOrDefaultAsync(cancellationToken)
            : null;
        var group = await context.Groups.Where(row => row.Id == violation.GroupId).Select(row => row.Name).FirstAsync(cancellationToken);
        var rule = violation.RuleId is { } ruleId
            ? await context.Rules.Where(row => row.Id == ruleId).Select(row => row.Text).FirstAsync(cancellationToken)
            : violation.Kind.ToString();
        return policy.NoticeOf(nickname ?? member, group, rule, kind, strikes);
    }
}
