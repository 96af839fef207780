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
                Add<QueryConnection>(
                    connection, "pageInfo", new Types.NonNullType(GetPageInfo(schema)), "Information to aid in pagination.", c => c.PageInfo);
                Add<QueryConnection>(
                    connection, "edges", new Types.ListType(new Types.NonNullType(GetEdge(schema, name, nodeType))), "A list of edges.", c => c.Edges);
                if (options.IncludeNodesField)
                {
                    Add<QueryConnection>(connection, "nodes", new Types.ListType(nodeType), "A flattened list of the nodes.", c => c.Nodes);
                }

                if (options.IncludeTotalCount)
                {
                    Add<QueryConnection>(
                        connection, "totalCount", schema.GetOutputType(typeof(int)), "Identifies the total count of items in the connection.",
                        c => c.TotalCount);
                    schema.ApplyDefaultCost(connection.Fields["totalCount"], schema.CostOptions.DefaultResolverCost);
                }
            });

    public static void AddArguments(SchemaBuildContext schema, OutputField @field, PagingOptions options)
    {
        var integer = schema.GetInputType(typeof(int)).Nullable;
        var text = schema.GetInputType(typeof(string)).Nullable;
        Add("first", integer, "Returns the first _n_ elements from the list.");
        Add("after", text, "Returns the elements in the list that come after the specified cursor.");
        if (options.AllowBackwardPagination)
        {
            Add("last", integer, "Returns the last _n_ elements from the list.");
            Add("before", text, "Returns the elements in the list that come before the specified cursor.");
        }

        void Add(string name, GraphQLType type, string description)
            => @field.Arguments.Add(new InputField(name, type) { Description = description });
    }

    private static ObjectType GetEdge(SchemaBuildContext schema, string name, GraphQLType nodeType)
        => schema.GetOrAddType(
            name + "Edge",
            n => new ObjectType(n) { RuntimeType = typeof(ConnectionEdge), Description = "An edge in a connection." },
            edge =>
            {
                Add<ConnectionEdge>(edge, "cursor", NonNull(schema, typeof(string)), "A cursor for use in pagination.", e => e.Cursor);
                Add<ConnectionEdge>(edge, "node", nodeType, "The item at the end of the edge.", e => e.Node);
            });

    private static ObjectType GetPageInfo(SchemaBuildContext schema)
        => schema.GetOrAddType(
            "PageInfo",
            n => new ObjectType(n) { RuntimeType = typeof(ConnectionPageInfo), Description = "Information about pagination in a connection." },
            info =>
            {
                Add<ConnectionPageInfo>(
                    info, "hasNextPage", NonNull(schema, typeof(bool)),
                    "Indicates whether more edges exist following the set defined by the clients arguments.", i => i.HasNextPage);
                Add<ConnectionPageInfo>(
                    info, "hasPreviousPage", NonNull(schema, typeof(bool)),
                    "Indicates whether more edges exist prior the set defined by the clients arguments.", i => i.HasPreviousPage);
                Add<ConnectionPageInfo>(
                    info, "startCursor", schema.GetOutputType(typeof(string)).Nullable,
                    "When paginating backwards, the cursor to continue.", i => i.StartCursor);
                Add<ConnectionPageInfo>(
                    info, "endCursor", schema.GetOutputType(typeof(string)).Nullable,
                    "When paginating forwards, the cursor to continue.", i => i.EndCursor);
            });

    private static GraphQLType NonNull(SchemaBuildContext schema, Type type) => new Types.NonNullType(schema.GetOutputType(type).Nullable);

    private static void Add<T>(ObjectType type, string name, GraphQLType fieldType, string description, Func<T, object?> read)
        => type.Fields.Add(new OutputField(name, fieldType)
        {
            Description = description,
            DeclaringType = type,
            PureResolver = parent => read((T)parent),
        });
}
