using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.Rules;

/// <summary>Arguments of non-null types without a default are given (specification section 5.4.3).</summary>
internal sealed class ProvidedRequiredArgumentsRule(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveField(FieldNode field)
    {
        if (Context.Field is not { } definition)
        {
            return;
        }

        foreach (var argument in Missing(definition.Arguments, field.Arguments))
        {
            Report($"Argument \"{definition.Coordinate()}({argument.Name}:)\" of type \"{argument.Type}\" is required, but it was not provided.", field);
        }
    }

    public override void LeaveDirective(DirectiveNode directive)
    {
        if (Context.Directive is not { } definition)
        {
            return;
        }

        foreach (var argument in Missing(definition.Arguments, directive.Arguments))
        {
            Report($"Argument \"{definition}({argument.Name}:)\" of type \"{argument.Type}\" is required, but it was not provided.", directive);
        }
    }

    private static IEnumerable<InputField> Missing(FieldCollection<InputField> defined, IReadOnlyList<ArgumentNode> given)
        => defined.Where(argument => argument.IsRequired && given.All(a => a.Name.Value != argument.Name));
}
