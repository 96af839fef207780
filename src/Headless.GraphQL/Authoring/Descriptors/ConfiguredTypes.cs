namespace Headless.GraphQL;

/// <summary>A class that configures a schema type; the engine creates one and asks it once, while the schema is built.</summary>
public abstract class TypeConfigurationClass
{
    internal TypeConfigurationClass()
    {
    }

    /// <summary>The CLR type behind the schema type.</summary>
    internal abstract Type RuntimeType { get; }
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

    protected virtual void Configure(IObjectTypeDescriptor<T> descriptor) => _configure?.Invoke(descriptor);

    internal void Apply(IObjectTypeDescriptor<T> descriptor) => Configure(descriptor);
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

    protected virtual void Configure(IInputObjectTypeDescriptor<T> descriptor) => _configure?.Invoke(descriptor);

    internal void Apply(IInputObjectTypeDescriptor<T> descriptor) => Configure(descriptor);
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

    protected virtual void Configure(IEnumTypeDescriptor<T> descriptor) => _configure?.Invoke(descriptor);

    internal void Apply(IEnumTypeDescriptor<T> descriptor) => Configure(descriptor);
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

    protected virtual void Configure(IInterfaceTypeDescriptor<T> descriptor) => _configure?.Invoke(descriptor);

    internal void Apply(IInterfaceTypeDescriptor<T> descriptor) => Configure(descriptor);
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

    protected virtual void Configure(IUnionTypeDescriptor descriptor) => _configure?.Invoke(descriptor);

    internal void Apply(IUnionTypeDescriptor descriptor) => Configure(descriptor);
}
