namespace Headless.Community;

/// <summary>
/// What somebody said about company, product or service, and what became of it; also what user research and visits found
/// out.
/// </summary>
public sealed class Feedback : Entity
{
    public const int TopicMaxLength = 100;
    public const int TextMaxLength = 4000;
    public const int ProductMaxLength = 200;
    public const int ResolutionMaxLength = 2000;
    public const int IdempotencyKeyMaxLength = 200;

    private static readonly StateMachine<FeedbackStatus> s_statuses = new(
        "feedback",
        (FeedbackStatus.Open, FeedbackStatus.Triaged),
        (FeedbackStatus.Open, FeedbackStatus.Resolved),
        (FeedbackStatus.Open, FeedbackStatus.Declined),
        (FeedbackStatus.Triaged, FeedbackStatus.Resolved),
        (FeedbackStatus.Triaged, FeedbackStatus.Declined),
        (FeedbackStatus.Resolved, FeedbackStatus.Open),
        (FeedbackStatus.Declined, FeedbackStatus.Open));

    private FeedbackStatus _status = FeedbackStatus.Open;
    private long? _assigneeId;
    private string? _resolution;
    private DateTime? _closedAt;

    /// <summary>What it is about, in the brand's own words: delivery, price, the hook of an event.</summary>
    public required string Topic { get; set; }

    /// <summary>What was said; null once the member has been erased.</summary>
    [PersonalData]
    public string? Text { get; set; }

    public FeedbackChannel Channel { get; set; } = FeedbackChannel.Chat;

    public FeedbackSentiment? Sentiment { get; set; }

    /// <summary>Who said it; null where it is nobody in particular.</summary>
    public long? MemberId { get; init; }

    public Member? Member { get; init; }

    /// <summary>The group in which it came up.</summary>
    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    /// <summary>The product that it is about, by its name.</summary>
    public string? Product { get; set; }

    /// <summary>The campaign that it is about.</summary>
    public long? CampaignId { get; set; }

    public Campaign? Campaign { get; set; }

    /// <summary>When it was said, UTC.</summary>
    public DateTime ReceivedAt { get; init; }

    public FeedbackStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>Who deals with it.</summary>
    public long? AssigneeId
    {
        get => _assigneeId;
        init => _assigneeId = value;
    }

    public Operator? Assignee { get; init; }

    /// <summary>What was done about it, or why nothing is.</summary>
    [PersonalData(IsShown = true)]
    public string? Resolution
    {
        get => _resolution;
        init => _resolution = value;
    }

    /// <summary>When it was resolved or declined, UTC.</summary>
    public DateTime? ClosedAt
    {
        get => _closedAt;
        init => _closedAt = value;
    }

    /// <summary>What the reporter called it.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Gives it to somebody. Feedback that is triaged can be given to somebody else.</summary>
    /// <exception cref="InvalidTransitionException">It is resolved or declined.</exception>
    public void Triage(long assigneeId)
    {
        if (Status != FeedbackStatus.Triaged)
        {
            _status = s_statuses.Step(Status, FeedbackStatus.Triaged);
        }

        _assigneeId = assigneeId;
    }

    /// <summary>Something was done about it.</summary>
    /// <exception cref="InvalidTransitionException">It is resolved or declined.</exception>
    public void Resolve(DateTime at, string resolution) => Close(FeedbackStatus.Resolved, at, resolution);

    /// <summary>Nothing is going to be done about it.</summary>
    /// <exception cref="InvalidTransitionException">It is resolved or declined.</exception>
    public void Decline(DateTime at, string reason) => Close(FeedbackStatus.Declined, at, reason);

    /// <summary>It is not settled after all.</summary>
    /// <exception cref="InvalidTransitionException">It is neither resolved nor declined.</exception>
    public void Reopen() => (_status, _closedAt, _resolution) = (s_statuses.Step(Status, FeedbackStatus.Open), null, null);

    private void Close(FeedbackStatus status, DateTime at, string resolution) =>
        (_status, _closedAt, _resolution) = (s_statuses.Step(Status, status), at, resolution);
}
