namespace Headless.Community;

/// <summary>What a scale measures, across surveys. Stored as a number: a value is never changed or given again.</summary>
public enum SurveyMeasure : byte
{
    /// <summary>Satisfaction with the group .</summary>
    Satisfaction = 1,

    /// <summary>仪式感, the sense of ritual .</summary>
    Ritual = 2,

    /// <summary>参与感, the sense of taking part .</summary>
    Participation = 3,

    /// <summary>组织感, the sense of order .</summary>
    Organisation = 4,

    /// <summary>归属感, the sense of belonging .</summary>
    Belonging = 5,

    /// <summary>Whether they meet people like themselves there .</summary>
    PeerSimilarity = 6,
}
