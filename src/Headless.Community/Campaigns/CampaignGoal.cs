namespace Headless.Community;

/// <summary>What a campaign is to achieve. Stored as a number: a value is never changed or given again.</summary>
public enum CampaignGoal : byte
{
    /// <summary>拉新.</summary>
    Acquire = 1,

    /// <summary>促活.</summary>
    Activate = 2,

    /// <summary>唤醒.</summary>
    Wake = 3,

    /// <summary>召回.</summary>
    WinBack = 4,

    /// <summary>转化.</summary>
    Convert = 5,

    /// <summary>留存.</summary>
    Retain = 6,
}
