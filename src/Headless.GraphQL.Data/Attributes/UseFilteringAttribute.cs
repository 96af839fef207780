using System.Reflection;
using System.Runtime.CompilerServices;
using Headless.GraphQL.Data.Attributes;

namespace Headless.GraphQL.Data;

/// <summary>The field has an argument <c>where</c> that filters the resolver's query.</summary>
public class UseFilteringAttribute : ObjectFieldDescriptorAttribute
{
    public UseFilteringAttribute(Type? filterType = null, [CallerLineNumber] int order = 0)
    {
        Type = filterType;
        Order = order;
    }

    /// <summary>A class derived from <see cref="FilterInputType{T}"/>; null: every member of the element can be filtered by.</summary>
    public Type? Type { get; set; }

    protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member)
        => descriptor.Extend().OnCreate((schema, @field) => DataFieldConfiguration.UseFiltering(schema, @field, Type));
}

/// <inheritdoc />
public sealed class UseFilteringAttribute<TFilterType>([CallerLineNumber] int order = 0) : UseFilteringAttribute(typeof(TFilterType), order);
