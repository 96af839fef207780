namespace Headless.Community;

/// <summary>
/// One operator's work in a group passed to another: the history behind assignments that ended and began. Rows are only
/// ever added.
/// </summary>
public sealed class GroupHandover : Entity
{
    public const int ReasonMaxLength = 1000;

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    public long FromOperatorId { get; init; }

    public Operator FromOperator { get; init; } = null!;

    public long ToOperatorId { get; init; }

    public Operator ToOperator { get; init; } = null!;

    /// <summary>The role that passed.</summary>
    public AssignmentRole Role { get; init; }

    /// <summary>Why, for whoever reads the history.</summary>
    public required string Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime HandedOverAt { get; init; }

    /// <summary>Who decided it.</summary>
    public long? HandedOverById { get; init; }

    public Operator? HandedOverBy { get; init; }

    /// <summary>How many accounts that staff controls passed with it.</summary>
    public int AccountCount { get; init; }

    /// <summary>
    /// Passes everything that an operator is in a group to another one. <see cref="Group.Assignments"/> must be loaded.
    /// Who takes over an ownership and was an administrator is one no more; who is there already in that role, or above it, stays.
    /// </summary>
    /// <param name="accounts">The open stays in the group that <paramref name="from"/> controls, their controls loaded; they pass, too.</param>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.SameOperator"/>, <see cref="DomainErrorCodes.OperatorInactive"/>,
    /// <see cref="DomainErrorCodes.OperatorRoleUnfit"/>: an ANALYST or INTEGRATION runs no groups.
    /// <see cref="DomainErrorCodes.NotAssigned"/>: <paramref name="from"/> does not work in the group.
    /// </exception>
    public static IReadOnlyList<GroupHandover> HandOver(
        Group group, Operator from, Operator to, IReadOnlyCollection<Membership> accounts, string reason, DateTime at, long? byId)
    {
        RequireFit(from, to);
        var held = group.Assignments.Where(a => a.OperatorId == from.Id && a.IsCurrent(at)).OrderBy(a => a.Role).ToList();
        if (held.Count == 0)
        {
            throw new DomainException(DomainErrorCodes.NotAssigned, $"{from.Name} does not work in the group '{group.Name}': nothing can be handed over there.");
        }

        foreach (var account in accounts)
        {
            account.SetAccountKind(account.AccountKind, to.Id, at, account.StaffDuty);
        }

        var handovers = new List<GroupHandover>(held.Count);
        foreach (var assignment in held)
        {
            assignment.End(at);
            Take(group, to, assignment.Role, at);
            handovers.Add(new GroupHandover
            {
                Group = group,
                GroupId = group.Id,
                FromOperatorId = from.Id,
                ToOperatorId = to.Id,
                Role = assignment.Role,
                Reason = reason,
                HandedOverAt = at,
                HandedOverById = byId,
                AccountCount = handovers.Count == 0 ? accounts.Count : 0,
            });
        }

        return handovers;
    }

    private static void RequireFit(Operator from, Operator to)
    {
        if (from.Id == to.Id)
        {
            throw new DomainException(DomainErrorCodes.SameOperator, "An operator cannot hand over to themselves: name somebody else.");
        }

        if (!to.IsActive)
        {
            throw new DomainException(DomainErrorCodes.OperatorInactive, $"{to.Name} is not active: activate the operator first.");
        }

        if (to.Role is OperatorRole.Analyst or OperatorRole.Integration)
        {
            throw new DomainException(
                DomainErrorCodes.OperatorRoleUnfit, $"{to.Name} is {to.Role.ToString().ToUpperInvariant()} and runs no groups: name a LEAD, an OWNER or an ADMIN.");
        }
    }

    private static void Take(Group group, Operator to, AssignmentRole role, DateTime at)
    {
        var current = group.Assignments.Where(a => a.OperatorId == to.Id && a.IsCurrent(at)).ToList();
        if (current.Exists(a => a.Role <= role))
        {
            return;
        }

        current.ForEach(a => a.End(at));
        group.Assign(to, role, at, force: true);
    }
}
