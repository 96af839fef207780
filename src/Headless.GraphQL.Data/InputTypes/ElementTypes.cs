using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Headless.GraphQL.Data.InputTypes;

/// <summary>How CLR types are taken by filtering and sorting: as a leaf, an entity or a list of either.</summary>
internal static class ElementTypes
{
    private static readonly Dictionary<Type, string> OperationNames = new()
    {
        [typeof(string)] = "String",
        [typeof(bool)] = "Boolean",
        [typeof(byte)] = "Byte",
        [typeof(short)] = "Short",
        [typeof(int)] = "Int",
        [typeof(long)] = "Long",
        [typeof(float)] = "Float",
        [typeof(double)] = "Float",
        [typeof(decimal)] = "Decimal",
        [typeof(DateTime)] = "DateTime",
        [typeof(DateTimeOffset)] = "DateTime",
        [typeof(DateOnly)] = "LocalDate",
        [typeof(TimeOnly)] = "LocalTime",
        [typeof(TimeSpan)] = "TimeSpan",
        [typeof(Guid)] = "Uuid",
        [typeof(Uri)] = "Url",
    };

    /// <summary>The first part of the name of the operation input for values of the type; false for types that have none.</summary>
    public static bool TryGetOperationName(Type type, [NotNullWhen(true)] out string? name)
        => OperationNames.TryGetValue(Underlying(type), out name);

    public static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    public static bool IsLeaf(Type type) => Underlying(type).IsEnum || OperationNames.ContainsKey(Underlying(type));

    /// <summary>A class of the application that entity inputs can be made for.</summary>
    public static bool IsEntity(Type type)
        => type is { IsClass: true, IsArray: false } && type != typeof(object) && !IsLeaf(type)
            && type.Namespace is { } ns && ns != "System" && !ns.StartsWith("System.", StringComparison.Ordinal);

    public static Type? ListElement(Type type)
    {
        if (type == typeof(string) || type == typeof(byte[]))
        {
            return null;
        }

        if (type.IsArray)
        {
            return type.GetElementType();
        }

        return type.GetInterfaces().Append(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GetGenericArguments()[0];
    }

    /// <summary>The public properties that a schema shows, in declared order, a base class's first.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type type)
        => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0
                && !p.IsDefined(typeof(GraphQLIgnoreAttribute), inherit: true));
}
