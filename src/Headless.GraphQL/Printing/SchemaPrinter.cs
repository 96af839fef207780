using Headless.GraphQL.Types;

namespace Headless.GraphQL.Printing;

/// <summary>How a schema is laid out as text.</summary>
public enum SchemaLayout
{
    /// <summary>As HotChocolate 15 prints it: the schema definition, then interfaces, objects, unions, input objects, enums, directives and scalars, each by name.</summary>
    HotChocolate,

    /// <summary>As graphql-js 17's <c>printSchema</c> prints it, in the order of the schema, with applied directives in addition.</summary>
    Reference,
}

/// <summary>Prints schemas in the type system definition language (specification section 3), without built-in scalars, introspection and what else every schema has.</summary>
public static class SchemaPrinter
{
    /// <summary>Prints the whole schema; lines end with a line feed and the last one has no end.</summary>
    public static string Print(Schema schema, SchemaLayout layout = SchemaLayout.HotChocolate)
    {
        ArgumentNullException.ThrowIfNull(schema);
        SchemaWriter writer = layout == SchemaLayout.HotChocolate ? new HotChocolateSchemaWriter(schema) : new ReferenceSchemaWriter(schema);
        return writer.Write();
    }
}
