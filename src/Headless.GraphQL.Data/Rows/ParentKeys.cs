using System.Buffers;

namespace Headless.GraphQL.Data.Rows;

/// <summary>The distinct keys of parents whose lists are read together.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TMember">The type of the column that they are compared with: nullable where it is.</typeparam>
internal sealed class ParentKeys<TKey, TMember>(int parents)
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _groups = new(parents);
    private readonly int[] _groupOfParent = ArrayPool<int>.Shared.Rent(Math.Max(parents, 1));

    public int Count => Values.Count;

    /// <summary>The keys as the parameter of the statement.</summary>
    public List<TMember> Values { get; } = new(parents);

    /// <summary>Notes the key of a parent; null: it has none, so its list is empty.</summary>
    public void AddObject(int parent, object? key)
    {
        if (key is TKey value)
        {
            Add(parent, value);
        }
        else
        {
            _groupOfParent[parent] = -1;
        }
    }

    /// <inheritdoc cref="AddObject" />
    public void Add(int parent, TKey? key)
    {
        if (key is null)
        {
            _groupOfParent[parent] = -1;
            return;
        }

        if (!_groups.TryGetValue(key, out var group))
        {
            _groups.Add(key, group = _groups.Count);
            Values.Add((TMember)(object)key);
        }

        _groupOfParent[parent] = group;
    }

    /// <summary>The rows that were read, by parent.</summary>
    public RowGroups Group(RowStore rows, int limit)
        => RowGroups.Create(rows, rows.Column<TKey>(rows.Layout.ParentKeySlot), _groups, _groupOfParent, limit);
}
