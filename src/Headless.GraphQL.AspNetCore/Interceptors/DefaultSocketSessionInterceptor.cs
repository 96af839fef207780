using System.Security.Claims;
using Headless.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Headless.GraphQL.AspNetCore;

/// <summary>Admits every session and gives its operations the user of the request that was upgraded.</summary>
public class DefaultSocketSessionInterceptor : ISocketSessionInterceptor
{
    /// <inheritdoc/>
    public virtual ValueTask<ConnectionStatus> OnConnectAsync(
        ISocketSession session,
        IOperationMessagePayload connectionInitMessage,
        CancellationToken cancellationToken = default)
        => new(ConnectionStatus.Accept());

    /// <inheritdoc/>
    public virtual ValueTask OnRequestAsync(
        ISocketSession session,
        string operationSessionId,
        OperationRequestBuilder requestBuilder,
        CancellationToken cancellationToken = default)
    {
        requestBuilder.SetGlobalState(nameof(HttpContext), session.Connection.HttpContext);
        requestBuilder.SetGlobalState(nameof(ClaimsPrincipal), session.Connection.HttpContext.User);
        return default;
    }

    /// <inheritdoc/>
    public virtual ValueTask OnCompleteAsync(ISocketSession session, string operationSessionId, CancellationToken cancellationToken = default)
        => default;

    /// <inheritdoc/>
    public virtual ValueTask OnCloseAsync(ISocketSession session, CancellationToken cancellationToken = default)
        => default;
}
