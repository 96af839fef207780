using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.Rules;

/// <summary>A literal is a value of the type that its place expects (specification section 5.6.1, 5.6.2 and 5.6.4).</summary>
internal sealed class ValuesOfCorrectTypeRule : ValidationRule
{
    private readonly InputLiteralValidator _validator;

    public ValuesOfCorrectTypeRule(ValidationContext context)
        : base(context)
        => _validator = new InputLiteralValidator((message, node, _) => Report(message, node), context.DidYouMean);

    public override void EnterValue(ValueNode value)
    {
        if (Context.InputType is { } type)
        {
            _validator.Validate(value, type);
        }
    }
}
