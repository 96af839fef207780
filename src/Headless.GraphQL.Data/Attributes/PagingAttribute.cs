namespace Headless.GraphQL.Data;

/// <summary>What the two ways to page a list have in common; what an attribute does not say is as the schema's <see cref="PagingOptions"/> say.</summary>
public abstract class PagingAttribute : ObjectFieldDescriptorAttribute
{
    private int? _defaultPageSize;
    private int? _maxPageSize;
    private bool? _includeTotalCount;
    private bool? _requirePagingBoundaries;

    /// <inheritdoc cref="PagingOptions.DefaultPageSize" />
    public int DefaultPageSize
    {
        get => _defaultPageSize ?? 0;
        set => _defaultPageSize = value;
    }

    /// <inheritdoc cref="PagingOptions.MaxPageSize" />
    public int MaxPageSize
    {
        get => _maxPageSize ?? 0;
        set => _maxPageSize = value;
    }

    /// <inheritdoc cref="PagingOptions.IncludeTotalCount" />
    public bool IncludeTotalCount
    {
        get => _includeTotalCount ?? false;
        set => _includeTotalCount = value;
    }

    /// <inheritdoc cref="PagingOptions.RequirePagingBoundaries" />
    public bool RequirePagingBoundaries
    {
        get => _requirePagingBoundaries ?? false;
        set => _requirePagingBoundaries = value;
    }

    /// <summary>The options of the field, from those of the schema.</summary>
    private protected virtual PagingOptions Merge(PagingOptions defaults) => new()
    {
        DefaultPageSize = _defaultPageSize ?? Math.Min(defaults.DefaultPageSize, _maxPageSize ?? int.MaxValue),
        MaxPageSize = _maxPageSize ?? defaults.MaxPageSize,
        IncludeTotalCount = _includeTotalCount ?? defaults.IncludeTotalCount,
        AllowBackwardPagination = defaults.AllowBackwardPagination,
        RequirePagingBoundaries = _requirePagingBoundaries ?? defaults.RequirePagingBoundaries,
        IncludeNodesField = defaults.IncludeNodesField,
        InferConnectionNameFromField = defaults.InferConnectionNameFromField,
        InferCollectionSegmentNameFromField = defaults.InferCollectionSegmentNameFromField,
        CursorSigningKey = defaults.CursorSigningKey,
    };
}
