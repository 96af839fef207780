namespace Headless.Community;

/// <summary>A member's gender where they told it. Stored as a number: a value is never changed or given again.</summary>
public enum Gender : byte
{
    Female = 1,
    Male = 2,
    Other = 3,
}
