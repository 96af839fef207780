namespace Headless.GraphQL;

/// <summary>The names of the root types.</summary>
public static class OperationTypeNames
{
    public const string Query = "Query";

    public const string Mutation = "Mutation";

    public const string Subscription = "Subscription";
}

/// <summary>The members of the class become fields of an object type that is defined elsewhere, by name or by its CLR type.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public class ExtendObjectTypeAttribute : Attribute
{
    public ExtendObjectTypeAttribute()
    {
    }

    public ExtendObjectTypeAttribute(string name) => Name = name;

    public ExtendObjectTypeAttribute(Language.OperationType operation) => Name = operation.ToString();

    public ExtendObjectTypeAttribute(Type extendsType) => ExtendsType = extendsType;

    /// <summary>The name of the object type.</summary>
    public string? Name { get; set; }

    /// <summary>The CLR type whose object type is extended; every object type whose CLR type is assignable to it.</summary>
    public Type? ExtendsType { get; }

    /// <summary>CLR members of the extended type that its object type does not show.</summary>
    public string[]? IgnoreProperties { get; set; }

    /// <summary>The schema's fields that the object type does not show.</summary>
    public string[]? IgnoreFields { get; set; }
}

/// <inheritdoc cref="ExtendObjectTypeAttribute" />
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public sealed class ExtendObjectTypeAttribute<T>() : ExtendObjectTypeAttribute(typeof(T));

/// <summary>The class is an object type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false)]
public sealed class ObjectTypeAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;
}

/// <summary>The class is an input object type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false)]
public sealed class InputObjectTypeAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;
}

/// <summary>The CLR interface or base class is an interface type; its public properties are its fields.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = false)]
public sealed class InterfaceTypeAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;
}

/// <summary>The CLR interface or base class is a union of the object types whose CLR type is assignable to it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = false)]
public sealed class UnionTypeAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;
}

/// <summary>The CLR enum is an enum type under that name.</summary>
[AttributeUsage(AttributeTargets.Enum, AllowMultiple = false)]
public sealed class EnumTypeAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;
}

/// <summary>Exactly one field of the input object must be given (specification section 3.10.1).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false)]
public sealed class OneOfAttribute : Attribute;

/// <summary>The field stands in for a member of the extended CLR type: that member is not a field of its own.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = false)]
public sealed class BindMemberAttribute(string name) : Attribute
{
    /// <summary>The name of the CLR member.</summary>
    public string Name { get; } = name;
}

/// <summary>Whether a projection always reads the property from the database, or never: for what resolvers of the type read from their parent.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = false)]
public sealed class IsProjectedAttribute(bool isProjected = true) : Attribute
{
    public bool IsProjected { get; } = isProjected;
}
