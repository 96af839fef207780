using System.Globalization;

namespace Headless.GraphQL.Language;

/// <summary>Values and type references.</summary>
internal sealed partial class SyntaxWriter
{
    private void WriteValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                _text.Append(CultureInfo.InvariantCulture, $"${variable.Name.Value}");
                break;
            case IntValueNode integer:
                _text.Append(integer.Value);
                break;
            case FloatValueNode number:
                _text.Append(number.Value);
                break;
            case StringValueNode text:
                WriteString(text);
                break;
            case BooleanValueNode boolean:
                _text.Append(boolean.Value ? "true" : "false");
                break;
            case NullValueNode:
                _text.Append("null");
                break;
            case EnumValueNode name:
                _text.Append(name.Value);
                break;
            case ListValueNode list:
                WriteList(list);
                break;
            case ObjectValueNode map:
                WriteObject(map);
                break;
            default:
                throw new ArgumentException($"{value.GetType().Name} is not a value of the grammar.", nameof(value));
        }
    }

    private void WriteString(StringValueNode text)
    {
        if (!text.IsBlock)
        {
            StringLiteral.Append(_text, text.Value);
            return;
        }

        var rest = BlockString.Print(text.Value).AsSpan();
        while (rest.IndexOf('\n') is >= 0 and var end)
        {
            _text.Append(rest[..end]);
            WriteLineBreak();
            rest = rest[(end + 1)..];
        }

        _text.Append(rest);
    }

    private void WriteList(ListValueNode list)
    {
        Enter();
        if (_widths.IsBroken(list))
        {
            WriteLines('[', list.Values, ']', WriteValue);
        }
        else
        {
            _text.Append('[');
            WriteSeparated(list.Values, ", ", WriteValue);
            _text.Append(']');
        }

        Leave();
    }

    private void WriteObject(ObjectValueNode map)
    {
        Enter();
        if (_widths.IsBroken(map))
        {
            WriteLines('{', map.Fields, '}', WriteObjectField);
        }
        else
        {
            _text.Append("{ ");
            WriteSeparated(map.Fields, ", ", WriteObjectField);
            _text.Append(" }");
        }

        Leave();
    }

    private void WriteObjectField(ObjectFieldNode field)
    {
        _text.Append(field.Name.Value).Append(": ");
        WriteValue(field.Value);
    }

    private void WriteType(TypeNode type)
    {
        var nullableType = type is NonNullTypeNode nonNull ? nonNull.Type : type;
        switch (nullableType)
        {
            case NamedTypeNode named:
                _text.Append(named.Name.Value);
                break;
            case ListTypeNode list:
                Enter();
                _text.Append('[');
                WriteType(list.Type);
                _text.Append(']');
                Leave();
                break;
            default:
                throw new ArgumentException($"{nullableType.GetType().Name} is not a type reference of the grammar here.", nameof(type));
        }

        if (type is NonNullTypeNode)
        {
            _text.Append('!');
        }
    }
}
