using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Violations;

/// <summary>What is decided about a violation.</summary>
public enum ViolationDecision
{
    /// <summary>It is one.</summary>
    Confirm,

    /// <summary>It is none.</summary>
    Dismiss,
}

/// <summary>What is decided about an appeal.</summary>
public enum AppealDecision
{
    /// <summary>The violation stays one.</summary>
    Uphold,

    /// <summary>It was none.</summary>
    Overturn,
}

[GraphQLDescription("A decision about a violation.")]
public sealed record DecideViolationInput(
    [property: ID<Violation>] [property: GraphQLDescription("The violation.")] long Id,
    [property: GraphQLDescription("What it is.")] ViolationDecision Decision,
    [property: GraphQLDescription("Why, at most 2 000 characters.")] string? Note,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("Who is to decide about a violation.")]
public sealed record AssignViolationInput(
    [property: ID<Violation>] [property: GraphQLDescription("The violation.")] long Id,
    [property: ID<Operator>] [property: GraphQLDescription("The operator; null: nobody any more.")] long? AssigneeId,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("What a member says against a confirmed violation.")]
public sealed record AppealViolationInput(
    [property: ID<Violation>] [property: GraphQLDescription("The violation.")] long Id,
    [property: GraphQLDescription("What they say, at most 2 000 characters.")] string Text,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A decision about an appeal.")]
public sealed record DecideAppealInput(
    [property: ID<Violation>] [property: GraphQLDescription("The violation.")] long Id,
    [property: GraphQLDescription("Whether it stays one.")] AppealDecision Decision,
    [property: GraphQLDescription("Why, at most 2 000 characters.")] string? Note,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="DecideViolationInput"/>.</summary>
public sealed class DecideViolationValidator : AbstractValidator<DecideViolationInput>
{
    public DecideViolationValidator() => RuleFor(i => i.Note).MaximumLength(Violation.NoteMaxLength).PlainText();
}

/// <summary>The rules of <see cref="AssignViolationInput"/>.</summary>
public sealed class AssignViolationValidator : AbstractValidator<AssignViolationInput>
{
    public AssignViolationValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>The rules of <see cref="AppealViolationInput"/>.</summary>
public sealed class AppealViolationValidator : AbstractValidator<AppealViolationInput>
{
    public AppealViolationValidator() => RuleFor(i => i.Text).NotEmpty().MaximumLength(Violation.NoteMaxLength).PlainText();
}

/// <summary>The rules of <see cref="DecideAppealInput"/>.</summary>
public sealed class DecideAppealValidator : AbstractValidator<DecideAppealInput>
{
    public DecideAppealValidator() => RuleFor(i => i.Note).MaximumLength(Violation.NoteMaxLength).PlainText();
}

/// <summary>Decides about violations.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class DecideViolationMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Decides whether an open violation is one. Confirmed, it counts as a strike, and the penalty of the strike policy falls due.")]
    public static Task<Violation> DecideViolationAsync(DecideViolationInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var violation = await FindAsync(session, input.Id, input.Version);
                if (input.Decision == ViolationDecision.Dismiss)
                {
                    violation.Dismiss(session.Now, session.Caller.OperatorId, input.Note);
                    session.RecordSteps(violation, [new EnforcementStep(ActivityKind.ViolationDismissed, input.Note)]);
                }
                else
                {
                    session.RecordSteps(violation, await session.Db.ConfirmAsync(
                        violation, session.Caller.OperatorId, input.Note, session.Now, session.CancellationToken));
                }

                return violation;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Says who is to decide about a violation.")]
    public static Task<Violation> AssignViolationAsync(AssignViolationInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var violation = await FindAsync(session, input.Id, input.Version);
                var assignee = await session.FindAsync<Operator>(input.AssigneeId, "assigneeId");
                (violation.Assignee, violation.AssigneeId) = (assignee, assignee?.Id);
                session.RecordSteps(violation, [new EnforcementStep(ActivityKind.ViolationAssigned, assignee?.Name)]);
                return violation;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Enters that a member appeals against a confirmed violation. Strike and penalty stay until it is decided.")]
    public static Task<Violation> AppealViolationAsync(AppealViolationInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var violation = await FindAsync(session, input.Id, input.Version);
                violation.Appeal(session.Now, input.Text);
                session.RecordSteps(violation, [new EnforcementStep(ActivityKind.ViolationAppealed, input.Text)]);
                return violation;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription(
        "Decides an appeal; whoever confirmed the violation may not, unless a LEAD. Overturned, the strike is taken back, a ban is lifted, and a penalty is cancelled, or has to be undone where it was carried out, unless other violations lead to it, too.")]
    public static Task<Violation> DecideAppealAsync(DecideAppealInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var violation = await FindAsync(session, input.Id, input.Version);
                session.RecordSteps(violation, await session.Db.DecideAppealAsync(
                    violation, input.Decision == AppealDecision.Uphold, session.Caller.OperatorId, session.Caller.Role == OperatorRole.Lead, input.Note, session.Now, session.CancellationToken));
                return violation;
            },
            cancellationToken);

    private static async Task<Violation> FindAsync(WriteSession session, long id, long? version)
    {
        var violation = await session.FindAsync<Violation>(id, "id");
        session.Expect(violation, version);
        return violation;
    }
}

/// <summary>How what was done about a violation gets into the log.</summary>
internal static class ViolationActivities
{
    public static void RecordSteps(this WriteSession session, Violation violation, IReadOnlyList<EnforcementStep> steps)
    {
        foreach (var step in steps)
        {
            session.Record(step.Kind, () => new ActivitySubject
            {
                GroupId = violation.GroupId,
                MemberId = violation.MemberId,
                MembershipId = violation.MembershipId,
                Text = step.Text,
                Data = System.Text.Json.JsonSerializer.Serialize(step.Details(violation)),
            });
        }
    }
}

/// <summary><c>enum ViolationDecision</c>.</summary>
public sealed class ViolationDecisionEnumType : EnumType<ViolationDecision>
{
    protected override void Configure(IEnumTypeDescriptor<ViolationDecision> descriptor)
    {
        descriptor.Description("What is decided about a violation.");
        descriptor.Value(ViolationDecision.Confirm).Description("It is one.");
        descriptor.Value(ViolationDecision.Dismiss).Description("It is none.");
    }
}

/// <summary><c>enum AppealDecision</c>.</summary>
public sealed class AppealDecisionEnumType : EnumType<AppealDecision>
{
    protected override void Configure(IEnumTypeDescriptor<AppealDecision> descriptor)
    {
        descriptor.Description("What is decided about an appeal.");
        descriptor.Value(AppealDecision.Uphold).Description("The violation stays one.");
        descriptor.Value(AppealDecision.Overturn).Description("It was none: strike and penalty are taken back.");
    }
}
