using System.Text.Json;
using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Ingestion;

[GraphQLDescription("An account on a platform, and what it calls itself there.")]
public sealed record IdentityReferenceInput(
    [property: GraphQLDescription("The chat platform that the account is on.")] Platform Platform,
    [property: GraphQLDescription("The account's id there.")] string ExternalId,
    [property: GraphQLDescription("What it calls itself there.")] string? DisplayName)
{
    internal IdentityReference ToReference() => new(Platform, ExternalId, DisplayName);
}

/// <summary>The rules of <see cref="IdentityReferenceInput"/>.</summary>
public sealed class IdentityReferenceValidator : AbstractValidator<IdentityReferenceInput>
{
    public IdentityReferenceValidator()
    {
        RuleFor(i => i.ExternalId).NotEmpty().MaximumLength(Identity.ExternalIdMaxLength).PlainText();
        RuleFor(i => i.DisplayName).MaximumLength(Identity.DisplayNameMaxLength).PlainText();
    }
}

[GraphQLDescription("A group, by its global id or by its platform and its id there.")]
public sealed record GroupReferenceInput(
    [property: ID<Group>] [property: GraphQLDescription("The global id.")] long? Id,
    [property: GraphQLDescription("The chat platform, where the id is not given.")] Platform? Platform,
    [property: GraphQLDescription("The group's id on the platform.")] string? ExternalId)
{
    internal GroupReference ToReference() => new(Id, Platform, ExternalId);
}

/// <remarks>What a row names weighs nothing: a report may have a thousand rows, which would not go into the cost of an operation.</remarks>
[GraphQLName("ActivityInput")]
[GraphQLDescription("Something that happened. Which fields a kind needs, each says; the others are ignored.")]
public sealed record ReportedActivityInput(
    [property: GraphQLDescription("What it is.")] ActivityInputKind Kind,
    [property: GraphQLDescription("Its id in the reporting system, at most 200 characters. A second report of it changes nothing.")] string ExternalId,
    [property: GraphQLDescription("When it happened; at most five minutes ahead.")] DateTimeOffset OccurredAt,
    [property: Cost(0)] [property: GraphQLDescription("Where it happened: needed by JOIN, LEAVE and MESSAGE.")] GroupReferenceInput? Group,
    [property: Cost(0)] [property: GraphQLDescription("Who did it: needed by all kinds but ORDER. Becomes a member where nobody has the account yet.")] IdentityReferenceInput? Member,
    [property: GraphQLDescription("MESSAGE and CONTENT_COMMENTED: what was said, at most 4 000 characters; null for a picture, a sticker, a voice message.")] string? Text,
    [property: GraphQLDescription("MESSAGE: what it is made of; TEXT unless given where there is a text.")] MessageContentType? ContentType,
    [property: GraphQLDescription("MESSAGE: the external id of the message that it answers, at the same source; one that is not known, or comes later, is taken, too.")] string? ReplyTo,
    [property: GraphQLDescription("JOIN: how they came, technically.")] JoinSource? JoinSource,
    [property: GraphQLDescription("JOIN: why they came.")] JoinReason? JoinReason,
    [property: GraphQLDescription("JOIN: the channel in the brand's own words.")] string? JoinChannel,
    [property: GraphQLDescription("JOIN: anything else about it.")] string? JoinNote,
    [property: Cost(0)] [property: GraphQLDescription("JOIN: the account that brought them; becomes a member where nobody has it yet.")] IdentityReferenceInput? InvitedBy,
    [property: GraphQLDescription("JOIN: the code of the entry point through which they came; its channel is theirs.")] string? EntryPointCode,
    [property: ID<Campaign>] [property: GraphQLDescription("JOIN: the campaign that made them come.")] long? CampaignId,
    [property: ID<ContentItem>] [property: GraphQLDescription("CONTENT_…: the content item. JOIN: the content that made them come.")] long? ContentItemId,
    [property: Cost(0)] [property: GraphQLDescription("JOIN: the KOL whose pull made them come; becomes a member where nobody has the account yet.")] IdentityReferenceInput? Kol,
    [property: GraphQLDescription("LEAVE: who ended the stay; UNKNOWN unless given.")] LeaveKind? LeaveKind,
    [property: GraphQLDescription("LEAVE: why.")] string? LeaveReason,
    [property: GraphQLDescription("LEAVE: where the reason comes from: DECLARED unless given, NONE without a reason.")] LeaveReasonSource? LeaveReasonSource,
    [property: GraphQLDescription("RENAME: the new name; newExternalId stands in for it.")] string? NewName,
    [property: GraphQLDescription("RENAME: the account's new id, where renaming changes it, as on IRC. Both ids lead to the member.")] string? NewExternalId,
    [property: GraphQLDescription("ORDER: what was paid, not negative, with at most four decimal places.")] decimal? Amount,
    [property: GraphQLDescription("ORDER: the ISO 4217 code of the amount, such as CNY.")] string? Currency,
    [property: GraphQLDescription("ORDER: how many pieces; 1 unless given.")] int? Quantity,
    [property: GraphQLDescription("ORDER: where it stands; PAID unless given.")] OrderStatus? Status,
    [property: GraphQLDescription("Further details for the log: a JSON object of at most 8 000 characters.")] JsonElement? Data)
{
    internal ActivityInput ToInput() => new()
    {
        Kind = Kind,
        ExternalId = ExternalId,
        OccurredAt = OccurredAt,
        Group = Group?.ToReference(),
        Member = Member?.ToReference(),
        Text = Text,
        ContentType = ContentType,
        ReplyTo = ReplyTo,
        JoinSource = JoinSource,
        JoinReason = JoinReason,
        JoinChannel = JoinChannel,
        JoinNote = JoinNote,
        InvitedBy = InvitedBy?.ToReference(),
        EntryPointCode = EntryPointCode,
        CampaignId = CampaignId,
        ContentItemId = ContentItemId,
        Kol = Kol?.ToReference(),
        LeaveKind = LeaveKind,
        LeaveReason = LeaveReason,
        LeaveReasonSource = LeaveReasonSource,
        NewName = NewName,
        NewExternalId = NewExternalId,
        Amount = Amount,
        Currency = Currency,
        Quantity = Quantity,
        Status = Status,
        Data = Data is { ValueKind: not JsonValueKind.Null and not JsonValueKind.Undefined } data ? data.GetRawText() : null,
    };
}

/// <summary><c>enum ActivityInputKind</c>.</summary>
public sealed class ActivityInputKindEnumType : EnumType<ActivityInputKind>
{
    protected override void Configure(IEnumTypeDescriptor<ActivityInputKind> descriptor)
    {
        descriptor.Description("What a reported activity is.");
        descriptor.Value(ActivityInputKind.Join).Description("Somebody came into a group.");
        descriptor.Value(ActivityInputKind.Leave).Description("Somebody left a group or was removed.");
        descriptor.Value(ActivityInputKind.Message).Description("Somebody said something in a group.");
        descriptor.Value(ActivityInputKind.Rename).Description("Somebody goes by another name, or by another account, from now on.");
        descriptor.Value(ActivityInputKind.Order).Description("Somebody bought something.");
        descriptor.Value(ActivityInputKind.ContentExposed).Description("A content item was shown to somebody.");
        descriptor.Value(ActivityInputKind.ContentOpened).Description("Somebody opened a content item.");
        descriptor.Value(ActivityInputKind.ContentCompleted).Description("Somebody read or watched a content item to the end.");
        descriptor.Value(ActivityInputKind.ContentCommented).Description("Somebody commented on a content item.");
        descriptor.Value(ActivityInputKind.ContentLiked).Description("Somebody liked a content item.");
        descriptor.Value(ActivityInputKind.ContentShared).Description("Somebody passed a content item on.");
        descriptor.Value(ActivityInputKind.ContentFollowed).Description("Somebody followed the brand after reading a content item.");
    }
}
