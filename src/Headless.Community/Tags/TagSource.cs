namespace Headless.Community;

/// <summary>What gave a member a tag. Stored as a number: a value is never changed or given again.</summary>
public enum TagSource : byte
{
    /// <summary>An operator.</summary>
    Manual = 1,

    /// <summary>A rule.</summary>
    Rule = 2,

    /// <summary>An import.</summary>
    Import = 3,

    /// <summary>Taking part in a campaign.</summary>
    Campaign = 4,
}
