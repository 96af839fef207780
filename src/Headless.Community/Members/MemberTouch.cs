namespace Headless.Community;

/// <summary>Where a member was touched. Stored as a number: a value is never changed or given again.</summary>
public enum TouchChannel : byte
{
    /// <summary>Addressed in a group.</summary>
    Group = 1,

    /// <summary>私聊, a private chat.</summary>
    PrivateChat = 2,

    /// <summary>朋友圈, moments: a post made for them.</summary>
    Moments = 3,

    Phone = 4,
    Sms = 5,
    Email = 6,
}

/// <summary>Staff or a connector turned to a member, on whatever channel: what a cap on frequency counts. Never changes.</summary>
public sealed class MemberTouch
{
    public const int NoteMaxLength = 1000;
    public const int KeyMaxLength = 100;

    public long Id { get; init; }

    public long MemberId { get; set; }

    public Member Member { get; set; } = null!;

    public TouchChannel Channel { get; init; }

    public ContactPurpose Purpose { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime TouchedAt { get; init; }

    public long? CampaignId { get; init; }

    /// <summary>The campaign that it was for.</summary>
    public Campaign? Campaign { get; init; }

    public long? TouchedById { get; init; }

    /// <summary>The operator; null where a machine did it.</summary>
    public Operator? TouchedBy { get; init; }

    /// <summary>The reporter's name for it, unique: reporting it again changes nothing. Null: none was given.</summary>
    public string? Key { get; init; }

    /// <summary>What was said.</summary>
    [PersonalData]
    public string? Note { get; init; }
}
