using System.Reflection;

namespace Headless.GraphQL.Authoring;

/// <summary>A CLR type as the schema sees it: tasks, <see cref="Optional{T}"/> and <see cref="Nullable{T}"/> removed, lists taken apart.</summary>
/// <param name="Type">The type; for a list the list's own.</param>
/// <param name="IsNullable">Whether null is a value of it; a reference type whose nullability is unknown is nullable.</param>
/// <param name="Element">The element of a list.</param>
internal sealed record ClrTypeReference(Type Type, bool IsNullable, ClrTypeReference? Element)
{
    private const int MaxDepth = 8;

    public static ClrTypeReference Of(Type type) => Of(type, null, 0);

    public static ClrTypeReference Of(PropertyInfo property) => Of(property.PropertyType, new NullabilityInfoContext().Create(property), 0);

    public static ClrTypeReference Of(ParameterInfo parameter) => Of(parameter.ParameterType, new NullabilityInfoContext().Create(parameter), 0);

    public static ClrTypeReference Of(MemberInfo member) => member switch
    {
        PropertyInfo property => Of(property),
        MethodInfo method => Of(method.ReturnParameter),
        FieldInfo field => Of(field.FieldType, new NullabilityInfoContext().Create(field), 0),
        _ => throw new ArgumentException($"'{member}' has no value.", nameof(member)),
    };

    /// <summary>Whether a method of that result type completes later: a task, a value task or an asynchronous stream.</summary>
    public static bool IsAsynchronous(Type type)
        => typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask) || IsGeneric(type, typeof(ValueTask<>)) || IsGeneric(type, typeof(IAsyncEnumerable<>));

    /// <summary>What a task or value task answers; other types are returned as they are.</summary>
    public static Type Unwrap(Type type) => IsGeneric(type, typeof(Task<>)) || IsGeneric(type, typeof(ValueTask<>)) ? type.GetGenericArguments()[0] : type;

    /// <summary>The element type of a sequence; null for what is not a list in the schema.</summary>
    public static Type? ElementType(Type type)
    {
        if (type == typeof(string) || type == typeof(byte[]))
        {
            return null;
        }

        if (type.IsArray)
        {
            return type.GetElementType();
        }

        if (IsGeneric(type, typeof(IEnumerable<>)) || IsGeneric(type, typeof(IAsyncEnumerable<>)))
        {
            return type.GetGenericArguments()[0];
        }

        var sequence = type.GetInterfaces().FirstOrDefault(i => IsGeneric(i, typeof(IEnumerable<>)));
        return sequence is null || type == typeof(System.Text.Json.JsonElement) ? null : sequence.GetGenericArguments()[0];
    }

    public ClrTypeReference WithNullable(bool isNullable) => this with { IsNullable = isNullable };

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static ClrTypeReference Of(Type type, NullabilityInfo? nullability, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new SchemaException($"The type {type} nests lists too deeply for a schema.");
        }

        if (IsGeneric(type, typeof(Task<>)) || IsGeneric(type, typeof(ValueTask<>)) || IsGeneric(type, typeof(Optional<>)))
        {
            return Of(type.GetGenericArguments()[0], Argument(nullability), depth + 1);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying, null, depth + 1).WithNullable(true);
        }

        var isNullable = !type.IsValueType && (nullability is null || (nullability.ReadState is not NullabilityState.NotNull && nullability.WriteState is not NullabilityState.NotNull));
        if (ElementType(type) is not { } element || Types.BuiltInScalars.TryGetForRuntimeType(type, out _))
        {
            return new ClrTypeReference(type, isNullable, null);
        }

        var elementNullability = type.IsArray ? nullability?.ElementType : type.IsGenericType && type.GetGenericArguments() is [var only] && only == element ? Argument(nullability) : null;
        return new ClrTypeReference(type, isNullable, Of(element, elementNullability, depth + 1));
    }

    private static NullabilityInfo? Argument(NullabilityInfo? nullability) => nullability?.GenericTypeArguments is [var argument, ..] ? argument : null;
}
