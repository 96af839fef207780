namespace Headless.GraphQL.Types;

/// <summary>A rule of the specification's section 3 that a schema breaks.</summary>
/// <param name="Message">For the schema's author.</param>
/// <param name="Coordinate">What breaks it, as a schema coordinate (specification section 3.14); <c>schema</c> for the schema itself.</param>
/// <param name="Section">The number of the specification's section, such as <c>3.6</c>.</param>
public sealed record SchemaError(string Message, string Coordinate, string Section);

/// <summary>A schema definition that is not one: every reason at once.</summary>
public sealed class InvalidSchemaException(IReadOnlyList<SchemaError> errors)
    : Exception(string.Join(Environment.NewLine, errors.Select(static e => $"{e.Coordinate}: {e.Message}")))
{
    public IReadOnlyList<SchemaError> Errors { get; } = errors;
}
