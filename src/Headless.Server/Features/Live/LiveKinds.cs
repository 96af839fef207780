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

    /// <summary>From the topic to the archive; what readers do with an item is not among them.</summary>
    public static IReadOnlySet<ActivityKind> ContentItems { get; } = new HashSet<ActivityKind>
    {
        ActivityKind.ContentCreated, ActivityKind.ContentUpdated, ActivityKind.ContentSubmitted, ActivityKind.ContentApproved, ActivityKind.ContentRejected,
        ActivityKind.ContentPublished, ActivityKind.ContentArchived, ActivityKind.ContentAdvanced, ActivityKind.ContentSteppedBack, ActivityKind.ContentInvited,
        ActivityKind.ContentInvitationDeclined, ActivityKind.ContentReceived, ActivityKind.ContentRestored, ActivityKind.ContentUsed, ActivityKind.ContentAssetsChanged,
    };

    public static IReadOnlySet<ActivityKind> Orders { get; } = new HashSet<ActivityKind>
    {
        ActivityKind.OrderRecorded, ActivityKind.OrderUpdated, ActivityKind.OrderRefunded, ActivityKind.OrderPartlyRefunded, ActivityKind.OrderCancelled,
    };

    public static IReadOnlySet<ActivityKind> ImportJobs { get; } = new HashSet<ActivityKind>
    {
        ActivityKind.ImportRequested, ActivityKind.ImportProgressed, ActivityKind.ImportCompleted, ActivityKind.ImportFailed, ActivityKind.ImportCancelled,
        ActivityKind.ImportWithdrawn,
    };

    public static IReadOnlySet<ActivityKind> ExportJobs { get; } = new HashSet<ActivityKind>
    {
        ActivityKind.ExportRequested, ActivityKind.ExportProgressed, ActivityKind.ExportCompleted, ActivityKind.ExportFailed, ActivityKind.ExportCancelled,
        ActivityKind.ExportWithdrawn,
    };

    public static IReadOnlySet<ActivityKind> PageFigures { get; } = new HashSet<ActivityKind> { ActivityKind.PageViewsCounted };

    /// <summary>What moves a group's figures.</summary>
    public static IReadOnlySet<ActivityKind> Figures { get; } = new HashSet<ActivityKind>
    {
        ActivityKind.MemberJoined, ActivityKind.MemberLeft, ActivityKind.MessageSent, ActivityKind.MembershipUpdated, ActivityKind.OrderRecorded,
        ActivityKind.OrderUpdated, ActivityKind.OrderRefunded, ActivityKind.OrderPartlyRefunded, ActivityKind.OrderCancelled,
        ActivityKind.EntryExposed, ActivityKind.EntryScanned, ActivityKind.ConsultationRecorded, ActivityKind.CostRecorded, ActivityKind.CostRemoved,
        ActivityKind.SalesTargetSet, ActivityKind.SalesTargetUpdated, ActivityKind.SurveyAnswered, ActivityKind.SurveyAnswersReplaced,
    };
}
