using System.Text.Json;
using Headless.Community;
using Headless.GraphQL;
using Headless.GraphQL.Language;
using Headless.GraphQL.Validation;
using Headless.Server.Tests.Architecture;
using Headless.Server.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.PublishedSchema;

/// <summary>Every operation that we publish is valid and, on the demo community, answers without an error.</summary>
public sealed class PublishedOperationTests(DemoServerFixture server) : IClassFixture<DemoServerFixture>
{
    [Fact]
    public async Task Every_published_operation_is_valid()
    {
        var executor = await server.Factory.Services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync();
        var validator = new DocumentValidator();

        Operations.Values.SelectMany(o => validator.Validate(executor.Schema, o.Document).Select(e => $"{o.File}: {e.Message}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_published_operation_answers_without_an_error()
    {
        var scenario = new OperationScenario(await server.DataAsync(OperationScenario.Start));
        var colleague = await server.CreateKeyAsync(OperatorRole.Lead);
        List<string> failures = [];
        foreach (var (name, variables) in scenario.Steps)
        {
            var answer = await server.QueryAsync(Operations[name].Text, variables(), OperationScenario.OfAColleague.Contains(name) ? colleague : null);
            if (FailureOf(answer) is { } failure)
            {
                failures.Add($"{name}: {failure}");
            }
            else
            {
                scenario.Remember(name, answer.GetProperty("data"));
            }
        }

        failures.ShouldBeEmpty();
    }

    /// <summary>A subscription answers for as long as somebody listens: ActivityDeliveryTests.</summary>
    [Fact]
    public async Task Every_published_query_and_mutation_is_tried()
    {
        var scenario = new OperationScenario(await server.DataAsync(OperationScenario.Start));
        Operations.Where(o => o.Value.Document.Definitions.OfType<OperationDefinitionNode>().Single().Operation != OperationType.Subscription)
            .Select(o => o.Key).Order(StringComparer.Ordinal)
            .ShouldBe(scenario.Steps.Select(s => s.Name).Distinct().Order(StringComparer.Ordinal));
    }

    private static Dictionary<string, (string File, string Text, DocumentNode Document)> Operations { get; } = Read();

    /// <summary>Each operation with the fragments of its file that it needs: the others would be unused.</summary>
    private static Dictionary<string, (string, string, DocumentNode)> Read()
    {
        var operations = new Dictionary<string, (string, string, DocumentNode)>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "schema", "operations"), "*.graphql").Order(StringComparer.Ordinal))
        {
            var document = Utf8GraphQLParser.Parse(File.ReadAllText(path));
            var fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(f => f.Name.Value, f => SyntaxPrinter.Print(f));
            foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
            {
                var text = SyntaxPrinter.Print(operation);
                var used = new HashSet<string>();
                for (var before = -1; before != used.Count;)
                {
                    before = used.Count;
                    used.UnionWith(fragments.Where(f => (text + string.Concat(used.Select(u => fragments[u]))).Contains($"...{f.Key}", StringComparison.Ordinal)).Select(f => f.Key).ToList());
                }

                text = string.Join("\n", [text, .. used.Order(StringComparer.Ordinal).Select(u => fragments[u])]);
                operations.Add(operation.Name!.Value, (Path.GetFileName(path), text, Utf8GraphQLParser.Parse(text)));
            }
        }

        return operations;
    }

    private static string? FailureOf(JsonElement answer)
    {
        if (answer.TryGetProperty("errors", out var errors))
        {
            return errors.GetRawText();
        }

        foreach (var field in answer.GetProperty("data").EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Null)
            {
                return $"{field.Name} is null";
            }

            if (field.Value.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            if (field.Value.TryGetProperty("errors", out var refused) && refused.ValueKind != JsonValueKind.Null)
            {
                return refused.GetRawText();
            }

            if (field.Value.TryGetProperty("totalCount", out var total) && total.GetInt32() == 0)
            {
                return $"{field.Name} is empty";
            }
        }

        return null;
    }
}
