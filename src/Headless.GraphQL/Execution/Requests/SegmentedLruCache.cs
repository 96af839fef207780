using System.Diagnostics.CodeAnalysis;

namespace Headless.GraphQL.Execution;

/// <summary>
/// A cache bounded by the number and the weight of its entries, in two segments: a new entry is on probation and becomes
/// protected when it is used again. Whoever floods the cache with things that are used once only evicts those on probation.
/// </summary>
internal sealed class SegmentedLruCache<TKey, TValue>
    where TKey : notnull
    where TValue : class
{
    private const double ProtectedShare = 0.8;

    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _entries;
    private readonly Segment _probation = new();
    private readonly Segment _protected = new();
    private readonly int _maxEntries;
    private readonly long _maxWeight;

    public SegmentedLruCache(int maxEntries, long maxWeight, IEqualityComparer<TKey>? comparer = null)
    {
        _maxEntries = maxEntries;
        _maxWeight = maxWeight;
        _entries = new Dictionary<TKey, LinkedListNode<Entry>>(comparer);
    }

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    public long Weight
    {
        get
        {
            lock (_lock)
            {
                return _probation.Weight + _protected.Weight;
            }
        }
    }

    public bool TryGet(TKey key, [NotNullWhen(true)] out TValue? value)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var node))
            {
                value = null;
                return false;
            }

            Promote(node);
            value = node.Value.Value;
            return true;
        }
    }

    /// <summary>As <see cref="TryGet(TKey, out TValue)"/> with another form of the key, which the comparer knows.</summary>
    public bool TryGet<TAlternate>(TAlternate key, [NotNullWhen(true)] out TValue? value)
        where TAlternate : notnull, allows ref struct
    {
        lock (_lock)
        {
            if (!_entries.GetAlternateLookup<TAlternate>().TryGetValue(key, out var node))
            {
                value = null;
                return false;
            }

            Promote(node);
            value = node.Value.Value;
            return true;
        }
    }

    /// <summary>Adds an entry on probation, or returns the one that was added meanwhile. What weighs more than a tenth of the whole is not kept.</summary>
    public TValue GetOrAdd(TKey key, TValue value, long weight)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var existing))
            {
                return existing.Value.Value;
            }

            if (weight > _maxWeight / 10)
            {
                return value;
            }

            var node = new LinkedListNode<Entry>(new Entry(key, value, weight));
            _entries.Add(key, node);
            _probation.AddFirst(node);
            while (_entries.Count > _maxEntries || _probation.Weight + _protected.Weight > _maxWeight)
            {
                var victim = (_probation.Count > 1 || _protected.Count == 0 ? _probation : _protected).Last;
                victim.Value.Segment.Remove(victim);
                _entries.Remove(victim.Value.Key);
            }

            return value;
        }
    }

    private void Promote(LinkedListNode<Entry> node)
    {
        if (ReferenceEquals(node.Value.Segment, _protected) && ReferenceEquals(_protected.First, node))
        {
            return;
        }

        node.Value.Segment.Remove(node);
        _protected.AddFirst(node);
        while (_protected.Count > 1 && (_protected.Count > _maxEntries * ProtectedShare || _protected.Weight > _maxWeight * ProtectedShare))
        {
            var demoted = _protected.Last;
            _protected.Remove(demoted);
            _probation.AddFirst(demoted);
        }
    }

    private sealed class Entry(TKey key, TValue value, long weight)
    {
        public TKey Key { get; } = key;

        public TValue Value { get; } = value;

        public long Weight { get; } = weight;

        public Segment Segment { get; set; } = null!;
    }

    private sealed class Segment
    {
        private readonly LinkedList<Entry> _list = [];

        public int Count => _list.Count;

        public long Weight { get; private set; }

        public LinkedListNode<Entry>? First => _list.First;

        public LinkedListNode<Entry> Last => _list.Last!;

        public void AddFirst(LinkedListNode<Entry> node)
        {
            node.Value.Segment = this;
            Weight += node.Value.Weight;
            _list.AddFirst(node);
        }

        public void Remove(LinkedListNode<Entry> node)
        {
            Weight -= node.Value.Weight;
            _list.Remove(node);
        }
    }
}
