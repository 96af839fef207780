using Headless.GraphQL.Data.Paging;
using Headless.GraphQL.Data.Projection;
using Headless.GraphQL.Execution.Planning;
using Microsoft.EntityFrameworkCore.Query;

namespace Headless.GraphQL.Data.Execution;

/// <summary>One execution of a field over one query: finds the statements for its shape and runs them.</summary>
internal sealed class QueryExecution
{
    private readonly QuerySource _source;
    private readonly OrderedSource _ordered;
    private readonly bool _isPagedInTotalOrder;
    private readonly DataArguments _arguments;
    private readonly FieldDataOptions _options;
    private readonly ElementSelection? _selected;
    private readonly EntityFrameworkSource _database;
    private readonly Dictionary<string, object?> _captured;
    private readonly FieldStepContext _step;

    /// <exception cref="GraphQLException">A cursor is not one of the order.</exception>
    public QueryExecution(
        QuerySource source,
        DataArguments arguments,
        FieldDataOptions options,
        ElementSelection? selected,
        EntityFrameworkSource database,
        Dictionary<string, object?> captured,
        FieldStepContext step)
    {
        _source = source;
        _arguments = arguments;

        // A segment needs no cursor, so the order may be one that no cursor can be in: it is then the resolver's, as it is.
        _isPagedInTotalOrder = arguments.Page is { } page && (page.Skip is null || arguments.Order.Count > 0 || source.HasReadableOrder);
        _ordered = source.GetOrder(arguments.Order, isTotal: _isPagedInTotalOrder);
        _options = options;
        _selected = selected;
        _database = database;
        _captured = captured;
        _step = step;
    }

    /// <summary>Writes the cursor of a row in the order of the list.</summary>
    public Func<object, string> CursorOf(CursorCodec codec)
    {
        var order = _ordered.Order;
        return _ordered.CursorOf ??= row => codec.Encode(order, row);
    }

    private int? Take => _arguments.Page is { } page ? page.Size + 1 : _options.Cardinality switch
    {
        ResultCardinality.First => 1,
        ResultCardinality.Single => 2,
        _ => null,
    };

    private int RowLimit => Take ?? _options.Limits.MaxListLength + 1;

    public ValueTask<IReadOnlyList<object?>> ReadRowsAsync()
    {
        var (statement, shape) = Prepare(StatementKind.List, static (execution, request) => execution.CreateBuilder().BuildList(request));
        return statement.ReadAsync(CreateContext(shape), RowLimit, this);
    }

    public ValueTask<int> ReadCountAsync()
    {
        var (statement, shape) = Prepare(StatementKind.Count, static (execution, request) => execution.CreateBuilder().BuildCount(request));
        return statement.ReadAsync(CreateContext(shape));
    }

    public ValueTask<IReadOnlyList<object?>[]> ReadRowsAsync(IReadOnlyList<object> parents)
    {
        var (statement, shape) = Prepare(
            StatementKind.Batch, static (execution, request) => Translate(() => execution.CreateBuilder().BuildBatch(request)));
        return statement.ReadAsync(CreateContext(shape), parents, RowLimit, this);
    }

    public async ValueTask<int[]> ReadCountsAsync(IReadOnlyList<object> parents)
    {
        var (statement, shape) = Prepare(
            StatementKind.BatchCount, static (execution, request) => Translate(() => execution.CreateBuilder().BuildBatchCount(request)));
        var counts = await statement.ReadAsync(CreateContext(shape), parents, 1, this).ConfigureAwait(false);
        return [.. counts.Select(c => c is [int count] ? count : 0)];
    }

    /// <summary>Finds or builds the statement, with the shape that holds its values. Arguments that are the same each time have it at hand.</summary>
    private PreparedStatement<TStatement> Prepare<TStatement>(StatementKind kind, Func<QueryExecution, StatementRequest, TStatement> build)
        where TStatement : class
    {
        if (_arguments.FindPrepared(_ordered, kind) is { } known)
        {
            return new((TStatement)known.Statement, known.Shape);
        }

        var request = kind is StatementKind.Count or StatementKind.BatchCount ? CreateCountRequest() : CreateRequest();
        var shape = CreateShape(kind, request);
        var statement = (TStatement)(_ordered.FindStatement(shape) ?? _ordered.Keep(shape, build(this, request)));
        _arguments.Keep(_ordered, kind, new PreparedStatement<object>(statement, shape));
        return new(statement, shape);
    }

    /// <summary>A context for a statement that reads what belongs to the rows of another.</summary>
    public QueryContext CreateContext() => _database.CreateQueryContext(_step.RequestAborted);

    /// <summary>Gives something up when the answer is written.</summary>
    public void Own(IDisposable resource) => _step.RegisterForDispose(resource);

    private static BatchStatement Translate(Func<BatchStatement> build)
    {
        try
        {
            return build();
        }
        catch (InvalidOperationException exception)
        {
            throw new QueryNotTranslatedException(exception);
        }
    }

    private StatementBuilder CreateBuilder() => new(_source, _ordered.Order, _selected, _database.Context);

    private StatementRequest CreateCountRequest() => new() { Filter = _arguments.Filter };

    private StatementRequest CreateRequest() => new()
    {
        Filter = _arguments.Filter,
        After = Decode(_arguments.Page?.After),
        Before = Decode(_arguments.Page?.Before),
        IsOrdered = _isPagedInTotalOrder || _arguments.Order.Count > 0,
        IsReversed = _arguments.Page is { IsBackward: true },
        Skip = _arguments.Page is { Skip: > 0 and var skip } ? skip : null,
        Take = Take,
    };

    private QueryShape CreateShape(StatementKind kind, StatementRequest request)
    {
        var shape = _arguments.CreateShape(kind);
        request.ReadValues(shape);
        return shape;
    }

    private object?[]? Decode(string? cursor)
        => cursor is null ? null
            : new CursorCodec(_options.Paging!.CursorSigningKey).TryDecode(cursor, _ordered.Order, out var values) ? values
            : throw DataErrors.InvalidCursor();

    private QueryContext CreateContext(QueryShape shape)
    {
        var context = CreateContext();
        foreach (var (name, value) in _captured)
        {
            context.Parameters[name] = value;
        }

        for (var i = 0; i < shape.Values.Count; i++)
        {
            context.Parameters[QueryParameters.NameOf(i)] = shape.Values[i];
        }

        return context;
    }
}

/// <summary>A statement and the shape that it was built for, with the values of its parameters.</summary>
internal readonly record struct PreparedStatement<TStatement>(TStatement Statement, QueryShape Shape);

/// <summary>The provider has no translation for the query of many parents.</summary>
internal sealed class QueryNotTranslatedException(Exception innerException) : Exception("The query cannot be read for several parents at once.", innerException);
