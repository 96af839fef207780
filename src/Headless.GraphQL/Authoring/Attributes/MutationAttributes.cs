namespace Headless.GraphQL;

/// <summary>
/// An error that the mutation can answer in its payload's <c>errors</c>: an exception type, or a class that is created from one
/// (a constructor with one exception, or static <c>CreateErrorFrom</c> methods).
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class ErrorAttribute(Type errorType) : Attribute
{
    public Type ErrorType { get; } = errorType;
}

/// <inheritdoc cref="ErrorAttribute" />
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ErrorAttribute<TError>() : ErrorAttribute(typeof(TError))
    where TError : class;

/// <summary>The mutation follows the conventions, with these names instead of the derived ones; or, with <see cref="Disable"/>, does not follow them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseMutationConventionAttribute : Attribute
{
    public string? InputTypeName { get; set; }

    public string? InputArgumentName { get; set; }

    public string? PayloadTypeName { get; set; }

    /// <summary>The payload's field with the result; derived from its type's name unless given.</summary>
    public string? PayloadFieldName { get; set; }

    public string? PayloadErrorTypeName { get; set; }

    public bool Disable { get; set; }
}
