namespace Headless.GraphQL.Authoring;

/// <summary>The kinds of schema type that a class can configure.</summary>
internal enum ConfiguredKind
{
    Object,
    Interface,
    Union,
    Enum,
    InputObject,
}
