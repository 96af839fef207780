using Headless.GraphQL.Types;

namespace Headless.GraphQL.Tests.Types.Building;

/// <summary>Every rule of the specification's section 3, with all the messages that a wrong schema gives.</summary>
public sealed class SchemaValidatorTests
{
    [Fact]
    public void Default_root_names_are_accepted()
        => Validate(
            """
            type Query { a: Mutation }
            type Mutation { a: Int }
            type Subscription { a: String }
            """).ShouldBeEmpty();

    [Fact]
    public void Empty_descriptions_and_odd_text_are_accepted()
        => Validate(
            """"
            ""
            type Query { " " a: Int """ """ b: Int "tab\tand\u0007bell" c: Int "ends with quote\"" d: Int "back\\slash" e: Int """
                deep
            """ f: Int "é漢😀" g: Int }
            """").ShouldBeEmpty();

    [Fact]
    public void No_query_type_are_rejected()
        => Validate(
            """
            type A { a: Int }
            """).ShouldBe(
            [
                "Query root type must be provided.",
            ],
            ignoreOrder: true);

    [Fact]
    public void No_query_type_in_the_schema_definition_are_rejected()
        => Validate(
            """
            schema { mutation: M }
            type M { a: Int }
            """).ShouldBe(
            [
                "Query root type must be provided.",
            ],
            ignoreOrder: true);

    [Fact]
    public void One_type_for_all_operations_are_rejected()
        => Validate(
            """
            schema { query: A mutation: A subscription: A }
            type A { a: Int }
            """).ShouldBe(
            [
                "All root types must be different, \"A\" type is used as query, mutation, and subscription root types.",
            ],
            ignoreOrder: true);

    [Fact]
    public void One_type_for_two_operations_are_rejected()
        => Validate(
            """
            schema { query: A mutation: A }
            type A { a: Int }
            """).ShouldBe(
            [
                "All root types must be different, \"A\" type is used as query and mutation root types.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Reserved_names_are_rejected()
        => Validate(
            """
            type Query { __a: Int b(__c: Int): Int }
            type __T { a: Int }
            enum __E { __A }
            input __I { __a: Int }
            scalar __S
            interface __F { a: Int }
            union __U = __T
            directive @__d(__a: Int) on FIELD
            """).ShouldBe(
            [
                "Name \"__d\" must not begin with \"__\", which is reserved by GraphQL introspection.",
                "Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection.",
                "Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection.",
                "Name \"__c\" must not begin with \"__\", which is reserved by GraphQL introspection.",
                "Name \"__T\" must not begin with \"__\", which is reserved by GraphQL introspection.",
                "Name \"__E\" must not begin with \"__\", which is reserved by GraphQL introspection.",
                "Name \"__A\" must not begin with \"__\", which is reserved by GraphQL introspection.",
                "Name \"__I\" must not begin with \"__\", which is reserved by GraphQL introspection.",
                "Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection.",
                "Name \"__S\" must not begin with \"__\", which is reserved by GraphQL introspection.",
                "Name \"__F\" must not begin with \"__\", which is reserved by GraphQL introspection.",
                "Name \"__U\" must not begin with \"__\", which is reserved by GraphQL introspection.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Empty_types_are_rejected()
        => Validate(
            """
            type Query
            type A
            interface I
            enum E
            input In
            union U
            """).ShouldBe(
            [
                "Type Query must define one or more fields.",
                "Type A must define one or more fields.",
                "Type I must define one or more fields.",
                "Enum type E must define one or more values.",
                "Input Object type In must define one or more fields.",
                "Union type U must define one or more member types.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Fields_of_input_types_are_rejected()
        => Validate(
            """
            type Query { a: In b: [In!]! }
            interface I { a: In }
            input In { a: Int }
            """).ShouldBe(
            [
                "The type of Query.a must be Output Type but got: In.",
                "The type of Query.b must be Output Type but got: [In!]!.",
                "The type of I.a must be Output Type but got: In.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Arguments_and_input_fields_of_output_types_are_rejected()
        => Validate(
            """
            type Query { a(b: Query, c: [U!]): Int }
            union U = Query
            input In { a: Query b: [I] }
            interface I { a: Int }
            directive @d(a: Query!) on FIELD
            """).ShouldBe(
            [
                "The type of @d(a:) must be Input Type but got: Query!.",
                "The type of Query.a(b:) must be Input Type but got: Query.",
                "The type of Query.a(c:) must be Input Type but got: [U!].",
                "The type of In.a must be Input Type but got: Query.",
                "The type of In.b must be Input Type but got: [I].",
            ],
            ignoreOrder: true);

    [Fact]
    public void Duplicate_union_members_are_rejected()
        => Validate(
            """
            type Query { a: Int }
            union U = A | B | A
            type A { a: Int }
            type B { a: Int }
            """).ShouldBe(
            [
                "Union type U can only include type A once.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Interfaces_implemented_completely_are_accepted()
        => Validate(
            """
            type Query { a: Int }
            interface I { a: Int b(x: Int): [I] c: I! d: U }
            type T implements I { a: Int! b(x: Int, y: Int, z: Int! = 1): [T!]! c: T! d: T extra: Int }
            union U = T
            """).ShouldBeEmpty();

    [Fact]
    public void Interface_fields_missing_are_rejected()
        => Validate(
            """
            type Query { a: Int }
            interface I { a: Int b: Int }
            type T implements I { a: Int }
            """).ShouldBe(
            [
                "Interface field I.b expected but T does not provide it.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Interface_fields_of_other_types_are_rejected()
        => Validate(
            """
            type Query { a: Int }
            interface I { a: Int b: [Int] c: Int! d: I e: [Int!] }
            type T implements I { a: String b: Int c: Int d: Query e: [Int] }
            """).ShouldBe(
            [
                "Interface field I.a expects type Int but T.a is type String.",
                "Interface field I.b expects type [Int] but T.b is type Int.",
                "Interface field I.c expects type Int! but T.c is type Int.",
                "Interface field I.d expects type I but T.d is type Query.",
                "Interface field I.e expects type [Int!] but T.e is type [Int].",
            ],
            ignoreOrder: true);

    [Fact]
    public void Interface_arguments_missing_and_different_are_rejected()
        => Validate(
            """
            type Query { a: Int }
            interface I { a(x: Int, y: Int!): Int }
            type T implements I { a(x: String, z: Int!, w: Int): Int }
            """).ShouldBe(
            [
                "Interface field argument I.a(x:) expects type Int but T.a(x:) is type String.",
                "Interface field argument I.a(y:) expected but T.a does not provide it.",
                "Argument \"T.a(z:)\" must not be required type \"Int!\" if not provided by the Interface field \"I.a\".",
            ],
            ignoreOrder: true);

    [Fact]
    public void An_interface_twice_are_rejected()
        => Validate(
            """
            type Query { a: Int }
            interface I { a: Int }
            type T implements I & I { a: Int }
            """).ShouldBe(
            [
                "Type T can only implement I once.",
            ],
            ignoreOrder: true);

    [Fact]
    public void An_interface_by_extension_twice_are_rejected()
        => Validate(
            """
            type Query { a: Int }
            interface I { a: Int }
            type T implements I { a: Int }
            extend type T implements I
            """).ShouldBe(
            [
                "Type T can only implement I once.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Interfaces_that_implement_themselves_and_each_other_are_rejected()
        => Validate(
            """
            type Query { a: Int }
            interface I implements I { a: Int }
            interface A implements B { a: Int }
            interface B implements A { a: Int }
            """).ShouldBe(
            [
                "Type I cannot implement itself because it would create a circular reference.",
                "Type A cannot implement B because it would create a circular reference.",
                "Type B cannot implement A because it would create a circular reference.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Transitive_interfaces_missing_are_rejected()
        => Validate(
            """
            type Query { a: Int }
            interface A { a: Int }
            interface B implements A { a: Int }
            interface C implements B { a: Int }
            type T implements B { a: Int }
            type V implements C & A { a: Int }
            """).ShouldBe(
            [
                "Type C must implement A because it is implemented by B.",
                "Type T must implement A because it is implemented by B.",
                "Type V must implement B because it is implemented by C.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Interface_implementations_of_interfaces_are_accepted()
        => Validate(
            """
            type Query { a: Int }
            interface A { a: A }
            interface B implements A { a: B }
            type T implements A & B { a: T }
            """).ShouldBeEmpty();

    [Fact]
    public void Deprecated_implementations_are_rejected()
        => Validate(
            """
            type Query { a: Int }
            interface I { a: Int b: Int @deprecated }
            type T implements I { a: Int @deprecated b: Int @deprecated }
            """).ShouldBe(
            [
                "Interface field I.a is not deprecated, so implementation field T.a must not be deprecated.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Required_and_deprecated_are_rejected()
        => Validate(
            """
            type Query { a(b: Int! @deprecated, c: Int! = 1 @deprecated, d: Int @deprecated): Int }
            input In { a: Int! @deprecated b: Int! = 2 @deprecated }
            directive @d(a: Int! @deprecated) on FIELD
            """).ShouldBe(
            [
                "Required argument @d(a:) cannot be deprecated.",
                "Required argument Query.a(b:) cannot be deprecated.",
                "Required input field In.a cannot be deprecated.",
            ],
            ignoreOrder: true);

    [Fact]
    public void OneOf_fields_are_rejected()
        => Validate(
            """
            type Query { a(x: A): Int }
            input A @oneOf { a: Int! b: Int = 1 c: String d: Int! = 2 }
            """).ShouldBe(
            [
                "OneOf input field A.a must be nullable.",
                "OneOf input field A.b cannot have a default value.",
                "OneOf input field A.d must be nullable.",
                "OneOf input field A.d cannot have a default value.",
            ],
            ignoreOrder: true);

    [Fact]
    public void OneOf_by_extension_are_rejected()
        => Validate(
            """
            type Query { a(x: A): Int }
            input A @oneOf { a: Int }
            extend input A { b: String! c: Int = 1 }
            """).ShouldBe(
            [
                "OneOf input field A.b must be nullable.",
                "OneOf input field A.c cannot have a default value.",
            ],
            ignoreOrder: true);

    [Fact]
    public void OneOf_without_a_finite_value_are_rejected()
        => Validate(
            """
            type Query { a(x: A): Int }
            input A @oneOf { a: A b: B }
            input B @oneOf { a: A }
            """).ShouldBe(
            [
                "Input Object A cannot be provided a finite value because it references itself through fields: A.a.",
                "Input Object A cannot be provided a finite value because it references itself through fields: A.b, B.a.",
            ],
            ignoreOrder: true);

    [Fact]
    public void OneOf_with_a_finite_value_are_rejected()
        => Validate(
            """
            type Query { a(x: A): Int }
            input A @oneOf { a: A b: B }
            input B { a: A! } 
            input C @oneOf { c: C s: String }
            """).ShouldBe(
            [
                "Input Object A cannot be provided a finite value because it references itself through fields: A.a.",
                "Input Object A cannot be provided a finite value because it references itself through fields: A.b, B.a.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Input_objects_that_need_themselves_are_rejected()
        => Validate(
            """
            type Query { a(x: A): Int }
            input A { a: A! }
            """).ShouldBe(
            [
                "Input Object A cannot be provided a finite value because it references itself through fields: A.a.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Input_objects_that_need_each_other_are_rejected()
        => Validate(
            """
            type Query { a(x: A): Int }
            input A { b: B! }
            input B { c: C! x: Int }
            input C { a: A! b: B! c: C! ok: [C!]! }
            """).ShouldBe(
            [
                "Input Object A cannot be provided a finite value because it references itself through fields: A.b, B.c, C.a.",
                "Input Object B cannot be provided a finite value because it references itself through fields: B.c, C.b.",
                "Input Object C cannot be provided a finite value because it references itself through fields: C.c.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Input_objects_with_ways_out_are_accepted()
        => Validate(
            """
            type Query { a(x: A): Int }
            input A { b: B! l: [A!]! n: A }
            input B { a: A }
            """).ShouldBeEmpty();

    [Fact]
    public void Defaults_that_contain_themselves_are_rejected()
        => Validate(
            """
            type Query { a(x: A): Int }
            input A { x: A = {} y: Int }
            """).ShouldBe(
            [
                "Invalid circular reference. The default value of Input Object field A.x references itself.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Defaults_that_contain_each_other_are_rejected()
        => Validate(
            """
            type Query { a(x: A): Int }
            input A { b: B = {} }
            input B { c: C = {} }
            input C { a: A = {} b: B = { c: null } }
            """).ShouldBe(
            [
                "Invalid circular reference. The default value of Input Object field A.b references itself via the default values of: B.c, C.a.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Defaults_in_lists_that_contain_themselves_are_rejected()
        => Validate(
            """
            type Query { a(x: A): Int }
            input A { x: [A] = [{}] y: [A] = [{ x: null, y: [{ x: [], y: [] }] }] }
            """).ShouldBe(
            [
                "Invalid circular reference. The default value of Input Object field A.x references itself.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Defaults_that_end_are_accepted()
        => Validate(
            """
            type Query { a(x: A): Int }
            input A { x: A = { x: null } y: A = null z: B = { a: { x: null, z: null } } }
            input B { a: A = { x: null, z: null } }
            """).ShouldBeEmpty();

    [Fact]
    public void Wrong_defaults_are_rejected()
        => Validate(
            """
            type Query { a(i: Int = "x", e: E = B, s: [Int] = ["a", 1], o: In = { a: "x", c: 1 }, n: Int! = null, r: In = {}, oo: O = { a: 1, b: 2 }): Int }
            enum E { A }
            input In { a: Int! b: In = { a: true } }
            input O @oneOf { a: Int b: Int }
            directive @d(a: Int = 1.5) on FIELD
            """).ShouldBe(
            [
                "@d(a:) has invalid default value: Int cannot represent non-integer value: 1.5",
                "Query.a(i:) has invalid default value: Int cannot represent non-integer value: \"x\"",
                "Query.a(e:) has invalid default value: Value \"B\" does not exist in \"E\" enum. Did you mean the enum value \"A\"?",
                "Query.a(s:) has invalid default value at [0]: Int cannot represent non-integer value: \"a\"",
                "Query.a(o:) has invalid default value at .a: Int cannot represent non-integer value: \"x\"",
                "Query.a(o:) has invalid default value: Expected value of type \"In\" not to include unknown field \"c\". Did you mean \"a\" or \"b\"? Found: { a: \"x\", c: 1 }.",
                "Query.a(n:) has invalid default value: Expected value of non-null type \"Int!\" not to be null.",
                "Query.a(r:) has invalid default value: Expected value of type \"In\" to include required field \"a\", found: {  }.",
                "Query.a(oo:) has invalid default value: Within OneOf Input Object type \"O\", exactly one field must be specified, and the value for that field must be non-null.",
                "In.b has invalid default value at .a: Int cannot represent non-integer value: true",
                "Invalid circular reference. The default value of Input Object field In.b references itself.",
            ],
            ignoreOrder: true);

    [Fact]
    public void Order_of_first_use_are_accepted()
        => Validate(
            """
            type Zebra { a: Float b: Boolean }
            type Query { z: Zebra i(x: ID, y: Int): String }
            scalar M
            directive @d(f: Float, t: Boolean) on FIELD
            """).ShouldBeEmpty();

    [Fact]
    public void Every_error_has_the_coordinate_and_the_section_of_what_is_wrong()
        => SchemaValidator.Validate(SchemaBuilder.FromSdl(
            """
            type Query { a(b: Int! @deprecated): Int }
            type T implements I { f: Int }
            interface I { f: Int g(x: Int): String }
            input A @oneOf { a: A! }
            enum __E { A }
            directive @d(x: Int = "y") on FIELD
            """)).ShouldBe(
            [
                new SchemaError("@d(x:) has invalid default value: Int cannot represent non-integer value: \"y\"", "@d(x:)", "3.13"),
                new SchemaError("Required argument Query.a(b:) cannot be deprecated.", "Query.a(b:)", "3.13.3"),
                new SchemaError("Interface field I.g expected but T does not provide it.", "T", "3.6"),
                new SchemaError("OneOf input field A.a must be nullable.", "A.a", "3.10.1"),
                new SchemaError("Name \"__E\" must not begin with \"__\", which is reserved by GraphQL introspection.", "__E", "3.4"),
            ]);

    [Fact]
    public void Names_that_the_grammar_does_not_have_are_rejected()
    {
        var query = new ObjectType("Query");
        query.Fields.Add(new OutputField("two words", BuiltInScalars.Int) { DeclaringType = query });
        query.Fields.Add(new OutputField("2nd", BuiltInScalars.Int) { DeclaringType = query });
        query.Fields.Add(new OutputField("", BuiltInScalars.Int) { DeclaringType = query });
        var kinds = new EnumType("Kinds");
        kinds.Values.Add(new EnumValue("true", 1));
        var schema = new Schema(null, query, null, null, [query, kinds], SpecifiedDirectives.All);
        SchemaValidator.Validate(schema).Select(static e => e.Message).ShouldBe(
            [
                "Names must only contain [_a-zA-Z0-9] but \"two words\" does not.",
                "Names must start with [_a-zA-Z] but \"2nd\" does not.",
                "Expected name to be a non-empty string.",
                "Enum values cannot be named: true",
            ]);
    }

    [Fact]
    public void A_chain_of_ten_thousand_input_objects_needs_no_stack()
    {
        var sdl = "type Query { a(b: I0): Int } " + string.Concat(Enumerable.Range(0, 10_000).Select(static i => $"input I{i} {{ next: I{i + 1}! }} ")) + "input I10000 { a: Int }";
        Validate(sdl).ShouldBeEmpty();
    }

    private static IEnumerable<string> Validate(string sdl) => SchemaValidator.Validate(SchemaBuilder.FromSdl(sdl)).Select(static e => e.Message);
}
