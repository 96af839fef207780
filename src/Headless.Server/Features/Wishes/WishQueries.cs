using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Wishes;

[GraphQLDescription("How much a category is wished for.")]
public sealed record WishedCategory(
    [property: GraphQLDescription("The category.")] string Category,
    [property: GraphQLDescription("How many wishes there are in it.")] int Wishes,
    [property: GraphQLDescription("How many votes they have together; a member who voted for two of them counts twice.")] int Votes);

/// <summary>Wishes as a list, by id and by category.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class WishQueries
{
    private const int MaxCategories = 50;

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<WishFilterInput>]
    [UseSorting<WishSortInput>]
    [GraphQLDescription("What members wish for. The top wishes: where status is OPEN, ordered by voteCount descending.")]
    public static IQueryable<Wish> GetWishes(CommunityDbContext db) => db.Wishes;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One wish; null where there is none or the caller may not see it.")]
    public static Task<Wish?> GetWishByIdAsync(
        [ID<Wish>] [GraphQLDescription("The wish's global id.")] long id, ByIdDataLoader<Wish> wishes, CancellationToken cancellationToken) =>
        wishes.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [ListSize(AssumedSize = 10, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    [GraphQLDescription("The categories that are wished for most, by votes, then by name.")]
    public static async Task<IReadOnlyList<WishedCategory>> GetWishedCategoriesAsync(
        CommunityDbContext db,
        [GraphQLDescription("Which wishes count; those that are OPEN unless given.")] WishStatus? status,
        [ID<Group>] [GraphQLDescription("The group in which they came up; all unless given.")] long? groupId,
        [GraphQLDescription("How many, at most 50; 10 unless given.")] int? first,
        CancellationToken cancellationToken)
    {
        var (wanted, count) = (status ?? WishStatus.Open, Math.Clamp(first ?? 10, 0, MaxCategories));
        var wishes = db.Wishes.Where(w => w.Status == wanted);
        var ranked = await (groupId is { } id ? wishes.Where(w => w.GroupId == id) : wishes)
            .GroupBy(w => w.Category)
            .Select(g => new { Category = g.Key, Wishes = g.Count(), Votes = g.Sum(w => w.VoteCount) })
            .OrderByDescending(c => c.Votes).ThenBy(c => c.Category)
            .Take(count)
            .ToListAsync(cancellationToken);
        return [.. ranked.Select(c => new WishedCategory(c.Category, c.Wishes, c.Votes))];
    }
}
