namespace Headless.Community;

/// <summary>Why somebody came in. Stored as a number: a value is never changed or given again.</summary>
public enum JoinReason : byte
{
    /// <summary>A poster for content, such as an expert's talk tonight.</summary>
    ContentPoster = 1,

    /// <summary>An advertisement in an information feed.</summary>
    FeedAd = 2,

    /// <summary>The pull of a KOL or a persona.</summary>
    Kol = 3,

    /// <summary>A friend's invitation.</summary>
    Referral = 4,

    /// <summary>Looked for it: a rigid need.</summary>
    Search = 5,

    /// <summary>Something else; <see cref="Membership.JoinNote"/> says what.</summary>
    Other = 6,
}
