using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Coercion;

/// <summary>The coerced arguments of a field: a value for each one that was given or has a default (specification section 6.4.1).</summary>
public sealed class ArgumentValues
{
    /// <summary>The arguments of a field that has none.</summary>
    public static ArgumentValues Empty { get; } = new(new FieldCollection<InputField>());

    private readonly FieldCollection<InputField> _definitions;
    private readonly object?[] _values;
    private readonly bool[] _given;

    internal ArgumentValues(FieldCollection<InputField> definitions)
    {
        _definitions = definitions;
        _values = new object?[definitions.Count];
        _given = new bool[definitions.Count];
    }

    /// <summary>The value; null also where the argument was not given.</summary>
    public object? this[string name] => TryGet(name, out var value) ? value : null;

    /// <summary>False where the argument was not given and has no default.</summary>
    public bool TryGet(string name, out object? value)
    {
        for (var i = 0; i < _definitions.Count; i++)
        {
            if (_definitions[i].Name == name)
            {
                value = _values[i];
                return _given[i];
            }
        }

        value = null;
        return false;
    }

    internal void Set(int index, object? value)
    {
        _values[index] = value;
        _given[index] = true;
    }
}
