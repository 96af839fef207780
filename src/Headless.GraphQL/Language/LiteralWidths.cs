using System.Text;

namespace Headless.GraphQL.Language;

/// <summary>The extent of a literal as printed at the left margin.</summary>
/// <param name="Length">Characters, line feeds and inner indentation included.</param>
/// <param name="LineBreaks">How many of them are line feeds.</param>
internal readonly record struct TextExtent(long Length, long LineBreaks)
{
    public static TextExtent operator +(TextExtent left, TextExtent right) =>
        new(left.Length + right.Length, left.LineBreaks + right.LineBreaks);

    public static TextExtent operator +(TextExtent left, int length) => left with { Length = left.Length + length };
}

/// <summary>Finds how wide literals print and so which are broken into lines; each list and object is measured once.</summary>
internal sealed class LiteralWidths
{
    private const int MaxLineLength = 80;
    private const int IndentationWidth = 2;
    private const int SeparatorLength = 2;

    private readonly Dictionary<ValueNode, (TextExtent Extent, bool IsBroken)> _measured = [];
    private int _depth;

    /// <summary>Whether a list or object is written with one member per line.</summary>
    public bool IsBroken(ValueNode listOrObject)
    {
        Measure(listOrObject);
        return _measured[listOrObject].IsBroken;
    }

    /// <summary>Whether the arguments of a field are written with one argument per line.</summary>
    /// <param name="prefixLength">The length of alias and name.</param>
    /// <param name="arguments">At least one argument.</param>
    public bool AreBroken(int prefixLength, IReadOnlyList<ArgumentNode> arguments)
    {
        var length = prefixLength + 2L + ((arguments.Count - 1) * SeparatorLength);
        foreach (var argument in arguments)
        {
            length += MeasureArgument(argument).Length;
        }

        return length > MaxLineLength;
    }

    /// <summary>Whether a definition with this description, default value and directives takes more than one line.</summary>
    public bool IsMultiline(StringValueNode? description, ValueNode? defaultValue, IReadOnlyList<DirectiveNode> directives) =>
        description is not null
        || (defaultValue is not null && Measure(defaultValue).LineBreaks > 0)
        || directives.Any(directive => directive.Arguments.Any(argument => MeasureArgument(argument).LineBreaks > 0));

    private TextExtent MeasureArgument(ArgumentNode argument) => Measure(argument.Value) + argument.Name.Value.Length + SeparatorLength;

    private TextExtent Measure(ValueNode value) => value switch
    {
        VariableNode variable => new TextExtent(variable.Name.Value.Length + 1, 0),
        IntValueNode integer => new TextExtent(integer.Value.Length, 0),
        FloatValueNode number => new TextExtent(number.Value.Length, 0),
        EnumValueNode name => new TextExtent(name.Value.Length, 0),
        BooleanValueNode boolean => new TextExtent(boolean.Value ? 4 : 5, 0),
        NullValueNode => new TextExtent(4, 0),
        StringValueNode text => MeasureString(text),
        ListValueNode list => MeasureMembers(list, list.Values, openingLength: 1, Measure),
        ObjectValueNode map => MeasureMembers(
            map, map.Fields, openingLength: 2, field => Measure(field.Value) + field.Name.Value.Length + SeparatorLength),
        _ => throw new ArgumentException($"{value.GetType().Name} is not a value of the grammar.", nameof(value)),
    };

    private static TextExtent MeasureString(StringValueNode text)
    {
        if (!text.IsBlock)
        {
            var literal = new StringBuilder(text.Value.Length + 2);
            StringLiteral.Append(literal, text.Value);
            return new TextExtent(literal.Length, 0);
        }

        var block = BlockString.Print(text.Value);
        return new TextExtent(block.Length, block.AsSpan().Count('\n'));
    }

    private TextExtent MeasureMembers<TNode>(
        ValueNode parent, IReadOnlyList<TNode> members, int openingLength, Func<TNode, TextExtent> measure)
    {
        if (_measured.TryGetValue(parent, out var known))
        {
            return known.Extent;
        }

        if (++_depth > ParserOptions.DepthCeiling)
        {
            throw SyntaxWriter.TooDeep();
        }

        var inner = default(TextExtent);
        foreach (var member in members)
        {
            inner += measure(member);
        }

        _depth--;
        var separators = Math.Max(members.Count - 1, 0);
        var inOneLine = inner + ((2 * openingLength) + (separators * SeparatorLength));
        var isBroken = inOneLine.Length > MaxLineLength;
        var extent = isBroken ? Break(inner + new TextExtent(separators, separators)) : inOneLine;
        _measured.Add(parent, (extent, isBroken));
        return extent;
    }

    /// <summary>The extent of members between brackets that stand on lines of their own.</summary>
    private static TextExtent Break(TextExtent members) => new(
        members.Length + (IndentationWidth * (members.LineBreaks + 1)) + 4,
        members.LineBreaks + 2);
}
