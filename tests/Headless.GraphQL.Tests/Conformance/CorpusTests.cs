using System.Text.Json;
using System.Text.RegularExpressions;
using Headless.GraphQL.Language;
using Headless.GraphQL.Tests.Conformance.Execution;
using Headless.GraphQL.Validation;

namespace Headless.GraphQL.Tests.Conformance;

/// <summary>The written corpus has what its README says: enough of everything.</summary>
public sealed partial class CorpusTests
{
    private const int FewestDocumentsAndSchemas = 600;
    private const int FewestDocumentsToExecute = 150;
    private const int FewestDocumentsForARule = 4;

    private static readonly string Folder = Path.Combine(ReferenceImplementation.Directory, "corpus");

    [Fact]
    public void The_README_tells_how_much_is_written()
    {
        var written = new Dictionary<string, int>
        {
            ["documents to parse"] = Directory.EnumerateFiles(Folder, "*.graphql").Count() + CountTexts("document"),
            ["values, types and coordinates to parse"] = CountTexts("value", "constValue", "type", "coordinate"),
            ["documents to validate"] = ValidationConformanceTests.ReadWritten().Count,
            ["schemas"] = ReadSchemas().Count,
            ["requests to execute"] = ExecutionConformanceTests.ReadWritten().Count,
        };

        var told = CorpusRow().Matches(File.ReadAllText(Path.Combine(ReferenceImplementation.Directory, "README.md")))
            .ToDictionary(static m => m.Groups["what"].Value, static m => int.Parse(m.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture));
        told.ShouldBe(written, ignoreOrder: true);
        written.Where(static w => !w.Key.StartsWith("values", StringComparison.Ordinal)).Sum(static w => w.Value).ShouldBeGreaterThanOrEqualTo(FewestDocumentsAndSchemas);
        written["requests to execute"].ShouldBeGreaterThanOrEqualTo(FewestDocumentsToExecute);
    }

    [Fact]
    public void No_text_is_written_twice()
    {
        ValidationConformanceTests.ReadWritten().Select(static d => d.Name).ShouldBeUnique();
        ValidationConformanceTests.ReadWritten().Select(static d => $"{d.Schema} {d.Source}").ShouldBeUnique();
        ReadSchemas().Select(static s => s.Source).ShouldBeUnique();
        ExecutionConformanceTests.ReadWritten().Select(static r => r.Name).ShouldBeUnique();
        ExecutionConformanceTests.ReadWritten().Select(static r => $"{r.Source} {r.Variables} {r.OperationName}").ShouldBeUnique();
    }

    [Fact]
    public void Each_rule_of_validation_has_documents_that_break_it()
    {
        var broken = ValidationConformanceTests.ReadWritten()
            .SelectMany(static d => Codes(d).Distinct())
            .CountBy(static code => code)
            .ToDictionary();

        ValidationRules.Specified.Where(rule => broken.GetValueOrDefault(rule.Code) < FewestDocumentsForARule)
            .Select(rule => $"{rule.Name}: {broken.GetValueOrDefault(rule.Code)}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Each_error_of_validation_names_the_section_of_the_specification()
    {
        foreach (var error in ValidationConformanceTests.ReadWritten().SelectMany(static d => Validate(d)))
        {
            if (error.Code == "MAX_INTROSPECTION_DEPTH")
            {
                continue;
            }

            error.Section.ShouldNotBeNull().ShouldMatch(@"^5(\.[1-9]){2,3}$");
            error.SpecifiedBy.ShouldNotBeNull().ShouldStartWith("https://spec.graphql.org/September2025/#sec-");
        }
    }

    private static IEnumerable<string> Codes(DocumentCase document) => Validate(document).Select(static e => e.Code);

    private static IReadOnlyList<ValidationError> Validate(DocumentCase document)
        => new DocumentValidator(ValidationOptions.Unlimited).Validate(document.ToSchema(), Utf8GraphQLParser.Parse(document.Source));

    private static int CountTexts(params string[] rules)
        => Directory.EnumerateFiles(Folder, "*.json")
            .SelectMany(static path => JsonSerializer.Deserialize<Dictionary<string, List<string>>>(File.ReadAllText(path))!)
            .Where(rule => rules.Contains(rule.Key))
            .Sum(static rule => rule.Value.Count);

    private static List<Named> ReadSchemas()
        => JsonSerializer.Deserialize<List<Named>>(File.ReadAllText(Path.Combine(Folder, "validation", "schemas.json")), JsonSerializerOptions.Web)!;

    [GeneratedRegex(@"^\| (?<count>\d+) \| (?<what>[^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex CorpusRow();

    private sealed record Named(string Name, string Source);
}
