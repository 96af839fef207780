using System.Reflection;

namespace Headless.GraphQL;

/// <summary>An attribute that configures the schema element it stands on.</summary>
public abstract class DescriptorAttribute : Attribute
{
    /// <summary>
    /// When it is applied, relative to the others on the same element: ascending. Attributes whose constructor takes
    /// <c>[CallerLineNumber] int order</c> apply in source order, because reflection does not promise any.
    /// </summary>
    public int Order { get; set; }
}

/// <summary>Configures the field of an object or interface type: on a resolver method or a property.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, Inherited = true, AllowMultiple = true)]
public abstract class ObjectFieldDescriptorAttribute : DescriptorAttribute
{
    protected abstract void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member);

    internal void Configure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member) => OnConfigure(context, descriptor, member);
}

/// <summary>Configures an object type: on the class behind it or on one that extends it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = true, AllowMultiple = true)]
public abstract class ObjectTypeDescriptorAttribute : DescriptorAttribute
{
    protected abstract void OnConfigure(IDescriptorContext context, IObjectTypeDescriptor descriptor, Type type);

    internal void Configure(IDescriptorContext context, IObjectTypeDescriptor descriptor, Type type) => OnConfigure(context, descriptor, type);
}

/// <summary>Configures an argument: on a parameter of a resolver method.</summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = true, AllowMultiple = true)]
public abstract class ArgumentDescriptorAttribute : DescriptorAttribute
{
    protected abstract void OnConfigure(IDescriptorContext context, IArgumentDescriptor descriptor, ParameterInfo parameter);

    internal void Configure(IDescriptorContext context, IArgumentDescriptor descriptor, ParameterInfo parameter) => OnConfigure(context, descriptor, parameter);
}

/// <summary>Configures an input field: on a property of an input class or record.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = true, AllowMultiple = true)]
public abstract class InputFieldDescriptorAttribute : DescriptorAttribute
{
    protected abstract void OnConfigure(IDescriptorContext context, IInputFieldDescriptor descriptor, MemberInfo member);

    internal void Configure(IDescriptorContext context, IInputFieldDescriptor descriptor, MemberInfo member) => OnConfigure(context, descriptor, member);
}
