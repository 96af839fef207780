using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.ContentItems;

[GraphQLDescription("Somebody to ask for a SOLICITED item.")]
public sealed record InviteContentContributorInput(
    [property: ID<ContentItem>] [property: GraphQLDescription("The item, whose brief is written.")] long Id,
    [property: ID<Member>] [property: GraphQLDescription("The member who is asked.")] long? InviteeId,
    [property: GraphQLDescription("Who is asked, where they are no member; at most 200 characters.")] string? InviteeName,
    [property: GraphQLDescription("When it is to be there.")] DateTimeOffset DueAt,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IContentItemStepInput;

[GraphQLDescription("An item that whoever was asked does not deliver.")]
public sealed record DeclineContentInvitationInput(
    [property: ID<ContentItem>] [property: GraphQLDescription("The item.")] long Id,
    [property: GraphQLDescription("Why, for whoever reads it later; at most 1 000 characters.")] string? Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IContentItemStepInput;

[GraphQLDescription("A SOLICITED item that has come.")]
public sealed record ReceiveContentItemInput(
    [property: ID<ContentItem>] [property: GraphQLDescription("The item.")] long Id,
    [property: GraphQLDescription("Its title; the present one stays unless given.")] string? Title,
    [property: GraphQLDescription("The text, at most 100 000 characters.")] string Body,
    [property: GraphQLDescription("On which terms it may be used.")] string? Permission,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IContentItemStepInput;

/// <summary>The rules of <see cref="InviteContentContributorInput"/>.</summary>
public sealed class InviteContentContributorValidator : ContentItemStepValidator<InviteContentContributorInput>
{
    public InviteContentContributorValidator() => RuleFor(i => i.InviteeName).MaximumLength(ContentItem.InviteeNameMaxLength).PlainText();
}

/// <summary>The rules of <see cref="DeclineContentInvitationInput"/>.</summary>
public sealed class DeclineContentInvitationValidator : ContentItemStepValidator<DeclineContentInvitationInput>
{
    public DeclineContentInvitationValidator() => RuleFor(i => i.Reason).MaximumLength(1000).PlainText();
}

/// <summary>The rules of <see cref="ReceiveContentItemInput"/>.</summary>
public sealed class ReceiveContentItemValidator : ContentItemStepValidator<ReceiveContentItemInput>
{
    public ReceiveContentItemValidator()
    {
        RuleFor(i => i.Title).NotEmpty().MaximumLength(ContentItem.TitleMaxLength).PlainText().When(i => i.Title is not null);
        RuleFor(i => i.Body).NotEmpty().MaximumLength(ContentItem.BodyMaxLength).PlainText();
        RuleFor(i => i.Permission).MaximumLength(ContentItem.PermissionMaxLength).PlainText();
    }
}

/// <summary>BRIEF → INVITED → RECEIVED.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class SolicitContentItemMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Asks a user or an opinion leader for a SOLICITED item whose brief is written: BRIEF → INVITED. Give either inviteeId or inviteeName.")]
    public static Task<ContentItem> InviteContentContributorAsync(InviteContentContributorInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var item = await session.FindAsync<ContentItem>(input.Id, "id");
                session.Expect(item, input.Version);
                var member = await session.FindAsync<Member>(input.InviteeId, "inviteeId");
                item.Invite(member?.Id, input.InviteeName, input.DueAt.UtcDateTime, session.Now);
                session.Record(ActivityKind.ContentInvited, () => new ActivitySubject { ContentItemId = item.Id, MemberId = member?.Id });
                return item;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Whoever was asked does not deliver: INVITED → BRIEF, and somebody else can be asked.")]
    public static Task<ContentItem> DeclineContentInvitationAsync(DeclineContentInvitationInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var item = await session.FindAsync<ContentItem>(input.Id, "id");
                session.Expect(item, input.Version);
                var memberId = item.InviteeId;
                item.Decline();
                session.Record(ActivityKind.ContentInvitationDeclined, () => new ActivitySubject { ContentItemId = item.Id, MemberId = memberId, Text = input.Reason });
                return item;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("What was asked for has come: INVITED → RECEIVED. Hand it in with submitContentItem.")]
    public static Task<ContentItem> ReceiveContentItemAsync(ReceiveContentItemInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var item = await session.FindAsync<ContentItem>(input.Id, "id");
                session.Expect(item, input.Version);
                item.Receive(input.Title ?? item.Title, input.Body, input.Permission, session.Caller.OperatorId, session.Now);
                await session.IndexAsync(item);
                session.Record(ActivityKind.ContentReceived, () => new ActivitySubject { ContentItemId = item.Id, MemberId = item.InviteeId });
                return item;
            },
            cancellationToken);
}
