using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.Rules;

/// <summary>
/// Introspection is bounded: what <c>__schema</c> and <c>__type</c> select cannot be nested through the schema's own cycles,
/// whose answers grow exponentially with the depth. Not a rule of the specification.
/// </summary>
internal sealed class MaxIntrospectionDepthRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, Depths> _fragments = new(StringComparer.Ordinal);
    private FieldNode? _reported;

    public override void EnterField(FieldNode field)
    {
        // What is inside a field that goes too deep belongs to the same error.
        if (_reported is not null || field.Name.Value is not ("__schema" or "__type") || field.SelectionSet is null)
        {
            return;
        }

        Measure(field.SelectionSet);
        var depths = DepthsOf(field.SelectionSet);
        if (depths.Lists > Context.Options.MaxIntrospectionListDepth || depths.OfTypes > Context.Options.MaxOfTypeDepth)
        {
            Report("Maximum introspection depth exceeded", field);
            _reported = field;
        }
    }

    public override void LeaveField(FieldNode field)
    {
        if (ReferenceEquals(field, _reported))
        {
            _reported = null;
        }
    }

    /// <summary>Measures the fragments that the selection set reaches, those that spread no others first.</summary>
    private void Measure(SelectionSetNode selectionSet)
    {
        foreach (var fragment in FragmentOrder.DependenciesFirst(Context.Fragments, selectionSet))
        {
            if (!_fragments.ContainsKey(fragment.Name.Value))
            {
                _fragments.Add(fragment.Name.Value, DepthsOf(fragment.SelectionSet));
            }
        }
    }

    private Depths DepthsOf(SelectionSetNode selectionSet)
    {
        var deepest = default(Depths);
        foreach (var selection in selectionSet.Selections)
        {
            deepest = deepest.Max(selection switch
            {
                FieldNode { SelectionSet: { } fieldSet } field => DepthsOf(fieldSet).Below(field.Name.Value),
                FieldNode field => default(Depths).Below(field.Name.Value),
                InlineFragmentNode inline => DepthsOf(inline.SelectionSet),
                FragmentSpreadNode spread => _fragments.GetValueOrDefault(spread.Name.Value),
                _ => default,
            });
        }

        return deepest;
    }

    private readonly record struct Depths(int Lists, int OfTypes)
    {
        public Depths Max(Depths other) => new(Math.Max(Lists, other.Lists), Math.Max(OfTypes, other.OfTypes));

        public Depths Below(string fieldName) => fieldName switch
        {
            "fields" or "inputFields" or "interfaces" or "possibleTypes" => this with { Lists = Lists + 1 },
            "ofType" => this with { OfTypes = OfTypes + 1 },
            _ => this,
        };
    }
}
