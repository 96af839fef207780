using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>Digests of the demo community: yesterday's best of a group, most of it sent, today's draft of another, and a morning issue every day.</summary>
internal static class DemoDigests
{
    public static async Task AddAsync(CommunityDbContext db, TimeZoneInfo zone, DateTime now, CancellationToken ct)
    {
        var editor = await db.Operators.OrderBy(o => o.Id).FirstAsync(ct);
        var today = LocalDays.DayOf(now, zone.Id);
        var sent = await db.Groups.Where(g => (g.Platform == Platform.Qq || g.Platform == Platform.Wecom) && g.Status == GroupStatus.Active).OrderBy(g => g.Id).FirstAsync(ct);
        var drafted = await db.Groups.Where(g => g.Status == GroupStatus.Active && g.Id != sent.Id).OrderBy(g => g.Id).FirstAsync(ct);
        var schedule = new DigestSchedule { Kind = DigestKind.Morning, GroupId = sent.Id, Title = "早报", Intro = "三分钟看完今天值得看的。", ItemCount = 5 };
        (schedule.Categories, schedule.Keywords) = ([ContentCategory.Activate, ContentCategory.Brand], ["护肤", "活动"]);
        schedule.Plan(true, 7 * 60, (8 * 60) + 30, zone, now);
        db.DigestSchedules.Add(schedule);
        await MakeAsync(db, drafted.Id, today, zone, now, ct);
        if (await MakeAsync(db, sent.Id, today.AddDays(-1), zone, now, ct) is not { } digest)
        {
            return;
        }

        var at = LocalTimes.ToUtc(zone, today, 0);
        digest.Approve(at, editor.Id, at);
        digest.MarkDelivered(at);
        var target = new MailingTarget(MailingAudience.GroupMembers, await MailingTarget.OfGroupAsync(db, sent.Id, 40, ct), null, sent.Id, null);
        var recipients = await target.SelectAsync(db, digest.Channel, ContactPurpose.Digest, null, new ContactLimits(3, 7, now.AddDays(-30)), now, ct);
        var mailing = new Mailing
        {
            Audience = target.Audience, Channel = digest.Channel, Purpose = ContactPurpose.Digest, DigestId = digest.Id, GroupId = sent.Id, SendAt = at, ExpiresAt = at + Digest.DeliveredWithin,
            RecipientCount = recipients.Count, UnreachableCount = recipients.Count(r => r.Reason is not null), RequestedById = editor.Id,
        };
        await db.AddMailingAsync(mailing, recipients, at, ct);
        foreach (var delivery in await db.Deliveries.Where(d => d.MailingId == mailing.Id && d.Status == DeliveryStatus.Requested).OrderBy(d => d.Id).ToListAsync(ct))
        {
            delivery.Claim("demo", null, at.AddMinutes(5));
            delivery.MarkSent(at.AddSeconds(delivery.Id % 60), null, null);
        }

        await db.SaveChangesAsync(ct);
    }

    private static async Task<Digest?> MakeAsync(CommunityDbContext db, long groupId, DateOnly date, TimeZoneInfo zone, DateTime now, CancellationToken ct)
    {
        var window = DigestMaking.WindowOf(date, zone, now);
        var digest = new Digest { Kind = DigestKind.Daily, GroupId = groupId, Date = date, From = window.From, Until = window.Until, Title = "每日精华", Intro = "群里今天说得最好的几段。" };
        digest.AddItems(await DigestMaking.ProposeAsync(db, DigestKind.Daily, groupId, window, [], [], 5, ct));
        if (digest.Items.Count == 0)
        {
            return null;
        }

        db.Digests.Add(digest);
        await db.SaveChangesAsync(ct);
        return digest;
    }
}
