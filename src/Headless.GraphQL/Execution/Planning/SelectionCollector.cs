using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Planning;

/// <summary>A selection set to collect from, under the conditions that lead to it.</summary>
internal readonly record struct ConditionalSelectionSet(SelectionSetNode Node, ulong Mask);

/// <summary>The field nodes of one response name, each with the conditions under which it counts.</summary>
internal sealed class CollectedField(string responseName)
{
    public string ResponseName { get; } = responseName;

    public List<FieldNode> Nodes { get; } = [];

    public List<ulong> Masks { get; } = [];

    /// <summary>Where each node stands among all nodes that were collected with it.</summary>
    public List<int> Positions { get; } = [];
}

/// <summary>
/// CollectFields (specification section 6.3.2) at plan time: @skip and @include on variables become bits instead of decisions.
/// Walks with an own stack, so that a long chain of fragments cannot exhaust the thread's.
/// </summary>
internal sealed class SelectionCollector(Schema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, int budget)
{
    private const int MaxConditions = 64;

    private readonly List<IncludeCondition> _conditions = [];
    private readonly Stack<Frame> _frames = [];
    private readonly HashSet<(string Fragment, ulong Mask)> _visited = [];
    private int _budget = budget;
    private int _position;

    public IncludeCondition[] Conditions => [.. _conditions];

    /// <summary>Collects the fields of an object type from merged selection sets, in response order.</summary>
    public List<CollectedField> Collect(ObjectType type, IReadOnlyList<ConditionalSelectionSet> selectionSets)
    {
        var fields = new List<CollectedField>();
        var byName = new Dictionary<string, CollectedField>(StringComparer.Ordinal);
        _visited.Clear();
        _position = 0;
        foreach (var selectionSet in selectionSets)
        {
            _frames.Push(new Frame(selectionSet.Node, selectionSet.Mask, 0));
            while (_frames.TryPop(out var frame))
            {
                if (frame.Index + 1 < frame.SelectionSet.Selections.Count)
                {
                    _frames.Push(frame with { Index = frame.Index + 1 });
                }

                if (frame.Index < frame.SelectionSet.Selections.Count)
                {
                    Visit(frame.SelectionSet.Selections[frame.Index], frame.Mask, type, fields, byName);
                }
            }
        }

        return fields;
    }

    private void Visit(SelectionNode selection, ulong mask, ObjectType type, List<CollectedField> fields, Dictionary<string, CollectedField> byName)
    {
        if (--_budget < 0)
        {
            throw OperationPlanner.TooLarge("The operation has too many selections once its fragments are expanded.");
        }

        if (!TryInclude(selection, ref mask))
        {
            return;
        }

        switch (selection)
        {
            case FieldNode node:
                if (!byName.TryGetValue(node.ResponseName, out var field))
                {
                    byName.Add(node.ResponseName, field = new CollectedField(node.ResponseName));
                    fields.Add(field);
                }

                field.Nodes.Add(node);
                field.Masks.Add(mask);
                field.Positions.Add(_position++);
                break;
            case FragmentSpreadNode spread when fragments.TryGetValue(spread.Name.Value, out var fragment):
                // What was collected without a condition, or under the same one, needs no second visit.
                if (!_visited.Contains((spread.Name.Value, 0)) && _visited.Add((spread.Name.Value, mask)) && Applies(fragment.TypeCondition, type))
                {
                    _frames.Push(new Frame(fragment.SelectionSet, mask, 0));
                }

                break;
            case InlineFragmentNode inline when inline.TypeCondition is null || Applies(inline.TypeCondition, type):
                _frames.Push(new Frame(inline.SelectionSet, mask, 0));
                break;
        }
    }

    private bool Applies(NamedTypeNode condition, ObjectType type)
    {
        if (condition.Name.Value == type.Name)
        {
            return true;
        }

        return schema.TryGetType(condition.Name.Value, out var named) && named switch
        {
            InterfaceType interfaceType => type.Interfaces.Contains(interfaceType),
            UnionType union => union.Types.Contains(type),
            _ => false,
        };
    }

    private bool TryInclude(SelectionNode selection, ref ulong mask)
    {
        foreach (var directive in selection.Directives)
        {
            var includedWhen = directive.Name.Value switch
            {
                "skip" => false,
                "include" => true,
                _ => (bool?)null,
            };
            if (includedWhen is not { } expected)
            {
                continue;
            }

            foreach (var argument in directive.Arguments)
            {
                switch (argument.Value)
                {
                    case BooleanValueNode constant when argument.Name.Value == "if" && constant.Value != expected:
                        return false;
                    case VariableNode variable when argument.Name.Value == "if":
                        mask |= 1UL << IndexOf(new IncludeCondition(variable.Name.Value, expected));
                        break;
                }
            }
        }

        return true;
    }

    private int IndexOf(IncludeCondition condition)
    {
        var index = _conditions.IndexOf(condition);
        if (index >= 0)
        {
            return index;
        }

        if (_conditions.Count == MaxConditions)
        {
            throw OperationPlanner.TooLarge($"The operation has more than {MaxConditions} distinct conditions of @skip and @include.");
        }

        _conditions.Add(condition);
        return _conditions.Count - 1;
    }

    private readonly record struct Frame(SelectionSetNode SelectionSet, ulong Mask, int Index);
}
