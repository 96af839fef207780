using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Coercion;

/// <summary>Coerces literals, with the variables inside them replaced by their values (specification section 6.4.1, 3.4.1 "Input Coercion").</summary>
internal sealed class LiteralCoercer : InputCoercion
{
    private readonly VariableValues? _variables;

    private LiteralCoercer(RequestOptions options, VariableValues? variables)
        : base(options)
        => _variables = variables;

    /// <summary>Coerces a literal without variables: a default.</summary>
    /// <exception cref="CoercionException">The literal does not fit the type.</exception>
    public static object? CoerceConstant(ValueNode literal, GraphQLType type, RequestOptions options)
        => CoerceWith(new LiteralCoercer(options, null), literal, type);

    /// <summary>Coerces a literal that may hold variables.</summary>
    /// <exception cref="LiteralCoercionException">The literal does not fit the type; the first error, with its path and node.</exception>
    public static object? Coerce(ValueNode literal, GraphQLType type, RequestOptions options, VariableValues variables)
    {
        var coercer = new LiteralCoercer(options, variables);
        coercer.TryCoerce(literal, type, out var value);
        return value;
    }

    /// <summary>Whether a literal refers to a variable anywhere.</summary>
    public static bool HasVariables(ValueNode literal) => HasVariables(literal, 0);

    private static bool HasVariables(ValueNode literal, int depth)
    {
        if (depth > ParserOptions.DepthCeiling)
        {
            return true;
        }

        switch (literal)
        {
            case VariableNode:
                return true;
            case ListValueNode list:
                foreach (var item in list.Values)
                {
                    if (HasVariables(item, depth + 1))
                    {
                        return true;
                    }
                }

                return false;
            case ObjectValueNode obj:
                foreach (var field in obj.Fields)
                {
                    if (HasVariables(field.Value, depth + 1))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    protected override void Report(string message, SyntaxNode? node) => throw new LiteralCoercionException(message, Path.ToString(), node);

    private static object? CoerceWith(LiteralCoercer coercer, ValueNode literal, GraphQLType type)
    {
        try
        {
            coercer.TryCoerce(literal, type, out var value);
            return value;
        }
        catch (LiteralCoercionException exception)
        {
            throw new CoercionException(exception.Message);
        }
    }

    private bool TryCoerce(ValueNode literal, GraphQLType type, out object? result)
    {
        if (literal is VariableNode variable)
        {
            return TryCoerceVariable(variable, type, out result);
        }

        result = null;
        if (literal is NullValueNode)
        {
            if (type is NonNullType)
            {
                Report($"Expected value of non-null type \"{type}\" not to be null.", literal);
                return false;
            }

            return true;
        }

        switch (type.Nullable)
        {
            case ListType list:
                return TryCoerceList(literal, list, out result);
            case InputObjectType input:
                return TryCoerceObject(literal, input, out result);
            case EnumType enumType:
                return TryCoerceEnum(literal, enumType, out result);
            case ScalarType scalar:
                try
                {
                    result = scalar.CoerceLiteral(ReplaceVariables(literal, 0));
                    return true;
                }
                catch (CoercionException exception)
                {
                    Report(exception.Message, literal);
                    return false;
                }

            default:
                Report($"Expected type \"{type}\" to be an input type.", literal);
                return false;
        }
    }

    private bool TryCoerceVariable(VariableNode variable, GraphQLType type, out object? result)
    {
        result = null;
        var given = _variables is not null && _variables.TryGet(variable.Name.Value, out result);
        if (result is null && type is NonNullType)
        {
            Report(
                given
                    ? $"Expected variable \"${variable.Name.Value}\" provided to non-null type \"{type}\" not to be null."
                    : $"Expected variable \"${variable.Name.Value}\" provided to type \"{type}\" to provide a runtime value.",
                variable);
            return false;
        }

        return true;
    }

    private bool TryCoerceList(ValueNode literal, ListType type, out object? result)
    {
        result = null;
        if (literal is not ListValueNode list)
        {
            if (!TryCoerce(literal, type.OfType, out var single))
            {
                return false;
            }

            result = new List<object?>(1) { single };
            return true;
        }

        if (!TryEnter(type.ToString(), literal) || !IsWithinListLimit(list.Values.Count, type, literal))
        {
            return false;
        }

        var items = new List<object?>(list.Values.Count);
        for (var i = 0; i < list.Values.Count; i++)
        {
            Path.Push(i);
            TryCoerce(list.Values[i], type.OfType, out var item);
            Path.Pop();
            items.Add(item);
        }

        result = items;
        return true;
    }

    private bool TryCoerceObject(ValueNode literal, InputObjectType type, out object? result)
    {
        result = null;
        if (literal is not ObjectValueNode obj)
        {
            Report($"Expected value of type \"{type}\" to be an object, found: {CoercionText.Describe(literal)}.", literal);
            return false;
        }

        if (!TryEnter(type.Name, literal))
        {
            return false;
        }

        var value = new InputObjectValue(type);
        foreach (var field in type.Fields)
        {
            var node = Find(obj, field.Name);
            if (node is null || (node.Value is VariableNode absent && !type.IsOneOf && !field.IsRequired && !IsGiven(absent)))
            {
                if (node is null && field.IsRequired)
                {
                    Report($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {CoercionText.Describe(literal)}.", literal);
                }

                TryAddDefault(value, field);
                continue;
            }

            if (type.IsOneOf && node.Value is VariableNode oneOf)
            {
                CheckOneOfVariable(oneOf, field, type, literal);
            }

            Path.Push(field.Name);
            if (TryCoerce(node.Value, field.Type, out var fieldValue))
            {
                value[field.Name] = fieldValue;
            }

            Path.Pop();
        }

        foreach (var node in obj.Fields)
        {
            if (!type.Fields.Contains(node.Name.Value))
            {
                Report($"Expected value of type \"{type}\" not to include unknown field \"{node.Name.Value}\", found: {CoercionText.Describe(literal)}.", node);
            }
        }

        if (type.IsOneOf && (obj.Fields.Count != 1 || obj.Fields[0].Value is NullValueNode))
        {
            Report(OneOfMessage(type), literal);
        }

        result = value;
        return true;
    }

    private void CheckOneOfVariable(VariableNode variable, InputField field, InputObjectType type, ValueNode literal)
    {
        var name = variable.Name.Value;
        object? value = null;
        if (_variables is null || !_variables.TryGet(name, out value))
        {
            Report($"Expected variable \"${name}\" provided to field \"{field.Name}\" for OneOf Input Object type \"{type}\" to provide a runtime value.", literal);
        }
        else if (value is null)
        {
            Report($"Expected variable \"${name}\" provided to field \"{field.Name}\" for OneOf Input Object type \"{type}\" not to be null.", literal);
        }
    }

    private bool TryCoerceEnum(ValueNode literal, EnumType type, out object? result)
    {
        result = null;
        if (literal is not EnumValueNode name)
        {
            Report($"Enum \"{type}\" cannot represent non-enum value: {CoercionText.Describe(literal)}.", literal);
            return false;
        }

        if (!type.Values.TryGet(name.Value, out var value))
        {
            Report($"Value \"{name.Value}\" does not exist in \"{type}\" enum.", literal);
            return false;
        }

        result = value.Value;
        return true;
    }

    /// <summary>A custom scalar sees a literal without variables: absent ones disappear from objects and are null in lists.</summary>
    private ValueNode ReplaceVariables(ValueNode literal, int depth)
    {
        if (_variables is null || literal is not (ListValueNode or ObjectValueNode) || !HasVariables(literal))
        {
            return literal;
        }

        return Replace(literal, depth);
    }

    private ValueNode Replace(ValueNode literal, int depth)
    {
        if (depth > Options.MaxVariableDepth)
        {
            Report($"Expected a value to be nested at most {Options.MaxVariableDepth} levels deep.", literal);
        }

        switch (literal)
        {
            case VariableNode variable:
                return _variables!.TryGetLiteral(variable.Name.Value, out var replacement) ? replacement : new NullValueNode(variable.Location);
            case ListValueNode list:
                var items = new List<ValueNode>(list.Values.Count);
                foreach (var item in list.Values)
                {
                    items.Add(Replace(item, depth + 1));
                }

                return new ListValueNode(list.Location, items);
            case ObjectValueNode obj:
                var fields = new List<ObjectFieldNode>(obj.Fields.Count);
                foreach (var field in obj.Fields)
                {
                    if (field.Value is not VariableNode variable || IsGiven(variable))
                    {
                        fields.Add(new ObjectFieldNode(field.Location, field.Name, Replace(field.Value, depth + 1)));
                    }
                }

                return new ObjectValueNode(obj.Location, fields);
            default:
                return literal;
        }
    }

    private bool IsGiven(VariableNode variable) => _variables is not null && _variables.TryGet(variable.Name.Value, out _);

    private static ObjectFieldNode? Find(ObjectValueNode obj, string name)
    {
        foreach (var field in obj.Fields)
        {
            if (field.Name.Value == name)
            {
                return field;
            }
        }

        return null;
    }
}

/// <summary>A literal that does not fit its type.</summary>
internal sealed class LiteralCoercionException(string message, string path, SyntaxNode? node) : Exception(message)
{
    /// <summary>Where inside the value, as <see cref="CoercionPath"/> prints it.</summary>
    public string Path { get; } = path;

    public SyntaxNode? Node { get; } = node;
}
