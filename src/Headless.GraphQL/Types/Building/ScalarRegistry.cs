using System.Diagnostics.CodeAnalysis;

namespace Headless.GraphQL.Types;

/// <summary>The scalars that a schema definition's <c>scalar</c> declarations stand for, by name.</summary>
public sealed class ScalarRegistry
{
    private readonly Dictionary<string, ScalarType> _scalars = new(StringComparer.Ordinal);

    /// <summary>The engine's own scalars: <c>DateTime</c>, <c>Long</c>, <c>UUID</c> … (<see cref="BuiltInScalars.All"/>).</summary>
    public static ScalarRegistry BuiltIn { get; } = new(BuiltInScalars.All);

    /// <summary>No scalar: every declared one takes any value.</summary>
    public static ScalarRegistry Empty { get; } = new([]);

    /// <exception cref="ArgumentException">Two scalars have the same name.</exception>
    public ScalarRegistry(IEnumerable<ScalarType> scalars)
    {
        foreach (var scalar in scalars)
        {
            _scalars.Add(scalar.Name, scalar);
        }
    }

    public bool TryGet(string name, [NotNullWhen(true)] out ScalarType? scalar) => _scalars.TryGetValue(name, out scalar);
}
