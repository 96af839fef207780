using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Groups;

[GraphQLDescription("A group to open.")]
public sealed record OpenGroupInput(
    [property: ID<Group>] [property: GraphQLDescription("The group.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IGroupStatusInput;

[GraphQLDescription("A group to close.")]
public sealed record CloseGroupInput(
    [property: ID<Group>] [property: GraphQLDescription("The group.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IGroupStatusInput;

[GraphQLDescription("A group to put away.")]
public sealed record ArchiveGroupInput(
    [property: ID<Group>] [property: GraphQLDescription("The group.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IGroupStatusInput;

/// <summary>What the steps of a group's status have in common.</summary>
public interface IGroupStatusInput
{
    long Id { get; }

    long? Version { get; }
}

/// <summary>The rules of <see cref="OpenGroupInput"/>.</summary>
public sealed class OpenGroupValidator : AbstractValidator<OpenGroupInput>
{
    public OpenGroupValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>The rules of <see cref="CloseGroupInput"/>.</summary>
public sealed class CloseGroupValidator : AbstractValidator<CloseGroupInput>
{
    public CloseGroupValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>The rules of <see cref="ArchiveGroupInput"/>.</summary>
public sealed class ArchiveGroupValidator : AbstractValidator<ArchiveGroupInput>
{
    public ArchiveGroupValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>DRAFT → ACTIVE ⇄ CLOSED → ARCHIVED.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeGroupStatusMutations
{
    [Authorize(Policies.ManageGroups)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<PositioningIncompleteError>]
    [Error<DomainException>]
    [GraphQLDescription("Starts a group, or starts a closed one again. Its positioning has to be complete.")]
    public static Task<Group> OpenGroupAsync(OpenGroupInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.GroupOpened, (group, now) => group.Open(now), cancellationToken);

    [Authorize(Policies.ManageGroups)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Ends a group; its members and its numbers stay.")]
    public static Task<Group> CloseGroupAsync(CloseGroupInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.GroupClosed, (group, now) => group.Close(now), cancellationToken);

    [Authorize(Policies.ManageGroups)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Puts a closed group, or a draft that came to nothing, away for good.")]
    public static Task<Group> ArchiveGroupAsync(ArchiveGroupInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.GroupArchived, (group, _) => group.Archive(), cancellationToken);

    private static Task<Group> StepAsync<T>(T input, CommunityWriter writer, ActivityKind kind, Action<Group, DateTime> step, CancellationToken ct)
        where T : IGroupStatusInput => writer.WriteAsync(
        input,
        async session =>
        {
            var group = await session.FindAsync<Group>(input.Id, "id");
            session.Expect(group, input.Version);
            step(group, session.Now);
            session.Record(kind, () => new ActivitySubject { GroupId = group.Id });
            return group;
        },
        ct);
}
