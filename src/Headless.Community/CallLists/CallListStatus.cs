namespace Headless.Community;

/// <summary>Whether a call list is worked on. Stored as a number: a value is never changed or given again.</summary>
public enum CallListStatus : byte
{
    Open = 1,
    Closed = 2,
}
