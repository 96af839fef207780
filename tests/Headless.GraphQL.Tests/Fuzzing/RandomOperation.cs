using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Tests.Fuzzing;

/// <summary>An operation that a schema has, mostly valid, with its fragments and variables; the same one for the same seed.</summary>
internal sealed class RandomOperation
{
    private const int MaxFields = 120;
    private const int MaxDepth = 8;
    private const int MaxFragments = 6;

    private readonly Schema _schema;
    private readonly Random _random;
    private readonly RandomInput _input;
    private readonly List<(string Name, CompositeType Type)> _fragments = [];
    private readonly List<string> _definitions = [];
    private readonly Dictionary<string, GraphQLType> _variables = [];
    private readonly Dictionary<OutputField, string> _arguments = [];
    private int _fields;
    private int _aliases;

    public RandomOperation(Schema schema, int seed, OperationType? kind = null)
    {
        _schema = schema;
        _random = new Random(seed);
        _input = new RandomInput(_random);
        var operation = kind ?? (_random.Next(10) switch { 0 => OperationType.Subscription, 1 or 2 => OperationType.Mutation, _ => OperationType.Query });
        var root = schema.GetRootType(operation) ?? schema.QueryType!;
        var selections = operation == OperationType.Subscription && root.Fields.Count > 0
            ? $"{{ {Field(root.Fields[_random.Next(root.Fields.Count)], 1)} }}"
            : SelectionSet(root, 1);
        var variables = string.Join(", ", _variables.Select(v => $"${v.Key}: {v.Value}{Default(v.Value)}"));
        var text = new StringBuilder(ReferenceEquals(root, schema.GetRootType(operation)) ? operation.ToString().ToLowerInvariant() : "query");
        text.Append(" Q").Append(variables.Length == 0 ? "" : $"({variables})").Append(' ').Append(selections);
        foreach (var definition in _definitions)
        {
            text.Append('\n').Append(definition);
        }

        Text = text.ToString();
        foreach (var (name, type) in _variables)
        {
            if (type is NonNullType || _random.Next(4) > 0)
            {
                Variables[name] = _input.Json(type);
            }
        }
    }

    public string Text { get; }

    public JsonObject Variables { get; } = [];

    private string SelectionSet(CompositeType type, int depth)
    {
        var selections = new List<string>();
        for (var count = _random.Next(1, 6); count > 0; count--)
        {
            selections.Add(Selection(type, depth));
        }

        return $"{{ {string.Join(' ', selections)} }}";
    }

    private string Selection(CompositeType type, int depth)
    {
        switch (_random.Next(12))
        {
            case 0 when depth < MaxDepth:
                var condition = _random.Next(3) == 0 ? type : Overlapping(type);
                return $"... {(ReferenceEquals(condition, type) && _random.Next(2) == 0 ? "" : $"on {condition} ")}{Directives()}{SelectionSet(condition, depth + 1)}";
            case 1 when depth < MaxDepth:
                return $"...{Fragment(type, depth)} {Directives()}";
            case 2:
                return $"{Alias()}__typename {Directives()}";
            default:
                return type is FieldsType { Fields.Count: > 0 } fields
                    ? Field(fields.Fields[_random.Next(fields.Fields.Count)], depth)
                    : "__typename";
        }
    }

    private string Field(OutputField field, int depth)
    {
        _fields++;
        if (field.Type.Named is CompositeType && (depth >= MaxDepth || _fields > MaxFields))
        {
            return "__typename";
        }

        // Without an alias the same arguments as before: otherwise the fields could not be merged.
        var alias = _random.Next(3) == 0 ? $"a{_aliases++}: " : "";
        if (alias.Length > 0 || !_arguments.TryGetValue(field, out var arguments))
        {
            arguments = Arguments(field);
            if (alias.Length == 0)
            {
                _arguments[field] = arguments;
            }
        }

        return $"{alias}{field.Name}{arguments} {Directives()}{(field.Type.Named is CompositeType composite ? SelectionSet(composite, depth + 1) : "")}";
    }

    private string Arguments(OutputField field)
    {
        var given = field.Arguments.Where(a => a.IsRequired || _random.Next(3) == 0).Select(a => $"{a.Name}: {_input.Literal(a.Type, Variable)}").ToArray();
        return given.Length == 0 ? "" : $"({string.Join(", ", given)})";
    }

    private string Fragment(CompositeType type, int depth)
    {
        var possible = _schema.GetPossibleTypes(type);
        var known = _fragments.Where(f => _schema.GetPossibleTypes(f.Type).Any(possible.Contains)).ToArray();
        if (known.Length > 0 && (_fragments.Count >= MaxFragments || _random.Next(2) == 0))
        {
            return known[_random.Next(known.Length)].Name;
        }

        var condition = Overlapping(type);
        var name = string.Create(CultureInfo.InvariantCulture, $"F{_definitions.Count}");
        var index = _definitions.Count;
        _definitions.Add("");
        _definitions[index] = $"fragment {name} on {condition} {SelectionSet(condition, depth + 1)}";
        _fragments.Add((name, condition));
        return name;
    }

    /// <summary>A type that some object of this type has too.</summary>
    private CompositeType Overlapping(CompositeType type)
    {
        var possible = _schema.GetPossibleTypes(type);
        var candidates = _schema.Types.OfType<CompositeType>().Where(t => _schema.GetPossibleTypes(t).Any(possible.Contains)).ToArray();
        return candidates.Length == 0 ? type : candidates[_random.Next(candidates.Length)];
    }

    private string Alias() => _random.Next(2) == 0 ? "" : $"a{_aliases++}: ";

    private string Directives()
    {
        if (_random.Next(8) > 0)
        {
            return "";
        }

        var condition = _random.Next(3) == 0 ? "true" : "$" + Variable(new NonNullType(BuiltInScalars.Boolean));
        return $"@{(_random.Next(2) == 0 ? "skip" : "include")}(if: {condition}) ";
    }

    private string Variable(GraphQLType type)
    {
        var text = type.ToString();
        foreach (var (name, known) in _variables)
        {
            if (known.ToString() == text && _random.Next(2) == 0)
            {
                return name;
            }
        }

        var added = string.Create(CultureInfo.InvariantCulture, $"v{_variables.Count}");
        _variables.Add(added, type);
        return added;
    }

    private string Default(GraphQLType type) => type is NonNullType || _random.Next(3) > 0 ? "" : $" = {_input.Literal(type, static _ => null)}";
}
