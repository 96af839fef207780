namespace Headless.Community;

/// <summary>
/// One stay of a member in a group: who leaves and returns has two. A member has at most one open stay in a group, which the
/// database guarantees.
/// </summary>
public sealed class Membership : Entity
{
    public const int NicknameMaxLength = 200;
    public const int JoinChannelMaxLength = 100;
    public const int JoinNoteMaxLength = 500;
    public const int LeaveReasonMaxLength = 500;

    private AccountKind _accountKind = AccountKind.Customer;
    private long? _controlledById;
    private DateTime? _leftAt;
    private LeaveKind? _leaveKind;
    private string? _leaveReason;
    private int _strikes;
    private DateTime _joinedAt;
    private bool _joinKnown = true;

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    public long MemberId { get; set; }

    public Member Member { get; set; } = null!;

    public MembershipRole Role { get; set; } = MembershipRole.Member;

    /// <summary>Who is behind the account; changed by <see cref="SetAccountKind"/>.</summary>
    public AccountKind AccountKind
    {
        get => _accountKind;
        init => _accountKind = value;
    }

    /// <summary>The operator who controls the account when it is not a customer's.</summary>
    public long? ControlledById
    {
        get => _controlledById;
        init => _controlledById = value;
    }

    public Operator? ControlledBy { get; init; }

    /// <summary>What the member is called in this group.</summary>
    public string? Nickname { get; set; }

    /// <summary>When the stay began, UTC; the first sign of it when <see cref="JoinKnown"/> is false.</summary>
    public DateTime JoinedAt
    {
        get => _joinedAt;
        init => _joinedAt = value;
    }

    /// <summary>Whether the joining itself was seen; false: the member was first noticed speaking.</summary>
    public bool JoinKnown
    {
        get => _joinKnown;
        init => _joinKnown = value;
    }

    public JoinSource? JoinSource { get; set; }

    public JoinReason? JoinReason { get; set; }

    /// <summary>The channel in the brand's own words: 公众号, 抖音, offline shop.</summary>
    public string? JoinChannel { get; set; }

    /// <summary>Anything else about the joining.</summary>
    public string? JoinNote { get; set; }

    /// <summary>The member who brought this one.</summary>
    public long? InvitedById { get; set; }

    public Member? InvitedBy { get; set; }

    /// <summary>When the stay ended, UTC; null while it lasts.</summary>
    public DateTime? LeftAt
    {
        get => _leftAt;
        init => _leftAt = value;
    }

    /// <summary>Who ended it; null while it lasts.</summary>
    public LeaveKind? LeaveKind
    {
        get => _leaveKind;
        init => _leaveKind = value;
    }

    /// <summary>Why it ended, where somebody said so.</summary>
    public string? LeaveReason
    {
        get => _leaveReason;
        init => _leaveReason = value;
    }

    /// <summary>Violations counted against the member in this stay.</summary>
    public int Strikes
    {
        get => _strikes;
        init => _strikes = value;
    }

    /// <summary>The time of the latest message, UTC.</summary>
    public DateTime? LastMessageAt { get; set; }

    /// <summary>A hash of the latest message's text: an effective message is not a repeat of the sender's previous one.</summary>
    public long? LastMessageHash { get; set; }

    /// <summary>Whether the stay lasts.</summary>
    public bool IsOpen => LeftAt is null;

    /// <summary>Whether the account counts in member metrics.</summary>
    public bool IsCounted => AccountKind == AccountKind.Customer;

    /// <summary>Ends the stay.</summary>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.MembershipEnded"/>: it has ended. <see cref="DomainErrorCodes.LeaveBeforeJoin"/>: it would end before it began.
    /// </exception>
    public void Leave(DateTime at, LeaveKind kind, string? reason = null)
    {
        RequireOpen();
        if (at < JoinedAt)
        {
            throw new DomainException(
                DomainErrorCodes.LeaveBeforeJoin,
                $"The member joined at {JoinedAt:O} and cannot have left at {at:O}: check the time of the leave.");
        }

        (_leftAt, _leaveKind, _leaveReason) = (at, kind, reason);
    }

    /// <summary>Puts the beginning where a report that came late says it was.</summary>
    internal void MoveBeginning(DateTime at, bool joinKnown) => (_joinedAt, _joinKnown) = (at, joinKnown);

    /// <summary>Puts an end that was only inferred where a report that came late says it was.</summary>
    internal void MoveEnd(DateTime at, LeaveKind kind, string? reason) => (_leftAt, _leaveKind, _leaveReason) = (at, kind, reason);

    /// <summary>Counts a violation, also one that is decided after they have left, and returns how many there are now.</summary>
    public int AddStrike() => ++_strikes;

    /// <summary>Takes a violation back and returns how many are left.</summary>
    public int RemoveStrike() => _strikes = Math.Max(0, _strikes - 1);

    /// <summary>Says who is behind the account.</summary>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.ControllingOperatorRequired"/>: a SERVICE, VEST or ATMOSPHERE account has to name the operator who answers for it.
    /// </exception>
    public void SetAccountKind(AccountKind kind, long? controlledById)
    {
        if (kind is AccountKind.Service or AccountKind.Vest or AccountKind.Atmosphere && controlledById is null)
        {
            throw new DomainException(
                DomainErrorCodes.ControllingOperatorRequired,
                $"An account of kind {kind.ToString().ToUpperInvariant()} is controlled by staff: name the operator who controls it.");
        }

        _accountKind = kind;
        _controlledById = kind == AccountKind.Customer ? null : controlledById;
    }

    private void RequireOpen()
    {
        if (LeftAt is { } end)
        {
            throw new DomainException(DomainErrorCodes.MembershipEnded, $"The stay ended at {end:O}: a return is a new membership.");
        }
    }
}
