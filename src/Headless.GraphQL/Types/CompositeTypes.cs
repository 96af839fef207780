namespace Headless.GraphQL.Types;

/// <summary>An object, interface or union: what a selection set is applied to.</summary>
public abstract class CompositeType(string name) : NamedType(name);

/// <summary>An object or an interface: what has fields.</summary>
public abstract class FieldsType(string name) : CompositeType(name)
{
    /// <summary>The fields in the order in which introspection and the printed schema show them.</summary>
    public FieldCollection<OutputField> Fields { get; } = new();

    /// <summary>The interfaces that it declares to implement, transitive ones included (specification section 3.6, 3.7).</summary>
    public List<InterfaceType> Interfaces { get; } = [];
}

/// <summary>An object type (specification section 3.6).</summary>
public sealed class ObjectType(string name) : FieldsType(name)
{
    /// <summary>Whether a value is of this type, asked for a field of an abstract type; null: decided by <see cref="NamedType.RuntimeType"/>.</summary>
    public Func<object, bool>? IsTypeOf { get; set; }
}

/// <summary>An interface type (specification section 3.7).</summary>
public sealed class InterfaceType(string name) : FieldsType(name)
{
    /// <summary>The concrete type of a value; null: decided by the possible types.</summary>
    public Func<object, ObjectType?>? ResolveType { get; set; }
}

/// <summary>A union type (specification section 3.8).</summary>
public sealed class UnionType(string name) : CompositeType(name)
{
    public List<ObjectType> Types { get; } = [];

    /// <summary>The concrete type of a value; null: decided by the possible types.</summary>
    public Func<object, ObjectType?>? ResolveType { get; set; }
}
