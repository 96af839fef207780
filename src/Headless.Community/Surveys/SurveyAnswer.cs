namespace Headless.Community;

/// <summary>One answer of a member: a number, a text or an option; several rows where several options were chosen.</summary>
/// <remarks>Member and question are both in it, so that a segment finds who answered what from one index.</remarks>
public sealed class SurveyAnswer
{
    public const int TextMaxLength = 2000;

    /// <summary>No number of an answer is larger, in either direction.</summary>
    public const double MaxNumber = 1e12;

    public long Id { get; init; }

    public long ResponseId { get; init; }

    public SurveyResponse Response { get; init; } = null!;

    public long QuestionId { get; init; }

    public SurveyQuestion Question { get; init; } = null!;

    public long MemberId { get; init; }

    public Member Member { get; init; } = null!;

    /// <summary>The option that was chosen.</summary>
    public long? OptionId { get; init; }

    public SurveyOption? Option { get; init; }

    /// <summary>The answer to SCALE and NUMBER.</summary>
    public double? Number { get; init; }

    /// <summary>The answer to TEXT.</summary>
    [PersonalData]
    public string? Text { get; set; }
}
