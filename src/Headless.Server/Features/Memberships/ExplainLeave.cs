using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Memberships;

[GraphQLDescription("Why somebody left, found out afterwards.")]
public sealed record ExplainLeaveInput(
    [property: ID<Membership>] [property: GraphQLDescription("The stay that ended.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("Why; null: it turned out that nobody knows.")] string? LeaveReason,
    [property: GraphQLDescription("Whether they said so or somebody concluded it; NONE goes without a reason only.")] LeaveReasonSource LeaveReasonSource);

/// <summary>The rules of <see cref="ExplainLeaveInput"/>.</summary>
public sealed class ExplainLeaveValidator : AbstractValidator<ExplainLeaveInput>
{
    public ExplainLeaveValidator()
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.LeaveReason).MaximumLength(Membership.LeaveReasonMaxLength).PlainText();
        RuleFor(i => i.LeaveReasonSource).Must((input, source) => (source == LeaveReasonSource.None) == (input.LeaveReason is null))
            .WithErrorCode("REASON_REQUIRED").WithMessage("Give a reason with DECLARED or INFERRED, and none with NONE.");
    }
}

/// <summary>Says why somebody left.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ExplainLeaveMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says why somebody left, after an exit survey for example, and whether that was said or concluded.")]
    public static Task<Membership> ExplainLeaveAsync(ExplainLeaveInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var membership = await session.FindAsync<Membership>(input.Id, "id");
                session.Expect(membership, input.Version);
                membership.ExplainLeave(input.LeaveReason, input.LeaveReasonSource);
                session.Record(
                    ActivityKind.LeaveExplained,
                    () => new ActivitySubject { GroupId = membership.GroupId, MemberId = membership.MemberId, MembershipId = membership.Id, Text = input.LeaveReason });
                return membership;
            },
            cancellationToken);
}
