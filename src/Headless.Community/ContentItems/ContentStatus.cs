namespace Headless.Community;

/// <summary>
/// DRAFT → IN_REVIEW → APPROVED → PUBLISHED → ARCHIVED; a review can send back to DRAFT, an approved item can be revised, and
/// whatever is not published can be archived. Stored as a number: a value is never changed or given again.
/// </summary>
public enum ContentStatus : byte
{
    Draft = 1,
    InReview = 2,
    Approved = 3,
    Published = 4,
    Archived = 5,
}
