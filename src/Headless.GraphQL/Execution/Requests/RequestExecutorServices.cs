using Headless.GraphQL.Language;
using Headless.GraphQL.Validation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Headless.GraphQL.Execution;

/// <summary>What a <see cref="RequestExecutor"/> is made of, beside its schema.</summary>
public sealed record RequestExecutorServices
{
    public RequestOptions Options { get; init; } = new();

    public ParserOptions ParserOptions { get; init; } = new() { AllowTypeSystemDefinitions = true };

    /// <summary>What operations may cost.</summary>
    public CostOptions CostOptions { get; init; } = new();

    public DocumentValidator Validator { get; init; } = new();

    /// <summary>Run over every error, in this order.</summary>
    public IReadOnlyList<IErrorFilter> ErrorFilters { get; init; } = [];

    /// <summary>Where documents that requests name by id come from; null: there are none.</summary>
    public IOperationDocumentStorage? DocumentStorage { get; init; }

    /// <summary>What those who listen are told of requests; null: nothing.</summary>
    public InstrumentationOptions? Instrumentation { get; init; }

    /// <summary>Whether documents must come from there, and whether clients may add their own.</summary>
    public PersistedOperationOptions PersistedOperations { get; init; } = new();

    /// <summary>Whether callers have asked for too much of late; null: nobody counts.</summary>
    public IRequestLimiter? Limiter { get; init; }

    /// <summary>What remembers mutations; null: nothing does.</summary>
    public IMutationJournal? Journal { get; init; }

    /// <summary>Which subscribers get the same answers; null: each has their own.</summary>
    public IEventAudience? Audience { get; init; }

    public ILogger Logger { get; init; } = NullLogger.Instance;
}
