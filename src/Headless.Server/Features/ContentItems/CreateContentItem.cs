using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.ContentItems;

[GraphQLDescription("A piece of content to enter.")]
public sealed record CreateContentItemInput(
    [property: GraphQLDescription("The title, at most 200 characters.")] string Title,
    [property: GraphQLDescription("The content itself, at most 100 000 characters. Without it an ORIGINAL begins at TOPIC, with it at DRAFT; a SOLICITED one gets it by receiveContentItem.")] string? Body,
    [property: GraphQLDescription("What it is to achieve; ACTIVATE unless given.")] ContentCategory? Category,
    [property: GraphQLDescription("The library that it belongs to; KNOWLEDGE unless given.")] ContentKind? Kind,
    [property: GraphQLDescription("Where it comes from; ORIGINAL unless given. It cannot be changed later.")] ContentSource? Source,
    [property: GraphQLDescription("What it is about.")] string? Topic,
    [property: GraphQLDescription("For whom it is, in words.")] string? Audience,
    [property: GraphQLDescription("SOLICITED, which begins at BRIEF: what is wanted, at most 10 000 characters.")] string? Brief,
    [property: GraphQLDescription("Where a REPOST comes from: http or https. Needed before it is submitted.")] string? OriginUrl,
    [property: GraphQLDescription("Who allowed a REPOST, and under which licence. Needed before it is submitted.")] string? Permission);

/// <summary>The rules of <see cref="CreateContentItemInput"/>.</summary>
public sealed class CreateContentItemValidator : AbstractValidator<CreateContentItemInput>
{
    public CreateContentItemValidator()
    {
        RuleFor(i => i.Title).NotEmpty().MaximumLength(ContentItem.TitleMaxLength).PlainText();
        RuleFor(i => i.Body).MaximumLength(ContentItem.BodyMaxLength).PlainText();
        RuleFor(i => i.Body).NotEmpty().When(i => i.Source == ContentSource.Repost);
        RuleFor(i => i.Body).Empty().When(i => i.Source == ContentSource.Solicited)
            .WithErrorCode("BODY_NOT_RECEIVED").WithMessage("A SOLICITED item begins with its brief: invite somebody, then give the body with receiveContentItem.");
        RuleFor(i => i.Brief).MaximumLength(ContentItem.BriefMaxLength).PlainText();
        RuleFor(i => i.Brief).Empty().When(i => i.Source != ContentSource.Solicited)
            .WithErrorCode("ONLY_SOLICITED").WithMessage("Only what is SOLICITED has a brief.");
        RuleFor(i => i.Topic).MaximumLength(ContentItem.TopicMaxLength).PlainText();
        RuleFor(i => i.Audience).MaximumLength(ContentItem.AudienceMaxLength).PlainText();
        RuleFor(i => i.OriginUrl).MaximumLength(ContentItem.OriginUrlMaxLength).WebAddress();
        RuleFor(i => i.Permission).MaximumLength(ContentItem.PermissionMaxLength).PlainText();
    }
}

/// <summary>Enters a piece of content.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CreateContentItemMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [GraphQLDescription("Enters a piece of content at the first stage of its source; the caller is its author.")]
    public static Task<ContentItem> CreateContentItemAsync(CreateContentItemInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(input, session => CreateAsync(session, input), cancellationToken);

    /// <summary>Enters it, also for an import.</summary>
    internal static async Task<ContentItem> CreateAsync(WriteSession session, CreateContentItemInput input)
    {
        var source = input.Source ?? ContentSource.Original;
        var item = new ContentItem
        {
            Title = input.Title,
            Status = source == ContentSource.Solicited ? ContentStatus.Brief
                : string.IsNullOrWhiteSpace(input.Body) ? ContentStatus.Topic
                : ContentStatus.Draft,
            Brief = input.Brief,
            Category = input.Category ?? ContentCategory.Activate,
            Kind = input.Kind ?? ContentKind.Knowledge,
            Source = source,
            Topic = input.Topic,
            Audience = input.Audience,
            OriginUrl = input.OriginUrl,
            Permission = input.Permission,
            AuthorId = session.Caller.OperatorId,
        };
        item.Rewrite(input.Title, input.Body ?? string.Empty, session.Caller.OperatorId, session.Now);
        session.Db.ContentItems.Add(item);
        await session.IndexAsync(item);
        session.Record(ActivityKind.ContentCreated, () => new ActivitySubject { ContentItemId = item.Id });
        return item;
    }
}
