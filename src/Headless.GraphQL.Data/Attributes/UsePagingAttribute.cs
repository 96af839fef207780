using System.Reflection;
using System.Runtime.CompilerServices;
using Headless.GraphQL.Data.Attributes;

namespace Headless.GraphQL.Data;

/// <summary>The field is a connection over the resolver's query, paged by keyset (Relay's Connections specification).</summary>
public sealed class UsePagingAttribute : PagingAttribute
{
    private bool? _allowBackwardPagination;
    private bool? _includeNodesField;
    private bool? _inferConnectionNameFromField;

    public UsePagingAttribute([CallerLineNumber] int order = 0) => Order = order;

    /// <summary>The first part of the names of the connection and edge types; derived from the field unless given.</summary>
    public string? ConnectionName { get; set; }

    /// <inheritdoc cref="PagingOptions.AllowBackwardPagination" />
    public bool AllowBackwardPagination
    {
        get => _allowBackwardPagination ?? true;
        set => _allowBackwardPagination = value;
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

    private protected override PagingOptions Merge(PagingOptions defaults)
    {
        var options = base.Merge(defaults);
        options.AllowBackwardPagination = _allowBackwardPagination ?? defaults.AllowBackwardPagination;
        options.IncludeNodesField = _includeNodesField ?? defaults.IncludeNodesField;
        options.InferConnectionNameFromField = _inferConnectionNameFromField ?? defaults.InferConnectionNameFromField;
        return options;
    }
}
