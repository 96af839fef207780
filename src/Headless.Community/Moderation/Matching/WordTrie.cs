namespace Headless.Community.Moderation.Matching;

/// <summary>The states of a <see cref="WordAutomaton"/> and the steps between them, in one open-addressed table.</summary>
internal sealed class WordTrie
{
    private readonly List<int> _parent = [0];
    private readonly List<ushort> _symbol = [0];
    private readonly List<ushort> _depth = [0];
    private readonly Dictionary<int, List<int>> _words = [];
    private readonly long[] _keys;
    private readonly int[] _children;
    private readonly int _shift;
    private int[] _fail = [];
    private int[] _output = [];
    private int[] _root = [];

    /// <param name="units">The length of all words together.</param>
    public WordTrie(int units)
    {
        var bits = Math.Max(4, (int)Math.Ceiling(Math.Log2(Math.Max(1, units))) + 1);
        (_keys, _children, _shift) = (new long[1 << bits], new int[1 << bits], 64 - bits);
    }

    public int States => _parent.Count;

    public void Add(string word, int number, IReadOnlyDictionary<char, ushort> symbols)
    {
        var state = 0;
        foreach (var unit in word)
        {
            var symbol = symbols[unit];
            var place = Place(state, symbol);
            if (_keys[place] == 0)
            {
                _keys[place] = Key(state, symbol);
                _children[place] = _parent.Count;
                _parent.Add(state);
                _symbol.Add(symbol);
                _depth.Add((ushort)(_depth[state] + 1));
            }

            state = _children[place];
        }

        if (!_words.TryGetValue(state, out var numbers))
        {
            _words.Add(state, numbers = []);
        }

        numbers.Add(number);
    }

    /// <summary>Finds where to go on from each state when the text does not: the longest end of it that begins a word.</summary>
    public void Link(int symbols)
    {
        _fail = new int[States];
        _output = new int[States];
        _root = new int[symbols + 1];
        for (ushort symbol = 1; symbol <= symbols; symbol++)
        {
            _root[symbol] = Child(0, symbol);
        }

        foreach (var state in Enumerable.Range(1, States - 1).OrderBy(state => _depth[state]))
        {
            _fail[state] = _depth[state] == 1 ? 0 : Next(_fail[_parent[state]], _symbol[state]);
            _output[state] = _words.ContainsKey(state) ? state : _output[_fail[state]];
        }
    }

    /// <summary>Where a symbol leads.</summary>
    public int Next(int state, ushort symbol)
    {
        while (state != 0)
        {
            var child = Child(state, symbol);
            if (child != 0)
            {
                return child;
            }

            state = _fail[state];
        }

        return _root[symbol];
    }

    /// <summary>Whether a word ends here.</summary>
    public bool IsHit(int state) => _output[state] != 0;

    /// <summary>The longest word that ends here: its state and its length.</summary>
    public (int Node, int Length) FirstWord(int state) => (_output[state], _depth[_output[state]]);

    /// <summary>The next shorter one.</summary>
    public (int Node, int Length) NextWord(int node) => FirstWord(_fail[node]);

    public List<int> WordsAt(int node) => _words[node];

    private int Child(int state, ushort symbol) => _children[Place(state, symbol)];

    /// <summary>The place in the table of a step, or the free one where it would be.</summary>
    private int Place(int state, ushort symbol)
    {
        var key = Key(state, symbol);
        var place = (int)(unchecked((ulong)key * 0x9E3779B97F4A7C15UL) >> _shift);
        while (_keys[place] != key && _keys[place] != 0)
        {
            place = (place + 1) & (_keys.Length - 1);
        }

        return place;
    }

    private static long Key(int state, ushort symbol) => ((long)state << 16) | symbol;
}
