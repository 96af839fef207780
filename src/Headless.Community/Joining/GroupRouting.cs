using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>Where a member would be sent, and why.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="RuleId">The rule that decided; null: none did.</param>
/// <param name="GroupId">The group; null: none.</param>
/// <param name="Answers">What each active rule answered, in their order, up to the one that decided; none for somebody whom a ban keeps out of all groups.</param>
public sealed record RoutingProposal(long MemberId, long? RuleId, long? GroupId, IReadOnlyList<RoutingAnswer> Answers);

/// <summary>What a rule answered.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Name">Its name.</param>
/// <param name="Matched">Whether it decided.</param>
/// <param name="Reason">Why, for a person.</param>
public sealed record RoutingAnswer(long RuleId, string Name, bool Matched, string Reason);

/// <summary>The active rules with what they need to decide about some members: a handful of statements, however many members.</summary>
public sealed class GroupRouting
{
    private readonly List<RoutingRule> _rules;
    private readonly ILookup<long, Candidate> _candidates;
    private readonly Dictionary<long, Traveller> _members;
    private readonly HashSet<(long SegmentId, long MemberId)> _segments;
    private readonly HashSet<(long GroupId, long MemberId)> _present;
    private readonly HashSet<long> _banned;

    private GroupRouting(
        List<RoutingRule> rules,
        ILookup<long, Candidate> candidates,
        Dictionary<long, Traveller> members,
        HashSet<(long, long)> segments,
        HashSet<(long, long)> present,
        HashSet<long> banned) =>
        (_rules, _candidates, _members, _segments, _present, _banned) = (rules, candidates, members, segments, present, banned);

    /// <summary>How many each group has, those that were proposed since included, and how many it takes.</summary>
    public IReadOnlyList<(long GroupId, int Proposed, int? Left)> Filled =>
        [.. _candidates.SelectMany(c => c).DistinctBy(c => c.GroupId).Where(c => c.Proposed > 0).Select(c => (c.GroupId, c.Proposed, c.Limit - c.Members))];

    /// <param name="db">A context that shows everything.</param>
    /// <param name="memberIds">The members.</param>
    /// <param name="now">UTC.</param>
    /// <param name="ct">Cancels the statements.</param>
    public static async Task<GroupRouting> LoadAsync(CommunityDbContext db, long[] memberIds, DateTime now, CancellationToken ct)
    {
        var rules = await db.RoutingRules.AsNoTracking().Include(r => r.Segment).Include(r => r.JoinChannel)
            .Where(r => r.IsActive).OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(ct);
        var roots = rules.Select(r => r.GroupId).Distinct().ToArray();
        var policies = await PlatformPolicies.LoadAsync(db, ct);
        var groups = await db.Groups.AsNoTracking()
            .Where(g => EF.Parameter(roots).Contains(g.Id) || (g.ParentGroupId != null && EF.Parameter(roots).Contains(g.ParentGroupId.Value))
                || (g.SeriesId != null && db.Groups.Any(root => EF.Parameter(roots).Contains(root.Id) && root.SeriesId == g.SeriesId)))
            .OrderBy(g => g.Id)
            .Select(g => new
            {
                g.Id, g.ParentGroupId, g.SeriesId, g.Name, g.Platform, g.Status, g.Capacity, Members = db.Memberships.Count(m => m.GroupId == g.Id && m.LeftAt == null),
            })
            .ToListAsync(ct);
        var byId = groups.ToDictionary(g => g.Id, g => new Candidate(
            g.Id, g.Name, g.Status, g.Capacity ?? policies.ValueAt(g.Platform, PlatformPolicyKey.GroupMaxMembers, now), g.Members));

        // A rule's group first, then those that were made after its pattern: replicated from it, or of its series (A-068).
        var candidates = groups.Where(g => roots.Contains(g.Id))
            .SelectMany(root => groups
                .Where(g => g.Id == root.Id || g.ParentGroupId == root.Id || (g.SeriesId is { } series && series == root.SeriesId))
                .OrderBy(g => g.Id == root.Id ? 0 : 1).ThenBy(g => g.Id)
                .Select(g => (Root: root.Id, Group: byId[g.Id])))
            .ToLookup(c => c.Root, c => c.Group);
        var members = await db.Members.AsNoTracking().Where(m => EF.Parameter(memberIds).Contains(m.Id))
            .Select(m => new Traveller(m.Id, m.Region, m.Identities.Select(i => i.Platform).ToList())).ToDictionaryAsync(m => m.Id, ct);
        var segmentIds = rules.Select(r => r.SegmentId).OfType<long>().Distinct().ToArray();
        var segments = await db.SegmentMembers.AsNoTracking()
            .Where(s => EF.Parameter(segmentIds).Contains(s.SegmentId) && EF.Parameter(memberIds).Contains(s.MemberId) && s.LeftAt == null)
            .Select(s => new { s.SegmentId, s.MemberId }).ToListAsync(ct);
        var groupIds = byId.Keys.ToArray();
        var present = await db.Memberships.AsNoTracking()
            .Where(m => EF.Parameter(groupIds).Contains(m.GroupId) && EF.Parameter(memberIds).Contains(m.MemberId) && m.LeftAt == null)
            .Select(m => new { m.GroupId, m.MemberId }).ToListAsync(ct);
        var bans = await db.FindBansAsync(memberIds, groupId: null, now, ct);
        return new GroupRouting(
            rules, candidates, members, [.. segments.Select(s => (s.SegmentId, s.MemberId))], [.. present.Select(p => (p.GroupId, p.MemberId))], [.. bans.Keys]);
    }

    /// <summary>Proposes a group, and fills it by one for the proposals after it. Null where there is no such member.</summary>
    /// <param name="memberId">The member.</param>
    /// <param name="channelId">The channel through which they come, if it is known.</param>
    /// <param name="label">The word with which is asked.</param>
    public RoutingProposal? Propose(long memberId, long? channelId, string? label)
    {
        if (!_members.TryGetValue(memberId, out var member))
        {
            return null;
        }

        var answers = new List<RoutingAnswer>();
        foreach (var rule in _banned.Contains(memberId) ? [] : _rules)
        {
            var reason = Refuse(rule, member, channelId, label);
            var group = reason is null ? FindRoom(rule, memberId, out reason) : null;
            if (group is not null)
            {
                group.Take();
                answers.Add(new RoutingAnswer(rule.Id, rule.Name, true, $"Every condition holds, and '{group.Name}' has room."));
                return new RoutingProposal(memberId, rule.Id, group.GroupId, answers);
            }

            answers.Add(new RoutingAnswer(rule.Id, rule.Name, false, reason!));
        }

        return new RoutingProposal(memberId, null, null, answers);
    }

    private string? Refuse(RoutingRule rule, Traveller member, long? channelId, string? label) =>
        rule.Region is { } region && region != member.Region ? $"Their region is {member.Region ?? "not known"}, not {region}."
        : rule.Platform is { } platform && !member.Platforms.Contains(platform) ? $"They have no account on {platform.ToString().ToUpperInvariant()}."
        : rule.JoinChannelId is { } channel && channel != channelId ? $"They do not come through '{rule.JoinChannel!.Name}'."
        : rule.Label is { } word && !string.Equals(word, label, StringComparison.OrdinalIgnoreCase) ? $"The word is not '{word}'."
        : rule.SegmentId is { } segment && !_segments.Contains((segment, member.Id)) ? $"They do not belong to '{rule.Segment!.Name}'."
        : null;

    private Candidate? FindRoom(RoutingRule rule, long memberId, out string? reason)
    {
        var groups = _candidates[rule.GroupId].Where(g => rule.IncludesReplicas || g.GroupId == rule.GroupId).ToList();
        if (groups.Find(g => _present.Contains((g.GroupId, memberId))) is { } there)
        {
            reason = $"They are in '{there.Name}' already.";
            return null;
        }

        var found = groups.Find(g => g.Status == GroupStatus.Active && !(g.Members >= (rule.Capacity ?? int.MaxValue)) && !(g.Members >= g.Limit));
        reason = found is null ? (groups.Exists(g => g.Status == GroupStatus.Active) ? "Its groups are full." : "Its groups do not run.") : null;
        return found;
    }

    private sealed class Candidate(long groupId, string name, GroupStatus status, int? limit, int members)
    {
        public long GroupId { get; } = groupId;

        public string Name { get; } = name;

        public GroupStatus Status { get; } = status;

        public int? Limit { get; } = limit;

        public int Members { get; private set; } = members;

        public int Proposed { get; private set; }

        public void Take() => (Members, Proposed) = (Members + 1, Proposed + 1);
    }

    private sealed record Traveller(long Id, string? Region, List<Platform> Platforms);
}
