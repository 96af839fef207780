using Headless.GraphQL.Language;

namespace Headless.GraphQL;

/// <summary>Builds an <see cref="IError"/>.</summary>
public sealed class ErrorBuilder
{
    private readonly OrderedDictionary<string, object?> _extensions = new(StringComparer.Ordinal);
    private string? _message;
    private IReadOnlyList<object>? _path;
    private List<Location>? _locations;
    private Exception? _exception;

    private ErrorBuilder()
    {
    }

    public static ErrorBuilder New() => new();

    /// <summary>Starts from a copy of an error.</summary>
    public static ErrorBuilder FromError(IError error)
    {
        var builder = new ErrorBuilder
        {
            _message = error.Message,
            _path = error.Path,
            _locations = error.Locations is null ? null : [.. error.Locations],
            _exception = error.Exception,
        };
        foreach (var (key, value) in error.Extensions ?? new Dictionary<string, object?>())
        {
            builder._extensions[key] = value;
        }

        return builder;
    }

    public ErrorBuilder SetMessage(string message)
    {
        _message = message;
        return this;
    }

    /// <summary>Sets <c>extensions.code</c>; null removes it.</summary>
    public ErrorBuilder SetCode(string? code)
    {
        if (code is null)
        {
            _extensions.Remove("code");
            return this;
        }

        return SetExtension("code", code);
    }

    public ErrorBuilder SetPath(IReadOnlyList<object>? path)
    {
        _path = path;
        return this;
    }

    public ErrorBuilder AddLocation(Location location)
    {
        (_locations ??= []).Add(location);
        return this;
    }

    public ErrorBuilder AddLocation(SyntaxNode node) => AddLocation(new Location(node.Location.Line, node.Location.Column));

    /// <summary>Sets a value under <c>extensions</c>: a string, a number, a boolean, null, or lists and dictionaries of those.</summary>
    public ErrorBuilder SetExtension(string key, object? value)
    {
        _extensions[key] = value;
        return this;
    }

    public ErrorBuilder SetException(Exception? exception)
    {
        _exception = exception;
        return this;
    }

    /// <summary>Makes the error.</summary>
    /// <exception cref="InvalidOperationException">No message was set.</exception>
    public IError Build() => new Error
    {
        Message = string.IsNullOrEmpty(_message) ? throw new InvalidOperationException("An error needs a message.") : _message,
        Code = _extensions.TryGetValue("code", out var code) ? code as string : null,
        Path = _path,
        Locations = _locations,
        Extensions = _extensions.Count == 0 ? null : new OrderedDictionary<string, object?>(_extensions, StringComparer.Ordinal),
        Exception = _exception,
    };
}
