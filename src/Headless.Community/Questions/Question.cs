namespace Headless.Community;

/// <summary>Where a question stands. Stored as a number: a value is never changed or given again.</summary>
public enum QuestionStatus : byte
{
    /// <summary>Nobody has answered it.</summary>
    Open = 1,

    /// <summary>Somebody has answered it.</summary>
    Answered = 2,

    /// <summary>One of the answers is the one.</summary>
    Accepted = 3,

    /// <summary>It needs no answer, or no further one.</summary>
    Closed = 4,
}

/// <summary>A question of a member, with its answers (答疑, A-175). What is asked before buying is a <see cref="Consultation"/>.</summary>
public sealed class Question : Entity
{
    public const int TopicMaxLength = 100;
    public const int TextMaxLength = 2000;
    public const int ReasonMaxLength = 500;
    public const int IdempotencyKeyMaxLength = 200;

    /// <summary>The most answers to one.</summary>
    public const int MaxAnswers = 100;

    private static readonly StateMachine<QuestionStatus> s_statuses = new(
        "question",
        (QuestionStatus.Open, QuestionStatus.Answered),
        (QuestionStatus.Open, QuestionStatus.Closed),
        (QuestionStatus.Answered, QuestionStatus.Accepted),
        (QuestionStatus.Answered, QuestionStatus.Closed),
        (QuestionStatus.Answered, QuestionStatus.Open),
        (QuestionStatus.Accepted, QuestionStatus.Open),
        (QuestionStatus.Closed, QuestionStatus.Open));

    /// <summary>What it is about, in a word that many share.</summary>
    public required string Topic { get; set; }

    /// <summary>What was asked; null once the member has been erased.</summary>
    [PersonalData]
    public string? Text { get; init; }

    /// <summary>Who asked; null where it is nobody in particular.</summary>
    public long? MemberId { get; init; }

    public Member? Member { get; init; }

    /// <summary>The group in which it was asked.</summary>
    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime AskedAt { get; init; }

    public QuestionStatus Status { get; private set; } = QuestionStatus.Open;

    /// <summary>When it was first answered, UTC; stays when it is opened again.</summary>
    public DateTime? FirstAnsweredAt { get; private set; }

    /// <summary>When it was accepted or closed, UTC.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>CLOSED: why.</summary>
    public string? CloseReason { get; private set; }

    public int AnswerCount { get; private set; }

    /// <summary>The answer that is the one.</summary>
    public long? AcceptedAnswerId { get; private set; }

    /// <summary>What answers it for all who will ask: a frequently asked question.</summary>
    public long? ContentItemId { get; set; }

    public ContentItem? ContentItem { get; set; }

    public string? IdempotencyKey { get; init; }

    public List<Answer> Answers { get; } = [];

    /// <summary>Somebody answers; an accepted question takes further answers, a closed one none.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.QuestionClosed"/>, <see cref="DomainErrorCodes.TooManyAnswers"/>, <see cref="DomainErrorCodes.AnsweredBeforeAsked"/>.</exception>
    public void Answer(Answer answer)
    {
        if (Status == QuestionStatus.Closed)
        {
            throw new DomainException(DomainErrorCodes.QuestionClosed, "The question is CLOSED: reopen it first.");
        }

        if (AnswerCount >= MaxAnswers)
        {
            throw new DomainException(DomainErrorCodes.TooManyAnswers, $"A question has at most {MaxAnswers} answers.");
        }

        if (answer.AnsweredAt < AskedAt)
        {
            throw new DomainException(DomainErrorCodes.AnsweredBeforeAsked, "The answer is older than the question: give the time at which it was said.");
        }

        if (Status == QuestionStatus.Open)
        {
            Status = s_statuses.Step(Status, QuestionStatus.Answered);
        }

        FirstAnsweredAt = FirstAnsweredAt is { } first && first <= answer.AnsweredAt ? first : answer.AnsweredAt;
        AnswerCount++;
        Answers.Add(answer);
    }

    /// <summary>One of its answers is the one; another one can take its place.</summary>
    /// <exception cref="InvalidTransitionException">It is neither answered nor accepted.</exception>
    public void Accept(long answerId, DateTime at)
    {
        if (Status != QuestionStatus.Accepted)
        {
            Status = s_statuses.Step(Status, QuestionStatus.Accepted);
        }

        (AcceptedAnswerId, ClosedAt) = (answerId, at);
    }

    /// <summary>It needs no answer, or no further one.</summary>
    /// <exception cref="InvalidTransitionException">It is accepted or closed.</exception>
    public void Close(DateTime at, string? reason) => (Status, ClosedAt, CloseReason) = (s_statuses.Step(Status, QuestionStatus.Closed), at, reason);

    /// <summary>It waits for an answer after all.</summary>
    /// <exception cref="InvalidTransitionException">It waits already.</exception>
    public void Reopen() => (Status, ClosedAt, CloseReason, AcceptedAnswerId) = (s_statuses.Step(Status, QuestionStatus.Open), null, null, null);
}

/// <summary>An answer to a question: of a member, or of staff.</summary>
public sealed class Answer : Entity
{
    public const int TextMaxLength = 4000;
    public const int IdempotencyKeyMaxLength = 200;

    public long QuestionId { get; init; }

    public Question Question { get; init; } = null!;

    /// <summary>What was said; null where the content item says it, and once the member who said it has been erased.</summary>
    [PersonalData]
    public string? Text { get; init; }

    /// <summary>The content item that answers.</summary>
    public long? ContentItemId { get; init; }

    public ContentItem? ContentItem { get; init; }

    /// <summary>The member who answered; null: staff did.</summary>
    public long? MemberId { get; init; }

    public Member? Member { get; init; }

    /// <summary>The operator who answered; null: a member did, or an integration reported it.</summary>
    public long? OperatorId { get; init; }

    public Operator? Operator { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime AnsweredAt { get; init; }

    public string? IdempotencyKey { get; init; }
}
