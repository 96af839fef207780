namespace Headless.Community;

/// <summary>Something that a platform's groups can do, or not. Stored as a number: a value is never changed or given again.</summary>
public enum PlatformCapabilityKind : short
{
    /// <summary>Staff can silence a member or the whole group.</summary>
    Mute = 1,

    /// <summary>Red packets that a password opens.</summary>
    PasswordRedPacket = 2,

    /// <summary>A board of the group beside its messages.</summary>
    Board = 3,

    CheckIn = 4,

    Poll = 5,

    /// <summary>Voice rooms.</summary>
    Voice = 6,

    /// <summary>Live broadcasts.</summary>
    Live = 7,

    /// <summary>The platform says who read a message; only there is there a read rate.</summary>
    ReadReceipt = 8,

    /// <summary>A notice can ring members up.</summary>
    NotifyPhone = 9,

    /// <summary>A notice can go out as a text message.</summary>
    NotifySms = 10,

    /// <summary>A notice can be marked within the application.</summary>
    NotifyInApp = 11,

    /// <summary>Groups have announcements.</summary>
    Announcement = 12,

    /// <summary>Only the owner can post an announcement.</summary>
    OwnerAnnouncement = 13,

    /// <summary>An announcement can be pinned above the messages.</summary>
    PinnedAnnouncement = 14,

    /// <summary>Members of a group can be written to privately.</summary>
    PrivateChat = 15,

    /// <summary>A risk: accounts can join in bulk, which advertisers do.</summary>
    BulkJoin = 16,
}
