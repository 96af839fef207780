using Headless.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Headless.GraphQL.AspNetCore;

/// <summary>Completes each operation that comes over POST, GET or an event stream before it is executed.</summary>
public interface IHttpRequestInterceptor
{
    /// <summary>Called once for each request, after its parameters were read. A <see cref="GraphQLException"/> becomes the answer.</summary>
    ValueTask OnCreateAsync(
        HttpContext context,
        IRequestExecutor requestExecutor,
        OperationRequestBuilder requestBuilder,
        CancellationToken cancellationToken);
}
