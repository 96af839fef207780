using Headless.Community.Data;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>Points and check-ins of the demo community: a programme with rules, what members earned by orders, and a week of check-ins.</summary>
internal static class DemoPoints
{
    private const int Orders = 60;
    private const int Regulars = 24;

    public static async Task AddAsync(CommunityDbContext db, TimeZoneInfo zone, DateTime now, CancellationToken ct)
    {
        var newest = await db.LastActivityIdAsync(ct);
        var points = new PointProgram { Name = "积分", Unit = "分", TimeZone = zone.Id, ExpiresAfterDays = 365 };
        var rule = new EarningRule { Program = points, Name = "每消费一元", ActivityKind = ActivityKind.OrderRecorded, Points = 1, PerAmount = 1, Currency = "CNY", AfterActivityId = newest };
        db.EarningRules.AddRange(
            rule,
            new EarningRule { Program = points, Name = "发言", ActivityKind = ActivityKind.MessageSent, Points = 1, DailyCap = 5, AfterActivityId = newest },
            new EarningRule { Program = points, Name = "填写问卷", ActivityKind = ActivityKind.SurveyAnswered, Points = 20, AfterActivityId = newest });
        var program = new CheckInProgram
        {
            Name = "每日签到", Mode = CheckInMode.Continuous, TimeZone = zone.Id, PointProgram = points, PointsPerDay = 2, MakeUpLimit = 2, MakeUpWithinDays = 7,
            Milestones = { new CheckInMilestone { Days = 3, Name = "连续三天", Points = 10 }, new CheckInMilestone { Days = 7, Name = "连续一周", Points = 30 } },
        };
        db.CheckInPrograms.Add(program);
        await db.SaveChangesAsync(ct);

        var orders = await db.Orders.Where(o => o.MemberId != null && o.Status == OrderStatus.Paid && o.Currency == rule.Currency).OrderByDescending(o => o.PaidAt).Take(Orders).ToListAsync(ct);
        foreach (var order in orders.OrderBy(o => o.PaidAt))
        {
            if (rule.PointsFor(order.Amount, order.Currency) is > 0 and var earned)
            {
                await PointLedger.PostAsync(db, points, new PointPosting(order.MemberId!.Value, PointEntryKind.Earned, earned, order.PaidAt)
                {
                    GroupId = order.GroupId, OrderId = order.Id, RuleId = rule.Id, ExpiresAt = points.ExpiryOf(order.PaidAt), Note = rule.Name,
                }, ct);
            }
        }

        var regulars = await db.Memberships.Where(m => m.LeftAt == null && m.AccountKind == AccountKind.Customer).OrderBy(m => m.Id).Select(m => m.MemberId).Take(Regulars).ToListAsync(ct);
        foreach (var (member, index) in regulars.Distinct().Select((m, i) => (m, i)))
        {
            for (var ago = 8; ago >= 1; ago--)
            {
                if ((index + ago) % 5 > 0 || index % 3 == 0)
                {
                    var at = now.AddDays(-ago);
                    await CheckInBook.EnterAsync(db, program, member, program.DayOf(at), at, isMakeUp: false, at, ct);
                    await db.SaveChangesAsync(ct);
                }
            }
        }
    }
}
