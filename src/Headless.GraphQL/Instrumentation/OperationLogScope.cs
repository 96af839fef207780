using System.Collections;

namespace Headless.GraphQL.Instrumentation;

/// <summary>What is known of an operation in everything that is logged while it is executed; made once for each, not for each request.</summary>
internal sealed class OperationLogScope(string type, string? name, string documentHash) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly string _text = $"GraphQL {type} {name} {documentHash}";

    public int Count => 3;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new(Instruments.OperationType, type),
        1 => new(Instruments.OperationName, name),
        2 => new(Instruments.DocumentHash, documentHash),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => _text;
}
