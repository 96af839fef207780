namespace Headless.Community;

/// <summary>The six libraries of content. Stored as a number: a value is never changed or given again.</summary>
public enum ContentKind : byte
{
    Product = 1,
    Knowledge = 2,

    /// <summary>What the industry talks about.</summary>
    IndustryNews = 3,

    /// <summary>Things of value to take away.</summary>
    Resource = 4,

    /// <summary>Recommendations of tools.</summary>
    Tool = 5,

    UserStory = 6,
}
