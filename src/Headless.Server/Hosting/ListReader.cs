#if IN_TREE_ENGINE
using System.Text.Json;
using Headless.GraphQL.Data;
using Headless.GraphQL.Execution;
using Headless.Server.Access;
using Headless.Server.Transfers;

namespace Headless.Server.Hosting;

/// <summary>Lists, by the executor that serves clients.</summary>
internal sealed class ListReader(IRequestExecutorResolver executors, IServiceScopeFactory scopes, PagingOptions paging) : IListReader
{
    public int PageSize => paging.MaxPageSize;

    public string? Filter(IResolverContext context) => context.ArgumentValue("where") is InputObjectValue { Count: > 0 } given ? FilterText.Print(given) : null;

    public async Task<JsonDocument> ReadAsync(string document, string? after, Caller caller, bool isLimited, CancellationToken cancellationToken)
    {
        using var acting = ActingCaller.Begin(caller);
        await using var scope = scopes.CreateAsyncScope();
        var executor = await executors.GetRequestExecutorAsync(cancellationToken: cancellationToken);
        var builder = OperationRequestBuilder.New()
            .SetDocument(document)
            .SetVariableValues(new Dictionary<string, object?> { ["after"] = after })
            .SetServices(scope.ServiceProvider)
            .SetAllowedOperations(AllowedOperations.Query)
            .MarkAsTrusted();
        var request = isLimited ? builder : builder.IgnoreCost();
        await using var result = await executor.ExecuteAsync(request.Build(), cancellationToken);
        return JsonDocument.Parse(((OperationResult)result).Payload.ToArray());
    }
}
#endif
