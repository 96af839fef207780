using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>Rules of the demo community, what broke them, what came of it, and who is kept out.</summary>
internal static class DemoModeration
{
    private const string Offer = "拼团";

    /// <summary>Adds them to a community whose days have been reported. Its rules hold since its first day.</summary>
    public static async Task AddAsync(CommunityDbContext db, DateTime first, DateTime now, CancellationToken ct)
    {
        var staff = await db.Operators.OrderBy(row => row.Id).ToListAsync(ct);
        var groups = await db.Groups.OrderBy(row => row.Id).Take(6).ToListAsync(ct);
        var list = new SensitiveWordList { Name = "博彩与代购", Description = "护群用词", IgnoresSeparators = true };
        string[] words = ["赌博", "老虎机", "百家乐", "代购返利", "刷单", "casino"];
        list.Words.AddRange(words.Select(word => new SensitiveWord { Text = word, Folded = list.Fold(word) }));
        list.CountWords(words.Length);

        var rules = new RuleSet { Name = "通用群规", Description = "所有客户群" };
        var version = rules.Draft(
            "欢迎来到社群，请大家一起维护秩序。",
            [
                new Rule { Kind = RuleKind.Ad, Text = "禁止发广告和拉人拼团", Pattern = Offer },
                new Rule { Kind = RuleKind.SensitiveWord, Text = "禁止博彩、刷单", RuleWordLists = { new RuleWordList { SensitiveWordList = list } } },
                new Rule { Kind = RuleKind.Flood, Text = "禁止恶意刷屏", MaxMessages = 8, WithinSeconds = 10 },
                new Rule { Kind = RuleKind.ForbiddenContent, Text = "不发视频、外卖券、投票", ContentTypes = [MessageContentType.Video, MessageContentType.Vote, MessageContentType.Coupon] },
                new Rule { Kind = RuleKind.Abuse, Text = "禁止辱骂，立即移出", Severity = RuleSeverity.ImmediateRemoval },
                new Rule { Kind = RuleKind.HiddenSales, Text = "工作人员不私下加群友推销", WatchesStaff = true },
            ]);
        version.Publish(first, staff[0].Id);
        db.RuleSets.Add(rules);
        db.RuleSetAttachments.AddRange(groups.Select(group => new RuleSetAttachment { RuleSet = rules, Group = group, Since = first }));
        db.StrikePolicies.Add(new StrikePolicy
        {
            NoticeTemplate = "{member} 违反「{rule}」，处理：{penalty}", Steps = { new PenaltyStep { Strike = 1, Kind = PenaltyKind.Warn } },
        });
        db.Bans.Add(Ban.Issue(null, (Platform.Wechat, "wechat-spam-01"), null, "反复发广告", now.AddDays(-3), issuedById: staff[0].Id));
        await db.SaveChangesAsync(ct);

        var groupIds = groups.ConvertAll(group => group.Id);
        var messages = await db.Activities.AsNoTracking()
            .Where(row => row.Kind == ActivityKind.MessageSent && row.Text != null && row.Text.Contains(Offer) && !row.IsExcluded
                && row.GroupId != null && groupIds.Contains(row.GroupId.Value) && row.MemberId != null)
            .OrderByDescending(row => row.OccurredAt).ThenBy(row => row.Id)
            .Take(12)
            .ToListAsync(ct);
        foreach (var (message, place) in messages.Select((message, place) => (message, place)))
        {
            var violation = new Violation
            {
                GroupId = message.GroupId!.Value,
                MemberId = message.MemberId!.Value,
                MembershipId = message.MembershipId,
                Kind = RuleKind.Ad,
                RuleId = version.Rules[0].Id,
                RuleSetVersionId = version.Id,
                ActivityId = message.Id,
                OccurredAt = message.OccurredAt,
                SpanStart = message.Text!.IndexOf(Offer, StringComparison.Ordinal),
                SpanLength = Offer.Length,
                Matched = Offer,
                Evidence = message.Text,
                AssigneeId = place % 3 == 0 ? staff[3].Id : null,
            };
            db.Violations.Add(violation);
            await db.SaveChangesAsync(ct);
            var decidedAt = UtcDateTimeConverter.ToStored(Earlier(now, message.OccurredAt.AddHours(1 + (place % 4))));
            if (place is 5 or 6)
            {
                violation.Dismiss(decidedAt, staff[1].Id, "群友之间约拼单，不算广告");
            }
            else if (place > 6)
            {
                await db.ConfirmAsync(violation, staff[1].Id, "拉人拼团", decidedAt, ct);
                await db.SaveChangesAsync(ct);
                if (place == 8)
                {
                    violation.Appeal(now, "只是问一下，不是广告");
                }

                if (place == 10)
                {
                    violation.Appeal(decidedAt, "是在问群里的拼团活动");
                    await db.DecideAppealAsync(violation, isUpheld: false, staff[0].Id, isLead: true, "问的是我们自己的活动", Earlier(now, decidedAt.AddHours(5)), ct);
                }

                foreach (var penalty in db.Penalties.Local.Where(row => row.ViolationId == violation.Id && place % 2 == 1))
                {
                    penalty.Done(now, staff[^1].Id);
                }
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
