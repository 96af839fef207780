using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>A campaign of the demo community that takes place every week, with its notices, its checklist and an offer.</summary>
internal static class DemoCampaigns
{
    public static async Task AddAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var groups = await db.Groups.OrderBy(g => g.Id).Take(2).ToListAsync(ct);
        var staff = await db.Operators.OrderBy(o => o.Id).ToListAsync(ct);
        var campaign = new Campaign { Name = "每周四 VIP 专场", Goal = CampaignGoal.Convert, Kind = CampaignKind.FlashSale, Hook = "比官网低的专享链接" };
        campaign.Groups.AddRange(groups);
        var thursday = DateOnly.FromDateTime(now).AddDays(2 + (((int)DayOfWeek.Thursday - (int)now.AddDays(2).DayOfWeek + 7) % 7));
        var plan = new CampaignPlan
        {
            Campaign = campaign, Rule = "FREQ=WEEKLY;BYDAY=TH;COUNT=4", FirstOn = thursday, StartMinute = 20 * 60, DurationInMinutes = 120,
            CountdownFromMinutes = 60, CountdownEveryMinutes = 20, CountdownText = "VIP 专场倒计时",
        };
        plan.Steps.AddRange(
        [
            new CampaignStep { Kind = CampaignStepKind.Notice, DaysBefore = 1, Minute = 12 * 60, Text = "明晚八点，VIP 专场，链接只在群里。" },
            new CampaignStep { Kind = CampaignStepKind.RedPacket, DaysBefore = 0, Minute = (19 * 60) + 50, Text = "小红包：封面写「八点见」" },
            new CampaignStep { Kind = CampaignStepKind.Teaser, DaysBefore = 0, Minute = 10 * 60, Text = "晒三张清单截图，价格打码" },
        ]);
        var occurrences = CampaignPlanning.Expand(campaign, plan, now);
        campaign.Reschedule(occurrences[0].StartsAt, occurrences[^1].EndsAt);
        campaign.Schedule(now);
        db.Campaigns.Add(campaign);
        db.CampaignPlans.Add(plan);
        db.CampaignOccurrences.AddRange(occurrences);
        foreach (var kind in Enum.GetValues<LaunchCheckKind>().Where(kind => kind != LaunchCheckKind.Custom))
        {
            var check = new LaunchCheck { Campaign = campaign, Kind = kind };
            if (kind != LaunchCheckKind.DryRun)
            {
                check.Respond(LaunchAnswer.Yes, null, staff[3].Id, now.AddHours(-3));
            }

            db.LaunchChecks.Add(check);
        }

        AddOffer(db, campaign);
        await db.SaveChangesAsync(ct);
        await AddLessonsAsync(db, groups[0].Id, now, ct);
    }

    /// <summary>What was tried in a campaign that is over, and what was learnt from it.</summary>
    private static async Task AddLessonsAsync(CommunityDbContext db, long groupId, DateTime now, CancellationToken ct)
    {
        var campaign = await db.Campaigns.Where(c => c.Status == CampaignStatus.Reviewed && c.StartsAt != null).OrderBy(c => c.Id).FirstOrDefaultAsync(ct);
        if (campaign is null)
        {
            return;
        }

        CampaignVariant[] variants =
        [
            new() { CampaignId = campaign.Id, Name = "一句话", Text = "八点，只在群里。", Position = 0 },
            new() { CampaignId = campaign.Id, Name = "红底海报", Text = "大字价格，红底，二维码在右下角。", Position = 1 },
        ];
        db.CampaignVariants.AddRange(variants);
        await db.SaveChangesAsync(ct);
        var members = await db.Memberships.Where(m => m.GroupId == groupId && m.AccountKind == AccountKind.Customer).OrderBy(m => m.Id).Select(m => m.MemberId).Distinct().Take(40).ToListAsync(ct);
        db.VariantAssignments.AddRange(members.Select(id => new VariantAssignment { CampaignId = campaign.Id, VariantId = CampaignVariant.Of(variants, id).Id, MemberId = id, AssignedAt = campaign.StartsAt!.Value }));
        var orders = await db.Orders.Where(o => o.CampaignId == campaign.Id && o.Status == OrderStatus.Paid).ToListAsync(ct);
        var figures = new CampaignFigures(
            1, members.Count, 0, 0, orders.Count, orders.Select(o => o.MemberId).OfType<long>().Distinct().Count(),
            [.. orders.GroupBy(o => o.Currency).Select(g => new CampaignAmount(g.Sum(o => o.Amount - o.RefundedAmount), g.Key))], [], 0);
        var review = new CampaignReview
        {
            CampaignId = campaign.Id, WentWell = "清单提前一天发，倒计时带来一波下单。", Defects = "页面在手机上错位；价格登录后才可见，登录后回到首页。",
            Figures = System.Text.Json.JsonSerializer.Serialize(figures), FiguresAt = campaign.EndsAt ?? now,
        };
        review.Actions.Add(new CampaignReviewAction { Review = review, Position = 0, Text = "页面适配手机，开场前演练一次", DueOn = DateOnly.FromDateTime(now).AddDays(7) });
        review.Actions.Add(new CampaignReviewAction { Review = review, Position = 1, Text = "登录后回到商品页" });
        db.CampaignReviews.Add(review);
        await db.SaveChangesAsync(ct);
    }

    private static void AddOffer(CommunityDbContext db, Campaign campaign)
    {
        var offer = new Offer
        {
            Campaign = campaign, Name = "VIP 专享", Currency = "CNY", Url = "https://shop.example.org/vip", Audience = "VIP 群成员",
            Promises = OfferPromises.FreeShipping | OfferPromises.SevenDayReturn | OfferPromises.Genuine,
        };
        offer.SetLossCap(500);
        Add("修护精华 30 ml", OfferItemRole.Hero, 399, 299, 329, 180, 60, 80, 0);
        Add("补水面膜 10 片", OfferItemRole.Volume, 89, 39, 49, 41, 300, 400, 6);
        Add("去年的防晒", OfferItemRole.Clearance, 120, 36, null, 30, 40, 12, 9);
        db.Offers.Add(offer);

        void Add(string product, OfferItemRole role, decimal listPrice, decimal price, decimal? site, decimal cost, int expected, int stock, int held)
        {
            var item = new OfferItem { Offer = offer, Product = product, Role = role, ExpectedUnits = expected, Stock = stock, LowStockAt = 5, Reserved = held, IsLow = stock - held <= 5 };
            item.SetPrices(listPrice, price, site, cost);
            offer.Items.Add(item);
            if (held > 0)
            {
                db.StockReservations.Add(new StockReservation { OfferItem = item, Reference = $"demo-{role}", Quantity = held });
            }
        }
    }
}
