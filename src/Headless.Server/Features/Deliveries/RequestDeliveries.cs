using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Contacts;
using Headless.Community.Ingestion;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Deliveries;

using Delivery = Headless.Community.Delivery;

[GraphQLDescription("Something that is to be sent.")]
public sealed record RequestDeliveriesInput(
    [property: Cost(0)] [property: GraphQLDescription("To whom.")] MailingAudienceInput Audience,
    [property: GraphQLDescription("Where: GROUP, PRIVATE_CHAT, SMS or EMAIL. Calls are made from call lists. Unless given: GROUP for groupIds, PRIVATE_CHAT otherwise.")] TouchChannel? Channel,
    [property: GraphQLDescription("What for: decides whom it may reach.")] ContactPurpose Purpose,
    [property: ID<ContentItem>] [property: GraphQLDescription("What is sent: a content item that is PUBLISHED.")] long? ContentItemId,
    [property: GraphQLDescription("What is said, at most 4 000 characters; with a content item, before it.")] string? Text,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that it is for.")] long? CampaignId,
    [property: GraphQLDescription("PRIVATE_CHAT: only by accounts of this platform; by whatever the member can be reached by unless given.")] Platform? Platform,
    [property: GraphQLDescription("Not before this moment; at once unless given.")] DateTimeOffset? SendAt,
    [property: GraphQLDescription("Not from this moment on.")] DateTimeOffset? ExpiresAt,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the mailing of the first time.")] string? IdempotencyKey);

[GraphQLDescription("A mailing that is not to be sent any more.")]
public sealed record CancelMailingInput(
    [property: ID<Mailing>] [property: GraphQLDescription("The mailing.")] long Id,
    [property: GraphQLDescription("Why, at most 500 characters.")] string? Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="RequestDeliveriesInput"/>.</summary>
public sealed class RequestDeliveriesValidator : AbstractValidator<RequestDeliveriesInput>
{
    public RequestDeliveriesValidator(TimeProvider clock)
    {
        RuleFor(i => i.Audience).SetValidator(new MailingAudienceValidator());
        RuleFor(i => i.Channel).DeliveryChannel(i => i.Audience);
        RuleFor(i => i.Text).MaximumLength(Mailing.TextMaxLength).PlainText();
        RuleFor(i => i.Text).NotEmpty().When(i => i.ContentItemId is null).WithErrorCode("NOTHING_TO_SAY").WithMessage("Give a content item, a text, or both.");
        RuleFor(i => i.ExpiresAt).Must((i, expires) => expires is null || (expires > clock.GetUtcNow() && expires > (i.SendAt ?? DateTimeOffset.MinValue)))
            .WithErrorCode("EXPIRES_TOO_EARLY").WithMessage("'{PropertyName}' lies after now and after sendAt.");
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>The rules of <see cref="CancelMailingInput"/>.</summary>
public sealed class CancelMailingValidator : AbstractValidator<CancelMailingInput>
{
    public CancelMailingValidator() => RuleFor(i => i.Reason).MaximumLength(Mailing.ReasonMaxLength).PlainText();
}

/// <summary>What inputs about deliveries share.</summary>
internal static class DeliveryRules
{
    /// <summary>A channel that connectors serve, and that goes with the audience.</summary>
    public static void DeliveryChannel<T>(this IRuleBuilderInitial<T, TouchChannel?> rule, Func<T, MailingAudienceInput> audience) => rule
        .Must(channel => channel is null or TouchChannel.Group or TouchChannel.PrivateChat or TouchChannel.Sms or TouchChannel.Email)
        .WithErrorCode("CHANNEL_IS_FOR_STAFF").WithMessage("Calls and moments are for staff: use a call list or a step of a playbook.")
        .Must((input, channel) => channel is null || (channel == TouchChannel.Group) == (audience(input)?.GroupIds is not null))
        .WithErrorCode("CHANNEL_DOES_NOT_FIT").WithMessage("GROUP goes with groupIds, and groupIds with GROUP.");

    public static TouchChannel ChannelOf(TouchChannel? channel, MailingAudienceInput audience) =>
        channel ?? (audience.GroupIds is not null ? TouchChannel.Group : TouchChannel.PrivateChat);
}

/// <summary>Requests deliveries and calls them off.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class RequestDeliveriesMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Requests that something be sent, to at most 20 000 at once. Who has opted out, is kept out, has no address, had enough of MARKETING or of the platform's quota, or is on a platform that cannot do it gets nothing: their deliveries are UNREACHABLE with the reason. previewDelivery tells before. Connectors claim the others.")]
    public static Task<Mailing> RequestDeliveriesAsync(
        RequestDeliveriesInput input, CommunityWriter writer, ContactOptions contact, ReportingCalendar calendar, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                // Before anything is read: of two at once the second one sees what the first one has on its way.
                await session.Db.LockDeliveriesAsync(session.CancellationToken);
                if (await session.FindByKeyAsync<Mailing>(input.IdempotencyKey, m => m.IdempotencyKey == input.IdempotencyKey) is { } known)
                {
                    return known;
                }

                (await session.FindAsync<ContentItem>(input.ContentItemId, "contentItemId"))?.RequireUsable();
                await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
                var target = await MailingRecipients.FindAsync(session.Db, session.Caller, input.Audience, session.CancellationToken);
                var channel = DeliveryRules.ChannelOf(input.Channel, input.Audience);
                var recipients = await target.SelectAsync(
                    session.Db, channel, input.Purpose, input.Platform, contact.LimitsAt(calendar, session.Now), session.Now, session.CancellationToken);
                var mailing = new Mailing
                {
                    Audience = target.Audience,
                    Channel = channel,
                    Purpose = input.Purpose,
                    ContentItemId = input.ContentItemId,
                    Text = input.Text,
                    CampaignId = input.CampaignId,
                    SegmentId = target.SegmentId,
                    GroupId = target.GroupId,
                    SendAt = input.SendAt is { } at && at.UtcDateTime > session.Now ? at.UtcDateTime : session.Now,
                    ExpiresAt = input.ExpiresAt?.UtcDateTime,
                    RecipientCount = recipients.Count,
                    UnreachableCount = recipients.Count(r => r.Reason is not null),
                    RequestedById = session.Caller.OperatorId,
                    IdempotencyKey = input.IdempotencyKey,
                };
                await session.Db.AddMailingAsync(mailing, recipients, session.Now, session.CancellationToken);
                session.RecordMailing(ActivityKind.MailingRequested, mailing);
                return mailing;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Calls a mailing off: what no connector has claimed is not sent. What one is at may still go out.")]
    public static Task<Mailing> CancelMailingAsync(CancelMailingInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await session.Db.LockDeliveriesAsync(session.CancellationToken);
                var mailing = await session.FindAsync<Mailing>(input.Id, "id");
                session.Expect(mailing, input.Version);
                if (!session.Caller.Scope.IsEverything && mailing.RequestedById != session.Caller.OperatorId)
                {
                    throw new DomainException(DomainErrorCodes.MailingOfOthers, "Somebody else requested the mailing, and it may go to more than your groups: they or a lead can call it off.");
                }

                mailing.Cancel(input.Reason, session.Now);

                // One statement, past the tracker: there may be thousands. All of them, also those that the caller does not see.
                await session.Db.Deliveries.IgnoreQueryFilters()
                    .Where(d => d.MailingId == mailing.Id && d.Status == DeliveryStatus.Requested)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(d => d.Status, DeliveryStatus.Cancelled).SetProperty(d => d.UpdatedAt, session.Now).SetProperty(d => d.Version, d => d.Version + 1),
                        session.CancellationToken);
                session.RecordMailing(ActivityKind.MailingCancelled, mailing);
                return mailing;
            },
            cancellationToken);
}

/// <summary>How mailings and deliveries get into the log.</summary>
internal static class DeliveryActivities
{
    public static void RecordMailing(this WriteSession session, ActivityKind kind, Mailing mailing) => session.Record(
        kind, () => new ActivitySubject { GroupId = mailing.GroupId, CampaignId = mailing.CampaignId, ContentItemId = mailing.ContentItemId, Text = mailing.Text });

    public static void RecordDelivery(this WriteSession session, ActivityKind kind, Delivery delivery) => session.Record(
        kind, () => new ActivitySubject { GroupId = delivery.GroupId, MemberId = delivery.MemberId, CampaignId = delivery.CampaignId, ContentItemId = delivery.ContentItemId });
}
