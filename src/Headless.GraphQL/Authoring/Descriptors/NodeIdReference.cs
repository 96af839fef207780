namespace Headless.GraphQL.Authoring;

/// <summary>Whose global ids a value is one of: a type by name or by its CLR type; neither: the declaring type's going out, any type's coming in.</summary>
internal sealed record NodeIdReference(string? TypeName, Type? RuntimeType)
{
    public static NodeIdReference? From(IDAttribute? attribute) => attribute is null ? null : new(attribute.TypeName, attribute.RuntimeType);
}
