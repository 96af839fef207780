namespace Headless.Community;

/// <summary>
/// One message to a webhook, with its attempts. The payload is not kept: it is made anew for each attempt from the activity and what the
/// webhook may see then, so that what was erased, or taken out of its sight, is not sent late.
/// </summary>
[Unaudited]
public sealed class WebhookDelivery
{
    public const int MessageIdMaxLength = 64;

    private static readonly StateMachine<WebhookDeliveryStatus> s_statuses = new(
        "delivery",
        (WebhookDeliveryStatus.Pending, WebhookDeliveryStatus.Succeeded),
        (WebhookDeliveryStatus.Pending, WebhookDeliveryStatus.Failed),
        (WebhookDeliveryStatus.Pending, WebhookDeliveryStatus.Skipped),
        (WebhookDeliveryStatus.Succeeded, WebhookDeliveryStatus.Pending),
        (WebhookDeliveryStatus.Failed, WebhookDeliveryStatus.Pending),
        (WebhookDeliveryStatus.Skipped, WebhookDeliveryStatus.Pending));

    private WebhookDeliveryStatus _status = WebhookDeliveryStatus.Pending;
    private int _attemptCount;
    private int _round;
    private DateTime? _nextAttemptAt;
    private DateTime? _completedAt;
    private bool _isInOrder = true;

    public long Id { get; init; }

    public long WebhookId { get; init; }

    public Webhook Webhook { get; init; } = null!;

    /// <summary>The activity that it tells of; null for a ping.</summary>
    public long? ActivityId { get; init; }

    /// <summary>What happened; null for a ping.</summary>
    public ActivityKind? Kind { get; init; }

    /// <summary>The <c>webhook-id</c>: the same at every attempt, so that a receiver knows what it has had.</summary>
    public required string MessageId { get; init; }

    public DateTime CreatedAt { get; init; }

    public WebhookDeliveryStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>Whether the queue waits for it: not for pings and for what is sent again.</summary>
    public bool IsInOrder
    {
        get => _isInOrder;
        init => _isInOrder = value;
    }

    /// <summary>How many attempts there were.</summary>
    public int AttemptCount
    {
        get => _attemptCount;
        init => _attemptCount = value;
    }

    /// <summary>How many attempts there were since it was last sent again: its place in the schedule.</summary>
    public int Round
    {
        get => _round;
        init => _round = value;
    }

    /// <summary>When it is tried next, UTC; null once it is over.</summary>
    public DateTime? NextAttemptAt
    {
        get => _nextAttemptAt;
        init => _nextAttemptAt = value;
    }

    /// <summary>When it succeeded, was given up or skipped, UTC.</summary>
    public DateTime? CompletedAt
    {
        get => _completedAt;
        init => _completedAt = value;
    }

    public List<WebhookAttempt> Attempts { get; } = [];

    /// <summary>An attempt succeeded, or failed and is followed by another at a time, or was the last one.</summary>
    /// <param name="attempt">What became of it.</param>
    /// <param name="next">When it is tried again, UTC; null: not.</param>
    public void Record(WebhookAttempt attempt, DateTime? next)
    {
        (_attemptCount, _round) = (attempt.Number, _round + 1);
        Attempts.Add(attempt);
        if (attempt.IsSuccess)
        {
            End(WebhookDeliveryStatus.Succeeded, attempt.At);
        }
        else if (next is null)
        {
            End(WebhookDeliveryStatus.Failed, attempt.At);
        }
        else
        {
            _nextAttemptAt = next;
        }
    }

    /// <summary>It is not tried any more, and the queue goes on behind it.</summary>
    /// <exception cref="InvalidTransitionException">It is over.</exception>
    public void Skip(DateTime at) => End(WebhookDeliveryStatus.Skipped, at);

    /// <summary>It is sent once more, beside the queue.</summary>
    /// <exception cref="InvalidTransitionException">It is still being tried.</exception>
    public void SendAgain(DateTime at)
    {
        _status = s_statuses.Step(Status, WebhookDeliveryStatus.Pending);
        (_isInOrder, _round, _nextAttemptAt, _completedAt) = (false, 0, at, null);
    }

    /// <summary>The queue has come to it once more, after it was set back.</summary>
    public void Queue()
    {
        if (Status != WebhookDeliveryStatus.Pending)
        {
            _status = s_statuses.Step(Status, WebhookDeliveryStatus.Pending);
        }

        (_isInOrder, _round, _completedAt) = (true, 0, null);
    }

    private void End(WebhookDeliveryStatus status, DateTime at) =>
        (_status, _nextAttemptAt, _completedAt) = (s_statuses.Step(Status, status), null, at);
}

/// <summary>What became of a delivery.</summary>
public enum WebhookDeliveryStatus : byte
{
    Pending = 1,
    Succeeded = 2,
    Failed = 3,
    Skipped = 4,
}

/// <summary>One request to a webhook and what came back.</summary>
[Unaudited]
public sealed class WebhookAttempt
{
    public const int MessageMaxLength = 500;
    public const int ResponseMaxLength = 1024;

    public long Id { get; init; }

    public long DeliveryId { get; init; }

    public WebhookDelivery Delivery { get; init; } = null!;

    /// <summary>1 for the first.</summary>
    public int Number { get; init; }

    /// <summary>When it began, UTC.</summary>
    public DateTime At { get; init; }

    public int DurationMilliseconds { get; init; }

    /// <summary>The status of the answer; null where none came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>What went wrong; null for a success.</summary>
    public WebhookFailure? Failure { get; init; }

    /// <summary>The same in words.</summary>
    public string? Message { get; init; }

    /// <summary>How the answer begins; of what is not text, what can be read of it.</summary>
    [PersonalData]
    public string? Response { get; init; }

    public bool IsSuccess => Failure is null;
}

/// <summary>Why an attempt failed.</summary>
public enum WebhookFailure : byte
{
    /// <summary>The answer was not a 2xx.</summary>
    Status = 1,

    /// <summary>No answer came in time.</summary>
    Timeout = 2,

    /// <summary>The name of the host leads nowhere.</summary>
    NameNotResolved = 3,

    /// <summary>The host is one that the server may not call.</summary>
    AddressRefused = 4,

    /// <summary>The connection could not be made, or broke.</summary>
    Connection = 5,

    /// <summary>What came was no answer of HTTP.</summary>
    InvalidAnswer = 6,

    /// <summary>The payload could not be made, or is too large.</summary>
    Payload = 7,

    /// <summary>The secret cannot be read with the server's key.</summary>
    SecretUnreadable = 8,
}
