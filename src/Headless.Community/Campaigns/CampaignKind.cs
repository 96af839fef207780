namespace Headless.Community;

/// <summary>The form of a campaign. Stored as a number: a value is never changed or given again.</summary>
public enum CampaignKind : byte
{
    /// <summary>A sale for the group.</summary>
    Promotion = 1,

    /// <summary>A sale within a short window.</summary>
    FlashSale = 2,

    /// <summary>Days of teaching with a plan.</summary>
    TrainingCamp = 3,

    TrialLesson = 4,

    /// <summary>Members or experts share what they know.</summary>
    SharingSession = 5,

    /// <summary>Members invite friends.</summary>
    Referral = 6,

    /// <summary>Members check in day by day.</summary>
    CheckIn = 7,

    /// <summary>People meet.</summary>
    Offline = 8,

    Other = 9,
}
