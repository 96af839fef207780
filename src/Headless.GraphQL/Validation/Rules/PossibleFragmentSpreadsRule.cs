using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.Rules;

/// <summary>A fragment is spread where some object can be of its type (specification section 5.5.2.3).</summary>
internal sealed class PossibleFragmentSpreadsRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (Context.Type is CompositeType type && Context.ParentType is { } parent && !TypeComparison.DoOverlap(Context.Schema, type, parent))
        {
            Report($"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", fragment);
        }
    }

    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        var name = spread.Name.Value;
        if (Context.ParentType is { } parent
            && Context.Fragments.Find(name) is { } fragment
            && Context.Schema.FindType(fragment.TypeCondition) is CompositeType type
            && !TypeComparison.DoOverlap(Context.Schema, type, parent))
        {
            Report($"Fragment \"{name}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", spread);
        }
    }
}
