using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.Rules;

/// <summary>Every variable of an operation has a name of its own (specification section 5.8.1).</summary>
internal sealed class UniqueVariableNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.VariableDefinitions.Count < 2)
        {
            return;
        }

        foreach (var group in operation.VariableDefinitions.GroupBy(static v => v.Variable.Name.Value, StringComparer.Ordinal))
        {
            if (group.Skip(1).Any())
            {
                Report($"There can be only one variable named \"${group.Key}\".", group.Select(static v => v.Variable.Name));
            }
        }
    }
}
