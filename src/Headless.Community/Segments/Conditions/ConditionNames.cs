using System.Collections.Frozen;
using System.Reflection;

namespace Headless.Community.Segments;

/// <summary>The kinds of conditions there are, by their names.</summary>
internal static class ConditionNames
{
    private static readonly FrozenDictionary<string, Type> s_types = typeof(SegmentCondition).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(SegmentCondition)))
        .ToFrozenDictionary(
            type => type.GetCustomAttribute<ConditionNameAttribute>()?.Name
                ?? throw new InvalidOperationException($"{type.Name} has no [ConditionName]."));

    private static readonly FrozenDictionary<Type, string> s_names = s_types.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static string Of(Type type) => s_names[type];

    public static Type? Find(string name) => s_types.GetValueOrDefault(name);
}
