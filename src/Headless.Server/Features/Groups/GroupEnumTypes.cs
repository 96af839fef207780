namespace Headless.Server.Features.Groups;

/// <summary><c>enum Platform</c>.</summary>
public sealed class PlatformEnumType : EnumType<Platform>
{
    protected override void Configure(IEnumTypeDescriptor<Platform> descriptor)
    {
        descriptor.Description("Where a group or an identity lives.");
        descriptor.Value(Platform.Wechat).Description("WeChat 微信.");
        descriptor.Value(Platform.Wecom).Description("WeCom 企业微信.");
        descriptor.Value(Platform.Qq).Description("QQ.");
        descriptor.Value(Platform.Dingtalk).Description("DingTalk 钉钉.");
        descriptor.Value(Platform.Telegram).Description("Telegram.");
        descriptor.Value(Platform.Discord).Description("Discord.");
        descriptor.Value(Platform.Irc).Description("Internet Relay Chat.");
        descriptor.Value(Platform.Yy).Description("YY 语音.");
        descriptor.Value(Platform.Other).Description("A platform that has no name here.");
    }
}

/// <summary><c>enum GroupType</c>.</summary>
public sealed class GroupTypeEnumType : EnumType<GroupType>
{
    protected override void Configure(IEnumTypeDescriptor<GroupType> descriptor)
    {
        descriptor.Description("The kind of group.");
        descriptor.Value(GroupType.Traffic).Description("引流群: grows fans with perks, daily topics and play.");
        descriptor.Value(GroupType.Benefit).Description("福利群: deals and repurchase; many people, low price, little staff.");
        descriptor.Value(GroupType.Flash).Description("快闪群: fast conversion in a short time; closes by a date.");
        descriptor.Value(GroupType.Vip).Description("VIP群: core customers with exclusive prices and service.");
        descriptor.Value(GroupType.General).Description("None of the others.");
    }
}

/// <summary><c>enum GroupPurpose</c>.</summary>
public sealed class GroupPurposeEnumType : EnumType<GroupPurpose>
{
    protected override void Configure(IEnumTypeDescriptor<GroupPurpose> descriptor)
    {
        descriptor.Description("What a group is for; it may be for several things.");
        descriptor.Value(GroupPurpose.Acquire).Description("拉新: win new people.");
        descriptor.Value(GroupPurpose.Retain).Description("留存: keep people.");
        descriptor.Value(GroupPurpose.Convert).Description("转化: sell.");
        descriptor.Value(GroupPurpose.Activate).Description("促活: keep people talking.");
    }
}

/// <summary><c>enum BusinessModel</c>.</summary>
public sealed class BusinessModelEnumType : EnumType<BusinessModel>
{
    protected override void Configure(IEnumTypeDescriptor<BusinessModel> descriptor)
    {
        descriptor.Description("What the community is to the product.");
        descriptor.Value(BusinessModel.Native).Description("原生型: low price and high frequency; the community itself sells.");
        descriptor.Value(BusinessModel.Service).Description("服务型: high price and low frequency; the community serves what was bought.");
        descriptor.Value(BusinessModel.Other).Description("Neither.");
    }
}

/// <summary><c>enum JoinPolicy</c>.</summary>
public sealed class JoinPolicyEnumType : EnumType<JoinPolicy>
{
    protected override void Configure(IEnumTypeDescriptor<JoinPolicy> descriptor)
    {
        descriptor.Description("How people get into a group.");
        descriptor.Value(JoinPolicy.Open).Description("Anyone may come.");
        descriptor.Value(JoinPolicy.InviteByAdmin).Description("邀请式: an administrator or above invites.");
        descriptor.Value(JoinPolicy.MemberReferral).Description("推荐式: a member recommends.");
        descriptor.Value(JoinPolicy.Campaign).Description("活动式: by taking part in a campaign.");
        descriptor.Value(JoinPolicy.Paid).Description("付费式: against a fee.");
    }
}

/// <summary><c>enum GroupPhase</c>.</summary>
public sealed class GroupPhaseEnumType : EnumType<GroupPhase>
{
    protected override void Configure(IEnumTypeDescriptor<GroupPhase> descriptor)
    {
        descriptor.Description("A group's stage of life. The order is advice: any phase may follow any other.");
        descriptor.Value(GroupPhase.Build).Description("搭建: it is being set up.");
        descriptor.Value(GroupPhase.Trust).Description("初步信任: first trust.");
        descriptor.Value(GroupPhase.IceBreak).Description("破冰: newcomers begin to talk.");
        descriptor.Value(GroupPhase.Active).Description("活跃: people talk by themselves.");
        descriptor.Value(GroupPhase.Seed).Description("种子用户: die-hard fans are found.");
        descriptor.Value(GroupPhase.SeedFission).Description("种子裂变: they bring others.");
        descriptor.Value(GroupPhase.Content).Description("内容沉淀: members' content is kept.");
        descriptor.Value(GroupPhase.Growth).Description("流量增长: it grows.");
        descriptor.Value(GroupPhase.Fatigued).Description("疲倦期: no new people arrive; it can return to growth.");
    }
}

/// <summary><c>enum GroupStatus</c>.</summary>
public sealed class GroupStatusEnumType : EnumType<GroupStatus>
{
    protected override void Configure(IEnumTypeDescriptor<GroupStatus> descriptor)
    {
        descriptor.Description("Whether a group runs: DRAFT → ACTIVE ⇄ CLOSED → ARCHIVED.");
        descriptor.Value(GroupStatus.Draft).Description("Not opened yet.");
        descriptor.Value(GroupStatus.Active).Description("Running.");
        descriptor.Value(GroupStatus.Closed).Description("Ended; can be opened again.");
        descriptor.Value(GroupStatus.Archived).Description("Put away for good.");
    }
}
