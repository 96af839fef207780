using Headless.Server.Access;

namespace Headless.Server.Features.Deliveries;

using Delivery = Headless.Community.Delivery;

/// <summary><c>type Mailing</c>.</summary>
public sealed class MailingObjectType : ObjectType<Mailing>
{
    protected override void Configure(IObjectTypeDescriptor<Mailing> descriptor)
    {
        descriptor.Description("Something that is to be sent to some people or groups on a channel. It has a delivery for each of them, which connectors claim and send.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(m => m.Id).ResolveNodeWith<MailingNode>(n => MailingNode.GetMailingAsync(default, default!, default));
        descriptor.Field(m => m.Id).Description("The global id, stable for the life of the mailing: use it as cache key.");
        descriptor.Field(m => m.Audience).Description("To whom it goes.");
        descriptor.Field(m => m.Channel).Description("Where.");
        descriptor.Field(m => m.Purpose).Description("What for: decides whom it may reach.");
        descriptor.Field(m => m.SendAt).Description("Not before this moment.");
        descriptor.Field(m => m.ExpiresAt).Description("Not from this moment on; null: whenever it can be.");
        descriptor.Field(m => m.RecipientCount).Description("How many it was for, those who could not be reached included.");
        descriptor.Field(m => m.UnreachableCount).Description("How many of them could not be reached when it was requested.");
        descriptor.Field(m => m.CancelledAt).Description("When it was called off; null: it was not.");
        descriptor.Field(m => m.CancelReason).Description("Why.");
        descriptor.Field(m => m.CreatedAt).Description("When it was requested.");
        descriptor.Field(m => m.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>type Delivery</c>.</summary>
public sealed class DeliveryObjectType : ObjectType<Delivery>
{
    protected override void Configure(IObjectTypeDescriptor<Delivery> descriptor)
    {
        descriptor.Description("Something that is to be sent to one member, or into one group.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(d => d.Id).ResolveNodeWith<DeliveryNode>(n => DeliveryNode.GetDeliveryAsync(default, default!, default));
        descriptor.Field(d => d.Id).Description("The global id, stable for the life of the delivery: use it as cache key, and as the key by which your platform recognises a repetition.");
        descriptor.Field(d => d.Status).Description("Where it stands.");
        descriptor.Field(d => d.Reason).Description("UNREACHABLE: why.");
        descriptor.Field(d => d.Detail).Authorize(Policies.ReadPersonalData).Description("What the connector said about it. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(d => d.Channel).Description("Where.");
        descriptor.Field(d => d.Purpose).Description("What for.");
        descriptor.Field(d => d.Platform).Description("The platform that it goes through; null for SMS and e-mail.");
        descriptor.Field(d => d.SendAt).Description("Not before this moment.");
        descriptor.Field(d => d.ExpiresAt).Description("Not from this moment on.");
        descriptor.Field(d => d.Attempts).Description("How often it was claimed; after the fifth time it is not tried again.");
        descriptor.Field(d => d.LeaseUntil).Description("CLAIMED: until when; it can be claimed again afterwards.");
        descriptor.Field(d => d.SentAt).Description("SENT: when.");
        descriptor.Field(d => d.ExternalId).Authorize(Policies.ReadPersonalData).Description("The connector's name for what was sent. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(d => d.CreatedAt).Description("When it was requested.");
        descriptor.Field(d => d.UpdatedAt).Description("When it last changed.");
    }
}

/// <summary><c>enum MailingAudience</c>.</summary>
public sealed class MailingAudienceEnumType : EnumType<MailingAudience>
{
    protected override void Configure(IEnumTypeDescriptor<MailingAudience> descriptor)
    {
        descriptor.Description("To whom a mailing goes.");
        descriptor.Value(MailingAudience.Members).Description("Members who are named.");
        descriptor.Value(MailingAudience.Groups).Description("Groups: one message into each.");
        descriptor.Value(MailingAudience.GroupMembers).Description("Every customer who is in a group now, each by themselves.");
        descriptor.Value(MailingAudience.Segment).Description("Everybody who is in a segment now, each by themselves; within a group where one is named.");
    }
}

/// <summary><c>enum DeliveryStatus</c>.</summary>
public sealed class DeliveryStatusEnumType : EnumType<DeliveryStatus>
{
    protected override void Configure(IEnumTypeDescriptor<DeliveryStatus> descriptor)
    {
        descriptor.Description("Where a delivery stands: REQUESTED → CLAIMED → SENT, FAILED or UNREACHABLE; back to REQUESTED when the lease of a connector ends.");
        descriptor.Value(DeliveryStatus.Requested).Description("A connector may claim it once its time has come.");
        descriptor.Value(DeliveryStatus.Claimed).Description("A connector is at it, until its lease ends.");
        descriptor.Value(DeliveryStatus.Sent).Description("It was sent.");
        descriptor.Value(DeliveryStatus.Failed).Description("It was tried and did not work.");
        descriptor.Value(DeliveryStatus.Unreachable).Description("The recipient cannot or may not be reached: reason says why.");
        descriptor.Value(DeliveryStatus.Cancelled).Description("It was called off before anybody sent it.");
        descriptor.Value(DeliveryStatus.Expired).Description("Nobody sent it in time.");
    }
}
