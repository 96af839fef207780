using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>Makes schemas out of the type system definition language (specification section 3). They have no resolvers.</summary>
public static class SchemaBuilder
{
    /// <summary>Parses and builds.</summary>
    /// <param name="sdl">Definitions and extensions.</param>
    /// <param name="scalars">What declared scalars stand for; those that are not in it take any value. None by default.</param>
    /// <exception cref="GraphQLSyntaxException">The text is not a document.</exception>
    /// <exception cref="InvalidSchemaException">The definitions do not fit together. Whether they make a valid schema is for the schema validator to say.</exception>
    public static Schema FromSdl(string sdl, ScalarRegistry? scalars = null)
        => FromSdl(Utf8GraphQLParser.Parse(sdl, ParserOptions.Schema), scalars);

    /// <inheritdoc cref="FromSdl(string, ScalarRegistry?)"/>
    public static Schema FromSdl(DocumentNode document, ScalarRegistry? scalars = null)
    {
        var definitions = SdlDefinitions.Read(document);
        var schema = new SdlSchemaReader(definitions, scalars ?? ScalarRegistry.Empty).Read();
        return definitions.Errors.All.Count > 0 ? throw new InvalidSchemaException(definitions.Errors.All) : schema;
    }
}
