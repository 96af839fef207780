using System.Collections.Concurrent;
using Headless.GraphQL.Data.Paging;

namespace Headless.GraphQL.Data.Execution;

/// <summary>A query in one order, with its statements by shape. Statements beyond the bound are built each time.</summary>
internal sealed class OrderedSource(KeysetOrder order, int maxStatements)
{
    private readonly ConcurrentDictionary<ShapeKey, object> _statements = new();

    public KeysetOrder Order { get; } = order;

    /// <summary>Writes the cursors of this order.</summary>
    public Func<object, string>? CursorOf { get; set; }

    /// <summary>The statement of a shape; null where it has not been built or was not kept.</summary>
    public object? FindStatement(QueryShape shape) => _statements.GetValueOrDefault(new ShapeKey(shape));

    /// <summary>Keeps a statement that was built, unless there are too many; answers the one to use.</summary>
    public object Keep(QueryShape shape, object statement)
        => _statements.Count < maxStatements ? _statements.GetOrAdd(new ShapeKey(shape).Detach(), statement) : statement;

    /// <summary>Compares shapes by their tokens; borrows the shape until it is detached.</summary>
    private readonly struct ShapeKey : IEquatable<ShapeKey>
    {
        private readonly QueryShape? _shape;
        private readonly int[]? _tokens;
        private readonly int _hash;

        public ShapeKey(QueryShape shape)
        {
            _shape = shape;
            var hash = new HashCode();
            foreach (var token in shape.Tokens)
            {
                hash.Add(token);
            }

            _hash = hash.ToHashCode();
        }

        private ShapeKey(int[] tokens, int hash)
        {
            _tokens = tokens;
            _hash = hash;
        }

        private ReadOnlySpan<int> Tokens => _tokens ?? _shape!.Tokens;

        public ShapeKey Detach() => new(Tokens.ToArray(), _hash);

        public bool Equals(ShapeKey other) => _hash == other._hash && Tokens.SequenceEqual(other.Tokens);

        public override bool Equals(object? obj) => obj is ShapeKey other && Equals(other);

        public override int GetHashCode() => _hash;
    }
}
