using System.Buffers;

namespace Headless.GraphQL.Data.Rows;

/// <summary>The rows of a store, grouped by the parent that they belong to; the order within a group is that of the statement.</summary>
internal sealed class RowGroups : IDisposable
{
    private readonly RowStore _rows;
    private readonly int[] _groupOfParent;
    private readonly int _limit;
    private int[] _starts;
    private int[] _order;

    private RowGroups(RowStore rows, int[] groupOfParent, int[] starts, int[] order, int limit)
    {
        _rows = rows;
        _groupOfParent = groupOfParent;
        _starts = starts;
        _order = order;
        _limit = limit;
    }

    /// <param name="rows">The rows; the groups own the store.</param>
    /// <param name="keys">The column that holds the key of each row's parent.</param>
    /// <param name="groups">The number of each key.</param>
    /// <param name="groupOfParent">The number of each parent's key, from a pool; below zero for a parent without one.</param>
    /// <param name="limit">How many rows of a group are wanted at most.</param>
    public static RowGroups Create<TKey>(RowStore rows, RowColumn<TKey> keys, Dictionary<TKey, int> groups, int[] groupOfParent, int limit)
        where TKey : notnull
    {
        // Counting sort: how many rows each group has, where it begins, and then each row to its place.
        var starts = ArrayPool<int>.Shared.Rent(groups.Count + 2);
        Array.Clear(starts, 0, groups.Count + 2);
        var groupOfRow = ArrayPool<int>.Shared.Rent(Math.Max(rows.Count, 1));
        for (var row = 0; row < rows.Count; row++)
        {
            groupOfRow[row] = groups.TryGetValue(keys[row], out var group) ? group : -1;
            starts[groupOfRow[row] + 2]++;
        }

        starts[1] = 0;
        for (var group = 2; group < groups.Count + 2; group++)
        {
            starts[group] += starts[group - 1];
        }

        var order = ArrayPool<int>.Shared.Rent(Math.Max(rows.Count, 1));
        for (var row = 0; row < rows.Count; row++)
        {
            if (groupOfRow[row] >= 0)
            {
                order[starts[groupOfRow[row] + 1]++] = row;
            }
        }

        ArrayPool<int>.Shared.Return(groupOfRow);

        // Each start has moved to its group's end, which is where the next one begins.
        starts[0] = 0;
        return new RowGroups(rows, groupOfParent, starts, order, limit);
    }

    public RowList GetRows(int parent)
    {
        var group = _groupOfParent[parent];
        return group < 0
            ? new RowList(_rows, null, 0, 0)
            : new RowList(_rows, _order, _starts[group], Math.Min(_starts[group + 1] - _starts[group], _limit));
    }

    public void Dispose()
    {
        _rows.Dispose();
        ArrayPool<int>.Shared.Return(_groupOfParent);
        ArrayPool<int>.Shared.Return(_starts);
        ArrayPool<int>.Shared.Return(_order);
        _starts = _order = [];
    }
}
