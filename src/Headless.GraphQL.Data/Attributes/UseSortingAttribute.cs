using System.Reflection;
using System.Runtime.CompilerServices;
using Headless.GraphQL.Data.Attributes;

namespace Headless.GraphQL.Data;

/// <summary>The field has an argument <c>order</c> that sorts the resolver's query.</summary>
public class UseSortingAttribute : ObjectFieldDescriptorAttribute
{
    public UseSortingAttribute(Type? sortingType = null, [CallerLineNumber] int order = 0)
    {
        Type = sortingType;
        Order = order;
    }

    /// <summary>A class derived from <see cref="SortInputType{T}"/>; null: every member of the element can be sorted by.</summary>
    public Type? Type { get; set; }

    protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member)
        => descriptor.Extend().OnCreate((schema, @field) => DataFieldConfiguration.UseSorting(schema, @field, Type));
}

/// <inheritdoc />
public sealed class UseSortingAttribute<TSortType>([CallerLineNumber] int order = 0) : UseSortingAttribute(typeof(TSortType), order);
