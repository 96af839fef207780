using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Operators;

[GraphQLDescription("Work for an operator in a group.")]
public sealed record AssignOperatorInput(
    [property: ID<Group>] [property: GraphQLDescription("The group.")] long GroupId,
    [property: ID<Operator>] [property: GraphQLDescription("The operator, who has to be active.")] long OperatorId,
    [property: GraphQLDescription("What the operator is in the group.")] AssignmentRole Role,
    [property: GraphQLDescription("Whether the group may have more administrators than a group needs (three, unless the server's settings say otherwise); false unless given.")] bool? Force);

[GraphQLDescription("An assignment to end.")]
public sealed record EndAssignmentInput(
    [property: ID<GroupAssignment>] [property: GraphQLDescription("The assignment.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="AssignOperatorInput"/>: those of the domain are the group's.</summary>
public sealed class AssignOperatorValidator : AbstractValidator<AssignOperatorInput>
{
    public AssignOperatorValidator() => RuleFor(i => i.Role).IsInEnum();
}

/// <summary>The rules of <see cref="EndAssignmentInput"/>.</summary>
public sealed class EndAssignmentValidator : AbstractValidator<EndAssignmentInput>
{
    public EndAssignmentValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>Who works in which group.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class AssignOperatorMutations
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Lets an operator work in a group from now on: an OWNER or ADMIN sees it, and what hangs on it, at once.")]
    public static Task<GroupAssignment> AssignOperatorAsync(
        AssignOperatorInput input, CommunityWriter writer, StaffingOptions staffing, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                // The group counts its administrators: two assignments at a time go one after the other.
                await session.Db.LockActivityLogAsync(session.CancellationToken);
                var group = await session.FindAsync<Group>(
                    input.GroupId, "groupId", q => q.Include(g => g.Assignments.Where(a => a.Until == null || a.Until > session.Now)));
                var staff = await session.FindAsync<Operator>(input.OperatorId, "operatorId");
                var assignment = group.Assign(staff, input.Role, session.Now, input.Force ?? false, staffing.MaxAdmins);
                session.Record(ActivityKind.GroupStaffChanged, () => new ActivitySubject { GroupId = group.Id, Text = staff.Name });
                return assignment;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Ends an assignment now: an OWNER or ADMIN no longer sees the group, unless by another assignment.")]
    public static Task<GroupAssignment> EndAssignmentAsync(EndAssignmentInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var assignment = await session.FindAsync<GroupAssignment>(input.Id, "id", q => q.Include(a => a.Operator));
                session.Expect(assignment, input.Version);
                if (assignment.Until <= session.Now)
                {
                    throw new DomainException(DomainErrorCodes.NotAssigned, $"The assignment ended at {assignment.Until:O} already.");
                }

                assignment.End(session.Now);
                session.Record(
                    ActivityKind.GroupStaffChanged, () => new ActivitySubject { GroupId = assignment.GroupId, Text = assignment.Operator.Name });
                return assignment;
            },
            cancellationToken);
}
