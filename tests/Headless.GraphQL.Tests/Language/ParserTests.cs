using Headless.GraphQL.Language;

namespace Headless.GraphQL.Tests.Language;

public sealed class ParserTests
{
    [Theory]
    [InlineData("", "Unexpected <EOF>.", 1, 1)]
    [InlineData("# only a comment", "Unexpected <EOF>.", 1, 17)]
    [InlineData(" ,\n", "Unexpected <EOF>.", 2, 1)]
    [InlineData("{", "Expected Name, found <EOF>.", 1, 2)]
    [InlineData("{}", "Expected Name, found \"}\".", 1, 2)]
    [InlineData("\n{ ...MissingOn }\nfragment MissingOn Type { a }", "Expected \"on\", found Name \"Type\".", 3, 20)]
    [InlineData("{ field: {} }", "Expected Name, found \"{\".", 1, 10)]
    [InlineData("notAnOperation Foo { field }", "Unexpected Name \"notAnOperation\".", 1, 1)]
    [InlineData("...", "Unexpected \"...\".", 1, 1)]
    [InlineData("{ \"\"", "Expected Name, found String \"\".", 1, 3)]
    [InlineData("query", "Expected \"{\", found <EOF>.", 1, 6)]
    [InlineData("query Q() { a }", "Expected \"$\", found \")\".", 1, 9)]
    [InlineData("query Q($x: Complex = { a: { b: [ $var ] } }) { f }", "Unexpected variable \"$var\" in constant value.", 1, 35)]
    [InlineData("query Q($x: Int = $) { f }", "Unexpected \"$\".", 1, 19)]
    [InlineData("query Q($x: Int @a(b: $x)) { f }", "Unexpected variable \"$x\" in constant value.", 1, 23)]
    [InlineData("fragment on on on { on }", "Unexpected Name \"on\".", 1, 10)]
    [InlineData("{ ...on }", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("{ a() }", "Expected Name, found \")\".", 1, 5)]
    [InlineData("{ a(b:) }", "Unexpected \")\".", 1, 7)]
    [InlineData("{ a(b: [1 }", "Unexpected \"}\".", 1, 11)]
    [InlineData("fragment a($x: Int) on T { f }", "Expected \"on\", found \"(\".", 1, 11)]
    [InlineData("{ ...F(x: 1) }", "Expected Name, found \"(\".", 1, 7)]
    [InlineData("\"described\" { a }", "Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    [InlineData("\n \"described\" extend type A { a: B }", "Unexpected description, only GraphQL definitions support descriptions.", 2, 2)]
    [InlineData("\"described\" 1", "Unexpected Int \"1\".", 1, 13)]
    public void A_document_that_is_not_of_the_grammar_is_an_error_at_the_first_wrong_token(
        string source, string message, int line, int column)
    {
        SyntaxErrors.OfDocument(source).ShouldBe((SyntaxErrorCodes.SyntaxError, $"Syntax Error: {message}", line, column));
    }

    [Fact]
    public void An_operation_has_all_its_parts()
    {
        var document = Utf8GraphQLParser.Parse(
            """
            "what it does"
            query Name("how many" $first: [Int!]! = 1 @old, $last: Int) @live(every: 5) {
              alias: field(a: $first, b: [1, 2.5, "s", null, true, false, ENUM, { x: { } }]) @skip(if: false) { leaf }
              ...Spread @include(if: true)
              ... on Type @x { y }
              ... { z }
            }
            """);

        var operation = document.Definitions.ShouldHaveSingleItem().ShouldBeOfType<OperationDefinitionNode>();
        operation.Description!.Value.ShouldBe("what it does");
        operation.Operation.ShouldBe(OperationType.Query);
        operation.Name!.Value.ShouldBe("Name");
        operation.IsShorthand.ShouldBeFalse();
        operation.Directives.ShouldHaveSingleItem().Name.Value.ShouldBe("live");
        operation.Location.ShouldBe(document.Location);

        operation.VariableDefinitions.Count.ShouldBe(2);
        var first = operation.VariableDefinitions[0];
        first.Description!.Value.ShouldBe("how many");
        first.Variable.Name.Value.ShouldBe("first");
        first.Type.ToString().ShouldBe("[Int!]!");
        first.DefaultValue.ShouldBeOfType<IntValueNode>().Value.ShouldBe("1");
        first.Directives.ShouldHaveSingleItem().Name.Value.ShouldBe("old");
        operation.VariableDefinitions[1].DefaultValue.ShouldBeNull();

        operation.SelectionSet.Selections.Count.ShouldBe(4);
        var field = operation.SelectionSet.Selections[0].ShouldBeOfType<FieldNode>();
        field.ResponseName.ShouldBe("alias");
        field.Name.Value.ShouldBe("field");
        field.Arguments[0].Value.ShouldBeOfType<VariableNode>().Name.Value.ShouldBe("first");
        field.Arguments[1].Value.ShouldBeOfType<ListValueNode>().Values.Select(value => value.GetType()).ShouldBe(
        [
            typeof(IntValueNode), typeof(FloatValueNode), typeof(StringValueNode), typeof(NullValueNode), typeof(BooleanValueNode),
            typeof(BooleanValueNode), typeof(EnumValueNode), typeof(ObjectValueNode),
        ]);
        field.SelectionSet!.Selections.ShouldHaveSingleItem().ShouldBeOfType<FieldNode>().ResponseName.ShouldBe("leaf");

        operation.SelectionSet.Selections[1].ShouldBeOfType<FragmentSpreadNode>().Name.Value.ShouldBe("Spread");
        operation.SelectionSet.Selections[2].ShouldBeOfType<InlineFragmentNode>().TypeCondition!.Name.Value.ShouldBe("Type");
        operation.SelectionSet.Selections[3].ShouldBeOfType<InlineFragmentNode>().TypeCondition.ShouldBeNull();
    }

    [Fact]
    public void A_shorthand_is_a_query_without_name()
    {
        var operation = Utf8GraphQLParser.Parse("{ a }").Definitions.ShouldHaveSingleItem().ShouldBeOfType<OperationDefinitionNode>();

        operation.IsShorthand.ShouldBeTrue();
        operation.Operation.ShouldBe(OperationType.Query);
        operation.Name.ShouldBeNull();
    }

    [Theory]
    [InlineData("on")]
    [InlineData("fragment")]
    [InlineData("query")]
    [InlineData("mutation")]
    [InlineData("subscription")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("null")]
    [InlineData("type")]
    [InlineData("extend")]
    public void Keywords_are_names_wherever_a_name_may_stand(string keyword)
    {
        var fragment = keyword == "on" ? "a" : keyword;
        var document = Utf8GraphQLParser.Parse(
            $$"""
            query {{keyword}} { ... {{fragment}} ... on {{keyword}} { field } }
            fragment {{fragment}} on Type { {{keyword}}({{keyword}}: ${{keyword}}) @{{keyword}}({{keyword}}: {{keyword}}) }
            """);

        document.Definitions.Count.ShouldBe(2);
    }

    [Fact]
    public void Operations_of_each_type_may_be_anonymous()
    {
        var document = Utf8GraphQLParser.Parse("mutation { a } subscription { b } query { c }");

        document.Definitions.Cast<OperationDefinitionNode>().Select(operation => operation.Operation)
            .ShouldBe([OperationType.Mutation, OperationType.Subscription, OperationType.Query]);
        document.Definitions.Cast<OperationDefinitionNode>().ShouldAllBe(operation => !operation.IsShorthand);
    }

    [Fact]
    public void A_fragment_definition_may_be_described()
    {
        var fragment = Utf8GraphQLParser.Parse("\"\"\"part\"\"\" fragment F on T @d { a }").Definitions
            .ShouldHaveSingleItem().ShouldBeOfType<FragmentDefinitionNode>();

        fragment.Description!.Value.ShouldBe("part");
        fragment.Description.IsBlock.ShouldBeTrue();
        fragment.TypeCondition.Name.Value.ShouldBe("T");
        fragment.Location.Column.ShouldBe(1);
    }

    [Fact]
    public void Nodes_span_their_source()
    {
        const string source = "{ a(b: [1, 2]) @c }";
        var document = Utf8GraphQLParser.Parse(source);

        var operation = (OperationDefinitionNode)document.Definitions[0];
        var field = (FieldNode)operation.SelectionSet.Selections[0];
        Text(operation.SelectionSet).ShouldBe(source);
        Text(field).ShouldBe("a(b: [1, 2]) @c");
        Text(field.Name).ShouldBe("a");
        Text(field.Arguments[0]).ShouldBe("b: [1, 2]");
        Text(field.Arguments[0].Value).ShouldBe("[1, 2]");
        Text(field.Directives[0]).ShouldBe("@c");

        string Text(SyntaxNode node) => source[node.Location.Start..node.Location.End];
    }

    [Fact]
    public void A_type_reference_nests_lists_and_non_nulls()
    {
        var outer = Utf8GraphQLParser.ParseType("[[T!]]!").ShouldBeOfType<NonNullTypeNode>();

        outer.ToString().ShouldBe("[[T!]]!");
        outer.Location.ShouldBe(new SourceLocation(0, 7, 1, 1));
        outer.Type.ShouldBeOfType<ListTypeNode>().Location.ShouldBe(new SourceLocation(0, 6, 1, 1));
    }

    [Theory]
    [InlineData("T!!", "Expected <EOF>, found \"!\".", 3)]
    [InlineData("[T", "Expected \"]\", found <EOF>.", 3)]
    [InlineData("[]", "Expected Name, found \"]\".", 2)]
    [InlineData("", "Expected Name, found <EOF>.", 1)]
    public void A_type_reference_that_is_none_is_an_error(string source, string message, int column)
    {
        SyntaxErrors.Of(() => Utf8GraphQLParser.ParseType(source))
            .ShouldBe((SyntaxErrorCodes.SyntaxError, $"Syntax Error: {message}", 1, column));
    }

    [Fact]
    public void A_constant_value_has_no_variables()
    {
        Utf8GraphQLParser.ParseValue("[$a]").ShouldBeOfType<ListValueNode>();
        SyntaxErrors.Of(() => Utf8GraphQLParser.ParseConstValue("[$a]"))
            .ShouldBe((SyntaxErrorCodes.SyntaxError, "Syntax Error: Unexpected variable \"$a\" in constant value.", 1, 2));
    }

    [Fact]
    public void Bytes_and_text_parse_alike()
    {
        const string source = "{ a(text: \"漢字😀\") }";

        SyntaxPrinter.Print(Utf8GraphQLParser.Parse("{ a(text: \"漢字😀\") }"u8)).ShouldBe(SyntaxPrinter.Print(Utf8GraphQLParser.Parse(source)));
    }

    [Theory]
    [InlineData("type A { b: C }", "Unexpected Name \"type\".")]
    [InlineData("extend type A { b: C }", "Unexpected Name \"extend\".")]
    [InlineData("directive @a on FIELD", "Unexpected Name \"directive\".")]
    public void Type_system_definitions_are_refused_where_the_options_say_so(string source, string message)
    {
        SyntaxErrors.OfDocument(source, new ParserOptions { AllowTypeSystemDefinitions = false })
            .ShouldBe((SyntaxErrorCodes.SyntaxError, $"Syntax Error: {message}", 1, 1));
    }
}
