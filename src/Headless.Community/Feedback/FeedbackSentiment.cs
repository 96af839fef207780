namespace Headless.Community;

/// <summary>How feedback sounds. Stored as a number: a value is never changed or given again.</summary>
public enum FeedbackSentiment : byte
{
    Positive = 1,
    Neutral = 2,
    Negative = 3,
}
