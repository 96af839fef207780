using Headless.Server.Reading;

namespace Headless.Server.Features.ContentItems;

/// <summary>What a content item leads to.</summary>
[ExtendObjectType<ContentItem>]
public sealed class ContentItemNode
{
    [GraphQLIgnore]
    public static Task<ContentItem?> GetContentItemAsync(
        long id, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The operator who wrote it or entered it.")]
    public static async Task<Operator?> GetAuthorAsync(
        [Parent(nameof(ContentItem.AuthorId))] ContentItem item, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        item.AuthorId is { } id ? await operators.LoadAsync(id, cancellationToken) : null;

    [Cost(1)]
    [GraphQLDescription("The operator who approved it or sent it back last.")]
    public static async Task<Operator?> GetReviewerAsync(
        [Parent(nameof(ContentItem.ReviewerId))] ContentItem item, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        item.ReviewerId is { } id ? await operators.LoadAsync(id, cancellationToken) : null;
}
