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
    private OperatorDuty? _staffDuty;
    private DateTime? _leftAt;
    private LeaveKind? _leaveKind;
    private string? _leaveReason;
    private LeaveReasonSource? _leaveReasonSource;
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

    /// <summary>What an account that staff controls is declared to be there for; null: not declared, or a customer's.</summary>
    public OperatorDuty? StaffDuty
    {
        get => _staffDuty;
        init => _staffDuty = value;
    }

    /// <summary>Who controlled the account when, for as long as it was not a customer's.</summary>
    public List<AccountControl> Controls { get; } = [];

    /// <summary>What the member is called in this group.</summary>
    [PersonalData(IsShown = true)]
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
    [PersonalData]
    public string? JoinNote { get; set; }

    /// <summary>The member who brought this one.</summary>
    public long? InvitedById { get; set; }

    public Member? InvitedBy { get; set; }

    /// <summary>The channel as it is kept here: that of the entry point, or the one that <see cref="JoinChannel"/> names.</summary>
    public long? JoinChannelId { get; set; }

    public JoinChannel? Channel { get; init; }

    /// <summary>The code or link through which they came.</summary>
    public long? EntryPointId { get; set; }

    public EntryPoint? EntryPoint { get; init; }

    /// <summary>The campaign that made them come .</summary>
    public long? JoinCampaignId { get; set; }

    public Campaign? JoinCampaign { get; init; }

    /// <summary>The content that made them come .</summary>
    public long? JoinContentItemId { get; set; }

    public ContentItem? JoinContentItem { get; init; }

    /// <summary>The KOL whose pull made them come .</summary>
    public long? KolMemberId { get; set; }

    public Member? KolMember { get; init; }

    /// <summary>Whether they came although the group's join policy did not let them: a fact, flagged.</summary>
    public bool JoinPolicyBroken { get; set; }

    /// <summary>When a welcome was sent to them, UTC; null: none that is known.</summary>
    public DateTime? WelcomedAt { get; set; }

    /// <summary>Whether the nickname keeps the group's rule; null: the group has no pattern, or no nickname is known.</summary>
    public NicknameCompliance? NicknameCompliance { get; set; }

    /// <summary>When they were last reminded of the rule, UTC.</summary>
    public DateTime? NicknameRemindedAt { get; set; }

    /// <summary>Where <see cref="LeaveReason"/> comes from; null while the stay lasts.</summary>
    public LeaveReasonSource? LeaveReasonSource
    {
        get => _leaveReasonSource;
        init => _leaveReasonSource = value;
    }

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
    [PersonalData]
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

    /// <summary>Whether the member still sees the group's messages .</summary>
    public AttentionState AttentionState { get; private set; }

    /// <summary>Since when, UTC; null while unknown.</summary>
    public DateTime? AttentionSince { get; private set; }

    /// <summary>Notes what the platform says of the member's attention; false: it was so already, or something later is known.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.MembershipEnded"/>.</exception>
    public bool SetAttention(AttentionState state, DateTime at)
    {
        RequireOpen();
        if (state == AttentionState || at < AttentionSince)
        {
            return false;
        }

        (AttentionState, AttentionSince) = (state, state == AttentionState.Unknown ? null : at);
        return true;
    }

    /// <summary>Whether the stay lasts.</summary>
    public bool IsOpen => LeftAt is null;

    /// <summary>Whether the account counts in member metrics.</summary>
    public bool IsCounted => AccountKind == AccountKind.Customer;

    /// <summary>Ends the stay.</summary>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.MembershipEnded"/>: it has ended. <see cref="DomainErrorCodes.LeaveBeforeJoin"/>: it would end before it began.
    /// </exception>
    public void Leave(DateTime at, LeaveKind kind, string? reason = null, LeaveReasonSource? source = null)
    {
        RequireOpen();
        if (at < JoinedAt)
        {
            throw new DomainException(
                DomainErrorCodes.LeaveBeforeJoin,
                $"The member joined at {JoinedAt:O} and cannot have left at {at:O}: check the time of the leave.");
        }

        MoveEnd(at, kind, reason, source);
    }

    /// <summary>Says why a stay ended, once somebody knows.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.MembershipLasts"/>: it has not ended.</exception>
    public void ExplainLeave(string? reason, LeaveReasonSource source)
    {
        if (LeftAt is null)
        {
            throw new DomainException(DomainErrorCodes.MembershipLasts, "The stay has not ended: record the leave first.");
        }

        (_leaveReason, _leaveReasonSource) = (reason, reason is null ? Community.LeaveReasonSource.None : source);
    }

    /// <summary>Puts the beginning where a report that came late says it was.</summary>
    internal void MoveBeginning(DateTime at, bool joinKnown) => (_joinedAt, _joinKnown) = (at, joinKnown);

    /// <summary>Puts an end that was only inferred where a report that came late says it was.</summary>
    internal void MoveEnd(DateTime at, LeaveKind kind, string? reason, LeaveReasonSource? source) =>
        (_leftAt, _leaveKind, _leaveReason, _leaveReasonSource) =
        (at, kind, reason, reason is null ? Community.LeaveReasonSource.None : source ?? Community.LeaveReasonSource.Declared);

    /// <summary>Counts a violation, also one that is decided after they have left, and returns how many there are now.</summary>
    public int AddStrike() => ++_strikes;

    /// <summary>Takes a violation back and returns how many are left.</summary>
    public int RemoveStrike() => _strikes = Math.Max(0, _strikes - 1);

    /// <summary>Says who is behind the account, and keeps who answered for it in <see cref="Controls"/>, which must be loaded.</summary>
    /// <param name="kind">Who is behind it.</param>
    /// <param name="controlledById">The operator who answers for it.</param>
    /// <param name="at">Since when somebody else controls it, UTC. The first controller answers for the whole stay.</param>
    /// <param name="duty">What an account of staff is there for.</param>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.ControllingOperatorRequired"/>: a SERVICE, VEST or ATMOSPHERE account has to name the operator who answers for it.
    /// </exception>
    public void SetAccountKind(AccountKind kind, long? controlledById, DateTime at, OperatorDuty? duty = null)
    {
        if (kind is AccountKind.Service or AccountKind.Vest or AccountKind.Atmosphere && controlledById is null)
        {
            throw new DomainException(
                DomainErrorCodes.ControllingOperatorRequired,
                $"An account of kind {kind.ToString().ToUpperInvariant()} is controlled by staff: name the operator who controls it.");
        }

        _accountKind = kind;
        _controlledById = kind == AccountKind.Customer ? null : controlledById;
        _staffDuty = kind == AccountKind.Customer ? null : duty;
        KeepControl(at);
    }

    private void KeepControl(DateTime at)
    {
        var current = Controls.Find(control => control.Until is null);
        if (current is not null && current.OperatorId == _controlledById && current.AccountKind == _accountKind && current.Duty == _staffDuty)
        {
            return;
        }

        current?.End(at);
        if (_accountKind != AccountKind.Customer)
        {
            Controls.Add(new AccountControl
            {
                Membership = this,
                MembershipId = Id,
                Group = Group,
                GroupId = GroupId,
                OperatorId = _controlledById,
                AccountKind = _accountKind,
                Duty = _staffDuty,
                Since = Controls.Count == 0 ? JoinedAt : at,
            });
        }
    }

    private void RequireOpen()
    {
        if (LeftAt is { } end)
        {
            throw new DomainException(DomainErrorCodes.MembershipEnded, $"The stay ended at {end:O}: a return is a new membership.");
        }
    }
}
