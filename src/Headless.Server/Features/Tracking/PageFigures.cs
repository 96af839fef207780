using Headless.Server.Access;

namespace Headless.Server.Features.Tracking;

[GraphQLDescription("Views and visitors over some days.")]
public sealed record PageFigures(
    [property: GraphQLDescription("The first day.")] DateOnly From,
    [property: GraphQLDescription("The day after the last one.")] DateOnly To,
    [property: GraphQLDescription("PV; of a link: clicks.")] long Views,
    [property: GraphQLDescription("UV: the distinct visitors of each day, added up: who came on two of the days counts twice. Of one day: distinct visitors.")] long Visitors,
    [property: ListSize(AssumedSize = 31)] [property: GraphQLDescription("The days on which something was counted, in their order.")] IReadOnlyList<PageDay> Days);

/// <summary>Whose figures of which days.</summary>
/// <param name="LinkId">0: the page's own.</param>
public readonly record struct PageFiguresKey(long PageId, long LinkId, DateOnly From, DateOnly To)
{
    private const int MaxDays = 366;

    /// <exception cref="GraphQLException">The days cannot be.</exception>
    public static PageFiguresKey Of(long pageId, long linkId, DateOnly? from, DateOnly? to, DateOnly today)
    {
        var first = from ?? (to is { } end && end <= today ? end.AddDays(-1) : today);
        var after = to ?? (first > today ? first : today).AddDays(1);
        return after > first && after.DayNumber - first.DayNumber <= MaxDays
            ? new PageFiguresKey(pageId, linkId, first, after)
            : throw new GraphQLException(ErrorBuilder.New().SetMessage($"'to' is the day after the last one: later than 'from', by at most {MaxDays} days.").SetCode("INVALID_WINDOW").Build());
    }
}

/// <summary>The figures of pages and links: one statement for those that are asked of the same days.</summary>
public sealed class PageFiguresDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<PageFiguresKey, PageFigures>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<PageFiguresKey, PageFigures>> LoadBatchAsync(IReadOnlyList<PageFiguresKey> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var figures = new Dictionary<PageFiguresKey, PageFigures>();
        foreach (var of in keys.GroupBy(key => (key.From, key.To)))
        {
            var (from, to) = of.Key;
            var (pages, links) = (of.Select(key => key.PageId).Distinct().ToArray(), of.Select(key => key.LinkId).Distinct().ToArray());
            var days = (await db.PageDays.AsNoTracking()
                .Where(d => d.Day >= from && d.Day < to && EF.Parameter(pages).Contains(d.PageId) && EF.Parameter(links).Contains(d.LinkId))
                .OrderBy(d => d.Day)
                .ToListAsync(cancellationToken)).ToLookup(d => (d.PageId, d.LinkId));
            foreach (var key in of)
            {
                List<PageDay> own = [.. days[(key.PageId, key.LinkId)]];
                figures[key] = new PageFigures(from, to, own.Sum(d => d.Views), own.Sum(d => d.Visitors), own);
            }
        }

        return figures;
    }
}
