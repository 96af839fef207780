using System.Text.Json;
using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.CallLists;

[GraphQLDescription("A call that was made.")]
public sealed record RecordCallInput(
    [property: ID<CallEntry>] [property: GraphQLDescription("The entry of the call list.")] long CallEntryId,
    [property: GraphQLDescription("What came of it: NO_ANSWER, REACHED, ACCEPTED, REFUSED or WRONG_NUMBER.")] CallStatus Outcome,
    [property: GraphQLDescription("When it was made; now unless given, at most five minutes ahead.")] DateTimeOffset? CalledAt,
    [property: GraphQLDescription("What was said, at most 2 000 characters.")] string? Note,
    [property: GraphQLDescription("When to call again; with NO_ANSWER and REACHED only.")] DateTimeOffset? NextCallAt,
    [property: GraphQLDescription("The entry's version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the call of the first time.")] string? IdempotencyKey);

/// <summary>The rules of <see cref="RecordCallInput"/>.</summary>
public sealed class RecordCallValidator : AbstractValidator<RecordCallInput>
{
    public RecordCallValidator(TimeProvider clock)
    {
        RuleFor(i => i.Outcome).Must(outcome => outcome is not (CallStatus.Pending or CallStatus.Skipped))
            .WithErrorCode("NOT_AN_OUTCOME").WithMessage("'{PropertyName}' must be what came of a call: NO_ANSWER, REACHED, ACCEPTED, REFUSED or WRONG_NUMBER.");
        RuleFor(i => i.CalledAt).Must(at => at is null || at <= clock.GetUtcNow().AddMinutes(5))
            .WithErrorCode("IN_FUTURE").WithMessage("'{PropertyName}' must not lie ahead.");
        RuleFor(i => i.Note).MaximumLength(CallAttempt.NoteMaxLength).PlainText();
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>Records calls.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class RecordCallMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Records a call and what came of it. Refused with INVALID_TRANSITION where that cannot follow the calls before: ACCEPTED and REFUSED can become each other, WRONG_NUMBER is final.")]
    public static Task<CallAttempt> RecordCallAsync(RecordCallInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var entry = await session.FindAsync<CallEntry>(input.CallEntryId, "callEntryId", entries => entries.Include(e => e.CallList));
                if (input.IdempotencyKey is { } key
                    && await session.Db.CallAttempts.FirstOrDefaultAsync(a => a.CallEntryId == entry.Id && a.IdempotencyKey == key, session.CancellationToken) is { } known)
                {
                    return known;
                }

                session.Expect(entry, input.Version);
                var attempt = entry.Record(
                    input.Outcome, input.CalledAt?.UtcDateTime ?? session.Now, session.Caller.OperatorId, input.Note, input.NextCallAt?.UtcDateTime, input.IdempotencyKey);
                session.Record(
                    ActivityKind.CallRecorded,
                    () => new ActivitySubject
                    {
                        MemberId = entry.MemberId,
                        CampaignId = entry.CallList.CampaignId,
                        Text = entry.CallList.Name,
                        Data = JsonSerializer.Serialize(new { outcome = JsonNamingPolicy.SnakeCaseUpper.ConvertName(input.Outcome.ToString()), round = entry.Round }),
                    });
                return attempt;
            },
            cancellationToken);
}
