namespace Headless.Community;

/// <summary>One of the answers from which a question lets members choose.</summary>
public sealed class SurveyOption : Entity
{
    public const int LabelMaxLength = 200;

    public long QuestionId { get; init; }

    public SurveyQuestion Question { get; init; } = null!;

    /// <summary>The place in the question, from 0.</summary>
    public int Position { get; init; }

    public required string Label { get; init; }
}
