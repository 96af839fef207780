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
            $"{CountedAccounts} Null with EXPOSURE_NOT_TRACKED where nobody reported an exposure, never 0. An exposure counts for the group that its code led to when it was reported; those of a channel as a whole count for no group. Who was shown a code before the window may join in it, so it can exceed 1.", "A-218, A.12 #5"),
    ];

    private static readonly FrozenDictionary<MetricKey, MetricDefinition> ByKey = All.ToFrozenDictionary(d => d.Key);

    public static MetricDefinition Of(MetricKey key) => ByKey[key];
}
