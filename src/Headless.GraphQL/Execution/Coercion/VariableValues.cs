using System.Diagnostics.CodeAnalysis;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Coercion;

/// <summary>The coerced variables of a request: a value for each one that was given or has a default (specification section 6.1.2).</summary>
internal sealed class VariableValues
{
    public static readonly VariableValues Empty = new([]);

    private readonly VariableDefinition[] _definitions;
    private readonly object?[] _values;
    private readonly bool[] _given;

    public VariableValues(VariableDefinition[] definitions)
    {
        _definitions = definitions;
        _values = definitions.Length == 0 ? [] : new object?[definitions.Length];
        _given = definitions.Length == 0 ? [] : new bool[definitions.Length];
    }

    public void Set(int index, object? value)
    {
        _values[index] = value;
        _given[index] = true;
    }

    /// <summary>The value of a variable; false where it was not given and has no default.</summary>
    public bool TryGet(string name, out object? value)
    {
        var index = IndexOf(name);
        value = index < 0 ? null : _values[index];
        return index >= 0 && _given[index];
    }

    /// <summary>The value as a literal, for a scalar that reads literals.</summary>
    public bool TryGetLiteral(string name, [NotNullWhen(true)] out ValueNode? literal)
    {
        literal = null;
        var index = IndexOf(name);
        if (index < 0 || !_given[index])
        {
            return false;
        }

        literal = ToLiteral(_values[index], _definitions[index].Type, 0);
        return true;
    }

    private static ValueNode ToLiteral(object? value, GraphQLType type, int depth)
    {
        if (depth > ParserOptions.DepthCeiling)
        {
            throw new CoercionException("The value is nested too deep.");
        }

        switch (value)
        {
            case null:
                return new NullValueNode(default);
            case List<object?> list when type.Nullable is ListType listType:
                var items = new List<ValueNode>(list.Count);
                foreach (var item in list)
                {
                    items.Add(ToLiteral(item, listType.OfType, depth + 1));
                }

                return new ListValueNode(default, items);
            case InputObjectValue obj:
                var fields = new List<ObjectFieldNode>(obj.Count);
                foreach (var (field, fieldValue) in obj.Fields)
                {
                    fields.Add(new ObjectFieldNode(default, new NameNode(default, field.Name), ToLiteral(fieldValue, field.Type, depth + 1)));
                }

                return new ObjectValueNode(default, fields);
        }

        switch (type.Named)
        {
            case ScalarType scalar:
                return scalar.ToLiteral(value);
            case EnumType enumType:
                foreach (var candidate in enumType.Values)
                {
                    if (Equals(candidate.Value, value))
                    {
                        return new EnumValueNode(default, candidate.Name);
                    }
                }

                break;
        }

        throw new CoercionException($"A value of type \"{type}\" has no literal.");
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < _definitions.Length; i++)
        {
            if (_definitions[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
