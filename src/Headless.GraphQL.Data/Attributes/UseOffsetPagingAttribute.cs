using System.Reflection;
using System.Runtime.CompilerServices;
using Headless.GraphQL.Data.Attributes;

namespace Headless.GraphQL.Data;

/// <summary>
/// The field is a segment of the resolver's query, paged by <c>skip</c> and <c>take</c>: for lists that are shown by page number.
/// Unlike with <see cref="UsePagingAttribute"/>, the database reads what is skipped, and a list that changes between two pages shifts.
/// </summary>
public sealed class UseOffsetPagingAttribute : PagingAttribute
{
    private bool? _inferCollectionSegmentNameFromField;

    public UseOffsetPagingAttribute([CallerLineNumber] int order = 0) => Order = order;

    /// <summary>The first part of the name of the segment's type; derived from the field unless given.</summary>
    public string? CollectionSegmentName { get; set; }

    /// <inheritdoc cref="PagingOptions.InferCollectionSegmentNameFromField" />
    public bool InferCollectionSegmentNameFromField
    {
        get => _inferCollectionSegmentNameFromField ?? true;
        set => _inferCollectionSegmentNameFromField = value;
    }

    protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member)
        => descriptor.Extend().OnCreate((schema, @field) => DataFieldConfiguration.UseOffsetPaging(schema, @field, CollectionSegmentName, Merge));

    private protected override PagingOptions Merge(PagingOptions defaults)
    {
        var options = base.Merge(defaults);
        options.InferCollectionSegmentNameFromField = _inferCollectionSegmentNameFromField ?? defaults.InferCollectionSegmentNameFromField;
        return options;
    }
}
