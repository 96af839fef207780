namespace Headless.GraphQL.Language;

/// <summary>Writes syntax trees as text, in the layout of the reference implementation.</summary>
/// <remarks>
/// Arguments of a field, list values and object values that would be longer than 80 characters are written with one member
/// per line. What decides is the text by itself, without the indentation of the place where it stands.
/// </remarks>
public static class SyntaxPrinter
{
    /// <summary>Prints a node and all below it; lines end with a line feed and the last one has no end.</summary>
    /// <exception cref="InvalidOperationException">
    /// The tree, which then cannot have come from <see cref="Utf8GraphQLParser"/>, is nested deeper than <see cref="ParserOptions.DepthCeiling"/>.
    /// </exception>
    public static string Print(SyntaxNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var writer = new SyntaxWriter();
        writer.Write(node);
        return writer.ToString();
    }
}
