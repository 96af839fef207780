using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.Rules;

/// <summary>Type conditions and variables name types of the schema (specification sections 5.5.1.2 and 5.8.2).</summary>
internal sealed class KnownTypeNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterNamedType(NamedTypeNode type)
    {
        var name = type.Name.Value;
        if (!Context.Schema.TryGetType(name, out _))
        {
            Report($"Unknown type \"{name}\".{Context.DidYouMean(name, Context.Schema.Types.Select(static t => t.Name))}", type);
        }
    }
}
