namespace Headless.Community;

/// <summary>What an announcement is about. Stored as a number: a value is never changed or given again.</summary>
public enum AnnouncementKind : byte
{
    /// <summary>The group's role and its rules.</summary>
    Rules = 1,

    /// <summary>Something that will happen.</summary>
    Event = 2,

    /// <summary>The time that is left until something happens.</summary>
    Countdown = 3,

    /// <summary>Anything else.</summary>
    Notice = 4,
}
