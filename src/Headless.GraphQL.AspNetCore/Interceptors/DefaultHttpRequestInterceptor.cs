using System.Security.Claims;
using Headless.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Headless.GraphQL.AspNetCore;

/// <summary>Gives each operation the services and the user of its HTTP request, and the event that a client of an event stream saw last.</summary>
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
        if (context.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } lastEventId)
        {
            requestBuilder.SetGlobalState(SubscriptionState.LastEventId, lastEventId);
        }

        return default;
    }
}
