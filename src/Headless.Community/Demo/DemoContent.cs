using Headless.Community.Data;
using Headless.Community.Search;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>The content library of the demo community at work: texts with their versions, commissions, titles, uses and cadences.</summary>
internal static class DemoContent
{
    private static readonly (string Text, TitleKind Kind, ContentCategory? Category, string[] Keywords)[] s_titles =
    [
        ("换季脸干起皮怎么办", TitleKind.LongTail, ContentCategory.Activate, ["换季", "起皮", "敏感肌"]),
        ("油皮夏天用什么防晒不闷", TitleKind.LongTail, ContentCategory.Convert, ["油皮", "防晒"]),
        ("药店会员日怎么做才有人来", TitleKind.Demand, ContentCategory.Brand, ["药店", "会员日"]),
        ("震惊！这样护肤等于白护", TitleKind.Demand, ContentCategory.Activate, ["护肤"]),
        ("How to stack coupons without a headache", TitleKind.LongTail, ContentCategory.Convert, ["coupons", "saving"]),
    ];

    public static async Task AddAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var staff = await db.Operators.OrderBy(o => o.Id).ToListAsync(ct);
        var items = await db.ContentItems.OrderBy(i => i.Id).ToListAsync(ct);
        foreach (var item in items)
        {
            item.Rewrite(item.Title, item.Body, item.AuthorId, now.AddDays(-40));
        }

        items[0].Rewrite(items[0].Title, $"{items[0].Title}\n\n第一，洁面过度。第二，不防晒。第三，频繁换面霜。\n正文示例。Sample text of the demo community.", staff[1].Id, now.AddDays(-2));
        items.AddRange(Unfinished(staff, now));
        db.ContentItems.AddRange(items.Where(i => i.Id == 0));
        AddCadences(db);
        var groups = await db.Groups.OrderBy(g => g.Id).Take(4).ToListAsync(ct);
        AddUses(db, [.. items.Where(i => i.Status == ContentStatus.Published)], groups, staff[3], now);
        var titles = s_titles.Select(t => NewTitle(t.Text, t.Kind, t.Category, t.Keywords)).ToList();
        db.TitleTemplates.AddRange(titles);
        items.ForEach(i => i.IndexVersion = SearchTokens.Version);
        await db.SaveChangesAsync(ct);
        foreach (var item in items)
        {
            await SearchIndex.PutAsync(db, SearchScope.ContentItem, item.Id, item.Tokens(), ct);
        }

        foreach (var title in titles)
        {
            await SearchIndex.PutAsync(db, SearchScope.TitleTemplate, title.Id, title.Tokens(), ct);
        }
    }

    private static TitleTemplate NewTitle(string text, TitleKind kind, ContentCategory? category, string[] keywords)
    {
        var title = new TitleTemplate { Text = text, Kind = kind, Category = category };
        title.SetKeywords(keywords);
        return title;
    }

    /// <summary>One of each source that is on its way.</summary>
    private static IEnumerable<ContentItem> Unfinished(List<Operator> staff, DateTime now)
    {
        var original = new ContentItem { Title = "敏感肌的一周", Status = ContentStatus.Topic, Topic = "护肤", Audience = "敏感肌", AuthorId = staff[2].Id };
        original.Advance();
        original.Outline = "一、周一到周三只做减法\n二、周四补水\n三、周末复盘";
        original.Advance();
        yield return original;

        var solicited = new ContentItem
        {
            Title = "店主的故事：我为什么留在群里", Kind = ContentKind.UserStory, Category = ContentCategory.Brand, Source = ContentSource.Solicited, Status = ContentStatus.Brief,
            Brief = "八百字，讲一件真事：第一次进群、第一次下单、第一次帮别人。", AuthorId = staff[1].Id,
        };
        solicited.Invite(null, "王店主", now.AddDays(5), now);
        yield return solicited;

        yield return new ContentItem
        {
            Title = "转载：三种防晒剂怎么选", Body = "物理防晒、化学防晒、混合防晒各有所长。", Source = ContentSource.Repost, Topic = "防晒",
            OriginUrl = "https://example.org/sunscreen", Permission = "CC BY 4.0", AuthorId = staff[1].Id,
        };
    }

    /// <summary>BRAND has none: nobody has said what LOW means.</summary>
    private static void AddCadences(CommunityDbContext db)
    {
        var activate = new CadenceRule { Category = ContentCategory.Activate };
        activate.Set(2, 5);
        var convert = new CadenceRule { Category = ContentCategory.Convert };
        convert.Set(1, 2);
        db.CadenceRules.AddRange(activate, convert);
    }

    private static void AddUses(CommunityDbContext db, List<ContentItem> published, List<Group> groups, Operator reporter, DateTime now)
    {
        foreach (var (item, index) in published.Select((item, index) => (item, index)))
        {
            var last = now;
            var count = 0;
            foreach (var (group, place) in groups.Select((group, place) => (group, place)).Where(g => (g.place + index) % 3 != 0))
            {
                var at = now.AddDays(-1 - ((index + place) * 3 % 20)).AddMinutes(-17 * place);
                db.ContentUses.Add(new ContentUse { ContentItem = item, Group = group, Category = item.Category, UsedAt = at, ReportedById = reporter.Id });
                (last, count) = (count == 0 || at > last ? at : last, count + 1);
            }

            db.Entry(item).Property(i => i.UsageCount).CurrentValue = count;
            db.Entry(item).Property(i => i.LastUsedAt).CurrentValue = count == 0 ? null : last;
        }
    }
}
