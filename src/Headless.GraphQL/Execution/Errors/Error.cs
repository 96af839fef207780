namespace Headless.GraphQL;

internal sealed record Error : IError
{
    private const string CodeExtension = "code";

    public required string Message { get; init; }

    public string? Code { get; init; }

    public IReadOnlyList<object>? Path { get; init; }

    public IReadOnlyList<Location>? Locations { get; init; }

    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    public Exception? Exception { get; init; }

    public IError WithMessage(string message) => this with { Message = message };

    public IError WithCode(string? code) => (code is null ? this with { Extensions = Without(CodeExtension) } : this with { Extensions = With(CodeExtension, code) }) with { Code = code };

    public IError WithPath(IReadOnlyList<object>? path) => this with { Path = path };

    public IError WithLocations(IReadOnlyList<Location>? locations) => this with { Locations = locations };

    public IError WithExtensions(IReadOnlyDictionary<string, object?>? extensions)
        => this with { Extensions = extensions, Code = extensions is not null && extensions.TryGetValue(CodeExtension, out var code) ? code as string : null };

    public IError WithException(Exception? exception) => this with { Exception = exception };

    public IError SetExtension(string key, object? value)
        => key == CodeExtension ? WithCode(value as string) : this with { Extensions = With(key, value) };

    public IError RemoveExtension(string key) => key == CodeExtension ? WithCode(null) : this with { Extensions = Without(key) };

    public IError RemoveException() => this with { Exception = null };

    private OrderedDictionary<string, object?> With(string key, object? value)
    {
        OrderedDictionary<string, object?> extensions = Extensions is null ? new(StringComparer.Ordinal) : new(Extensions, StringComparer.Ordinal);
        extensions[key] = value;
        return extensions;
    }

    private OrderedDictionary<string, object?>? Without(string key)
    {
        if (Extensions is null)
        {
            return null;
        }

        var extensions = new OrderedDictionary<string, object?>(Extensions, StringComparer.Ordinal);
        extensions.Remove(key);
        return extensions.Count == 0 ? null : extensions;
    }
}
