using Headless.GraphQL.Data.Tests.Model;
using Headless.GraphQL.Printing;

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
              eq: String
              neq: String
              contains: String
              ncontains: String
              in: [String]
              nin: [String]
              startsWith: String
              nstartsWith: String
              endsWith: String
              nendsWith: String
            }
            """);
        Definition("input LongOperationFilterInput").ShouldBe("""
            input LongOperationFilterInput {
              eq: Long
              neq: Long
              in: [Long]
              nin: [Long]
              gt: Long
              ngt: Long
              gte: Long
              ngte: Long
              lt: Long
              nlt: Long
              lte: Long
              nlte: Long
            }
            """);
        Definition("input GroupKindOperationFilterInput").ShouldBe("""
            input GroupKindOperationFilterInput {
              eq: GroupKind
              neq: GroupKind
              in: [GroupKind!]
              nin: [GroupKind!]
            }
            """);
        Definition("input ListFilterInputTypeOfMembershipFilterInput").ShouldBe("""
            input ListFilterInputTypeOfMembershipFilterInput {
              all: MembershipFilterInput
              none: MembershipFilterInput
              some: MembershipFilterInput
              any: Boolean
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
              eq: ID
              neq: ID
              in: [ID]
              nin: [ID]
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
              id: SortEnumType
              groupId: SortEnumType
              group: GroupSortInput
              memberId: SortEnumType
              member: MemberSortInput
              role: SortEnumType
              joinedAt: SortEnumType
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
              totalCount: Int!
            }
            """);
        Definition("type OpenGroupsConnection").ShouldNotContain("totalCount");
        var groups = _schema.Schema.QueryType!.Fields["groups"];
        groups.Type.ToString().ShouldBe("GroupsConnection");
        groups.Arguments.Select(a => $"{a.Name}: {a.Type}").ShouldBe(
            ["first: Int", "after: String", "last: Int", "before: String", "where: GroupFilterInput", "order: [GroupSortInput!]"]);
        groups.Arguments["first"].Description.ShouldBe("Returns the first _n_ elements from the list.");
        _schema.Schema.QueryType.Fields["groupById"].Type.ToString().ShouldBe("Group");
    }
}
