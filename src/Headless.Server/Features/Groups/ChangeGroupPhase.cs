using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Groups;

[GraphQLDescription("A group that enters another phase.")]
public sealed record ChangeGroupPhaseInput(
    [property: ID<Group>] [property: GraphQLDescription("The group.")] long Id,
    [property: GraphQLDescription("The phase that it enters.")] GroupPhase Phase,
    [property: GraphQLDescription("Why, for whoever reads the history.")] string? Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="ChangeGroupPhaseInput"/>.</summary>
public sealed class ChangeGroupPhaseValidator : AbstractValidator<ChangeGroupPhaseInput>
{
    public ChangeGroupPhaseValidator() => RuleFor(i => i.Reason).MaximumLength(GroupPhaseChange.ReasonMaxLength).PlainText();
}

/// <summary>Records that a group entered another phase.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeGroupPhaseMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Records that a group entered another phase. The order of the phases is advice: any may follow any other.")]
    public static Task<Group> ChangeGroupPhaseAsync(ChangeGroupPhaseInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var group = await session.FindAsync<Group>(input.Id, "id");
                session.Expect(group, input.Version);
                group.ChangePhase(input.Phase, session.Now, input.Reason, session.Caller.OperatorId);
                session.Record(ActivityKind.GroupPhaseChanged, () => new ActivitySubject { GroupId = group.Id, Text = input.Reason });
                return group;
            },
            cancellationToken);
}
