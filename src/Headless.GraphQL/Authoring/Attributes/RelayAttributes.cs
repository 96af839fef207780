namespace Headless.GraphQL;

/// <summary>
/// The value is a global id: encoded with a type's name when it goes out, decoded and checked against that name when it comes in.
/// Without a type name the type that declares the field owns the id; an argument without one accepts ids of every type.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method)]
public class IDAttribute(string? typeName = null) : Attribute
{
    /// <summary>The object type whose ids these are.</summary>
    public string? TypeName { get; } = typeName;

    internal virtual Type? RuntimeType => null;
}

/// <summary>The value is a global id of the object type of <typeparamref name="T"/>.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method)]
public sealed class IDAttribute<T>() : IDAttribute(null)
{
    internal override Type RuntimeType => typeof(T);
}

/// <summary>
/// The object type implements <c>Node</c>: its id is a global id, and <c>node</c> and <c>nodes</c> find it through a static method
/// marked <see cref="NodeResolverAttribute"/> or named <c>Get</c>, <c>GetAsync</c>, <c>Get{Type}</c> or <c>Get{Type}Async</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class NodeAttribute : Attribute
{
    /// <summary>The property that is the id; <c>Id</c> unless given.</summary>
    public string? IdField { get; set; }

    /// <summary>The method that finds a node by its id.</summary>
    public string? NodeResolver { get; set; }

    /// <summary>The class that has the method.</summary>
    public Type? NodeResolverType { get; set; }
}

/// <summary>The method finds a node of its object type by its decoded id, which is its first argument; it answers null where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeResolverAttribute : Attribute;
