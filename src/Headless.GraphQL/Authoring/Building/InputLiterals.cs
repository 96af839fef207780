using System.Collections;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Authoring;

/// <summary>Literals of CLR values, for defaults in the schema.</summary>
internal static class InputLiterals
{
    public static ValueNode ToLiteral(object? value, GraphQLType type)
    {
        if (value is IOptional optional)
        {
            value = optional.Value;
        }

        return (value, type.Nullable) switch
        {
            (null, _) => new NullValueNode(default),
            (IEnumerable items, ListType list) when value is not string => new ListValueNode(default, [.. items.Cast<object?>().Select(i => ToLiteral(i, list.OfType))]),
            (_, ListType list) => ToLiteral(value, list.OfType),
            (_, ScalarType scalar) => scalar.ToLiteral(value),
            (_, EnumType enumType) => enumType.Values.FirstOrDefault(v => Equals(v.Value, value)) is { } known
                ? new EnumValueNode(default, known.Name)
                : throw new SchemaException($"'{value}' is not a value of {enumType.Name}."),
            (_, InputObjectType input) => ToLiteral(value, input),
            _ => throw new SchemaException($"A default of type {type} cannot be written as a literal."),
        };
    }

    private static ObjectValueNode ToLiteral(object value, InputObjectType type)
    {
        var fields = new List<ObjectFieldNode>();
        foreach (var field in type.Fields)
        {
            if (field.Member is System.Reflection.PropertyInfo property && property.GetValue(value) is { } fieldValue
                && fieldValue is not IOptional { HasValue: false })
            {
                fields.Add(new ObjectFieldNode(default, new NameNode(default, field.Name), ToLiteral(fieldValue, field.Type)));
            }
        }

        return new ObjectValueNode(default, fields);
    }
}
