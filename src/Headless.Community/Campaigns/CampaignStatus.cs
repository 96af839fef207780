namespace Headless.Community;

/// <summary>
/// DRAFT → SCHEDULED → (PREHEATING →) RUNNING → ENDED → REVIEWED; a scheduled one can go back to DRAFT, and until it has ended
/// it can be CANCELLED. Stored as a number: a value is never changed or given again.
/// </summary>
public enum CampaignStatus : byte
{
    Draft = 1,
    Scheduled = 2,
    Preheating = 3,
    Running = 4,
    Ended = 5,
    Reviewed = 6,
    Cancelled = 7,
}
