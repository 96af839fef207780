using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.Rules;

/// <summary>An operation without a name is the only operation of its document (specification section 5.2.3.1).</summary>
internal sealed class LoneAnonymousOperationRule(ValidationContext context) : ValidationRule(context)
{
    private int _operationCount;

    public override void EnterDocument(DocumentNode document)
        => _operationCount = document.Definitions.Count(static d => d is OperationDefinitionNode);

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is null && _operationCount > 1)
        {
            Report("This anonymous operation must be the only defined operation.", operation);
        }
    }
}
