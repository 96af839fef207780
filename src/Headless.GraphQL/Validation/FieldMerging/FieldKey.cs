using System.Text;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Validation.FieldMerging;

/// <summary>A text for a field's name and arguments that is equal for equal ones: the order of arguments and of input object fields does not count.</summary>
internal static class FieldKey
{
    public static string Of(FieldNode field)
    {
        if (field.Arguments.Count == 0)
        {
            return field.Name.Value;
        }

        var text = new StringBuilder(field.Name.Value);
        foreach (var argument in field.Arguments.OrderBy(static a => a.Name.Value, StringComparer.Ordinal))
        {
            text.Append('\n').Append(argument.Name.Value).Append(':');
            Append(text, argument.Value);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                text.Append('$').Append(variable.Name.Value);
                break;
            case IntValueNode integer:
                text.Append("i ").Append(integer.Value);
                break;
            case FloatValueNode number:
                text.Append("f ").Append(number.Value);
                break;
            case StringValueNode characters:
                text.Append(characters.IsBlock ? "b" : "s").Append(characters.Value.Length).Append(' ').Append(characters.Value);
                break;
            case BooleanValueNode boolean:
                text.Append(boolean.Value ? "true" : "false");
                break;
            case NullValueNode:
                text.Append("null");
                break;
            case EnumValueNode name:
                text.Append("e ").Append(name.Value);
                break;
            case ListValueNode list:
                text.Append('[');
                foreach (var item in list.Values)
                {
                    Append(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case ObjectValueNode map:
                text.Append('{');
                foreach (var field in map.Fields.OrderBy(static f => f.Name.Value, StringComparer.Ordinal))
                {
                    text.Append(field.Name.Value).Append(':');
                    Append(text, field.Value);
                    text.Append(',');
                }

                text.Append('}');
                break;
        }
    }
}
