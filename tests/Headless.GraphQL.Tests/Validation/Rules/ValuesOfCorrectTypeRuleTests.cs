namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class ValuesOfCorrectTypeRuleTests
{
    private static readonly RuleHarness Rule = new("ValuesOfCorrectType");

    [Fact]
    public void Values_of_every_type_are_accepted() => Rule.Accepts(
        """"
        query A($v: Int) {
          arguments {
            int(value: 2147483647)
            a: int(value: null)
            b: int(value: $v)
            nonNullInt(value: -1)
            float(value: 1)
            c: float(value: 1.5e3)
            boolean(value: true)
            string(value: "x")
            d: string(value: """x""")
            id(value: 1)
            e: id(value: "1")
            phrase(value: GREETING)
            strings(value: ["a", null, "b"])
            f: strings(value: "a")
            nonNullStrings(value: [])
            matrix(value: [[1, 2], null, [3]])
            g: matrix(value: 1)
            filter(value: { open: true, and: [{ open: false, minimum: 3 }], names: "one" })
            h: filter(value: { open: true, kinds: [GREETING, $v] })
            identity(value: { email: "a@b" })
            anything(value: { a: [1, "b", null, NAME, $v] })
          }
        }
        """");

    [Fact]
    public void Values_of_other_types_are_errors_for_Int() => Rule.Rejects(
        """
        {
          arguments {
            a: int(value: "3")
            b: int(value: 2147483648)
            c: int(value: 3.0)
            d: int(value: FOO)
            e: int(value: true)
            f: int(value: [1])
            g: int(value: { a: 1 })
          }
        }
        """,
        new Expected("Int cannot represent non-integer value: \"3\"", (3, 19)),
        new Expected("Int cannot represent non 32-bit signed integer value: 2147483648", (4, 19)),
        new Expected("Int cannot represent non-integer value: 3.0", (5, 19)),
        new Expected("Int cannot represent non-integer value: FOO", (6, 19)),
        new Expected("Int cannot represent non-integer value: true", (7, 19)),
        new Expected("Int cannot represent non-integer value: [1]", (8, 19)),
        new Expected("Int cannot represent non-integer value: { a: 1 }", (9, 19)));

    [Fact]
    public void Values_of_other_types_are_errors_for_Float_Boolean_String_and_ID() => Rule.Rejects(
        """
        {
          arguments {
            a: float(value: "3.3")
            b: float(value: BAR)
            c: boolean(value: 2)
            d: boolean(value: "true")
            e: boolean(value: TRUE)
            f: string(value: 1)
            g: string(value: true)
            h: string(value: NAME)
            i: id(value: 1.0)
            j: id(value: true)
            k: id(value: NAME)
          }
        }
        """,
        new Expected("Float cannot represent non numeric value: \"3.3\"", (3, 21)),
        new Expected("Float cannot represent non numeric value: BAR", (4, 21)),
        new Expected("Boolean cannot represent a non boolean value: 2", (5, 23)),
        new Expected("Boolean cannot represent a non boolean value: \"true\"", (6, 23)),
        new Expected("Boolean cannot represent a non boolean value: TRUE", (7, 23)),
        new Expected("String cannot represent a non string value: 1", (8, 22)),
        new Expected("String cannot represent a non string value: true", (9, 22)),
        new Expected("String cannot represent a non string value: NAME", (10, 22)),
        new Expected("ID cannot represent a non-string and non-integer value: 1.0", (11, 18)),
        new Expected("ID cannot represent a non-string and non-integer value: true", (12, 18)),
        new Expected("ID cannot represent a non-string and non-integer value: NAME", (13, 18)));

    [Fact]
    public void Values_of_other_types_are_errors_for_enums() => Rule.Rejects(
        """
        {
          arguments {
            a: phrase(value: 1)
            b: phrase(value: "GREETING")
            c: phrase(value: greeting)
            d: phrase(value: UNKNOWN_WORD)
            e: phrase(value: [GREETING])
          }
        }
        """,
        new Expected("Enum \"PhraseKind\" cannot represent non-enum value: 1.", (3, 22)),
        new Expected("Enum \"PhraseKind\" cannot represent non-enum value: \"GREETING\". Did you mean the enum value \"GREETING\"?", (4, 22)),
        new Expected("Value \"greeting\" does not exist in \"PhraseKind\" enum. Did you mean the enum value \"GREETING\"?", (5, 22)),
        new Expected("Value \"UNKNOWN_WORD\" does not exist in \"PhraseKind\" enum.", (6, 22)),
        new Expected("Enum \"PhraseKind\" cannot represent non-enum value: [GREETING]. Did you mean the enum value \"GREETING\"?", (7, 22)));

    [Fact]
    public void Null_is_an_error_where_a_value_is_required() => Rule.Rejects(
        """
        query A($a: Int! = null, $b: [Int!] = [1, null]) {
          arguments {
            nonNullInt(value: null)
            nonNullStrings(value: ["a", null])
            filter(value: { open: null })
          }
        }
        """,
        new Expected("Expected value of non-null type \"Int!\" not to be null.", (1, 20)),
        new Expected("Expected value of non-null type \"Int!\" not to be null.", (1, 43)),
        new Expected("Expected value of non-null type \"Int!\" not to be null.", (3, 23)),
        new Expected("Expected value of non-null type \"String!\" not to be null.", (4, 33)),
        new Expected("Expected value of non-null type \"Boolean!\" not to be null.", (5, 27)));

    [Fact]
    public void Items_of_lists_are_checked_one_by_one() => Rule.Rejects(
        """
        {
          arguments {
            strings(value: ["a", 2, [3]])
            a: strings(value: 1)
            matrix(value: [[1, "x"], "y"])
          }
        }
        """,
        new Expected("String cannot represent a non string value: 2", (3, 26)),
        new Expected("String cannot represent a non string value: [3]", (3, 29)),
        new Expected("String cannot represent a non string value: 1", (4, 23)),
        new Expected("Int cannot represent non-integer value: \"x\"", (5, 24)),
        new Expected("Int cannot represent non-integer value: \"y\"", (5, 30)));

    [Fact]
    public void Input_objects_need_their_required_fields_and_have_no_others() => Rule.Rejects(
        """
        {
          arguments {
            a: filter(value: {})
            b: filter(value: { title: "x", tittle: "y" })
            c: filter(value: { open: true, and: [{ opn: true }], kinds: [1] })
            d: filter(value: "text")
            e: filter(value: [{ open: true }])
            f: filter(value: { open: true, unknown: { deep: [1] } })
          }
        }
        """,
        new Expected("Expected value of type \"GroupFilter\" to include required field \"open\", found: {  }.", (3, 22)),
        new Expected("Expected value of type \"GroupFilter\" to include required field \"open\", found: { title: \"x\", tittle: \"y\" }.", (4, 22)),
        new Expected("Expected value of type \"GroupFilter\" not to include unknown field \"tittle\". Did you mean \"title\"? Found: { title: \"x\", tittle: \"y\" }.", (4, 36)),
        new Expected("Expected value of type \"GroupFilter\" to include required field \"open\", found: { opn: true }.", (5, 42)),
        new Expected("Expected value of type \"GroupFilter\" not to include unknown field \"opn\". Did you mean \"open\"? Found: { opn: true }.", (5, 44)),
        new Expected("Enum \"PhraseKind\" cannot represent non-enum value: 1.", (5, 66)),
        new Expected("Expected value of type \"GroupFilter\" to be an object, found: \"text\".", (6, 22)),
        new Expected("Expected value of type \"GroupFilter\" to be an object, found: [{ open: true }].", (7, 22)),
        new Expected("Expected value of type \"GroupFilter\" not to include unknown field \"unknown\", found: { open: true, unknown: { deep: [1] } }.", (8, 36)));

    [Fact]
    public void OneOf_input_objects_have_exactly_one_field() => Rule.Rejects(
        """
        query A($v: String) {
          arguments {
            a: identity(value: {})
            b: identity(value: { email: "x", number: 1 })
            c: identity(value: { email: null })
            d: identity(value: { email: 1 })
            e: identity(value: { email: "x", unknown: 1 })
            f: identity(value: { email: $v, number: null })
            g: nonNullIdentity(value: null)
          }
        }
        """,
        new Expected("Within OneOf Input Object type \"Identity\", exactly one field must be specified, and the value for that field must be non-null.", (3, 24)),
        new Expected("Within OneOf Input Object type \"Identity\", exactly one field must be specified, and the value for that field must be non-null.", (4, 24)),
        new Expected("Within OneOf Input Object type \"Identity\", exactly one field must be specified, and the value for that field must be non-null.", (5, 24)),
        new Expected("String cannot represent a non string value: 1", (6, 33)),
        new Expected("Expected value of type \"Identity\" not to include unknown field \"unknown\", found: { email: \"x\", unknown: 1 }.", (7, 38)),
        new Expected("Within OneOf Input Object type \"Identity\", exactly one field must be specified, and the value for that field must be non-null.", (8, 24)),
        new Expected("Expected value of non-null type \"Identity!\" not to be null.", (9, 31)));

    [Fact]
    public void Arguments_of_directives_are_checked() => Rule.Rejects(
        """
        {
          a: link @include(if: "yes")
          b: link @label(name: 1, weight: "x") @unknown(if: 1)
        }
        """,
        new Expected("Boolean cannot represent a non boolean value: \"yes\"", (2, 24)),
        new Expected("String cannot represent a non string value: 1", (3, 24)),
        new Expected("Int cannot represent non-integer value: \"x\"", (3, 35)));

    [Fact]
    public void Defaults_of_variables_are_checked() => Rule.Rejects(
        """
        query A(
          $a: Int = "x"
          $b: GroupFilter = { open: 1 }
          $c: [PhraseKind] = [OTHER]
          $d: Unknown = 1
          $e: Member = 1
        ) {
          link
        }
        """,
        new Expected("Int cannot represent non-integer value: \"x\"", (2, 13)),
        new Expected("Boolean cannot represent a non boolean value: 1", (3, 29)),
        new Expected("Value \"OTHER\" does not exist in \"PhraseKind\" enum.", (4, 23)));
}
