using System.Reflection;
using Headless.GraphQL.Data.Execution;

namespace Headless.GraphQL.Data.Rows;

/// <summary>
/// The rows that a statement has answered, by column, without an object for each. EF Core's own shaper fills it: it reads the columns
/// that a <see cref="RowLayout"/> projects to, with its converters, and hands each value to <see cref="Set"/>.
/// </summary>
internal sealed class RowStore : IDisposable
{
    public static readonly MethodInfo NextMethod = typeof(RowStore).GetMethod(nameof(Next))!;
    public static readonly MethodInfo SetMethod = typeof(RowStore).GetMethod(nameof(Set))!;
    public static readonly MethodInfo SetOrDefaultMethod = typeof(RowStore).GetMethod(nameof(SetOrDefault))!;

    private readonly RowColumn?[] _columns;
    private readonly Row?[] _cursors;

    public RowStore(RowLayout layout)
    {
        Layout = layout;
        _columns = layout.CreateColumns();
        _cursors = new Row?[layout.Shape.Slots.Nodes];
        Children = layout.Collections.Count == 0 ? [] : new RowGroups?[layout.Collections.Count];
    }

    public RowLayout Layout { get; }

    public int Count { get; private set; }

    /// <summary>The rows of the to-many relations that were read for these rows, by <see cref="RowCollection.Index"/>.</summary>
    public RowGroups?[] Children { get; }

    /// <summary>Begins the next row.</summary>
    public static RowStore Next(RowStore rows)
    {
        rows.Count++;
        return rows;
    }

    /// <summary>Sets a column of the row that was begun last.</summary>
    public static RowStore Set<T>(RowStore rows, int slot, T value)
    {
        rows.Column<T>(slot).Set(rows.Count - 1, value);
        return rows;
    }

    /// <summary>As <see cref="Set"/>, for a value behind a relation that may be missing.</summary>
    public static RowStore SetOrDefault<T>(RowStore rows, int slot, T? value)
        where T : struct
        => Set(rows, slot, value.GetValueOrDefault());

    public RowColumn<T> Column<T>(int slot) => (RowColumn<T>)_columns[slot]!;

    public RowColumn Column(int slot) => _columns[slot]!;

    /// <summary>Whether there is something at the end of a row's to-one relation; a relation that is always there has no column for it.</summary>
    public bool IsPresent(RowRelation relation, int row) => _columns[relation.PresenceSlot] is not RowColumn<bool> presence || presence[row];

    /// <summary>Reads the to-many relations of the rows: a statement for each.</summary>
    public async ValueTask ReadCollectionsAsync(QueryExecution execution)
    {
        foreach (var collection in Layout.Collections)
        {
            await collection.ReadAsync(this, execution).ConfigureAwait(false);
        }
    }

    /// <summary>The element of a row, or what is at the end of a to-one relation of it.</summary>
    /// <remarks>
    /// Where nothing is resolved below it, one object stands for all rows, one after the other: rows are then written in order, and no
    /// two at a time. Parents of resolvers and steps are objects of their own.
    /// </remarks>
    public Row GetRow(RowShape shape, int index)
    {
        if (shape.IsParent)
        {
            return new Row(this, shape, index);
        }

        var cursor = _cursors[shape.Node] ??= new Row(this, shape, index);
        cursor.MoveTo(index);
        return cursor;
    }

    public void Dispose()
    {
        foreach (var column in _columns)
        {
            column?.Dispose();
        }

        foreach (var children in Children)
        {
            children?.Dispose();
        }
    }
}
