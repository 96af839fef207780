namespace Headless.GraphQL.Validation;

/// <summary>What a document may hold and what its errors tell. Immutable; every number is an inclusive maximum.</summary>
public sealed record ValidationOptions
{
    /// <summary>The specification's rules without any limit of ours and with the reference implementation's error count: for build tools and comparisons, not for requests.</summary>
    public static ValidationOptions Unlimited { get; } = new()
    {
        MaxErrors = 101,
        ShowSuggestions = true,
        MaxSelectionDepth = int.MaxValue,
        MaxExpandedFields = int.MaxValue,
        MaxAliases = int.MaxValue,
        MaxDuplicateResponseNames = int.MaxValue,
        MaxDirectives = int.MaxValue,
        MaxDirectivesPerLocation = int.MaxValue,
        MaxOfTypeDepth = int.MaxValue,
    };

    /// <summary>How many errors are answered. Where there would be more, validation stops and the last one says so.</summary>
    public int MaxErrors { get; init; } = 5;

    /// <summary>Whether messages propose names of the schema that resemble an unknown one. That tells a caller about a schema that introspection may hide.</summary>
    public bool ShowSuggestions { get; init; }

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be selected.</summary>
    public bool AllowIntrospection { get; init; } = true;

    /// <summary>How deep fields may be nested, fragments included; a root field has depth 1. What stands below <c>__schema</c> and <c>__type</c> has limits of its own.</summary>
    public int MaxSelectionDepth { get; init; } = 16;

    /// <summary>How many fields an operation may select once every fragment spread is replaced by its fields.</summary>
    public int MaxExpandedFields { get; init; } = 10_000;

    /// <summary>How many fields with an alias one selection set may have, those of its fragments included, each as often as it is spread.</summary>
    public int MaxAliases { get; init; } = 50;

    /// <summary>How often one response name may occur in one selection set, those of its fragments included, each as often as it is spread.</summary>
    public int MaxDuplicateResponseNames { get; init; } = 100;

    /// <summary>How many directives the operations and fragments of a document may have together.</summary>
    public int MaxDirectives { get; init; } = 50;

    /// <summary>How many directives may stand at one place.</summary>
    public int MaxDirectivesPerLocation { get; init; } = 5;

    /// <summary>How deep <c>fields</c>, <c>inputFields</c>, <c>interfaces</c> and <c>possibleTypes</c> may be nested below <c>__schema</c> or <c>__type</c>.</summary>
    public int MaxIntrospectionListDepth { get; init; } = 2;

    /// <summary>How deep <c>ofType</c> may be nested below <c>__schema</c> or <c>__type</c>.</summary>
    public int MaxOfTypeDepth { get; init; } = 16;
}
