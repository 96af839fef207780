using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Sales;

[GraphQLDescription("Something that a member asks before buying.")]
public sealed record RecordConsultationInput(
    [property: ID<Member>] [property: GraphQLDescription("Who asks.")] long MemberId,
    [property: GraphQLDescription("What it is about, in a word that many share.")] string Topic,
    [property: GraphQLDescription("What they ask.")] string? Note,
    [property: GraphQLDescription("By which way.")] ContactChannel Channel,
    [property: GraphQLDescription("When; now unless given.")] DateTimeOffset? ConsultedAt,
    [property: ID<Group>] [property: GraphQLDescription("The group in which, or because of which, they ask.")] long? GroupId,
    [property: ID<Product>] [property: GraphQLDescription("The product.")] long? ProductId,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the consultation of the first time.")] string? IdempotencyKey);

[GraphQLDescription("What came of a consultation.")]
public sealed record CloseConsultationInput(
    [property: ID<Consultation>] [property: GraphQLDescription("The consultation.")] long Id,
    [property: GraphQLDescription("ORDERED or DECLINED.")] ConsultationOutcome Outcome,
    [property: ID<Order>] [property: GraphQLDescription("What they bought.")] long? OrderId,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="RecordConsultationInput"/>.</summary>
public sealed class RecordConsultationValidator : AbstractValidator<RecordConsultationInput>
{
    public RecordConsultationValidator(TimeProvider clock)
    {
        RuleFor(i => i.Topic).NotEmpty().MaximumLength(Consultation.TopicMaxLength).PlainText();
        RuleFor(i => i.Note).MaximumLength(Consultation.NoteMaxLength).PlainText();
        RuleFor(i => i.ConsultedAt).Must(at => at is null || at <= clock.GetUtcNow() + ActivityIngestion.ClockTolerance)
            .WithErrorCode(IngestionErrorCodes.OccurredInFuture).WithMessage("'{PropertyName}' must not lie ahead.");
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>The rules of <see cref="CloseConsultationInput"/>: those of the consultation.</summary>
public sealed class CloseConsultationValidator : AbstractValidator<CloseConsultationInput>;

/// <summary>What members ask before buying.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ConsultationMutations
{
    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Notes that a member asks before buying.")]
    public static Task<Consultation> RecordConsultationAsync(RecordConsultationInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                if (await session.FindByKeyAsync<Consultation>(input.IdempotencyKey, c => c.IdempotencyKey == input.IdempotencyKey) is { } known)
                {
                    return known;
                }

                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                var product = await session.FindAsync<Product>(input.ProductId, "productId");
                var consultation = new Consultation
                {
                    MemberId = member.Id, GroupId = group?.Id, ProductId = product?.Id, Topic = input.Topic, Note = input.Note, Channel = input.Channel,
                    ConsultedAt = input.ConsultedAt?.UtcDateTime ?? session.Now, IdempotencyKey = input.IdempotencyKey,
                };
                session.Db.Consultations.Add(consultation);
                session.Record(ActivityKind.ConsultationRecorded, () => new ActivitySubject { MemberId = member.Id, GroupId = group?.Id, Text = input.Topic });
                return consultation;
            },
            cancellationToken);

    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says what came of a consultation that is OPEN.")]
    public static Task<Consultation> CloseConsultationAsync(CloseConsultationInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var consultation = await session.FindAsync<Consultation>(input.Id, "id");
                session.Expect(consultation, input.Version);
                var order = await session.FindAsync<Order>(input.OrderId, "orderId");
                consultation.Close(input.Outcome, session.Now, order?.Id);
                session.Record(ActivityKind.ConsultationClosed, () => new ActivitySubject
                {
                    MemberId = consultation.MemberId, GroupId = consultation.GroupId, OrderId = consultation.OrderId, Text = consultation.Topic,
                });
                return consultation;
            },
            cancellationToken);
}
