using Headless.Server.Access;

namespace Headless.Server.Features.ContentItems;

[GraphQLDescription("What became of content with customers, as far as the caller may see. Reported with recordActivities (CONTENT_…); deliveries count by themselves.")]
public sealed record ContentResults(
    [property: GraphQLDescription("Distinct people to whom it was delivered or shown; somebody counts once for each item.")] long Reached,
    [property: GraphQLDescription("How often it was delivered to somebody.")] long Deliveries,
    [property: GraphQLDescription("How often it was shown to somebody.")] long Exposures,
    [property: GraphQLDescription("How often it was opened: reads.")] long Opens,
    [property: GraphQLDescription("Distinct people who opened it.")] long Openers,
    [property: GraphQLDescription("Distinct people who read or watched it to the end.")] long Completers,
    [property: GraphQLDescription("Distinct people who commented on it.")] long Commenters,
    [property: GraphQLDescription("How many comments it had.")] long Comments,
    [property: GraphQLDescription("Distinct people who liked it.")] long Likers,
    [property: GraphQLDescription("Distinct people who passed it on.")] long Sharers,
    [property: GraphQLDescription("Distinct people who followed the brand after reading it.")] long Followers,
    [property: GraphQLDescription("Of those whom it reached, the share who opened it.")] ContentRate OpenRate,
    [property: GraphQLDescription("Of those who opened it, the share who read or watched it to the end.")] ContentRate CompletionRate,
    [property: GraphQLDescription("Of those who opened it, the share who commented.")] ContentRate CommentRate,
    [property: GraphQLDescription("Of those who opened it, the share who liked it.")] ContentRate LikeRate)
{
    /// <summary>Nothing was reported.</summary>
    public static ContentResults Nothing { get; } = Of(new ContentSums());

    public static ContentResults Of(ContentSums s) => new(
        s.Reached, s.Deliveries, s.Exposures, s.Opens, s.Openers, s.Completers, s.Commenters, s.Comments, s.Likers, s.Sharers, s.Followers,
        ContentRate.Of(s.ReachedOpeners, s.Reached), ContentRate.Of(s.OpenedCompleters, s.Openers), ContentRate.Of(s.OpenedCommenters, s.Openers), ContentRate.Of(s.OpenedLikers, s.Openers));
}

[GraphQLDescription("A share with what it is computed from. Both count the same people, so it cannot exceed 1.")]
public sealed record ContentRate(
    [property: GraphQLDescription("The people above.")] long Numerator,
    [property: GraphQLDescription("The people below.")] long Denominator,
    [property: GraphQLDescription("numerator ÷ denominator; null where there is nobody below, never 0.")] double? Value)
{
    public static ContentRate Of(long numerator, long denominator) => new(numerator, denominator, denominator == 0 ? null : (double)numerator / denominator);
}

/// <summary>The sums that results are made of.</summary>
public sealed record ContentSums
{
    public long Reached { get; init; }

    public long ReachedOpeners { get; init; }

    public long Deliveries { get; init; }

    public long Exposures { get; init; }

    public long Opens { get; init; }

    public long Openers { get; init; }

    public long Completers { get; init; }

    public long OpenedCompleters { get; init; }

    public long Commenters { get; init; }

    public long OpenedCommenters { get; init; }

    public long Comments { get; init; }

    public long Likers { get; init; }

    public long OpenedLikers { get; init; }

    public long Sharers { get; init; }

    public long Followers { get; init; }
}

/// <summary>The results of content items: one statement for a list.</summary>
public sealed class ContentResultsDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, ContentResults>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, ContentResults>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var rows = await db.ContentReaches.AsNoTracking()
            .Where(r => keys.Contains(r.ContentItemId))
            .Where(r => !db.Memberships.Any(m => m.MemberId == r.MemberId && m.AccountKind != AccountKind.Customer && (r.GroupId == null || m.GroupId == r.GroupId)))
            .GroupBy(r => r.ContentItemId)
            .Select(g => new
            {
                g.Key,
                Sums = new ContentSums
                {
                    Reached = g.LongCount(r => r.ReachedAt != null),
                    ReachedOpeners = g.LongCount(r => r.ReachedAt != null && r.OpenedAt != null),
                    Deliveries = g.Sum(r => (long)r.Deliveries),
                    Exposures = g.Sum(r => (long)r.Exposures),
                    Opens = g.Sum(r => (long)r.Opens),
                    Openers = g.LongCount(r => r.OpenedAt != null),
                    Completers = g.LongCount(r => r.CompletedAt != null),
                    OpenedCompleters = g.LongCount(r => r.OpenedAt != null && r.CompletedAt != null),
                    Commenters = g.LongCount(r => r.CommentedAt != null),
                    OpenedCommenters = g.LongCount(r => r.OpenedAt != null && r.CommentedAt != null),
                    Comments = g.Sum(r => (long)r.Comments),
                    Likers = g.LongCount(r => r.LikedAt != null),
                    OpenedLikers = g.LongCount(r => r.OpenedAt != null && r.LikedAt != null),
                    Sharers = g.LongCount(r => r.SharedAt != null),
                    Followers = g.LongCount(r => r.FollowedAt != null),
                },
            })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Key, row => ContentResults.Of(row.Sums));
    }
}

/// <summary>What became of a content item.</summary>
[ExtendObjectType<ContentItem>]
public sealed class ContentItemResults
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(1)]
    [GraphQLDescription("What became of it: whom it reached, who opened it, read it to the end, commented, liked, passed it on and followed. Many items cost one statement. By days: the metrics OPEN_RATE and the like, with scope contentItemId.")]
    public static async Task<ContentResults> GetResultsAsync(
        [Parent(nameof(ContentItem.Id))] ContentItem item, ContentResultsDataLoader results, CancellationToken cancellationToken) =>
        await results.LoadAsync(item.Id, cancellationToken) ?? ContentResults.Nothing;
}
