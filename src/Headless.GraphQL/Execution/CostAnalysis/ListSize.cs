using System.Globalization;
using Headless.GraphQL.Execution.Coercion;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.CostAnalysis;

/// <summary>How many items the list of a field may have: known when planned, or from the variables of a request.</summary>
internal sealed class ListSize
{
    private static readonly ListSize s_one = new(1, null);

    private readonly double _constant;
    private readonly string[]? _variables;
    private readonly double _otherwise;

    private ListSize(double constant, string[]? variables, double otherwise = 0)
    {
        _constant = constant;
        _variables = variables;
        _otherwise = otherwise;
    }

    public bool IsConstant => _variables is null;

    /// <summary>The size of the list of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="node">Its selection.</param>
    /// <param name="around">The field around it and its selection, whose <c>@listSize</c> may be about this field.</param>
    public static ListSize Of(OutputField field, FieldNode node, (OutputField Field, FieldNode Node)? around)
    {
        if (field.Type.Nullable is not ListType)
        {
            return s_one;
        }

        if (CostDirectives.ListSizeOf(field) is { SizedFields: null or { Count: 0 } } own)
        {
            return Of(own, field, node);
        }

        if (around is { } outer && CostDirectives.ListSizeOf(outer.Field) is { SizedFields: { } sized } ofOuter && sized.Contains(field.Name))
        {
            return Of(ofOuter, outer.Field, outer.Node);
        }

        return field.Features.Get<ListLengthArgument>() is { } length ? OfItems(node, length.Name) : s_one;
    }

    /// <summary>The size under the variables of a request: the greatest of the slicing arguments that are given.</summary>
    public double Evaluate(VariableValues variables)
    {
        if (_variables is null)
        {
            return _constant;
        }

        var size = _constant;
        foreach (var name in _variables)
        {
            if (variables.TryGet(name, out var value) && SizeOf(value) is { } given)
            {
                size = Math.Max(size, given);
            }
        }

        // Below zero nothing was given: an argument that is negative stands for an empty list.
        return size < 0 ? _otherwise : size;
    }

    private static ListSize Of(ListSizeDirective directive, OutputField field, FieldNode node)
    {
        var otherwise = Math.Max(0.0, directive.SlicingArgumentDefaultValue ?? directive.AssumedSize ?? 1);
        var size = -1.0;
        List<string>? variables = null;
        foreach (var name in directive.SlicingArguments ?? [])
        {
            switch (Find(node, name))
            {
                case VariableNode variable:
                    (variables ??= []).Add(variable.Name.Value);
                    break;
                case IntValueNode literal:
                    size = Math.Max(size, SizeOf(literal));
                    break;
                case null when field.Arguments.TryGet(name, out var definition) && definition.DefaultValue is IntValueNode literal:
                    size = Math.Max(size, SizeOf(literal));
                    break;
            }
        }

        return variables is not null ? new ListSize(size, [.. variables], otherwise) : new ListSize(size < 0 ? otherwise : size, null);
    }

    private static ListSize OfItems(FieldNode node, string argument) => Find(node, argument) switch
    {
        VariableNode variable => new ListSize(-1, [variable.Name.Value], 1),
        ListValueNode list => new ListSize(list.Values.Count, null),
        _ => s_one,
    };

    private static double SizeOf(IntValueNode literal)
        => Math.Max(0, double.Parse(literal.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

    private static double? SizeOf(object? value) => value switch
    {
        int number => Math.Max(0, number),
        long number => Math.Max(0, number),
        short number => Math.Max(0, (int)number),
        byte number => number,
        List<object?> list => list.Count,
        _ => null,
    };

    private static ValueNode? Find(FieldNode node, string argument)
    {
        foreach (var given in node.Arguments)
        {
            if (given.Name.Value == argument)
            {
                return given.Value;
            }
        }

        return null;
    }
}
