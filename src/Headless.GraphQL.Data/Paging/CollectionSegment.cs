namespace Headless.GraphQL.Data.Paging;

/// <summary>A part of a list: what the fields of a collection segment read.</summary>
/// <param name="Items">The items of the segment.</param>
/// <param name="PageInfo">What surrounds them.</param>
/// <param name="TotalCount">Items of the whole list; null where it was not asked for.</param>
internal sealed record CollectionSegment(IReadOnlyList<object?> Items, CollectionSegmentInfo PageInfo, int? TotalCount)
{
    public static CollectionSegment Of(Page page, int? totalCount)
        => new(page.Rows, new CollectionSegmentInfo(page.HasNext, page.HasPrevious), totalCount);
}

/// <summary>Where a segment stands in its list.</summary>
internal sealed record CollectionSegmentInfo(bool HasNextPage, bool HasPreviousPage);
