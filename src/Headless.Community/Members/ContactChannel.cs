namespace Headless.Community;

/// <summary>How a member wants to be reached. Stored as a number: a value is never changed or given again.</summary>
public enum ContactChannel : byte
{
    /// <summary>A message on the chat platform.</summary>
    Chat = 1,

    Phone = 2,
    Sms = 3,
    Email = 4,

    /// <summary>Not at all.</summary>
    None = 5,
}
