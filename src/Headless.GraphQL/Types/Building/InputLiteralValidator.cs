using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>Checks a literal against an input type and finds everything that is wrong with it (specification section 5.6). Variables inside it are not looked into.</summary>
/// <param name="onError">Called with the message, the node that it is about and the path to it: field names and list indexes.</param>
/// <param name="suggest">The sentence that proposes known names for an unknown one, after a lead if any, with a leading space; or nothing.</param>
internal sealed class InputLiteralValidator(Action<string, SyntaxNode, IReadOnlyList<object>> onError, Func<string, IEnumerable<string>, string?, string> suggest)
{
    private const int MaxTextLength = 1_000;

    private readonly List<object> _path = [];

    public void Validate(ValueNode value, GraphQLType type)
    {
        if (value is VariableNode)
        {
            return;
        }

        if (type is NonNullType nonNull)
        {
            if (value is NullValueNode)
            {
                Report($"Expected value of non-null type \"{type}\" not to be null.", value);
                return;
            }

            type = nonNull.OfType;
        }

        if (value is NullValueNode)
        {
            return;
        }

        switch (type)
        {
            case ListType list when value is ListValueNode items:
                ValidateItems(items, list.OfType);
                break;
            case ListType list:
                Validate(value, list.OfType);
                break;
            case InputObjectType inputObject when value is ObjectValueNode map:
                ValidateObject(map, inputObject);
                break;
            case InputObjectType:
                Report($"Expected value of type \"{type}\" to be an object, found: {TextOf(value)}.", value);
                break;
            case EnumType enumType:
                ValidateEnum(value, enumType);
                break;
            case ScalarType scalar:
                ValidateScalar(value, scalar);
                break;
        }
    }

    private void ValidateItems(ListValueNode items, GraphQLType itemType)
    {
        for (var index = 0; index < items.Values.Count; index++)
        {
            _path.Add(index);
            Validate(items.Values[index], itemType);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void ValidateObject(ObjectValueNode map, InputObjectType type)
    {
        var given = new Dictionary<string, ObjectFieldNode>(map.Fields.Count, StringComparer.Ordinal);
        foreach (var field in map.Fields)
        {
            given[field.Name.Value] = field;
        }

        string? text = null;
        foreach (var field in type.Fields)
        {
            if (given.TryGetValue(field.Name, out var node))
            {
                _path.Add(field.Name);
                Validate(node.Value, field.Type);
                _path.RemoveAt(_path.Count - 1);
            }
            else if (field.IsRequired)
            {
                Report($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {text ??= TextOf(map)}.", map);
            }
        }

        foreach (var field in map.Fields)
        {
            var name = field.Name.Value;
            if (!type.Fields.Contains(name))
            {
                var suggestion = suggest(name, type.Fields.Select(static f => f.Name), null);
                var found = suggestion.Length > 0 ? $".{suggestion} Found" : ", found";
                onError($"Expected value of type \"{type}\" not to include unknown field \"{name}\"{found}: {text ??= TextOf(map)}.", field, _path);
            }
        }

        if (type.IsOneOf)
        {
            ValidateOneOf(map, type);
        }
    }

    private void ValidateOneOf(ObjectValueNode map, InputObjectType type)
    {
        var known = map.Fields.Where(f => type.Fields.Contains(f.Name.Value)).ToArray();
        var message = $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.";
        if (known is not [var field])
        {
            Report(message, map);
        }
        else if (field.Value is NullValueNode)
        {
            _path.Add(field.Name.Value);
            Report(message, map);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void ValidateEnum(ValueNode value, EnumType type)
    {
        var text = TextOf(value);
        if (value is not EnumValueNode name)
        {
            Report($"Enum \"{type}\" cannot represent non-enum value: {text}.{SuggestValue(text)}", value);
        }
        else if (!type.Values.Contains(name.Value))
        {
            Report($"Value \"{text}\" does not exist in \"{type}\" enum.{SuggestValue(text)}", value);
        }

        string SuggestValue(string written) => suggest(written, type.Values.Select(static v => v.Name), "the enum value");
    }

    private void ValidateScalar(ValueNode value, ScalarType type)
    {
        if (!BuiltInScalars.IsSpecified(type.Name) && HasVariable(value))
        {
            return;
        }

        try
        {
            type.CoerceLiteral(value);
        }
        catch (CoercionException exception)
        {
            Report(exception.Message, value);
        }
    }

    /// <summary>A scalar that takes lists or objects can hold variables; what they hold is known at run time only.</summary>
    private static bool HasVariable(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(HasVariable),
        ObjectValueNode map => map.Fields.Any(static f => HasVariable(f.Value)),
        _ => false,
    };

    /// <summary>The literal as messages show it: printed, and cut where nobody would read on.</summary>
    private static string TextOf(ValueNode value)
    {
        var text = SyntaxPrinter.Print(value);
        return text.Length > MaxTextLength ? text[..MaxTextLength] + "…" : text;
    }

    private void Report(string message, ValueNode node) => onError(message, node, _path);
}
