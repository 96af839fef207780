using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Headless.Community;
using Headless.GraphQL;
using Headless.GraphQL.Language;
using Headless.GraphQL.Validation;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Timers;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.PublishedSchema;

/// <summary>Every operation that we publish is valid and, on the demo community, answers without an error.</summary>
public sealed class PublishedOperationTests(DemoServerFixture server) : IClassFixture<DemoServerFixture>
{
    private static JsonElement? s_start;

    [Fact]
    public async Task Every_published_operation_is_valid()
    {
        var executor = await server.Factory.Services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync();
        var validator = new DocumentValidator();

        StoredOperation.All.Values.SelectMany(o => validator.Validate(executor.Schema, o.Document).Select(e => $"{o.File}: {e.Message}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_published_operation_answers_by_its_id_without_an_error()
    {
        await server.Factory.Services.GetRequiredService<TimerService>().RunDueAsync(TestContext.Current.CancellationToken);
        var scenario = new OperationScenario(await StartAsync());
        var colleague = await server.CreateKeyAsync(OperatorRole.Lead);
        List<string> failures = [];
        foreach (var (name, variables) in scenario.Steps)
        {
            object values;
            try
            {
                values = variables();
            }
            catch (InvalidOperationException missing)
            {
                failures.Add($"{name}: {missing.Message}");
                continue;
            }

            var answer = await SendAsync(StoredOperation.All[name], values, OperationScenario.OfAColleague.Contains(name) ? colleague : null);
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

    /// <summary>A subscription answers for as long as somebody listens: PublishedSubscriptionTests.</summary>
    [Fact]
    public async Task Every_published_query_and_mutation_is_tried()
    {
        await server.Factory.Services.GetRequiredService<TimerService>().RunDueAsync(TestContext.Current.CancellationToken);
        var scenario = new OperationScenario(await StartAsync());
        StoredOperation.All.Where(o => o.Value.Kind != OperationType.Subscription)
            .Select(o => o.Key).Except(OperationScenario.WithBytes).Order(StringComparer.Ordinal)
            .ShouldBe(scenario.Steps.Select(s => s.Name).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>What there was before any test of these changed it.</summary>
    private async Task<JsonElement> StartAsync() => s_start ??= await server.DataAsync(OperationScenario.Start);

    /// <summary>Sends a change by POST, and tries by GET, which is refused. A query is sent by POST, by GET and as a text: the answers are the same.</summary>
    private async Task<JsonElement> SendAsync(StoredOperation operation, object variables, string? key)
    {
        await server.RunDueAsync();
        using var client = server.Factory.CreateClient();
        client.DefaultRequestHeaders.Authorization = key is null ? null : new("Bearer", key);
        using var got = await client.GetAsync(
            $"/graphql?documentId={Uri.EscapeDataString(operation.Id)}&variables={Uri.EscapeDataString(JsonSerializer.Serialize(variables))}",
            TestContext.Current.CancellationToken);
        using var posted = await client.PostAsJsonAsync("/graphql", new { documentId = operation.Id, variables }, TestContext.Current.CancellationToken);
        var answer = await posted.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        if (operation.Kind == OperationType.Query)
        {
            (await got.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(answer.GetRawText(), operation.Name);
            (await server.QueryAsync(operation.Text, variables, key)).GetRawText().ShouldBe(answer.GetRawText(), operation.Name);
        }

        got.StatusCode.ShouldBe(operation.Kind == OperationType.Query ? HttpStatusCode.OK : HttpStatusCode.MethodNotAllowed, operation.Name);
        return answer;
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
