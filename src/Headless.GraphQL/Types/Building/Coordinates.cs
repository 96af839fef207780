namespace Headless.GraphQL.Types;

/// <summary>Schema coordinates of members (specification section 3.14).</summary>
internal static class Coordinates
{
    /// <summary><c>Type.field</c>; the implicit fields of introspection belong to no type.</summary>
    public static string Coordinate(this OutputField field) => $"{field.DeclaringType?.Name ?? "<meta>"}.{field.Name}";
}
