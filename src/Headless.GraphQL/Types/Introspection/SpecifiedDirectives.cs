using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>The directives that every schema has (specification section 3.13).</summary>
public static class SpecifiedDirectives
{
    /// <summary>The reason of a <c>@deprecated</c> that gives none (specification section 3.13.3).</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    /// <summary><c>@include(if:)</c> (specification section 3.13.2).</summary>
    public static DirectiveType Include { get; } = Create(
        "include",
        DirectiveLocations.Field | DirectiveLocations.FragmentSpread | DirectiveLocations.InlineFragment,
        "Directs the executor to include this field or fragment only when the `if` argument is true.",
        new InputField("if", new NonNullType(BuiltInScalars.Boolean)) { Description = "Included when true." });

    /// <summary><c>@skip(if:)</c> (specification section 3.13.1).</summary>
    public static DirectiveType Skip { get; } = Create(
        "skip",
        DirectiveLocations.Field | DirectiveLocations.FragmentSpread | DirectiveLocations.InlineFragment,
        "Directs the executor to skip this field or fragment when the `if` argument is true.",
        new InputField("if", new NonNullType(BuiltInScalars.Boolean)) { Description = "Skipped when true." });

    /// <summary><c>@deprecated(reason:)</c> (specification section 3.13.3).</summary>
    public static DirectiveType Deprecated { get; } = Create(
        "deprecated",
        DirectiveLocations.FieldDefinition | DirectiveLocations.ArgumentDefinition | DirectiveLocations.InputFieldDefinition | DirectiveLocations.EnumValue,
        "Marks an element of a GraphQL schema as no longer supported.",
        new InputField("reason", new NonNullType(BuiltInScalars.String))
        {
            Description = "Explains why this element was deprecated, usually also including a suggestion for how to access supported similar data. Formatted using the Markdown syntax, as specified by [CommonMark](https://commonmark.org/).",
            DefaultValue = new StringValueNode(default, DefaultDeprecationReason, isBlock: false),
        });

    /// <summary><c>@specifiedBy(url:)</c> (specification section 3.13.4).</summary>
    public static DirectiveType SpecifiedBy { get; } = Create(
        "specifiedBy",
        DirectiveLocations.Scalar,
        "Exposes a URL that specifies the behavior of this scalar.",
        new InputField("url", new NonNullType(BuiltInScalars.String)) { Description = "The URL that specifies the behavior of this scalar." });

    /// <summary><c>@oneOf</c> (specification section 3.13.5).</summary>
    public static DirectiveType OneOf { get; } = Create(
        "oneOf",
        DirectiveLocations.InputObject,
        "Indicates exactly one field must be supplied and this field must not be `null`.");

    /// <summary>All of them, in the order in which graphql-js lists them.</summary>
    public static IReadOnlyList<DirectiveType> All { get; } = [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    /// <summary>Whether the name is that of a specified directive.</summary>
    public static bool IsSpecified(string name) => name is "include" or "skip" or "deprecated" or "specifiedBy" or "oneOf";

    private static DirectiveType Create(string name, DirectiveLocations locations, string description, params ReadOnlySpan<InputField> arguments)
    {
        var directive = new DirectiveType(name, locations) { Description = description };
        foreach (var argument in arguments)
        {
            directive.Arguments.Add(argument);
        }

        return directive;
    }
}
