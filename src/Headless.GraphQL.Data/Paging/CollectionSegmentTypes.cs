using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Paging;

/// <summary>Creates the collection segment types of a schema, with HotChocolate's names.</summary>
internal static class CollectionSegmentTypes
{
    public static ObjectType GetSegment(SchemaBuildContext schema, string name, GraphQLType itemType, PagingOptions options)
        => schema.GetOrAddType(
            name + "CollectionSegment",
            n => new ObjectType(n) { RuntimeType = typeof(CollectionSegment), Description = "Some items of a list that follow each other." },
            segment =>
            {
                segment.Add<CollectionSegment>(
                    "pageInfo", new Types.NonNullType(GetInfo(schema)), "What surrounds the segment in its list.", s => s.PageInfo);
                segment.Add<CollectionSegment>("items", new Types.ListType(itemType), "The items, in the order of the list.", s => s.Items);
                if (options.IncludeTotalCount)
                {
                    segment.AddTotalCount<CollectionSegment>(schema, "How many items the whole list has.", s => s.TotalCount);
                }
            });

    public static void AddArguments(SchemaBuildContext schema, OutputField @field)
    {
        var integer = schema.GetInputType(typeof(int)).Nullable;
        @field.AddArgument("skip", integer, "How many items to leave out at the beginning of the list.");
        @field.AddArgument("take", integer, "How many items to return at most.");
    }

    private static ObjectType GetInfo(SchemaBuildContext schema)
        => schema.GetOrAddType(
            "CollectionSegmentInfo",
            n => new ObjectType(n) { RuntimeType = typeof(CollectionSegmentInfo), Description = "What surrounds a segment in its list." },
            info =>
            {
                info.Add<CollectionSegmentInfo>("hasNextPage", schema.NonNull(typeof(bool)), "Whether items follow the segment.", i => i.HasNextPage);
                info.Add<CollectionSegmentInfo>(
                    "hasPreviousPage", schema.NonNull(typeof(bool)), "Whether items were left out before the segment.", i => i.HasPreviousPage);
            });
}
