using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Paging;

/// <summary>Creates the connection, edge and page info types of a schema, with HotChocolate's names and descriptions.</summary>
internal static class ConnectionTypes
{
    public static ObjectType GetConnection(SchemaBuildContext schema, string name, GraphQLType nodeType, PagingOptions options)
        => schema.GetOrAddType(
            name + "Connection",
            n => new ObjectType(n) { RuntimeType = typeof(QueryConnection), Description = "A connection to a list of items." },
            connection =>
            {
                connection.Add<QueryConnection>(
                    "pageInfo", new Types.NonNullType(GetPageInfo(schema)), "Information to aid in pagination.", c => c.PageInfo);
                connection.Add<QueryConnection>(
                    "edges", new Types.ListType(new Types.NonNullType(GetEdge(schema, name, nodeType))), "A list of edges.", c => c.Edges);
                if (options.IncludeNodesField)
                {
                    connection.Add<QueryConnection>("nodes", new Types.ListType(nodeType), "A flattened list of the nodes.", c => c.Nodes);
                }

                if (options.IncludeTotalCount)
                {
                    connection.AddTotalCount<QueryConnection>(schema, "Identifies the total count of items in the connection.", c => c.TotalCount);
                }
            });

    public static void AddArguments(SchemaBuildContext schema, OutputField @field, PagingOptions options)
    {
        var integer = schema.GetInputType(typeof(int)).Nullable;
        var text = schema.GetInputType(typeof(string)).Nullable;
        @field.AddArgument("first", integer, "Returns the first _n_ elements from the list.");
        @field.AddArgument("after", text, "Returns the elements in the list that come after the specified cursor.");
        if (options.AllowBackwardPagination)
        {
            @field.AddArgument("last", integer, "Returns the last _n_ elements from the list.");
            @field.AddArgument("before", text, "Returns the elements in the list that come before the specified cursor.");
        }
    }

    private static ObjectType GetEdge(SchemaBuildContext schema, string name, GraphQLType nodeType)
        => schema.GetOrAddType(
            name + "Edge",
            n => new ObjectType(n) { RuntimeType = typeof(ConnectionEdge), Description = "An edge in a connection." },
            edge =>
            {
                edge.Add<ConnectionEdge>("cursor", schema.NonNull(typeof(string)), "A cursor for use in pagination.", e => e.Cursor);
                edge.Add<ConnectionEdge>("node", nodeType, "The item at the end of the edge.", e => e.Node);
            });

    private static ObjectType GetPageInfo(SchemaBuildContext schema)
        => schema.GetOrAddType(
            "PageInfo",
            n => new ObjectType(n) { RuntimeType = typeof(ConnectionPageInfo), Description = "Information about pagination in a connection." },
            info =>
            {
                info.Add<ConnectionPageInfo>(
                    "hasNextPage", schema.NonNull(typeof(bool)),
                    "Indicates whether more edges exist following the set defined by the clients arguments.", i => i.HasNextPage);
                info.Add<ConnectionPageInfo>(
                    "hasPreviousPage", schema.NonNull(typeof(bool)),
                    "Indicates whether more edges exist prior the set defined by the clients arguments.", i => i.HasPreviousPage);
                info.Add<ConnectionPageInfo>(
                    "startCursor", schema.GetOutputType(typeof(string)).Nullable,
                    "When paginating backwards, the cursor to continue.", i => i.StartCursor);
                info.Add<ConnectionPageInfo>(
                    "endCursor", schema.GetOutputType(typeof(string)).Nullable,
                    "When paginating forwards, the cursor to continue.", i => i.EndCursor);
            });
}
