namespace Headless.GraphQL.Authoring;

/// <summary>Decodes the global ids that an argument or input field takes and checks whose they are.</summary>
/// <param name="serializer">Decodes.</param>
/// <param name="typeName">The object type whose ids are accepted; null: any.</param>
/// <param name="runtimeType">The CLR type of the internal id.</param>
internal sealed class NodeIdDecoder(INodeIdSerializer serializer, string? typeName, Type runtimeType)
{
    public const string InvalidIdCode = "INVALID_ID";

    public object? Decode(object? value)
    {
        if (value is not string formattedId)
        {
            return value;
        }

        NodeId id;
        try
        {
            id = serializer.Parse(formattedId, runtimeType);
        }
        catch (NodeIdInvalidFormatException)
        {
            throw new InputBindingException(InvalidIdCode, typeName is null ? "The value is not an id." : $"The value is not the id of a {typeName}.");
        }

        return typeName is null || id.TypeName == typeName
            ? id.InternalId
            : throw new InputBindingException(InvalidIdCode, $"The id is not that of a {typeName}.");
    }
}
