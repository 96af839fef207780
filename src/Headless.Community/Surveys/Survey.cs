namespace Headless.Community;

/// <summary>
/// Questions to members. A member has one response, which can be replaced until the survey is closed. Questions are fixed
/// once it opens, so that every answer is to the same question.
/// </summary>
public sealed class Survey : Entity
{
    public const int TitleMaxLength = 200;
    public const int DescriptionMaxLength = 2000;
    public const int IdempotencyKeyMaxLength = 200;

    /// <summary>The most questions: a survey is small.</summary>
    public const int MaxQuestions = 30;

    private static readonly StateMachine<SurveyStatus> s_statuses = new(
        "survey",
        (SurveyStatus.Draft, SurveyStatus.Open),
        (SurveyStatus.Open, SurveyStatus.Closed));

    private SurveyStatus _status = SurveyStatus.Draft;
    private DateTime? _openedAt;
    private DateTime? _closesAt;

    public required string Title { get; set; }

    /// <summary>What members are told before the first question.</summary>
    public string? Description { get; set; }

    /// <summary>The group that it is for; null: the whole community.</summary>
    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    public SurveyStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>When it was opened, UTC.</summary>
    public DateTime? OpenedAt
    {
        get => _openedAt;
        init => _openedAt = value;
    }

    /// <summary>When it closes by itself or was closed, UTC; null: by hand.</summary>
    public DateTime? ClosesAt
    {
        get => _closesAt;
        init => _closesAt = value;
    }

    /// <summary>Who made it.</summary>
    public long? CreatedById { get; init; }

    public Operator? CreatedBy { get; init; }

    /// <summary>What its maker called it.</summary>
    public string? IdempotencyKey { get; init; }

    public List<SurveyQuestion> Questions { get; } = [];

    public List<SurveyResponse> Responses { get; } = [];

    /// <summary>Refuses a change of its questions once it has been opened.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.SurveyNotDraft"/>.</exception>
    public void RequireDraft()
    {
        if (Status != SurveyStatus.Draft)
        {
            throw new DomainException(DomainErrorCodes.SurveyNotDraft, "The survey has been opened: its questions are fixed. Make another survey.");
        }
    }

    /// <summary>Refuses answers unless it is open, also in the second between its end and the clock's work.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.SurveyNotOpen"/>.</exception>
    public void RequireOpen(DateTime at)
    {
        if (Status != SurveyStatus.Open || ClosesAt <= at)
        {
            throw new DomainException(
                DomainErrorCodes.SurveyNotOpen,
                Status == SurveyStatus.Draft ? "The survey has not been opened yet." : $"The survey was closed at {ClosesAt:O}.");
        }
    }

    /// <summary>Sets when it closes by itself; of a survey that is closed it cannot be changed.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.SurveyNotOpen"/>; <see cref="DomainErrorCodes.InvalidInterval"/>: it lies in the past.</exception>
    public void Reschedule(DateTime at, DateTime? closesAt)
    {
        if (Status == SurveyStatus.Closed)
        {
            RequireOpen(at);
        }

        Interval.Require(at, closesAt, "now", "closesAt");
        _closesAt = closesAt;
    }

    /// <summary>Lets members answer. <see cref="Questions"/> must be loaded with their options.</summary>
    /// <exception cref="InvalidTransitionException">It is not a draft.</exception>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.SurveyIncomplete"/>: there is no question, or a choice has less than two options;
    /// <see cref="DomainErrorCodes.InvalidInterval"/>: it would have closed already.
    /// </exception>
    public void Open(DateTime at)
    {
        var next = s_statuses.Step(Status, SurveyStatus.Open);
        if (Questions.Count == 0)
        {
            throw new DomainException(DomainErrorCodes.SurveyIncomplete, "The survey has no question: add one first.");
        }

        Interval.Require(at, ClosesAt, "now", "closesAt");
        (_status, _openedAt) = (next, at);
    }

    /// <summary>Ends it.</summary>
    /// <exception cref="InvalidTransitionException">It is not open.</exception>
    public void Close(DateTime at) => (_status, _closesAt) = (s_statuses.Step(Status, SurveyStatus.Closed), ClosesAt < at ? ClosesAt : at);
}
