using Headless.Server.Access;
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
    public static Task<Operator?> GetAuthorAsync(
        [Parent(nameof(ContentItem.AuthorId))] ContentItem item, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(item.AuthorId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The operator who approved it or sent it back last.")]
    public static Task<Operator?> GetReviewerAsync(
        [Parent(nameof(ContentItem.ReviewerId))] ContentItem item, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(item.ReviewerId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("SOLICITED: the member who was asked for it; null: nobody, somebody who is no member (inviteeName), or the caller may not see them.")]
    public static Task<Member?> GetInviteeAsync(
        [Parent(nameof(ContentItem.InviteeId))] ContentItem item, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(item.InviteeId, cancellationToken);

    [GraphQLDescription("SOLICITED: whether it was asked for, is due and has not come.")]
    public static bool IsOverdue([Parent($"{nameof(ContentItem.Status)} {nameof(ContentItem.DueAt)}")] ContentItem item, TimeProvider clock) =>
        item.IsOverdue(clock.GetUtcNow().UtcDateTime);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("Every text that it has had, the first one first; the last one is what it says now.")]
    public static IQueryable<ContentItemVersion> GetVersions([Parent(nameof(ContentItem.Id))] ContentItem item, CommunityDbContext db) =>
        db.ContentItemVersions.Where(v => v.ContentItemId == item.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<ContentUseFilterInput>]
    [UseSorting<ContentUseSortInput>]
    [GraphQLDescription("When and where it was used, in groups that the caller may see.")]
    public static IQueryable<ContentUse> GetUses([Parent(nameof(ContentItem.Id))] ContentItem item, CommunityDbContext db) =>
        db.ContentUses.Where(u => u.ContentItemId == item.Id);
}
