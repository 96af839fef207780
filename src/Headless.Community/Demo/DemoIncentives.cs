using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>Coupons, a budget with a red packet, and gifts of the demo community.</summary>
internal static class DemoIncentives
{
    public static async Task AddAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var group = await db.Groups.OrderBy(g => g.Id).FirstAsync(ct);
        var members = await db.Memberships.Where(m => m.GroupId == group.Id && m.LeftAt == null && m.AccountKind == AccountKind.Customer)
            .OrderBy(m => m.Id).Select(m => m.MemberId).Take(12).ToListAsync(ct);
        CouponTemplate[] templates =
        [
            new() { Name = "新人立减五元", Kind = DiscountKind.Amount, Amount = 5, Currency = "CNY", PerMemberLimit = 1, ValidDays = 30 },
            new() { Name = "周四专场满百减二十", Kind = DiscountKind.Threshold, Amount = 20, MinimumAmount = 100, Currency = "CNY", TotalLimit = 200, PerMemberLimit = 2, EndsAt = now.AddDays(10) },
            new() { Name = "会员九折", Kind = DiscountKind.Percentage, Percent = 10, ValidDays = 90 },
        ];
        db.CouponTemplates.AddRange(templates);
        var budget = new IncentiveBudget
        {
            Name = "本月社群红包", Amount = 500, Currency = "CNY", AllowedReasons = [IncentiveReason.Result, IncentiveReason.Preheat, IncentiveReason.Festival, IncentiveReason.Compensation],
        };
        db.IncentiveBudgets.Add(budget);
        await db.SaveChangesAsync(ct);
        foreach (var (member, index) in members.Select((m, i) => (m, i)))
        {
            await CouponBook.IssueAsync(db, templates[index % templates.Length], member, null, now, ct);
        }

        await db.SaveChangesAsync(ct);
        await budget.ReserveAsync(db, 20, "CNY", IncentiveReason.Preheat, now, ct);
        var drop = new RedPacketDrop
        {
            BudgetId = budget.Id, GroupId = group.Id, Title = "周四晚八点专场", Reason = IncentiveReason.Preheat, Amount = 20, Currency = "CNY", PartCount = 8,
            Split = RedPacketSplit.Random, Seed = 20_261_122, ExpiresAt = now.AddHours(20), ClaimedCount = Math.Min(5, members.Count),
            ClaimedAmount = RedPacketParts.Share(20, "CNY", 8, RedPacketSplit.Random, 20_261_122).Take(Math.Min(5, members.Count)).Sum(),
        };
        drop.Parts.AddRange(RedPacketParts.Share(drop.Amount, drop.Currency, drop.PartCount, drop.Split, drop.Seed).Select((amount, number) => new RedPacketPart
        {
            Drop = drop, Number = number, Amount = amount, MemberId = number < drop.ClaimedCount ? members[number] : null, ClaimedAt = number < drop.ClaimedCount ? now.AddMinutes(number) : null,
        }));
        db.RedPacketDrops.Add(drop);
        await db.SaveChangesAsync(ct);
        await IncentiveBudget.SettleAsync(db, budget.Id, drop.ClaimedAmount, 0, ct);
        await budget.SpendAsync(db, 36, "CNY", IncentiveReason.Compensation, now, ct);
        db.Gifts.Add(new Gift
        {
            MemberId = members[0], GroupId = group.Id, BudgetId = budget.Id, Name = "小样三件套", Cost = 36, Currency = "CNY", Reason = IncentiveReason.Compensation, SentAt = now.AddDays(-1), Note = "瓶子破损",
        });
        await db.SaveChangesAsync(ct);
    }
}
