using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using Headless.GraphQL.Data.Batching;
using Headless.GraphQL.Data.InputTypes;
using Headless.GraphQL.Data.Paging;
using Headless.GraphQL.Data.Projection;
using Headless.GraphQL.Data.Rows;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Headless.GraphQL.Data.Execution;

/// <summary>Plans fields whose resolver answers a query: attached to them as their planner.</summary>
internal sealed class QueryablePlanner(FieldDataOptions options) : IFieldPlanner
{
    public IFieldStep CreateStep(FieldPlan @field) => new QueryableStep(@field, options);
}

/// <summary>
/// Carries out one selection of a field whose resolver answers an <see cref="IQueryable{T}"/>: one statement for the rows and, where it
/// is selected, one for the total, for all parents of the level. Queries and statements are taken apart once and kept.
/// </summary>
internal sealed class QueryableStep : IFieldStep
{
    private const int MaxSources = 64;
    private static readonly ConcurrentDictionary<Type, ParameterExpression> ParentMarkers = new();

    private readonly FieldPlan _field;
    private readonly FieldDataOptions _options;
    private readonly PageSelection? _page;
    private readonly ElementSelection? _selected;
    private readonly CursorCodec? _cursors;
    private readonly bool _oneQueryStandsForAll;
    private readonly ConcurrentDictionary<QuerySourceKey, QuerySource> _sources = new();
    private DataArguments? _constantArguments;
    private int _hasWarned;

    public QueryableStep(FieldPlan @field, FieldDataOptions options)
    {
        _field = @field;
        _options = options;
        if (options.Paging is not null)
        {
            _page = new PageSelection(@field);
            _cursors = options.IsPagedByOffset ? null : new CursorCodec(options.Paging.CursorSigningKey);
        }

        _oneQueryStandsForAll = ParentCaptureProof.Holds(@field.Field.Member);
        _selected = options.IsProjected ? _page?.ReadElements() ?? new ElementSelection([.. @field.SelectionSets], hasCursors: false) : null;
    }

    public async ValueTask ExecuteAsync(FieldStepContext context)
    {
        var arguments = _constantArguments ?? DataArguments.Read(context, _options);
        _constantArguments ??= arguments.IsConstant ? arguments : null;
        if (arguments.Conditions.Count > 0 && context.Services.GetService<IDataConditionGuard>() is { } guard)
        {
            guard.Check(context.Services, arguments.Conditions);
        }

        var batches = context.Count == 1 ? null : new List<Batch>();
        var resolved = _oneQueryStandsForAll ? 1 : context.Count;
        for (var i = 0; i < resolved; i++)
        {
            try
            {
                var result = await _options.Resolver(context.GetResolverContext(i)).ConfigureAwait(false);
                if (result is not IQueryable query || !EntityFrameworkSource.TryCreate(query, out var database))
                {
                    resolved = context.Count;
                    context.SetResult(i, InMemory(result, arguments));
                }
                else if (batches is null)
                {
                    context.SetResult(i, await ReadListAsync(context, arguments, query, database).ConfigureAwait(false));
                }
                else
                {
                    Collect(batches, i, context.GetParent(i), query, database);
                    for (var other = resolved; other < context.Count; other++)
                    {
                        batches[0].Add(other, context.GetParent(other));
                    }
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
            {
                resolved = context.Count;
                context.SetError(i, exception);
            }
        }

        foreach (var batch in batches ?? [])
        {
            await ExecuteBatchAsync(context, arguments, batch).ConfigureAwait(false);
        }
    }

    private object? InMemory(object? result, DataArguments arguments) => result switch
    {
        null => null,
        IEnumerable items and not string => new InMemoryList(items, arguments, _options).Read(),
        _ => result,
    };

    private static void Collect(List<Batch> batches, int index, object? parent, IQueryable query, EntityFrameworkSource database)
    {
        var expression = query.Expression;
        ParameterExpression? marker = null;
        if ((parent is Row row ? row.ToObject() : parent) is { } parentObject)
        {
            var candidate = ParentMarkers.GetOrAdd(parentObject.GetType(), static type => Expression.Parameter(type, "parent"));
            var extractor = new ParentExtractor(parentObject, candidate);
            expression = extractor.Visit(expression);
            marker = extractor.HasFound ? candidate : null;
        }

        var key = new QuerySourceKey(database.Model, database.Parameterize(expression, out var captured));
        foreach (var batch in batches)
        {
            if (batch.Accepts(key, captured))
            {
                batch.Add(index, parent);
                return;
            }
        }

        var created = new Batch(key, captured, marker, query, database);
        created.Add(index, parent);
        batches.Add(created);
    }

    private async ValueTask ExecuteBatchAsync(FieldStepContext context, DataArguments arguments, Batch batch)
    {
        try
        {
            var source = GetSource(batch.Key, batch.Query.ElementType, batch.Marker, batch.Database);
            if (batch.Marker is null)
            {
                var shared = await ReadListAsync(context, arguments, batch.Query, batch.Database).ConfigureAwait(false);
                batch.Indexes.ForEach(i => context.SetResult(i, shared));
            }
            else if (batch.Indexes.Count == 1 || !CanBatch(source, arguments)
                || !await TryReadBatchAsync(context, arguments, batch, source).ConfigureAwait(false))
            {
                await ReadOneByOneAsync(context, arguments, batch).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
        {
            batch.Indexes.ForEach(i => context.SetError(i, exception));
        }
    }

    private bool CanBatch(QuerySource source, DataArguments arguments)
        => arguments.Page is not null || _options.Cardinality != ResultCardinality.Many ? source.CanBatchPages : source.CanBatch;

    private async ValueTask ReadOneByOneAsync(FieldStepContext context, DataArguments arguments, Batch batch)
    {
        if (batch.Indexes.Count > 1 && Interlocked.Exchange(ref _hasWarned, 1) == 0)
        {
            context.Services.GetService<ILoggerFactory>()?.CreateLogger<QueryableStep>().LogWarning(
                "The query of {Coordinate} cannot be read for several parents at once: it costs a statement for each of them.",
                $"{_field.Field.DeclaringType?.Name}.{_field.Field.Name}");
        }

        for (var i = 0; i < batch.Indexes.Count; i++)
        {
            try
            {
                var query = i == 0 ? batch.Query : await _options.Resolver(context.GetResolverContext(batch.Indexes[i])).ConfigureAwait(false);
                var result = await ReadListAsync(context, arguments, (IQueryable)query!, batch.Database).ConfigureAwait(false);
                context.SetResult(batch.Indexes[i], result);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
            {
                context.SetError(batch.Indexes[i], exception);
            }
        }
    }

    private async ValueTask<object?> ReadListAsync(FieldStepContext context, DataArguments arguments, IQueryable query, EntityFrameworkSource database)
    {
        var key = new QuerySourceKey(database.Model, database.Parameterize(query.Expression, out var captured));
        var source = GetSource(key, query.ElementType, null, database);
        var execution = new QueryExecution(source, arguments, _options, _selected, database, captured, context);
        if (_page is null)
        {
            return ToResult(await execution.ReadRowsAsync().ConfigureAwait(false));
        }

        var needsTotal = _page.NeedsTotal(context);
        var page = _page.NeedsRows(context) ? Page.Of(await execution.ReadRowsAsync().ConfigureAwait(false), arguments.Page!.Value) : Page.Empty;
        int? total = !needsTotal ? null : page.Total ?? await execution.ReadCountAsync().ConfigureAwait(false);
        return CreateResult(page, total, execution);
    }

    private async ValueTask<bool> TryReadBatchAsync(FieldStepContext context, DataArguments arguments, Batch batch, QuerySource source)
    {
        try
        {
            await ReadBatchAsync(context, arguments, batch, source).ConfigureAwait(false);
            return true;
        }
        catch (QueryNotTranslatedException)
        {
            source.GiveUpBatching();
            return false;
        }
    }

    private async ValueTask ReadBatchAsync(FieldStepContext context, DataArguments arguments, Batch batch, QuerySource source)
    {
        var execution = new QueryExecution(source, arguments, _options, _selected, batch.Database, batch.Captured, context);
        if (_page is null)
        {
            var lists = await execution.ReadRowsAsync(batch.Parents).ConfigureAwait(false);
            for (var i = 0; i < lists.Length; i++)
            {
                SetList(context, batch.Indexes[i], lists[i]);
            }

            return;
        }

        var pages = new Page[batch.Indexes.Count];
        Array.Fill(pages, Page.Empty);
        if (_page.NeedsRows(context))
        {
            var lists = await execution.ReadRowsAsync(batch.Parents).ConfigureAwait(false);
            pages = [.. lists.Select(rows => Page.Of(rows, arguments.Page!.Value))];
        }

        var totals = _page.NeedsTotal(context) && !Array.TrueForAll(pages, p => p.Total is not null)
            ? await execution.ReadCountsAsync(batch.Parents).ConfigureAwait(false)
            : null;
        for (var i = 0; i < pages.Length; i++)
        {
            context.SetResult(batch.Indexes[i], CreateResult(pages[i], totals?[i] ?? pages[i].Total, execution));
        }
    }

    private void SetList(FieldStepContext context, int index, IReadOnlyList<object?> rows)
    {
        try
        {
            // Parents with the same key share a list: each gets its own.
            context.SetResult(index, ToResult(rows));
        }
        catch (GraphQLException exception)
        {
            context.SetError(index, exception);
        }
    }

    private object? ToResult(IReadOnlyList<object?> rows) => _options.Cardinality switch
    {
        ResultCardinality.First => First(rows),
        ResultCardinality.Single when rows.Count > 1 => throw DataErrors.Create("There is more than one element.", DataErrors.NotSingle),
        ResultCardinality.Single => First(rows),
        _ when rows.Count > _options.Limits.MaxListLength => throw DataErrors.Create(
            $"The list has more than {_options.Limits.MaxListLength} elements.", DataErrors.ListTooLong),
        _ => rows,
    };

    private static object? First(IReadOnlyList<object?> rows) => rows is RowList list ? list.First() : rows.Count == 0 ? null : rows[0];

    private object CreateResult(Page page, int? total, QueryExecution execution)
        => _cursors is null
            ? CollectionSegment.Of(page, total)
            : new QueryConnection(page.Rows, page.HasNext, page.HasPrevious, total, execution.CursorOf(_cursors));

    private QuerySource GetSource(QuerySourceKey key, Type elementType, ParameterExpression? marker, EntityFrameworkSource database)
    {
        if (_sources.TryGetValue(key, out var source))
        {
            return source;
        }

        source = new QuerySource(key.Model, key.Query, elementType, marker, DatabaseTraits.Of(database.Context), _options.Limits.MaxStatementsPerField);
        return _sources.Count < MaxSources ? _sources.GetOrAdd(key, source) : source;
    }

    /// <summary>Parents whose queries differ in nothing but the parent.</summary>
    private sealed class Batch(
        QuerySourceKey key, Dictionary<string, object?> captured, ParameterExpression? marker, IQueryable query, EntityFrameworkSource database)
    {
        public QuerySourceKey Key { get; } = key;

        public Dictionary<string, object?> Captured { get; } = captured;

        public ParameterExpression? Marker { get; } = marker;

        /// <summary>The query of the first parent.</summary>
        public IQueryable Query { get; } = query;

        public EntityFrameworkSource Database { get; } = database;

        public List<int> Indexes { get; } = [];

        public List<object> Parents { get; } = [];

        public bool Accepts(QuerySourceKey key, Dictionary<string, object?> captured)
            => captured.Count == Captured.Count
                && Captured.All(c => captured.TryGetValue(c.Key, out var value) && Equals(c.Value, value))
                && Key.Equals(key);

        public void Add(int index, object? parent)
        {
            Indexes.Add(index);
            Parents.Add(parent!);
        }
    }
}
