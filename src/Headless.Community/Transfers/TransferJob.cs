namespace Headless.Community;

/// <summary>Where an import or an export stands. Stored as a number: a value is never changed or given again.</summary>
public enum JobStatus : byte
{
    /// <summary>It waits for its turn, or for its file.</summary>
    Pending = 1,

    Running = 2,

    /// <summary>It has come to its end. Rows may have been rejected.</summary>
    Completed = 3,

    /// <summary>It could not go on; what it did before stands.</summary>
    Failed = 4,

    /// <summary>Somebody called it off; what it did before stands.</summary>
    Cancelled = 5,
}

/// <summary>How a file of rows is written. Stored as a number: a value is never changed or given again.</summary>
public enum TransferFormat : byte
{
    /// <summary>Comma-separated values with a header.</summary>
    Csv = 1,

    /// <summary>One JSON object to a line.</summary>
    Jsonl = 2,
}

/// <summary>
/// Many rows in or out, carried out behind the request that asked for it, with the rights of whoever asked: PENDING → RUNNING →
/// COMPLETED or FAILED; CANCELLED until then.
/// </summary>
public abstract class TransferJob : Entity
{
    public const int CodeMaxLength = 64;
    public const int MessageMaxLength = 1_000;
    public const int FileNameMaxLength = 200;
    public const int Sha256Length = 64;

    private static readonly StateMachine<JobStatus> s_statuses = new(
        "job",
        (JobStatus.Pending, JobStatus.Running),
        (JobStatus.Pending, JobStatus.Failed),
        (JobStatus.Pending, JobStatus.Cancelled),
        (JobStatus.Running, JobStatus.Completed),
        (JobStatus.Running, JobStatus.Failed),
        (JobStatus.Running, JobStatus.Cancelled));

    private JobStatus _status = JobStatus.Pending;

    public JobStatus Status
    {
        get => _status;
        init => _status = value;
    }

    public TransferFormat Format { get; init; }

    public long RequestedById { get; init; }

    public Operator RequestedBy { get; init; } = null!;

    /// <summary>The role in which it was asked for: who saw their groups only sees no more because they have another role by now.</summary>
    public OperatorRole Role { get; init; }

    /// <summary>What the key that asked for it opened.</summary>
    public ApiKeyScope ScopeFlags { get; init; }

    /// <summary>When it began, UTC.</summary>
    public DateTime? StartedAt { get; private set; }

    /// <summary>When it came to its end, whichever, UTC.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>FAILED: a stable name of the reason.</summary>
    public string? FailureCode { get; private set; }

    /// <summary>FAILED: what went wrong and what to do about it.</summary>
    public string? FailureMessage { get; private set; }

    /// <summary>The SHA-256 of its file in small hexadecimal digits; null before there is one, and once it is not kept any more.</summary>
    public string? Sha256 { get; protected set; }

    /// <summary>How many bytes its file has.</summary>
    public long? Size { get; protected set; }

    /// <summary>Until when its file is kept, UTC; null where there is none.</summary>
    public DateTime? KeptUntil { get; protected set; }

    /// <summary>
    /// When its file was withdrawn before its time, UTC: somebody of whom it may speak was erased. Null: it was not. A job that was
    /// under way then has no file once it has come to its end.
    /// </summary>
    public DateTime? WithdrawnAt { get; protected set; }

    public bool IsUnfinished => Status is JobStatus.Pending or JobStatus.Running;

    /// <exception cref="InvalidTransitionException">It is not pending.</exception>
    public void Start(DateTime at) => (_status, StartedAt) = (s_statuses.Step(Status, JobStatus.Running), at);

    /// <exception cref="InvalidTransitionException">It does not run.</exception>
    public void Complete(DateTime at) => End(JobStatus.Completed, at);

    /// <exception cref="InvalidTransitionException">It has come to its end.</exception>
    public void Cancel(DateTime at) => End(JobStatus.Cancelled, at);

    /// <exception cref="InvalidTransitionException">It has come to its end.</exception>
    public void Fail(string code, string message, DateTime at)
    {
        End(JobStatus.Failed, at);
        (FailureCode, FailureMessage) = (code, message.Length > MessageMaxLength ? message[..MessageMaxLength] : message);
    }

    /// <summary>Its file is not kept any more.</summary>
    public virtual void Forget() => (Sha256, KeptUntil) = (null, null);

    /// <summary>Somebody of whom its file may speak has been erased: it is not kept any more, or not beyond the job's end.</summary>
    public void Withdraw(DateTime at)
    {
        WithdrawnAt = at;
        if (!IsUnfinished)
        {
            Forget();
        }
    }

    private void End(JobStatus status, DateTime at)
    {
        (_status, FinishedAt) = (s_statuses.Step(Status, status), at);
        if (WithdrawnAt is not null)
        {
            Forget();
        }
    }
}
