using Headless.GraphQL.Data.Filtering;
using Headless.GraphQL.Data.Paging;
using Headless.GraphQL.Data.Sorting;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Execution;

/// <summary>The checked arguments of one execution of a field: the same for all its parents.</summary>
internal sealed class DataArguments
{
    private readonly FilterLimits _limits;

    private DataArguments(FilterLimits limits) => _limits = limits;

    public InputObjectValue? Filter { get; private init; }

    public IReadOnlyList<RequestedKey> Order { get; private init; } = [];

    /// <summary>The page asked for; null where the field is not paged.</summary>
    public PageRequest? Page { get; private init; }

    /// <exception cref="GraphQLException">An argument breaks a limit or says something invalid.</exception>
    public static DataArguments Read(FieldStepContext context, FieldDataOptions options)
        => new(new FilterLimits(options.Limits.MaxFilterDepth, options.Limits.MaxFilterNodes, options.Limits.MaxFilterListItems))
        {
            Filter = options.IsFiltered ? context.ArgumentValue("where") as InputObjectValue : null,
            Order = options.IsSorted ? SortReader.Read(context.ArgumentValue("order")) : [],
            Page = options.Paging is null ? null : PageRequest.Read(context, options.Paging),
        };

    /// <summary>The shape of a statement: what it is, and the filter's part.</summary>
    public QueryShape CreateShape(StatementKind kind)
    {
        var shape = new QueryShape();
        shape.Token((int)kind);
        if (Filter is not null)
        {
            new FilterReader(shape, _limits).Read(Filter);
        }

        return shape;
    }
}

internal enum StatementKind
{
    List,
    Count,
    Batch,
    BatchCount,
}
