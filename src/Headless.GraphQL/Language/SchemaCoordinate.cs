using System.Diagnostics.CodeAnalysis;

namespace Headless.GraphQL.Language;

/// <summary>The name of one element of a schema (specification, section "Schema Coordinates").</summary>
public abstract record SchemaCoordinate
{
    private protected SchemaCoordinate()
    {
    }

    /// <summary>Reads a coordinate; nothing may stand around or between its parts.</summary>
    /// <exception cref="GraphQLSyntaxException">The text is not a coordinate.</exception>
    public static SchemaCoordinate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SchemaCoordinateParser(text).Parse();
    }

    /// <summary>Reads a coordinate; false if the text is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SchemaCoordinate? coordinate)
    {
        try
        {
            coordinate = text is null ? null : Parse(text);
        }
        catch (GraphQLSyntaxException)
        {
            coordinate = null;
        }

        return coordinate is not null;
    }
}

/// <summary>A named type: <c>Type</c>.</summary>
public sealed record TypeCoordinate(string Name) : SchemaCoordinate
{
    public override string ToString() => Name;
}

/// <summary>A field, an input field or an enum value: <c>Type.member</c>.</summary>
public sealed record MemberCoordinate(string TypeName, string MemberName) : SchemaCoordinate
{
    public override string ToString() => $"{TypeName}.{MemberName}";
}

/// <summary>An argument of a field: <c>Type.field(argument:)</c>.</summary>
public sealed record ArgumentCoordinate(string TypeName, string FieldName, string ArgumentName) : SchemaCoordinate
{
    public override string ToString() => $"{TypeName}.{FieldName}({ArgumentName}:)";
}

/// <summary>A directive: <c>@directive</c>.</summary>
public sealed record DirectiveCoordinate(string Name) : SchemaCoordinate
{
    public override string ToString() => $"@{Name}";
}

/// <summary>An argument of a directive: <c>@directive(argument:)</c>.</summary>
public sealed record DirectiveArgumentCoordinate(string DirectiveName, string ArgumentName) : SchemaCoordinate
{
    public override string ToString() => $"@{DirectiveName}({ArgumentName}:)";
}
