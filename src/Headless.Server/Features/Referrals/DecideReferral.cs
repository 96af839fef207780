using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Referrals;

[GraphQLDescription("A referral that somebody has to look at.")]
public sealed record HoldReferralInput(
    [property: ID<Referral>] [property: GraphQLDescription("The referral: ACCEPTED or JOINED.")] long Id,
    [property: GraphQLDescription("Why, at most 500 characters.")] string Note,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A referral that is HELD and against which nothing speaks.")]
public sealed record ReleaseReferralInput(
    [property: ID<Referral>] [property: GraphQLDescription("The referral.")] long Id,
    [property: GraphQLDescription("What was found, at most 500 characters.")] string? Note,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A referral that does not count.")]
public sealed record RejectReferralInput(
    [property: ID<Referral>] [property: GraphQLDescription("The referral; also one that is QUALIFIED.")] long Id,
    [property: GraphQLDescription("Why, at most 500 characters.")] string Note,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="HoldReferralInput"/>.</summary>
public sealed class HoldReferralValidator : AbstractValidator<HoldReferralInput>
{
    public HoldReferralValidator() => RuleFor(i => i.Note).NotEmpty().MaximumLength(Referral.NoteMaxLength).PlainText();
}

/// <summary>The rules of <see cref="ReleaseReferralInput"/>.</summary>
public sealed class ReleaseReferralValidator : AbstractValidator<ReleaseReferralInput>
{
    public ReleaseReferralValidator() => RuleFor(i => i.Note).MaximumLength(Referral.NoteMaxLength).PlainText();
}

/// <summary>The rules of <see cref="RejectReferralInput"/>.</summary>
public sealed class RejectReferralValidator : AbstractValidator<RejectReferralInput>
{
    public RejectReferralValidator() => RuleFor(i => i.Note).NotEmpty().MaximumLength(Referral.NoteMaxLength).PlainText();
}

/// <summary>Staff look at whom members brought.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class DecideReferralMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Holds a referral until somebody has looked at it: it neither qualifies nor is rejected meanwhile.")]
    public static Task<Referral> HoldReferralAsync(HoldReferralInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var referral = await FindAsync(session, input.Id, input.Version);
                referral.Hold(ReferralReason.DecidedByStaff, session.Caller.OperatorId, input.Note);
                session.RecordReferral(ActivityKind.ReferralHeld, referral);
                return referral;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Lets a HELD referral go on: the rules decide it when its days are over, and the checks do not hold it again.")]
    public static Task<Referral> ReleaseReferralAsync(ReleaseReferralInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var referral = await FindAsync(session, input.Id, input.Version);
                referral.Release(session.Caller.OperatorId, input.Note);
                session.RecordReferral(ActivityKind.ReferralReleased, referral);
                return referral;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says that somebody does not count, also somebody who did. What was given already stays given. QUALIFIED_INVITES does not count them either.")]
    public static Task<Referral> RejectReferralAsync(RejectReferralInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var referral = await FindAsync(session, input.Id, input.Version);
                var counted = referral.Status == ReferralStatus.Qualified;
                referral.Reject(ReferralReason.DecidedByStaff, session.Caller.OperatorId, input.Note, session.Now);
                await session.Db.SaveChangesAsync(session.CancellationToken);
                if (counted)
                {
                    await session.Db.ReferralInvitations.IgnoreQueryFilters().Where(i => i.Id == referral.InvitationId)
                        .ExecuteUpdateAsync(set => set.SetProperty(i => i.QualifiedCount, i => i.QualifiedCount - 1), session.CancellationToken);
                }

                session.RecordReferral(ActivityKind.ReferralRejected, referral);
                return referral;
            },
            cancellationToken);

    private static async Task<Referral> FindAsync(WriteSession session, long id, long? version)
    {
        var referral = await session.FindAsync<Referral>(id, "id");
        session.Expect(referral, version);
        return referral;
    }
}
