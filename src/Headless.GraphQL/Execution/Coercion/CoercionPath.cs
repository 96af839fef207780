using System.Globalization;
using System.Text;

namespace Headless.GraphQL.Execution.Coercion;

/// <summary>Where a coercion stands inside a value: a stack, so that nothing is allocated for values without an error.</summary>
internal sealed class CoercionPath
{
    private readonly List<(string? Name, int Index)> _segments = [];

    public int Depth => _segments.Count;

    public void Push(string name) => _segments.Add((name, 0));

    public void Push(int index) => _segments.Add((null, index));

    public void Pop() => _segments.RemoveAt(_segments.Count - 1);

    /// <summary><c> at .names[2]</c>; empty at the value itself.</summary>
    public override string ToString()
    {
        if (_segments.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder(" at ");
        foreach (var (name, index) in _segments)
        {
            if (name is null)
            {
                text.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
            else
            {
                text.Append('.').Append(name);
            }
        }

        return text.ToString();
    }

    /// <summary>The place in the variables as a file's map gives it, <c>names.2</c> below the variable.</summary>
    public string ToDottedString(string variable)
        => string.Join('.', _segments.Select(s => s.Name ?? s.Index.ToString(CultureInfo.InvariantCulture)).Prepend(variable));
}
