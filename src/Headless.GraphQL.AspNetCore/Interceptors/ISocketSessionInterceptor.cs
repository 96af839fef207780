using Headless.GraphQL.Execution;

namespace Headless.GraphQL.AspNetCore;

/// <summary>Admits WebSocket sessions and completes their operations.</summary>
public interface ISocketSessionInterceptor
{
    /// <summary>Called for <c>connection_init</c>. An exception closes the connection with 4500.</summary>
    ValueTask<ConnectionStatus> OnConnectAsync(
        ISocketSession session,
        IOperationMessagePayload connectionInitMessage,
        CancellationToken cancellationToken = default);

    /// <summary>Called for each <c>subscribe</c> before it is executed. A <see cref="GraphQLException"/> becomes its <c>error</c> message.</summary>
    ValueTask OnRequestAsync(
        ISocketSession session,
        string operationSessionId,
        OperationRequestBuilder requestBuilder,
        CancellationToken cancellationToken = default);

    /// <summary>Called when an operation is over, however it ended.</summary>
    ValueTask OnCompleteAsync(ISocketSession session, string operationSessionId, CancellationToken cancellationToken = default);

    /// <summary>Called when the connection is over, after its operations.</summary>
    ValueTask OnCloseAsync(ISocketSession session, CancellationToken cancellationToken = default);
}
