using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.JoinRequests;

[GraphQLDescription("A request to approve.")]
public sealed record ApproveJoinRequestInput(
    [property: ID<JoinRequest>] [property: GraphQLDescription("The request.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the decision is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("Why, for the one who asks; needed with force.")] string? Reason,
    [property: GraphQLDescription("Whether to approve it although a requirement is not met; false unless given.")] bool? Force);

[GraphQLDescription("A request to reject.")]
public sealed record RejectJoinRequestInput(
    [property: ID<JoinRequest>] [property: GraphQLDescription("The request.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the decision is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("Why, for the one who asks; at most 1 000 characters.")] string Reason);

[GraphQLDescription("A request that is not wanted any more.")]
public sealed record WithdrawJoinRequestInput(
    [property: ID<JoinRequest>] [property: GraphQLDescription("The request.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("Why, in the words of the one who asked.")] string? Reason);

/// <summary>The rules of <see cref="ApproveJoinRequestInput"/>.</summary>
public sealed class ApproveJoinRequestValidator : AbstractValidator<ApproveJoinRequestInput>
{
    public ApproveJoinRequestValidator()
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.Reason).MaximumLength(JoinRequest.ReasonMaxLength).PlainText();
        RuleFor(i => i.Reason).NotEmpty().When(i => i.Force == true);
    }
}

/// <summary>The rules of <see cref="RejectJoinRequestInput"/>.</summary>
public sealed class RejectJoinRequestValidator : AbstractValidator<RejectJoinRequestInput>
{
    public RejectJoinRequestValidator()
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.Reason).NotEmpty().MaximumLength(JoinRequest.ReasonMaxLength).PlainText();
    }
}

/// <summary>The rules of <see cref="WithdrawJoinRequestInput"/>.</summary>
public sealed class WithdrawJoinRequestValidator : AbstractValidator<WithdrawJoinRequestInput>
{
    public WithdrawJoinRequestValidator()
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.Reason).MaximumLength(JoinRequest.ReasonMaxLength).PlainText();
    }
}

/// <summary>PENDING → APPROVED or REJECTED or WITHDRAWN.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class DecideJoinRequestMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Lets somebody in. Refused as NOT_ELIGIBLE while a requirement is not met, unless it is forced with a reason; what cannot be told is for you to judge.")]
    public static Task<JoinRequest> ApproveJoinRequestAsync(
        ApproveJoinRequestInput input, CommunityWriter writer, CommunityDatabase database, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await session.Db.LockActivityLogAsync(session.CancellationToken);
                var request = await session.FindAsync<JoinRequest>(input.Id, "id", q => q.Include(r => r.Group));
                session.Expect(request, input.Version);
                await using var everything = database.Create(AccessScope.Everything);
                var eligibility = await new JoinEligibilityCheck(everything, session.Now).RunAsync(
                    request.Group, request.MemberId, request.AccountExternalId is { } account ? (request.Platform, account) : null, request.Evidence, session.CancellationToken);
                var unmet = eligibility.Requirements.FirstOrDefault(r => r.State == RequirementState.Unmet);
                if (unmet is not null && request.Status == JoinRequestStatus.Pending && input.Force != true)
                {
                    throw new DomainException(DomainErrorCodes.NotEligible, $"{unmet.Reason} Force the approval, with a reason, if they may come in all the same.");
                }

                request.Approve(session.Caller.OperatorId, input.Reason, unmet is not null, session.Now);
                Record(session, request, ActivityKind.JoinRequestApproved);
                return request;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Does not let somebody in, and says why. They may ask again.")]
    public static Task<JoinRequest> RejectJoinRequestAsync(RejectJoinRequestInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var request = await session.FindAsync<JoinRequest>(input.Id, "id");
                session.Expect(request, input.Version);
                request.Reject(session.Caller.OperatorId, input.Reason, session.Now);
                Record(session, request, ActivityKind.JoinRequestRejected);
                return request;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Records that the one who asked does not want to come in any more.")]
    public static Task<JoinRequest> WithdrawJoinRequestAsync(WithdrawJoinRequestInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var request = await session.FindAsync<JoinRequest>(input.Id, "id");
                session.Expect(request, input.Version);
                request.Withdraw(session.Caller.OperatorId, input.Reason, session.Now);
                Record(session, request, ActivityKind.JoinRequestWithdrawn);
                return request;
            },
            cancellationToken);

    private static void Record(WriteSession session, JoinRequest request, ActivityKind kind) =>
        session.Record(kind, () => new ActivitySubject { GroupId = request.GroupId, MemberId = request.MemberId, Text = request.DecisionReason });
}

/// <summary>Requests that nobody decided in time expire.</summary>
internal sealed class JoinRequestExpiry : ITimedWork
{
    private const int AtOnce = 200;

    public Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) => Due(db, now).AnyAsync(ct);

    public async Task RunAsync(WriteSession session)
    {
        foreach (var request in await Due(session.Db, session.Now).OrderBy(r => r.ExpiresAt).Take(AtOnce).ToListAsync(session.CancellationToken))
        {
            request.Expire(session.Now);
            session.Record(ActivityKind.JoinRequestExpired, () => new ActivitySubject { GroupId = request.GroupId, MemberId = request.MemberId });
        }
    }

    private static IQueryable<JoinRequest> Due(CommunityDbContext db, DateTime now) =>
        db.JoinRequests.Where(r => r.Status == JoinRequestStatus.Pending && r.ExpiresAt <= now);
}
