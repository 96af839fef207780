using System.Collections.Concurrent;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Processing;

/// <summary>Finds the concrete type of a value of an interface or a union (specification section 6.4.3, ResolveAbstractType).</summary>
internal sealed class AbstractTypeResolver(Schema schema)
{
    private readonly ConcurrentDictionary<(CompositeType Abstract, Type Runtime), ObjectType?> _byRuntimeType = new();

    /// <summary>The concrete type of a value.</summary>
    /// <exception cref="GraphQLException">There is none, or it is not a possible type.</exception>
    public ObjectType Resolve(FieldPlan field, CompositeType type, object value)
    {
        if (type is ObjectType objectType)
        {
            return objectType;
        }

        var concrete = Find(type, value)
            ?? throw new GraphQLException(
                $"Abstract type \"{type}\" must resolve to an Object type at runtime for field \"{field.Parent.Type}.{field.Field.Name}\". " +
                $"Either the \"{type}\" type should provide a \"resolveType\" function or each possible type should provide an \"isTypeOf\" function.");
        return field.GetSelectionSet(concrete) is not null
            ? concrete
            : throw new GraphQLException($"Runtime Object type \"{concrete}\" is not a possible type for \"{type}\".");
    }

    private ObjectType? Find(CompositeType type, object value)
    {
        var resolved = type switch
        {
            InterfaceType { ResolveType: { } resolve } => resolve(value),
            UnionType { ResolveType: { } resolve } => resolve(value),
            _ => null,
        };
        if (resolved is not null)
        {
            return resolved;
        }

        foreach (var candidate in schema.GetPossibleTypes(type))
        {
            if (candidate.IsTypeOf is { } isTypeOf && isTypeOf(value))
            {
                return candidate;
            }
        }

        if (value is IReadOnlyDictionary<string, object?> values)
        {
            // A parent of a schema that was built from SDL says what it is.
            return values.TryGetValue("__typename", out var typeName) && typeName is string name ? GetNamed(type, name) : null;
        }

        return _byRuntimeType.GetOrAdd((type, value.GetType()), static (key, schema) => FindByRuntimeType(schema, key.Abstract, key.Runtime), schema);
    }

    private ObjectType GetNamed(CompositeType type, string name)
    {
        if (!schema.TryGetType(name, out var named))
        {
            throw new GraphQLException($"Abstract type \"{type}\" was resolved to a type \"{name}\" that does not exist inside the schema.");
        }

        return named as ObjectType
            ?? throw new GraphQLException($"Abstract type \"{type}\" was resolved to a non-object type \"{name}\".");
    }

    /// <summary>The possible type whose CLR type is the value's own or its nearest base.</summary>
    private static ObjectType? FindByRuntimeType(Schema schema, CompositeType type, Type runtimeType)
    {
        ObjectType? nearest = null;
        foreach (var candidate in schema.GetPossibleTypes(type))
        {
            if (candidate.RuntimeType is { } candidateType
                && candidateType.IsAssignableFrom(runtimeType)
                && (nearest is null || nearest.RuntimeType!.IsAssignableFrom(candidateType)))
            {
                nearest = candidate;
            }
        }

        return nearest;
    }
}
