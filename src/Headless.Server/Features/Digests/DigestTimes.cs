using Headless.Community.Data;
using Headless.Community.Ingestion;
using Headless.Server.Features.Contacts;
using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Digests;

/// <summary>Makes the drafts whose hour has come, and requests the deliveries of what is approved.</summary>
internal sealed class DigestTimes(ContactOptions contact, ReportingCalendar calendar) : ITimedWork
{
    private const int AtOnce = 50;

    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) =>
        await db.DigestSchedules.AnyAsync(s => s.NextDraftAt <= now, ct)
        || await db.Digests.AnyAsync(d => d.Status == DigestStatus.Approved && d.DeliverAt <= now, ct);

    public async Task RunAsync(WriteSession session)
    {
        var (db, now, ct) = (session.Db, session.Now, session.CancellationToken);
        foreach (var schedule in await db.DigestSchedules.Include(s => s.Group).Where(s => s.NextDraftAt <= now).OrderBy(s => s.NextDraftAt).ThenBy(s => s.Id).Take(AtOnce).ToListAsync(ct))
        {
            await DraftAsync(session, schedule);
        }

        await db.SaveChangesAsync(ct);
        var due = await db.Digests.Include(d => d.Items).Where(d => d.Status == DigestStatus.Approved && d.DeliverAt <= now).OrderBy(d => d.DeliverAt).ThenBy(d => d.Id).Take(AtOnce).ToListAsync(ct);
        if (due.Count == 0)
        {
            return;
        }

        await db.LockDeliveriesAsync(ct);
        var texts = await DigestMaking.TextsAsync(db, [.. due.Select(d => d.Id)], ct);
        foreach (var digest in due)
        {
            await DeliverAsync(session, digest, texts[digest.Id] is not null);
        }
    }

    private async Task DraftAsync(WriteSession session, DigestSchedule schedule)
    {
        var (db, now, ct) = (session.Db, session.Now, session.CancellationToken);
        var zone = calendar.ZoneOf(schedule.Group);
        var date = schedule.DateAt(now, zone);
        var found = 0;
        if (schedule.Group.Status == GroupStatus.Active
            && schedule.LastDate != date
            && !await db.Digests.AnyAsync(d => d.GroupId == schedule.GroupId && d.Kind == schedule.Kind && d.Date == date && d.DiscardedAt == null, ct))
        {
            var window = DigestMaking.WindowOf(date, zone, now);
            var candidates = await DigestMaking.ProposeAsync(db, schedule.Kind, schedule.GroupId, window, schedule.Categories, schedule.Keywords, schedule.ItemCount, ct);
            found = candidates.Count;
            if (found > 0)
            {
                var deliverAt = schedule.DeliverAt(date, zone);
                var digest = new Digest
                {
                    Kind = schedule.Kind, GroupId = schedule.GroupId, ScheduleId = schedule.Id, Date = date, From = window.From, Until = window.Until, Title = schedule.Title, Intro = schedule.Intro,
                    Channel = schedule.Channel, DeliverAt = deliverAt,
                };
                digest.AddItems(candidates);
                db.Digests.Add(digest);
                session.RecordDigest(ActivityKind.DigestDrafted, digest);
                if (schedule.IsAutomatic)
                {
                    digest.Approve(now, null, deliverAt > now ? deliverAt : now);
                    session.RecordDigest(ActivityKind.DigestApproved, digest);
                }
            }
        }

        schedule.MarkDrafted(date, found, zone, now);
    }

    private async Task DeliverAsync(WriteSession session, Digest digest, bool isAnythingLeft)
    {
        var (db, now, ct) = (session.Db, session.Now, session.CancellationToken);
        if (!isAnythingLeft)
        {
            digest.Discard(now, "Nothing that it quotes is kept or published any more.");
            session.RecordDigest(ActivityKind.DigestDiscarded, digest);
            return;
        }

        // No bound is needed: nobody but the members of one group is meant.
        var target = digest.Channel == TouchChannel.Group
            ? new MailingTarget(MailingAudience.Groups, null, [digest.GroupId], digest.GroupId, null)
            : new MailingTarget(MailingAudience.GroupMembers, await MailingTarget.OfGroupAsync(db, digest.GroupId, int.MaxValue, ct), null, digest.GroupId, null);
        var recipients = await target.SelectAsync(db, digest.Channel, ContactPurpose.Digest, null, contact.LimitsAt(calendar, now), now, ct);
        var mailing = new Mailing
        {
            Audience = target.Audience, Channel = digest.Channel, Purpose = ContactPurpose.Digest, DigestId = digest.Id, GroupId = digest.GroupId, SendAt = now,
            ExpiresAt = now + Digest.DeliveredWithin, RecipientCount = recipients.Count, UnreachableCount = recipients.Count(r => r.Reason is not null), RequestedById = digest.ApprovedById,
        };
        await db.AddMailingAsync(mailing, recipients, now, ct);
        digest.MarkDelivered(now);
        session.Record(ActivityKind.MailingRequested, () => new ActivitySubject { GroupId = digest.GroupId, Text = digest.Title });
        session.RecordDigest(ActivityKind.DigestDelivered, digest);
        await UseContentAsync(session, digest);
    }

    /// <summary>Content in a digest is used in the group: it counts for the cadence, and rests for a while.</summary>
    private static async Task UseContentAsync(WriteSession session, Digest digest)
    {
        long[] ids = [.. digest.Items.Select(i => i.ContentItemId).OfType<long>()];
        var items = await session.Db.ContentItems.AsNoTracking().Where(i => EF.Parameter(ids).Contains(i.Id) && i.Status == ContentStatus.Published)
            .Select(i => new { i.Id, i.Category }).ToListAsync(session.CancellationToken);
        foreach (var item in items)
        {
            session.Db.ContentUses.Add(new ContentUse { ContentItemId = item.Id, GroupId = digest.GroupId, Category = item.Category, UsedAt = session.Now, ReportedById = digest.ApprovedById });
            session.Record(ActivityKind.ContentUsed, () => new ActivitySubject { ContentItemId = item.Id, GroupId = digest.GroupId, Text = digest.Title });
        }

        long[] used = [.. items.Select(i => i.Id)];
        await session.Db.ContentItems.Where(i => EF.Parameter(used).Contains(i.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(i => i.UsageCount, i => i.UsageCount + 1)
                .SetProperty(i => i.LastUsedAt, i => i.LastUsedAt == null || i.LastUsedAt < session.Now ? session.Now : i.LastUsedAt),
            session.CancellationToken);
    }
}
