using System.Globalization;
using System.Text;
using System.Text.Json;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Tests.Conformance.Execution;

/// <summary>
/// The objects of <c>corpus/execution/data.json</c>, read by both implementations. An object with a name that begins with a dollar
/// sign says what a resolver does: fails, answers its arguments, writes to the log of its execution.
/// </summary>
internal sealed class ExecutionData
{
    public const string LogKey = "log";

    private readonly Dictionary<string, object?> _roots;
    private readonly Dictionary<string, object?> _objects;

    public ExecutionData(JsonElement data)
    {
        _roots = (Dictionary<string, object?>)Read(data)!;
        _objects = (Dictionary<string, object?>)_roots["objects"]!;
    }

    /// <summary>The root value of a kind of operation, by the name of its type.</summary>
    public object Root(string typeName) => _roots[typeName]!;

    /// <summary>What a field of a parent answers; null where the parent has no such field.</summary>
    public object? Resolve(object? parent, string fieldName, IResolverContext? context = null)
        => parent is Dictionary<string, object?> values && values.TryGetValue(fieldName, out var value) ? Interpret(value, context) : null;

    /// <summary>The events of a subscription's root field.</summary>
    public IAsyncEnumerable<object?>? Subscribe(IResolverContext context)
    {
        var description = ((Dictionary<string, object?>)_roots["Subscription"]!)[context.Field.Name];
        return description is Dictionary<string, object?> values && values.TryGetValue("$events", out var events)
            ? ReadEventsAsync((List<object?>)events!, context)
            : (IAsyncEnumerable<object?>?)Interpret(description, context);
    }

    private async IAsyncEnumerable<object?> ReadEventsAsync(List<object?> events, IResolverContext context)
    {
        foreach (var description in events)
        {
            await Task.Yield();
            yield return Interpret(description, context);
        }
    }

    private object? Interpret(object? value, IResolverContext? context)
    {
        switch (value)
        {
            case List<object?> list:
                return list.Select(item => Interpret(item, context)).ToList();
            case Dictionary<string, object?> { Count: > 0 } map when map.First() is { Key: ['$', ..] } first:
                return Follow(first.Key, first.Value, context);
            default:
                return value;
        }
    }

    private object? Follow(string marker, object? operand, IResolverContext? context)
    {
        switch (marker)
        {
            case "$ref":
                return _objects[(string)operand!];
            case "$byId":
                return ((List<object?>)operand!).Select(name => (Dictionary<string, object?>)_objects[(string)name!]!)
                    .FirstOrDefault(o => Convert.ToString(o["id"], CultureInfo.InvariantCulture) == (string?)Context().ArgumentValue("id"));
            case "$error":
                var error = (Dictionary<string, object?>)operand!;
                throw Failure((string)error["message"]!, error.GetValueOrDefault("extensions") as Dictionary<string, object?>);
            case "$failWithArgument":
                throw Failure($"failed with {Context().ArgumentValue((string)operand!)}");
            case "$number":
                return double.Parse((string)operand!, CultureInfo.InvariantCulture);
            case "$echo":
                return ArgumentText.Write(Context());
            case "$first":
                var items = (List<object?>)operand!;
                return Interpret(Slice(items, 0, (int?)Context().ArgumentValue("first") ?? items.Count), context);
            case "$failing":
                return Failing((List<object?>)operand!);
            case "$append":
                Log().Add((string)Context().ArgumentValue("text")!);
                return Interpret(operand, context);
            case "$appendAndFail":
                Log().Add((string)Context().ArgumentValue("text")!);
                throw Failure((string)operand!);
            case "$log":
                return Slice(Log(), (int?)Context().ArgumentValue("from") ?? 0, Log().Count);
            default:
                throw new ArgumentException($"{marker} is no marker of the data.", nameof(marker));
        }

        IResolverContext Context() => context ?? throw new InvalidOperationException($"{marker} needs the arguments of its field.");

        List<string> Log() => (List<string>)Context().ContextData[LogKey]!;
    }

    /// <summary>As JavaScript's <c>slice(start, end)</c>: negative numbers count from the end.</summary>
    private static List<T> Slice<T>(List<T> items, int start, int end)
    {
        var (from, to) = (Index(start), Index(end));
        return from < to ? items[from..to] : [];

        int Index(int number) => number < 0 ? Math.Max(0, items.Count + number) : Math.Min(number, items.Count);
    }

    private static IEnumerable<object?> Failing(List<object?> items)
    {
        foreach (var item in items)
        {
            yield return item;
        }

        throw Failure("the list ended early");
    }

    private static GraphQLException Failure(string message, Dictionary<string, object?>? extensions = null)
    {
        var error = ErrorBuilder.New().SetMessage(message);
        foreach (var (key, value) in extensions ?? [])
        {
            error.SetExtension(key, value);
        }

        return new GraphQLException(error.Build());
    }

    private static object? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().ToDictionary(static p => p.Name, static p => Read(p.Value)),
        JsonValueKind.Array => value.EnumerateArray().Select(Read).ToList(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt32(out var small) ? (object)small : value.TryGetInt64(out var large) ? large : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}

/// <summary>Writes coerced arguments as JavaScript's <c>JSON.stringify</c> does, in the order in which they are defined.</summary>
internal static class ArgumentText
{
    public static string Write(IResolverContext context)
    {
        var text = new StringBuilder();
        WriteMembers(text, context.Field.Arguments.Where(a => context.HasArgument(a.Name)).Select(a => (a.Name, context.ArgumentValue(a.Name))));
        return text.ToString();
    }

    private static void WriteMembers(StringBuilder text, IEnumerable<(string Name, object? Value)> members)
    {
        text.Append('{');
        var separator = "";
        foreach (var (name, value) in members)
        {
            text.Append(separator);
            WriteString(text, name);
            text.Append(':');
            WriteValue(text, value);
            separator = ",";
        }

        text.Append('}');
    }

    private static void WriteValue(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string characters:
                WriteString(text, characters);
                break;
            case bool boolean:
                text.Append(boolean ? "true" : "false");
                break;
            case double number:
                text.Append(NumberText.OfDouble(number));
                break;
            case InputObjectValue map:
                WriteMembers(text, map.Fields.Select(static f => (f.Field.Name, f.Value)));
                break;
            case List<object?> list:
                WriteItems(text, list);
                break;
            case JsonElement element:
                WriteElement(text, element);
                break;
            default:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteElement(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMembers(text, element.EnumerateObject().Select(static p => (p.Name, (object?)p.Value)));
                break;
            case JsonValueKind.Array:
                WriteItems(text, element.EnumerateArray().Select(static e => (object?)e));
                break;
            case JsonValueKind.Number:
                text.Append(NumberText.OfDouble(element.GetDouble()));
                break;
            case JsonValueKind.String:
                WriteString(text, element.GetString()!);
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }

    private static void WriteItems(StringBuilder text, IEnumerable<object?> items)
    {
        text.Append('[');
        var separator = "";
        foreach (var item in items)
        {
            text.Append(separator);
            WriteValue(text, item);
            separator = ",";
        }

        text.Append(']');
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }
}

/// <summary>Numbers as JavaScript writes them, for the magnitudes that the corpus has.</summary>
internal static class NumberText
{
    public static string OfDouble(double value)
        => double.IsInteger(value) && Math.Abs(value) < 1e21 ? value.ToString("F0", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
}
