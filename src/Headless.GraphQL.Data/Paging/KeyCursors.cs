using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Data.Sorting;

namespace Headless.GraphQL.Data.Paging;

/// <summary>
/// The cursors of a connection whose order is that of its elements' key, ascending: what <c>edges { cursor }</c> has, for whoever reads
/// the same rows through another door.
/// </summary>
/// <typeparam name="T">The element.</typeparam>
public sealed class KeyCursors<T>
    where T : class
{
    private readonly KeysetOrder _order;
    private readonly CursorCodec _codec;
    private readonly Func<long, T> _create;

    /// <param name="key">The element's key, a <see cref="long"/>.</param>
    /// <param name="create">An element with a key, and nothing else.</param>
    /// <param name="options">The options of the schema's connections.</param>
    public KeyCursors(Expression<Func<T, long>> key, Func<long, T> create, PagingOptions options)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(options);
        var member = (key.Body as MemberExpression)?.Member as PropertyInfo ?? throw new ArgumentException("The key is a property of the element.", nameof(key));
        _order = new KeysetOrder([new SortKey([member], typeof(T), descending: false, canBeNull: false)], typeof(T), nullsAreHighest: false);
        _codec = new CursorCodec(options.CursorSigningKey);
        _create = create;
    }

    /// <summary>The cursor of the element with a key.</summary>
    public string Encode(long key) => _codec.Encode(_order, _create(key));

    /// <summary>The key of a cursor; false where it is none, or of another list or order.</summary>
    public bool TryDecode(string cursor, out long key)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        key = _codec.TryDecode(cursor, _order, out var values) ? (long)values[0]! : 0;
        return values is not null;
    }
}
