using System.Reflection;
using System.Runtime.CompilerServices;
using Headless.GraphQL.Data.Attributes;

namespace Headless.GraphQL.Data;

/// <summary>Only the selected columns are read, and selected to-one relations are joined in the same statement.</summary>
public sealed class UseProjectionAttribute : ObjectFieldDescriptorAttribute
{
    public UseProjectionAttribute([CallerLineNumber] int order = 0) => Order = order;

    protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member)
        => descriptor.Extend().OnCreate((schema, @field) => DataFieldConfiguration.GetOrAdd(schema, @field).IsProjected = true);
}
