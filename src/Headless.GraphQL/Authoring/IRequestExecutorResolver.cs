using Headless.GraphQL.Execution;

namespace Headless.GraphQL;

/// <summary>Finds what executes requests over a schema.</summary>
public interface IRequestExecutorResolver
{
    /// <summary>The executor of the default schema, or of the named one; its schema is built and validated by the first call.</summary>
    ValueTask<IRequestExecutor> GetRequestExecutorAsync(string? schemaName = null, CancellationToken cancellationToken = default);
}
