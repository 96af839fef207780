namespace Headless.GraphQL;

/// <summary>How a schema is built.</summary>
public sealed class SchemaOptions
{
    /// <summary>The description of the schema itself.</summary>
    public string? Description { get; set; }

    /// <summary>Whether <c>@cost</c> and <c>@listSize</c> are defined and printed.</summary>
    public bool ApplyCostDirectives { get; set; } = true;

    /// <summary>How many ids <c>nodes</c> takes at most; more is the error <c>TOO_MANY_NODES</c>.</summary>
    public int MaxAllowedNodeBatchSize { get; set; } = 50;
}

/// <summary>Names of the mutation conventions.</summary>
public sealed class MutationConventionOptions
{
    public string InputTypeNamePattern { get; set; } = "{MutationName}Input";

    public string InputArgumentName { get; set; } = "input";

    public string PayloadTypeNamePattern { get; set; } = "{MutationName}Payload";

    public string PayloadErrorTypeNamePattern { get; set; } = "{MutationName}Error";

    public string PayloadErrorsFieldName { get; set; } = "errors";

    /// <summary>Whether they hold for mutations without <see cref="UseMutationConventionAttribute"/>, too.</summary>
    public bool ApplyToAllMutations { get; set; }
}
