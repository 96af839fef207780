using Headless.GraphQL.Validation;

namespace Headless.GraphQL.Tests.Validation.Limits;

/// <summary>Each limit at its boundary, and as the only thing that is reported.</summary>
public sealed class DocumentLimitTests
{
    [Fact]
    public void Fields_may_be_nested_sixteen_deep_and_no_deeper()
    {
        Validate(Nested(16)).ShouldBeEmpty();
        Validate(Nested(17)).ShouldBe(["SELECTION_DEPTH_LIMIT 1:1 Fields are nested 17 levels deep; at most 16 are allowed."]);
    }

    [Fact]
    public void Depth_through_fragments_counts()
    {
        Validate("{ member { ...A } } fragment A on Member { " + Repeat("friend { ", 14) + "id" + Repeat(" }", 15)).ShouldBeEmpty();
        Validate("{ member { ...A } } fragment A on Member { " + Repeat("friend { ", 15) + "id" + Repeat(" }", 16)).ShouldBe(
            ["SELECTION_DEPTH_LIMIT 1:1 Fields are nested 17 levels deep; at most 16 are allowed."]);
    }

    [Fact]
    public void Ten_thousand_expanded_fields_are_allowed_and_one_more_is_not()
    {
        var options = new ValidationOptions { MaxDuplicateResponseNames = int.MaxValue };
        var tens = "fragment A on Query { " + Repeat("...B ", 10) + "} fragment B on Query { " + Repeat("...C ", 10) + "} fragment C on Query { " + Repeat("...D ", 10) + "} fragment D on Query { " + Repeat("link ", 10) + "}";
        Validate("{ ...A } " + tens, options).ShouldBeEmpty();
        Validate("{ ...A link } " + tens, options).ShouldBe(
            ["EXPANDED_FIELDS_LIMIT 1:1 With its fragments expanded, this selects more than the 10000 fields that are allowed."]);
    }

    [Fact]
    public void Fifty_aliases_in_a_selection_set_are_allowed_and_one_more_is_not()
    {
        Validate("{ " + Aliases(50) + " }").ShouldBeEmpty();
        Validate("{ " + Aliases(51) + " }").ShouldBe(["ALIASES_LIMIT 1:1 This selection set has more than the 50 aliases that are allowed."]);
    }

    [Fact]
    public void Aliases_of_different_selection_sets_do_not_add_up()
        => Validate("{ " + Aliases(50) + " member { a: id } bot { " + string.Concat(Enumerable.Range(0, 50).Select(i => $"b{i}: id ")) + "} }").ShouldBeEmpty();

    [Fact]
    public void Aliases_in_a_fragment_count_as_often_as_it_is_spread()
        => Validate("{ ...A ...A ... { ...A } } fragment A on Query { " + Aliases(17) + " }").ShouldBe(
            ["ALIASES_LIMIT 1:1 This selection set has more than the 50 aliases that are allowed."]);

    [Fact]
    public void A_response_name_may_occur_a_hundred_times_in_a_selection_set()
    {
        Validate("{ " + Repeat("link ", 100) + "}").ShouldBeEmpty();
        Validate("{ " + Repeat("link ", 101) + "}").ShouldBe(
            ["DUPLICATE_RESPONSE_NAMES_LIMIT 1:1 This selection set has a response name more than the 100 times that are allowed."]);
    }

    [Fact]
    public void A_response_name_in_fragments_counts_as_often_as_they_are_spread()
    {
        const string fragments = " fragment A on Query { link link ...B ...B } fragment B on Query { link group { id } }";
        Validate("{ " + Repeat("...A ", 25) + "}" + fragments).ShouldBeEmpty();
        Validate("{ " + Repeat("...A ", 25) + "link }" + fragments).ShouldBe(
            ["DUPLICATE_RESPONSE_NAMES_LIMIT 1:1 This selection set has a response name more than the 100 times that are allowed."]);
    }

    [Fact]
    public void Different_names_in_many_fragments_are_not_taken_for_duplicates()
    {
        var fragments = string.Concat(Enumerable.Range(0, 150).Select(i => $" fragment F{i} on Query {{ link m{i}: member {{ id }} }}"));
        var options = new ValidationOptions { MaxAliases = 1_000, MaxDuplicateResponseNames = 150 };
        Validate("{ " + string.Concat(Enumerable.Range(0, 150).Select(i => $"...F{i} ")) + "}" + fragments, options).ShouldBeEmpty();
    }

    [Fact]
    public void Five_directives_at_a_place_are_allowed_and_one_more_is_not()
    {
        Validate("{ link " + Repeat("@label(name: \"x\") ", 5) + "}").ShouldBeEmpty();
        Validate("{ link " + Repeat("@label(name: \"x\") ", 6) + "}").ShouldBe(
            ["DIRECTIVES_LIMIT 1:98 There are 6 directives at this location; at most 5 are allowed."]);
    }

    [Fact]
    public void Fifty_directives_in_a_document_are_allowed_and_one_more_is_not()
    {
        Validate("{ " + Repeat("link @onField ", 50) + "}").ShouldBeEmpty();
        Validate("query @onQuery { " + Repeat("link @onField ", 50) + "}").ShouldBe(
            ["DIRECTIVES_LIMIT 1:709 The document has more than the 50 directives that are allowed."]);
    }

    [Fact]
    public void Introspection_can_be_switched_off_and_typename_stays()
    {
        var options = new ValidationOptions { AllowIntrospection = false };
        Validate("{ __typename member { __typename } }", options).ShouldBeEmpty();
        Validate("{ ...A } fragment A on Query { ... { __schema { description } } }", options).ShouldBe(
            ["INTROSPECTION_DISABLED 1:38 GraphQL introspection has been disabled, but the requested query contained the field \"__schema\"."]);
        Validate("{ t: __type(name: \"A\") { name } }", options).ShouldBe(
            ["INTROSPECTION_DISABLED 1:3 GraphQL introspection has been disabled, but the requested query contained the field \"__type\"."]);
    }

    [Fact]
    public void OfType_may_be_nested_sixteen_deep_below_an_introspection_field_and_no_deeper()
    {
        Validate(OfType(16)).ShouldBeEmpty();
        Validate(OfType(17)).ShouldBe(["MAX_INTROSPECTION_DEPTH 1:3 Maximum introspection depth exceeded"]);
    }

    [Fact]
    public void A_document_that_exceeds_a_limit_is_not_checked_further()
        => Validate("{ nothing " + Aliases(51) + " }").ShouldBe(["ALIASES_LIMIT 1:1 This selection set has more than the 50 aliases that are allowed."]);

    [Fact]
    public void Five_errors_are_answered_and_of_more_the_last_one_says_that_there_are()
    {
        Validate("{ a b c d e }").Count().ShouldBe(5);
        Validate("{ a b c d e }").ShouldNotContain(e => e.StartsWith("VALIDATION_ABORTED"));
        Validate("{ a b c d e f g }").ShouldBe(
            [
                "FIELDS_ON_CORRECT_TYPE 1:3 Cannot query field \"a\" on type \"Query\".",
                "FIELDS_ON_CORRECT_TYPE 1:5 Cannot query field \"b\" on type \"Query\".",
                "FIELDS_ON_CORRECT_TYPE 1:7 Cannot query field \"c\" on type \"Query\".",
                "FIELDS_ON_CORRECT_TYPE 1:9 Cannot query field \"d\" on type \"Query\".",
                "VALIDATION_ABORTED  Too many validation errors, error limit reached. Validation aborted.",
            ]);
    }

    private static IEnumerable<string> Validate(string document, ValidationOptions? options = null) => HostileDocuments.Validate(document, options);

    private static string Repeat(string text, int times) => HostileDocuments.Repeat(text, times);

    private static string Nested(int depth) => "{ member { " + Repeat("friend { ", depth - 2) + "id" + Repeat(" }", depth);

    private static string Aliases(int count) => string.Concat(Enumerable.Range(0, count).Select(static i => $"a{i}: link "));

    private static string OfType(int depth) => "{ __type(name: \"A\") { " + Repeat("ofType { ", depth) + "name" + Repeat(" }", depth + 2);
}
