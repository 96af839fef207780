namespace Headless.Community;

/// <summary>
/// What happened. Below 100: ingested or recorded from outside; from 100 on: caused here. Stored as a number: a value is never
/// changed or given again.
/// </summary>
public enum ActivityKind : short
{
    MemberJoined = 1,
    MemberLeft = 2,
    MessageSent = 3,
    MemberRenamed = 4,
    OrderRecorded = 5,

    MemberCreated = 100,
    MemberUpdated = 101,
    MemberBlacklisted = 102,
    MemberUnblacklisted = 103,
    MembershipUpdated = 104,
    TagAdded = 110,
    TagRemoved = 111,
    GroupCreated = 120,
    GroupUpdated = 121,
    GroupOpened = 122,
    GroupClosed = 123,
    GroupArchived = 124,
    GroupPhaseChanged = 125,
    GroupStaffChanged = 126,
    CampaignCreated = 140,
    CampaignUpdated = 141,
    CampaignScheduled = 142,
    CampaignUnscheduled = 143,
    CampaignPreheating = 144,
    CampaignStarted = 145,
    CampaignEnded = 146,
    CampaignReviewed = 147,
    CampaignCancelled = 148,
    ContentCreated = 160,
    ContentUpdated = 161,
    ContentSubmitted = 162,
    ContentApproved = 163,
    ContentRejected = 164,
    ContentPublished = 165,
    ContentArchived = 166,
    OrderUpdated = 180,
    OrderRefunded = 181,
    OrderCancelled = 182,

    // Tags and segments: 340 to 369.
    SegmentCreated = 350,
    SegmentUpdated = 351,
    SegmentDeleted = 352,
    // Groups and platforms
    PlatformPolicySet = 200,
    PlatformPolicyRemoved = 201,
    PlatformCapabilitySet = 202,
    PlatformCapabilityRemoved = 203,
    GroupReplicated = 204,
    GroupSeriesCreated = 205,
    GroupSeriesUpdated = 206,
    GroupTypeTemplateUpdated = 207,
    AnnouncementCreated = 210,
    AnnouncementUpdated = 211,
    AnnouncementScheduled = 212,
    AnnouncementUnscheduled = 213,
    AnnouncementPublished = 214,
    AnnouncementRetracted = 215,
    AnnouncementPinned = 216,
    AnnouncementUnpinned = 217,
    WelcomeMessagesChanged = 220,

    // Alerts
    AlertRaised = 240,
    AlertUpdated = 241,
    AlertAcknowledged = 242,
    AlertResolved = 243,
    // Members
    MemberAttributesChanged = 300,
    AttributeDefinitionCreated = 301,
    AttributeDefinitionUpdated = 302,
    // Moderation.
    BanExpired = 370,
    BanEvaded = 371,

    // Access: 410 to 429.
    OperatorCreated = 410,
    OperatorUpdated = 411,
    OperatorActivated = 412,
    OperatorDeactivated = 413,
    ApiKeyIssued = 414,
    ApiKeyRotated = 415,
    ApiKeyRevoked = 416,
}
