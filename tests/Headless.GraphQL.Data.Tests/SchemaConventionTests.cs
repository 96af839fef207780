using Headless.GraphQL.Data.Tests.Model;
using Headless.GraphQL.Printing;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Data.Tests;

public sealed class SchemaConventionTests : IDisposable
{
    private readonly CommunitySchema _schema = new();

    public void Dispose() => _schema.Dispose();

    private string Definition(string start)
    {
        var sdl = SchemaPrinter.Print(_schema.Schema).Replace("\r", "");
        var from = sdl.IndexOf(start + " ", StringComparison.Ordinal);
        from.ShouldBeGreaterThanOrEqualTo(0, start);
        return sdl[from..(sdl.IndexOf("\n}", from, StringComparison.Ordinal) + 2)];
    }

    [Fact]
    public void Filter_inputs_have_the_conventions_names_operations_and_order()
    {
        Definition("input GroupFilterInput").ShouldBe("""
            input GroupFilterInput {
              and: [GroupFilterInput!]
              or: [GroupFilterInput!]
              id: LongOperationFilterInput
              name: StringOperationFilterInput
              topic: StringOperationFilterInput
              kind: GroupKindOperationFilterInput
              capacity: IntOperationFilterInput
              budget: DecimalOperationFilterInput
              score: FloatOperationFilterInput
              isOpen: BooleanOperationFilterInput
              openedAt: DateTimeOperationFilterInput
              closesOn: LocalDateOperationFilterInput
              code: UuidOperationFilterInput
              secret: StringOperationFilterInput
              ownerId: LongOperationFilterInput
              owner: MemberFilterInput
              memberships: ListFilterInputTypeOfMembershipFilterInput
              label: StringOperationFilterInput
            }
            """);
        Definition("input StringOperationFilterInput").ShouldBe("""
            input StringOperationFilterInput {
              and: [StringOperationFilterInput!]
              or: [StringOperationFilterInput!]
              eq: String @cost(weight: "10")
              neq: String @cost(weight: "10")
              contains: String @cost(weight: "20")
              ncontains: String @cost(weight: "20")
              in: [String] @cost(weight: "10")
              nin: [String] @cost(weight: "10")
              startsWith: String @cost(weight: "20")
              nstartsWith: String @cost(weight: "20")
              endsWith: String @cost(weight: "20")
              nendsWith: String @cost(weight: "20")
            }
            """);
        Definition("input LongOperationFilterInput").ShouldBe("""
            input LongOperationFilterInput {
              eq: Long @cost(weight: "10")
              neq: Long @cost(weight: "10")
              in: [Long] @cost(weight: "10")
              nin: [Long] @cost(weight: "10")
              gt: Long @cost(weight: "10")
              ngt: Long @cost(weight: "10")
              gte: Long @cost(weight: "10")
              ngte: Long @cost(weight: "10")
              lt: Long @cost(weight: "10")
              nlt: Long @cost(weight: "10")
              lte: Long @cost(weight: "10")
              nlte: Long @cost(weight: "10")
            }
            """);
        Definition("input GroupKindOperationFilterInput").ShouldBe("""
            input GroupKindOperationFilterInput {
              eq: GroupKind @cost(weight: "10")
              neq: GroupKind @cost(weight: "10")
              in: [GroupKind!] @cost(weight: "10")
              nin: [GroupKind!] @cost(weight: "10")
            }
            """);
        Definition("input ListFilterInputTypeOfMembershipFilterInput").ShouldBe("""
            input ListFilterInputTypeOfMembershipFilterInput {
              all: MembershipFilterInput @cost(weight: "10")
              none: MembershipFilterInput @cost(weight: "10")
              some: MembershipFilterInput @cost(weight: "10")
              any: Boolean @cost(weight: "10")
            }
            """);
        Definition("input CouponFilterInput").ShouldBe("""
            input CouponFilterInput {
              and: [CouponFilterInput!]
              or: [CouponFilterInput!]
              id: IdOperationFilterInput
              groupId: IdOperationFilterInput
              code: StringOperationFilterInput
              regions: ListStringOperationFilterInput
            }
            """);
        Definition("input IdOperationFilterInput").ShouldBe("""
            input IdOperationFilterInput {
              eq: ID @cost(weight: "10")
              neq: ID @cost(weight: "10")
              in: [ID] @cost(weight: "10")
              nin: [ID] @cost(weight: "10")
            }
            """);
        Definition("input OpenGroupFilterInput").ShouldBe("""
            input OpenGroupFilterInput {
              and: [OpenGroupFilterInput!]
              name: StringOperationFilterInput
              ownerNickname: StringOperationFilterInput
            }
            """);
    }

    [Fact]
    public void Sort_inputs_nest_to_one_relations()
    {
        Definition("input MembershipSortInput").ShouldBe("""
            input MembershipSortInput {
              id: SortEnumType @cost(weight: "10")
              groupId: SortEnumType @cost(weight: "10")
              group: GroupSortInput @cost(weight: "10")
              memberId: SortEnumType @cost(weight: "10")
              member: MemberSortInput @cost(weight: "10")
              role: SortEnumType @cost(weight: "10")
              joinedAt: SortEnumType @cost(weight: "10")
            }
            """);
        Definition("enum SortEnumType").ShouldBe("""
            enum SortEnumType {
              ASC
              DESC
            }
            """);
    }

    [Fact]
    public void Connections_have_the_conventions_fields_and_arguments()
    {
        Definition("type GroupsConnection").ShouldBe("""
            type GroupsConnection {
              "Information to aid in pagination."
              pageInfo: PageInfo!
              "A list of edges."
              edges: [GroupsEdge!]
              "A flattened list of the nodes."
              nodes: [Group!]
              "Identifies the total count of items in the connection."
              totalCount: Int! @cost(weight: "10")
            }
            """);
        Definition("type OpenGroupsConnection").ShouldNotContain("totalCount");
        var groups = _schema.Schema.QueryType!.Fields["groups"];
        groups.Type.ToString().ShouldBe("GroupsConnection");
        groups.Arguments.Select(a => $"{a.Name}: {a.Type}").ShouldBe(
            ["first: Int", "after: String", "last: Int", "before: String", "where: GroupFilterInput", "order: [GroupSortInput!]"]);
        Definition("type Query").ShouldContain(
            "where: GroupFilterInput @cost(weight: \"10\") order: [GroupSortInput!] @cost(weight: \"10\")): GroupsConnection @listSize(assumedSize: 50, slicingArguments: [ \"first\", \"last\" ], slicingArgumentDefaultValue: 10, sizedFields: [ \"edges\", \"nodes\" ], requireOneSlicingArgument: false) @cost(weight: \"10\")");
        groups.Arguments["first"].Description.ShouldBe("Returns the first _n_ elements from the list.");
        _schema.Schema.QueryType.Fields["groupById"].Type.ToString().ShouldBe("Group");
    }

    [Fact]
    public void Collection_segments_have_the_conventions_names_fields_and_arguments()
    {
        Definition("type GroupPagesCollectionSegment").ShouldBe("""
            type GroupPagesCollectionSegment {
              "What surrounds the segment in its list."
              pageInfo: CollectionSegmentInfo!
              "The items, in the order of the list."
              items: [Group!]
              "How many items the whole list has."
              totalCount: Int! @cost(weight: "10")
            }
            """);
        Definition("type CollectionSegmentInfo").ShouldBe("""
            type CollectionSegmentInfo {
              "Whether items follow the segment."
              hasNextPage: Boolean!
              "Whether items were left out before the segment."
              hasPreviousPage: Boolean!
            }
            """);
        Definition("type OpenCollectionSegment").ShouldNotContain("totalCount");
        Definition("type TagCollectionSegment").ShouldContain("  items: [Tag!]\n");
    }

    [Fact]
    public void A_field_that_is_paged_by_offset_is_a_segment_of_the_size_that_is_taken()
    {
        using var schema = new CommunitySchema(configure: b => b.AddTypeExtension<ColourQueries>());
        SchemaPrinter.Print(schema.Schema).ShouldContain(
            "  colours(\"How many items to leave out at the beginning of the list.\" skip: Int \"How many items to return at most.\" take: Int): ColoursCollectionSegment @listSize(assumedSize: 7, slicingArguments: [ \"take\" ], slicingArgumentDefaultValue: 3, sizedFields: [ \"items\" ], requireOneSlicingArgument: true) @cost(weight: \"10\")");
    }

    [Fact]
    public void Two_lists_of_different_items_cannot_share_a_segment_and_a_list_is_paged_in_one_way()
    {
        Should.Throw<SchemaException>(Build<SharingQueries>).Message.ShouldBe("Query.others needs another CollectionSegmentName: OpenCollectionSegment is one of Group.");
        Should.Throw<SchemaException>(Build<TwiceQueries>).Message.ShouldBe("Query.twice must answer a query or a list to be paged.");
        Should.Throw<SchemaException>(Build<TooFewQueries>).Message.ShouldStartWith("The paging options of Query.tooFew are not valid");

        static void Build<T>()
        {
            using var schema = new CommunitySchema(configure: b => b.AddTypeExtension<T>());
        }
    }

    [ExtendObjectType(OperationTypeNames.Query)]
    private sealed class ColourQueries
    {
        [UseOffsetPaging(DefaultPageSize = 3, MaxPageSize = 7, RequirePagingBoundaries = true)]
        public static IEnumerable<string> GetColours() => ["red"];
    }

    [ExtendObjectType(OperationTypeNames.Query)]
    private sealed class SharingQueries
    {
        [UseOffsetPaging(CollectionSegmentName = "Open")]
        public static IQueryable<Tag> GetOthers(CommunityDbContext db) => db.Tags;
    }

    [ExtendObjectType(OperationTypeNames.Query)]
    private sealed class TwiceQueries
    {
        [UsePaging]
        [UseOffsetPaging]
        public static IQueryable<Tag> GetTwice(CommunityDbContext db) => db.Tags;
    }

    [ExtendObjectType(OperationTypeNames.Query)]
    private sealed class TooFewQueries
    {
        [UseOffsetPaging(DefaultPageSize = 3, MaxPageSize = 2)]
        public static IQueryable<Tag> GetTooFew(CommunityDbContext db) => db.Tags;
    }
}
