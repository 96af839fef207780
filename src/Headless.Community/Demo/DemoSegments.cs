using Headless.Community.Data;
using Headless.Community.Segments;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>The demo community's segments, the tag that a rule gives, and the tags of its groups.</summary>
internal static class DemoSegments
{
    public static async Task DescribeAsync(CommunityDbContext db, ConditionTime time, CancellationToken ct)
    {
        Segment[] segments =
        [
            new()
            {
                Name = "四川近期活跃 Active in Sichuan",
                Description = "线下活动的邀请名单",
                Condition = new AllOf([new RegionCondition { In = ["四川"] }, new LastActiveCondition { Within = RelativeTime.TryParse("P30D") }]),
            },
            new()
            {
                Name = "只看不买 Engaged, never bought",
                Description = "常说话，没下过单",
                Condition = new AllOf([new MessagesCondition { LastDays = 30, Count = new CountRange(10, null) }, new NoneOf([new PurchaseCondition()])]),
            },
        ];
        var important = new Tag { Name = "重点群 Key group", Colour = "#F5222D" };
        var toConvert = new Tag { Name = "待转化 To convert", Colour = "#FA8C16" };
        db.AddRange(segments);
        db.AddRange(important, toConvert);
        await db.SaveChangesAsync(ct);

        db.TagRules.Add(new TagRule { TagId = toConvert.Id, SegmentId = segments[1].Id, RemoveWhenEnds = true });
        foreach (var id in await db.Groups.OrderBy(group => group.Id).Select(group => group.Id).Take(3).ToListAsync(ct))
        {
            db.ItemTags.Add(new ItemTag { TagId = important.Id, GroupId = id, AddedAt = time.Now });
        }

        await db.SaveChangesAsync(ct);
        foreach (var segment in segments)
        {
            await new SegmentRefresh(db, time).RefreshAllAsync(segment, ct);
        }
    }
}
