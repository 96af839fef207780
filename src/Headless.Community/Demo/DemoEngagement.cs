using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>Calls, wishes and feedback of the demo community: what its members are asked and what they say.</summary>
internal static class DemoEngagement
{
    private static readonly (string Category, string Product)[] s_wishes =
    [
        ("护肤", "敏感肌面霜 50 ml"), ("护肤", "防晒喷雾"), ("保健", "维生素C 大瓶装"), ("保健", "儿童钙片"), ("母婴", "纸尿裤 L 号"),
        ("食品", "无糖燕麦"), ("食品", "Cold brew, box of 12"), ("家居", "静音加湿器"),
    ];

    private static readonly (string Topic, string Text, FeedbackChannel Channel, FeedbackSentiment Sentiment)[] s_feedback =
    [
        ("配送", "比说的晚了两天，客服回得倒是快。", FeedbackChannel.Chat, FeedbackSentiment.Negative),
        ("价格", "群里的价格确实比门店好。", FeedbackChannel.Call, FeedbackSentiment.Positive),
        ("活动", "周四的时间对上班的人太早了。", FeedbackChannel.Interview, FeedbackSentiment.Neutral),
        ("包装", "The box was open when it came.", FeedbackChannel.Chat, FeedbackSentiment.Negative),
        ("钩子", "店主是为了进货价来的，为了答疑留下的。", FeedbackChannel.Visit, FeedbackSentiment.Positive),
    ];

    public static async Task AddAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var staff = await db.Operators.OrderBy(o => o.Id).ToListAsync(ct);
        var groups = await db.Groups.OrderBy(g => g.Id).Take(4).ToListAsync(ct);
        var campaign = await db.Campaigns.OrderByDescending(c => c.StartsAt).FirstAsync(ct);
        var group = groups[0].Id;
        var members = await db.Memberships
            .Where(m => m.GroupId == group && m.LeftAt == null && m.AccountKind == AccountKind.Customer)
            .OrderBy(m => m.Id).Select(m => m.Member).Take(40).ToListAsync(ct);
        AddCalls(db, staff, campaign, members, now);
        AddWishes(db, groups[0], campaign, members, now);
        AddFeedback(db, groups[0], staff[3], members, now);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A list in its first round: the first caller has done half of it.</summary>
    private static void AddCalls(CommunityDbContext db, List<Operator> staff, Campaign campaign, List<Member> members, DateTime now)
    {
        var list = new CallList { Name = "周四专场：电话邀请", Script = "您好，周四晚上有老客户专场，方便时来看看。您还想看到什么？", Campaign = campaign, CreatedBy = staff[1] };
        list.Rules.AddRange([new CallRule { OperatorId = staff[3].Id }, new CallRule { OperatorId = staff[4].Id }]);
        var partition = new CallPartition(list.Rules, new Dictionary<long, int>());
        foreach (var (member, index) in members.Select((m, i) => (m, i)))
        {
            var skipped = member.Phone is null;
            var entry = new CallEntry
            {
                CallList = list,
                MemberId = member.Id,
                Region = member.Region,
                OperatorId = skipped ? null : partition.Assign(member.Region),
                AddedBy = staff[1],
                Status = skipped ? CallStatus.Skipped : CallStatus.Pending,
                SkipReason = skipped ? CallSkipReason.NoPhone : null,
            };
            list.Entries.Add(entry);
            if (!skipped && index % 2 == 0)
            {
                var outcome = (index % 8) switch { 0 => CallStatus.Accepted, 2 => CallStatus.NoAnswer, 4 => CallStatus.Reached, _ => CallStatus.Refused };
                var called = now.AddHours(-2 - (index / 10.0));
                entry.Record(outcome, called, entry.OperatorId, note: null, nextCallAt: outcome == CallStatus.Reached ? now.AddDays(1) : null);
            }
        }

        db.CallLists.Add(list);
    }

    private static void AddWishes(CommunityDbContext db, Group group, Campaign campaign, List<Member> members, DateTime now)
    {
        foreach (var ((category, product), index) in s_wishes.Select((w, i) => (w, i)))
        {
            var voters = members.Skip(index).Take(1 + (index * 5 % 17)).ToList();
            var wish = new Wish { Category = category, Product = product, Member = voters[0], Group = group, VoteCount = voters.Count };
            wish.Votes.AddRange(voters.Select((v, i) => new WishVote { Wish = wish, MemberId = v.Id, VotedAt = now.AddHours(-30 + i) }));
            if (index == 1)
            {
                wish.Plan(now.AddHours(-1), campaign.Id);
            }

            db.Wishes.Add(wish);
        }
    }

    private static void AddFeedback(CommunityDbContext db, Group group, Operator assignee, List<Member> members, DateTime now)
    {
        foreach (var ((topic, text, channel, sentiment), index) in s_feedback.Select((f, i) => (f, i)))
        {
            var feedback = new Feedback
            {
                Topic = topic, Text = text, Channel = channel, Sentiment = sentiment, Member = members[index], Group = group, ReceivedAt = now.AddDays(-index).AddHours(-3),
            };
            if (index is 1 or 3)
            {
                feedback.Triage(assignee.Id);
            }

            if (index == 3)
            {
                feedback.Resolve(now.AddDays(-2), "补发一件，并换了包装供应商。");
            }

            db.Feedback.Add(feedback);
        }
    }
}
