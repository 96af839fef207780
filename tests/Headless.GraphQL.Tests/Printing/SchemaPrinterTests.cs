using Headless.GraphQL.Printing;
using Headless.GraphQL.Tests.Validation;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Tests.Printing;

public sealed class SchemaPrinterTests
{
    private const string Sdl =
        """"
        "Nodes have an id."
        interface Node {
          id: ID!
        }
        union Result = Track | Session
        type Query {
          "Fetches an object given its ID."
          node("ID of the object." id: ID!): Node @cost(weight: "10")
          tracks(first: Int = 10, where: TrackFilter @cost(weight: "10")): [Track!]! @listSize(assumedSize: 50, sizedFields: ["edges", "nodes"]) @cost(weight: "10")
          old: Link @deprecated(reason: "See a/b.") @cost(weight: "1")
        }
        type Track implements Node {
          id: ID!
          """
          The name.

            Indented, with a " quote.
          """
          name: String! @deprecated
        }
        type Session implements Node { id: ID! }
        type Mutation { rename(input: RenameInput! = { name: "x", tags: [] }): Result }
        input TrackFilter { and: [TrackFilter!] kinds: [Kind] = [SHORT] }
        input RenameInput @oneOf { name: String tags: [String] }
        enum Kind { "A short one." SHORT LONG }
        scalar Link @specifiedBy(url: "https://example.org/link")
        scalar Any @cost(weight: "0")
        "Weights."
        directive @cost("The weight." weight: String!) on SCALAR | FIELD_DEFINITION | ARGUMENT_DEFINITION
        directive @listSize(assumedSize: Int, sizedFields: [String!]) repeatable on FIELD_DEFINITION
        """";

    [Fact]
    public void HotChocolates_layout_is_sorted_by_kind_and_name_and_has_arguments_on_one_line()
        => SchemaPrinter.Print(SchemaBuilder.FromSdl(Sdl)).ShouldBe(
            """"
            schema {
              query: Query
              mutation: Mutation
            }

            "Nodes have an id."
            interface Node {
              id: ID!
            }

            type Mutation {
              rename(input: RenameInput! = { name: "x", tags: [  ] }): Result
            }

            type Query {
              "Fetches an object given its ID."
              node("ID of the object." id: ID!): Node @cost(weight: "10")
              tracks(first: Int = 10 where: TrackFilter @cost(weight: "10")): [Track!]! @listSize(assumedSize: 50, sizedFields: [ "edges", "nodes" ]) @cost(weight: "10")
              old: Link @cost(weight: "1") @deprecated(reason: "See a\/b.")
            }

            type Session implements Node {
              id: ID!
            }

            type Track implements Node {
              id: ID!
              """
              The name.
              
                Indented, with a " quote.
              """
              name: String! @deprecated
            }

            union Result = Track | Session

            input RenameInput @oneOf {
              name: String
              tags: [String]
            }

            input TrackFilter {
              and: [TrackFilter!]
              kinds: [Kind] = [ SHORT ]
            }

            enum Kind {
              "A short one."
              SHORT
              LONG
            }

            "Weights."
            directive @cost("The weight." weight: String!) on SCALAR | FIELD_DEFINITION | ARGUMENT_DEFINITION

            directive @listSize(assumedSize: Int sizedFields: [String!]) repeatable on FIELD_DEFINITION

            "Indicates exactly one field must be supplied and this field must not be `null`."
            directive @oneOf on INPUT_OBJECT

            "Exposes a URL that specifies the behavior of this scalar."
            directive @specifiedBy("The URL that specifies the behavior of this scalar." url: String!) on SCALAR

            scalar Any @cost(weight: "0")

            scalar Link @specifiedBy(url: "https:\/\/example.org\/link")
            """");

    [Fact]
    public void The_reference_layout_keeps_the_order_of_the_schema()
        => SchemaPrinter.Print(SchemaBuilder.FromSdl(Sdl), SchemaLayout.Reference).ShouldBe(
            """"
            """Weights."""
            directive @cost(
              """The weight."""
              weight: String!
            ) on SCALAR | FIELD_DEFINITION | ARGUMENT_DEFINITION

            directive @listSize(assumedSize: Int, sizedFields: [String!]) repeatable on FIELD_DEFINITION

            """Nodes have an id."""
            interface Node {
              id: ID!
            }

            union Result = Track | Session

            type Query {
              """Fetches an object given its ID."""
              node(
                """ID of the object."""
                id: ID!
              ): Node @cost(weight: "10")
              tracks(first: Int = 10, where: TrackFilter @cost(weight: "10")): [Track!]! @listSize(assumedSize: 50, sizedFields: ["edges", "nodes"]) @cost(weight: "10")
              old: Link @deprecated(reason: "See a/b.") @cost(weight: "1")
            }

            type Track implements Node {
              id: ID!

              """
              The name.
              
                Indented, with a " quote.
              """
              name: String! @deprecated
            }

            type Session implements Node {
              id: ID!
            }

            type Mutation {
              rename(input: RenameInput! = { name: "x", tags: [] }): Result
            }

            input TrackFilter {
              and: [TrackFilter!]
              kinds: [Kind] = [SHORT]
            }

            input RenameInput @oneOf {
              name: String
              tags: [String]
            }

            enum Kind {
              """A short one."""
              SHORT
              LONG
            }

            scalar Link @specifiedBy(url: "https://example.org/link")

            scalar Any @cost(weight: "0")
            """");

    [Theory]
    [InlineData(SchemaLayout.HotChocolate)]
    [InlineData(SchemaLayout.Reference)]
    public void What_is_printed_builds_the_same_schema_again(SchemaLayout layout)
    {
        foreach (var sdl in new[] { Sdl, HarnessSchema.Sdl })
        {
            var printed = SchemaPrinter.Print(SchemaBuilder.FromSdl(sdl), layout);
            SchemaPrinter.Print(SchemaBuilder.FromSdl(printed), layout).ShouldBe(printed);
        }
    }

    [Fact]
    public void The_reference_layout_leaves_out_a_schema_definition_with_default_names()
        => SchemaPrinter.Print(SchemaBuilder.FromSdl("schema { query: Query } type Query { a: Int }"), SchemaLayout.Reference)
            .ShouldStartWith("type Query");

    [Fact]
    public void The_reference_layout_needs_a_schema_definition_where_a_default_name_is_no_root_type()
        => SchemaPrinter.Print(SchemaBuilder.FromSdl("schema { query: Query } type Query { a: Mutation } type Mutation { a: Int }"), SchemaLayout.Reference)
            .ShouldStartWith("schema {\n  query: Query\n}\n\ntype Query");
}
