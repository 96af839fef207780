using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Violations;

[GraphQLDescription("A penalty that has been carried out, or undone where that was due.")]
public sealed record ReportPenaltyDoneInput(
    [property: ID<Penalty>] [property: GraphQLDescription("The penalty.")] long Id);

[GraphQLDescription("A penalty that could not be carried out.")]
public sealed record ReportPenaltyFailedInput(
    [property: ID<Penalty>] [property: GraphQLDescription("The penalty.")] long Id,
    [property: GraphQLDescription("Why, at most 500 characters.")] string Reason);

[GraphQLDescription("A penalty that is to be tried again.")]
public sealed record RetryPenaltyInput(
    [property: ID<Penalty>] [property: GraphQLDescription("The penalty.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="ReportPenaltyDoneInput"/>.</summary>
public sealed class ReportPenaltyDoneValidator : AbstractValidator<ReportPenaltyDoneInput>;

/// <summary>The rules of <see cref="ReportPenaltyFailedInput"/>.</summary>
public sealed class ReportPenaltyFailedValidator : AbstractValidator<ReportPenaltyFailedInput>
{
    public ReportPenaltyFailedValidator() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(Penalty.FailureMaxLength).PlainText();
}

/// <summary>The rules of <see cref="RetryPenaltyInput"/>.</summary>
public sealed class RetryPenaltyValidator : AbstractValidator<RetryPenaltyInput>
{
    public RetryPenaltyValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>Takes in what connectors, or people, did with penalties.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ReportPenaltyMutations
{
    /// <summary>The namespace of the leaves that penalties cause.</summary>
    private const string Source = "penalty";

    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription(
        "Reports that a penalty has been carried out; or undone, where its status is REVERSAL_DUE. After a removal the stay ends, unless its end was reported already. Reported again it changes nothing.")]
    public static async Task<Penalty> ReportPenaltyDoneAsync(
        ReportPenaltyDoneInput input, ActivityIngestion ingestion, Caller caller, CommunityDbContext db, CommunityWriter writer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = await db.Penalties.AsNoTracking().FirstOrDefaultAsync(p => p.Id == input.Id, cancellationToken)
            ?? throw new NotFoundException(nameof(Penalty), "id");
        if (found is { Kind: PenaltyKind.Remove or PenaltyKind.Blacklist, Status: PenaltyStatus.Due or PenaltyStatus.Failed })
        {
            await EndStayAsync(found, ingestion, caller, db, clock, cancellationToken);
        }

        return await writer.WriteAsync(
            input,
            async session =>
            {
                var penalty = await FindAsync(session, input.Id);
                if (penalty.Status is PenaltyStatus.Applied or PenaltyStatus.Reversed)
                {
                    return penalty;
                }

                penalty.Done(session.Now, session.Caller.OperatorId);
                session.RecordSteps(
                    penalty.Violation,
                    [new EnforcementStep(penalty.Status == PenaltyStatus.Reversed ? ActivityKind.PenaltyReversed : ActivityKind.PenaltyApplied, penalty.Notice, penalty)]);
                return penalty;
            },
            cancellationToken);
    }

    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Reports that a penalty could not be carried out. retryPenalty makes it due again.")]
    public static Task<Penalty> ReportPenaltyFailedAsync(ReportPenaltyFailedInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var penalty = await FindAsync(session, input.Id);
                penalty.Fail(input.Reason);
                session.RecordSteps(penalty.Violation, [new EnforcementStep(ActivityKind.PenaltyFailed, input.Reason, penalty)]);
                return penalty;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Makes a penalty that failed due again.")]
    public static Task<Penalty> RetryPenaltyAsync(RetryPenaltyInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var penalty = await FindAsync(session, input.Id);
                session.Expect(penalty, input.Version);
                penalty.Retry();
                session.RecordSteps(penalty.Violation, [new EnforcementStep(ActivityKind.PenaltyRetried, penalty.FailureReason, penalty)]);
                return penalty;
            },
            cancellationToken);

    private static Task<Penalty> FindAsync(WriteSession session, long id) =>
        session.FindAsync<Penalty>(id, "id", penalties => penalties.Include(p => p.Violation));

    /// <summary>Before the penalty is marked, so that whoever reports it again after a failure in between ends it then.</summary>
    private static async Task EndStayAsync(
        Penalty penalty, ActivityIngestion ingestion, Caller caller, CommunityDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var account = await db.Memberships.AsNoTracking()
            .Where(m => m.GroupId == penalty.GroupId && m.MemberId == penalty.MemberId && m.LeftAt == null)
            .SelectMany(m => m.Member.Identities, (m, identity) => new { identity.Platform, identity.ExternalId, IsOfGroup = identity.Platform == m.Group.Platform })
            .OrderByDescending(found => found.IsOfGroup)
            .FirstOrDefaultAsync(cancellationToken);
        if (account is null)
        {
            return;
        }

        await ingestion.RecordAsync(
            Source,
            [
                new ActivityInput
                {
                    Kind = ActivityInputKind.Leave,
                    ExternalId = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{penalty.Id}"),
                    OccurredAt = clock.GetUtcNow(),
                    Group = new GroupReference(penalty.GroupId),
                    Member = new IdentityReference(account.Platform, account.ExternalId),
                    LeaveKind = LeaveKind.Removed,
                    LeaveReason = penalty.Notice is { Length: <= Membership.LeaveReasonMaxLength } notice ? notice : null,
                },
            ],
            caller.Scope,
            caller.OperatorId,
            cancellationToken);
    }
}
