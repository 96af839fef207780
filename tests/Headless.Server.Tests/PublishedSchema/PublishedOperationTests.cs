using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Headless.Community;
using Headless.GraphQL;
using Headless.GraphQL.Language;
using Headless.GraphQL.Validation;
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

        StoredOperation.All.Values.SelectMany(o => validator.Validate(executor.Schema, o.Document).Select(e => $"{o.File}: {e.Message}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("POST with the text")]
    [InlineData("POST with documentId")]
    [InlineData("GET with documentId")]
    public async Task Every_published_operation_answers_without_an_error(string way)
    {
        var scenario = new OperationScenario(await server.DataAsync(OperationScenario.Start));
        var colleague = await server.CreateKeyAsync(OperatorRole.Lead);
        List<string> failures = [];
        foreach (var (name, variables) in scenario.Steps)
        {
            var answer = await SendAsync(way, StoredOperation.All[name], variables(), OperationScenario.OfAColleague.Contains(name) ? colleague : null);
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
        StoredOperation.All.Where(o => o.Value.Kind != OperationType.Subscription)
            .Select(o => o.Key).Order(StringComparer.Ordinal)
            .ShouldBe(scenario.Steps.Select(s => s.Name).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>What changes something is always posted: by GET it is refused, and that is checked on the way.</summary>
    private async Task<JsonElement> SendAsync(string way, StoredOperation operation, object variables, string? key)
    {
        if (way == "POST with the text")
        {
            return await server.QueryAsync(operation.Text, variables, key);
        }

        using var client = server.Factory.CreateClient();
        client.DefaultRequestHeaders.Authorization = key is null ? null : new("Bearer", key);
        if (way == "GET with documentId")
        {
            var url = $"/graphql?documentId={Uri.EscapeDataString(operation.Id)}&variables={Uri.EscapeDataString(JsonSerializer.Serialize(variables))}";
            using var answer = await client.GetAsync(url, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(operation.Kind == OperationType.Query ? HttpStatusCode.OK : HttpStatusCode.MethodNotAllowed, operation.Name);
            if (operation.Kind == OperationType.Query)
            {
                return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            }
        }

        using var posted = await client.PostAsJsonAsync("/graphql", new { documentId = operation.Id, variables }, TestContext.Current.CancellationToken);
        return await posted.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
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
