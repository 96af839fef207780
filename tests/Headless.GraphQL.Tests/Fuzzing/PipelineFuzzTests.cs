using Headless.GraphQL.Tests.Validation;
using Headless.GraphQL.Validation;

namespace Headless.GraphQL.Tests.Fuzzing;

/// <summary>Lexer, parser, validator, planner, coercion and execution under documents that nobody wrote, the same ones at every run.</summary>
public sealed class PipelineFuzzTests
{
    private const int LeastDocuments = 1_000;
    private const int MostFindingsShown = 20;

    [Fact]
    public async Task Every_document_gets_an_answer_or_typed_errors()
    {
        var schema = FuzzSchema.Create();
        var documents = new FuzzDocuments(schema, HarnessSchema.Sdl);
        // The second pipeline lets pass what the first refuses, so that the rules, the planner and execution see it too.
        var generous = new ValidationOptions { MaxAliases = 1_000, MaxDuplicateResponseNames = 1_000, MaxDirectives = 1_000, MaxSelectionDepth = 200 };
        FuzzPipeline[] pipelines =
        [
            new(schema, new ValidationOptions(), static e => e is PlannedFailureException),
            new(schema, generous, static e => e is PlannedFailureException),
        ];
        var findings = new Dictionary<string, string>();
        var count = 0;
        foreach (var seed in FuzzSeeds.AtLeast(LeastDocuments))
        {
            count++;
            var document = documents.Create(seed);
            try
            {
                foreach (var pipeline in pipelines)
                {
                    await pipeline.RunAsync(document, new FuzzObject(schema, schema.QueryType!, new Random(seed)));
                }
            }
            catch (Exception exception) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                var cause = exception is FuzzFindingException { InnerException: { } inner } ? inner : exception;
                var place = cause.StackTrace?.Split('\n')[0].Trim();
                if (findings.Count < MostFindingsShown && findings.TryAdd($"{cause.GetType().Name} {(cause is FuzzFindingException ? cause.Message : place)}", $"seed {seed}"))
                {
                    TestContext.Current.SendDiagnosticMessage($"Seed {seed}: {exception}\n{document.Source}\n{document.Variables}");
                }
            }

            if (count % 100_000 == 0)
            {
                TestContext.Current.SendDiagnosticMessage($"{count} documents, {pipelines[0].Executed} executed, {findings.Count} findings.");
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{count} documents, {pipelines[0].Executed} executed, {findings.Count} findings.");
        findings.ShouldBeEmpty();
        pipelines[0].Executed.ShouldBeGreaterThan(count / 8, $"of {count} documents");
    }
}
