using System.Linq.Expressions;
using Headless.Server.Features.Contacts;
using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Playbooks;

/// <summary>
/// Tells staff what is to be done now and what should have been done by now, and requests what is to be delivered. A delivery that cannot be
/// requested, because its content is not published any more or there is nobody to send to, falls to staff.
/// </summary>
internal sealed class PlaybookTaskTimes(ContactOptions contact, ReportingCalendar calendar) : ITimedWork
{
    private const int AtOnce = 200;

    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) =>
        await db.PlaybookTasks.AnyAsync(IsDue(now), ct) || await db.PlaybookTasks.AnyAsync(IsOverdue(now), ct);

    public async Task RunAsync(WriteSession session)
    {
        var due = await session.Db.PlaybookTasks.Include(t => t.Run.Tasks).Include(t => t.Run.Playbook).Include(t => t.ContentItem)
            .Where(IsDue(session.Now)).OrderBy(t => t.DueAt).ThenBy(t => t.Id).Take(AtOnce).ToListAsync(session.CancellationToken);
        foreach (var task in due)
        {
            if (task.Kind == PlaybookStepKind.Delivery && await session.RequestAsync(task, contact.LimitsAt(calendar, session.Now)) is { } evidence)
            {
                task.Complete(evidence, null, session.Now);
                session.RecordTask(ActivityKind.PlaybookTaskDone, task);
                session.CompleteWhereDone(task.Run);
                continue;
            }

            task.FallDue();
            session.RecordTask(ActivityKind.PlaybookTaskDue, task);
        }

        await session.Db.SaveChangesAsync(session.CancellationToken);
        foreach (var task in await session.Db.PlaybookTasks.Where(IsOverdue(session.Now)).OrderBy(t => t.OverdueAt).ThenBy(t => t.Id).Take(AtOnce).ToListAsync(session.CancellationToken))
        {
            task.FallOverdue();
            session.RecordTask(ActivityKind.PlaybookTaskOverdue, task);
        }
    }

    private static Expression<Func<PlaybookTask, bool>> IsDue(DateTime now) => t => t.Status == PlaybookTaskStatus.Planned && t.DueAt <= now;

    private static Expression<Func<PlaybookTask, bool>> IsOverdue(DateTime now) => t => t.Status == PlaybookTaskStatus.Due && t.OverdueAt <= now;
}

/// <summary>
/// Reads on in the log: applies playbooks to whoever has joined, ends runs whose reason to end has come, and moves what is planned with its
/// campaign. Not while activities are recorded, which it must not slow down.
/// </summary>
internal sealed class PlaybookFollowing(ReportingCalendar calendar) : ITimedWork
{
    private const int MaxActivities = 1_000;

    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) =>
        await FromAsync(db, ct) is { } from && await db.Activities.AnyAsync(a => a.Id > from, ct);

    public async Task RunAsync(WriteSession session)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        if (await FromAsync(db, ct) is not { } from)
        {
            return;
        }

        var activities = await db.Activities.AsNoTracking().Where(a => a.Id > from).OrderBy(a => a.Id).Take(MaxActivities)
            .Select(a => new Followed(a.Id, a.Kind, a.GroupId, a.MemberId, a.MembershipId, a.CampaignId, a.OrderId, a.OccurredAt, a.IsExcluded))
            .ToListAsync(ct);
        if (activities.Count == 0)
        {
            return;
        }

        if (await db.PlaybookStates.FirstOrDefaultAsync(ct) is not { } state)
        {
            state = db.PlaybookStates.Add(new PlaybookState()).Entity;
        }

        state.LastActivityId = activities[^1].Id;
        await ApplyAsync(session, [.. activities.Where(a => a is { Kind: ActivityKind.MemberJoined, MembershipId: not null, IsExcluded: false })]);
        await db.SaveChangesAsync(ct);
        await StopAsync(session, activities);
        await MoveAsync(session, [.. activities.Where(a => a.Kind is >= ActivityKind.CampaignCreated and <= ActivityKind.CampaignCancelled
            or ActivityKind.CampaignPlanned or ActivityKind.CampaignOccurrenceMoved).Select(a => a.CampaignId).OfType<long>().Distinct()]);
    }

    /// <summary>The activity to read on after; null where nobody waits for anything.</summary>
    private static async Task<long?> FromAsync(CommunityDbContext db, CancellationToken ct)
    {
        var playbooks = await db.Playbooks.Where(p => p.Status == PlaybookStatus.Active && p.Target == PlaybookTarget.Join).MinAsync(p => (long?)p.AfterActivityId, ct);
        var runs = await db.PlaybookRuns.Where(r => r.Status == PlaybookRunStatus.Running).MinAsync(r => (long?)r.AfterActivityId, ct);
        return (playbooks, runs) is (null, null)
            ? null
            : Math.Max(Math.Min(playbooks ?? long.MaxValue, runs ?? long.MaxValue), await db.PlaybookStates.Select(s => (long?)s.LastActivityId).FirstOrDefaultAsync(ct) ?? 0);
    }

    /// <summary>Begins a run for whoever has joined a group in which a playbook applies itself.</summary>
    private async Task ApplyAsync(WriteSession session, List<Followed> joins)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        if (joins.Count == 0)
        {
            return;
        }

        var groupIds = joins.Select(j => j.GroupId!.Value).Distinct().ToArray();
        var playbooks = await db.Playbooks.Include(p => p.Steps).Include(p => p.Groups.Where(g => EF.Parameter(groupIds).Contains(g.GroupId)))
            .Where(p => p.Status == PlaybookStatus.Active && p.Target == PlaybookTarget.Join && p.Groups.Any(g => EF.Parameter(groupIds).Contains(g.GroupId)))
            .OrderBy(p => p.Id)
            .ToListAsync(ct);
        if (playbooks.Count == 0)
        {
            return;
        }

        var stayIds = joins.Select(j => j.MembershipId!.Value).ToArray();
        var stays = await db.Memberships.Include(m => m.Group).Where(m => EF.Parameter(stayIds).Contains(m.Id) && m.LeftAt == null).ToDictionaryAsync(m => m.Id, ct);
        var known = await db.PlaybookRuns.Where(r => r.MembershipId != null && EF.Parameter(stayIds).Contains(r.MembershipId.Value))
            .Select(r => new { r.PlaybookId, r.MembershipId }).ToListAsync(ct);
        var applied = known.Select(r => (r.PlaybookId, r.MembershipId!.Value)).ToHashSet();
        foreach (var join in joins)
        {
            foreach (var playbook in playbooks)
            {
                if (stays.TryGetValue(join.MembershipId!.Value, out var stay)
                    && join.Id > playbook.AfterActivityId
                    && playbook.Groups.Exists(g => g.GroupId == stay.GroupId)
                    && stay.IsCounted
                    && applied.Add((playbook.Id, stay.Id)))
                {
                    session.Begin(
                        PlaybookRun.Begin(playbook, PlaybookApplication.KeyOf(playbook, stay), stay.GroupId, stay.JoinedAt, stay.Group.TimeZone ?? calendar.TimeZone.Id, join.Id, stay),
                        playbook.Steps);
                }
            }
        }
    }

    /// <summary>Ends runs of members who left, bought or are kept out, of groups that were closed, and of campaigns that were called off.</summary>
    private static async Task StopAsync(WriteSession session, List<Followed> activities)
    {
        await StopAsync(session, PlaybookStop.MemberLeft, Ids(ActivityKind.MemberLeft, a => a.MembershipId), ids => r => r.MembershipId != null && ids.Contains(r.MembershipId.Value));
        await StopAsync(session, PlaybookStop.MemberBlacklisted, Ids(ActivityKind.MemberBlacklisted, a => a.MemberId), ids => r => r.MemberId != null && ids.Contains(r.MemberId.Value));
        await StopAsync(session, PlaybookStop.GroupClosed, [.. Ids(ActivityKind.GroupClosed, a => a.GroupId), .. Ids(ActivityKind.GroupArchived, a => a.GroupId)], ids => r => ids.Contains(r.GroupId));
        await StopAsync(session, PlaybookStop.CampaignCancelled, Ids(ActivityKind.CampaignCancelled, a => a.CampaignId), ids => r => r.CampaignId != null && ids.Contains(r.CampaignId.Value));

        // What was bought before somebody joined, and is reported late, is no reason.
        var orders = activities.Where(a => a is { Kind: ActivityKind.OrderRecorded, MemberId: not null }).ToLookup(a => a.MemberId!.Value, a => a.OccurredAt);
        await StopAsync(
            session, PlaybookStop.MemberBought, [.. orders.Select(of => of.Key)], ids => r => r.MemberId != null && ids.Contains(r.MemberId.Value),
            run => orders[run.MemberId!.Value].Any(at => at >= run.StartsAt));

        long[] Ids(ActivityKind kind, Func<Followed, long?> id) => [.. activities.Where(a => a.Kind == kind).Select(id).OfType<long>().Distinct()];
    }

    private static async Task StopAsync(
        WriteSession session, PlaybookStop stop, long[] ids, Func<long[], Expression<Func<PlaybookRun, bool>>> isAbout, Predicate<PlaybookRun>? holds = null)
    {
        if (ids.Length == 0)
        {
            return;
        }

        var runs = await session.Db.PlaybookRuns.Include(r => r.Tasks).Include(r => r.Playbook)
            .Where(r => r.Status == PlaybookRunStatus.Running).Where(isAbout(ids))
            .OrderBy(r => r.Id)
            .ToListAsync(session.CancellationToken);
        foreach (var run in runs.Where(run => run.Status == PlaybookRunStatus.Running && run.StopFlags.HasFlag(stop) && (holds is null || holds(run))))
        {
            session.Stop(run, stop);
        }
    }

    /// <summary>A campaign that begins at another time takes what is planned with it.</summary>
    private static async Task MoveAsync(WriteSession session, long[] campaignIds)
    {
        if (campaignIds.Length == 0)
        {
            return;
        }

        var runs = await session.Db.PlaybookRuns.Include(r => r.Tasks).Include(r => r.Playbook).Include(r => r.Campaign)
            .Where(r => r.Status == PlaybookRunStatus.Running && r.CampaignId != null && EF.Parameter(campaignIds).Contains(r.CampaignId.Value))
            .OrderBy(r => r.Id)
            .ToListAsync(session.CancellationToken);
        foreach (var run in runs.Where(run => run.Campaign!.StartsAt is { } startsAt && startsAt != run.StartsAt && run.Status == PlaybookRunStatus.Running))
        {
            run.MoveTo(run.Campaign!.StartsAt!.Value);
            session.RecordRun(ActivityKind.PlaybookRunMoved, run);
        }
    }

    private sealed record Followed(
        long Id, ActivityKind Kind, long? GroupId, long? MemberId, long? MembershipId, long? CampaignId, long? OrderId, DateTime OccurredAt, bool IsExcluded);
}
