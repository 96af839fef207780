using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Headless.GraphQL;
using Headless.GraphQL.Execution;

namespace Headless.Benchmarks.Engine;

/// <summary>What a request costs whose document is known: looking it up, variables, execution, the answer in UTF-8.</summary>
public class ExecutionBenchmarks
{
    private readonly OperationRequest _threeFields = Request(Documents.ThreeFields);
    private readonly OperationRequest _fragments = Request(Documents.Fragments, """{"detailed": true}""");
    private readonly OperationRequest _introspection = Request(Documents.Introspection);
    private readonly OperationRequest _typeName = Request("{ __typename }");
    private IRequestExecutor _executor = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        var services = new ServiceCollection();
        services.AddEngineSchema();
        _executor = await services.BuildServiceProvider().GetRequestExecutorAsync();
        foreach (var request in new[] { _typeName, _threeFields, _fragments, _introspection })
        {
            using var result = (OperationResult)await _executor.ExecuteAsync(request);
            if (result.HasErrors)
            {
                throw new InvalidOperationException(result.Errors[0].Message);
            }
        }
    }

    [Benchmark]
    public Task<int> TypeName() => ExecuteAsync(_typeName);

    [Benchmark]
    public Task<int> ThreeFields() => ExecuteAsync(_threeFields);

    [Benchmark]
    public Task<int> Fragments() => ExecuteAsync(_fragments);

    [Benchmark]
    public Task<int> Introspection() => ExecuteAsync(_introspection);

    private async Task<int> ExecuteAsync(OperationRequest request)
    {
        using var result = (OperationResult)await _executor.ExecuteAsync(request);
        return result.Payload.Length;
    }

    private static OperationRequest Request(string document, string? variables = null)
        => OperationRequestBuilder.New()
            .SetDocument(document)
            .SetVariableValues(variables is null ? default : JsonDocument.Parse(variables).RootElement)
            .Build();
}
