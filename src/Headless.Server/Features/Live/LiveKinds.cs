namespace Headless.Server.Features.Live;

/// <summary>Which activities each typed subscription is about.</summary>
internal static class LiveKinds
{
    public static IReadOnlySet<ActivityKind> Members { get; } = new HashSet<ActivityKind>
    {
        ActivityKind.MemberJoined, ActivityKind.MemberLeft, ActivityKind.MemberRenamed, ActivityKind.MemberCreated, ActivityKind.MemberUpdated,
        ActivityKind.MemberBlacklisted, ActivityKind.MemberUnblacklisted, ActivityKind.MembershipUpdated, ActivityKind.TagAdded, ActivityKind.TagRemoved,
        ActivityKind.MemberAttributesChanged, ActivityKind.MemberTierChanged, ActivityKind.ContactPreferencesChanged, ActivityKind.IdentityAdded,
        ActivityKind.IdentityRemoved, ActivityKind.IdentityVerified, ActivityKind.PrimaryIdentityChanged, ActivityKind.AttentionChanged,
        ActivityKind.MembersMerged, ActivityKind.MembersUnmerged, ActivityKind.MemberErased,
    };

    public static IReadOnlySet<ActivityKind> Tags { get; } = new HashSet<ActivityKind>
    {
        ActivityKind.TagAdded, ActivityKind.TagRemoved, ActivityKind.TagCreated, ActivityKind.TagUpdated,
    };

    public static IReadOnlySet<ActivityKind> Campaigns { get; } = new HashSet<ActivityKind>
    {
        ActivityKind.CampaignCreated, ActivityKind.CampaignUpdated, ActivityKind.CampaignScheduled, ActivityKind.CampaignUnscheduled,
        ActivityKind.CampaignPreheating, ActivityKind.CampaignStarted, ActivityKind.CampaignEnded, ActivityKind.CampaignReviewed,
        ActivityKind.CampaignCancelled, ActivityKind.CampaignPlanned, ActivityKind.CampaignOccurrenceMoved, ActivityKind.CampaignOccurrenceCancelled,
        ActivityKind.CampaignOccurrenceStarted, ActivityKind.CampaignOccurrenceEnded, ActivityKind.CampaignTaskDue, ActivityKind.CampaignTaskDone,
        ActivityKind.LaunchChecksAdded, ActivityKind.LaunchCheckAnswered,
    };

    public static IReadOnlySet<ActivityKind> Alerts { get; } = new HashSet<ActivityKind>
    {
        ActivityKind.AlertRaised, ActivityKind.AlertUpdated, ActivityKind.AlertAcknowledged, ActivityKind.AlertResolved,
    };

    /// <summary>What moves a group's figures.</summary>
    public static IReadOnlySet<ActivityKind> Figures { get; } = new HashSet<ActivityKind>
    {
        ActivityKind.MemberJoined, ActivityKind.MemberLeft, ActivityKind.MessageSent, ActivityKind.MembershipUpdated, ActivityKind.OrderRecorded,
        ActivityKind.OrderUpdated, ActivityKind.OrderRefunded, ActivityKind.OrderPartlyRefunded, ActivityKind.OrderCancelled,
        ActivityKind.EntryExposed, ActivityKind.EntryScanned, ActivityKind.ConsultationRecorded, ActivityKind.CostRecorded, ActivityKind.CostRemoved,
        ActivityKind.SalesTargetSet, ActivityKind.SalesTargetUpdated, ActivityKind.SurveyAnswered, ActivityKind.SurveyAnswersReplaced,
    };
}
