namespace Headless.Community;

/// <summary>
/// Where an announcement stands: DRAFT ⇄ SCHEDULED → PUBLISHED → RETRACTED, DRAFT → PUBLISHED, and DRAFT → RETRACTED for one that came
/// to nothing. Stored as a number: a value is never changed or given again.
/// </summary>
public enum AnnouncementStatus : byte
{
    Draft = 1,
    Scheduled = 2,
    Published = 3,
    Retracted = 4,
}
