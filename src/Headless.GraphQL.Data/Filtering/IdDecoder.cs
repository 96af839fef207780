using System.Reflection;
using Headless.GraphQL.Data.InputTypes;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Data.Filtering;

/// <summary>Decodes the global ids that filters give for members that the schema shows as ids.</summary>
internal static class IdDecoder
{
    /// <summary>A decoder for the member's ids, which checks their type; null where the member is no id.</summary>
    public static Func<object, object>? For(SchemaBuildContext schema, Type entity, PropertyInfo property)
    {
        var typeName = schema.GetNodeTypeName(entity, property);
        if (typeName is null)
        {
            return null;
        }

        var keyType = ElementTypes.Underlying(property.PropertyType);
        var serializer = schema.Services.GetRequiredService<INodeIdSerializer>();
        return id =>
        {
            NodeId nodeId;
            try
            {
                nodeId = serializer.Parse((string)id, keyType);
            }
            catch (NodeIdInvalidFormatException)
            {
                throw DataErrors.InvalidFilter("The ID has an invalid format.");
            }

            return nodeId.TypeName == typeName
                ? nodeId.InternalId
                : throw DataErrors.InvalidFilter($"The ID is not one of the type {typeName}.");
        };
    }
}
