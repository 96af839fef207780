using System.Net.WebSockets;

namespace Headless.GraphQL.AspNetCore.Sockets;

/// <summary>The close codes of <c>graphql-transport-ws</c> that a server sends, and the general ones of RFC 6455 beside them.</summary>
internal static class SocketCloseCode
{
    public const int NormalClosure = (int)WebSocketCloseStatus.NormalClosure;
    public const int GoingAway = (int)WebSocketCloseStatus.EndpointUnavailable;
    public const int MessageTooBig = (int)WebSocketCloseStatus.MessageTooBig;
    public const int BadRequest = 4400;
    public const int Unauthorized = 4401;
    public const int Forbidden = 4403;
    public const int SubprotocolNotAcceptable = 4406;
    public const int ConnectionInitialisationTimeout = 4408;
    public const int SubscriberAlreadyExists = 4409;
    public const int TooManyInitialisationRequests = 4429;
    public const int InternalServerError = 4500;
}
