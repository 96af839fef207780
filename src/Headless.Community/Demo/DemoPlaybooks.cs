using Headless.Community.Data;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>Playbooks of the demo community, applied: a first week for newcomers and the days around the weekly campaign.</summary>
internal static class DemoPlaybooks
{
    public static async Task AddAsync(CommunityDbContext db, TimeZoneInfo zone, DateTime now, CancellationToken ct)
    {
        var staff = await db.Operators.OrderBy(o => o.Id).ToListAsync(ct);
        var groups = await db.Groups.OrderBy(g => g.Id).Take(3).ToListAsync(ct);
        var items = await db.ContentItems.Where(i => i.Status == ContentStatus.Published).OrderBy(i => i.Id).Take(2).ToListAsync(ct);
        var last = await db.LastActivityIdAsync(ct);
        var newcomers = New("新人七日", "让新人七天里开口一次、知道从哪里问。", PlaybookTarget.Join);
        newcomers.Steps.AddRange(
        [
            Step(0, "私聊欢迎，问一个问题", 0, null, PlaybookAudience.Member, TouchChannel.PrivateChat, null),
            Step(1, "发往期清单", 1, 10 * 60, PlaybookAudience.Member, TouchChannel.PrivateChat, items[0]),
            Step(2, "第七天回访：还缺什么", 7, 20 * 60, PlaybookAudience.Member, TouchChannel.PrivateChat, null),
        ]);
        var around = New("专场前后", "预告、当天提醒、第二天晒单。", PlaybookTarget.Campaign);
        around.Steps.AddRange(
        [
            Step(0, "群里预告", -1, 12 * 60, PlaybookAudience.Group, TouchChannel.Group, null),
            Step(1, "晒单接龙", 1, 10 * 60, PlaybookAudience.Group, TouchChannel.Group, items[^1]),
        ]);
        db.Playbooks.AddRange(newcomers, around);
        newcomers.Groups.AddRange(groups.Take(2).Select(group => new PlaybookGroup { Playbook = newcomers, GroupId = group.Id }));
        newcomers.Activate(newcomers.Steps.Count, last);
        around.Activate(around.Steps.Count, last);
        await db.SaveChangesAsync(ct);

        var campaign = await db.Campaigns.Include(c => c.Groups).Where(c => c.Status == CampaignStatus.Scheduled && c.StartsAt > now).OrderBy(c => c.StartsAt).FirstAsync(ct);
        foreach (var group in campaign.Groups.OrderBy(g => g.Id))
        {
            Begin(db, around, PlaybookRun.Begin(around, $"{around.Id}:campaign:{campaign.Id}:{group.Id}", group.Id, campaign.StartsAt!.Value, zone.Id, last, campaignId: campaign.Id), now);
        }

        var stays = await db.Memberships
            .Where(m => m.GroupId == groups[0].Id && m.LeftAt == null && m.JoinKnown && m.AccountKind == AccountKind.Customer)
            .OrderByDescending(m => m.JoinedAt).Take(4).ToListAsync(ct);
        foreach (var stay in stays)
        {
            // As the clock would have: from the joining on.
            Begin(db, newcomers, PlaybookRun.Begin(newcomers, $"{newcomers.Id}:stay:{stay.Id}", stay.GroupId, stay.JoinedAt, zone.Id, last, stay), stay.JoinedAt);
        }

        var late = db.PlaybookTasks.Local.Where(task => task.DueAt < now).OrderBy(task => task.DueAt).ToList();
        foreach (var (task, index) in late.Select((task, index) => (task, index)))
        {
            task.FallDue();
            if (index % 3 != 2)
            {
                task.Complete("已发，见聊天记录", staff[3].Id, task.DueAt.AddMinutes(25));
            }
            else if (task.OverdueAt < now)
            {
                task.FallOverdue();
            }
        }

        foreach (var run in db.PlaybookRuns.Local.Where(run => !run.Tasks.Exists(task => task.IsOpen)))
        {
            run.Complete(now);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>A reading list that was sent to a group's members one by one, most of it delivered, and a notice that waits for a connector.</summary>
    public static async Task SendAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var lead = await db.Operators.OrderBy(o => o.Id).FirstAsync(ct);
        var group = await db.Groups.Where(g => g.Platform == Platform.Qq || g.Platform == Platform.Wecom).OrderBy(g => g.Id).FirstAsync(ct);
        var item = await db.ContentItems.Where(i => i.Status == ContentStatus.Published).OrderBy(i => i.Id).FirstAsync(ct);
        var members = await MailingTarget.OfGroupAsync(db, group.Id, 60, ct);
        var limits = new ContactLimits(3, 7, now.AddDays(-30));
        var sentAt = now.AddDays(-3);
        var target = new MailingTarget(MailingAudience.GroupMembers, members, null, group.Id, null);
        var recipients = await target.SelectAsync(db, TouchChannel.PrivateChat, ContactPurpose.Service, null, limits, now, ct);
        var reading = new Mailing
        {
            Audience = target.Audience, Channel = TouchChannel.PrivateChat, Purpose = ContactPurpose.Service, ContentItemId = item.Id, GroupId = group.Id, SendAt = sentAt,
            RecipientCount = recipients.Count, UnreachableCount = recipients.Count(r => r.Reason is not null), RequestedById = lead.Id,
        };
        await db.AddMailingAsync(reading, recipients, sentAt, ct);
        foreach (var delivery in await db.Deliveries.Where(d => d.MailingId == reading.Id && d.Status == DeliveryStatus.Requested).OrderBy(d => d.Id).ToListAsync(ct))
        {
            delivery.Claim("demo", null, sentAt.AddMinutes(5));
            if (delivery.Id % 11 == 0)
            {
                delivery.Fail("The platform answered 500.");
            }
            else
            {
                delivery.MarkSent(sentAt.AddSeconds(delivery.Id % 120), null, null);
            }
        }

        var notice = new MailingTarget(MailingAudience.Groups, null, [group.Id], null, null);
        var groups = await notice.SelectAsync(db, TouchChannel.Group, ContactPurpose.Service, null, limits, now, ct);
        await db.AddMailingAsync(
            new Mailing
            {
                Audience = MailingAudience.Groups, Channel = TouchChannel.Group, Purpose = ContactPurpose.Service, Text = "明晚八点，嘉宾答疑，先把问题写在接龙里。", SendAt = now,
                RecipientCount = 1, RequestedById = lead.Id,
            },
            groups, now, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>What became of the reading list: everybody saw it, most opened it, some went on.</summary>
    public static async Task<IReadOnlyList<ActivityInput>> ReadersAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var sent = await db.Deliveries.AsNoTracking().Where(d => d.Status == DeliveryStatus.Sent && d.IdentityId != null && d.ContentItemId != null)
            .OrderBy(d => d.Id).Select(d => new { d.Identity!.Platform, d.Identity.ExternalId, d.ContentItemId, d.GroupId }).ToListAsync(ct);
        return
        [
            .. sent.SelectMany((to, index) => KindsOf(index).Select((kind, step) => new ActivityInput
            {
                Kind = kind, ExternalId = $"reader-{index}-{step}", OccurredAt = new DateTimeOffset(now.AddDays(-3).AddMinutes((index * 7) + step)), Group = new GroupReference(to.GroupId),
                Member = new IdentityReference(to.Platform, to.ExternalId), ContentItemId = to.ContentItemId, Text = kind == ActivityInputKind.ContentCommented ? "收藏了，周末试试" : null,
            })),
        ];
    }

    private static IEnumerable<ActivityInputKind> KindsOf(int index)
    {
        yield return ActivityInputKind.ContentExposed;
        if (index % 5 < 3)
        {
            yield return ActivityInputKind.ContentOpened;
            if (index % 2 == 0)
            {
                yield return ActivityInputKind.ContentCompleted;
            }

            if (index % 10 == 0)
            {
                yield return ActivityInputKind.ContentCommented;
            }

            if (index % 4 == 1)
            {
                yield return ActivityInputKind.ContentLiked;
            }
        }
    }

    private static void Begin(CommunityDbContext db, Playbook playbook, PlaybookRun run, DateTime seenAt)
    {
        if (PlaybookPlanning.Plan(run, playbook.Steps, seenAt) > 0)
        {
            db.PlaybookRuns.Add(run);
        }
    }

    private static Playbook New(string name, string description, PlaybookTarget target) =>
        new() { Name = name, Description = description, Target = target, StopFlags = Playbook.DefaultStops(target) };

    private static PlaybookStep Step(int position, string title, int day, int? minute, PlaybookAudience audience, TouchChannel channel, ContentItem? item) => new()
    {
        Position = position, Title = title, DayOffset = day, Minute = minute, Audience = audience, Channel = channel, ContentItemId = item?.Id,
    };
}
