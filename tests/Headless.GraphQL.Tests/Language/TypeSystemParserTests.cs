using Headless.GraphQL.Language;

namespace Headless.GraphQL.Tests.Language;

public sealed class TypeSystemParserTests
{
    [Fact]
    public void An_object_type_has_all_its_parts()
    {
        var type = Single<ObjectTypeDefinitionNode>(
            """
            "described"
            type Product implements & Node & Priced @key(fields: ["id"]) {
              "its id"
              id: ID!
              price("in which" currency: Currency = EUR @old, at: Time): [Money!] @deprecated(reason: "no")
            }
            """);

        type.Description!.Value.ShouldBe("described");
        type.IsExtension.ShouldBeFalse();
        type.Name.Value.ShouldBe("Product");
        type.Interfaces.Select(name => name.Name.Value).ShouldBe(["Node", "Priced"]);
        type.Directives.ShouldHaveSingleItem().Name.Value.ShouldBe("key");
        type.Fields.Select(field => field.Name.Value).ShouldBe(["id", "price"]);
        type.Fields[0].Description!.Value.ShouldBe("its id");
        type.Fields[1].Type.ToString().ShouldBe("[Money!]");
        type.Fields[1].Directives.ShouldHaveSingleItem();
        type.Fields[1].Arguments.Select(argument => argument.Name.Value).ShouldBe(["currency", "at"]);
        type.Fields[1].Arguments[0].DefaultValue.ShouldBeOfType<EnumValueNode>().Value.ShouldBe("EUR");
        type.Fields[1].Arguments[0].Description!.Value.ShouldBe("in which");
        type.Fields[1].Arguments[0].Directives.ShouldHaveSingleItem();
    }

    [Fact]
    public void An_interface_may_implement_interfaces()
    {
        Single<InterfaceTypeDefinitionNode>("interface A implements B & C { d: E }")
            .Interfaces.Select(name => name.Name.Value).ShouldBe(["B", "C"]);
    }

    [Theory]
    [InlineData("union A = B | C")]
    [InlineData("union A = | B | C")]
    public void A_union_may_begin_with_a_pipe(string source)
    {
        Single<UnionTypeDefinitionNode>(source).Types.Select(name => name.Name.Value).ShouldBe(["B", "C"]);
    }

    [Fact]
    public void A_schema_names_its_root_types()
    {
        var schema = Single<SchemaDefinitionNode>("\"d\" schema @a { query: Q mutation: M subscription: S }");

        schema.Description!.Value.ShouldBe("d");
        schema.OperationTypes.Select(root => (root.Operation, root.Type.Name.Value)).ShouldBe(
            [(OperationType.Query, "Q"), (OperationType.Mutation, "M"), (OperationType.Subscription, "S")]);
    }

    [Fact]
    public void A_directive_definition_has_all_its_parts()
    {
        var directive = Single<DirectiveDefinitionNode>("\"d\" directive @a(b: C = 1) repeatable on | FIELD | INPUT_OBJECT");

        directive.Description!.Value.ShouldBe("d");
        directive.Name.Value.ShouldBe("a");
        directive.Arguments.ShouldHaveSingleItem().DefaultValue.ShouldNotBeNull();
        directive.IsRepeatable.ShouldBeTrue();
        directive.Locations.Select(location => location.Value).ShouldBe(["FIELD", "INPUT_OBJECT"]);
    }

    [Theory]
    [InlineData("extend schema @a")]
    [InlineData("extend schema { query: Q }")]
    [InlineData("extend scalar A @a")]
    [InlineData("extend type A implements B")]
    [InlineData("extend type A @a")]
    [InlineData("extend type A { b: C }")]
    [InlineData("extend interface A implements B")]
    [InlineData("extend interface A { b: C }")]
    [InlineData("extend union A = B")]
    [InlineData("extend union A @a")]
    [InlineData("extend enum A { B }")]
    [InlineData("extend enum A @a")]
    [InlineData("extend input A { b: C }")]
    [InlineData("extend input A @a")]
    public void Everything_but_directives_can_be_extended(string source)
    {
        var extension = Single<TypeSystemDefinitionNode>(source);

        extension.IsExtension.ShouldBeTrue();
        extension.Description.ShouldBeNull();
        extension.Location.ShouldBe(new SourceLocation(0, source.Length, 1, 1));
    }

    [Theory]
    [InlineData("scalar A")]
    [InlineData("type A")]
    [InlineData("interface A")]
    [InlineData("union A")]
    [InlineData("enum A")]
    [InlineData("input A")]
    public void A_definition_may_be_empty(string source)
    {
        Single<TypeDefinitionNode>(source).Name.Value.ShouldBe("A");
    }

    [Theory]
    [InlineData("extend scalar A", "Unexpected <EOF>.", 16)]
    [InlineData("extend type A", "Unexpected <EOF>.", 14)]
    [InlineData("extend interface A", "Unexpected <EOF>.", 19)]
    [InlineData("extend union A", "Unexpected <EOF>.", 15)]
    [InlineData("extend enum A", "Unexpected <EOF>.", 14)]
    [InlineData("extend input A", "Unexpected <EOF>.", 15)]
    [InlineData("extend schema", "Unexpected <EOF>.", 14)]
    [InlineData("extend schema {}", "Expected Name, found \"}\".", 16)]
    [InlineData("extend directive @a on FIELD", "Unexpected Name \"directive\".", 8)]
    [InlineData("extend \"d\" type A { b: C }", "Unexpected String \"d\".", 8)]
    [InlineData("schema", "Expected \"{\", found <EOF>.", 7)]
    [InlineData("schema { query Q }", "Expected \":\", found Name \"Q\".", 16)]
    [InlineData("schema { other: Q }", "Unexpected Name \"other\".", 10)]
    [InlineData("type A {}", "Expected Name, found \"}\".", 9)]
    [InlineData("type A { b() : C }", "Expected Name, found \")\".", 12)]
    [InlineData("type A implements {", "Expected Name, found \"{\".", 19)]
    [InlineData("type A implements B, C { d: E }", "Unexpected Name \"C\".", 22)]
    [InlineData("type A { b: C = 1 }", "Expected Name, found \"=\".", 15)]
    [InlineData("interface A {}", "Expected Name, found \"}\".", 14)]
    [InlineData("union A =", "Expected Name, found <EOF>.", 10)]
    [InlineData("union A = B || C", "Expected Name, found \"|\".", 14)]
    [InlineData("union A = B |", "Expected Name, found <EOF>.", 14)]
    [InlineData("enum A {}", "Expected Name, found \"}\".", 9)]
    [InlineData("enum A { true }", "Name \"true\" is reserved and cannot be used for an enum value.", 10)]
    [InlineData("enum A { B, null }", "Name \"null\" is reserved and cannot be used for an enum value.", 13)]
    [InlineData("input A {}", "Expected Name, found \"}\".", 10)]
    [InlineData("input A { b(c: D): E }", "Expected \":\", found \"(\".", 12)]
    [InlineData("input A { b: C = $d }", "Unexpected variable \"$d\" in constant value.", 18)]
    [InlineData("directive @a on FIELD | INCORRECT", "Unexpected Name \"INCORRECT\".", 25)]
    [InlineData("directive @a on", "Expected Name, found <EOF>.", 16)]
    [InlineData("directive @a FIELD", "Expected \"on\", found Name \"FIELD\".", 14)]
    [InlineData("directive a on FIELD", "Expected \"@\", found Name \"a\".", 11)]
    public void A_definition_that_is_not_of_the_grammar_is_an_error(string source, string message, int column)
    {
        SyntaxErrors.OfDocument(source).ShouldBe((SyntaxErrorCodes.SyntaxError, $"Syntax Error: {message}", 1, column));
    }

    private static TNode Single<TNode>(string source)
        where TNode : DefinitionNode =>
        Utf8GraphQLParser.Parse(source).Definitions.ShouldHaveSingleItem().ShouldBeAssignableTo<TNode>()!;
}
