using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.EntryPoints;

[GraphQLDescription("An entry point that leads nowhere for now.")]
public sealed record PauseEntryPointInput(
    [property: ID<EntryPoint>] [property: GraphQLDescription("The entry point.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IEntryPointStatusInput;

[GraphQLDescription("An entry point that leads somewhere again.")]
public sealed record ResumeEntryPointInput(
    [property: ID<EntryPoint>] [property: GraphQLDescription("The entry point.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IEntryPointStatusInput;

[GraphQLDescription("An entry point that leads nowhere any more.")]
public sealed record RetireEntryPointInput(
    [property: ID<EntryPoint>] [property: GraphQLDescription("The entry point.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IEntryPointStatusInput;

/// <summary>What the steps of an entry point's status have in common.</summary>
public interface IEntryPointStatusInput
{
    long Id { get; }

    long? Version { get; }
}

/// <summary>The rules of <see cref="PauseEntryPointInput"/>.</summary>
public sealed class PauseEntryPointValidator : AbstractValidator<PauseEntryPointInput>
{
    public PauseEntryPointValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>The rules of <see cref="ResumeEntryPointInput"/>.</summary>
public sealed class ResumeEntryPointValidator : AbstractValidator<ResumeEntryPointInput>
{
    public ResumeEntryPointValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>The rules of <see cref="RetireEntryPointInput"/>.</summary>
public sealed class RetireEntryPointValidator : AbstractValidator<RetireEntryPointInput>
{
    public RetireEntryPointValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>ACTIVE ⇄ PAUSED → RETIRED.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeEntryPointStatusMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Lets an entry point lead nowhere for now.")]
    public static Task<EntryPoint> PauseEntryPointAsync(PauseEntryPointInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, e => e.Pause(), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Lets an entry point lead somewhere again.")]
    public static Task<EntryPoint> ResumeEntryPointAsync(ResumeEntryPointInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, e => e.Resume(), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Puts an entry point away for good; what came through it stays.")]
    public static Task<EntryPoint> RetireEntryPointAsync(RetireEntryPointInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, e => e.Retire(), cancellationToken);

    private static Task<EntryPoint> StepAsync<T>(T input, CommunityWriter writer, Action<EntryPoint> step, CancellationToken ct)
        where T : IEntryPointStatusInput => writer.WriteAsync(
        input,
        async session =>
        {
            var entryPoint = await session.FindAsync<EntryPoint>(input.Id, "id", q => q.Include(e => e.Targets));
            session.Expect(entryPoint, input.Version);
            step(entryPoint);
            session.RecordChange(entryPoint);
            return entryPoint;
        },
        ct);
}
