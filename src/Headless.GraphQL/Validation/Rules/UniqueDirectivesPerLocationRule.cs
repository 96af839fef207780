using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.Rules;

/// <summary>A directive that is not repeatable stands once at each place (specification section 5.7.3).</summary>
internal sealed class UniqueDirectivesPerLocationRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation) => Check(operation.Directives);

    public override void EnterFragmentDefinition(FragmentDefinitionNode fragment) => Check(fragment.Directives);

    public override void EnterVariableDefinition(VariableDefinitionNode variable) => Check(variable.Directives);

    public override void EnterField(FieldNode field) => Check(field.Directives);

    public override void EnterFragmentSpread(FragmentSpreadNode spread) => Check(spread.Directives);

    public override void EnterInlineFragment(InlineFragmentNode fragment) => Check(fragment.Directives);

    private void Check(IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.Count < 2)
        {
            return;
        }

        var seen = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (Context.Schema.TryGetDirective(name, out var type) && !type.IsRepeatable && !seen.TryAdd(name, directive))
            {
                Report($"The directive \"@{name}\" can only be used once at this location.", [seen[name], directive]);
            }
        }
    }
}
