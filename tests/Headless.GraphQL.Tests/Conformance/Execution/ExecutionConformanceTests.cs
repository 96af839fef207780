using System.Text.Json;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Types;
using Headless.GraphQL.Validation;

namespace Headless.GraphQL.Tests.Conformance.Execution;

/// <summary>Requests are answered as by graphql-js: the same data in the same order, the same errors with their places and paths.</summary>
public sealed class ExecutionConformanceTests
{
    private const int MostDifferencesShown = 30;
    private const int GeneratedCount = 1_200;

    private static readonly string Folder = Path.Combine(ReferenceImplementation.Directory, "corpus", "execution");

    private static string Sdl => File.ReadAllText(Path.Combine(Folder, "schema.graphql"));

    [Fact]
    public async Task Every_written_and_generated_operation_is_answered_as_by_the_reference_implementation()
    {
        var schema = SchemaBuilder.FromSdl(Sdl);
        ExecutionCase[] cases = [.. ReadWritten(), .. Enumerable.Range(0, GeneratedCount).Select(seed => new RandomOperation(schema, seed).ToCase())];
        var data = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "data.json"), TestContext.Current.CancellationToken)).RootElement;
        var answers = await ReferenceImplementation.AskAsync<ExecutionCase, Answer>("execute", cases, new { schema = Sdl, data });
        var theirs = answers.Select(static a => ExecutionOutcome.Describe(a.Results)).ToList();

        var known = new KnownDifferences("execute");
        var differences = new List<string>();
        foreach (var kind in Enum.GetValues<ResolverKind>())
        {
            var executor = CreateExecutor(ExecutionSchema.Create(Sdl, new ExecutionData(data), kind));
            foreach (var (request, their) in cases.Zip(theirs))
            {
                var ours = await ExecuteAsync(executor, request);
                if (ours != their && !known.Cover(ours, their))
                {
                    differences.Add($"{request.Name}, resolvers {kind}\n{request.Source}\n{request.Variables}\nours:\n{ours}\ntheirs:\n{their}\n");
                }
            }
        }

        differences.Take(MostDifferencesShown).ShouldBeEmpty($"{differences.Count} answers to {cases.Length} requests differ.");
        known.Unused.ShouldBeEmpty("Differences that no request shows any more.");
        theirs.Count(static t => t.Contains("data {", StringComparison.Ordinal)).ShouldBeGreaterThan(cases.Length / 2);
        theirs.Count(static t => t.Contains("error ", StringComparison.Ordinal)).ShouldBeGreaterThan(cases.Length / 3);
    }

    internal static List<ExecutionCase> ReadWritten()
        => JsonSerializer.Deserialize<List<ExecutionCase>>(File.ReadAllText(Path.Combine(Folder, "documents.json")), JsonSerializerOptions.Web)!;

    private static RequestExecutor CreateExecutor(Schema schema)
        => new(schema, new RequestExecutorServices { Validator = new DocumentValidator(ValidationOptions.Unlimited) });

    private static async Task<string> ExecuteAsync(RequestExecutor executor, ExecutionCase request)
    {
        var builder = OperationRequestBuilder.New()
            .SetDocument(request.Source)
            .SetOperationName(request.OperationName)
            .SetGlobalState(ExecutionData.LogKey, new List<string>());
        if (request.Variables is { } variables)
        {
            builder.SetVariableValues(variables);
        }

        await using var result = await executor.ExecuteAsync(builder.Build(), TestContext.Current.CancellationToken);
        return await ExecutionOutcome.DescribeAsync(result);
    }

    private sealed record Answer(JsonElement Results);
}

/// <summary>A request.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Source">The document.</param>
/// <param name="Variables">An object; null for none.</param>
/// <param name="OperationName">Which operation to execute.</param>
internal sealed record ExecutionCase(string Name, string Source, JsonElement? Variables = null, string? OperationName = null);
