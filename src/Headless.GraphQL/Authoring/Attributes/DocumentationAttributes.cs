namespace Headless.GraphQL;

/// <summary>The name in the schema, where the convention's is not wanted.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = false)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>The description in the schema, as Markdown (specification section 2.5).</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = false)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    public string Description { get; } = description;
}

/// <summary>Marks a field, argument, input field or enum value as deprecated (specification section 3.13.3).</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter, AllowMultiple = false)]
public sealed class GraphQLDeprecatedAttribute(string deprecationReason) : Attribute
{
    public string DeprecationReason { get; } = deprecationReason;
}

/// <summary>Leaves the member, type or enum value out of the schema.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = false)]
public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>The type in the schema: a marker such as <see cref="Types.IdType"/> or <see cref="NonNullType{T}"/>, or a CLR type.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter, AllowMultiple = false)]
public class GraphQLTypeAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;
}

/// <inheritdoc cref="GraphQLTypeAttribute" />
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter, AllowMultiple = false)]
public sealed class GraphQLTypeAttribute<T>() : GraphQLTypeAttribute(typeof(T))
    where T : class;

/// <summary>Makes the type non-null whatever its CLR nullability is.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter, AllowMultiple = false)]
public sealed class GraphQLNonNullTypeAttribute : Attribute;
