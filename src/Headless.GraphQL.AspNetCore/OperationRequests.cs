using System.Text.Json;
using Headless.GraphQL.Execution;

namespace Headless.GraphQL.AspNetCore;

/// <summary>Turns request parameters into what the executor takes: the same way for every transport.</summary>
internal static class OperationRequests
{
    public static OperationRequestBuilder Create(RequestParameters parameters, AllowedOperations allowed)
    {
        var builder = OperationRequestBuilder.New().SetAllowedOperations(allowed);
        return builder;
    }
}
