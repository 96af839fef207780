using System.Collections;

namespace Headless.GraphQL.Data.Rows;

/// <summary>Some of the rows of a store, in an order of their own.</summary>
/// <param name="rows">The store.</param>
/// <param name="order">The positions of the rows in the store; null: as they were read.</param>
/// <param name="start">Where the list begins in the order.</param>
/// <param name="count">The number of rows.</param>
/// <param name="isReversed">Whether the list runs against the order.</param>
internal sealed class RowList(RowStore rows, int[]? order, int start, int count, bool isReversed = false) : IReadOnlyList<object?>
{
    public int Count => count;

    /// <summary>A row. It may be the same object as the one before, moved on: see <see cref="RowStore.GetRow"/>.</summary>
    public object? this[int index] => rows.GetRow(rows.Layout.Shape, PositionOf(index));

    /// <summary>The first row as an object of its own, which stays where it is; null where the list is empty.</summary>
    public Row? First() => count == 0 ? null : new Row(rows, rows.Layout.Shape, PositionOf(0));

    public RowList Slice(int from, int length)
        => new(rows, order, isReversed ? start + count - from - length : start + from, length, isReversed);

    public RowList Reverse() => new(rows, order, start, count, !isReversed);

    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PositionOf(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)count);
        var position = start + (isReversed ? count - 1 - index : index);
        return order is null ? position : order[position];
    }
}
