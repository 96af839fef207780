namespace Headless.Community;

/// <summary>
/// One account on its way into a group through an entry point: scanned, made friends with an account of staff, was
/// invited, joined. A path that ended in a join is over; the next scan begins another.
/// </summary>
public sealed class JoinPath : Entity
{
    public const int DisplayNameMaxLength = Identity.DisplayNameMaxLength;

    public long EntryPointId { get; init; }

    public EntryPoint EntryPoint { get; init; } = null!;

    /// <summary>The group that it leads to or led to.</summary>
    public long GroupId { get; set; }

    public Group Group { get; init; } = null!;

    public Platform Platform { get; init; }

    /// <summary>The account on the platform.</summary>
    [PersonalData]
    public string? AccountExternalId { get; set; }

    /// <summary>What it calls itself there.</summary>
    [PersonalData]
    public string? DisplayName { get; set; }

    /// <summary>The member who has the account; null while nobody has.</summary>
    public long? MemberId { get; set; }

    public Member? Member { get; init; }

    /// <summary>The stay that it ended in.</summary>
    public long? MembershipId { get; set; }

    /// <summary>The furthest step.</summary>
    public JoinStep Step { get; private set; } = JoinStep.Scanned;

    /// <summary>The time of the furthest step, UTC.</summary>
    public DateTime StepAt { get; private set; }

    /// <summary>The time of the first step that was reported, UTC: the path belongs to that day.</summary>
    public DateTime StartedAt { get; private set; }

    public DateTime? ScannedAt { get; private set; }

    public DateTime? FriendedAt { get; private set; }

    public DateTime? InvitedAt { get; private set; }

    public DateTime? JoinedAt { get; private set; }

    /// <summary>Takes a step, in whatever order the steps are reported; the first report of a step counts.</summary>
    public void Take(JoinStep step, DateTime at)
    {
        switch (step)
        {
            case JoinStep.Scanned: ScannedAt ??= at; break;
            case JoinStep.Friended: FriendedAt ??= at; break;
            case JoinStep.Invited: InvitedAt ??= at; break;
            default: JoinedAt ??= at; break;
        }

        if (StartedAt == default || at < StartedAt)
        {
            StartedAt = at;
        }

        if (step >= Step)
        {
            (Step, StepAt) = (step, at);
        }
    }
}

/// <summary>A step on the way into a group. Stored as a number: a value is never changed or given again.</summary>
public enum JoinStep : byte
{
    Scanned = 1,

    /// <summary>Made friends with an account of staff.</summary>
    Friended = 2,

    /// <summary>The account of staff invited them.</summary>
    Invited = 3,

    Joined = 4,
}
