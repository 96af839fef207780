using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.ContentItems;

[GraphQLDescription("A piece of content to enter.")]
public sealed record CreateContentItemInput(
    [property: GraphQLDescription("The title, at most 200 characters.")] string Title,
    [property: GraphQLDescription("The content itself, at most 100 000 characters.")] string Body,
    [property: GraphQLDescription("What it is to achieve; ACTIVATE unless given.")] ContentCategory? Category,
    [property: GraphQLDescription("The library that it belongs to; KNOWLEDGE unless given.")] ContentKind? Kind,
    [property: GraphQLDescription("Where it comes from; ORIGINAL unless given. It cannot be changed later.")] ContentSource? Source,
    [property: GraphQLDescription("What it is about.")] string? Topic,
    [property: GraphQLDescription("For whom it is, in words.")] string? Audience,
    [property: GraphQLDescription("Where a REPOST comes from: http or https. Needed before it is submitted.")] string? OriginUrl,
    [property: GraphQLDescription("Who allowed a REPOST, and under which licence. Needed before it is submitted.")] string? Permission);

/// <summary>The rules of <see cref="CreateContentItemInput"/>.</summary>
public sealed class CreateContentItemValidator : AbstractValidator<CreateContentItemInput>
{
    public CreateContentItemValidator()
    {
        RuleFor(i => i.Title).NotEmpty().MaximumLength(ContentItem.TitleMaxLength).PlainText();
        RuleFor(i => i.Body).NotEmpty().MaximumLength(ContentItem.BodyMaxLength).PlainText();
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
    [GraphQLDescription("Enters a piece of content as a draft; the caller is its author.")]
    public static Task<ContentItem> CreateContentItemAsync(CreateContentItemInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            session =>
            {
                var item = new ContentItem
                {
                    Title = input.Title,
                    Body = input.Body,
                    Category = input.Category ?? ContentCategory.Activate,
                    Kind = input.Kind ?? ContentKind.Knowledge,
                    Source = input.Source ?? ContentSource.Original,
                    Topic = input.Topic,
                    Audience = input.Audience,
                    OriginUrl = input.OriginUrl,
                    Permission = input.Permission,
                    AuthorId = session.Caller.OperatorId,
                };
                session.Db.ContentItems.Add(item);
                session.Record(ActivityKind.ContentCreated, () => new ActivitySubject { ContentItemId = item.Id });
                return Task.FromResult(item);
            },
            cancellationToken);
}
