using Headless.Community;
using Headless.Community.Data;
using Headless.Metrics.Reading;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Analysis;

/// <summary>What a leaderboard ranks by.</summary>
public enum LeaderboardKind
{
    Messages,
    Invites,
    Purchases,
    Replies,
}

/// <summary>A part of a score.</summary>
/// <param name="Name">What it is, in camelCase; stable.</param>
/// <param name="Value">How much of it there is.</param>
/// <param name="Weight">What one of it adds to the score; 0: shown and used to break ties.</param>
public sealed record ScorePart(string Name, decimal Value, decimal Weight);

/// <summary>A member in a ranking.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="MemberId">The member.</param>
/// <param name="Score">The sum of the parts times their weights.</param>
/// <param name="Parts">What the score is made of, in the order in which they break ties; what is left is decided by who was entered first.</param>
/// <param name="Role">What the member is in the group already; null over several groups.</param>
public sealed record RankedMember(int Rank, long MemberId, decimal Score, IReadOnlyList<ScorePart> Parts, MembershipRole? Role)
{
    /// <summary>The version of the rule for effective messages that the parts were counted by; null for scores that count none.</summary>
    public short? EffectiveRuleVersion { get; init; }
}

/// <summary>Rankings of members, each with the parts of its score (A-119, A-123, A.12 #23). The weights are ours: the articles give none.</summary>
public sealed class RankingService(CommunityDbContext db, ReportingCalendar calendar, MetricService metrics, MetricSettings settings, TimeProvider clock)
{
    public const int MaxRanked = 200;

    private readonly CountedByRule _byRule = new(db);

    /// <exception cref="MetricWindowException">The window cannot be, or amounts are in several currencies.</exception>
    public async Task<IReadOnlyList<RankedMember>> GetLeaderboardAsync(
        LeaderboardKind kind, MetricScope scope, MetricWindow window, int first, string? currency, CancellationToken ct)
    {
        MetricService.Check(window, null);
        var groups = await metrics.GetGroupsAsync(scope, ct);
        if (kind == LeaderboardKind.Messages)
        {
            return await _byRule.ReadAsync(
                async rule =>
                {
                    var speakers = await new SpeechReader(db, new RollupReader(db)).MostActiveAsync(groups, scope.People, window, first, ct);
                    return (IReadOnlyList<RankedMember>)[.. speakers.Select(s => new RankedMember(
                        s.Rank, s.MemberId, s.EffectiveMessages,
                        [new("effectiveMessages", s.EffectiveMessages, 1), new("messages", s.Messages, 0), new("activeDays", s.ActiveDays, 0)], null) { EffectiveRuleVersion = rule })];
                },
                ct);
        }

        if (kind == LeaderboardKind.Replies)
        {
            var replies = await RepliesAsync(groups, scope.People, window, ct);
            return Rank(replies.ToDictionary(r => r.Key, r => (IReadOnlyList<ScorePart>)[new("repliesReceived", r.Value.Received, 1), new("repliesGiven", r.Value.Given, 1)]), first, null);
        }

        if (kind == LeaderboardKind.Invites)
        {
            var invites = await InvitesAsync(groups, scope.People, window, ct);
            return Rank(
                invites.ToDictionary(i => i.Key, i => (IReadOnlyList<ScorePart>)[new("qualifiedInvites", i.Value.Qualified, 1), new("invites", i.Value.All, 0)]), first, null);
        }

        var orders = await PurchaseReader.Orders(
                db, groups, scope is { GroupId: null, Groups: null }, scope.People, calendar.StartOf(window.From), calendar.StartOf(window.To), currency)
            .Where(o => o.MemberId != null && o.Status == OrderStatus.Paid)
            .GroupBy(o => new { MemberId = o.MemberId!.Value, o.Currency })
            .Select(g => new { g.Key.MemberId, g.Key.Currency, Count = g.LongCount(), Gross = g.Sum(o => o.Amount), Refunded = g.Sum(o => o.RefundedAmount) })
            .ToListAsync(ct);
        if (orders.Select(o => o.Currency).Distinct().Skip(1).Any())
        {
            throw new MetricWindowException("The orders are in several currencies, which are never added: name one.");
        }

        return Rank(orders.ToDictionary(o => o.MemberId, o => (IReadOnlyList<ScorePart>)[new("revenue", o.Gross - o.Refunded, 1), new("orders", o.Count, 0)]), first, null);
    }

    /// <summary>
    /// Members of a group who could become its seed users: 20 of 300 unless said otherwise. Only customers who are members now; seeds are among
    /// them, with their role.
    /// </summary>
    /// <param name="first">How many; null: <paramref name="share"/> of the members.</param>
    public Task<IReadOnlyList<RankedMember>> GetSeedCandidatesAsync(long groupId, MetricWindow window, int? first, double share, CancellationToken ct) =>
        _byRule.ReadAsync(async rule => Counted(await SeedCandidatesAsync(groupId, window, first, share, ct), rule), ct);

    /// <summary>Members of a group whom others follow: who made people come, by name or by invitation, or is answered, and speaks.</summary>
    public Task<IReadOnlyList<RankedMember>> GetKolCandidatesAsync(long groupId, MetricWindow window, int first, CancellationToken ct) =>
        _byRule.ReadAsync(async rule => Counted(await KolCandidatesAsync(groupId, window, first, ct), rule), ct);

    private static IReadOnlyList<RankedMember> Counted(List<RankedMember> members, short? rule) => members.ConvertAll(member => member with { EffectiveRuleVersion = rule });

    private async Task<List<RankedMember>> SeedCandidatesAsync(long groupId, MetricWindow window, int? first, double share, CancellationToken ct)
    {
        MetricService.Check(window, null);
        var (groups, members) = await MembersAsync(groupId, ct);
        var spoken = (await SpokenAsync(groups, window, ct)).Where(s => members.ContainsKey(s.Key));
        var invites = await InvitesAsync(groups, default, window, ct);
        var replies = await RepliesAsync(groups, default, window, ct);
        var parts = members.Keys.ToDictionary(id => id, _ => (Effective: 0L, Days: 0L));
        foreach (var (member, said) in spoken)
        {
            parts[member] = said;
        }

        return Rank(
            parts.Where(p => p.Value.Effective > 0 || invites.ContainsKey(p.Key)).ToDictionary(p => p.Key, p => (IReadOnlyList<ScorePart>)
            [
                new("effectiveMessages", p.Value.Effective, 1), new("activeDays", p.Value.Days, 5),
                new("qualifiedInvites", invites.GetValueOrDefault(p.Key).Qualified, 10), new("repliesReceived", replies.GetValueOrDefault(p.Key).Received, 2),
            ]),
            first ?? Math.Clamp((int)Math.Ceiling(members.Count * share), 0, MaxRanked),
            members);
    }

    private async Task<List<RankedMember>> KolCandidatesAsync(long groupId, MetricWindow window, int first, CancellationToken ct)
    {
        MetricService.Check(window, null);
        var (groups, members) = await MembersAsync(groupId, ct);
        var (from, to) = (calendar.StartOf(window.From), calendar.StartOf(window.To));
        var spoken = await SpokenAsync(groups, window, ct);
        var invites = await InvitesAsync(groups, default, window, ct);
        var followers = await Stays.Counted(db, groups, default)
            .Where(m => m.KolMemberId != null && m.JoinedAt >= from && m.JoinedAt < to)
            .GroupBy(m => m.KolMemberId!.Value)
            .Select(g => new { g.Key, Count = g.Select(m => m.MemberId).Distinct().LongCount() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var replies = await RepliesAsync(groups, default, window, ct);
        return Rank(
            members.Keys.Where(id => followers.ContainsKey(id) || invites.ContainsKey(id) || replies.GetValueOrDefault(id).Received > 0).ToDictionary(id => id, id => (IReadOnlyList<ScorePart>)
            [
                new("followersWon", followers.GetValueOrDefault(id), 10), new("qualifiedInvites", invites.GetValueOrDefault(id).Qualified, 10),
                new("invites", invites.GetValueOrDefault(id).All, 1), new("activeDays", spoken.GetValueOrDefault(id).Days, 1),
                new("repliesReceived", replies.GetValueOrDefault(id).Received, 2),
            ]),
            first,
            members);
    }

    private static List<RankedMember> Rank(Dictionary<long, IReadOnlyList<ScorePart>> members, int first, Dictionary<long, MembershipRole>? roles)
    {
        var ranked = members.Select(m => (Id: m.Key, Parts: m.Value, Score: m.Value.Sum(p => p.Value * p.Weight))).OrderByDescending(m => m.Score);
        for (var i = 0; i < (members.Count == 0 ? 0 : members.First().Value.Count); i++)
        {
            var part = i;
            ranked = ranked.ThenByDescending(m => m.Parts[part].Value);
        }

        return [.. ranked.ThenBy(m => m.Id).Take(first).Select((m, i) => new RankedMember(i + 1, m.Id, m.Score, m.Parts, roles?.GetValueOrDefault(m.Id)))];
    }

    private async Task<(long[] Groups, Dictionary<long, MembershipRole> Members)> MembersAsync(long groupId, CancellationToken ct)
    {
        var groups = await metrics.GetGroupsAsync(MetricScope.OfGroup(groupId), ct);
        return (groups, await Stays.Counted(db, groups, default).Where(m => m.LeftAt == null).ToDictionaryAsync(m => m.MemberId, m => m.Role, ct));
    }

    private Task<Dictionary<long, (long Effective, long Days)>> SpokenAsync(long[] groups, MetricWindow window, CancellationToken ct) => db.MemberDays.AsNoTracking()
        .Where(d => groups.Contains(d.GroupId) && d.Day >= window.From && d.Day < window.To && d.EffectiveMessages > 0)
        .GroupBy(d => d.MemberId)
        .Select(g => new { g.Key, Effective = g.Sum(d => (long)d.EffectiveMessages), Days = g.Select(d => d.Day).Distinct().LongCount() })
        .ToDictionaryAsync(g => g.Key, g => (g.Effective, g.Days), ct);

    /// <summary>What each member answered and was answered, added over the groups.</summary>
    private async Task<Dictionary<long, (long Given, long Received)>> RepliesAsync(long[] groups, MetricPeople people, MetricWindow window, CancellationToken ct)
    {
        var days = db.ReplyDays.AsNoTracking().Where(d => groups.Contains(d.GroupId) && d.Day >= window.From && d.Day < window.To);
        if (!people.IsEverybody)
        {
            var stays = Stays.Counted(db, groups, people);
            days = days.Where(d => stays.Any(m => m.GroupId == d.GroupId && m.MemberId == d.MemberId));
        }

        return await days.GroupBy(d => d.MemberId)
            .Select(g => new { g.Key, Given = g.Sum(d => (long)d.Given), Received = g.Sum(d => (long)d.Received) })
            .Where(g => g.Given > 0 || g.Received > 0)
            .ToDictionaryAsync(g => g.Key, g => (g.Given, g.Received), ct);
    }

    /// <summary>Whom each member brought, by the rule of QUALIFIED_INVITES.</summary>
    private async Task<Dictionary<long, (long All, long Qualified)>> InvitesAsync(long[] groups, MetricPeople people, MetricWindow window, CancellationToken ct)
    {
        var (from, to, now) = (calendar.StartOf(window.From), calendar.StartOf(window.To), clock.GetUtcNow().UtcDateTime);
        var rows = await Stays.Counted(db, groups, people)
            .Where(m => m.JoinedAt >= from && m.JoinedAt < to && m.InvitedById != null && m.InvitedById != m.MemberId)
            .Select(m => new
            {
                InviterId = m.InvitedById!.Value,
                m.JoinedAt,
                m.LeftAt,
                IsRefused = db.Referrals.Any(r => r.MembershipId == m.Id
                    && (r.Status == ReferralStatus.Held || (r.Status == ReferralStatus.Rejected && (r.Reason == ReferralReason.DecidedByStaff || r.Reason == ReferralReason.InvitationRevoked)))),
                IsFirst = !db.Memberships.Any(e => e.MemberId == m.MemberId && (e.JoinedAt < m.JoinedAt || (e.JoinedAt == m.JoinedAt && e.Id < m.Id))),
            })
            .ToListAsync(ct);
        return rows.GroupBy(r => r.InviterId).ToDictionary(
            g => g.Key, g => (g.LongCount(), g.LongCount(r => r.IsFirst && !r.IsRefused && (r.LeftAt ?? now) - r.JoinedAt >= TimeSpan.FromDays(settings.QualifiedStayDays))));
    }
}
