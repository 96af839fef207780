using System.Reflection;
using System.Runtime.CompilerServices;
using Headless.GraphQL.Data.Attributes;
using Headless.GraphQL.Data.Execution;

namespace Headless.GraphQL.Data;

/// <summary>The field is the first element of the resolver's query, or null.</summary>
public sealed class UseFirstOrDefaultAttribute : ObjectFieldDescriptorAttribute
{
    public UseFirstOrDefaultAttribute([CallerLineNumber] int order = 0) => Order = order;

    protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member)
        => descriptor.Extend().OnCreate((schema, @field) => DataFieldConfiguration.UseOne(schema, @field, ResultCardinality.First));
}

/// <summary>The field is the only element of the resolver's query, or null; more than one is an error.</summary>
public sealed class UseSingleOrDefaultAttribute : ObjectFieldDescriptorAttribute
{
    public UseSingleOrDefaultAttribute([CallerLineNumber] int order = 0) => Order = order;

    protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member)
        => descriptor.Extend().OnCreate((schema, @field) => DataFieldConfiguration.UseOne(schema, @field, ResultCardinality.Single));
}
