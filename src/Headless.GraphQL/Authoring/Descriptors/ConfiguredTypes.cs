using Headless.GraphQL.Authoring;

namespace Headless.GraphQL;

/// <summary>A class that configures a schema type; the engine creates one and asks it once, while the schema is built.</summary>
public abstract class TypeConfigurationClass
{
    internal TypeConfigurationClass(Type runtimeType, ConfiguredKind kind) => (RuntimeType, Kind) = (runtimeType, kind);

    /// <summary>The CLR type behind the schema type.</summary>
    /// <remarks>Not overridden in the generic classes: what they have is compiled for each enum anew at each start.</remarks>
    internal Type RuntimeType { get; }

    internal ConfiguredKind Kind { get; }

    /// <summary>Asks the class; the configuration is of the kind that belongs to <see cref="Kind"/>.</summary>
    internal abstract void Apply(object configuration, IDescriptorContext context);
}

/// <summary>The object type of <typeparamref name="T"/>: derive from it and override <see cref="Configure"/>.</summary>
public class ObjectType<T> : TypeConfigurationClass
{
    private readonly Action<IObjectTypeDescriptor<T>>? _configure;

    public ObjectType()
        : base(typeof(T), ConfiguredKind.Object)
    {
    }

    public ObjectType(Action<IObjectTypeDescriptor<T>> configure)
        : this() => _configure = configure;

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
        : base(typeof(T), ConfiguredKind.InputObject)
    {
    }

    public InputObjectType(Action<IInputObjectTypeDescriptor<T>> configure)
        : this() => _configure = configure;

    protected virtual void Configure(IInputObjectTypeDescriptor<T> descriptor) => _configure?.Invoke(descriptor);

    internal sealed override void Apply(object configuration, IDescriptorContext context) => Configure(new InputObjectTypeDescriptor<T>((InputObjectTypeConfiguration)configuration, context));
}

/// <summary>The enum type of <typeparamref name="T"/>.</summary>
public class EnumType<T> : TypeConfigurationClass
{
    private readonly Action<IEnumTypeDescriptor<T>>? _configure;

    public EnumType()
        : base(typeof(T), ConfiguredKind.Enum)
    {
    }

    public EnumType(Action<IEnumTypeDescriptor<T>> configure)
        : this() => _configure = configure;

    protected virtual void Configure(IEnumTypeDescriptor<T> descriptor) => _configure?.Invoke(descriptor);

    internal sealed override void Apply(object configuration, IDescriptorContext context) => Configure(new EnumTypeDescriptor<T>((EnumTypeConfiguration)configuration));
}

/// <summary>The interface type of <typeparamref name="T"/>.</summary>
public class InterfaceType<T> : TypeConfigurationClass
{
    private readonly Action<IInterfaceTypeDescriptor<T>>? _configure;

    public InterfaceType()
        : base(typeof(T), ConfiguredKind.Interface)
    {
    }

    public InterfaceType(Action<IInterfaceTypeDescriptor<T>> configure)
        : this() => _configure = configure;

    protected virtual void Configure(IInterfaceTypeDescriptor<T> descriptor) => _configure?.Invoke(descriptor);

    internal sealed override void Apply(object configuration, IDescriptorContext context) => Configure(new ObjectTypeDescriptor<T>((ObjectTypeConfiguration)configuration, context));
}

/// <summary>The union type whose members are object types of CLR types that are assignable to <typeparamref name="T"/>.</summary>
public class UnionType<T> : TypeConfigurationClass
{
    private readonly Action<IUnionTypeDescriptor>? _configure;

    public UnionType()
        : base(typeof(T), ConfiguredKind.Union)
    {
    }

    public UnionType(Action<IUnionTypeDescriptor> configure)
        : this() => _configure = configure;

    protected virtual void Configure(IUnionTypeDescriptor descriptor) => _configure?.Invoke(descriptor);

    internal sealed override void Apply(object configuration, IDescriptorContext context) => Configure(new UnionTypeDescriptor((UnionTypeConfiguration)configuration));
}
