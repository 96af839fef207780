using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.ContentItems;

/// <summary>What a content item leads to.</summary>
[ExtendObjectType<ContentItem>]
public sealed class ContentItemNode
{
    /// <remarks>No row filter holds for content, so the policy is asked here as the root fields ask it.</remarks>
    [GraphQLIgnore]
    public static async Task<ContentItem?> GetContentItemAsync(
        long id, Caller caller, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        caller.May(Policies.Read) ? await items.LoadAsync(id, cancellationToken) : null;

    [GraphQLDescription("The operator who wrote it or entered it.")]
    public static async Task<Operator?> GetAuthorAsync(
        [Parent(nameof(ContentItem.AuthorId))] ContentItem item, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        item.AuthorId is { } id ? await operators.LoadAsync(id, cancellationToken) : null;

    [GraphQLDescription("The operator who approved it or sent it back last.")]
    public static async Task<Operator?> GetReviewerAsync(
        [Parent(nameof(ContentItem.ReviewerId))] ContentItem item, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        item.ReviewerId is { } id ? await operators.LoadAsync(id, cancellationToken) : null;
}
