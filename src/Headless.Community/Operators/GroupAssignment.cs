namespace Headless.Community;

/// <summary>An operator works in a group, from one time until another. It decides which rows an OWNER or ADMIN sees.</summary>
public sealed class GroupAssignment : Entity
{
    private DateTime? _until;

    public long OperatorId { get; init; }

    public Operator Operator { get; init; } = null!;

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    /// <summary>What the operator is in this group.</summary>
    public AssignmentRole Role { get; init; } = AssignmentRole.Admin;

    /// <summary>When it began, UTC.</summary>
    public DateTime Since { get; init; }

    /// <summary>When it ended or will end, UTC; null while no end is known.</summary>
    public DateTime? Until
    {
        get => _until;
        init => _until = value;
    }

    /// <summary>Whether it holds at a moment: the start belongs to it, the end does not.</summary>
    public bool IsCurrent(DateTime at) => Since <= at && (Until is not { } until || at < until);

    /// <summary>Ends it.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvalidInterval"/>: the end is not after the start.</exception>
    public void End(DateTime at)
    {
        Interval.Require(Since, at, "since", "until");
        _until = at;
    }
}
