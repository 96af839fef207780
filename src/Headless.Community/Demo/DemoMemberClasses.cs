using Headless.Community.Data;
using Headless.Community.MemberClasses;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>How the demo community classifies its members, and what it does for each class.</summary>
internal static class DemoMemberClasses
{
    public static async Task AddAsync(CommunityDbContext db, TimeZoneInfo zone, DateTime now, CancellationToken ct)
    {
        var need = new Tag { Name = "需求明确 Clear need", Colour = "#13C2C2" };
        var rules = new MemberClassRules();
        db.AddRange(need, rules);
        db.ClassStrategies.AddRange(ClassStrategy.OfTheArticle());
        await db.SaveChangesAsync(ct);

        // The community is sixty days old: two months in a row are as loyal as anybody can be, and one without an order is a gap.
        rules.Set(loyalMonths: 2, needGapMonths: 1, need.Id, bargainCeiling: 80, "CNY", observationDays: 14);
        var buyers = await db.Orders.Where(order => order.MemberId != null).OrderBy(order => order.Id).Select(order => order.MemberId!.Value).Distinct().ToListAsync(ct);
        db.MemberTags.AddRange(buyers.Order().Where((_, index) => index % 7 == 0)
            .Select(id => new MemberTag { MemberId = id, TagId = need.Id, Source = TagSource.Manual, AddedAt = now }));
        await db.SaveChangesAsync(ct);

        DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone));
        await new MemberClassification(db, DayOf, now).RefreshAsync(rules, await db.Members.OrderBy(member => member.Id).Select(member => member.Id).ToListAsync(ct), ct);
    }
}
