using Microsoft.AspNetCore.Http;

namespace Headless.GraphQL.AspNetCore;

/// <summary>One <c>graphql-transport-ws</c> session, as interceptors see it.</summary>
public interface ISocketSession
{
    /// <summary>The connection that carries the session.</summary>
    ISocketConnection Connection { get; }
}

/// <summary>The WebSocket connection of a session.</summary>
public interface ISocketConnection
{
    /// <summary>The request that was upgraded; its user and services live as long as the connection.</summary>
    HttpContext HttpContext { get; }

    /// <summary>State of the connection, shared by its operations: what a connection interceptor found out about the caller.</summary>
    IDictionary<string, object?> ContextData { get; }

    /// <summary>Whether a closing handshake has begun or the connection is lost.</summary>
    bool IsClosed { get; }

    /// <summary>Ends the connection: its operations are cancelled and the client gets a close frame.</summary>
    /// <param name="message">The reason; cut to the 123 bytes that a close frame holds.</param>
    /// <param name="code">1000 to 4999, such as 4403 when the caller's token has expired.</param>
    /// <param name="cancellationToken">Gives up waiting for the frame to be sent.</param>
    ValueTask CloseAsync(string message, int code, CancellationToken cancellationToken = default);
}
