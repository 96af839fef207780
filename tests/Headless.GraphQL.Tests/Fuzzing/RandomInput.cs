using System.Globalization;
using System.Text.Json.Nodes;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Tests.Fuzzing;

/// <summary>Values for input types, as literals and as the JSON of variables: most of them right, some at the edge, a few wrong.</summary>
internal sealed class RandomInput(Random random)
{
    private const int MaxDepth = 5;
    private const int OneIn = 40;

    private static readonly string[] s_texts =
        ["", "a", "Emma", "100%", "_", "[a-z]", "\\", "'; DROP TABLE x; --", "漢字", "😀", "e\u0301", "\u0000", "\u202E", "1", "null", "R3JvdXA6MQ==", "2026-01-31", new string('x', 300)];

    private static readonly Dictionary<string, string[]> s_scalars = new()
    {
        ["Int"] = ["0", "1", "-1", "5", "10", "50", "51", "2147483647", "-2147483648"],
        ["Long"] = ["0", "1", "-1", "9007199254740993", "9223372036854775807", "-9223372036854775808"],
        ["Short"] = ["0", "-32768", "32767"],
        ["Byte"] = ["0", "255"],
        ["Float"] = ["0", "-0.0", "1.5", "1e308", "-1e-308", "3"],
        ["Decimal"] = ["0", "0.0001", "79228162514264337593543950335", "-12.50"],
        ["Boolean"] = ["true", "false"],
        ["ID"] = ["\"R3JvdXA6MQ==\"", "\"TWVtYmVyOjE=\"", "\"\"", "\"x\"", "7"],
        ["DateTime"] = ["\"2026-01-31T10:00:00Z\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.999Z\"", "\"2026-03-29T02:30:00+08:00\""],
        ["LocalDate"] = ["\"2026-01-31\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"2024-02-29\""],
        ["UUID"] = ["\"00000000-0000-0000-0000-000000000000\""],
        ["TimeSpan"] = ["\"PT5M\""],
        ["URL"] = ["\"https://example.org/a?b=c\""],
    };

    private static readonly string[] s_wrong = ["null", "true", "-1", "1.5", "99999999999999999999", "\"x\"", "[]", "[[1]]", "{}", "NOTHING", "1e400"];

    /// <summary>A literal; where the callback gives the name of a variable of the type, a use of it.</summary>
    public string Literal(GraphQLType type, Func<GraphQLType, string?> variable, int depth = 0)
    {
        if (random.Next(OneIn) == 0)
        {
            return s_wrong[random.Next(s_wrong.Length)];
        }

        if (random.Next(4) == 0 && variable(type) is { } name)
        {
            return "$" + name;
        }

        switch (type)
        {
            case NonNullType nonNull:
                return Literal(nonNull.OfType, variable, depth);
            case ListType list:
                return "[" + string.Join(", ", Enumerable.Range(0, Length(depth)).Select(_ => Literal(list.OfType, variable, depth + 1))) + "]";
            case InputObjectType input:
                return "{ " + string.Join(", ", Fields(input, depth).Select(f => $"{f.Name}: {Literal(f.Type, variable, depth + 1)}")) + " }";
            case EnumType enumType:
                return enumType.Values[random.Next(enumType.Values.Count)].Name;
            default:
                return Scalar(type.Named.Name);
        }
    }

    /// <summary>The JSON of a variable.</summary>
    public JsonNode? Json(GraphQLType type, int depth = 0)
    {
        if (random.Next(OneIn) == 0)
        {
            return ParseOrText(s_wrong[random.Next(s_wrong.Length)]);
        }

        switch (type)
        {
            case NonNullType nonNull:
                return Json(nonNull.OfType, depth);
            case ListType when random.Next(OneIn) == 0:
                return new JsonArray([.. Enumerable.Range(0, 1_001).Select(static i => (JsonNode)i)]);
            case ListType list:
                return new JsonArray([.. Enumerable.Range(0, Length(depth)).Select(_ => Json(list.OfType, depth + 1))]);
            case InputObjectType input:
                var values = new JsonObject();
                foreach (var field in Fields(input, depth))
                {
                    values[field.Name] = Json(field.Type, depth + 1);
                }

                return values;
            case EnumType enumType:
                return enumType.Values[random.Next(enumType.Values.Count)].Name;
            default:
                return ParseOrText(Scalar(type.Named.Name));
        }
    }

    private int Length(int depth) => depth >= MaxDepth ? 0 : random.Next(4);

    private IEnumerable<InputField> Fields(InputObjectType type, int depth)
    {
        if (type.IsOneOf && random.Next(10) > 0)
        {
            return [type.Fields[random.Next(type.Fields.Count)]];
        }

        var chance = depth >= MaxDepth ? 0 : type.Fields.Count > 6 ? 15 : 40;
        return type.Fields.Where(f => f.IsRequired || random.Next(100) < chance).ToArray();
    }

    private string Scalar(string name)
        => s_scalars.TryGetValue(name, out var values)
            ? values[random.Next(values.Length)]
            : JsonValue.Create(s_texts[random.Next(s_texts.Length)]).ToJsonString();

    private static JsonNode? ParseOrText(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{text}");
        }
    }
}
