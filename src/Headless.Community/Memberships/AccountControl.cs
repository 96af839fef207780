namespace Headless.Community;

/// <summary>
/// Who answered for an account that staff or a machine runs, from one time until another (A-077, A.12 #13): what was written with
/// it is found by whoever controlled it then, also after it passed to somebody else. Nothing takes a row away.
/// </summary>
public sealed class AccountControl : Entity
{
    private DateTime? _until;

    /// <summary>The account, as its stay in a group.</summary>
    public long MembershipId { get; init; }

    public Membership Membership { get; init; } = null!;

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    /// <summary>Who answers for it; null: a machine or a staff person's own account for which nobody was named.</summary>
    public long? OperatorId { get; init; }

    public Operator? Operator { get; init; }

    public AccountKind AccountKind { get; init; }

    /// <summary>What the account is declared to be there for; null: not declared.</summary>
    public OperatorDuty? Duty { get; init; }

    /// <summary>When it began, UTC: for the first one, when the stay began.</summary>
    public DateTime Since { get; init; }

    /// <summary>When it ended, UTC; null while it lasts.</summary>
    public DateTime? Until
    {
        get => _until;
        init => _until = value;
    }

    internal void End(DateTime at) => _until = at;
}
