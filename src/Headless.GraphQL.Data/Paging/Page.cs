using Headless.GraphQL.Data.Rows;

namespace Headless.GraphQL.Data.Paging;

/// <summary>The rows of a page in the list's order, cut to size.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="HasNext">Whether rows follow.</param>
/// <param name="HasPrevious">Whether rows precede.</param>
/// <param name="Total">The length of the whole list where the page tells it; null: it must be counted.</param>
internal sealed record Page(IReadOnlyList<object?> Rows, bool HasNext, bool HasPrevious, int? Total)
{
    public static Page Empty { get; } = new([], false, false, null);

    /// <summary>Cuts rows that were read with one more than the page's size, backwards where the page is.</summary>
    public static Page Of(IReadOnlyList<object?> rows, PageRequest request)
    {
        var hasMore = rows.Count > request.Size;
        if (hasMore)
        {
            rows = Slice(rows, 0, request.Size);
        }

        if (request.Skip is { } skip)
        {
            // Rows, or a place at the list's beginning, say that nothing but the skipped rows precedes.
            var isTotalKnown = !hasMore && (rows.Count > 0 || skip == 0);
            return new Page(rows, hasMore, skip > 0, isTotalKnown ? skip + rows.Count : null);
        }

        bool hasNext, hasPrevious;
        if (request.IsBackward)
        {
            rows = rows is RowList list ? list.Reverse() : [.. rows.Reverse()];
            (hasNext, hasPrevious) = (request.Before is not null, hasMore);
        }
        else
        {
            (hasNext, hasPrevious) = (hasMore || request.Before is not null, request.After is not null);
            if (request.Last is { } last && last < rows.Count)
            {
                rows = Slice(rows, rows.Count - last, last);
                hasPrevious = true;
            }
        }

        return new Page(rows, hasNext, hasPrevious, hasNext || hasPrevious ? null : rows.Count);
    }

    private static IReadOnlyList<object?> Slice(IReadOnlyList<object?> rows, int start, int count) => rows switch
    {
        RowList list => list.Slice(start, count),
        List<object?> list => list.GetRange(start, count),
        _ => [.. rows.Skip(start).Take(count)],
    };
}
