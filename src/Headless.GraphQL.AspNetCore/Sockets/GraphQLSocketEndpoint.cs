using Headless.GraphQL.AspNetCore.Http;
using Headless.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Headless.GraphQL.AspNetCore.Sockets;

/// <summary>Accepts WebSocket handshakes for <c>graphql-transport-ws</c> and no other subprotocol.</summary>
internal sealed class GraphQLSocketEndpoint(
    IRequestExecutor executor,
    ISocketSessionInterceptor interceptor,
    IServiceScopeFactory scopes,
    IHostApplicationLifetime lifetime,
    ILogger<GraphQLSocketEndpoint> logger)
{
    private const string Subprotocol = "graphql-transport-ws";

    public async Task HandleAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.Upgrade = "websocket";
            await Problems.Write(context, StatusCodes.Status426UpgradeRequired, "Open a WebSocket here.");
            return;
        }

        var options = context.GetServerOptions();
        if (!CrossSiteGuard.IsAllowedOrigin(context.Request, options.Sockets.AllowedOrigins))
        {
            await Problems.Write(context, StatusCodes.Status403Forbidden, "Pages of this origin may not connect.");
            return;
        }

        var acceptable = context.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = acceptable ? Subprotocol : null,

            // The protocol has pings of its own, which tell a lost client as well.
            KeepAliveInterval = TimeSpan.Zero,
        });
        using var connection = new SocketConnection(socket, context, options.Sockets);
        await using var stopping = lifetime.ApplicationStopping.UnsafeRegister(
            static connection => ((SocketConnection)connection!).Close(SocketCloseCode.GoingAway, "The server is stopping"),
            connection);
        if (!acceptable)
        {
            // A handshake cannot carry the protocol's own reason, a close frame can.
            connection.Close(SocketCloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable");
        }

        await new SocketSession(connection, executor, interceptor, scopes, options, logger).RunAsync();
    }
}
