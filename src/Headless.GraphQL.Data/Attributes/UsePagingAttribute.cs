using System.Reflection;
using System.Runtime.CompilerServices;
using Headless.GraphQL.Data.Attributes;

namespace Headless.GraphQL.Data;

/// <summary>The field is a connection over the resolver's query, paged by keyset (Relay's Connections specification).</summary>
public sealed class UsePagingAttribute : ObjectFieldDescriptorAttribute
{
    private int? _defaultPageSize;
    private int? _maxPageSize;
    private bool? _includeTotalCount;
    private bool? _allowBackwardPagination;
    private bool? _requirePagingBoundaries;
    private bool? _includeNodesField;
    private bool? _inferConnectionNameFromField;

    public UsePagingAttribute([CallerLineNumber] int order = 0) => Order = order;

    /// <summary>The first part of the names of the connection and edge types; derived from the field unless given.</summary>
    public string? ConnectionName { get; set; }

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

    /// <inheritdoc cref="PagingOptions.AllowBackwardPagination" />
    public bool AllowBackwardPagination
    {
        get => _allowBackwardPagination ?? true;
        set => _allowBackwardPagination = value;
    }

    /// <inheritdoc cref="PagingOptions.RequirePagingBoundaries" />
    public bool RequirePagingBoundaries
    {
        get => _requirePagingBoundaries ?? false;
        set => _requirePagingBoundaries = value;
    }

    /// <inheritdoc cref="PagingOptions.IncludeNodesField" />
    public bool IncludeNodesField
    {
        get => _includeNodesField ?? true;
        set => _includeNodesField = value;
    }

    /// <inheritdoc cref="PagingOptions.InferConnectionNameFromField" />
    public bool InferConnectionNameFromField
    {
        get => _inferConnectionNameFromField ?? true;
        set => _inferConnectionNameFromField = value;
    }

    protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member)
        => descriptor.Extend().OnCreate((schema, @field) => DataFieldConfiguration.UsePaging(schema, @field, ConnectionName, Merge));

    private PagingOptions Merge(PagingOptions defaults) => new()
    {
        DefaultPageSize = _defaultPageSize ?? Math.Min(defaults.DefaultPageSize, _maxPageSize ?? int.MaxValue),
        MaxPageSize = _maxPageSize ?? defaults.MaxPageSize,
        IncludeTotalCount = _includeTotalCount ?? defaults.IncludeTotalCount,
        AllowBackwardPagination = _allowBackwardPagination ?? defaults.AllowBackwardPagination,
        RequirePagingBoundaries = _requirePagingBoundaries ?? defaults.RequirePagingBoundaries,
        IncludeNodesField = _includeNodesField ?? defaults.IncludeNodesField,
        InferConnectionNameFromField = _inferConnectionNameFromField ?? defaults.InferConnectionNameFromField,
        CursorSigningKey = defaults.CursorSigningKey,
    };
}
