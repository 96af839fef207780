using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Metrics.Rollups;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Deliveries;

using Delivery = Headless.Community.Delivery;

[GraphQLDescription("What became of deliveries that a connector claimed.")]
public sealed record RecordDeliveryResultsInput(
    [property: GraphQLDescription("The claim that they were taken with.")] string ClaimId,
    [property: Cost(0)] [property: GraphQLDescription("The results, 1 to 200.")] IReadOnlyList<DeliveryResultInput> Results);

[GraphQLDescription("What became of a delivery.")]
public sealed record DeliveryResultInput(
    [property: ID<Delivery>] [property: GraphQLDescription("The delivery.")] long DeliveryId,
    [property: GraphQLDescription("What became of it.")] DeliveryOutcome Outcome,
    [property: GraphQLDescription("Anything that should be known about it, at most 500 characters.")] string? Detail,
    [property: GraphQLDescription("SENT: your name or the platform's for what was sent, at most 200 characters.")] string? ExternalId,
    [property: GraphQLDescription("SENT: when; now unless given.")] DateTimeOffset? At,
    [property: GraphQLDescription("RETRY: not before so many seconds, 1 to 86 400; 60 unless given.")] int? RetryAfterSeconds);

/// <summary>What a connector says that became of a delivery.</summary>
public enum DeliveryOutcome
{
    Sent,
    Failed,
    Unreachable,
    Retry,
}

/// <summary><c>enum DeliveryOutcome</c>.</summary>
public sealed class DeliveryOutcomeEnumType : EnumType<DeliveryOutcome>
{
    protected override void Configure(IEnumTypeDescriptor<DeliveryOutcome> descriptor)
    {
        descriptor.Description("What a connector says that became of a delivery.");
        descriptor.Value(DeliveryOutcome.Sent).Description("It was sent. The member has been turned to, which the cap on frequency counts.");
        descriptor.Value(DeliveryOutcome.Failed).Description("It was tried and did not work; nobody tries again.");
        descriptor.Value(DeliveryOutcome.Unreachable).Description("The recipient cannot be reached: they blocked the account, the number does not exist.");
        descriptor.Value(DeliveryOutcome.Retry).Description("It did not work now: it can be claimed again later. After the fifth time it is FAILED.");
    }
}

/// <summary>The rules of <see cref="RecordDeliveryResultsInput"/>.</summary>
public sealed class RecordDeliveryResultsValidator : AbstractValidator<RecordDeliveryResultsInput>
{
    public RecordDeliveryResultsValidator(TimeProvider clock)
    {
        RuleFor(i => i.ClaimId).NotEmpty().MaximumLength(Delivery.ClaimIdMaxLength).PlainText();
        RuleFor(i => i.Results).NotEmpty().Must(rows => rows.Count <= ClaimDeliveriesValidator.MaxAtOnce)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage($"'{{PropertyName}}' takes at most {ClaimDeliveriesValidator.MaxAtOnce} rows: send the others in another request.");
        RuleForEach(i => i.Results).ChildRules(result =>
        {
            result.RuleFor(r => r.Detail).MaximumLength(Delivery.DetailMaxLength).PlainText();
            result.RuleFor(r => r.ExternalId).MaximumLength(Delivery.ExternalIdMaxLength).PlainText();
            result.RuleFor(r => r.At).Must(at => at is null || at <= clock.GetUtcNow().AddMinutes(5)).WithErrorCode("IN_FUTURE").WithMessage("'{PropertyName}' lies ahead.");
            result.RuleFor(r => r.RetryAfterSeconds).InclusiveBetween(1, 86_400);
        });
    }
}

[GraphQLDescription("What became of results that were reported.")]
public sealed record DeliveryResultsReport([property: ListSize(AssumedSize = 50)] [property: GraphQLDescription("One row for each of the input's, in its order.")] IReadOnlyList<DeliveryResultRow> Rows)
{
    [GraphQLDescription("How many were recorded.")]
    public int Recorded => Rows.Count(r => r.Outcome == DeliveryResultOutcome.Recorded);

    [GraphQLDescription("How many were refused.")]
    public int Rejected => Rows.Count(r => r.Outcome == DeliveryResultOutcome.Rejected);
}

[GraphQLDescription("What became of a result that was reported.")]
public sealed record DeliveryResultRow(
    [property: GraphQLDescription("The place in the input, from 0.")] int Index,
    [property: GraphQLDescription("What became of it.")] DeliveryResultOutcome Outcome,
    [property: GraphQLDescription("REJECTED: a stable name of the reason.")] string? Code = null,
    [property: GraphQLDescription("REJECTED: what is wrong, for a person.")] string? Message = null);

/// <summary>What became of a result that was reported.</summary>
public enum DeliveryResultOutcome
{
    Recorded,
    Duplicate,
    Rejected,
}

/// <summary><c>enum DeliveryResultOutcome</c>.</summary>
public sealed class DeliveryResultOutcomeEnumType : EnumType<DeliveryResultOutcome>
{
    protected override void Configure(IEnumTypeDescriptor<DeliveryResultOutcome> descriptor)
    {
        descriptor.Description("What became of a result that was reported.");
        descriptor.Value(DeliveryResultOutcome.Recorded).Description("The delivery stands where it says.");
        descriptor.Value(DeliveryResultOutcome.Duplicate).Description("It was reported before with this claim.");
        descriptor.Value(DeliveryResultOutcome.Rejected).Description("A rule refused it.");
    }
}

/// <summary>Takes in what connectors have sent.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class RecordDeliveryResultsMutation
{
    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [UseMutationConvention(PayloadFieldName = "report")]
    [GraphQLDescription("Reports what became of claimed deliveries. Every row is judged by itself; reported again it changes nothing. What was SENT after the lease had ended is taken, too, as long as nobody else has claimed it.")]
    public static Task<DeliveryResultsReport> RecordDeliveryResultsAsync(RecordDeliveryResultsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await session.Db.LockDeliveriesAsync(session.CancellationToken);
                var ids = input.Results.Select(r => r.DeliveryId).Distinct().ToArray();
                var deliveries = await session.Db.Deliveries.Where(d => EF.Parameter(ids).Contains(d.Id)).ToDictionaryAsync(d => d.Id, session.CancellationToken);
                var sent = new List<Delivery>();
                var report = new DeliveryResultsReport([.. input.Results.Select((result, index) => Record(session, input.ClaimId, result, index, deliveries, sent))]);
                await session.RecordSentAsync(sent);
                return report;
            },
            cancellationToken);

    private static DeliveryResultRow Record(
        WriteSession session, string claimId, DeliveryResultInput result, int index, Dictionary<long, Delivery> deliveries, List<Delivery> sent)
    {
        if (!deliveries.TryGetValue(result.DeliveryId, out var delivery))
        {
            return new DeliveryResultRow(index, DeliveryResultOutcome.Rejected, "NOT_FOUND", "There is no such delivery, or you may not see it.");
        }

        if (delivery.ClaimId != claimId)
        {
            return new DeliveryResultRow(index, DeliveryResultOutcome.Rejected, "NOT_YOURS", "Your claim does not hold it: the lease has ended and somebody else claimed it, or nobody has.");
        }

        var isOpen = delivery.Status == DeliveryStatus.Claimed || (delivery.Status == DeliveryStatus.Requested && result.Outcome == DeliveryOutcome.Sent);
        if (!isOpen)
        {
            return delivery.Status == StatusOf(result.Outcome)
                ? new DeliveryResultRow(index, DeliveryResultOutcome.Duplicate)
                : new DeliveryResultRow(index, DeliveryResultOutcome.Rejected, "INVALID_TRANSITION", $"The delivery is {delivery.Status.ToString().ToUpperInvariant()} already.");
        }

        switch (result.Outcome)
        {
            case DeliveryOutcome.Sent:
                delivery.MarkSent(result.At?.UtcDateTime ?? session.Now, result.ExternalId, result.Detail);
                sent.Add(delivery);
                break;
            case DeliveryOutcome.Failed:
                delivery.Fail(result.Detail);
                session.RecordDelivery(ActivityKind.DeliveryFailed, delivery);
                break;
            case DeliveryOutcome.Unreachable:
                delivery.MarkUnreachable(UnreachableReason.Reported, result.Detail);
                session.RecordDelivery(ActivityKind.DeliveryUnreachable, delivery);
                break;
            default:
                delivery.Release(session.Now.AddSeconds(result.RetryAfterSeconds ?? 60), result.Detail);
                if (delivery.Status == DeliveryStatus.Failed)
                {
                    session.RecordDelivery(ActivityKind.DeliveryFailed, delivery);
                }

                break;
        }

        return new DeliveryResultRow(index, DeliveryResultOutcome.Recorded);
    }

    private static DeliveryStatus StatusOf(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Sent => DeliveryStatus.Sent,
        DeliveryOutcome.Failed => DeliveryStatus.Failed,
        DeliveryOutcome.Unreachable => DeliveryStatus.Unreachable,
        _ => DeliveryStatus.Requested,
    };
}

/// <summary>What follows from a delivery that was sent.</summary>
internal static class SentDeliveries
{
    /// <summary>Members have been turned to; what went into a group was used there.</summary>
    public static async Task RecordSentAsync(this WriteSession session, List<Delivery> sent)
    {
        foreach (var delivery in sent)
        {
            if (delivery.MemberId is { } memberId)
            {
                session.Db.MemberTouches.Add(new MemberTouch
                {
                    MemberId = memberId,
                    Channel = delivery.Channel,
                    Purpose = delivery.Purpose,
                    TouchedAt = delivery.SentAt!.Value,
                    CampaignId = delivery.CampaignId,
                    TouchedById = session.Caller.OperatorId,
                    Key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"delivery:{delivery.Id}"),
                });
            }

            session.RecordDelivery(ActivityKind.DeliverySent, delivery);
        }

        // The time of the activity, from which it could be built again.
        await session.Db.LockActivityLogAsync(session.CancellationToken);
        await ContentReaches.AddAsync(
            session.Db,
            sent.Where(d => d is { MemberId: not null, ContentItemId: not null })
                .Select(d => new ContentEvent(ActivityKind.DeliverySent, d.ContentItemId!.Value, d.MemberId!.Value, d.GroupId, session.Now)),
            session.CancellationToken);
        await RecordUsesAsync(session, [.. sent.Where(d => d is { MemberId: null, ContentItemId: not null })]);
    }

    private static async Task RecordUsesAsync(WriteSession session, List<Delivery> posted)
    {
        foreach (var of in posted.GroupBy(d => d.ContentItemId!.Value))
        {
            var item = await session.Db.ContentItems.AsNoTracking().FirstAsync(i => i.Id == of.Key, session.CancellationToken);
            session.Db.ContentUses.AddRange(of.Select(d => new ContentUse
            {
                ContentItemId = item.Id, GroupId = d.GroupId!.Value, Category = item.Category, CampaignId = d.CampaignId, UsedAt = d.SentAt!.Value, ReportedById = session.Caller.OperatorId,
            }));
            var (count, last) = (of.Count(), of.Max(d => d.SentAt!.Value));
            await session.Db.ContentItems.Where(i => i.Id == item.Id).ExecuteUpdateAsync(
                set => set
                    .SetProperty(i => i.UsageCount, i => i.UsageCount + count)
                    .SetProperty(i => i.LastUsedAt, i => i.LastUsedAt == null || i.LastUsedAt < last ? last : i.LastUsedAt),
                session.CancellationToken);
        }
    }
}
