using System.Globalization;
using Headless.Community.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Playbooks;

/// <summary>Applies playbooks: what the mutation and the clock do alike.</summary>
internal static class PlaybookApplication
{
    public static string KeyOf(Playbook playbook, Membership stay) => string.Create(CultureInfo.InvariantCulture, $"{playbook.Id}:stay:{stay.Id}");

    public static string KeyOf(Playbook playbook, long groupId, long? campaignId, DateTime startsAt) => campaignId is { } campaign
        ? string.Create(CultureInfo.InvariantCulture, $"{playbook.Id}:campaign:{campaign}:{groupId}")
        : string.Create(CultureInfo.InvariantCulture, $"{playbook.Id}:group:{groupId}:{startsAt:yyyyMMddHHmmss}");

    /// <summary>Adds a run with its tasks; null where the time of all steps has passed.</summary>
    public static PlaybookRun? Begin(this WriteSession session, PlaybookRun run, IEnumerable<PlaybookStep> steps)
    {
        if (PlaybookPlanning.Plan(run, steps, session.Now) == 0)
        {
            return null;
        }

        session.Db.PlaybookRuns.Add(run);
        session.RecordRun(ActivityKind.PlaybookApplied, run);
        return run;
    }

    public static void RecordRun(this WriteSession session, ActivityKind kind, PlaybookRun run) => session.Record(
        kind, () => new ActivitySubject { GroupId = run.GroupId, MemberId = run.MemberId, MembershipId = run.MembershipId, CampaignId = run.CampaignId, Text = run.Playbook.Name });

    public static void RecordTask(this WriteSession session, ActivityKind kind, PlaybookTask task) => session.Record(
        kind, () => new ActivitySubject { GroupId = task.GroupId, MemberId = task.MemberId, CampaignId = task.CampaignId, ContentItemId = task.ContentItemId, Text = task.Title });

    /// <summary>Stops runs whose tasks and playbooks are loaded.</summary>
    public static void Stop(this WriteSession session, PlaybookRun run, PlaybookStop by, string? reason = null)
    {
        run.Stop(by, reason, session.Now);
        session.RecordRun(ActivityKind.PlaybookRunStopped, run);
    }

    /// <summary>Ends a run of which nothing is left to do. Its tasks and its playbook have to be loaded.</summary>
    public static void CompleteWhereDone(this WriteSession session, PlaybookRun run)
    {
        if (run.Status == PlaybookRunStatus.Running && !run.Tasks.Exists(task => task.IsOpen))
        {
            run.Complete(session.Now);
            session.RecordRun(ActivityKind.PlaybookRunCompleted, run);
        }
    }

    public static Task<long> LastActivityIdAsync(this WriteSession session) => session.Db.LastActivityIdAsync(session.CancellationToken);
}
