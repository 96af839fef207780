using System.Diagnostics;
using Headless.GraphQL.Language;
using Headless.GraphQL.Validation;

namespace Headless.GraphQL.Tests.Validation;

/// <summary>Documents that are made to be slow: each is refused by one clear error, in time that does not depend on what it pretends to be.</summary>
public sealed class HostileDocumentTests
{
    [Fact]
    public void Five_hundred_times_the_same_field_is_refused()
        => Codes("{ " + HostileDocuments.Repeat("link ", 500) + "}").ShouldBe(["DUPLICATE_RESPONSE_NAMES_LIMIT"]);

    [Fact]
    public void Five_hundred_times_the_same_field_is_merged_in_no_time_where_it_is_allowed()
        => Codes("{ " + HostileDocuments.Repeat("member { id name } ", 500) + "}", new ValidationOptions { MaxDuplicateResponseNames = 500 }).ShouldBeEmpty();

    [Fact]
    public void Ten_thousand_times_the_same_field_is_refused_before_any_rule()
        => Codes("{ " + HostileDocuments.Repeat("link ", 10_000) + "}").ShouldBe(["DUPLICATE_RESPONSE_NAMES_LIMIT"]);

    [Fact]
    public void Two_hundred_inline_fragments_of_a_hundred_fields_are_refused()
        => Codes("{ member { " + HostileDocuments.Repeat("... on Member { " + HostileDocuments.Repeat("friend { id } ", 100) + "} ", 200) + "} }")
            .ShouldBe(["EXPANDED_FIELDS_LIMIT"]);

    [Theory]
    [InlineData(25)]
    [InlineData(60)]
    [InlineData(1_000)]
    public void Fragments_that_double_at_every_level_are_refused_by_arithmetic(int levels)
    {
        var fragments = string.Concat(Enumerable.Range(0, levels).Select(static i => $"fragment F{i} on Member {{ ...F{i + 1} ...F{i + 1} }} "));
        Codes("{ member { ...F0 } } " + fragments + $"fragment F{levels} on Member {{ id }}").ShouldBe(["EXPANDED_FIELDS_LIMIT"]);
    }

    [Theory]
    [InlineData("{ member { ...A } } fragment A on Member { ...A }", "1:44")]
    [InlineData("{ member { ...A } } fragment A on Member { ...B } fragment B on Member { ...A }", "1:44,1:74")]
    [InlineData("{ member { ...A } } fragment A on Member { ... { ... on Member { ...A } } }", "1:66")]
    public void A_cycle_of_fragments_is_one_error(string document, string locations)
        => HostileDocuments.Validate(document).ShouldHaveSingleItem().ShouldStartWith($"NO_FRAGMENT_CYCLES {locations} ");

    [Fact]
    public void A_cycle_of_fragments_that_nothing_spreads_is_told_with_them()
        => Codes("{ link } fragment A on Member { ...B } fragment B on Member { friend { ...A } }")
            .ShouldBe(["NO_FRAGMENT_CYCLES", "NO_UNUSED_FRAGMENTS", "NO_UNUSED_FRAGMENTS"]);

    [Fact]
    public void A_chain_of_five_thousand_fragments_needs_no_stack()
    {
        var chain = Chain("...F{0}", 5_000, "");
        OnSmallStack(() => Codes(chain)).ShouldBeEmpty();
    }

    [Fact]
    public void A_chain_of_five_thousand_fragments_with_a_field_each_needs_no_stack()
    {
        var chain = Chain("...F{0}", 5_000, "link");
        OnSmallStack(() => Codes(chain, new ValidationOptions { MaxDuplicateResponseNames = int.MaxValue })).ShouldBeEmpty();
        OnSmallStack(() => Codes(chain)).ShouldBe(["DUPLICATE_RESPONSE_NAMES_LIMIT"]);
    }

    [Fact]
    public void A_nested_chain_of_five_thousand_fragments_is_refused_by_its_depth()
    {
        var fragments = string.Concat(Enumerable.Range(0, 5_000).Select(static i => $"fragment F{i} on Member {{ friend {{ ...F{i + 1} }} }} "));
        var document = "{ member { ...F0 } } " + fragments + "fragment F5000 on Member { id }";
        OnSmallStack(() => Codes(document)).ShouldBe(["SELECTION_DEPTH_LIMIT"]);
    }

    [Fact]
    public void A_search_for_conflicts_through_a_nested_chain_of_fragments_is_given_up()
    {
        var fragments = string.Concat(Enumerable.Range(0, 1_000).Select(static i => $"fragment F{i} on Member {{ friend {{ ...F{i + 1} }} }} fragment G{i} on Member {{ friend {{ ...G{i + 1} }} }} "));
        var document = "{ member { ...F0 ...G0 } } " + fragments + "fragment F1000 on Member { a: id } fragment G1000 on Member { a: name }";
        var options = new ValidationOptions { MaxSelectionDepth = int.MaxValue };
        OnSmallStack(() => Codes(document, options)).ShouldBe(["VALIDATION_ABORTED"]);
    }

    [Fact]
    public void A_hundred_and_one_aliases_are_refused()
        => Codes("{ " + string.Concat(Enumerable.Range(0, 101).Select(static i => $"a{i}: link ")) + "}").ShouldBe(["ALIASES_LIMIT"]);

    [Fact]
    public void Aliases_through_reused_fragments_are_refused()
        => Codes("{ ...A ...A ...A ...A ...A ...A } fragment A on Query { ...B ...B ...B } fragment B on Query { x: link y: bot { id } z: complex }")
            .ShouldBe(["ALIASES_LIMIT"]);

    [Fact]
    public void Ten_directives_at_one_field_are_one_error()
        => Codes("{ link " + HostileDocuments.Repeat("@aa", 10) + " }").ShouldBe(["DIRECTIVES_LIMIT"]);

    [Fact]
    public void Five_thousand_unknown_directives_are_one_error()
        => Codes("{ " + HostileDocuments.Repeat("link @aa ", 5_000) + "}").ShouldBe(["DIRECTIVES_LIMIT"]);

    [Fact]
    public void Five_thousand_unknown_directives_end_validation_at_the_error_limit_where_they_are_allowed()
        => Codes(
                "{ " + HostileDocuments.Repeat("link @aa ", 5_000) + "}",
                new ValidationOptions { MaxDirectives = int.MaxValue, MaxDuplicateResponseNames = int.MaxValue })
            .ShouldBe([.. Enumerable.Repeat("KNOWN_DIRECTIVES", 4), "VALIDATION_ABORTED"]);

    [Fact]
    public void A_thousand_unused_variables_end_validation_at_the_error_limit()
        => Codes("query (" + string.Concat(Enumerable.Range(0, 1_000).Select(static i => $"$v{i}: Int ")) + ") { link }")
            .ShouldBe([.. Enumerable.Repeat("NO_UNUSED_VARIABLES", 4), "VALIDATION_ABORTED"]);

    [Fact]
    public void A_thousand_undefined_variables_end_validation_at_the_error_limit()
        => Codes("{ arguments { matrix(value: [" + string.Concat(Enumerable.Range(0, 1_000).Select(static i => $"$v{i} ")) + "]) } }")
            .ShouldBe([.. Enumerable.Repeat("NO_UNDEFINED_VARIABLES", 4), "VALIDATION_ABORTED"]);

    [Fact]
    public void Circular_introspection_is_refused()
        => Codes("query cop { __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }")
            .ShouldBe(["MAX_INTROSPECTION_DEPTH"]);

    [Fact]
    public void Twenty_nested_ofType_are_refused()
        => Codes("{ __type(name: \"A\") { " + HostileDocuments.Repeat("ofType { ", 20) + "name" + HostileDocuments.Repeat(" }", 22))
            .ShouldBe(["MAX_INTROSPECTION_DEPTH"]);

    [Fact]
    public void A_depth_of_seventeen_through_fragments_is_refused()
    {
        var fragments = string.Concat(Enumerable.Range(0, 15).Select(static i => $"fragment F{i} on Member {{ friend {{ ...F{i + 1} }} }} "));
        Codes("{ member { ...F0 } } " + fragments + "fragment F15 on Member { id }").ShouldBe(["SELECTION_DEPTH_LIMIT"]);
    }

    [Fact]
    public void A_thousand_operations_in_one_document_are_checked()
        => Codes(string.Concat(Enumerable.Range(0, 1_000).Select(static i => $"query Q{i} {{ link member {{ ...F }} }} ")) + "fragment F on Member { id name }")
            .ShouldBeEmpty();

    [Fact]
    public void Thousands_of_operations_that_share_thousands_of_variable_usages_are_given_up()
    {
        var operations = string.Concat(Enumerable.Range(0, 2_000).Select(static i => $"query Q{i}($v: Int) {{ ...F }} "));
        var fragment = "fragment F on Query { arguments { matrix(value: [[" + HostileDocuments.Repeat("$v ", 2_000) + "]]) } }";
        Codes(operations + fragment).ShouldBe(["VALIDATION_ABORTED"]);
    }

    [Fact]
    public void A_literal_with_thousands_of_unknown_fields_ends_validation_at_the_error_limit()
        => Codes("{ complex(filter: { open: true " + string.Concat(Enumerable.Range(0, 4_000).Select(static i => $"x{i}: 1 ")) + "}) }")
            .ShouldBe([.. Enumerable.Repeat("VALUES_OF_CORRECT_TYPE", 4), "VALIDATION_ABORTED"]);

    [Fact]
    public void Conflicting_fields_by_the_hundred_end_validation_at_the_error_limit()
        => Codes("{ " + HostileDocuments.Repeat("member(id: 1) { id } member(id: 2) { name } ", 50) + "}")
            .ShouldBe([.. Enumerable.Repeat("OVERLAPPING_FIELDS_CAN_BE_MERGED", 4), "VALIDATION_ABORTED"]);

    /// <summary>Found by fuzzing: a conflict was kept for each pair of fields, a hundred megabytes for the 512 fields of seed 51604.</summary>
    [Fact]
    public void A_thousand_fields_under_one_name_are_compared_without_keeping_every_pair()
    {
        var document = HostileDocuments.Parse("{ member { " + string.Concat(Enumerable.Range(0, 1_000).Select(static i => $"a: n{i} ")) + "} }");
        var options = new ValidationOptions { MaxAliases = 1_000, MaxDuplicateResponseNames = 1_000 };
        var before = GC.GetAllocatedBytesForCurrentThread();

        HostileDocuments.Validate(document, options).Count.ShouldBe(5);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10_000_000);
    }

    [Fact]
    public void A_validation_that_is_cancelled_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var document = HostileDocuments.Parse("{ link }");
        Should.Throw<OperationCanceledException>(() => new DocumentValidator().Validate(HarnessSchema.Schema, document, source.Token));
    }

    /// <summary>Validates within a time that only work out of proportion exceeds, whatever else the machine does; with the default limits in ten megabytes.</summary>
    private static string[] Codes(string document, ValidationOptions? options = null)
    {
        var parsed = HostileDocuments.Parse(document);
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var codes = HostileDocuments.Validate(parsed, options).Select(static e => e[..e.IndexOf(' ')]).ToArray();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (options is null && PassesTheParser(document))
        {
            allocated.ShouldBeLessThan(10_000_000);
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        return codes;
    }

    private static bool PassesTheParser(string document)
    {
        try
        {
            Utf8GraphQLParser.Parse(document);
            return true;
        }
        catch (GraphQLSyntaxException)
        {
            return false;
        }
    }

    private static string Chain(string spread, int length, string fields)
        => "{ ...F0 } "
            + string.Concat(Enumerable.Range(0, length).Select(i => $"fragment F{i} on Query {{ {fields} {string.Format(System.Globalization.CultureInfo.InvariantCulture, spread, i + 1)} }} "))
            + $"fragment F{length} on Query {{ link }}";

    private static T OnSmallStack<T>(Func<T> action)
    {
        var result = default(T);
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = action();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        return failure is null ? result! : throw failure;
    }
}
