namespace Headless.Community.Demo;

/// <summary>A group of the demo community and how lively it is.</summary>
/// <param name="Platform">Where it lives.</param>
/// <param name="ExternalId">Its id there.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its kind.</param>
/// <param name="Purposes">What it is for.</param>
/// <param name="BusinessModel">What it is to the product.</param>
/// <param name="Phase">Its stage of life.</param>
/// <param name="Members">How many people come into it over the sixty days.</param>
/// <param name="MessagesPerDay">How many messages an ordinary day has once it is full.</param>
internal sealed record DemoGroup(
    Platform Platform,
    string ExternalId,
    string Name,
    GroupType Type,
    GroupPurpose[] Purposes,
    BusinessModel BusinessModel,
    GroupPhase Phase,
    int Members,
    int MessagesPerDay);

/// <summary>What the demo community consists of.</summary>
internal static class DemoPlan
{
    /// <summary>How many days the community has lived, today included.</summary>
    public const int Days = 60;

    public const int Members = 1_500;

    public static readonly DemoGroup[] Groups =
    [
        new(Platform.Wechat, "wx-skincare-01", "成都护肤交流1群", GroupType.Benefit, [GroupPurpose.Retain, GroupPurpose.Convert], BusinessModel.Native, GroupPhase.Active, 260, 70),
        new(Platform.Wechat, "wx-skincare-02", "成都护肤交流2群", GroupType.Benefit, [GroupPurpose.Retain, GroupPurpose.Convert], BusinessModel.Native, GroupPhase.IceBreak, 190, 40),
        new(Platform.Wecom, "wecom-vip-01", "VIP 客户专享群", GroupType.Vip, [GroupPurpose.Retain, GroupPurpose.Convert], BusinessModel.Service, GroupPhase.Seed, 90, 45),
        new(Platform.Wecom, "wecom-pharmacy-sc", "四川药店采购群", GroupType.Vip, [GroupPurpose.Convert], BusinessModel.Native, GroupPhase.Growth, 120, 35),
        new(Platform.Wechat, "wx-welcome-01", "新人福利引流群", GroupType.Traffic, [GroupPurpose.Acquire], BusinessModel.Other, GroupPhase.Growth, 300, 50),
        new(Platform.Qq, "qq-fitness-01", "健身打卡群", GroupType.General, [GroupPurpose.Activate], BusinessModel.Service, GroupPhase.Content, 140, 55),
        new(Platform.Dingtalk, "dt-training-01", "七天训练营", GroupType.Flash, [GroupPurpose.Acquire, GroupPurpose.Convert], BusinessModel.Service, GroupPhase.Trust, 110, 60),
        new(Platform.Wechat, "wx-mothers-01", "宝妈互助群", GroupType.General, [GroupPurpose.Retain, GroupPurpose.Activate], BusinessModel.Native, GroupPhase.SeedFission, 200, 65),
        new(Platform.Wechat, "wx-travel-01", "周末去哪儿", GroupType.General, [GroupPurpose.Activate], BusinessModel.Other, GroupPhase.Fatigued, 90, 6),
        new(Platform.Telegram, "tg-global-deals", "Global Deals", GroupType.Traffic, [GroupPurpose.Acquire, GroupPurpose.Convert], BusinessModel.Native, GroupPhase.Active, 160, 45),
        new(Platform.Discord, "dc-creators", "Creators Lounge", GroupType.General, [GroupPurpose.Activate, GroupPurpose.Retain], BusinessModel.Service, GroupPhase.Active, 130, 60),
        new(Platform.Irc, "#headless", "#headless", GroupType.General, [GroupPurpose.Activate], BusinessModel.Other, GroupPhase.Build, 40, 10),
    ];

    /// <summary>How much is said in each local hour: quiet nights, a peak at noon and one in the evening.</summary>
    public static readonly int[] HourWeights = [2, 1, 1, 1, 1, 2, 4, 8, 12, 14, 14, 13, 18, 14, 11, 11, 12, 13, 15, 20, 28, 26, 16, 7];

    /// <summary>How much is said on each weekday, Monday first: Thursday has the sale.</summary>
    public static readonly double[] WeekdayWeights = [0.9, 0.95, 1.05, 1.6, 1.1, 0.85, 0.8];
}
