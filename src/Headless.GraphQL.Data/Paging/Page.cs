using Headless.GraphQL.Data.Rows;

namespace Headless.GraphQL.Data.Paging;

/// <summary>The rows of a page in the list's order, cut to size.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="HasNext">Whether rows follow.</param>
/// <param name="HasPrevious">Whether rows precede.</param>
/// <param name="IsWholeList">Whether the page is known to be the whole list, so that its length is the total.</param>
internal sealed record Page(IReadOnlyList<object?> Rows, bool HasNext, bool HasPrevious, bool IsWholeList)
{
    public static Page Empty { get; } = new([], false, false, false);

    /// <summary>Cuts rows that were read with one more than the page's size, backwards where the page is.</summary>
    public static Page Of(IReadOnlyList<object?> rows, PageRequest request)
    {
        var hasMore = rows.Count > request.Size;
        if (hasMore)
        {
            rows = Slice(rows, 0, request.Size);
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

        return new Page(rows, hasNext, hasPrevious, !hasNext && !hasPrevious);
    }

    private static IReadOnlyList<object?> Slice(IReadOnlyList<object?> rows, int start, int count) => rows switch
    {
        RowList list => list.Slice(start, count),
        List<object?> list => list.GetRange(start, count),
        _ => [.. rows.Skip(start).Take(count)],
    };
}
