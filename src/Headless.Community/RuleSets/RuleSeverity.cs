namespace Headless.Community;

/// <summary>What breaking a rule leads to.</summary>
public enum RuleSeverity : byte
{
    /// <summary>A strike; the strike policy says what so many of them lead to.</summary>
    Normal = 0,

    /// <summary>Removal at once, whatever the number of strikes .</summary>
    ImmediateRemoval = 1,
}
