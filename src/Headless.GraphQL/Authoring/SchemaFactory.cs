using Headless.GraphQL.Types;

namespace Headless.GraphQL.Authoring;

/// <summary>Builds and validates the schema that a builder describes.</summary>
internal static class SchemaFactory
{
    /// <exception cref="SchemaException">Something that user code declares cannot be expressed as a schema.</exception>
    /// <exception cref="InvalidSchemaException">The schema breaks rules of the specification.</exception>
    public static Schema Create(SchemaConfiguration configuration, IServiceProvider services)
    {
        var schema = new SchemaAssembler(configuration, services).Build();
        foreach (var complete in configuration.Completions)
        {
            complete(schema);
        }

        var errors = SchemaValidator.Validate(schema);
        return errors.Count == 0 ? schema : throw new InvalidSchemaException(errors);
    }
}
