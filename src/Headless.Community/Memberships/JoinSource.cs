namespace Headless.Community;

/// <summary>How somebody came in, technically. Stored as a number: a value is never changed or given again.</summary>
public enum JoinSource : byte
{
    /// <summary>Scanned a code.</summary>
    QrCode = 1,

    /// <summary>Followed a link.</summary>
    Link = 2,

    /// <summary>A member brought them.</summary>
    Invitation = 3,

    /// <summary>Staff added them.</summary>
    Staff = 4,

    /// <summary>Found the group on the platform.</summary>
    Search = 5,

    /// <summary>Asked and was let in.</summary>
    Request = 6,

    /// <summary>Came in with a list.</summary>
    Import = 7,
}
