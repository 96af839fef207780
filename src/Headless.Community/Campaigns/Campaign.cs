namespace Headless.Community;

/// <summary>Something that is done in groups to reach a goal, within a window of time.</summary>
public sealed class Campaign : Entity
{
    public const int NameMaxLength = 200;
    public const int TimeZoneMaxLength = 64;
    public const int HookMaxLength = 1000;
    public const int ReasonMaxLength = 1000;
    public const int ReviewMaxLength = 10_000;

    private static readonly StateMachine<CampaignStatus> s_statuses = new(
        "campaign",
        (CampaignStatus.Draft, CampaignStatus.Scheduled),
        (CampaignStatus.Draft, CampaignStatus.Cancelled),
        (CampaignStatus.Scheduled, CampaignStatus.Draft),
        (CampaignStatus.Scheduled, CampaignStatus.Preheating),
        (CampaignStatus.Scheduled, CampaignStatus.Running),
        (CampaignStatus.Scheduled, CampaignStatus.Cancelled),
        (CampaignStatus.Preheating, CampaignStatus.Running),
        (CampaignStatus.Preheating, CampaignStatus.Cancelled),
        (CampaignStatus.Running, CampaignStatus.Ended),
        (CampaignStatus.Running, CampaignStatus.Cancelled),
        (CampaignStatus.Ended, CampaignStatus.Reviewed));

    private CampaignStatus _status = CampaignStatus.Draft;
    private DateTime? _startsAt;
    private DateTime? _endsAt;
    private decimal? _budget;
    private string? _currency;
    private string? _cancelReason;
    private string? _review;
    private DateTime? _preheatsAt;

    public required string Name { get; set; }

    public CampaignGoal Goal { get; set; } = CampaignGoal.Activate;

    public CampaignKind Kind { get; set; } = CampaignKind.Promotion;

    /// <summary>Where it stands; changed by <see cref="Schedule"/>, <see cref="Start"/>, <see cref="End"/> and the rest.</summary>
    public CampaignStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>When it starts or started, UTC.</summary>
    public DateTime? StartsAt
    {
        get => _startsAt;
        init => _startsAt = value;
    }

    /// <summary>When it ends or ended, UTC; this moment is no longer part of it.</summary>
    public DateTime? EndsAt
    {
        get => _endsAt;
        init => _endsAt = value;
    }

    /// <summary>When it becomes PREHEATING by itself, UTC; null: when somebody says so. Changed by <see cref="PreheatFrom"/>.</summary>
    public DateTime? PreheatsAt
    {
        get => _preheatsAt;
        init => _preheatsAt = value;
    }

    /// <summary>For whom it is: a live segment, or one that was frozen; null: everybody in its groups.</summary>
    public long? SegmentId { get; set; }

    public Segment? Segment { get; init; }

    /// <summary>By which version of the rules of what is a word its review can be found; 0: not yet.</summary>
    public int ReviewIndexVersion { get; init; }

    /// <summary>The IANA time zone in which its schedule is meant.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>What makes people come .</summary>
    public string? Hook { get; set; }

    /// <summary>What it may cost, in <see cref="Currency"/>; changed by <see cref="SetBudget"/>.</summary>
    public decimal? Budget
    {
        get => _budget;
        init => _budget = value;
    }

    /// <summary>The ISO 4217 code of <see cref="Budget"/>.</summary>
    public string? Currency
    {
        get => _currency;
        init => _currency = value;
    }

    /// <summary>Why it was cancelled.</summary>
    public string? CancelReason
    {
        get => _cancelReason;
        init => _cancelReason = value;
    }

    /// <summary>复盘: what went well, what did not, what to do next time .</summary>
    public string? Review
    {
        get => _review;
        init => _review = value;
    }

    /// <summary>The groups it runs in, as rows.</summary>
    public List<CampaignGroup> CampaignGroups { get; } = [];

    /// <summary>The groups it runs in.</summary>
    public List<Group> Groups { get; } = [];

    public List<Order> Orders { get; } = [];

    /// <summary>Sets the window of a campaign that has not ended.</summary>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.InvalidInterval"/>: it would end before it starts.
    /// <see cref="DomainErrorCodes.CampaignWindowRequired"/>: one that is no longer a draft needs both.
    /// </exception>
    public void Reschedule(DateTime? startsAt, DateTime? endsAt)
    {
        Interval.Require(startsAt, endsAt, "startsAt", "endsAt");
        Interval.Require(PreheatsAt, startsAt, "preheatsAt", "startsAt");
        if (Status != CampaignStatus.Draft)
        {
            RequireWindow(startsAt, endsAt);
        }

        _startsAt = startsAt;
        _endsAt = endsAt;
    }

    /// <summary>Sets or removes the budget.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvalidAmount"/>, <see cref="DomainErrorCodes.InvalidCurrency"/>.</exception>
    public void SetBudget(decimal? amount, string? currency)
    {
        if (amount is { } value)
        {
            _currency = Community.Currency.Require(currency ?? "");
            _budget = value >= 0
                ? Community.Currency.RequireAmount(value)
                : throw new DomainException(DomainErrorCodes.InvalidAmount, "A budget cannot be negative.");
        }
        else
        {
            (_budget, _currency) = (null, null);
        }
    }

    /// <summary>Fixes it.</summary>
    /// <param name="at">Now, UTC.</param>
    /// <exception cref="InvalidTransitionException">It is not a draft.</exception>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.CampaignWindowRequired"/>, <see cref="DomainErrorCodes.InvalidInterval"/>,
    /// <see cref="DomainErrorCodes.CampaignStartsInPast"/>.
    /// </exception>
    public void Schedule(DateTime at)
    {
        var next = s_statuses.Step(Status, CampaignStatus.Scheduled);
        RequireWindow(StartsAt, EndsAt);
        Interval.Require(StartsAt, EndsAt, "startsAt", "endsAt");
        if (StartsAt < at)
        {
            throw new DomainException(
                DomainErrorCodes.CampaignStartsInPast,
                $"The campaign would have started at {StartsAt:O}, which has passed: move startsAt.");
        }

        _status = next;
    }

    /// <summary>Makes a scheduled campaign a draft again.</summary>
    /// <exception cref="InvalidTransitionException">It is not scheduled.</exception>
    public void Unschedule() => _status = s_statuses.Step(Status, CampaignStatus.Draft);

    /// <summary>Starts to warm people up .</summary>
    /// <exception cref="InvalidTransitionException">It is not scheduled.</exception>
    public void Preheat() => _status = s_statuses.Step(Status, CampaignStatus.Preheating);

    /// <summary>Says when people begin to be warmed up for it; null: when somebody says so.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvalidInterval"/>: not before it starts.</exception>
    public void PreheatFrom(DateTime? at)
    {
        Interval.Require(at, StartsAt, "preheatsAt", "startsAt");
        _preheatsAt = at;
    }

    /// <summary>Writes down what was learnt: the first time closes the books, later it is written anew.</summary>
    /// <exception cref="InvalidTransitionException">It has not ended.</exception>
    public void WriteReview(string conclusion)
    {
        if (Status != CampaignStatus.Reviewed)
        {
            _status = s_statuses.Step(Status, CampaignStatus.Reviewed);
        }

        _review = conclusion;
    }

    /// <summary>Starts it; one that starts early starts now.</summary>
    /// <exception cref="InvalidTransitionException">It is neither scheduled nor preheating.</exception>
    public void Start(DateTime at)
    {
        _status = s_statuses.Step(Status, CampaignStatus.Running);
        if (StartsAt is null || at < StartsAt)
        {
            _startsAt = at;
        }
    }

    /// <summary>Ends it; one that ends early ends now.</summary>
    /// <exception cref="InvalidTransitionException">It does not run.</exception>
    public void End(DateTime at)
    {
        _status = s_statuses.Step(Status, CampaignStatus.Ended);
        if (EndsAt is null || at < EndsAt)
        {
            _endsAt = at;
        }
    }

    /// <summary>Writes down what was learnt, and closes the books.</summary>
    /// <exception cref="InvalidTransitionException">It has not ended, or is reviewed already.</exception>
    public void CompleteReview(string review)
    {
        _status = s_statuses.Step(Status, CampaignStatus.Reviewed);
        _review = review;
    }

    /// <summary>Calls it off.</summary>
    /// <exception cref="InvalidTransitionException">It has ended, or is cancelled already.</exception>
    public void Cancel(string? reason)
    {
        _status = s_statuses.Step(Status, CampaignStatus.Cancelled);
        _cancelReason = reason;
    }

    private static void RequireWindow(DateTime? startsAt, DateTime? endsAt)
    {
        if (startsAt is null || endsAt is null)
        {
            throw new DomainException(
                DomainErrorCodes.CampaignWindowRequired,
                "The campaign has no window: set startsAt and endsAt first.");
        }
    }
}
