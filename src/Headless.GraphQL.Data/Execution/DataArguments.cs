using System.Collections.Concurrent;
using Headless.GraphQL.Data.Filtering;
using Headless.GraphQL.Data.Paging;
using Headless.GraphQL.Data.Sorting;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Execution;

/// <summary>The checked arguments of one execution of a field: the same for all its parents.</summary>
internal sealed class DataArguments
{
    private const int MaxPrepared = 64;

    private readonly FilterLimits _limits;
    private readonly ConcurrentDictionary<(OrderedSource, StatementKind), PreparedStatement<object>>? _prepared;

    private DataArguments(FilterLimits limits, bool isConstant)
    {
        _limits = limits;
        _prepared = isConstant ? [] : null;
    }

    public InputObjectValue? Filter { get; private init; }

    public IReadOnlyList<RequestedKey> Order { get; private init; } = [];

    /// <summary>What is filtered and sorted by.</summary>
    public IReadOnlyList<DataCondition> Conditions { get; private init; } = [];

    /// <summary>The page asked for; null where the field is not paged.</summary>
    public PageRequest? Page { get; private init; }

    /// <summary>Whether no variable is among the arguments: these can be used for every execution of the plan.</summary>
    public bool IsConstant => _prepared is not null;

    /// <exception cref="GraphQLException">An argument breaks a limit or says something invalid.</exception>
    public static DataArguments Read(FieldStepContext context, FieldDataOptions options)
        => new(new FilterLimits(options.Limits.MaxFilterDepth, options.Limits.MaxFilterNodes, options.Limits.MaxFilterListItems), context.Field.ConstantArguments is not null)
        {
            Filter = options.IsFiltered ? context.ArgumentValue("where") as InputObjectValue : null,
            Order = options.IsSorted ? SortReader.Read(context.ArgumentValue("order")) : [],
            Conditions = ConditionReader.Read(
                options.IsFiltered ? context.ArgumentValue("where") : null, options.IsSorted ? context.ArgumentValue("order") : null),
            Page = options.Paging is null ? null
                : options.IsPagedByOffset ? PageRequest.ReadSegment(context, options.Paging)
                : PageRequest.ReadPage(context, options.Paging),
        };

    /// <summary>The statement of constant arguments, where an earlier execution has found it.</summary>
    public PreparedStatement<object>? FindPrepared(OrderedSource source, StatementKind kind)
        => _prepared is not null && _prepared.TryGetValue((source, kind), out var found) ? found : null;

    /// <summary>Remembers the statement of constant arguments, unless there are too many: a resolver may answer another query each time.</summary>
    public void Keep(OrderedSource source, StatementKind kind, PreparedStatement<object> statement)
    {
        if (_prepared is { Count: < MaxPrepared })
        {
            _prepared.TryAdd((source, kind), statement);
        }
    }

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
