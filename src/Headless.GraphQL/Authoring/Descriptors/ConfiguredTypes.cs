using Headless.GraphQL.Authoring;

namespace Headless.GraphQL;

/// <summary>A class that configures a schema type; the engine creates one and asks it once, while the schema is built.</summary>
public abstract class TypeConfigurationClass
{
    internal TypeConfigurationClass()
    {
    }

    /// <summary>The CLR type behind the schema type.</summary>
    internal abstract Type RuntimeType { get; }

    internal abstract ConfiguredKind Kind { get; }

    /// <summary>Asks the class; the configuration is of the kind that belongs to <see cref="Kind"/>.</summary>
    internal abstract void Apply(object configuration, IDescriptorContext context);
}

/// <summary>The object type of <typeparamref name="T"/>: derive from it and override <see cref="Configure"/>.</summary>
public class ObjectType<T> : TypeConfigurationClass
{
    private readonly Action<IObjectTypeDescriptor<T>>? _configure;

    public ObjectType()
    {
    }

    public ObjectType(Action<IObjectTypeDescriptor<T>> configure) => _configure = configure;

    internal sealed override Type RuntimeType => typeof(T);

    internal sealed override ConfiguredKind Kind => ConfiguredKind.Object;

    protected virtual void Configure(IObjectTypeDescriptor<T> descriptor) => _configure?.Invoke(descriptor);

    internal sealed override void Apply(object configuration, IDescriptorContext context) => Configure(new ObjectTypeDescriptor<T>((ObjectTypeConfiguration)configuration, context));
}

/// <summary>Adds to the object type of <typeparamref name="T"/>, which is defined elsewhere.</summary>
public class ObjectTypeExtension<T> : ObjectType<T>
{
    public ObjectTypeExtension()
    {
    }

    public ObjectTypeExtension(Action<IObjectTypeDescriptor<T>> configure)
        : base(configure)
    {
    }
}

/// <summary>The input object type of <typeparamref name="T"/>.</summary>
public class InputObjectType<T> : TypeConfigurationClass
{
    private readonly Action<IInputObjectTypeDescriptor<T>>? _configure;

    public InputObjectType()
    {
    }

    public InputObjectType(Action<IInputObjectTypeDescriptor<T>> configure) => _configure = configure;

    internal sealed override Type RuntimeType => typeof(T);

    internal sealed override ConfiguredKind Kind => ConfiguredKind.InputObject;

    protected virtual void Configure(IInputObjectTypeDescriptor<T> descriptor) => _configure?.Invoke(descriptor);

    internal sealed override void Apply(object configuration, IDescriptorContext context) => Configure(new InputObjectTypeDescriptor<T>((InputObjectTypeConfiguration)configuration, context));
}

/// <summary>The enum type of <typeparamref name="T"/>.</summary>
public class EnumType<T> : TypeConfigurationClass
{
    private readonly Action<IEnumTypeDescriptor<T>>? _configure;

    public EnumType()
    {
    }

    public EnumType(Action<IEnumTypeDescriptor<T>> configure) => _configure = configure;

    internal sealed override Type RuntimeType => typeof(T);

    internal sealed override ConfiguredKind Kind => ConfiguredKind.Enum;

    protected virtual void Configure(IEnumTypeDescriptor<T> descriptor) => _configure?.Invoke(descriptor);

    internal sealed override void Apply(object configuration, IDescriptorContext context) => Configure(new EnumTypeDescriptor<T>((EnumTypeConfiguration)configuration));
}

/// <summary>The interface type of <typeparamref name="T"/>.</summary>
public class InterfaceType<T> : TypeConfigurationClass
{
    private readonly Action<IInterfaceTypeDescriptor<T>>? _configure;

    public InterfaceType()
    {
    }

    public InterfaceType(Action<IInterfaceTypeDescriptor<T>> configure) => _configure = configure;

    internal sealed override Type RuntimeType => typeof(T);

    internal sealed override ConfiguredKind Kind => ConfiguredKind.Interface;

    protected virtual void Configure(IInterfaceTypeDescriptor<T> descriptor) => _configure?.Invoke(descriptor);

    internal sealed override void Apply(object configuration, IDescriptorContext context) => Configure(new ObjectTypeDescriptor<T>((ObjectTypeConfiguration)configuration, context));
}

/// <summary>The union type whose members are object types of CLR types that are assignable to <typeparamref name="T"/>.</summary>
public class UnionType<T> : TypeConfigurationClass
{
    private readonly Action<IUnionTypeDescriptor>? _configure;

    public UnionType()
    {
    }

    public UnionType(Action<IUnionTypeDescriptor> configure) => _configure = configure;

    internal sealed override Type RuntimeType => typeof(T);

    internal sealed override ConfiguredKind Kind => ConfiguredKind.Union;

    protected virtual void Configure(IUnionTypeDescriptor descriptor) => _configure?.Invoke(descriptor);

    internal sealed override void Apply(object configuration, IDescriptorContext context) => Configure(new UnionTypeDescriptor((UnionTypeConfiguration)configuration));
}
