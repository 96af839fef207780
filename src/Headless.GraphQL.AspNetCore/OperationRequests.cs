using Headless.GraphQL.Execution;

namespace Headless.GraphQL.AspNetCore;

/// <summary>Turns request parameters into what the executor takes: the same way for every transport.</summary>
internal static class OperationRequests
{
    public static OperationRequestBuilder Create(RequestParameters parameters, AllowedOperations allowed)
        => OperationRequestBuilder.New()
            .SetDocument(parameters.Query.AsMemory())
            .SetDocumentId(parameters.DocumentId)
            .SetOperationName(parameters.OperationName)
            .SetVariableValues(parameters.Variables)
            .SetExtensions(parameters.Extensions)
            .SetFiles(parameters.Files)
            .SetAllowedOperations(allowed);
}
