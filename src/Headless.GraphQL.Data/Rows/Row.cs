using Headless.GraphQL.Execution.Planning;

namespace Headless.GraphQL.Data.Rows;

/// <summary>A row of a <see cref="RowStore"/>, or what is at the end of a to-one relation of it, as the parent of fields.</summary>
internal sealed class Row(RowStore rows, RowShape shape, int index) : ParentView
{
    private int _index = index;
    private object? _object;

    public RowShape Shape { get; } = shape;

    public void MoveTo(int index)
    {
        _index = index;
        _object = null;
    }

    public T Get<T>(int slot) => rows.Column<T>(slot)[_index];

    /// <summary>The value of a key of the order that the row was read in.</summary>
    public object? GetKey(int key) => rows.Column(rows.Layout.KeySlots[key]).Read(_index);

    /// <summary>The value of a property; the statement reads those that resolvers below ask for, and the primary key.</summary>
    public object? Read(string property) => rows.Column(rows.Layout.FindSlot(Shape, property)).Read(_index);

    /// <summary>What is at the end of a to-one relation; null where there is nothing.</summary>
    public Row? Follow(RowRelation relation)
        => rows.IsPresent(relation, _index) ? rows.GetRow(relation.Shape, _index) : null;

    /// <summary>The rows at the end of a to-many relation.</summary>
    public RowList Follow(RowCollection collection) => rows.Children[collection.Index]!.GetRows(_index);

    public override object ToObject() => _object ??= rows.Layout.CreateObject(Shape, rows, _index);
}
