using System.Globalization;
using System.Text;
using System.Text.Json;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>Values as coercion errors show them: short, however large or deep the value is.</summary>
internal static class CoercionText
{
    private const int MaxItems = 10;
    private const int MaxDepth = 2;
    private const int MaxText = 200;

    public static string Describe(JsonElement value)
    {
        var text = new StringBuilder();
        Append(text, value, 0);
        return text.ToString();
    }

    public static string Describe(ValueNode literal)
    {
        var text = new StringBuilder();
        Append(text, literal, 0);
        return text.ToString();
    }

    /// <summary>A runtime value in the error of a result.</summary>
    public static string Describe(object value) => value switch
    {
        string s => Quote(s),
        double d => Number(d),
        float f => Number(f),
        bool b => b ? "true" : "false",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => $"[{value.GetType().Name}]",
    };

    private static string Number(double value)
        => double.IsNaN(value) ? "NaN" : double.IsPositiveInfinity(value) ? "Infinity" : double.IsNegativeInfinity(value) ? "-Infinity" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Quote(string text)
        => JsonSerializer.Serialize(text.Length <= MaxText ? text : text[..MaxText] + "…", RelaxedJson.StringOptions);

    private static void Append(StringBuilder text, JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                text.Append(Quote(value.GetString()!));
                break;
            case JsonValueKind.Object when depth > MaxDepth:
                text.Append("[Object]");
                break;
            case JsonValueKind.Array when depth > MaxDepth:
                text.Append("[Array]");
                break;
            case JsonValueKind.Object:
                AppendObject(text, value, depth);
                break;
            case JsonValueKind.Array:
                AppendArray(text, value, depth);
                break;
            case JsonValueKind.Number:
                text.Append(value.GetRawText() is { Length: <= MaxText } raw ? raw : value.GetRawText()[..MaxText] + "…");
                break;
            default:
                text.Append(value.ValueKind switch { JsonValueKind.True => "true", JsonValueKind.False => "false", JsonValueKind.Null => "null", _ => "undefined" });
                break;
        }
    }

    private static void AppendObject(StringBuilder text, JsonElement value, int depth)
    {
        var count = 0;
        foreach (var property in value.EnumerateObject())
        {
            if (count == MaxItems)
            {
                text.Append(", …");
                break;
            }

            text.Append(count++ == 0 ? "{ " : ", ").Append(property.Name).Append(": ");
            Append(text, property.Value, depth + 1);
        }

        text.Append(count == 0 ? "{}" : " }");
    }

    private static void AppendArray(StringBuilder text, JsonElement value, int depth)
    {
        var length = value.GetArrayLength();
        text.Append('[');
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (index == MaxItems)
            {
                var remaining = length - MaxItems;
                text.Append(remaining == 1 ? ", ... 1 more item" : $", ... {remaining} more items");
                break;
            }

            text.Append(index++ == 0 ? "" : ", ");
            Append(text, item, depth + 1);
        }

        text.Append(']');
    }

    private static void Append(StringBuilder text, ValueNode literal, int depth)
    {
        switch (literal)
        {
            case IntValueNode i:
                text.Append(i.Value.Length <= MaxText ? i.Value : i.Value[..MaxText] + "…");
                break;
            case FloatValueNode f:
                text.Append(f.Value.Length <= MaxText ? f.Value : f.Value[..MaxText] + "…");
                break;
            case StringValueNode s:
                text.Append(Quote(s.Value));
                break;
            case BooleanValueNode b:
                text.Append(b.Value ? "true" : "false");
                break;
            case EnumValueNode e:
                text.Append(e.Value);
                break;
            case VariableNode v:
                text.Append('$').Append(v.Name.Value);
                break;
            case ListValueNode or ObjectValueNode when depth > MaxDepth + MaxItems:
                text.Append('…');
                break;
            case ListValueNode list:
                text.Append('[');
                for (var i = 0; i < list.Values.Count; i++)
                {
                    text.Append(i == 0 ? "" : ", ");
                    Append(text, list.Values[i], depth + 1);
                }

                text.Append(']');
                break;
            case ObjectValueNode obj:
                for (var i = 0; i < obj.Fields.Count; i++)
                {
                    text.Append(i == 0 ? "{ " : ", ").Append(obj.Fields[i].Name.Value).Append(": ");
                    Append(text, obj.Fields[i].Value, depth + 1);
                }

                text.Append(obj.Fields.Count == 0 ? "{  }" : " }");
                break;
            default:
                text.Append("null");
                break;
        }
    }
}
