namespace Headless.GraphQL.Types;

/// <summary>What the validation of a schema has found so far.</summary>
internal sealed class SchemaErrors
{
    private readonly List<SchemaError> _errors = [];

    public IReadOnlyList<SchemaError> All => _errors;

    public void Add(string message, string coordinate, string section) => _errors.Add(new SchemaError(message, coordinate, section));

    /// <summary>A name is the grammar's (section 2.1.9) and not reserved for introspection (section 4, reserved names).</summary>
    public void CheckName(string name, string coordinate, string section)
    {
        if (name.Length == 0)
        {
            Add("Expected name to be a non-empty string.", coordinate, section);
        }
        else if (name.AsSpan().IndexOfAnyExcept(NameCharacters) >= 0)
        {
            Add($"Names must only contain [_a-zA-Z0-9] but \"{name}\" does not.", coordinate, section);
        }
        else if (char.IsAsciiDigit(name[0]))
        {
            Add($"Names must start with [_a-zA-Z] but \"{name}\" does not.", coordinate, section);
        }
        else if (name.StartsWith("__", StringComparison.Ordinal))
        {
            Add($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", coordinate, section);
        }
    }

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
