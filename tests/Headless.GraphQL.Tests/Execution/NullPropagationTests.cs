using Headless.GraphQL.Types;
using static Headless.GraphQL.Tests.Execution.TestExecution;

namespace Headless.GraphQL.Tests.Execution;

/// <summary>Specification section 6.4.4, for values that are read while writing and for values that resolvers have stored.</summary>
public sealed class NullPropagationTests
{
    private const string Sdl = """
        type Query { node: Node  nodeNN: Node!  list: [Node]  listOfNN: [Node!]  listNNofNN: [Node!]!  lists: [[Node!]]  ints: [Int!]  other: String }
        type Node { id: Int!  name: String  child: Node  childNN: Node!  items: [Node!]  grid: [[Node!]] }
        """;

    private static Dictionary<string, object?> Node(int? id, params (string Name, object? Value)[] more)
        => Obj([("id", id), .. more]);

    public static TheoryData<string, object?, string> Cases => new()
    {
        { "{ node { id } other }", Obj(("node", Node(null)), ("other", "x")), Answer("""{"node":null,"other":"x"}""", "Node.id", 10, "node", "id") },
        { "{ nodeNN { id } other }", Obj(("nodeNN", Node(null)), ("other", "x")), Answer("null", "Node.id", 12, "nodeNN", "id") },
        { "{ nodeNN { id } }", Obj(("nodeNN", null)), Answer("null", "Query.nodeNN", 3, "nodeNN") },
        { "{ list { id } }", Obj(("list", new[] { Node(1), Node(null), Node(3) })), Answer("""{"list":[{"id":1},null,{"id":3}]}""", "Node.id", 10, "list", 1, "id") },
        { "{ listOfNN { id } other }", Obj(("listOfNN", new[] { Node(1), Node(null), Node(3) }), ("other", "x")), Answer("""{"listOfNN":null,"other":"x"}""", "Node.id", 14, "listOfNN", 1, "id") },
        { "{ listOfNN { id } }", Obj(("listOfNN", new[] { Node(1), null })), Answer("""{"listOfNN":null}""", "Query.listOfNN", 3, "listOfNN", 1) },
        { "{ listNNofNN { id } }", Obj(("listNNofNN", new[] { Node(1), null })), Answer("null", "Query.listNNofNN", 3, "listNNofNN", 1) },
        { "{ lists { id } }", Obj(("lists", new[] { new[] { Node(1), null, Node(2) }, new[] { Node(3) } })), Answer("""{"lists":[null,[{"id":3}]]}""", "Query.lists", 3, "lists", 0, 1) },
        { "{ ints }", Obj(("ints", new object?[] { 1, null })), Answer("""{"ints":null}""", "Query.ints", 3, "ints", 1) },
        { "{ node { name child { childNN { id } } } }", Obj(("node", Node(1, ("name", "n"), ("child", Node(2, ("childNN", Node(null))))))), Answer("""{"node":{"name":"n","child":null}}""", "Node.id", 33, "node", "child", "childNN", "id") },
        { "{ node { items { id } name } }", Obj(("node", Node(1, ("name", "n"), ("items", new[] { Node(1), Node(null) })))), Answer("""{"node":{"items":null,"name":"n"}}""", "Node.id", 18, "node", "items", 1, "id") },
        { "{ list { grid { id } } }", Obj(("list", new[] { Node(1, ("grid", new[] { new[] { Node(1), null, Node(2) }, new[] { Node(3) } })), Node(2, ("grid", new[] { new[] { Node(4) } })) })), Answer("""{"list":[{"grid":[null,[{"id":3}]]},{"grid":[[{"id":4}]]}]}""", "Node.grid", 10, "list", 0, "grid", 0, 1) },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_null_in_a_non_null_position_nulls_the_nearest_nullable_parent(string document, object? root, string expected)
        => (await ExecuteAsync(Schema(Sdl), document, rootValue: root)).ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_same_holds_where_every_field_has_a_resolver(string document, object? root, string expected)
        => (await ExecuteAsync(WithResolvers(completed: true), document, rootValue: root)).ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_same_holds_where_every_resolver_is_asynchronous(string document, object? root, string expected)
        => (await ExecuteAsync(WithResolvers(completed: false), document, rootValue: root)).ShouldBe(expected);

    [Fact]
    public async Task An_error_of_a_leaf_nulls_it_alone()
        => (await ExecuteAsync(Schema(Sdl), "{ list { name id } }", rootValue: Obj(("list", new[] { Node(1, ("name", new object())), Node(2, ("name", "b")) })))).ShouldBe(
            """{"errors":[{"message":"String cannot represent value: [Object]","locations":[{"line":1,"column":10}],"path":["list",0,"name"]}],"data":{"list":[{"name":null,"id":1},{"name":"b","id":2}]}}""");

    [Fact]
    public async Task A_value_that_is_no_list_is_an_error()
        => (await ExecuteAsync(Schema(Sdl), "{ ints }", rootValue: Obj(("ints", "12")))).ShouldBe(
            """{"errors":[{"message":"Expected Iterable, but did not find one for field \"Query.ints\".","locations":[{"line":1,"column":3}],"path":["ints"]}],"data":{"ints":null}}""");

    [Fact]
    public async Task An_error_has_the_locations_of_all_merged_nodes()
        => (await ExecuteAsync(Schema(Sdl), "{ node { id } node { id } }", rootValue: Obj(("node", Node(null))))).ShouldBe(
            """{"errors":[{"message":"Cannot return null for non-nullable field Node.id.","locations":[{"line":1,"column":10},{"line":1,"column":22}],"path":["node","id"]}],"data":{"node":null}}""");

    private static Schema WithResolvers(bool completed)
    {
        var schema = Schema(Sdl);
        foreach (var type in schema.Types.OfType<ObjectType>().Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            foreach (var field in type.Fields)
            {
                field.Resolver = async context =>
                {
                    if (!completed)
                    {
                        await Task.Yield();
                    }

                    return context.Parent<Dictionary<string, object?>>().GetValueOrDefault(context.Field.Name);
                };
            }
        }

        return schema;
    }

    private static string Answer(string data, string field, int column, params object[] path)
        => $$"""{"errors":[{"message":"Cannot return null for non-nullable field {{field}}.","locations":[{"line":1,"column":{{column}}}],"path":[{{string.Join(",", path.Select(p => p is string s ? $"\"{s}\"" : p.ToString()))}}]}],"data":{{data}}}""";
}
