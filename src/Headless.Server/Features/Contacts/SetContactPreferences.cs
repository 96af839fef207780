using System.Text.Json;
using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Contacts;

[GraphQLDescription("What a member has said about being contacted.")]
public sealed record SetContactPreferencesInput(
    [property: ID<Member>] [property: GraphQLDescription("The member.")] long MemberId,
    [property: Cost(0)] [property: GraphQLDescription("Their decisions, each channel and purpose once, at most 12.")] IReadOnlyList<ContactDecisionInput> Decisions,
    [property: GraphQLDescription("How it became known.")] PreferenceSource Source,
    [property: GraphQLDescription("When they decided; now unless given. A decision that is older than the one that is known changes nothing.")] DateTimeOffset? DecidedAt,
    [property: GraphQLDescription("What they said.")] string? Note);

[GraphQLDescription("A decision of a member about one channel and purpose.")]
public sealed record ContactDecisionInput(
    [property: GraphQLDescription("The channel; not NONE.")] ContactChannel Channel,
    [property: GraphQLDescription("What for.")] ContactPurpose Purpose,
    [property: GraphQLDescription("True: they agree (opt-in). False: they refuse (opt-out).")] bool IsAllowed);

/// <summary>The rules of <see cref="SetContactPreferencesInput"/>.</summary>
public sealed class SetContactPreferencesValidator : AbstractValidator<SetContactPreferencesInput>
{
    public SetContactPreferencesValidator(TimeProvider clock)
    {
        RuleFor(i => i.Decisions).NotEmpty()
            .Must(decisions => decisions.DistinctBy(d => (d.Channel, d.Purpose)).Count() == decisions.Count)
            .WithErrorCode("DUPLICATE_DECISION").WithMessage("The same channel and purpose are given twice.");
        RuleForEach(i => i.Decisions).Must(d => d.Channel != ContactChannel.None)
            .WithErrorCode("NO_CHANNEL").WithMessage("NONE is no channel: preferredContactChannel of updateMember says that somebody wants no contact at all.");
        RuleFor(i => i.DecidedAt).Must(at => at is null || at <= clock.GetUtcNow().AddMinutes(5))
            .WithErrorCode("IN_FUTURE").WithMessage("'{PropertyName}' lies ahead.");
        RuleFor(i => i.Note).MaximumLength(ContactPreference.NoteMaxLength).PlainText();
    }
}

/// <summary>Notes whether a member wants to be contacted.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class SetContactPreferencesMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [GraphQLDescription("Notes on which channels and for what a member agrees or refuses to be contacted.")]
    public static Task<Member> SetContactPreferencesAsync(SetContactPreferencesInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var member = await session.FindAsync<Member>(input.MemberId, "memberId", members => members.Include(m => m.ContactPreferences));
                var at = input.DecidedAt?.UtcDateTime ?? session.Now;
                var changes = input.Decisions.Where(decision => Apply(session, member, decision, input, at)).ToList();
                if (changes.Count > 0)
                {
                    session.Record(
                        ActivityKind.ContactPreferencesChanged,
                        () => new ActivitySubject
                        {
                            MemberId = member.Id,
                            Data = JsonSerializer.Serialize(new
                            {
                                decisions = changes.Select(c => new { channel = NameOf(c.Channel), purpose = NameOf(c.Purpose), isAllowed = c.IsAllowed }),
                                source = NameOf(input.Source),
                            }),
                        });
                }

                return member;
            },
            cancellationToken);

    private static bool Apply(WriteSession session, Member member, ContactDecisionInput decision, SetContactPreferencesInput input, DateTime at)
    {
        if (member.ContactPreferences.Find(p => p.Channel == decision.Channel && p.Purpose == decision.Purpose) is { } known)
        {
            return known.Decide(decision.IsAllowed, input.Source, at, session.Caller.OperatorId, input.Note);
        }

        session.Db.ContactPreferences.Add(new ContactPreference
        {
            MemberId = member.Id,
            Channel = decision.Channel,
            Purpose = decision.Purpose,
            IsAllowed = decision.IsAllowed,
            Source = input.Source,
            DecidedAt = at,
            RecordedById = session.Caller.OperatorId,
            Note = input.Note,
        });
        return true;
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
