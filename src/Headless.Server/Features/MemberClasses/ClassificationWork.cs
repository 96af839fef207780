using Headless.Community.Ingestion;
using Headless.Community.MemberClasses;
using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.MemberClasses;

/// <summary>
/// Keeps the classes of members right: within seconds of an order, a tag or a friend's order, and everybody once a local day, for months go by without
/// an activity. Nothing is done until the organisation has said its rules.
/// </summary>
public sealed class ClassificationWork(ReportingCalendar calendar) : ITimedWork
{
    /// <summary>How often the log is looked at.</summary>
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    /// <summary>So many activities are looked at in one go.</summary>
    private const int MaxActivities = 2_000;

    /// <summary>Further behind than this it is cheaper to look at everybody.</summary>
    private const int MaxBehind = 50_000;

    private static readonly ActivityKind[] s_kinds =
    [
        ActivityKind.OrderRecorded, ActivityKind.OrderUpdated, ActivityKind.OrderRefunded, ActivityKind.OrderPartlyRefunded, ActivityKind.OrderCancelled, ActivityKind.TagAdded, ActivityKind.TagRemoved,
        ActivityKind.MemberJoined, ActivityKind.MemberCreated, ActivityKind.MembershipUpdated, ActivityKind.MembersMerged, ActivityKind.MembersUnmerged,
    ];

    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        if (await db.MemberClassRules.AsNoTracking().Select(r => (long?)r.Version).FirstOrDefaultAsync(ct) is not { } version)
        {
            return false;
        }

        return await db.ClassificationStates.AsNoTracking().FirstOrDefaultAsync(ct) is not { } state
            || state.PassedMemberId is not null || state.RulesVersion != version || state.Day != calendar.DayOf(now)
            || (now - state.FollowedAt >= s_interval && await db.Activities.AnyAsync(a => a.Id > state.LastActivityId, ct));
    }

    public async Task RunAsync(WriteSession session)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        if (await db.MemberClassRules.AsNoTracking().FirstOrDefaultAsync(ct) is not { } rules)
        {
            return;
        }

        var state = await db.ClassificationStates.FirstOrDefaultAsync(ct);
        if (state is null)
        {
            db.ClassificationStates.Add(state = new ClassificationState());
        }

        var (today, newest) = (calendar.DayOf(session.Now), await db.LastActivityIdAsync(ct));
        if (state.RulesVersion != rules.Version || state.Day != today || newest - state.LastActivityId > MaxBehind)
        {
            (state.RulesVersion, state.Day, state.PassedMemberId) = (rules.Version, today, 0);
            state.LastActivityId = newest;
        }

        var classification = new MemberClassification(db, calendar.DayOf, session.Now);
        if (state.PassedMemberId is { } passed)
        {
            var next = await db.Members.Where(m => m.Id > passed).OrderBy(m => m.Id).Select(m => m.Id).Take(MemberClassification.ChunkSize).ToListAsync(ct);
            await classification.RefreshAsync(rules, next, ct);
            state.PassedMemberId = next.Count == MemberClassification.ChunkSize ? next[^1] : null;
            return;
        }

        state.FollowedAt = session.Now;
        await classification.RefreshAsync(rules, await ChangedAsync(db, state, ct), ct);
    }

    /// <summary>Whom the log names since, and who brought them: a friend's order is the inviter's evidence.</summary>
    private static async Task<HashSet<long>> ChangedAsync(CommunityDbContext db, ClassificationState state, CancellationToken ct)
    {
        var last = state.LastActivityId;
        var activities = await db.Activities.Where(a => a.Id > last).OrderBy(a => a.Id).Take(MaxActivities).Select(a => new { a.Id, a.Kind, a.MemberId }).ToListAsync(ct);
        state.LastActivityId = activities.Count > 0 ? activities[^1].Id : last;
        var members = activities.Where(a => a.MemberId is not null && s_kinds.Contains(a.Kind)).Select(a => a.MemberId!.Value).ToHashSet();
        foreach (var chunk in members.ToArray().Chunk(MemberClassification.ChunkSize))
        {
            members.UnionWith(await db.Memberships.Where(m => m.InvitedById != null && EF.Parameter(chunk).Contains(m.MemberId)).Select(m => m.InvitedById!.Value).ToListAsync(ct));
        }

        return members;
    }
}
