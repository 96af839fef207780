using System.Text;
using System.Text.Json;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Execution.Coercion;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;
using static Headless.GraphQL.Tests.Execution.TestExecution;

namespace Headless.GraphQL.Tests.Execution.CostAnalysis;

/// <summary>The numbers of the IBM cost directives specification, and of HotChocolate where it adds to it.</summary>
public sealed class OperationCostTests
{
    private const string Sdl =
        """
        directive @cost(weight: String!) on SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM | INPUT_FIELD_DEFINITION
        directive @listSize(assumedSize: Int, slicingArguments: [String!], slicingArgumentDefaultValue: Int, sizedFields: [String!], requireOneSlicingArgument: Boolean! = true) on FIELD_DEFINITION

        type Query {
          books(first: Int, last: Int, where: BookFilter @cost(weight: "10"), order: [BookOrder!] @cost(weight: "10")): BooksConnection
            @listSize(assumedSize: 50, slicingArguments: ["first", "last"], slicingArgumentDefaultValue: 10, sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)
            @cost(weight: "10")
          book: Book @cost(weight: "10")
          shelf: [Book!]! @listSize(assumedSize: 7)
          page(first: Int = 3): [Book!]! @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)
          strict(first: Int, last: Int): [Book!]! @listSize(slicingArguments: ["first", "last"])
          rebate: Book @cost(weight: "-5")
          media: [Media!]! @listSize(assumedSize: 2)
          titles: [String!]!
          money: Money
        }

        type BooksConnection { pageInfo: PageInfo!  edges: [BooksEdge!]  nodes: [Book!]  totalCount: Int! @cost(weight: "10") }
        type BooksEdge { cursor: String!  node: Book }
        type PageInfo { hasNextPage: Boolean! }
        type Book { title: String!  author: Author  price: Money  chapters: [Chapter!]! @listSize(assumedSize: 20) @cost(weight: "10") }
        type Author { name: String! }
        type Chapter { title: String! }
        type Film @cost(weight: "3") { title: String!  director: Author @cost(weight: "4") }
        union Media = Book | Film
        scalar Money @cost(weight: "0.5")

        input BookFilter { and: [BookFilter!]  title: TextFilter  year: NumberFilter }
        input TextFilter { eq: String @cost(weight: "10")  contains: String @cost(weight: "20") }
        input NumberFilter { eq: Int @cost(weight: "10")  gt: Int @cost(weight: "10") }
        input BookOrder { title: Direction @cost(weight: "10")  year: Direction @cost(weight: "10") }
        enum Direction { ASC DESC }
        """;

    private static readonly Schema s_schema = Schema(Sdl);

    [Theory]
    // HotChocolate's documentation: a weighted field, what scalars and objects weigh, and a page of fifty.
    [InlineData("{ book { title author { name } } }", 11, 3)]
    [InlineData("{ books(first: 50) { edges { node { title author { name } } } } }", 111, 152)]
    [InlineData("{ books { edges { node { title author { name } } } } }", 31, 32)]
    [InlineData("{ books(first: 5, last: 8) { nodes { title } } }", 11, 10)]
    [InlineData("{ books(first: 5) { totalCount pageInfo { hasNextPage } nodes { title } } }", 22, 8)]
    [InlineData("{ books(first: 5) { nodes { chapters { title } } } }", 61, 107)]
    [InlineData("{ books(first: -3) { nodes { chapters { title } } } }", 11, 2)]
    [InlineData("{ books(first: null) { nodes { title } } }", 11, 12)]
    [InlineData("{ books(first: 2147483647) { nodes { author { name } } } }", 2147483658, 4294967296)]
    // Lists without a connection.
    [InlineData("{ shelf { author { name } } }", 8, 15)]
    [InlineData("{ page { title } }", 1, 4)]
    [InlineData("{ page(first: 4) { author { name } } }", 5, 9)]
    [InlineData("{ titles }", 1, 1)]
    // Weights of scalars, of types and below zero.
    [InlineData("{ money }", 0, 1.5)]
    [InlineData("{ book { price } }", 10, 2.5)]
    [InlineData("{ rebate { author { name } } }", 0, 3)]
    // Of a union the dearest member; every response name once.
    [InlineData("{ media { __typename ... on Book { author { name } } ... on Film { director { name } } } }", 9, 9)]
    [InlineData("{ media { ... on Film { director { name } director { name } } } }", 9, 9)]
    [InlineData("{ media { __typename } }", 1, 7)]
    [InlineData("{ ...A ...A b: book { ...B } } fragment A on Query { book { ...B } } fragment B on Book { author { name } }", 22, 5)]
    // Arguments: their own weight, and that of each condition in them.
    [InlineData("{ books(where: { title: { eq: \"x\" } }) { nodes { title } } }", 32, 12)]
    [InlineData("{ books(where: { and: [{ title: { contains: \"x\" } }, { year: { gt: 1, eq: 2 } }] }, order: [{ title: ASC }, { year: DESC }]) { nodes { title } } }", 94, 12)]
    [InlineData("{ __schema { types { name } } }", 2, 3)]
    [InlineData("{ __typename }", 0, 1)]
    public void A_cost_without_variables_is_a_number_of_the_plan(string document, double fieldCost, double typeCost)
    {
        var plan = Plan(document);

        plan.Cost.IsConstant.ShouldBeTrue();
        plan.Cost.Evaluate(plan, VariableValues.Empty).ShouldBe(new CostMetrics(fieldCost, typeCost));
    }

    [Theory]
    [InlineData("query($n: Int) { books(first: $n) { nodes { title chapters { title } } } }", """{"n":3}""", 41, 65)]
    [InlineData("query($n: Int) { books(first: $n) { nodes { title } } }", """{"n":1000000}""", 11, 1_000_002)]
    [InlineData("query($n: Int) { books(first: $n) { nodes { title } } }", """{"n":null}""", 11, 12)]
    [InlineData("query($n: Int) { books(first: $n) { nodes { title } } }", "{}", 11, 12)]
    [InlineData("query($n: Int = 4) { books(first: $n) { nodes { title } } }", "{}", 11, 6)]
    [InlineData("query($n: Int) { books(first: 2, last: $n) { nodes { title } } }", """{"n":1}""", 11, 4)]
    [InlineData("query($w: BookFilter) { books(where: $w) { nodes { title } } }", "{}", 11, 12)]
    [InlineData("query($w: BookFilter) { books(where: $w) { nodes { title } } }", """{"w":{"title":{"eq":"x"}}}""", 32, 12)]
    [InlineData("query($w: BookFilter) { books(where: $w) { nodes { title } } }", """{"w":{"and":[{"title":{"contains":"x"}},{"year":{"gt":1,"eq":2}}]}}""", 64, 12)]
    [InlineData("query($t: TextFilter, $o: [BookOrder!]) { books(where: { title: $t }, order: $o) { nodes { title } } }", """{"t":{"contains":"x"},"o":[{"title":"ASC"},{"year":"ASC"}]}""", 72, 12)]
    [InlineData("query($x: String) { books(where: { title: { contains: $x } }) { nodes { title } } }", """{"x":"x"}""", 42, 12)]
    [InlineData("query($s: Boolean!) { book @skip(if: $s) { author { name } } shelf { title } }", """{"s":true}""", 1, 8)]
    [InlineData("query($s: Boolean!) { book @skip(if: $s) { author { name } } shelf { title } }", """{"s":false}""", 12, 10)]
    [InlineData("query($s: Boolean!) { media { ... on Film @include(if: $s) { director { name } } ... on Book { author { name } } } }", """{"s":false}""", 3, 7)]
    [InlineData("query($s: Boolean!) { media { ... on Film @include(if: $s) { director { name } } ... on Book { author { name } } } }", """{"s":true}""", 9, 9)]
    public void What_variables_hold_is_counted_for_each_request(string document, string variables, double fieldCost, double typeCost)
    {
        var plan = Plan(document);
        VariableCoercer.Coerce(plan.Variables, JsonDocument.Parse(variables).RootElement, files: null, new RequestOptions(), out var values).ShouldBeNull();

        plan.Cost.Evaluate(plan, values).ShouldBe(new CostMetrics(fieldCost, typeCost));
    }

    [Theory]
    [InlineData("{ strict { title } }")]
    [InlineData("{ strict(first: 1, last: 1) { title } }")]
    public async Task One_slicing_argument_must_be_given_where_the_schema_requires_it(string document)
        => (await ExecuteAsync(s_schema, document)).ShouldBe(
            """{"errors":[{"message":"The field \"strict\" must be given exactly one of the arguments first, last.","locations":[{"line":1,"column":3}],"extensions":{"code":"HC0082"}}]}""");

    [Fact]
    public void A_cost_beyond_all_bounds_stays_a_number()
    {
        var nested = string.Concat(Enumerable.Repeat("library(first: 2147483647) { ", 60));
        var schema = Schema(
            """
            directive @listSize(assumedSize: Int, slicingArguments: [String!], requireOneSlicingArgument: Boolean! = true) on FIELD_DEFINITION
            type Query { library(first: Int): [Query!]! @listSize(slicingArguments: ["first"]) }
            """);
        var plan = new OperationPlanner(schema, new RequestOptions()).Plan(
            Utf8GraphQLParser.Parse(Encoding.UTF8.GetBytes($"{{ {nested} __typename {new string('}', 61)}")), null);

        plan.Cost.Evaluate(plan, VariableValues.Empty).ShouldBe(new CostMetrics(1L << 53, 1L << 53));
    }

    [Fact]
    public void Evaluating_a_cost_allocates_nothing()
    {
        var plan = Plan("query($n: Int, $w: BookFilter) { books(first: $n, where: $w) { nodes { title chapters { title } } } }");
        var variables = JsonDocument.Parse("""{"n":3,"w":{"and":[{"title":{"eq":"x"}}]}}""").RootElement;
        VariableCoercer.Coerce(plan.Variables, variables, files: null, new RequestOptions(), out var values).ShouldBeNull();
        plan.Cost.Evaluate(plan, values).FieldCost.ShouldBe(63);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            plan.Cost.Evaluate(plan, values);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static OperationPlan Plan(string document)
        => new OperationPlanner(s_schema, new RequestOptions()).Plan(Utf8GraphQLParser.Parse(Encoding.UTF8.GetBytes(document)), null);
}
