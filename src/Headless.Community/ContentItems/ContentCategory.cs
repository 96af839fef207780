namespace Headless.Community;

/// <summary>What content is to achieve. Stored as a number: a value is never changed or given again.</summary>
public enum ContentCategory : byte
{
    /// <summary>促活: often.</summary>
    Activate = 1,

    /// <summary>转化: now and then.</summary>
    Convert = 2,

    /// <summary>品宣: seldom.</summary>
    Brand = 3,
}
