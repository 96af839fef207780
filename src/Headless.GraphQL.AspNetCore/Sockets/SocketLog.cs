using Microsoft.Extensions.Logging;

namespace Headless.GraphQL.AspNetCore.Sockets;

internal static partial class SocketLog
{
    [LoggerMessage(1, LogLevel.Error, "The connection interceptor failed; the connection is closed with 4500.")]
    public static partial void InitialisationFailed(ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "An operation over WebSocket failed outside of its resolvers.")]
    public static partial void OperationFailed(ILogger logger, Exception exception);
}
