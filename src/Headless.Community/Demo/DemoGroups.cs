using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>What the demo community says about its groups beyond their members and messages.</summary>
internal static class DemoGroups
{
    /// <summary>
    /// A series of two groups, one of which has drifted; announcements in every state; welcome messages by reason and channel; and a
    /// VIP group that is kept small, with room for three more, which raises an alert.
    /// </summary>
    public static async Task DescribeAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var groups = await db.Groups.Include(g => g.Series).ToDictionaryAsync(g => g.ExternalId, ct);
        var lead = await db.Operators.FirstAsync(o => o.Role == OperatorRole.Lead, ct);
        var vip = groups["wecom-vip-01"];
        vip.Capacity = await db.Memberships.CountAsync(m => m.GroupId == vip.Id && m.LeftAt == null, ct) + 3;

        var (first, second) = (groups["wx-skincare-01"], groups["wx-skincare-02"]);
        first.Branding.Tagline = "每周四晚八点专场";
        second.Branding.Tagline = "老客户专享";
        foreach (var group in new[] { first, second })
        {
            (group.City, group.Topic, group.BusinessModel) = ("成都", "护肤交流", BusinessModel.Native);
            group.ValueOffers = [ValueOffer.MorningPaper, ValueOffer.ProductDiscounts];
            group.CheckBranding(group.Series);
            db.WelcomeMessages.AddRange(
                new WelcomeMessage { GroupId = group.Id, JoinReason = JoinReason.Referral, Text = "朋友介绍来的最亲！先看公告，再来打个招呼吧。", Position = 1 },
                new WelcomeMessage { GroupId = group.Id, JoinChannel = "poster", Text = "扫海报来的朋友，今晚的分享链接在公告里。", Position = 2 });
        }

        foreach (var group in groups.Values.Where(g => g.Status == GroupStatus.Active && g.Platform != Platform.Irc))
        {
            var rules = Announcement.Write(
                group.Id, AnnouncementKind.Rules, "本群只聊正事：不发广告，不私加好友，两次提醒后移出。", null, group.Platform is Platform.Wechat or Platform.Qq, lead.Id, now.AddDays(-50));
            rules.Publish(group, now.AddDays(-50));
            db.Announcements.Add(rules);
        }

        var flash = groups["dt-training-01"];
        var ended = Announcement.Write(first.Id, AnnouncementKind.Event, "本周四晚八点专场，清单见早报。", null, false, lead.Id, now.AddDays(-6));
        ended.Rewrite("本周四晚八点专场，七点五十先发红包。", 2, lead.Id, now.AddDays(-5));
        ended.Publish(first, now.AddDays(-5));
        ended.Retract(now.AddDays(-3));
        var next = Announcement.Write(first.Id, AnnouncementKind.Notice, "下周起早报改到八点半。", null, false, lead.Id, now.AddDays(-1));
        next.Schedule(now.AddDays(2), now);
        var countdown = Announcement.Write(flash.Id, AnnouncementKind.Countdown, "距离训练营结束", flash.ClosesAt, false, lead.Id, now.AddDays(-1));
        var draft = Announcement.Write(second.Id, AnnouncementKind.Event, "老带新活动（草稿）", null, false, lead.Id, now.AddDays(-1));
        db.Announcements.AddRange(ended, next, countdown, draft);
        await db.SaveChangesAsync(ct);
    }
}
