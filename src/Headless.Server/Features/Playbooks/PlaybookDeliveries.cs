using System.Globalization;
using Headless.Community.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Playbooks;

/// <summary>Requests what a step of a playbook is to deliver.</summary>
internal static class PlaybookDeliveries
{
    /// <summary>Requests it; what it answers is the task's evidence. Null: it cannot be, and is for staff.</summary>
    public static async Task<string?> RequestAsync(this WriteSession session, PlaybookTask task, ContactLimits limits)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        await db.LockDeliveriesAsync(ct);
        if (task.ContentItem is { Status: not ContentStatus.Published } || await FindAsync(db, task, ct) is not { } target)
        {
            return null;
        }

        var recipients = await target.SelectAsync(db, task.Channel, task.Purpose, null, limits, session.Now, ct);
        var mailing = new Mailing
        {
            Audience = target.Audience,
            Channel = task.Channel,
            Purpose = task.Purpose,
            ContentItemId = task.ContentItemId,
            Text = task.Instructions,
            CampaignId = task.CampaignId,
            SegmentId = target.SegmentId,
            GroupId = target.GroupId,
            PlaybookTaskId = task.Id,
            SendAt = session.Now,
            ExpiresAt = task.OverdueAt > session.Now ? task.OverdueAt : null,
            RecipientCount = recipients.Count,
            UnreachableCount = recipients.Count(r => r.Reason is not null),
        };
        await db.AddMailingAsync(mailing, recipients, session.Now, ct);
        session.Record(
            ActivityKind.MailingRequested,
            () => new ActivitySubject { GroupId = task.GroupId, MemberId = task.MemberId, CampaignId = task.CampaignId, ContentItemId = task.ContentItemId, Text = task.Title });
        return string.Create(CultureInfo.InvariantCulture, $"{mailing.RecipientCount - mailing.UnreachableCount} requested, {mailing.UnreachableCount} unreachable");
    }

    /// <remarks>No bound is needed: nobody but the members of one group is meant.</remarks>
    private static async Task<MailingTarget?> FindAsync(CommunityDbContext db, PlaybookTask task, CancellationToken ct)
    {
        if (task.Channel == TouchChannel.Group)
        {
            return new MailingTarget(MailingAudience.Groups, null, [task.GroupId], task.GroupId, null);
        }

        List<long> members = task switch
        {
            { Audience: PlaybookAudience.Member } => task.MemberId is { } memberId ? [memberId] : [],
            { Audience: PlaybookAudience.Segment, SegmentId: { } segmentId } => await MailingTarget.OfSegmentAsync(db, segmentId, task.GroupId, int.MaxValue, ct),
            _ => await MailingTarget.OfGroupAsync(db, task.GroupId, int.MaxValue, ct),
        };
        return members.Count == 0 ? null : new MailingTarget(
            task.Audience switch
            {
                PlaybookAudience.Member => MailingAudience.Members,
                PlaybookAudience.Segment => MailingAudience.Segment,
                _ => MailingAudience.GroupMembers,
            },
            members, null, task.GroupId, task.SegmentId);
    }
}
