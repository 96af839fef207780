using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Tests.Conformance.Execution;

/// <summary>
/// An operation over a schema with its variables, mostly valid: fields with aliases and arguments, fragments of both kinds,
/// @skip and @include, and values that now and then do not fit. The same one for the same seed.
/// </summary>
internal sealed class RandomOperation
{
    private const int MaxDepth = 5;
    private const int MaxFields = 40;

    private readonly Schema _schema;
    private readonly Random _random;
    private readonly RandomInput _input;
    private readonly int _seed;
    private readonly string _source;
    private readonly List<(string Name, CompositeType Type)> _fragments = [];
    private readonly StringBuilder _fragmentText = new();
    private int _fields;
    private int _names;

    public RandomOperation(Schema schema, int seed)
    {
        _schema = schema;
        _seed = seed;
        _random = new Random(seed);
        _input = new RandomInput(_random);
        _source = Operation();
    }

    public ExecutionCase ToCase() => new($"generated {_seed}", _source, JsonSerializer.SerializeToElement(_input.Values));

    private string Operation()
    {
        var body = new StringBuilder();
        switch (_random.Next(10))
        {
            case 0 or 1:
                SelectionSet(body, _schema.MutationType!, 1);
                return $"mutation M{_input.Definitions} {body}{_fragmentText}";
            case 2:
                var field = _schema.SubscriptionType!.Fields[_random.Next(_schema.SubscriptionType.Fields.Count)];
                body.Append("{ ");
                Field(body, field, 1);
                body.Append('}');
                return $"subscription S{_input.Definitions} {body}{_fragmentText}";
            default:
                SelectionSet(body, _schema.QueryType!, 1);
                return $"query Q{_input.Definitions} {body}{_fragmentText}";
        }
    }

    private void SelectionSet(StringBuilder text, CompositeType type, int depth)
    {
        text.Append("{ ");
        for (var count = _random.Next(1, depth == 1 ? 6 : 5); count > 0; count--)
        {
            Selection(text, type, depth);
        }

        text.Append("} ");
    }

    private void Selection(StringBuilder text, CompositeType type, int depth)
    {
        var choice = _random.Next(10);
        if (choice == 0 && depth < MaxDepth)
        {
            InlineFragment(text, type, depth);
        }
        else if (choice == 1 && depth < MaxDepth)
        {
            Spread(text, type, depth);
        }
        else if (type is FieldsType fieldsType && _random.Next(12) > 0 && FindField(fieldsType, depth) is { } field)
        {
            Field(text, field, depth);
        }
        else
        {
            text.Append(_random.Next(3) == 0 ? "kind: " : "").Append("__typename ");
        }
    }

    /// <summary>A field; one without a selection set where there have been enough of the others.</summary>
    private OutputField? FindField(FieldsType type, int depth)
    {
        var isLeaf = depth >= MaxDepth || _fields > MaxFields;
        var candidates = isLeaf ? type.Fields.Where(static f => f.Type.IsLeaf).ToList() : [.. type.Fields];
        return candidates.Count == 0 ? null : candidates[_random.Next(candidates.Count)];
    }

    private void Field(StringBuilder text, OutputField field, int depth)
    {
        _fields++;
        var hasArguments = field.Arguments.Count > 0;
        // Two fields of one response name must have the same arguments: such a field nearly always gets a name of its own.
        if (hasArguments ? _random.Next(20) > 0 : _random.Next(4) == 0)
        {
            text.Append($"f{++_names}: ");
        }

        text.Append(field.Name);
        if (hasArguments)
        {
            Arguments(text, field);
        }

        text.Append(' ');
        Conditions(text, isRoot: depth == 1 && field.DeclaringType == _schema.SubscriptionType);
        if (field.Type.Named is CompositeType composite)
        {
            SelectionSet(text, composite, depth + 1);
        }
    }

    private void Arguments(StringBuilder text, OutputField field)
    {
        var arguments = field.Arguments.Where(a => a.IsRequired ? _random.Next(60) > 0 : _random.Next(3) > 0).ToList();
        if (arguments.Count > 0)
        {
            text.Append('(').AppendJoin(", ", arguments.Select(a => $"{a.Name}: {_input.Literal(a.Type, a.DefaultValue is not null)}")).Append(')');
        }
    }

    private void Conditions(StringBuilder text, bool isRoot = false)
    {
        if (!isRoot && _random.Next(8) == 0)
        {
            text.Append(_random.Next(2) == 0 ? "@skip(if: " : "@include(if: ").Append(_input.Condition()).Append(") ");
        }

        if (_random.Next(20) == 0)
        {
            text.Append("@note(text: \"n\") ");
        }
    }

    private void InlineFragment(StringBuilder text, CompositeType type, int depth)
    {
        var condition = _random.Next(3) == 0 ? null : Overlapping(type);
        text.Append("... ").Append(condition is null ? "" : $"on {condition} ");
        Conditions(text, isRoot: type == _schema.SubscriptionType);
        SelectionSet(text, condition ?? type, depth + 1);
    }

    private void Spread(StringBuilder text, CompositeType type, int depth)
    {
        var known = _fragments.Where(f => f.Type == type).ToList();
        if (known.Count == 0 || _random.Next(2) == 0)
        {
            var condition = Overlapping(type);
            var name = $"F{++_names}";
            var body = new StringBuilder();
            SelectionSet(body, condition, depth + 1);
            _fragmentText.Append($"fragment {name} on {condition} {body}");
            _fragments.Add((name, condition));
            text.Append("...").Append(name);
        }
        else
        {
            text.Append("...").Append(known[_random.Next(known.Count)].Name);
        }

        text.Append(' ');
        Conditions(text, isRoot: type == _schema.SubscriptionType);
    }

    /// <summary>A type that a value of the given one can be, too.</summary>
    private CompositeType Overlapping(CompositeType type)
    {
        var possible = _schema.GetPossibleTypes(type);
        var candidates = _schema.Types.OfType<CompositeType>().Where(t => _schema.GetPossibleTypes(t).Intersect(possible).Any()).ToList();
        return candidates[_random.Next(candidates.Count)];
    }
}

/// <summary>Literals, variables and their values for input types: one in ten does not fit.</summary>
internal sealed class RandomInput(Random random)
{
    private const int MaxDepth = 3;

    private static readonly string[] Texts = ["", "a", "Ann", "1", "é漢😀", "line\nbreak", "\"quoted\" \\"];

    private readonly List<string> _definitions = [];
    private readonly List<string> _conditions = [];

    public JsonObject Values { get; } = [];

    public string Definitions => _definitions.Count == 0 ? "" : $"({string.Join(", ", _definitions)})";

    /// <summary>A literal of the type, or a variable for it.</summary>
    public string Literal(GraphQLType type, bool hasDefault) => random.Next(3) == 0 ? Variable(type, hasDefault) : Constant(type, 0);

    /// <summary>A Boolean or a variable, which several conditions share.</summary>
    public string Condition()
    {
        if (random.Next(2) == 0)
        {
            return random.Next(2) == 0 ? "true" : "false";
        }

        if (_conditions.Count < 3)
        {
            var name = $"c{_conditions.Count}";
            _conditions.Add("$" + name);
            _definitions.Add($"${name}: Boolean!");
            Values[name] = random.Next(2) == 0;
        }

        return _conditions[random.Next(_conditions.Count)];
    }

    private string Variable(GraphQLType type, bool hasDefault)
    {
        var name = $"v{_definitions.Count}";
        var declared = Declare(type, hasDefault);
        var text = $"${name}: {declared}";
        var withDefault = random.Next(4) == 0;
        _definitions.Add(withDefault ? $"{text} = {Constant(declared, 0, mayFail: false)}" : text);
        if (random.Next(declared.IsNonNull && !withDefault ? 30 : 4) > 0)
        {
            Values[name] = Value(declared, 0);
        }

        return "$" + name;
    }

    /// <summary>The type, stricter or, where the position allows it, looser.</summary>
    private GraphQLType Declare(GraphQLType type, bool hasDefault) => random.Next(4) switch
    {
        0 when !type.IsNonNull => new NonNullType(type),
        1 when type.IsNonNull && hasDefault => type.Nullable,
        2 when !type.IsNonNull && type is ListType list && !list.OfType.IsNonNull => new ListType(new NonNullType(list.OfType)),
        _ => type,
    };

    private string Constant(GraphQLType type, int depth, bool mayFail = true)
    {
        if (!type.IsNonNull && random.Next(8) == 0)
        {
            return "null";
        }

        if (mayFail && random.Next(80) == 0)
        {
            return Pick("null", "\"x\"", "1", "1.5", "true", "CALM", "[1]", "{ to: 1 }", "99999999999");
        }

        switch (type.Nullable)
        {
            case ListType list:
                return random.Next(6) == 0 && list.OfType.Nullable is not ListType
                    ? Constant(list.OfType, depth, mayFail)
                    : $"[{string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(_ => Constant(list.OfType, depth, mayFail)))}]";
            case InputObjectType input:
                return $"{{ {string.Join(", ", FieldsOf(input, depth).Select(f => $"{f.Name}: {Constant(Given(input, f), depth + 1, mayFail)}"))} }}";
            case EnumType enumType:
                return enumType.Values[random.Next(enumType.Values.Count)].Name;
            default:
                return type.Named.Name == "Anything" ? Pick("1", "1.5", "\"x\"", "true", "A", "[1, \"b\", { c: null }]", "{ a: 1, b: [2], a2: {} }") : Leaf(type.Named.Name).ToJsonString();
        }
    }

    private JsonNode? Value(GraphQLType type, int depth)
    {
        if (!type.IsNonNull && random.Next(8) == 0)
        {
            return null;
        }

        if (random.Next(40) == 0)
        {
            return JsonNode.Parse(Pick("null", "\"x\"", "1", "1.5", "true", "\"CALM\"", "[1]", "{ \"to\": 1, \"other\": 2 }", "99999999999", "[[null]]"));
        }

        switch (type.Nullable)
        {
            case ListType list:
                return random.Next(6) == 0 && list.OfType.Nullable is not ListType
                    ? Value(list.OfType, depth)
                    : new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Value(list.OfType, depth))]);
            case InputObjectType input:
                return new JsonObject(FieldsOf(input, depth).Select(f => KeyValuePair.Create(f.Name, Value(Given(input, f), depth + 1))));
            case EnumType enumType:
                return enumType.Values[random.Next(enumType.Values.Count)].Name;
            default:
                return type.Named.Name == "Anything" ? JsonNode.Parse(Pick("1", "1.5", "\"x\"", "true", "[1, \"b\", { \"c\": null }]", "{ \"a\": 1, \"b\": [2] }")) : Leaf(type.Named.Name);
        }
    }

    private List<InputField> FieldsOf(InputObjectType type, int depth)
        => type.IsOneOf
            ? [.. type.Fields.OrderBy(_ => random.Next()).Take(random.Next(20) == 0 ? 2 : 1)]
            : [.. type.Fields.Where(f => f.IsRequired ? random.Next(40) > 0 : random.Next(depth < MaxDepth ? 3 : 20) == 0).OrderBy(_ => random.Next())];

    /// <summary>The one field of a OneOf input object must have a value.</summary>
    private static GraphQLType Given(InputObjectType type, InputField field) => type.IsOneOf && !field.Type.IsNonNull ? new NonNullType(field.Type) : field.Type;

    private JsonNode Leaf(string scalar) => scalar switch
    {
        "Int" => random.Next(-3, 4),
        "Even" => random.Next(10) == 0 ? 3 : 2 * random.Next(5),
        "Float" => random.Next(2) == 0 ? random.Next(100) : random.Next(-400, 400) / 8.0,
        "Boolean" => random.Next(2) == 0,
        "ID" => random.Next(2) == 0 ? random.Next(1, 5) : random.Next(1, 5).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => Texts[random.Next(Texts.Length)],
    };

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
