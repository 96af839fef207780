namespace Headless.GraphQL.AspNetCore.Sockets;

/// <summary>An operation of a session, from <c>subscribe</c> to <c>complete</c>.</summary>
internal sealed class SocketOperation : IDisposable
{
    private readonly CancellationTokenSource _cancellation;

    public SocketOperation(string id, CancellationToken connectionClosing)
    {
        Id = id;
        EncodedId = ServerMessage.EncodeId(id);
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(connectionClosing);
    }

    public string Id { get; }

    /// <summary>The id as a JSON string.</summary>
    public byte[] EncodedId { get; }

    /// <summary>Whether the client wants no more of it: what still waits to be sent is dropped.</summary>
    public bool IsCompletedByClient { get; private set; }

    public CancellationToken Cancelled => _cancellation.Token;

    public void CompleteByClient()
    {
        IsCompletedByClient = true;
        _cancellation.Cancel();
    }

    public void Dispose() => _cancellation.Dispose();
}
