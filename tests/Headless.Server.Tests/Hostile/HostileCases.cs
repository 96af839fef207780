namespace Headless.Server.Tests.Hostile;

/// <summary>A request that means no good.</summary>
/// <param name="Query">The document.</param>
/// <param name="Variables">Its variables, as JSON.</param>
/// <param name="Codes">The codes of the errors that refuse it, each once; none for a request that is answered.</param>
internal sealed record HostileCase(string Query, string? Variables, params string[] Codes);

/// <summary>The catalogue of hostile requests by the sentence that says what they are: documents, what validation makes of them, and variables.</summary>
internal static class HostileCases
{
    private const string Groups = "query($n: Int) { groups(first: $n) { nodes { id } } }";
    private const string Filtered = "query($w: GroupFilterInput) { groups(where: $w) { nodes { id } } }";

    public static IReadOnlyDictionary<string, HostileCase> Documents { get; } = new Dictionary<string, HostileCase>
    {
        ["49 000 selection sets in one another"] = Refused(Repeat("{a", 49_000), "DOCUMENT_TOO_DEEP"),
        ["90 000 list values in one another"] = Refused($"{{ groups(first: {Repeat("[", 90_000)}) }}", "DOCUMENT_TOO_DEEP"),
        ["20 000 input objects in one another"] = Refused($"{{ groups(where: {Repeat("{and:", 19_000)}) }}", "DOCUMENT_TOO_DEEP"),
        ["40 000 list types in one another"] = Refused($"query($v: {Repeat("[", 40_000)}Int{Repeat("]", 40_000)}) {{ __typename }}", "DOCUMENT_TOO_DEEP"),
        ["A value at the limit of depth is read"] = Refused($"{{ groups(first: {Repeat("[", 127)}{Repeat("]", 127)}) {{ nodes {{ id }} }} }}", "VALUES_OF_CORRECT_TYPE"),
        ["A value one level deeper is not read"] = Refused($"{{ groups(first: {Repeat("[", 128)}{Repeat("]", 128)}) {{ nodes {{ id }} }} }}", "DOCUMENT_TOO_DEEP"),
        ["More tokens than are read"] = Refused($"{{ {Repeat("a ", 10_000)}}}", "TOO_MANY_TOKENS"),
        ["100 000 characters, commas nearly all of them"] = Answered("{__typename}" + Repeat(",", 99_988)),
        ["One character more"] = Refused("{__typename}" + Repeat(",", 99_989), "DOCUMENT_TOO_LARGE"),
        ["A block string without an end"] = Refused($"{{ groups(after: \"\"\"{Repeat("x", 90_000)}", "SYNTAX_ERROR"),
        ["Half a surrogate pair"] = Refused("{ groups(after: \"\\uDEAD\") { nodes { id } } }", "SYNTAX_ERROR"),
        ["The other half"] = Refused("{ groups(after: \"\\uD83D\") { nodes { id } } }", "SYNTAX_ERROR"),
        ["A code point that there is not"] = Refused("{ groups(after: \"\\u{110000}\") { nodes { id } } }", "SYNTAX_ERROR"),
        ["An escape without a code point"] = Refused("{ groups(after: \"\\u{}\") { nodes { id } } }", "SYNTAX_ERROR"),
        ["NUL in a name"] = Refused("{ gro\0ups }", "SYNTAX_ERROR"),
        ["A control character in a string"] = Refused("{ groups(after: \"a\u0007b\n\") { nodes { id } } }", "SYNTAX_ERROR"),
        ["A number beyond all doubles"] = Refused("{ groups(first: 1e400) { nodes { id } } }", "VALUES_OF_CORRECT_TYPE"),
        ["A number of 5 000 digits"] = Refused($"{{ groups(first: {Repeat("9", 5_000)}) {{ nodes {{ id }} }} }}", "VALUES_OF_CORRECT_TYPE"),
        ["A name of 99 000 characters"] = Refused($"{{ {Repeat("n", 99_000)} }}", "FIELDS_ON_CORRECT_TYPE"),
        ["A comment and nothing else"] = Refused("# nothing", "SYNTAX_ERROR"),
        ["A type system definition"] = Refused("type A { b: Int } { __typename }", "EXECUTABLE_DEFINITIONS"),
    };

    public static IReadOnlyDictionary<string, HostileCase> Complexity { get; } = new Dictionary<string, HostileCase>
    {
        ["The same field 500 times"] = Refused($"{{ {Repeat("__typename ", 500)}}}", "DUPLICATE_RESPONSE_NAMES_LIMIT"),
        ["The same field 9 000 times"] = Refused($"{{ {Repeat("__typename ", 9_000)}}}", "DUPLICATE_RESPONSE_NAMES_LIMIT"),
        ["200 inline fragments of 40 fields"] = Refused($"{{ {Repeat($"... {{ {Repeat("a ", 40)}}} ", 200)}}}", "DUPLICATE_RESPONSE_NAMES_LIMIT"),
        ["Fragments that double 25 times"] = Refused(Doubling(25), "EXPANDED_FIELDS_LIMIT"),
        ["Fragments that double 60 times"] = Refused(Doubling(60), "EXPANDED_FIELDS_LIMIT"),
        ["A fragment that spreads itself"] = Refused("{ ...A } fragment A on Query { ...A }", "NO_FRAGMENT_CYCLES"),
        ["Two fragments that spread one another"] = Refused("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }", "NO_FRAGMENT_CYCLES"),
        ["A cycle through inline fragments"] = Refused("{ ...A } fragment A on Query { ... { ... on Query { ...A } } }", "NO_FRAGMENT_CYCLES"),
        ["A cycle that nothing spreads"] = Refused("{ __typename } fragment A on Query { ...A }", "NO_FRAGMENT_CYCLES", "NO_UNUSED_FRAGMENTS"),
        ["A chain of 1 200 fragments"] = Answered("{ ...F0 } " + string.Concat(Enumerable.Range(0, 1_200).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} }} ")) + "fragment F1200 on Query { __typename }"),
        ["101 aliases"] = Refused($"{{ {string.Concat(Enumerable.Range(0, 101).Select(i => $"a{i}: __typename "))}}}", "ALIASES_LIMIT"),
        ["Aliases through fragments that are spread again"] = Refused("{ ...A ...A ...A ...A ...A ...A } fragment A on Query { ...B ...B ...B } fragment B on Query { x: __typename y: __typename z: __typename }", "ALIASES_LIMIT"),
        ["Ten directives at a field"] = Refused($"{{ __typename {Repeat("@aa ", 10)}}}", "DIRECTIVES_LIMIT"),
        ["3 000 unknown directives"] = Refused($"{{ {Repeat("__typename @aa ", 3_000)}}}", "DIRECTIVES_LIMIT"),
        ["1 000 variables that nothing uses"] = Refused($"query({string.Concat(Enumerable.Range(0, 1_000).Select(i => $"$v{i}: Int "))}) {{ __typename }}", "NO_UNUSED_VARIABLES", "VALIDATION_ABORTED"),
        ["1 000 variables that are not defined"] = Refused($"{{ groups(where: {{ name: {{ in: [{string.Concat(Enumerable.Range(0, 1_000).Select(i => $"$v{i} "))}] }} }}) {{ nodes {{ id }} }} }}", "NO_UNDEFINED_VARIABLES", "VALIDATION_ABORTED"),
        ["Introspection in circles"] = Refused("{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }", "INTROSPECTION_DISABLED"),
        ["Types of types of types"] = Refused($"{{ __type(name: \"Group\") {{ {Repeat("ofType { ", 20)}name{Repeat(" }", 22)}", "INTROSPECTION_DISABLED"),
        ["Fields 17 levels deep through fragments"] = Refused(
            "{ groups { nodes { ...A } } } fragment A on Group { parentGroup { parentGroup { parentGroup { parentGroup { parentGroup { parentGroup { parentGroup { ...B } } } } } } } } fragment B on Group { parentGroup { parentGroup { parentGroup { parentGroup { parentGroup { parentGroup { parentGroup { id } } } } } } } }",
            "SELECTION_DEPTH_LIMIT"),
        ["1 000 operations and no name"] = Refused(string.Concat(Enumerable.Range(0, 1_000).Select(i => $"query Q{i} {{ __typename }} ")), "OPERATION_NOT_FOUND"),
        ["20 conflicting fields"] = Refused($"{{ {string.Concat(Enumerable.Range(0, 20).Select(i => $"groups(first: {i}) {{ nodes {{ id }} }} "))}}}", "OVERLAPPING_FIELDS_CAN_BE_MERGED", "VALIDATION_ABORTED"),
        ["A name that is nearly right is not put right"] = Refused("{ group { id } }", "FIELDS_ON_CORRECT_TYPE"),
    };

    public static IReadOnlyDictionary<string, HostileCase> Inputs { get; } = new Dictionary<string, HostileCase>
    {
        ["An Int of 2 147 483 648"] = Invalid(Groups, """{"n":2147483648}"""),
        ["An Int of -2 147 483 649"] = Invalid(Groups, """{"n":-2147483649}"""),
        ["An Int of one and a half"] = Invalid(Groups, """{"n":1.5}"""),
        ["An Int in quotes"] = Invalid(Groups, """{"n":"1"}"""),
        ["An Int that is true"] = Invalid(Groups, """{"n":true}"""),
        ["An Int of 1.0, which JavaScript cannot tell from 1, is taken"] = new(Groups, """{"n":1.0}"""),
        ["A variable 40 levels deep"] = Invalid(Filtered, "{\"w\":" + Repeat("{\"and\":[", 20) + Repeat("]}", 20) + "}"),
        ["A list of 1 001 items in a variable"] = Invalid("query($i: [String]) { groups(where: { name: { in: $i } }) { nodes { id } } }", "{\"i\":[" + string.Join(',', Enumerable.Repeat("\"a\"", 1_001)) + "]}"),
        ["An input field that there is not, in a variable"] = Invalid(Filtered, """{"w":{"nonsense":1}}"""),
        ["A prototype in a variable"] = Invalid(Filtered, """{"w":{"__proto__":{"name":{"eq":"x"}}}}"""),
        ["A variable that is not defined"] = Refused("{ groups(first: $n) { nodes { id } } }", "NO_UNDEFINED_VARIABLES"),
        ["A required variable that is missing"] = new("query($id: ID!) { groupById(id: $id) { id } }", null, "INVALID_VARIABLES"),
        ["A page of 2 147 483 647"] = Refused("{ groups(first: 2147483647) { nodes { id } } }", "HC0047"),
        ["A page of 2 147 483 647 in a variable"] = new(Groups, """{"n":2147483647}""", "HC0047"),
        ["50 memberships of 50 groups"] = Refused("{ groups(first: 50) { nodes { memberships(first: 50) { nodes { id } } } } }", "HC0047"),
        ["A filter of a hundred conditions"] = new(Filtered, "{\"w\":{\"or\":[" + string.Join(',', Enumerable.Repeat("""{"name":{"contains":"x"}}""", 100)) + "]}}", "HC0047"),
        ["An order by a field that is not in the schema"] = Refused("{ operators(order: [{ keyHash: ASC }]) { nodes { id } } }", "VALUES_OF_CORRECT_TYPE"),
        ["A filter by a field that is not in the schema"] = Refused("{ operators(where: { keyHash: { startsWith: \"a\" } }) { nodes { id } } }", "VALUES_OF_CORRECT_TYPE"),
        ["A version and an owner that are posted over"] = Refused("mutation { createTag(input: { name: \"x\", version: 7, ownerId: 1 }) { tag { id } } }", "VALUES_OF_CORRECT_TYPE"),
    };

    private static HostileCase Refused(string query, params string[] codes) => new(query, null, codes);

    private static HostileCase Answered(string query) => new(query, null);

    private static HostileCase Invalid(string query, string variables) => new(query, variables, "INVALID_VARIABLES");

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Doubling(int levels)
        => "{ ...F0 } " + string.Concat(Enumerable.Range(0, levels).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }} ")) + $"fragment F{levels} on Query {{ __typename }}";
}
