using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.Rules;

/// <summary>A directive is one that the schema has, at a place where it may stand (specification sections 5.7.1 and 5.7.2).</summary>
internal sealed class KnownDirectivesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterDirective(DirectiveNode directive, DirectiveLocations location)
    {
        if (Context.Directive is not { } type)
        {
            Report($"Unknown directive \"@{directive.Name.Value}\".", directive);
        }
        else if ((type.Locations & location) == 0)
        {
            Report($"Directive \"{type}\" may not be used on {DirectiveLocationNames.NameOf(location)}.", directive);
        }
    }
}
