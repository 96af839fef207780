using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>The page of the weekly event of the demo community, with the links to it and a week of views.</summary>
internal static class DemoTracking
{
    private static readonly (long Views, long Visitors)[] s_days = [(41, 29), (38, 27), (52, 35), (47, 33), (66, 48), (123, 81), (318, 176)];

    public static async Task AddAsync(CommunityDbContext db, TimeZoneInfo zone, DateTime now, CancellationToken ct)
    {
        var campaign = await db.Campaigns.Where(c => c.Kind == CampaignKind.FlashSale).OrderBy(c => c.Id).FirstAsync(ct);
        var groups = await db.Groups.OrderBy(g => g.Id).Take(2).ToListAsync(ct);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(now, DateTimeKind.Utc), zone));
        var page = new TrackedPage
        {
            Name = "VIP 专场落地页", Url = "https://shop.example/vip-thursday", CampaignId = campaign.Id, ViewCount = s_days.Sum(d => d.Views), VisitorCount = s_days.Sum(d => d.Visitors),
        };

        // Two thirds of the clicks come from the first group's announcement, the others from the second one's.
        TrackedLink[] links =
        [
            new() { Page = page, Code = "vipthursday1", Name = "群公告", GroupId = groups[0].Id, ClickCount = s_days.Sum(d => d.Views * 2 / 3), VisitorCount = s_days.Sum(d => d.Visitors * 2 / 3) },
            new()
            {
                Page = page, Code = "vipthursday2", Name = "公众号菜单", Keyword = "专场", GroupId = groups[1].Id, ClickCount = s_days.Sum(d => d.Views - (d.Views * 2 / 3)),
                VisitorCount = s_days.Sum(d => d.Visitors - (d.Visitors * 2 / 3)),
            },
        ];
        db.TrackedLinks.AddRange(links);
        await db.SaveChangesAsync(ct);
        for (var index = 0; index < s_days.Length; index++)
        {
            var (day, (views, visitors)) = (today.AddDays(index + 1 - s_days.Length), s_days[index]);
            db.PageDays.AddRange(
                new PageDay { PageId = page.Id, Day = day, Views = views, Visitors = visitors },
                new PageDay { PageId = page.Id, LinkId = links[0].Id, Day = day, Views = views * 2 / 3, Visitors = visitors * 2 / 3 },
                new PageDay { PageId = page.Id, LinkId = links[1].Id, Day = day, Views = views - (views * 2 / 3), Visitors = visitors - (visitors * 2 / 3) });
        }

        await db.SaveChangesAsync(ct);
    }
}
