using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.FieldMerging;

/// <summary>The fields of one selection set by response name and the fragments that it spreads, inline fragments expanded, others not.</summary>
internal sealed class SelectionFields
{
    private readonly Dictionary<string, List<MergeableField>> _groups = new(StringComparer.Ordinal);
    private readonly List<FragmentDefinitionNode> _fragments = [];
    private readonly HashSet<FragmentDefinitionNode> _spread = [];

    public SelectionFields(ValidationContext context, CompositeType? parentType, SelectionSetNode selectionSet)
        => Collect(context, parentType, selectionSet);

    /// <summary>The groups in the order in which their names first occur.</summary>
    public IReadOnlyDictionary<string, List<MergeableField>> Groups => _groups;

    /// <summary>The fragments in the order in which they are first spread, each once.</summary>
    public IReadOnlyList<FragmentDefinitionNode> Fragments => _fragments;

    private void Collect(ValidationContext context, CompositeType? parentType, SelectionSetNode selectionSet)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    if (!_groups.TryGetValue(field.ResponseName, out var group))
                    {
                        _groups.Add(field.ResponseName, group = []);
                    }

                    group.Add(new MergeableField(parentType, field));
                    break;
                case FragmentSpreadNode spread:
                    if (context.Fragments.Find(spread.Name.Value) is { } fragment && _spread.Add(fragment))
                    {
                        _fragments.Add(fragment);
                    }

                    break;
                case InlineFragmentNode inline:
                    Collect(
                        context,
                        inline.TypeCondition is { } condition ? context.Schema.FindType(condition) as CompositeType : parentType,
                        inline.SelectionSet);
                    break;
            }
        }
    }
}
