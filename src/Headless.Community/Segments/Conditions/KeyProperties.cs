using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Headless.Community.Segments;

/// <summary>Which properties of a kind of condition hold keys.</summary>
internal sealed record KeyProperties(string Name, Type Entity, Func<LeafCondition, IReadOnlyList<long>?> Read)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<KeyProperties>> s_properties = new();

    public static IReadOnlyList<KeyProperties> Of(Type leaf) => s_properties.GetOrAdd(leaf, static type =>
    [
        .. from property in type.GetProperties()
           let key = property.GetCustomAttribute<KeyOfAttribute>()
           where key is not null
           select new KeyProperties(
               JsonNamingPolicy.CamelCase.ConvertName(property.Name), key.Entity, leaf => (IReadOnlyList<long>?)property.GetValue(leaf)),
    ]);
}
