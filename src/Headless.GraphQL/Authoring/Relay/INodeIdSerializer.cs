namespace Headless.GraphQL;

/// <summary>A decoded global id.</summary>
public readonly record struct NodeId(string TypeName, object InternalId);

/// <summary>Encodes and decodes global ids.</summary>
public interface INodeIdSerializer
{
    /// <summary>The global id of a node.</summary>
    string Format(string typeName, object internalId);

    /// <summary>The type and the internal id, as a value of the given CLR type: <c>long</c>, <c>int</c>, <c>short</c>, <c>Guid</c> or <c>string</c>.</summary>
    /// <exception cref="NodeIdInvalidFormatException">It is no global id, or its internal id is not of that CLR type.</exception>
    NodeId Parse(string formattedId, Type runtimeType);

    /// <summary>The name of the type alone; false where the text is no global id.</summary>
    bool TryParseTypeName(string formattedId, out string typeName);
}

/// <summary>A text that is no global id.</summary>
public sealed class NodeIdInvalidFormatException(string originalValue) : Exception("The node ID string has an invalid format.")
{
    public string OriginalValue { get; } = originalValue;
}
