using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Referrals;

/// <summary>Why a member is not to be asked to invite.</summary>
public enum ReferralPromptRefusal
{
    ProgramNotOpen,
    OptedOut,
    NoContact,
    NotEligible,
    AskedEnough,
}

[GraphQLDescription("Whether a member may be asked to invite.")]
public sealed record ReferralPromptCheck(
    [property: GraphQLDescription("Whether they may.")] bool IsAllowed,
    [property: GraphQLDescription("Why not: the first reason that holds; null: they may.")] ReferralPromptRefusal? Refusal,
    [property: GraphQLDescription("How often they were asked within the days that count.")] int PromptCount,
    [property: GraphQLDescription("For ASKED_ENOUGH: when they may be asked again.")] DateTime? NextAt)
{
    /// <summary>Looks at a member.</summary>
    internal static async Task<ReferralPromptCheck> OfAsync(CommunityDbContext db, ReferralProgram program, long memberId, DateTime now, CancellationToken ct)
    {
        var since = now.AddDays(-program.PromptDays);
        var prompts = await db.ReferralPrompts.IgnoreQueryFilters().Where(p => p.MemberId == memberId && p.PromptedAt > since)
            .OrderByDescending(p => p.PromptedAt).Select(p => p.PromptedAt).Take(ReferralProgram.MaxPrompts).ToListAsync(ct);
        ReferralPromptRefusal? refusal =
            program.Status != ReferralProgramStatus.Active || !program.Takes(now) ? ReferralPromptRefusal.ProgramNotOpen
            : await db.ReferralConsents.IgnoreQueryFilters().AnyAsync(c => c.MemberId == memberId && c.OptedOutAt != null, ct) ? ReferralPromptRefusal.OptedOut
            : await db.Members.IgnoreQueryFilters().AnyAsync(m => m.Id == memberId && m.PreferredContactChannel == ContactChannel.None, ct) ? ReferralPromptRefusal.NoContact
            : !await InvitationWriting.MayInviteAsync(db, program, memberId, ct) ? ReferralPromptRefusal.NotEligible
            : prompts.Count >= program.PromptLimit ? ReferralPromptRefusal.AskedEnough
            : null;
        return new ReferralPromptCheck(
            refusal is null, refusal, prompts.Count, refusal == ReferralPromptRefusal.AskedEnough ? prompts[program.PromptLimit - 1].AddDays(program.PromptDays) : null);
    }
}

[GraphQLDescription("A member who is asked to invite.")]
public sealed record RecordReferralPromptInput(
    [property: ID<ReferralProgram>] [property: GraphQLDescription("The programme that they are told of.")] long ProgramId,
    [property: ID<Member>] [property: GraphQLDescription("Who is asked.")] long MemberId);

[GraphQLDescription("Whether a member wants to be asked to invite.")]
public sealed record SetReferralOptOutInput(
    [property: ID<Member>] [property: GraphQLDescription("The member.")] long MemberId,
    [property: GraphQLDescription("True: they do not want to be asked. False: they may be asked again.")] bool IsOptedOut);

[GraphQLDescription("What a member has said about being asked to invite.")]
public sealed record ReferralOptOut(
    [property: GraphQLDescription("Whether they do not want to be asked.")] bool IsOptedOut,
    [property: GraphQLDescription("Since when; null: they may be asked.")] DateTime? OptedOutAt);

/// <summary>The rules of <see cref="RecordReferralPromptInput"/>: none.</summary>
public sealed class RecordReferralPromptValidator : AbstractValidator<RecordReferralPromptInput>;

/// <summary>The rules of <see cref="SetReferralOptOutInput"/>: none.</summary>
public sealed class SetReferralOptOutValidator : AbstractValidator<SetReferralOptOutInput>;

/// <summary>Asks members to invite no oftener than they like .</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ReferralPromptMutations
{
    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes the right to ask a member to invite, and notes it: call it before they are asked, and ask only where it succeeds. REFERRAL_PROMPT_REFUSED with the reason otherwise; of many at once, no more go through than the cap allows.")]
    public static Task<ReferralPromptCheck> RecordReferralPromptAsync(RecordReferralPromptInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                var program = await session.FindAsync<ReferralProgram>(input.ProgramId, "programId");
                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                await HoldConsentAsync(session, member.Id);
                var check = await ReferralPromptCheck.OfAsync(session.Db, program, member.Id, session.Now, session.CancellationToken);
                if (check.Refusal is { } refusal)
                {
                    throw new DomainException(DomainErrorCodes.ReferralPromptRefused, Say(refusal, check, program));
                }

                session.Db.ReferralPrompts.Add(new ReferralPrompt { ProgramId = program.Id, MemberId = member.Id, PromptedAt = session.Now });
                session.RecordConsent(ActivityKind.ReferralPrompted, member.Id, program);
                return check with { PromptCount = check.PromptCount + 1 };
            },
            cancellationToken);

    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Notes whether a member wants to be asked to invite, by whatever programme. They can invite all the same.")]
    public static Task<ReferralOptOut> SetReferralOptOutAsync(SetReferralOptOutInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                await HoldConsentAsync(session, member.Id);
                var consent = await session.Db.ReferralConsents.IgnoreQueryFilters().SingleAsync(c => c.MemberId == member.Id, session.CancellationToken);
                if (input.IsOptedOut != consent.OptedOutAt is not null)
                {
                    consent.OptedOutAt = input.IsOptedOut ? session.Now : null;
                    session.RecordConsent(input.IsOptedOut ? ActivityKind.ReferralOptedOut : ActivityKind.ReferralOptedIn, member.Id);
                }

                return new ReferralOptOut(input.IsOptedOut, consent.OptedOutAt);
            },
            cancellationToken);

    /// <summary>Holds the member's row, so that whoever comes at the same moment waits.</summary>
    private static async Task HoldConsentAsync(WriteSession session, long memberId)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        var own = db.ReferralConsents.IgnoreQueryFilters().Where(c => c.MemberId == memberId);
        if (await own.ExecuteUpdateAsync(set => set.SetProperty(c => c.PromptCount, c => c.PromptCount + 1), ct) == 0)
        {
            db.ReferralConsents.Add(new ReferralConsent { MemberId = memberId, PromptCount = 1 });
            await db.SaveChangesAsync(ct);
        }
    }

    private static string Say(ReferralPromptRefusal refusal, ReferralPromptCheck check, ReferralProgram program) => refusal switch
    {
        ReferralPromptRefusal.ProgramNotOpen => $"PROGRAM_NOT_OPEN: '{program.Name}' takes nobody now.",
        ReferralPromptRefusal.OptedOut => "OPTED_OUT: they do not want to be asked.",
        ReferralPromptRefusal.NoContact => "NO_CONTACT: they want no contact at all.",
        ReferralPromptRefusal.NotEligible => "NOT_ELIGIBLE: they may not invite in this programme.",
        _ => $"ASKED_ENOUGH: they were asked {check.PromptCount} times in {program.PromptDays} days; ask again after {check.NextAt:O}.",
    };
}
