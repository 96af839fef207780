namespace Headless.Community;

/// <summary>A question of a survey.</summary>
public sealed class SurveyQuestion : Entity
{
    public const int KeyMaxLength = 50;
    public const int TextMaxLength = 500;
    public const int MaxOptions = 50;

    /// <summary>How far a scale reaches.</summary>
    public const int ScaleLimit = 100;

    public long SurveyId { get; init; }

    public Survey Survey { get; init; } = null!;

    /// <summary>The place in the survey, from 0.</summary>
    public int Position { get; set; }

    /// <summary>A name for machines, unique in the survey.</summary>
    public required string Key { get; init; }

    public SurveyQuestionKind Kind { get; init; } = SurveyQuestionKind.Text;

    public required string Text { get; init; }

    /// <summary>Whether a response needs an answer to it.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>The lowest number of a scale.</summary>
    public int? ScaleMin { get; init; }

    /// <summary>The highest number of a scale.</summary>
    public int? ScaleMax { get; init; }

    /// <summary>What a scale measures, comparable across surveys; null: this question only.</summary>
    public SurveyMeasure? Measure { get; init; }

    public List<SurveyOption> Options { get; } = [];
}
