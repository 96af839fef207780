using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Tests.Types.Building;

public sealed class SchemaBuilderTests
{
    [Fact]
    public void Types_stand_in_the_order_of_their_definitions_with_what_they_are_the_first_to_refer_to()
        => SchemaBuilder.FromSdl("type Zebra { a: Float b: Boolean } type Query { z: Zebra i(x: ID): String } scalar M")
            .Types.Select(static t => t.Name).ShouldBe(
            [
                "Zebra", "Float", "Boolean", "Query", "String", "ID", "M",
                "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue", "__EnumValue", "__Directive", "__DirectiveLocation",
            ]);

    [Fact]
    public void The_specified_directives_follow_those_of_the_definitions()
        => SchemaBuilder.FromSdl("type Query { a: Int } directive @mine on FIELD directive @skip(if: Boolean!) on FIELD")
            .Directives.Select(static d => d.Name).ShouldBe(["mine", "skip", "include", "deprecated", "specifiedBy", "oneOf"]);

    [Fact]
    public void Extensions_add_to_their_types()
    {
        var schema = SchemaBuilder.FromSdl(
            """
            type Query { a: Int }
            extend type Query implements I { b: U }
            interface I { b: U }
            union U = Query
            enum E { A }
            extend enum E { B @deprecated }
            input In { a: Int }
            extend input In @oneOf { b: Int = 2 }
            scalar S
            extend scalar S @specifiedBy(url: "https://example.org")
            type M { a: Int }
            extend schema @mark { mutation: M }
            directive @mark on SCHEMA
            """);
        schema.QueryType!.Fields.Select(static f => f.Name).ShouldBe(["a", "b"]);
        schema.QueryType.Interfaces.ShouldHaveSingleItem().Name.ShouldBe("I");
        schema.MutationType!.Name.ShouldBe("M");
        schema.AppliedDirectives.ShouldHaveSingleItem().Name.ShouldBe("mark");
        Find<EnumType>(schema, "E").Values["B"].DeprecationReason.ShouldBe("No longer supported");
        Find<InputObjectType>(schema, "In").IsOneOf.ShouldBeTrue();
        Find<InputObjectType>(schema, "In").Fields["b"].DefaultValue.ShouldBeOfType<IntValueNode>().Value.ShouldBe("2");
        Find<ScalarType>(schema, "S").SpecifiedByUrl.ShouldBe("https://example.org");
    }

    [Fact]
    public void A_declared_scalar_is_the_registered_one_where_there_is_one()
    {
        const string sdl = "type Query { a: DateTime b: Mine } scalar DateTime scalar Mine";
        Find<ScalarType>(SchemaBuilder.FromSdl(sdl, ScalarRegistry.BuiltIn), "DateTime").ShouldBeSameAs(BuiltInScalars.DateTime);
        Find<ScalarType>(SchemaBuilder.FromSdl(sdl), "DateTime").ShouldNotBeSameAs(BuiltInScalars.DateTime);
    }

    [Fact]
    public void A_declared_scalar_that_is_not_registered_takes_any_value()
    {
        var scalar = Find<ScalarType>(SchemaBuilder.FromSdl("type Query { a: Mine } scalar Mine"), "Mine");
        scalar.CoerceLiteral(Utf8GraphQLParser.ParseValue("{ a: [1, \"b\", NAME] }"))!.ToString().ShouldBe("""{"a":[1,"b","NAME"]}""");
    }

    [Fact]
    public void Applied_directives_are_kept_with_their_arguments()
    {
        var schema = SchemaBuilder.FromSdl("""type Query { a(b: Int @cost(weight: "2")): Int @cost(weight: "10") @deprecated } directive @cost(weight: String!) on FIELD_DEFINITION | ARGUMENT_DEFINITION""");
        var field = schema.QueryType!.Fields["a"];
        field.Directives.ShouldHaveSingleItem().Arguments.ShouldHaveSingleItem().Value.ShouldBeOfType<StringValueNode>().Value.ShouldBe("10");
        field.Arguments["b"].Directives.ShouldHaveSingleItem().Name.ShouldBe("cost");
    }

    [Fact]
    public void What_does_not_fit_together_is_told_at_once()
    {
        var exception = Should.Throw<InvalidSchemaException>(() => SchemaBuilder.FromSdl(
            """
            schema { query: Query query: Query mutation: E }
            schema { query: Query }
            type Query implements E & Nowhere { a: Unknown @deprecated(reason: 1) }
            type Query { b: Int }
            enum E { A }
            union U = E
            extend input E { a: Int }
            extend type Gone { a: Int }
            directive @d on FIELD
            directive @d on QUERY
            input Int { a: String }
            """));
        exception.Errors.ShouldBe(
            [
                new SchemaError("Must provide only one schema definition.", "schema", "3.3"),
                new SchemaError("There can be only one type named \"Query\".", "Query", "3.3"),
                new SchemaError("There can be only one directive named \"@d\".", "@d", "3.13"),
                new SchemaError("There can be only one query type in schema.", "schema", "3.3.1"),
                new SchemaError("Cannot extend non-input object type \"E\".", "E", "3.4.3"),
                new SchemaError("Cannot extend type \"Gone\" because it is not defined.", "Gone", "3.4.3"),
                new SchemaError("There can be only one type named \"Int\".", "Int", "3.5"),
                new SchemaError("Type Query must only implement Interface types, it cannot implement E.", "Query", "3.6"),
                new SchemaError("Unknown type \"Nowhere\".", "Query", "3.4"),
                new SchemaError("Unknown type \"Unknown\".", "Query.a", "3.4"),
                new SchemaError("String cannot represent a non string value: 1", "Query.a", "5.6.1"),
                new SchemaError("Union type U can only include Object types, it cannot include E.", "U", "3.8"),
                new SchemaError("Mutation root type must be Object type if provided, it cannot be E.", "schema", "3.3.1"),
            ]);
    }

    [Fact]
    public void Introspection_types_cannot_be_redefined()
    {
        Should.Throw<InvalidSchemaException>(() => SchemaBuilder.FromSdl("type Query { a: Int } type __Type { mine: Int }"))
            .Errors.ShouldHaveSingleItem().Message.ShouldBe("There can be only one type named \"__Type\".");
        IntrospectionTypes.Type.Fields.Contains("mine").ShouldBeFalse();
    }

    private static T Find<T>(Schema schema, string name)
        where T : NamedType
        => schema.TryGetType(name, out var type) ? (T)type : throw new KeyNotFoundException(name);
}
