using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Feedback;

[GraphQLDescription("Feedback to give to somebody.")]
public sealed record TriageFeedbackInput(
    [property: ID<Community.Feedback>] [property: GraphQLDescription("The feedback.")] long Id,
    [property: ID<Operator>] [property: GraphQLDescription("Who is to deal with it; you unless given. Has to be active.")] long? AssigneeId,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IFeedbackStatusInput;

[GraphQLDescription("Feedback about which something was done.")]
public sealed record ResolveFeedbackInput(
    [property: ID<Community.Feedback>] [property: GraphQLDescription("The feedback.")] long Id,
    [property: GraphQLDescription("What was done.")] string Resolution,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IFeedbackStatusInput;

[GraphQLDescription("Feedback about which nothing is going to be done.")]
public sealed record DeclineFeedbackInput(
    [property: ID<Community.Feedback>] [property: GraphQLDescription("The feedback.")] long Id,
    [property: GraphQLDescription("Why.")] string Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IFeedbackStatusInput;

[GraphQLDescription("Feedback that is not settled after all.")]
public sealed record ReopenFeedbackInput(
    [property: ID<Community.Feedback>] [property: GraphQLDescription("The feedback.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IFeedbackStatusInput;

/// <summary>What the steps of feedback have in common.</summary>
public interface IFeedbackStatusInput
{
    long Id { get; }

    long? Version { get; }
}

/// <summary>The rules of <see cref="TriageFeedbackInput"/>.</summary>
public sealed class TriageFeedbackValidator : AbstractValidator<TriageFeedbackInput>
{
    public TriageFeedbackValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>The rules of <see cref="ResolveFeedbackInput"/>.</summary>
public sealed class ResolveFeedbackValidator : AbstractValidator<ResolveFeedbackInput>
{
    public ResolveFeedbackValidator() => RuleFor(i => i.Resolution).NotEmpty().MaximumLength(Community.Feedback.ResolutionMaxLength).PlainText();
}

/// <summary>The rules of <see cref="DeclineFeedbackInput"/>.</summary>
public sealed class DeclineFeedbackValidator : AbstractValidator<DeclineFeedbackInput>
{
    public DeclineFeedbackValidator() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(Community.Feedback.ResolutionMaxLength).PlainText();
}

/// <summary>The rules of <see cref="ReopenFeedbackInput"/>.</summary>
public sealed class ReopenFeedbackValidator : AbstractValidator<ReopenFeedbackInput>
{
    public ReopenFeedbackValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>OPEN → TRIAGED → RESOLVED or DECLINED.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeFeedbackStatusMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Gives feedback that is OPEN or TRIAGED to an operator.")]
    public static Task<Community.Feedback> TriageFeedbackAsync(TriageFeedbackInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(
            input,
            writer,
            ActivityKind.FeedbackTriaged,
            async (feedback, session) =>
            {
                var assignee = await session.FindAsync<Operator>(input.AssigneeId ?? session.Caller.OperatorId!.Value, "assigneeId");
                if (!assignee.IsActive)
                {
                    throw new DomainException(DomainErrorCodes.OperatorInactive, $"{assignee.Name} is not active: activate the operator first, or name another one.");
                }

                feedback.Triage(assignee.Id);
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says what was done about feedback that is OPEN or TRIAGED.")]
    public static Task<Community.Feedback> ResolveFeedbackAsync(ResolveFeedbackInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.FeedbackResolved, (feedback, session) => feedback.Resolve(session.Now, input.Resolution), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says why nothing is going to be done about feedback that is OPEN or TRIAGED.")]
    public static Task<Community.Feedback> DeclineFeedbackAsync(DeclineFeedbackInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.FeedbackDeclined, (feedback, session) => feedback.Decline(session.Now, input.Reason), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Opens feedback again that is RESOLVED or DECLINED. Its assignee stays, its resolution goes.")]
    public static Task<Community.Feedback> ReopenFeedbackAsync(ReopenFeedbackInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.FeedbackReopened, (feedback, _) => feedback.Reopen(), cancellationToken);

    private static Task<Community.Feedback> StepAsync<T>(
        T input, CommunityWriter writer, ActivityKind kind, Action<Community.Feedback, WriteSession> step, CancellationToken ct)
        where T : IFeedbackStatusInput => StepAsync(
        input,
        writer,
        kind,
        (feedback, session) =>
        {
            step(feedback, session);
            return Task.CompletedTask;
        },
        ct);

    private static Task<Community.Feedback> StepAsync<T>(
        T input, CommunityWriter writer, ActivityKind kind, Func<Community.Feedback, WriteSession, Task> step, CancellationToken ct)
        where T : IFeedbackStatusInput => writer.WriteAsync(
        input,
        async session =>
        {
            var feedback = await session.FindAsync<Community.Feedback>(input.Id, "id");
            session.Expect(feedback, input.Version);
            await step(feedback, session);
            session.RecordFeedback(kind, feedback);
            return feedback;
        },
        ct);
}
