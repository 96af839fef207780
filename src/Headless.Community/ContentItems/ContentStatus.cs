namespace Headless.Community;

/// <summary>
/// Each source has its way to DRAFT or RECEIVED; from there all go IN_REVIEW → APPROVED → PUBLISHED, and everything
/// can be ARCHIVED. Stored as a number: a value is never changed or given again.
/// </summary>
public enum ContentStatus : byte
{
    /// <summary>The text is being written.</summary>
    Draft = 1,
    InReview = 2,
    Approved = 3,
    Published = 4,
    Archived = 5,

    /// <summary>ORIGINAL: a topic is looked for.</summary>
    Topic = 6,

    /// <summary>ORIGINAL: the outline is being written.</summary>
    Outline = 7,

    /// <summary>ORIGINAL: the key points are being written.</summary>
    KeyPoints = 8,

    /// <summary>SOLICITED: what is wanted is being written down.</summary>
    Brief = 9,

    /// <summary>SOLICITED: somebody has been asked for it.</summary>
    Invited = 10,

    /// <summary>SOLICITED: it has come.</summary>
    Received = 11,
}
