using System.Reflection;

namespace Headless.GraphQL.Authoring;

/// <summary>The members of a CLR type that are fields by convention, base types' first, each type's in source order.</summary>
internal static class ClrMembers
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Readable public properties and public methods with a result.</summary>
    public static IReadOnlyList<MemberInfo> OfObject(Type type)
    {
        var members = new List<MemberInfo>();
        foreach (var level in Hierarchy(type))
        {
            foreach (var member in level.GetMembers(Instance).OrderBy(m => m is MethodInfo).ThenBy(m => m.MetadataToken))
            {
                if (member is PropertyInfo property ? IsField(property) : member is MethodInfo method && IsField(method))
                {
                    members.RemoveAll(m => m.Name == member.Name && m.MemberType == member.MemberType);
                    members.Add(member);
                }
            }
        }

        return members;
    }

    /// <summary>Of an error made from an exception: its message and what it declares itself.</summary>
    public static IReadOnlyList<MemberInfo> OfError(Type type)
        => [.. OfObject(type).Where(m => m is PropertyInfo && (m.DeclaringType != typeof(Exception) || m.Name == nameof(Exception.Message)))];

    /// <summary>Of a class whose members extend an object type: static ones, too.</summary>
    public static IReadOnlyList<MemberInfo> OfExtension(Type type)
    {
        var sources = type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            .Select(m => m.GetCustomAttribute<SubscribeAttribute>()?.With)
            .ToHashSet(StringComparer.Ordinal);
        return [.. Hierarchy(type)
            .SelectMany(level => level.GetMembers(Instance | BindingFlags.Static).OrderBy(m => m is MethodInfo).ThenBy(m => m.MetadataToken))
            .Where(m => !sources.Contains(m.Name) && (m is PropertyInfo property ? IsField(property) : m is MethodInfo method && IsField(method)))];
    }

    /// <summary>Properties that an input can set: by a setter or by a constructor's parameter.</summary>
    public static IReadOnlyList<PropertyInfo> OfInput(Type type)
    {
        var parameters = type.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. OfObject(type).OfType<PropertyInfo>().Where(p => p.SetMethod is { IsPublic: true } || parameters.Contains(p.Name))];
    }

    private static IEnumerable<Type> Hierarchy(Type type)
    {
        if (type.IsInterface)
        {
            return type.GetInterfaces().Append(type);
        }

        var levels = new Stack<Type>();
        for (var level = type; level is not null && level != typeof(object) && level != typeof(ValueType); level = level.BaseType)
        {
            levels.Push(level);
        }

        return levels;
    }

    private static bool IsField(PropertyInfo property)
        => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike && property.Name != "EqualityContract";

    private static bool IsField(MethodInfo method)
        => !method.IsSpecialName
            && !method.IsGenericMethodDefinition
            && method.GetBaseDefinition().DeclaringType is { } declaring && declaring != typeof(object) && declaring != typeof(ValueType) && declaring != typeof(Exception)
            && method.ReturnType != typeof(void) && method.ReturnType != typeof(Task) && method.ReturnType != typeof(ValueTask)
            && !method.ReturnType.IsByRef && !method.ReturnType.IsByRefLike
            && !method.Name.Contains('<', StringComparison.Ordinal)
            && method.Name is not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "CompareTo" or "PrintMembers")
            && !method.GetParameters().Any(p => p.IsOut || p.ParameterType.IsByRef || p.ParameterType.IsByRefLike);
}
