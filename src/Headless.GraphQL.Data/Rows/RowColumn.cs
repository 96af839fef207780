using System.Buffers;
using System.Runtime.CompilerServices;

namespace Headless.GraphQL.Data.Rows;

/// <summary>The values of one column of a statement's rows, in an array from a pool.</summary>
internal abstract class RowColumn : IDisposable
{
    /// <summary>An empty column of the same type.</summary>
    public abstract RowColumn CreateEmpty();

    /// <summary>The value of a row as an object.</summary>
    public abstract object? Read(int row);

    /// <summary>Gives the array back; the column is empty again.</summary>
    public abstract void Dispose();

    public static RowColumn Create(Type type) => (RowColumn)Activator.CreateInstance(typeof(RowColumn<>).MakeGenericType(type))!;
}

/// <inheritdoc />
internal sealed class RowColumn<T> : RowColumn
{
    private const int InitialRows = 32;

    private T[] _values = [];

    public T this[int row] => _values[row];

    public override RowColumn CreateEmpty() => new RowColumn<T>();

    public override object? Read(int row) => _values[row];

    public void Set(int row, T value)
    {
        if (row >= _values.Length)
        {
            Grow(row);
        }

        _values[row] = value;
    }

    public override void Dispose()
    {
        var values = _values;
        _values = [];
        Return(values);
    }

    private void Grow(int row)
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(InitialRows, _values.Length * 2));
        _values.AsSpan(0, row).CopyTo(larger);
        Return(_values);
        _values = larger;
    }

    private static void Return(T[] values)
    {
        if (values.Length > 0)
        {
            ArrayPool<T>.Shared.Return(values, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        }
    }
}
