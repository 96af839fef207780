namespace Headless.Community;

/// <summary>Whether a survey can be answered. Stored as a number: a value is never changed or given again.</summary>
public enum SurveyStatus : byte
{
    /// <summary>Its questions can be changed.</summary>
    Draft = 1,

    /// <summary>It can be answered.</summary>
    Open = 2,

    /// <summary>Its answers are final.</summary>
    Closed = 3,
}
