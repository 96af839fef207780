using System.Security.Claims;
using Headless.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Headless.GraphQL.AspNetCore;

/// <summary>Gives each operation the services and the user of its HTTP request.</summary>
public class DefaultHttpRequestInterceptor : IHttpRequestInterceptor
{
    /// <inheritdoc/>
    public virtual ValueTask OnCreateAsync(
        HttpContext context,
        IRequestExecutor requestExecutor,
        OperationRequestBuilder requestBuilder,
        CancellationToken cancellationToken)
    {
        requestBuilder.SetServices(context.RequestServices);
        requestBuilder.SetGlobalState(nameof(HttpContext), context);
        requestBuilder.SetGlobalState(nameof(ClaimsPrincipal), context.User);
        return default;
    }
}
