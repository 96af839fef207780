namespace Headless.Server.Features.Campaigns;

/// <summary><c>enum CampaignGoal</c>.</summary>
public sealed class CampaignGoalEnumType : EnumType<CampaignGoal>
{
    protected override void Configure(IEnumTypeDescriptor<CampaignGoal> descriptor)
    {
        descriptor.Description("What a campaign is to achieve.");
        descriptor.Value(CampaignGoal.Acquire).Description("拉新: win new people.");
        descriptor.Value(CampaignGoal.Activate).Description("促活: get people to talk.");
        descriptor.Value(CampaignGoal.Wake).Description("唤醒: wake those who are silent.");
        descriptor.Value(CampaignGoal.WinBack).Description("召回: win back those who left.");
        descriptor.Value(CampaignGoal.Convert).Description("转化: sell.");
        descriptor.Value(CampaignGoal.Retain).Description("留存: keep people.");
    }
}

/// <summary><c>enum CampaignKind</c>.</summary>
public sealed class CampaignKindEnumType : EnumType<CampaignKind>
{
    protected override void Configure(IEnumTypeDescriptor<CampaignKind> descriptor)
    {
        descriptor.Description("The form of a campaign.");
        descriptor.Value(CampaignKind.Promotion).Description("A sale for the group.");
        descriptor.Value(CampaignKind.FlashSale).Description("A sale within a short window.");
        descriptor.Value(CampaignKind.TrainingCamp).Description("Days of teaching with a plan.");
        descriptor.Value(CampaignKind.TrialLesson).Description("A lesson to try.");
        descriptor.Value(CampaignKind.SharingSession).Description("Members or experts share what they know.");
        descriptor.Value(CampaignKind.Referral).Description("Members invite friends.");
        descriptor.Value(CampaignKind.CheckIn).Description("Members check in day by day.");
        descriptor.Value(CampaignKind.Offline).Description("People meet.");
        descriptor.Value(CampaignKind.Other).Description("None of the others.");
    }
}

/// <summary><c>enum CampaignStatus</c>.</summary>
public sealed class CampaignStatusEnumType : EnumType<CampaignStatus>
{
    protected override void Configure(IEnumTypeDescriptor<CampaignStatus> descriptor)
    {
        descriptor.Description("Where a campaign stands: DRAFT → SCHEDULED → (PREHEATING →) RUNNING → ENDED → REVIEWED; until it has ended it can be CANCELLED.");
        descriptor.Value(CampaignStatus.Draft).Description("Being planned.");
        descriptor.Value(CampaignStatus.Scheduled).Description("Fixed; can go back to DRAFT.");
        descriptor.Value(CampaignStatus.Preheating).Description("预热: people are being warmed up.");
        descriptor.Value(CampaignStatus.Running).Description("Under way.");
        descriptor.Value(CampaignStatus.Ended).Description("Over; to be reviewed.");
        descriptor.Value(CampaignStatus.Reviewed).Description("Over, and its lessons are written down.");
        descriptor.Value(CampaignStatus.Cancelled).Description("Called off.");
    }
}
