using System.Text;

namespace Headless.GraphQL.Tests.Conformance;

/// <summary>A document that follows the grammar, with ignored tokens between its tokens; the same one for the same seed.</summary>
internal sealed class RandomDocument
{
    private const int MaxNesting = 5;

    private static readonly string[] Names =
        ["a", "b", "id", "on", "type", "name", "query", "input", "fragment", "memberships", "interactionRate", "aRatherLongNameForAField", "_x1"];

    private static readonly string[] Separators =
        [" ", " ", " ", " ", "\n", "\n  ", ", ", "\r\n", "\r", "\t", "# comment é 漢 😀 \"\n", "\uFEFF "];

    private static readonly string[] StringParts =
        ["word", " ", "  ", "é", "漢字", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\u00e9", "\\u{1F600}", "\\uD83D\\uDE00", "\\t", "'", "#", "{", "a longer run of words "];

    private static readonly string[] BlockParts =
        ["word", " ", "    ", "\t", "\n", "\n", "\n  ", "\r\n    ", "\n\n", "\\n", "\\\"\"\"", "\"quoted", "\\", "漢字 😀", "a longer run of words that fills lines", "\0"];

    private static readonly string[] Locations =
        ["QUERY", "FIELD", "FRAGMENT_SPREAD", "VARIABLE_DEFINITION", "OBJECT", "ENUM_VALUE", "INPUT_FIELD_DEFINITION"];

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private int _nesting;

    public RandomDocument(int seed)
    {
        _random = new Random(seed);
        Many(1, 4, Definition);
        Text = _text.ToString();
    }

    public string Text { get; }

    private void Definition()
    {
        switch (_random.Next(6))
        {
            // After a definition that may end in a block of its own, braces would be that block.
            case 0 when _text.Length == 0:
                SelectionSet();
                break;
            case 0 or 1 or 2:
                Operation();
                break;
            case 3:
                Description();
                Tokens("fragment", FragmentName(), "on", Name());
                Directives(isConst: false);
                SelectionSet();
                break;
            case 4:
                Description();
                TypeSystemDefinition();
                break;
            default:
                Tokens("extend", "type", Name(), "@a");
                FieldDefinitions();
                break;
        }
    }

    private void Operation()
    {
        var isFirst = _text.Length == 0;
        Description();
        Token(Pick("query", "mutation", "subscription"));

        // A query without a name may be printed as a shorthand, of which the same holds as of one in the source.
        if (!isFirst || _random.Next(2) == 0)
        {
            Token(Name());
        }

        Maybe(() => Enclosed("(", ")", 1, 4, VariableDefinition));
        Directives(isConst: false);
        SelectionSet();
    }

    private void VariableDefinition()
    {
        if (_random.Next(6) == 0)
        {
            Description();
        }

        Tokens("$", Name(), ":");
        Type();
        Maybe(() =>
        {
            Token("=");
            Value(isConst: true);
        });
        Directives(isConst: true);
    }

    private void SelectionSet() => Enclosed("{", "}", 1, 4, Selection);

    private void Selection()
    {
        switch (_random.Next(6))
        {
            case 0:
                Tokens("...", FragmentName());
                Directives(isConst: false);
                break;
            case 1 when _nesting < MaxNesting:
                Token("...");
                Maybe(() => Tokens("on", Name()));
                Directives(isConst: false);
                SelectionSet();
                break;
            default:
                Token(Name());
                Maybe(() => Tokens(":", Name()));
                Maybe(() => Arguments(isConst: false));
                Directives(isConst: false);
                if (_nesting < MaxNesting)
                {
                    Maybe(SelectionSet);
                }

                break;
        }
    }

    private void Arguments(bool isConst) => Enclosed("(", ")", 1, 5, () => NamedValue(isConst));

    private void NamedValue(bool isConst)
    {
        Tokens(Name(), ":");
        Value(isConst);
    }

    private void Directives(bool isConst)
    {
        for (var count = Math.Max(0, _random.Next(6) - 3); count > 0; count--)
        {
            Tokens("@", Name());
            Maybe(() => Arguments(isConst));
        }
    }

    private void Value(bool isConst)
    {
        switch (_random.Next(_nesting < MaxNesting + 2 ? 11 : 8))
        {
            case 0:
                Token(Pick("0", "-0", "42", "-123456789", "99999999999999999999"));
                break;
            case 1:
                Token(Pick("0.5", "-1.25e10", "1E+3", "6.02214076e23"));
                break;
            case 2 or 3:
                Token($"\"{Parts(StringParts)}\"");
                break;
            case 4:
                Token(BlockString());
                break;
            case 5:
                Token(Pick("true", "false", "null"));
                break;
            case 6 when !isConst:
                Tokens("$", Name());
                break;
            case 6 or 7:
                Token(Name());
                break;
            case 8 or 9:
                Enclosed("[", "]", 0, 7, () => Value(isConst));
                break;
            default:
                Enclosed("{", "}", 0, 5, () => NamedValue(isConst));
                break;
        }
    }

    private void Type()
    {
        if (_random.Next(3) == 0 && _nesting < MaxNesting + 3)
        {
            Enclosed("[", "]", 1, 2, Type);
        }
        else
        {
            Token(Name());
        }

        Maybe(() => Token("!"));
    }

    private void TypeSystemDefinition()
    {
        switch (_random.Next(7))
        {
            case 0:
                Token("schema");
                Directives(isConst: true);
                Enclosed("{", "}", 1, 4, () => Tokens(Pick("query", "mutation", "subscription"), ":", Name()));
                break;
            case 1:
                Tokens("scalar", Name());
                Directives(isConst: true);
                break;
            case 2:
                Tokens(Pick("type", "interface"), Name());
                Maybe(() =>
                {
                    Token("implements");
                    Delimited("&", () => Token(Name()));
                });
                Directives(isConst: true);
                Maybe(FieldDefinitions);
                break;
            case 3:
                Tokens("union", Name());
                Directives(isConst: true);
                Token("=");
                Delimited("|", () => Token(Name()));
                break;
            case 4:
                Tokens("enum", Name());
                Directives(isConst: true);
                Enclosed("{", "}", 1, 5, EnumValue);
                break;
            case 5:
                Tokens("input", Name());
                Directives(isConst: true);
                Maybe(() => Enclosed("{", "}", 1, 5, InputValue));
                break;
            default:
                Tokens("directive", "@", Name());
                Maybe(() => Enclosed("(", ")", 1, 4, InputValue));
                Maybe(() => Token("repeatable"));
                Token("on");
                Delimited("|", () => Token(Locations[_random.Next(Locations.Length)]));
                break;
        }
    }

    private void FieldDefinitions() => Enclosed("{", "}", 1, 5, () =>
    {
        Description();
        Token(Name());
        Maybe(() => Enclosed("(", ")", 1, 4, InputValue));
        Token(":");
        Type();
        Directives(isConst: true);
    });

    private void InputValue()
    {
        if (_random.Next(5) == 0)
        {
            Description();
        }

        Tokens(Name(), ":");
        Type();
        Maybe(() =>
        {
            Token("=");
            Value(isConst: true);
        });
        Directives(isConst: true);
    }

    private void EnumValue()
    {
        Description();
        Token(Name());
        Directives(isConst: true);
    }

    private void Description()
    {
        if (_random.Next(3) == 0)
        {
            Token(_random.Next(2) == 0 ? $"\"{Parts(StringParts)}\"" : BlockString());
        }
    }

    // A backslash before the closing quotes would escape them, a quote would lengthen them.
    private string BlockString() => $"\"\"\"{Parts(BlockParts).TrimEnd('\\', '"')}\"\"\"";

    private string Parts(string[] parts)
    {
        var text = new StringBuilder();
        for (var count = _random.Next(8); count > 0; count--)
        {
            text.Append(parts[_random.Next(parts.Length)]);
        }

        return text.ToString();
    }

    private string Name() => Names[_random.Next(Names.Length)];

    private string FragmentName() => Name() is var name && name == "on" ? "off" : name;

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    private void Maybe(Action write)
    {
        if (_random.Next(2) == 0)
        {
            write();
        }
    }

    private void Many(int least, int below, Action write)
    {
        for (var count = _random.Next(least, below); count > 0; count--)
        {
            write();
        }
    }

    private void Enclosed(string opening, string closing, int least, int below, Action write)
    {
        Token(opening);
        _nesting++;
        Many(least, below, write);
        _nesting--;
        Token(closing);
    }

    private void Delimited(string delimiter, Action write)
    {
        Maybe(() => Token(delimiter));
        write();
        Many(0, 4, () =>
        {
            Token(delimiter);
            write();
        });
    }

    private void Tokens(params string[] tokens)
    {
        foreach (var token in tokens)
        {
            Token(token);
        }
    }

    private void Token(string token) => _text.Append(token).Append(Separators[_random.Next(Separators.Length)]);
}
