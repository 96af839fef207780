using System.Runtime.InteropServices;

namespace Headless.GraphQL.Data.Execution;

/// <summary>
/// A query taken apart: tokens say how it is built (which filters, keys, directions), values are what differs between requests.
/// Queries with equal tokens share a compiled statement; values are always its parameters.
/// </summary>
internal sealed class QueryShape
{
    private readonly List<int> _tokens = [];

    public List<object?> Values { get; } = [];

    public ReadOnlySpan<int> Tokens => CollectionsMarshal.AsSpan(_tokens);

    public void Token(int token) => _tokens.Add(token);

    public void Token(bool token) => _tokens.Add(token ? 1 : 0);

    public void Value(object? value) => Values.Add(value);
}
