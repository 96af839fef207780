namespace Headless.GraphQL;

/// <summary>An error as the client sees it (specification section 7.1.2), with the exception behind it for the server's log.</summary>
/// <remarks>Immutable: the methods return a changed copy.</remarks>
public interface IError
{
    /// <summary>What went wrong, for the developer of the client.</summary>
    string Message { get; }

    /// <summary>A stable code for programs, written as <c>extensions.code</c>.</summary>
    string? Code { get; }

    /// <summary>Response names and list indexes from the root to the field; null for a request error.</summary>
    IReadOnlyList<object>? Path { get; }

    IReadOnlyList<Location>? Locations { get; }

    /// <summary>Everything under <c>extensions</c>, the code included.</summary>
    IReadOnlyDictionary<string, object?>? Extensions { get; }

    /// <summary>The cause; it reaches the client only where <see cref="Execution.RequestOptions.IncludeExceptionDetails"/> is on.</summary>
    Exception? Exception { get; }

    IError WithMessage(string message);

    IError WithCode(string? code);

    IError WithPath(IReadOnlyList<object>? path);

    IError WithLocations(IReadOnlyList<Location>? locations);

    IError WithExtensions(IReadOnlyDictionary<string, object?>? extensions);

    IError WithException(Exception? exception);

    IError SetExtension(string key, object? value);

    IError RemoveExtension(string key);

    IError RemoveException();
}
