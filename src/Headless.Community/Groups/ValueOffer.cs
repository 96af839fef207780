namespace Headless.Community;

/// <summary>What a group gives its members so that they stay. Stored as the sum of its numbers: a value is never changed or given again.</summary>
[Flags]
public enum ValueOffer : short
{
    /// <summary>早报.</summary>
    MorningPaper = 1,

    /// <summary>资料.</summary>
    Materials = 2,

    /// <summary>课程分享会.</summary>
    CourseSharing = 4,

    /// <summary>Links to resources.</summary>
    ResourceLinks = 8,

    ProductDiscounts = 16,

    /// <summary>人脉对接.</summary>
    PeopleMatching = 32,
}
