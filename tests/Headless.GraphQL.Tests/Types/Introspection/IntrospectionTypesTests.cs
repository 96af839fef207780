using System.Text.Json;
using Headless.GraphQL.Language;
using Headless.GraphQL.Tests.Validation;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Tests.Types.Introspection;

public sealed class IntrospectionTypesTests
{
    private static readonly JsonElement Harness = IntrospectionReader.Read(HarnessSchema.Schema);

    [Fact]
    public void The_types_have_the_fields_and_arguments_of_the_specification()
        => IntrospectionTypes.All.Select(static t => $"{t} {Members(t)}").ShouldBe(
            [
                "__Schema description: String, types: [__Type!]!, queryType: __Type!, mutationType: __Type, subscriptionType: __Type, directives: [__Directive!]!",
                "__Type kind: __TypeKind!, name: String, description: String, specifiedByURL: String, fields(includeDeprecated: Boolean! = false): [__Field!], interfaces: [__Type!], possibleTypes: [__Type!], enumValues(includeDeprecated: Boolean! = false): [__EnumValue!], inputFields(includeDeprecated: Boolean! = false): [__InputValue!], ofType: __Type, isOneOf: Boolean",
                "__TypeKind SCALAR, OBJECT, INTERFACE, UNION, ENUM, INPUT_OBJECT, LIST, NON_NULL",
                "__Field name: String!, description: String, args(includeDeprecated: Boolean! = false): [__InputValue!]!, type: __Type!, isDeprecated: Boolean!, deprecationReason: String",
                "__InputValue name: String!, description: String, type: __Type!, defaultValue: String, isDeprecated: Boolean!, deprecationReason: String",
                "__EnumValue name: String!, description: String, isDeprecated: Boolean!, deprecationReason: String",
                "__Directive name: String!, description: String, isRepeatable: Boolean!, locations: [__DirectiveLocation!]!, args(includeDeprecated: Boolean! = false): [__InputValue!]!",
                "__DirectiveLocation QUERY, MUTATION, SUBSCRIPTION, FIELD, FRAGMENT_DEFINITION, FRAGMENT_SPREAD, INLINE_FRAGMENT, VARIABLE_DEFINITION, SCHEMA, SCALAR, OBJECT, FIELD_DEFINITION, ARGUMENT_DEFINITION, INTERFACE, UNION, ENUM, ENUM_VALUE, INPUT_OBJECT, INPUT_FIELD_DEFINITION",
            ]);

    [Fact]
    public void Every_kind_of_type_describes_itself_with_its_own_fields_only()
    {
        Kind("Link").ShouldBe("SCALAR specifiedByURL");
        Kind("Member").ShouldBe("OBJECT fields interfaces");
        Kind("Person").ShouldBe("INTERFACE fields interfaces possibleTypes");
        Kind("Author").ShouldBe("UNION possibleTypes");
        Kind("PhraseKind").ShouldBe("ENUM enumValues");
        Kind("Identity").ShouldBe("INPUT_OBJECT isOneOf inputFields");
    }

    [Fact]
    public void Deprecated_members_are_left_out_unless_they_are_asked_for()
    {
        var data = IntrospectionReader.Read(SchemaBuilder.FromSdl(
            """
            type Query { a(x: Int, y: Int @deprecated): E b: Int @deprecated(reason: "gone") }
            enum E { A B @deprecated }
            input In { a: Int b: Int @deprecated }
            directive @d(a: Int, b: Int @deprecated) on FIELD
            """));
        var query = TypeOf(data, "Query");
        Names(query, "fields").ShouldBe(["a", "b"]);
        query.GetProperty("fields")[1].GetProperty("isDeprecated").GetBoolean().ShouldBeTrue();
        query.GetProperty("fields")[1].GetProperty("deprecationReason").GetString().ShouldBe("gone");
        Names(query.GetProperty("fields")[0], "args").ShouldBe(["x", "y"]);
        Names(query, "current").ShouldBe(["a"]);
        Names(query.GetProperty("current")[0], "args").ShouldBe(["x"]);
        Names(TypeOf(data, "E"), "enumValues").ShouldBe(["A", "B"]);
        Names(TypeOf(data, "E"), "currentEnumValues").ShouldBe(["A"]);
        Names(TypeOf(data, "In"), "inputFields").ShouldBe(["a", "b"]);
        Names(TypeOf(data, "In"), "currentInputFields").ShouldBe(["a"]);
        var directive = data.GetProperty("__schema").GetProperty("directives").EnumerateArray().Single(static d => d.GetProperty("name").GetString() == "d");
        Names(directive, "args").ShouldBe(["a", "b"]);
        Names(directive, "currentArgs").ShouldBe(["a"]);
    }

    [Fact]
    public void Defaults_are_printed_as_literals()
    {
        var complex = TypeOf(Harness, "Query").GetProperty("fields").EnumerateArray().Single(static f => f.GetProperty("name").GetString() == "complex");
        complex.GetProperty("args")[0].GetProperty("defaultValue").GetString().ShouldBe("""{ open: true, names: ["a", "b"] }""");
    }

    [Fact]
    public void Single_types_are_found_by_name()
    {
        Harness.GetProperty("__type").GetRawText().ShouldBe("""{"name":"Query","kind":"OBJECT"}""");
        Harness.GetProperty("missing").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Introspection_types_are_valid_types()
        => SchemaValidator.Validate(SchemaBuilder.FromSdl("type Query { a: Int }")).ShouldBeEmpty();

    private static string Members(NamedType type) => type switch
    {
        ObjectType t => string.Join(", ", t.Fields.Select(static f => $"{f.Name}{Arguments(f)}: {f.Type}")),
        EnumType t => string.Join(", ", t.Values.Select(static v => v.Name)),
        _ => "",
    };

    private static string Arguments(OutputField field)
        => field.Arguments.Count == 0
            ? ""
            : $"({string.Join(", ", field.Arguments.Select(static a => $"{a.Name}: {a.Type} = {SyntaxPrinter.Print(a.DefaultValue!)}"))})";

    private static string Kind(string name)
    {
        string[] optional = ["specifiedByURL", "isOneOf", "fields", "inputFields", "interfaces", "enumValues", "possibleTypes"];
        var type = TypeOf(Harness, name);
        return string.Join(' ', optional.Where(p => type.GetProperty(p).ValueKind != JsonValueKind.Null).Prepend(type.GetProperty("kind").GetString()));
    }

    private static JsonElement TypeOf(JsonElement data, string name)
        => data.GetProperty("__schema").GetProperty("types").EnumerateArray().Single(t => t.GetProperty("name").GetString() == name);

    private static IEnumerable<string?> Names(JsonElement parent, string property)
        => parent.GetProperty(property).EnumerateArray().Select(static m => m.GetProperty("name").GetString());
}
