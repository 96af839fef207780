using System.Text.Json;
using Headless.GraphQL.Language;
using Headless.GraphQL.Tests.Validation;
using Headless.GraphQL.Types;
using Headless.GraphQL.Validation;

namespace Headless.GraphQL.Tests.Conformance;

/// <summary>All rules together give what graphql-js gives: the same errors with the same words and places in the same order.</summary>
public sealed class ValidationConformanceTests
{
    private const int MostDifferencesShown = 10;
    private const int MutationsPerDocument = 25;

    /// <summary>They take graphql-js long.</summary>
    private const int MutationsPerHostileDocument = 3;

    [Fact]
    public async Task Every_document_of_the_corpus_is_judged_as_by_the_reference_implementation()
    {
        var cases = Load();
        var answers = await ReferenceImplementation.AskAsync<DocumentCase, List<Error>?>("validate", cases, new { schema = HarnessSchema.Sdl });

        var known = new KnownDifferences("validate");
        var differences = cases.Zip(answers)
            .Where(static pair => pair.Second is not null)
            .Select(static pair => (Case: pair.First, Ours: Validate(pair.First), Theirs: string.Join('\n', pair.Second!)))
            .Where(outcome => outcome.Ours != outcome.Theirs && !known.Cover(outcome.Ours, outcome.Theirs))
            .ToList();

        differences.Take(MostDifferencesShown)
            .Select(static outcome => $"{outcome.Case.Name}\n{outcome.Case.Source}\nours:\n{outcome.Ours}\ntheirs:\n{outcome.Theirs}")
            .ShouldBeEmpty($"{differences.Count} of {cases.Count} documents differ.");
        known.Unused.ShouldBeEmpty("Differences that no document shows any more.");
        answers.Count(static a => a is []).ShouldBeGreaterThan(100);
        answers.Count(static a => a is [_, ..]).ShouldBeGreaterThan(1_000);
    }

    internal static List<DocumentCase> ReadWritten()
        => JsonSerializer.Deserialize<List<DocumentCase>>(
            File.ReadAllText(Path.Combine(ReferenceImplementation.Directory, "corpus", "validation", "documents.json")),
            JsonSerializerOptions.Web)!;

    private static List<DocumentCase> Load()
    {
        var documents = ReadWritten();
        return
        [
            .. documents,
            .. from document in documents.Index()
               let mutator = new DocumentMutator(document.Index, HarnessSchema.Sdl)
               let isHostile = document.Item.Name.Contains("Hostile", StringComparison.Ordinal)
               from number in Enumerable.Range(1, isHostile ? MutationsPerHostileDocument : MutationsPerDocument)
               select document.Item with { Name = $"{document.Item.Name}, mutation {number}", Source = mutator.Mutate(document.Item.Source) },
        ];
    }

    private static string Validate(DocumentCase document)
    {
        var errors = new DocumentValidator(ValidationOptions.Unlimited).Validate(document.ToSchema(), Utf8GraphQLParser.Parse(document.Source));
        return string.Join('\n', errors.Select(static e => new Error(e.Message, e.Locations.Select(static l => $"{l.Line}:{l.Column}").ToList())));
    }

    private sealed record Error(string Message, IReadOnlyList<string> Locations)
    {
        public override string ToString() => $"[{string.Join(' ', Locations)}] {Message}";
    }
}

/// <summary>A document and the rule that it is about.</summary>
/// <param name="Name">The rule and a sentence.</param>
/// <param name="Source">The document.</param>
/// <param name="Schema">The SDL to validate it against; null for the harness schema.</param>
internal sealed record DocumentCase(string Name, string Source, string? Schema = null)
{
    public Schema ToSchema() => Schema is null ? HarnessSchema.Schema : SchemaBuilder.FromSdl(Schema);
}
