using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Memberships;

[GraphQLDescription("Somebody who came into a group.")]
public sealed record RecordJoinInput(
    [property: ID<Group>] [property: GraphQLDescription("The group.")] long GroupId,
    [property: GraphQLDescription("The account that came in; becomes a member where nobody has it yet.")] IdentityReferenceInput Member,
    [property: GraphQLDescription("When; now unless given.")] DateTimeOffset? JoinedAt,
    [property: GraphQLDescription("How they came, technically.")] JoinSource? JoinSource,
    [property: GraphQLDescription("Why they came.")] JoinReason? JoinReason,
    [property: GraphQLDescription("The channel in the brand's own words.")] string? JoinChannel,
    [property: GraphQLDescription("Anything else about the joining.")] string? JoinNote,
    [property: GraphQLDescription("The account that brought them; becomes a member where nobody has it yet.")] IdentityReferenceInput? InvitedBy,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the stay of the first time.")] string? IdempotencyKey);

/// <summary>The rules of <see cref="RecordJoinInput"/>; those of the domain are ingestion's.</summary>
public sealed class RecordJoinValidator : AbstractValidator<RecordJoinInput>
{
    public RecordJoinValidator()
    {
        RuleFor(i => i.Member).SetValidator(new IdentityReferenceValidator());
        RuleFor(i => i.InvitedBy!).SetValidator(new IdentityReferenceValidator()).When(i => i.InvitedBy is not null);
        RuleFor(i => i.JoinChannel).MaximumLength(Membership.JoinChannelMaxLength).PlainText();
        RuleFor(i => i.JoinNote).MaximumLength(Membership.JoinNoteMaxLength).PlainText();
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>Records that somebody came into a group.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class RecordJoinMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<ActivityRejectedException>]
    [GraphQLDescription("Records that somebody came into a group, as recordActivities does for many at once.")]
    public static Task<Membership> RecordJoinAsync(
        RecordJoinInput input,
        ActivityIngestion ingestion,
        Caller caller,
        CommunityDbContext db,
        TimeProvider clock,
        IValidator<RecordJoinInput> validator,
        CancellationToken cancellationToken)
    {
        validator.Require(input);
        return ingestion.RecordStayAsync<RecordJoinInput>(
            new ActivityInput
            {
                Kind = ActivityInputKind.Join,
                ExternalId = StayRecording.ExternalIdOf(input.IdempotencyKey),
                OccurredAt = input.JoinedAt ?? clock.GetUtcNow(),
                Group = new GroupReference(input.GroupId),
                Member = input.Member.ToReference(),
                JoinSource = input.JoinSource,
                JoinReason = input.JoinReason,
                JoinChannel = input.JoinChannel,
                JoinNote = input.JoinNote,
                InvitedBy = input.InvitedBy?.ToReference(),
            },
            caller,
            db,
            cancellationToken);
    }
}
