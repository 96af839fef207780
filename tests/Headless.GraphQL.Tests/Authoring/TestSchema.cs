using System.Text;
using System.Text.Json;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Printing;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Tests.Authoring;

/// <summary>Builds the schema of a test and executes requests over it, each in a scope of services.</summary>
internal sealed class TestSchema : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestSchema(ServiceProvider services, IRequestExecutor executor)
    {
        _services = services;
        Executor = executor;
    }

    public IRequestExecutor Executor { get; }

    public IServiceProvider Services => _services;

    /// <summary>The printed schema.</summary>
    public string Sdl => SchemaPrinter.Print(Executor.Schema);

    public static async Task<TestSchema> CreateAsync(Action<IRequestExecutorBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(services.AddGraphQL());
        var provider = services.BuildServiceProvider(validateScopes: true);
        return new TestSchema(provider, await provider.GetRequestExecutorAsync());
    }

    /// <summary>The answer as compact JSON.</summary>
    public async Task<string> ExecuteAsync(string document, object? variables = null, Action<OperationRequestBuilder>? configure = null)
    {
        await using var scope = _services.CreateAsyncScope();
        var request = OperationRequestBuilder.New().SetDocument(document).SetServices(scope.ServiceProvider);
        if (variables is not null)
        {
            request.SetVariableValues(JsonSerializer.SerializeToElement(variables));
        }

        configure?.Invoke(request);
        await using var result = await Executor.ExecuteAsync(request.Build(), TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(result.ShouldBeOfType<OperationResult>().Payload.Span);
    }

    /// <summary>The printed definition of one type, without descriptions and cost directives.</summary>
    public string Definition(string typeName)
    {
        var lines = Sdl.Split('\n');
        var start = Array.FindIndex(lines, l => l.StartsWith("type " + typeName + " ", StringComparison.Ordinal)
            || l.StartsWith("input " + typeName + " ", StringComparison.Ordinal)
            || l.StartsWith("interface " + typeName + " ", StringComparison.Ordinal)
            || l.StartsWith("enum " + typeName + " ", StringComparison.Ordinal)
            || l.StartsWith("union " + typeName + " ", StringComparison.Ordinal));
        start.ShouldBeGreaterThanOrEqualTo(0, typeName);
        var end = lines[start].EndsWith('{') ? Array.FindIndex(lines, start, l => l == "}") : start;
        return string.Join('\n', lines[start..(end + 1)]);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
