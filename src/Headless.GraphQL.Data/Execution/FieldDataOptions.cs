using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Execution;

/// <summary>What the data attributes on a field ask for. Attached to <see cref="OutputField.Features"/>.</summary>
internal sealed class FieldDataOptions
{
    /// <summary>The resolver as written: it answers the query.</summary>
    public required FieldResolver Resolver { get; init; }

    public required DataOptions Limits { get; init; }

    /// <summary>How the field is paged; null: it is not.</summary>
    public PagingOptions? Paging { get; set; }

    /// <summary>Whether its pages are collection segments instead of connections.</summary>
    public bool IsPagedByOffset { get; set; }

    public bool IsProjected { get; set; }

    public bool IsFiltered { get; set; }

    public bool IsSorted { get; set; }

    public ResultCardinality Cardinality { get; set; }
}

internal enum ResultCardinality
{
    Many,

    /// <summary>The first row, or null.</summary>
    First,

    /// <summary>The only row, or null; two are an error.</summary>
    Single,
}
