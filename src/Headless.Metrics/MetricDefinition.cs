using System.Collections.Frozen;

namespace Headless.Metrics;

/// <summary>What a metric is, as the API shows it: the formula in words, and what to be careful about.</summary>
/// <param name="Key">The metric.</param>
/// <param name="Version">Raised whenever the same activities would give another figure.</param>
/// <param name="Name">The name, with the Chinese one of the field.</param>
/// <param name="Stage">The stage of the funnel.</param>
/// <param name="Unit">What the value counts.</param>
/// <param name="Formula">Numerator ÷ denominator.</param>
/// <param name="Caveats">What a reader should know before acting on it.</param>
/// <param name="Source">The rows of the domain document that it answers.</param>
public sealed record MetricDefinition(
    MetricKey Key,
    int Version,
    string Name,
    MetricStage Stage,
    MetricUnit Unit,
    string Formula,
    string Caveats,
    string Source)
{
    private const string CountedAccounts =
        "Only customers' accounts count: staff, service, vest, atmosphere and bot accounts are left out and their number is given as excludedAccounts.";

    private const string OncePerGroup = "Over several groups a person counts once in each group.";

    private const string Reported =
        "Null with DELIVERY_NOT_TRACKED where no delivery, or no opening, was reported, never 0. A person counts once for each content item, however often they open it, for the day of the first time, and what they do later still counts for that day: the figures of the last days grow. Accounts of staff are left out. In a group counts what first happened in it. Not known by campaign or channel.";

    private const string Standing = "An order stands while it is neither refunded nor cancelled.";

    private const string KnownBuyers = "Orders whose buyer nobody knows are left out.";

    private const string OneCurrency = "Currencies are never added: null with MIXED_CURRENCIES where there are several and none is asked for.";

    private const string Costs =
        "Costs are those entered by kind (RED_PACKET, GIFT, AD, DISCOUNT, STAFF, OTHER) on the day they were spent, and those of channels, which are AD, spread over their days; costs names each kind that is in it. Of a group: those entered for it. Of a channel: its own. Of a campaign: both that name it. What is of no group, and channels, are for those who see the whole organisation. What nobody entered is not in it, red packets and gifts that were given out here neither: null with COST_NOT_TRACKED where nothing was. Currencies are never added.";

    /// <summary>All definitions, in the order in which the API lists them.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } =
    [
        new(MetricKey.MemberCount, 1, "Members 成员数", MetricStage.Acquisition, MetricUnit.Count,
            "members at the end of the window",
            $"{CountedAccounts} {OncePerGroup} Somebody who was first noticed speaking is a member from that moment.", "A-050"),
        new(MetricKey.JoinCount, 1, "Joins 入群人次", MetricStage.Acquisition, MetricUnit.Count,
            "joins in the window",
            $"{CountedAccounts} A return counts again. Somebody who was first noticed speaking has no known join and is not counted.", "A-236"),
        new(MetricKey.LeaveCount, 1, "Leaves 退群人次", MetricStage.Retention, MetricUnit.Count,
            "leaves in the window", $"{CountedAccounts} Somebody who leaves twice counts twice; LEAVE_RATE counts people.", "A-236"),
        new(MetricKey.LeaveRate, 1, "Leave rate 退群率", MetricStage.Retention, MetricUnit.Ratio,
            "distinct leavers in the window ÷ (members at its start + distinct people who came in it)",
            $"{CountedAccounts} The denominator is EXPOSED by default; START and AVERAGE can exceed 1 when people come and go inside the window.", "A-220, A.12 #5"),
        new(MetricKey.MessageCount, 1, "Messages 消息总量", MetricStage.Activation, MetricUnit.Count,
            "messages in the window", $"{CountedAccounts} Commands, repeats and emoji count; EFFECTIVE_MESSAGE_COUNT leaves them out.", "A-222"),
        new(MetricKey.EffectiveMessageCount, 1, "Effective messages 有效消息量", MetricStage.Activation, MetricUnit.Count,
            "effective messages in the window",
            $"{CountedAccounts} Effective: not a command, not only emoji or punctuation, not a repeat of the sender's previous message, and at least two letters or one CJK character.", "A-221, A.12 #6"),
        new(MetricKey.MessagesPerMember, 1, "Messages per member 人均消息量", MetricStage.Activation, MetricUnit.PerMember,
            "messages in the window ÷ (members at its start + distinct people who came in it)", CountedAccounts, "A-223"),
        new(MetricKey.MessagesPerActiveMember, 1, "Messages per active member", MetricStage.Activation, MetricUnit.PerMember,
            "effective messages in the window ÷ distinct members who sent one",
            $"{CountedAccounts} A few voices can carry it: read it with ACTIVE_MEMBER_RATE.", "A-223"),
        new(MetricKey.ActiveMemberCount, 1, "Active members 活跃成员数", MetricStage.Activation, MetricUnit.Count,
            "distinct members with at least one effective message in the window", $"{CountedAccounts} {OncePerGroup}", "A-221"),
        new(MetricKey.ActiveMemberRate, 1, "Active member rate", MetricStage.Activation, MetricUnit.Ratio,
            "distinct members with at least one effective message in the window ÷ (members at its start + distinct people who came in it)",
            $"{CountedAccounts} {OncePerGroup} It grows with the length of the window: compare windows of the same length.", "A-221"),
        new(MetricKey.InteractionRate, 1, "Interaction rate 互动率", MetricStage.Activation, MetricUnit.Ratio,
            "for a day: members with at least one effective message ÷ members who were in the group at any time of the day; over several days, the mean of the days",
            $"{CountedAccounts} Days without a member are left out of the mean. numerator and denominator are the sums over the days, so their quotient is near the value, not equal to it.", "A-221, A.12 #6"),
        new(MetricKey.JoinRate, 1, "Join rate 入群率", MetricStage.Acquisition, MetricUnit.Ratio,
            "joins in the window that came through channels of which exposures were reported ÷ those exposures",
            $"{CountedAccounts} Null with EXPOSURE_NOT_TRACKED where nobody reported an exposure, never 0. An exposure counts for the group that its code led to when it was reported; those of a channel as a whole count for no group. Who was shown a code before the window may join in it, so it can exceed 1.", "A-219, A.12 #5"),
        new(MetricKey.RetentionRate, 1, "Retention rate 留存率", MetricStage.Retention, MetricUnit.Ratio,
            "of the distinct people who joined in the window, those who were members horizonDays after their joining ÷ those of whom that time has passed",
            $"{CountedAccounts} {OncePerGroup} The same people above and below: it cannot exceed 1. Who left and came back is a member. Null with IMMATURE while the time has passed of nobody. Joins that nobody saw belong to no cohort; retentionCohorts has the table and the share still active.", "A-224, A.12 #4"),
        new(MetricKey.NewcomerActivationRate, 1, "Newcomers who speak 新人破冰率", MetricStage.Activation, MetricUnit.Ratio,
            "of the distinct people who joined in the window, those with an effective message on the day of their joining or one of the six after it ÷ those of whom these days have passed",
            $"{CountedAccounts} {OncePerGroup} Null with IMMATURE while the week is over for nobody. Joins that nobody saw belong to nobody's week. Known by the days of the reporting time zone alone.", "A-057"),
        new(MetricKey.OpenRate, 1, "Open rate 打开率", MetricStage.Activation, MetricUnit.Ratio,
            "distinct people who opened what was delivered or shown to them in the window ÷ distinct people to whom it was delivered or shown in it", Reported, "A.12 #8"),
        new(MetricKey.CompletionRate, 1, "Completion rate 完播率", MetricStage.Activation, MetricUnit.Ratio,
            "distinct people who read or watched to the end what they first opened in the window ÷ distinct people who first opened in it", Reported, "A.12 #8"),
        new(MetricKey.CommentRate, 1, "Comment rate 评论率", MetricStage.Activation, MetricUnit.Ratio,
            "distinct people who commented on what they first opened in the window ÷ distinct people who first opened in it", Reported, "A.12 #8"),
        new(MetricKey.LikeRate, 1, "Like rate 点赞率", MetricStage.Activation, MetricUnit.Ratio,
            "distinct people who liked what they first opened in the window ÷ distinct people who first opened in it", Reported, "A.12 #8"),
        new(MetricKey.OrderCount, 1, "Orders 订单数", MetricStage.Revenue, MetricUnit.Count,
            "orders paid in the window that stand", Standing, "A-212"),
        new(MetricKey.BuyerCount, 1, "Buyers 购买人数", MetricStage.Revenue, MetricUnit.Count,
            "distinct people with an order paid in the window that stands", $"{Standing} {KnownBuyers} Over several groups a buyer counts once.", "A-226"),
        new(MetricKey.Revenue, 2, "Net revenue 销售额", MetricStage.Revenue, MetricUnit.Money,
            "the sum of the orders paid in the window that stand, less what went back in part", $"{Standing} {OneCurrency} A refund, also of a part, lowers the window in which the order was paid.", "A-226, A.12 #3"),
        new(MetricKey.GrossRevenue, 1, "Gross revenue 总销售额", MetricStage.Revenue, MetricUnit.Money,
            "the sum of the orders paid in the window, refunded ones included", $"Cancelled orders are left out. {OneCurrency}", "A.12 #3"),
        new(MetricKey.OrdersPerMember, 1, "Orders per member (the article's 转化率)", MetricStage.Revenue, MetricUnit.PerMember,
            "orders paid in the window that stand ÷ distinct people who were members at any time of it",
            $"{Standing} {CountedAccounts} It counts orders, not people, so it can exceed 1: the share of members who bought is BUYER_CONVERSION_RATE. Orders of no group count for the organisation only.", "A-225, A.12 #2"),
        new(MetricKey.BuyerConversionRate, 1, "Buyer conversion rate 购买转化率", MetricStage.Revenue, MetricUnit.Ratio,
            "distinct members who bought in the window ÷ distinct people who were members at any time of it",
            $"{Standing} {CountedAccounts} Who bought without being a member is left out, so it cannot exceed 1. Of a group: orders that are put down to it.", "A-225, A.12 #2"),
        new(MetricKey.RevenuePerBuyer, 2, "Revenue per buyer 客单价", MetricStage.Revenue, MetricUnit.Money,
            "net revenue of known buyers ÷ distinct buyers", $"{Standing} {KnownBuyers} {OneCurrency} Not the value of an order: that is AVERAGE_ORDER_VALUE.", "A-226, A.12 #3"),
        new(MetricKey.AverageOrderValue, 2, "Average order value 订单均价", MetricStage.Revenue, MetricUnit.Money,
            "net revenue ÷ orders that stand", $"{Standing} {OneCurrency}", "A-227, A.12 #3"),
        new(MetricKey.RepurchaseRate, 1, "Repurchase rate 复购率", MetricStage.Revenue, MetricUnit.Ratio,
            "distinct buyers with two orders or more in the window ÷ distinct buyers",
            $"{Standing} {KnownBuyers} It grows with the length of the window: compare windows of the same length. The article counts times and calls it a rate: that is REPURCHASE_FREQUENCY.", "A-230, A.12 #7"),
        new(MetricKey.RepurchaseFrequency, 1, "Repurchase frequency 复购频次", MetricStage.Revenue, MetricUnit.PerMember,
            "orders of known buyers ÷ distinct buyers", $"{Standing} {KnownBuyers} 1 means that nobody came back.", "A-230, A.12 #7"),
        new(MetricKey.Roi, 3, "Return on investment ROI", MetricStage.Revenue, MetricUnit.Quotient,
            "(net revenue − cost) ÷ cost", $"{Costs} Worth growing above 0, while margin is not taken into account. The article divides cost by sales and says \"above 1, invest more\": that is the wrong way round; its number is COST_TO_SALES, where lower is better.", "A-228, A.12 #1"),
        new(MetricKey.Roas, 3, "Return on spend ROAS", MetricStage.Revenue, MetricUnit.Quotient,
            "net revenue ÷ cost", $"{Costs} Above 1 is necessary, not sufficient: the goods cost something too.", "A-228, A.12 #1"),
        new(MetricKey.CostToSales, 3, "Cost to sales 投入产出比", MetricStage.Revenue, MetricUnit.Quotient,
            "cost ÷ net revenue", $"{Costs} Lower is better: above 1 every unit sold cost more than it brought. What the article prints as ROI.", "A-228, A.12 #1"),
        new(MetricKey.TargetAttainment, 2, "Target attainment 目标达成率", MetricStage.Revenue, MetricUnit.Quotient,
            "net revenue ÷ the part of the target that falls on the window, by its weekday weights",
            $"{Standing} {OneCurrency} Null with TARGET_NOT_SET where a day of the window has no target. Targets are of a group, a campaign, or everything; of several for a day the one set last counts. It says nothing about why a target was reached.", "A-241, A.12 #25"),
        new(MetricKey.QualifiedInvites, 2, "Qualified invites 有效邀请数", MetricStage.Referral, MetricUnit.Count,
            "people whom a member brought in the window and who have qualified",
            $"{CountedAccounts} Qualified: never a member of any group that the caller may see before, not invited by themselves, and in the group for Metrics:QualifiedStayDays (7) at least; whom a referral programme holds, or staff rejected in one, does not count. Somebody counts once, for who brought them first; the figures of the last days grow.", "A-238, A.12 #24"),
        new(MetricKey.ReferralRate, 2, "Referral rate 推荐率", MetricStage.Referral, MetricUnit.Ratio,
            "members with at least one qualified invite in the window ÷ distinct people who were members at any time of it", CountedAccounts, "A-238"),
        new(MetricKey.CostPerQualifiedJoin, 3, "Cost per qualified join", MetricStage.Referral, MetricUnit.Money,
            "cost ÷ qualified invites", Costs, "A-237"),
    ];

    private static readonly FrozenDictionary<MetricKey, MetricDefinition> ByKey = All.ToFrozenDictionary(d => d.Key);

    public static MetricDefinition Of(MetricKey key) => ByKey[key];
}
