using Headless.GraphQL.Execution;
using Headless.GraphQL.Language;
using Headless.GraphQL.Validation;

namespace Headless.GraphQL;

/// <summary>How requests are executed: what HotChocolate lets an application set, and below it every limit of this engine.</summary>
public sealed class RequestExecutorOptions
{
    /// <summary>How long an execution may take.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = new RequestOptions().ExecutionTimeout;

    /// <summary>Whether errors show the exception behind them: for development only.</summary>
    public bool IncludeExceptionDetails { get; set; }

    /// <summary>The limits of coercion, planning, execution and caches; the two settings above go first.</summary>
    public RequestOptions Limits { get; set; } = new();

    /// <summary>The limits of the parser.</summary>
    public ParserOptions Parser { get; set; } = ParserOptions.Executable;

    /// <summary>The limits and switches of validation.</summary>
    public ValidationOptions Validation { get; set; } = new();

    /// <summary>Trusted documents and automatic persisted queries.</summary>
    public PersistedOperationOptions PersistedOperations { get; set; } = new();

    internal RequestOptions ToRequestOptions() => Limits with { ExecutionTimeout = ExecutionTimeout, IncludeExceptionDetails = IncludeExceptionDetails };
}
