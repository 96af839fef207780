using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Referrals;

[GraphQLDescription("A member who wants to invite.")]
public sealed record CreateReferralInvitationInput(
    [property: ID<ReferralProgram>] [property: GraphQLDescription("The programme: ACTIVE, and within its time.")] long ProgramId,
    [property: ID<Member>] [property: GraphQLDescription("Who invites.")] long MemberId);

[GraphQLDescription("An invitation to take back.")]
public sealed record RevokeReferralInvitationInput(
    [property: ID<ReferralInvitation>] [property: GraphQLDescription("The invitation.")] long Id,
    [property: GraphQLDescription("Why, at most 500 characters.")] string Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("Somebody who brings a code along.")]
public sealed record AcceptReferralInvitationInput(
    [property: GraphQLDescription("The code; spaces, hyphens and small letters do not matter.")] string Code,
    [property: ID<Member>] [property: GraphQLDescription("Who brings it along: find or make the member first.")] long MemberId);

/// <summary>The rules of <see cref="CreateReferralInvitationInput"/>: none.</summary>
public sealed class CreateReferralInvitationValidator : AbstractValidator<CreateReferralInvitationInput>;

/// <summary>The rules of <see cref="RevokeReferralInvitationInput"/>.</summary>
public sealed class RevokeReferralInvitationValidator : AbstractValidator<RevokeReferralInvitationInput>
{
    public RevokeReferralInvitationValidator() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(ReferralInvitation.ReasonMaxLength).PlainText();
}

/// <summary>The rules of <see cref="AcceptReferralInvitationInput"/>.</summary>
public sealed class AcceptReferralInvitationValidator : AbstractValidator<AcceptReferralInvitationInput>
{
    private const int TypedMaxLength = 40;

    public AcceptReferralInvitationValidator() => RuleFor(i => i.Code).NotEmpty().MaximumLength(TypedMaxLength).PlainText();
}

/// <summary>Invitations, and those who bring one along.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class InvitationMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Gives a member a link and code to invite friends with. Asked again, it answers the one that they have; where the programme has rounds and the last one is over, the next one. NOT_ELIGIBLE_TO_INVITE where they may not.")]
    public static Task<ReferralInvitation> CreateReferralInvitationAsync(CreateReferralInvitationInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                var program = await session.FindAsync<ReferralProgram>(input.ProgramId, "programId");
                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                program.RequireOpen(session.Now);
                return await session.ProvideInvitationAsync(program, member.Id);
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes an invitation back: nobody counts by it any more, who is on the way is REJECTED, and nothing can be claimed for it.")]
    public static Task<ReferralInvitation> RevokeReferralInvitationAsync(RevokeReferralInvitationInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var invitation = await session.FindAsync<ReferralInvitation>(input.Id, "id", q => q.Include(i => i.Program));
                session.Expect(invitation, input.Version);
                invitation.Revoke(input.Reason, session.Now);
                session.RecordInvitation(ActivityKind.InvitationRevoked, invitation, invitation.Program);
                return invitation;
            },
            cancellationToken);

    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Notes that somebody brings a member's code along: before they join, or after. Sent again it answers the same. Who was a member before, or was brought by somebody else, comes back REJECTED with the reason; the first code counts: ALREADY_REFERRED.")]
    public static Task<Referral> AcceptReferralInvitationAsync(AcceptReferralInvitationInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                var code = ReferralInvitation.Normalize(input.Code);
                var invitation = await session.Db.ReferralInvitations.Include(i => i.Program).FirstOrDefaultAsync(i => i.Code == code, session.CancellationToken)
                    ?? throw new NotFoundException(nameof(ReferralInvitation), "code");
                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                if (await session.Db.Referrals.IgnoreQueryFilters().FirstOrDefaultAsync(r => r.ProgramId == invitation.ProgramId && r.MemberId == member.Id, session.CancellationToken) is { } known)
                {
                    return known.InvitationId == invitation.Id
                        ? known
                        : throw new DomainException(DomainErrorCodes.AlreadyReferred, "Somebody else has brought them in this programme: the first code counts.");
                }

                invitation.Program.RequireOpen(session.Now);
                invitation.RequireOpen(session.Now);
                if (member.Id == invitation.MemberId)
                {
                    throw new DomainException(DomainErrorCodes.CannotBeReferred, "Nobody brings themselves: send the code to a friend.");
                }

                return await AcceptAsync(session, invitation, member.Id);
            },
            cancellationToken);

    private static async Task<Referral> AcceptAsync(WriteSession session, ReferralInvitation invitation, long memberId)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        var referral = Referral.Of(invitation, memberId);
        db.Referrals.Add(referral);
        session.RecordReferral(ActivityKind.ReferralAccepted, referral);
        await db.SaveChangesAsync(ct);

        // The platform may have reported the joining before somebody reported the code.
        var stay = await db.Memberships
            .Where(m => m.MemberId == memberId && m.LeftAt == null && db.ReferralProgramGroups.Any(g => g.ProgramId == invitation.ProgramId && g.GroupId == m.GroupId))
            .OrderBy(m => m.JoinedAt).ThenBy(m => m.Id).FirstOrDefaultAsync(ct);
        if (stay is not null && invitation.Program.Takes(stay.JoinedAt) && stay.JoinedAt >= invitation.CreatedAt)
        {
            await session.ArriveAsync(invitation.Program, invitation, referral, stay);
        }
        else if (await db.Memberships.IgnoreQueryFilters().AnyAsync(m => m.MemberId == memberId, ct))
        {
            referral.Reject(ReferralReason.NotFirstTime, null, null, session.Now);
            session.RecordReferral(ActivityKind.ReferralRejected, referral);
        }

        return referral;
    }
}
