namespace Headless.Community;

/// <summary>A member's answers to a survey. One for each member; answers can be replaced until the survey is closed.</summary>
public sealed class SurveyResponse : Entity
{
    public const int IdempotencyKeyMaxLength = 200;

    public long SurveyId { get; init; }

    public Survey Survey { get; init; } = null!;

    public long MemberId { get; init; }

    public Member Member { get; init; } = null!;

    /// <summary>The group for which they answered: its figures have the answers.</summary>
    public long? GroupId { get; set; }

    public Group? Group { get; set; }

    /// <summary>When they answered last, UTC.</summary>
    public DateTime AnsweredAt { get; set; }

    /// <summary>What the reporter called the answers that are there.</summary>
    public string? IdempotencyKey { get; set; }

    public List<SurveyAnswer> Answers { get; } = [];
}
