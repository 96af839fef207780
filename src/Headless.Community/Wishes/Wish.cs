namespace Headless.Community;

/// <summary>What members would like to be offered, for the next event (A-137). A member has one vote for it.</summary>
public sealed class Wish : Entity
{
    public const int CategoryMaxLength = 100;
    public const int ProductMaxLength = 200;
    public const int NoteMaxLength = 2000;
    public const int ReasonMaxLength = 1000;
    public const int IdempotencyKeyMaxLength = 200;

    private static readonly StateMachine<WishStatus> s_statuses = new(
        "wish",
        (WishStatus.Open, WishStatus.Planned),
        (WishStatus.Open, WishStatus.Fulfilled),
        (WishStatus.Open, WishStatus.Declined),
        (WishStatus.Planned, WishStatus.Open),
        (WishStatus.Planned, WishStatus.Fulfilled),
        (WishStatus.Planned, WishStatus.Declined),
        (WishStatus.Declined, WishStatus.Open));

    private WishStatus _status = WishStatus.Open;
    private string? _statusReason;
    private DateTime? _statusChangedAt;
    private long? _campaignId;

    /// <summary>The category in the brand's own words.</summary>
    public required string Category { get; set; }

    /// <summary>What it should be.</summary>
    public required string Product { get; set; }

    /// <summary>What the member said about it.</summary>
    [PersonalData]
    public string? Note { get; set; }

    /// <summary>Who came up with it; null where an operator wrote it down for nobody in particular.</summary>
    public long? MemberId { get; init; }

    public Member? Member { get; init; }

    /// <summary>The group in which it came up.</summary>
    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    /// <summary>The campaign that fulfils it.</summary>
    public long? CampaignId
    {
        get => _campaignId;
        init => _campaignId = value;
    }

    public Campaign? Campaign { get; init; }

    public WishStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>Why it is what it is, for whoever asks.</summary>
    public string? StatusReason
    {
        get => _statusReason;
        init => _statusReason = value;
    }

    /// <summary>When it was decided about, UTC.</summary>
    public DateTime? StatusChangedAt
    {
        get => _statusChangedAt;
        init => _statusChangedAt = value;
    }

    /// <summary>How many members voted for it: kept in the transaction of each vote, so that the top of the list is read from an index.</summary>
    public int VoteCount { get; init; }

    /// <summary>What the reporter called it.</summary>
    public string? IdempotencyKey { get; init; }

    public List<WishVote> Votes { get; } = [];

    /// <summary>Whether members can vote for it, or take their votes back.</summary>
    public bool IsVotable => Status is WishStatus.Open or WishStatus.Planned;

    /// <summary>Refuses votes about what is decided.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.WishClosed"/>.</exception>
    public void RequireVotable()
    {
        if (!IsVotable)
        {
            throw new DomainException(DomainErrorCodes.WishClosed, $"The wish is {(Status == WishStatus.Fulfilled ? "FULFILLED" : "DECLINED")}: votes are over.");
        }
    }

    /// <summary>It is going to be fulfilled.</summary>
    /// <exception cref="InvalidTransitionException">It is not open.</exception>
    public void Plan(DateTime at, long? campaignId, string? reason = null)
    {
        Become(WishStatus.Planned, at, reason);
        _campaignId = campaignId ?? CampaignId;
    }

    /// <summary>Members have what they wished for.</summary>
    /// <exception cref="InvalidTransitionException">It is fulfilled or declined.</exception>
    public void Fulfil(DateTime at, long? campaignId, string? reason = null)
    {
        Become(WishStatus.Fulfilled, at, reason);
        _campaignId = campaignId ?? CampaignId;
    }

    /// <summary>It is not going to be fulfilled.</summary>
    /// <exception cref="InvalidTransitionException">It is fulfilled or declined.</exception>
    public void Decline(DateTime at, string reason) => Become(WishStatus.Declined, at, reason);

    /// <summary>Nothing is decided after all.</summary>
    /// <exception cref="InvalidTransitionException">It is open, or fulfilled.</exception>
    public void Reopen(DateTime at, string? reason = null)
    {
        Become(WishStatus.Open, at, reason);
        _campaignId = null;
    }

    private void Become(WishStatus status, DateTime at, string? reason) =>
        (_status, _statusChangedAt, _statusReason) = (s_statuses.Step(Status, status), at, reason);
}
