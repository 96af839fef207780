namespace Headless.GraphQL.Types;

/// <summary>An input object type (specification section 3.10).</summary>
public sealed class InputObjectType(string name) : NamedType(name)
{
    public FieldCollection<InputField> Fields { get; } = new();

    /// <summary>Whether exactly one field must be given (specification section 3.10.1, OneOf input objects).</summary>
    public bool IsOneOf { get; set; }
}

/// <summary>
/// A coerced input object: a value for each field that was given or has a default. A field that is missing was not given;
/// one that is present with null was given as null. Values are what the scalars' coercion returns, runtime values of enums,
/// <see cref="List{T}"/> of object for lists and <see cref="InputObjectValue"/> for input objects.
/// </summary>
public sealed class InputObjectValue(InputObjectType type)
{
    private readonly Dictionary<string, object?> _values = new(type.Fields.Count, StringComparer.Ordinal);

    public InputObjectType Type { get; } = type;

    /// <summary>The given fields in the order of the type's definition.</summary>
    public IEnumerable<(InputField Field, object? Value)> Fields
    {
        get
        {
            foreach (var @field in Type.Fields)
            {
                if (_values.TryGetValue(@field.Name, out var value))
                {
                    yield return (@field, value);
                }
            }
        }
    }

    public int Count => _values.Count;

    public object? this[string name]
    {
        get => _values[name];
        set => _values[name] = value;
    }

    public bool TryGet(string name, out object? value) => _values.TryGetValue(name, out value);
}
