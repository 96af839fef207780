using System.Collections.Concurrent;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Headless.GraphQL.Authoring;

/// <summary>The executors of an application's schemas, each created when first asked for.</summary>
internal sealed class RequestExecutorResolver(IServiceProvider services, SchemaConfigurations configurations) : IRequestExecutorResolver
{
    private readonly ConcurrentDictionary<string, Lazy<IRequestExecutor>> _executors = new(StringComparer.Ordinal);

    public ValueTask<IRequestExecutor> GetRequestExecutorAsync(string? schemaName = null, CancellationToken cancellationToken = default)
        => new(Get(schemaName ?? SchemaConfigurations.DefaultName));

    public IRequestExecutor Get(string schemaName)
    {
        var configuration = configurations.Find(schemaName) ?? throw new InvalidOperationException($"There is no schema '{schemaName}': AddGraphQL adds one.");
        return _executors.GetOrAdd(schemaName, static (_, state) => new Lazy<IRequestExecutor>(() => state.Self.Create(state.configuration)), (Self: this, configuration)).Value;
    }

    private RequestExecutor Create(SchemaConfiguration configuration)
    {
        var options = configuration.RequestOptions;
        return new RequestExecutor(SchemaFactory.Create(configuration, services), new RequestExecutorServices
        {
            Options = options.ToRequestOptions(),
            ParserOptions = options.Parser,
            CostOptions = configuration.CostOptions,
            Validator = new DocumentValidator(options.Validation),
            ErrorFilters = [.. configuration.ErrorFilters.Select(create => create(services))],
            DocumentStorage = services.GetService<IOperationDocumentStorage>(),
            Instrumentation = configuration.Instrumentation,
            PersistedOperations = options.PersistedOperations,
            Limiter = services.GetService<IRequestLimiter>(),
            Journal = services.GetService<IMutationJournal>(),
            Audience = services.GetService<IEventAudience>(),
            Logger = services.GetService<ILoggerFactory>()?.CreateLogger<RequestExecutor>() ?? (ILogger)NullLogger.Instance,
        });
    }
}
