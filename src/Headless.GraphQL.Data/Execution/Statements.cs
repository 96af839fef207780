using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Data.Batching;
using Headless.GraphQL.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Headless.GraphQL.Data.Execution;

/// <summary>A compiled EF Core statement: executed with a query context that carries its parameters, on any context of the same model.</summary>
internal sealed class CompiledQuery<TRow>
{
    private readonly Func<QueryContext, IEnumerable<TRow>>? _synchronous;
    private readonly Func<QueryContext, IAsyncEnumerable<TRow>>? _asynchronous;

    public CompiledQuery(DbContext context, Expression query, bool synchronous)
    {
        var database = context.GetService<IDatabase>();
        if (synchronous)
        {
            _synchronous = database.CompileQuery<IEnumerable<TRow>>(query, async: false);
        }
        else
        {
            _asynchronous = database.CompileQuery<IAsyncEnumerable<TRow>>(query, async: true);
        }
    }

    /// <summary>Hands each row to the receiver until it wants no more.</summary>
    public async ValueTask ReadAsync(QueryContext context, Func<TRow, bool> receive)
    {
        if (_synchronous is not null)
        {
            foreach (var row in _synchronous(context))
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                if (!receive(row))
                {
                    return;
                }
            }

            return;
        }

        await foreach (var row in _asynchronous!(context).WithCancellation(context.CancellationToken).ConfigureAwait(false))
        {
            if (!receive(row))
            {
                return;
            }
        }
    }
}

/// <summary>Reading into a <see cref="RowStore"/>.</summary>
internal static class RowReading
{
    /// <summary>Reads at most the given number of rows, or all.</summary>
    public static ValueTask ReadRowsAsync(this CompiledQuery<RowStore> query, QueryContext context, RowStore rows, int limit = int.MaxValue)
    {
        context.Parameters[RowLayout.RowsParameter] = rows;
        return query.ReadAsync(context, read => read.Count < limit);
    }
}

/// <summary>A statement that answers the rows of one list.</summary>
internal abstract class ListStatement
{
    public static ListStatement Create(Type rowType, DbContext context, Expression query, bool synchronous)
        => (ListStatement)Activator.CreateInstance(
            typeof(ListStatement<>).MakeGenericType(rowType), BindingFlags.DoNotWrapExceptions, null, [context, query, synchronous], null)!;

    /// <summary>Reads at most the given number of rows.</summary>
    public abstract ValueTask<IReadOnlyList<object?>> ReadAsync(QueryContext context, int limit, QueryExecution execution);
}

/// <summary>Reads rows into columns.</summary>
internal sealed class RowListStatement(RowLayout layout, DbContext context, Expression query, bool synchronous) : ListStatement
{
    private readonly CompiledQuery<RowStore> _query = new(context, query, synchronous);

    public override async ValueTask<IReadOnlyList<object?>> ReadAsync(QueryContext context, int limit, QueryExecution execution)
    {
        var rows = new RowStore(layout);
        await _query.ReadRowsAsync(context, rows, limit).ConfigureAwait(false);
        await rows.ReadCollectionsAsync(execution).ConfigureAwait(false);
        execution.Own(rows);
        return new RowList(rows, null, 0, rows.Count);
    }
}

/// <summary>Reads entities.</summary>
internal sealed class ListStatement<TRow>(DbContext context, Expression query, bool synchronous) : ListStatement
{
    private readonly CompiledQuery<TRow> _query = new(context, query, synchronous);

    public override async ValueTask<IReadOnlyList<object?>> ReadAsync(QueryContext context, int limit, QueryExecution execution)
    {
        var rows = new List<object?>();
        await _query.ReadAsync(
            context,
            row =>
            {
                rows.Add(row);
                return rows.Count < limit;
            }).ConfigureAwait(false);
        return rows;
    }
}

/// <summary>A statement that answers one number.</summary>
internal sealed class CountStatement
{
    private readonly Func<QueryContext, int>? _synchronous;
    private readonly Func<QueryContext, Task<int>>? _asynchronous;

    public CountStatement(DbContext context, Expression query, bool synchronous)
    {
        var database = context.GetService<IDatabase>();
        if (synchronous)
        {
            _synchronous = database.CompileQuery<int>(query, async: false);
        }
        else
        {
            _asynchronous = database.CompileQuery<Task<int>>(query, async: true);
        }
    }

    public ValueTask<int> ReadAsync(QueryContext context)
        => _synchronous is not null ? new ValueTask<int>(_synchronous(context)) : new ValueTask<int>(_asynchronous!(context));
}

/// <summary>A statement that answers the rows of many parents, each with its parent's key.</summary>
internal abstract class BatchStatement
{
    /// <summary>The parameter that holds the list of keys.</summary>
    public const string KeysParameter = "parentKeys";

    public static BatchStatement Create(
        Type keyType, Type memberType, Type rowType, DbContext context, Expression query, bool synchronous, Func<object, object?> parentKey)
        => (BatchStatement)Activator.CreateInstance(
            typeof(BatchStatement<,,>).MakeGenericType(keyType, memberType, rowType), BindingFlags.DoNotWrapExceptions, null,
            [context, query, synchronous, parentKey], null)!;

    /// <summary>Reads the rows of each parent, at most the given number of each; the result is aligned with the parents.</summary>
    public abstract ValueTask<IReadOnlyList<object?>[]> ReadAsync(
        QueryContext context, IReadOnlyList<object> parents, int limit, QueryExecution execution);

    /// <summary>As <see cref="Create"/>, with rows that are read into columns.</summary>
    public static BatchStatement CreateForRows(
        Type keyType, Type memberType, RowLayout layout, DbContext context, Expression query, bool synchronous, Func<object, object?> parentKey)
        => (BatchStatement)Activator.CreateInstance(
            typeof(RowBatchStatement<,>).MakeGenericType(keyType, memberType), BindingFlags.DoNotWrapExceptions, null,
            [layout, context, query, synchronous, parentKey], null)!;
}

/// <summary>Reads the rows of many parents into columns.</summary>
internal sealed class RowBatchStatement<TKey, TMember>(
    RowLayout layout, DbContext context, Expression query, bool synchronous, Func<object, object?> parentKey)
    : BatchStatement
    where TKey : notnull
{
    private readonly CompiledQuery<RowStore> _query = new(context, query, synchronous);

    public override async ValueTask<IReadOnlyList<object?>[]> ReadAsync(
        QueryContext context, IReadOnlyList<object> parents, int limit, QueryExecution execution)
    {
        var keys = new ParentKeys<TKey, TMember>(parents.Count);
        for (var i = 0; i < parents.Count; i++)
        {
            keys.AddObject(i, parentKey(parents[i]));
        }

        var rows = new RowStore(layout);
        if (keys.Count > 0)
        {
            context.Parameters[KeysParameter] = keys.Values;
            await _query.ReadRowsAsync(context, rows).ConfigureAwait(false);
            await rows.ReadCollectionsAsync(execution).ConfigureAwait(false);
        }

        var groups = keys.Group(rows, limit);
        execution.Own(groups);
        var results = new IReadOnlyList<object?>[parents.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = groups.GetRows(i);
        }

        return results;
    }
}

/// <summary>Reads entities, or anything else that the statement answers for each parent.</summary>
internal sealed class BatchStatement<TKey, TMember, TRow>(DbContext context, Expression query, bool synchronous, Func<object, object?> parentKey)
    : BatchStatement
    where TKey : notnull
{
    private readonly CompiledQuery<KeyedRow<TKey, TRow>> _query = new(context, query, synchronous);

    public override async ValueTask<IReadOnlyList<object?>[]> ReadAsync(
        QueryContext context, IReadOnlyList<object> parents, int limit, QueryExecution execution)
    {
        var byKey = new Dictionary<TKey, List<object?>>(parents.Count);
        var keys = new List<TMember>(parents.Count);
        var results = new IReadOnlyList<object?>[parents.Count];
        for (var i = 0; i < parents.Count; i++)
        {
            if (parentKey(parents[i]) is not TKey key)
            {
                results[i] = [];
                continue;
            }

            if (!byKey.TryGetValue(key, out var rows))
            {
                byKey[key] = rows = [];
                keys.Add((TMember)(object)key);
            }

            results[i] = rows;
        }

        if (keys.Count > 0)
        {
            context.Parameters[KeysParameter] = keys;
            await _query.ReadAsync(
                context,
                keyed =>
                {
                    if (byKey.TryGetValue(keyed.Key, out var rows) && rows.Count < limit)
                    {
                        rows.Add(keyed.Row);
                    }

                    return true;
                }).ConfigureAwait(false);
        }

        return results;
    }
}
