namespace Headless.Community;

/// <summary>ACCEPTED → JOINED → QUALIFIED, with HELD between and REJECTED from everywhere. Stored as a number: a value is never changed or given again.</summary>
public enum ReferralStatus : byte
{
    /// <summary>They brought a code along and have not joined.</summary>
    Accepted = 1,

    /// <summary>They are in the group, and it is not decided.</summary>
    Joined = 2,

    /// <summary>Somebody has to look at it.</summary>
    Held = 3,

    /// <summary>They count.</summary>
    Qualified = 4,

    /// <summary>They do not.</summary>
    Rejected = 5,
}

/// <summary>Why somebody who was brought does not count, or is looked at. Stored as a number: a value is never changed or given again.</summary>
public enum ReferralReason : byte
{
    /// <summary>They were in a group before.</summary>
    NotFirstTime = 1,

    /// <summary>They left before the days were over.</summary>
    LeftEarly = 2,

    /// <summary>Staff or a machine control the account.</summary>
    StaffControlled = 3,

    /// <summary>They brought themselves.</summary>
    SelfInvited = 4,

    /// <summary>Somebody else brought them.</summary>
    CountedForAnother = 5,

    /// <summary>They bought nothing in time.</summary>
    NoOrder = 6,

    /// <summary>The inviter, or somebody whom they brought, has the same telephone number or e-mail address.</summary>
    SharedContact = 7,

    /// <summary>Too many came by one member within 24 hours.</summary>
    TooManyJoins = 8,

    /// <summary>Staff decided it.</summary>
    DecidedByStaff = 9,

    /// <summary>The invitation was revoked.</summary>
    InvitationRevoked = 10,
}

/// <summary>A member was brought by another: in a programme once, for one inviter.</summary>
public sealed class Referral : Entity
{
    public const int NoteMaxLength = 500;

    private static readonly StateMachine<ReferralStatus> s_statuses = new(
        "referral",
        (ReferralStatus.Accepted, ReferralStatus.Joined),
        (ReferralStatus.Accepted, ReferralStatus.Held),
        (ReferralStatus.Accepted, ReferralStatus.Rejected),
        (ReferralStatus.Joined, ReferralStatus.Held),
        (ReferralStatus.Joined, ReferralStatus.Qualified),
        (ReferralStatus.Joined, ReferralStatus.Rejected),
        (ReferralStatus.Held, ReferralStatus.Joined),
        (ReferralStatus.Held, ReferralStatus.Rejected),
        (ReferralStatus.Qualified, ReferralStatus.Rejected));

    public long ProgramId { get; init; }

    public ReferralProgram Program { get; init; } = null!;

    public long InvitationId { get; init; }

    public ReferralInvitation Invitation { get; init; } = null!;

    /// <summary>Who brought them.</summary>
    public long InviterId { get; set; }

    public Member Inviter { get; init; } = null!;

    /// <summary>Who was brought.</summary>
    public long MemberId { get; set; }

    public Member Member { get; init; } = null!;

    public ReferralStatus Status { get; private set; } = ReferralStatus.Accepted;

    /// <summary>Why they do not count, or are held; null: nothing speaks against them.</summary>
    public ReferralReason? Reason { get; private set; }

    /// <summary>The stay that began with it.</summary>
    public long? MembershipId { get; private set; }

    public Membership? Membership { get; init; }

    public long? GroupId { get; private set; }

    public Group? Group { get; init; }

    public DateTime? JoinedAt { get; private set; }

    /// <summary>When it is decided next, UTC; null: it is decided, or waits for somebody.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>Until when they have to buy, UTC; null: they need not.</summary>
    public DateTime? OrderDueAt { get; private set; }

    /// <summary>The first that they bought since they joined .</summary>
    public long? OrderId { get; private set; }

    public Order? Order { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Who looked at it; null: it was decided by the rules.</summary>
    public long? DecidedById { get; private set; }

    public Operator? DecidedBy { get; init; }

    /// <summary>What they noted.</summary>
    [PersonalData]
    public string? Note { get; private set; }

    /// <summary>Whether staff have looked at it: the checks that hold do not hold it again.</summary>
    public bool IsCleared { get; private set; }

    /// <summary>The invitations that it hangs below, as <see cref="ReferralInvitation.Path"/>.</summary>
    public required string Path { get; init; }

    /// <summary>1: brought by whoever began the tree.</summary>
    public int Depth { get; init; }

    public static Referral Of(ReferralInvitation invitation, long memberId) => new()
    {
        ProgramId = invitation.ProgramId, InvitationId = invitation.Id, InviterId = invitation.MemberId, MemberId = memberId, Path = invitation.Path, Depth = invitation.Depth + 1,
    };

    /// <summary>They are in the group: the days begin.</summary>
    /// <exception cref="InvalidTransitionException">They were already.</exception>
    public void Arrive(Membership stay, ReferralProgram program, ReferralInvitation invitation)
    {
        Status = s_statuses.Step(Status, ReferralStatus.Joined);
        (MembershipId, GroupId, JoinedAt, DueAt) = (stay.Id, stay.GroupId, stay.JoinedAt, stay.JoinedAt.AddDays(program.StayDays));
        var orderDueAt = stay.JoinedAt.AddDays(program.OrderDays);
        OrderDueAt = !program.RequiresOrder ? null : program.Mechanic == ReferralMechanic.GroupBuying && invitation.ExpiresAt < orderDueAt ? invitation.ExpiresAt : orderDueAt;
    }

    /// <summary>They bought something for the first time: what they waited for with it need not wait longer.</summary>
    /// <returns>Whether it is the first since they joined.</returns>
    public bool Buy(Order order, int stayDays)
    {
        if (OrderId is not null || JoinedAt is not { } joinedAt || order.PaidAt < joinedAt)
        {
            return false;
        }

        OrderId = order.Id;
        DueAt = DueAt is null ? null : joinedAt.AddDays(stayDays);
        return true;
    }

    /// <summary>What they bought was called off or paid back before it was decided.</summary>
    public void TakeBack() => OrderId = Status is ReferralStatus.Joined or ReferralStatus.Held ? null : OrderId;

    /// <summary>They have time until then.</summary>
    public void Wait(DateTime until) => DueAt = until;

    /// <summary>They count.</summary>
    /// <exception cref="InvalidTransitionException">They are not JOINED.</exception>
    public void Qualify(DateTime at) => (Status, DueAt, DecidedAt, Reason) = (s_statuses.Step(Status, ReferralStatus.Qualified), null, at, null);

    /// <summary>Somebody has to look at it.</summary>
    /// <exception cref="InvalidTransitionException">It is held, or decided.</exception>
    public void Hold(ReferralReason reason, long? byId, string? note) =>
        (Status, Reason, DecidedById, Note) = (s_statuses.Step(Status, ReferralStatus.Held), reason, byId, note);

    /// <summary>Somebody has looked, and nothing speaks against it: the rules go on.</summary>
    /// <exception cref="InvalidTransitionException">It is not held.</exception>
    public void Release(long? byId, string? note) =>
        (Status, Reason, IsCleared, DecidedById, Note) = (s_statuses.Step(Status, ReferralStatus.Joined), null, true, byId, note);

    /// <summary>They do not count.</summary>
    /// <exception cref="InvalidTransitionException">They do not already.</exception>
    public void Reject(ReferralReason reason, long? byId, string? note, DateTime at) =>
        (Status, Reason, DueAt, DecidedAt, DecidedById, Note) = (s_statuses.Step(Status, ReferralStatus.Rejected), reason, null, at, byId ?? DecidedById, note ?? Note);
}

/// <summary>Something that was given for a tier: once for each time that it was earned.</summary>
public sealed class ReferralReward : Entity
{
    public long TierId { get; init; }

    public ReferralTier Tier { get; init; } = null!;

    public long InvitationId { get; init; }

    public ReferralInvitation Invitation { get; init; } = null!;

    public long ProgramId { get; init; }

    public ReferralProgram Program { get; init; } = null!;

    /// <summary>Who got it.</summary>
    public long MemberId { get; set; }

    public Member Member { get; init; } = null!;

    /// <summary>Which one, from 1: more than one for a tier that repeats.</summary>
    public int Number { get; init; }

    /// <summary>What it cost us, in <see cref="Currency"/>; null: not known.</summary>
    public decimal? Cost { get; init; }

    public string? Currency { get; init; }

    public long? PointEntryId { get; init; }

    public PointEntry? PointEntry { get; init; }

    public long? CouponId { get; init; }

    public Coupon? Coupon { get; init; }

    public long? GiftId { get; init; }

    public Gift? Gift { get; init; }
}

/// <summary>A member was asked to invite .</summary>
public sealed class ReferralPrompt
{
    public long Id { get; init; }

    public long ProgramId { get; init; }

    public ReferralProgram Program { get; init; } = null!;

    public long MemberId { get; set; }

    public Member Member { get; init; } = null!;

    /// <summary>When, UTC.</summary>
    public DateTime PromptedAt { get; init; }
}

/// <summary>Whether a member wants to be asked to invite. One for each who was ever asked.</summary>
public sealed class ReferralConsent : Entity
{
    public long MemberId { get; set; }

    public Member Member { get; init; } = null!;

    /// <summary>When they said that they do not want to be asked, UTC; null: they did not.</summary>
    public DateTime? OptedOutAt { get; set; }

    /// <summary>Goes up each time, so that of two who ask at the same moment one waits for the other.</summary>
    public int PromptCount { get; init; }
}

/// <summary>How far the log has been read for referrals. One row.</summary>
[Unaudited]
public sealed class ReferralState
{
    public const int SingleId = 1;

    public int Id { get; init; } = SingleId;

    public long LastActivityId { get; set; }
}
