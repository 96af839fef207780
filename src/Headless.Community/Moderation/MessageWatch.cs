using System.Text.Json;
using Headless.Community.Data;
using Headless.Community.Data.Bulk;
using Headless.Community.Ingestion;
using Headless.Community.Moderation.Matching;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Moderation;

/// <summary>
/// Watches what a transaction appends to the log by the rules in force: writes violations, and carries out at once what rules decide
/// by themselves. A message is one violation at most, of the gravest rule that it breaks.
/// </summary>
internal sealed class MessageWatch(CommunityDbContext context, RuleSetCache ruleSets, DateTime now)
{
    private static readonly string[] s_messages = [nameof(MessageTrail.Messages)];

    private readonly List<Suspect> _suspects = [];
    private readonly List<WordHit> _scratch = [];
    private readonly Dictionary<(long GroupId, long MemberId), Trail> _trails = [];

    public async Task RunAsync(IReadOnlyList<Activity> activities, IReadOnlyList<Evasion> evasions, CancellationToken cancellationToken)
    {
        var groupIds = activities.Where(activity => activity is { Kind: ActivityKind.MessageSent, MemberId: not null, GroupId: not null })
            .Select(activity => activity.GroupId!.Value)
            .Concat(evasions.Select(evasion => evasion.Activity.GroupId!.Value))
            .Distinct().ToArray();
        if (groupIds.Length == 0)
        {
            return;
        }

        var rules = await RulesInForce.LoadAsync(context, groupIds, ruleSets, cancellationToken);
        if (rules.IsEmpty)
        {
            return;
        }

        var stored = await LoadTrailsAsync(activities, rules, cancellationToken);
        foreach (var activity in activities)
        {
            if (activity is { Kind: ActivityKind.MessageSent, MemberId: not null, GroupId: { } groupId })
            {
                Watch(activity, rules.Of(groupId));
            }
        }

        await SaveTrailsAsync(stored, cancellationToken);
        var violations = await ChooseAsync(cancellationToken);
        violations.AddRange(evasions.Select(evasion => EvasionOf(evasion, rules)).OfType<(Violation, bool)>());
        await SaveAsync(violations, cancellationToken);
    }

    private void Watch(Activity activity, ReadOnlySpan<RulesInForce.Term> terms)
    {
        Suspect? suspect = null;
        Trail? trail = null;
        var message = new WatchedMessage(activity.Text, activity.ContentType, activity.OccurredAt, activity.IsExcluded);
        foreach (var term in terms)
        {
            if (!term.Holds(activity.OccurredAt))
            {
                continue;
            }

            if (term.Rules.Judge(message, _scratch) is { } finding)
            {
                (suspect ??= new Suspect(activity)).Findings.Add((finding, term.VersionId));
            }

            if (term.Rules.Remembers)
            {
                trail ??= Remember(activity);
                foreach (var run in term.Rules.JudgeRun(message, trail))
                {
                    (suspect ??= new Suspect(activity)).Findings.Add((run, term.VersionId));
                }
            }
        }

        if (suspect is not null)
        {
            _suspects.Add(suspect);
        }
    }

    private Trail Remember(Activity activity)
    {
        var key = (activity.GroupId!.Value, activity.MemberId!.Value);
        if (!_trails.TryGetValue(key, out var trail))
        {
            _trails.Add(key, trail = new Trail());
        }

        trail.Add(activity.OccurredAt, string.IsNullOrWhiteSpace(activity.Text) ? 0 : EffectiveMessageRule.Hash(activity.Text));
        return trail;
    }

    private async Task<Dictionary<(long GroupId, long MemberId), MessageTrail>> LoadTrailsAsync(
        IReadOnlyList<Activity> activities, RulesInForce rules, CancellationToken cancellationToken)
    {
        var senders = activities
            .Where(activity => activity is { Kind: ActivityKind.MessageSent, MemberId: not null, GroupId: { } groupId } && Remembers(groupId, activity.OccurredAt))
            .Select(activity => (GroupId: activity.GroupId!.Value, MemberId: activity.MemberId!.Value))
            .ToHashSet();
        if (senders.Count == 0)
        {
            return [];
        }

        var (groups, members) = (senders.Select(sender => sender.GroupId).Distinct().ToArray(), senders.Select(sender => sender.MemberId).Distinct().ToArray());
        var stored = (await context.MessageTrails.AsNoTracking()
                .Where(trail => EF.Parameter(members).Contains(trail.MemberId) && EF.Parameter(groups).Contains(trail.GroupId))
                .ToListAsync(cancellationToken))
            .ToDictionary(trail => (trail.GroupId, trail.MemberId));
        foreach (var (key, trail) in stored)
        {
            if (senders.Contains(key))
            {
                _trails.Add(key, Trail.Read(trail.Messages));
            }
        }

        return stored;

        bool Remembers(long groupId, DateTime at)
        {
            foreach (var term in rules.Of(groupId))
            {
                if (term.Rules.Remembers && term.Holds(at))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private async Task SaveTrailsAsync(Dictionary<(long GroupId, long MemberId), MessageTrail> stored, CancellationToken cancellationToken)
    {
        var (added, changed) = (new List<MessageTrail>(), new List<MessageTrail>());
        foreach (var (key, trail) in _trails)
        {
            if (stored.TryGetValue(key, out var row))
            {
                row.Messages = trail.ToString();
                changed.Add(row);
            }
            else
            {
                added.Add(new MessageTrail { GroupId = key.GroupId, MemberId = key.MemberId, Messages = trail.ToString(), CreatedAt = now, UpdatedAt = now, Version = 1 });
            }
        }

        await context.BulkUpdateAsync(changed, s_messages, now, cancellationToken);
        await context.BulkInsertAsync(added, cancellationToken);
    }

    /// <summary>The gravest finding of each message. Of a run, such as a flood, one message in the time that the rule counts over is enough.</summary>
    private async Task<List<(Violation Violation, bool IsAutomatic)>> ChooseAsync(CancellationToken cancellationToken)
    {
        var runs = _suspects.Where(suspect => suspect.Findings.Exists(finding => finding.Finding.IsOfRun)).ToList();
        var known = new List<(long GroupId, long MemberId, long RuleId, DateTime At)>();
        if (runs.Count > 0)
        {
            var members = runs.Select(suspect => suspect.Activity.MemberId!.Value).Distinct().ToArray();
            var longest = TimeSpan.FromSeconds(Rule.MaxSeconds);
            var (from, to) = (runs.Min(suspect => suspect.Activity.OccurredAt) - longest, runs.Max(suspect => suspect.Activity.OccurredAt) + longest);
            known.AddRange((await context.Violations
                    .Where(row => EF.Parameter(members).Contains(row.MemberId) && row.OccurredAt >= from && row.OccurredAt <= to && row.RuleId != null
                        && (row.Kind == RuleKind.Flood || row.Kind == RuleKind.Repeat))
                    .Select(row => new { row.GroupId, row.MemberId, RuleId = row.RuleId!.Value, row.OccurredAt })
                    .ToListAsync(cancellationToken))
                .Select(row => (row.GroupId, row.MemberId, row.RuleId, row.OccurredAt)));
        }

        var violations = new List<(Violation, bool)>();
        foreach (var suspect in _suspects)
        {
            var (activity, findings) = (suspect.Activity, suspect.Findings);
            var key = (activity.GroupId!.Value, activity.MemberId!.Value);
            foreach (var (finding, versionId) in findings.OrderByDescending(known => known.Finding.Rule.Severity).ThenBy(known => known.Finding.Order))
            {
                if (finding.IsOfRun)
                {
                    var within = TimeSpan.FromSeconds(finding.Rule.WithinSeconds!.Value);
                    if (known.Exists(run => (run.GroupId, run.MemberId) == key && run.RuleId == finding.Rule.Id && (activity.OccurredAt - run.At).Duration() < within))
                    {
                        continue;
                    }

                    known.Add((key.Item1, key.Item2, finding.Rule.Id, activity.OccurredAt));
                }

                violations.Add((ViolationOf(activity, finding, versionId), finding.Rule.IsAutomatic));
                break;
            }
        }

        return violations;
    }

    private Violation ViolationOf(Activity activity, Finding finding, long versionId) => new()
    {
        GroupId = activity.GroupId!.Value,
        MemberId = activity.MemberId!.Value,
        MembershipId = activity.MembershipId,
        Kind = finding.Rule.Kind,
        Severity = finding.Rule.Severity,
        RuleId = finding.Rule.Id,
        RuleSetVersionId = versionId,
        ActivityId = activity.Id,
        OccurredAt = activity.OccurredAt,
        SpanStart = finding.Start,
        SpanLength = finding.Length,
        Matched = finding.Matched,
        Evidence = activity.Text,
        CreatedAt = now,
        UpdatedAt = now,
        Version = 1,
    };

    /// <summary>A violation where the group has rules: of the rule about it, or of none.</summary>
    private (Violation, bool)? EvasionOf(Evasion evasion, RulesInForce rules)
    {
        RulesInForce.Term? term = null;
        foreach (var known in rules.Of(evasion.Activity.GroupId!.Value))
        {
            if (known.Holds(evasion.Activity.OccurredAt) && (term is null || term.Rules.Find(RuleKind.BanEvasion) is null))
            {
                term = known;
            }
        }

        if (term is null)
        {
            return null;
        }

        var rule = term.Rules.Find(RuleKind.BanEvasion);
        return (
            new Violation
            {
                GroupId = evasion.Activity.GroupId!.Value,
                MemberId = evasion.Activity.MemberId!.Value,
                MembershipId = evasion.Activity.MembershipId,
                Kind = RuleKind.BanEvasion,
                Severity = rule?.Severity ?? RuleSeverity.Normal,
                RuleId = rule?.Id,
                RuleSetVersionId = term.VersionId,
                ActivityId = evasion.Activity.Id,
                OccurredAt = evasion.Activity.OccurredAt,
                Evidence = evasion.Ban.Reason,
                CreatedAt = now,
                UpdatedAt = now,
                Version = 1,
            },
            rule?.IsAutomatic ?? false);
    }

    private async Task SaveAsync(List<(Violation Violation, bool IsAutomatic)> violations, CancellationToken cancellationToken)
    {
        if (violations.Count == 0)
        {
            return;
        }

        await context.BulkInsertAsync(violations.ConvertAll(found => found.Violation), cancellationToken);
        var activities = violations.ConvertAll(found => ActivityOf(found.Violation, new EnforcementStep(ActivityKind.ViolationDetected, found.Violation.Matched)));
        var automatic = violations.Where(found => found.IsAutomatic).Select(found => found.Violation.Id).ToArray();
        if (automatic.Length > 0)
        {
            // What was written in bulk is not what is tracked: everything that enforcement looks at is read again.
            context.ChangeTracker.Clear();
            foreach (var id in automatic)
            {
                var violation = await context.Violations.FirstAsync(row => row.Id == id, cancellationToken);
                var steps = await context.ConfirmAsync(violation, null, null, now, cancellationToken);
                await context.SaveChangesAsync(cancellationToken);
                activities.AddRange(steps.Select(step => ActivityOf(violation, step)));
            }
        }

        await context.BulkInsertAsync(activities, cancellationToken);
    }

    private Activity ActivityOf(Violation violation, EnforcementStep step) => new()
    {
        Kind = step.Kind,
        OccurredAt = now,
        RecordedAt = now,
        GroupId = violation.GroupId,
        MemberId = violation.MemberId,
        MembershipId = violation.MembershipId,
        Text = step.Text,
        Data = JsonSerializer.Serialize(step.Details(violation)),
    };

    /// <summary>A message and what rules found in it.</summary>
    private sealed record Suspect(Activity Activity)
    {
        public List<(Finding Finding, long VersionId)> Findings { get; } = [];
    }
}
