namespace Headless.Community;

/// <summary>
/// Whether a group runs: DRAFT → ACTIVE ⇄ CLOSED → ARCHIVED, and DRAFT → ARCHIVED. Stored as a number: a value is never
/// changed or given again.
/// </summary>
public enum GroupStatus : byte
{
    Draft = 1,
    Active = 2,
    Closed = 3,
    Archived = 4,
}
