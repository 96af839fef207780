namespace Headless.GraphQL.Data;

/// <summary>How connections and collection segments behave unless a field says otherwise.</summary>
public sealed class PagingOptions
{
    /// <summary>Elements of a page where neither <c>first</c> nor <c>last</c>, or no <c>take</c>, is given. Default 10.</summary>
    public int DefaultPageSize { get; set; } = 10;

    /// <summary>The most elements that a page may have. Default 50.</summary>
    public int MaxPageSize { get; set; } = 50;

    /// <summary>Whether connections and segments have <c>totalCount</c>. Default false.</summary>
    public bool IncludeTotalCount { get; set; }

    /// <summary>Whether connections have <c>last</c> and <c>before</c>. Default true.</summary>
    public bool AllowBackwardPagination { get; set; } = true;

    /// <summary>Whether <c>first</c> or <c>last</c>, or <c>take</c>, must be given. Default false.</summary>
    public bool RequirePagingBoundaries { get; set; }

    /// <summary>Whether connections have <c>nodes</c>. Default true.</summary>
    public bool IncludeNodesField { get; set; } = true;

    /// <summary>Whether a connection is named after its field (<c>GroupsConnection</c>) instead of its element (<c>GroupConnection</c>). Default true.</summary>
    public bool InferConnectionNameFromField { get; set; } = true;

    /// <summary>
    /// Whether a collection segment is named after its field (<c>GroupsCollectionSegment</c>) instead of its element
    /// (<c>GroupCollectionSegment</c>). Default true.
    /// </summary>
    public bool InferCollectionSegmentNameFromField { get; set; } = true;

    /// <summary>A secret of at least 32 bytes that signs cursors; null: cursors carry a checksum only.</summary>
    public byte[]? CursorSigningKey { get; set; }
}

/// <summary>Bounds of filters, lists and caches.</summary>
public sealed class DataOptions
{
    /// <summary>Levels that a filter may be nested. Default 10.</summary>
    public int MaxFilterDepth { get; set; } = 10;

    /// <summary>Inputs and operations that a filter may consist of. Default 200.</summary>
    public int MaxFilterNodes { get; set; } = 200;

    /// <summary>Values of one <c>in</c> or <c>nin</c>. Default 1 000.</summary>
    public int MaxFilterListItems { get; set; } = 1_000;

    /// <summary>The longest list that a field without paging answers; a longer one is an error. Default 1 000.</summary>
    public int MaxListLength { get; set; } = 1_000;

    /// <summary>Columns whose texts <c>contains</c> finds by an index of their parts. Default none: every text is read.</summary>
    public IList<NGramIndex> NGramIndexes { get; } = [];

    /// <summary>Compiled statements kept for one field of an operation; further shapes are built each time. Default 64.</summary>
    public int MaxStatementsPerField { get; set; } = 64;
}
