using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.Rules;

/// <summary>An argument is one that its field or directive has (specification section 5.4.1).</summary>
internal sealed class KnownArgumentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterDirective(DirectiveNode directive, DirectiveLocations location)
    {
        if (Context.Directive is not { } type)
        {
            return;
        }

        foreach (var argument in directive.Arguments)
        {
            var name = argument.Name.Value;
            if (!type.Arguments.Contains(name))
            {
                Report($"Unknown argument \"{name}\" on directive \"{type}\".{Context.DidYouMean(name, type.Arguments.Select(static a => a.Name))}", argument);
            }
        }
    }

    public override void EnterFieldArgument(ArgumentNode argument)
    {
        if (Context.Argument is null && Context.Field is { } field)
        {
            var name = argument.Name.Value;
            Report(
                $"Unknown argument \"{name}\" on field \"{field.Coordinate()}\".{Context.DidYouMean(name, field.Arguments.Select(static a => a.Name))}",
                argument);
        }
    }
}
