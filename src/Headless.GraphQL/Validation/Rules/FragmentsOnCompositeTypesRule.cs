using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.Rules;

/// <summary>A fragment has a type condition on an object, an interface or a union: other types have no fields (specification section 5.5.1.3).</summary>
internal sealed class FragmentsOnCompositeTypesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is { } condition && IsOnOtherType(condition))
        {
            Report($"Fragment cannot condition on non composite type \"{condition}\".", condition);
        }
    }

    public override void EnterFragmentDefinition(FragmentDefinitionNode fragment)
    {
        if (IsOnOtherType(fragment.TypeCondition))
        {
            Report($"Fragment \"{fragment.Name.Value}\" cannot condition on non composite type \"{fragment.TypeCondition}\".", fragment.TypeCondition);
        }
    }

    private bool IsOnOtherType(NamedTypeNode condition)
        => Context.Schema.TryGetType(condition.Name.Value, out var type) && type is not CompositeType;
}
