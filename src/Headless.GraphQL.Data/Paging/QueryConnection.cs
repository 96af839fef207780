namespace Headless.GraphQL.Data.Paging;

/// <summary>A page of a list: what the fields of a connection read.</summary>
internal sealed class QueryConnection
{
    private readonly Func<object, string> _cursorOf;
    private IReadOnlyList<ConnectionEdge>? _edges;
    private ConnectionPageInfo? _pageInfo;

    public QueryConnection(IReadOnlyList<object?> nodes, bool hasNextPage, bool hasPreviousPage, int? totalCount, Func<object, string> cursorOf)
    {
        Nodes = nodes;
        HasNextPage = hasNextPage;
        HasPreviousPage = hasPreviousPage;
        TotalCount = totalCount;
        _cursorOf = cursorOf;
    }

    public IReadOnlyList<object?> Nodes { get; }

    public bool HasNextPage { get; }

    public bool HasPreviousPage { get; }

    /// <summary>Elements of the whole list; null where it was not asked for.</summary>
    public int? TotalCount { get; }

    public IReadOnlyList<ConnectionEdge> Edges => _edges ??= [.. Enumerable.Range(0, Nodes.Count).Select(i => new ConnectionEdge(Nodes, i, _cursorOf))];

    public ConnectionPageInfo PageInfo => _pageInfo ??= new ConnectionPageInfo(this);

    public string? CursorOf(int index) => Nodes.Count > 0 && Nodes[index < 0 ? Nodes.Count + index : index] is { } node ? _cursorOf(node) : null;
}

/// <summary>An element of a page with its cursor, which is written when it is asked for.</summary>
/// <remarks>The element is asked for when it is read: nodes that are rows may be one object that moves on.</remarks>
internal sealed class ConnectionEdge(IReadOnlyList<object?> nodes, int index, Func<object, string> cursorOf)
{
    public object? Node => nodes[index];

    public string Cursor => cursorOf(Node!);
}

/// <summary>Where a page stands in its list (Relay's Connections specification, section 2.1.5).</summary>
internal sealed class ConnectionPageInfo(QueryConnection connection)
{
    public bool HasNextPage => connection.HasNextPage;

    public bool HasPreviousPage => connection.HasPreviousPage;

    public string? StartCursor => connection.CursorOf(0);

    public string? EndCursor => connection.CursorOf(-1);
}
