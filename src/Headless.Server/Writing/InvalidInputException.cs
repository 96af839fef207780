using FluentValidation.Results;

namespace Headless.Server.Writing;

/// <summary>Input that breaks a rule of its own. Nothing has been changed.</summary>
[GraphQLDescription("The input breaks one of its own rules. Nothing has been changed.")]
public sealed class InvalidInputException(IReadOnlyList<InvalidField> fields)
    : Exception(fields.Count == 1 ? fields[0].Message : $"{fields.Count} fields are invalid; the first: {fields[0].Message}")
{
    public string Code => "INVALID_INPUT";

    [GraphQLDescription("Each field at fault.")]
    public IReadOnlyList<InvalidField> Fields { get; } = fields;

    internal static InvalidInputException From(IEnumerable<ValidationFailure> failures) => new(
        [.. failures.Select(f => new InvalidField(InvalidField.PathOf(f.PropertyName), CodeOf(f.ErrorCode), f.ErrorMessage))]);

    internal static InvalidInputException Of(string path, string code, string message) => new([new InvalidField(path, code, message)]);

    /// <summary>NotEmptyValidator, FluentValidation's own code, becomes NOT_EMPTY; a code that is ours stays.</summary>
    private static string CodeOf(string code) => code.Contains('_') || code.All(char.IsUpper)
        ? code
        : System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(code.Replace("Validator", string.Empty));
}

/// <summary>A field of the input that is at fault.</summary>
/// <param name="Path">Where it stands, from the input object: <c>name</c>, <c>identities[2].externalId</c>.</param>
/// <param name="Code">A stable name of the rule.</param>
/// <param name="Message">What to do about it.</param>
[GraphQLDescription("A field of the input that is at fault.")]
public sealed record InvalidField(
    [property: GraphQLDescription("Where it stands, from the input object: name, identities[2].externalId.")] string Path,
    [property: GraphQLDescription("A stable name of the rule.")] string Code,
    [property: GraphQLDescription("What to do about it, for a person.")] string Message)
{
    /// <summary>A property path in the API's spelling: each name begins with a small letter.</summary>
    internal static string PathOf(string propertyName) =>
        string.Join('.', propertyName.Split('.').Select(p => p.Length == 0 ? p : char.ToLowerInvariant(p[0]) + p[1..]));
}
