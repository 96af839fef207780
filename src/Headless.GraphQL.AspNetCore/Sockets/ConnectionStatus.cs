namespace Headless.GraphQL.AspNetCore;

/// <summary>Whether a session may begin: the answer to <c>connection_init</c>.</summary>
public sealed class ConnectionStatus
{
    private static readonly ConnectionStatus s_accepted = new(true, null, null);
    private static readonly ConnectionStatus s_rejected = new(false, "Forbidden", null);

    private ConnectionStatus(bool accepted, string? message, IReadOnlyDictionary<string, object?>? responsePayload)
    {
        Accepted = accepted;
        Message = message;
        ResponsePayload = responsePayload;
    }

    public bool Accepted { get; }

    /// <summary>The reason of a rejection: that of the close frame.</summary>
    public string? Message { get; }

    /// <summary>The payload of <c>connection_ack</c>.</summary>
    public IReadOnlyDictionary<string, object?>? ResponsePayload { get; }

    /// <summary>The session begins.</summary>
    public static ConnectionStatus Accept() => s_accepted;

    /// <summary>The session begins, and <c>connection_ack</c> carries the payload.</summary>
    public static ConnectionStatus Accept(IReadOnlyDictionary<string, object?> responsePayload) => new(true, null, responsePayload);

    /// <summary>The connection is closed with 4403.</summary>
    public static ConnectionStatus Reject() => s_rejected;

    /// <summary>The connection is closed with 4403 and this reason.</summary>
    public static ConnectionStatus Reject(string message) => new(false, message, null);
}
