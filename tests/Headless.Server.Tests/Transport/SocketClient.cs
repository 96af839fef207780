using System.Net.WebSockets;
using System.Text;

namespace Headless.Server.Tests.Transport;

/// <summary>A raw WebSocket: sends and receives text as it is, so that a test sees every message and every close code.</summary>
internal sealed class SocketClient : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();

    private SocketClient()
    {
    }

    public string? Subprotocol => _socket.SubProtocol;

    public static async Task<SocketClient> OpenAsync(Uri address, string? subprotocol = "graphql-transport-ws", string? origin = null)
    {
        var client = new SocketClient();
        client._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (subprotocol is not null)
        {
            client._socket.Options.AddSubProtocol(subprotocol);
        }

        if (origin is not null)
        {
            client._socket.Options.SetRequestHeader("Origin", origin);
        }

        using var timeout = new CancellationTokenSource(s_patience);
        await client._socket.ConnectAsync(address, timeout.Token);
        return client;
    }

    /// <summary>Opens a connection and has it acknowledged.</summary>
    public static async Task<SocketClient> InitialiseAsync(Uri address)
    {
        var client = await OpenAsync(address);
        await client.SendAsync("""{"type":"connection_init"}""");
        (await client.ReceiveAsync()).ShouldBe("""{"type":"connection_ack"}""");
        return client;
    }

    public Task SendAsync(string message) => SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text);

    public async Task SendAsync(byte[] message, WebSocketMessageType type)
    {
        using var timeout = new CancellationTokenSource(s_patience);
        await _socket.SendAsync(message, type, endOfMessage: true, timeout.Token);
    }

    /// <summary>The next message, or <c>close CODE REASON</c>.</summary>
    public async Task<string> ReceiveAsync()
    {
        using var timeout = new CancellationTokenSource(s_patience);
        var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer, timeout.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, timeout.Token);
                return $"close {(int)received.CloseStatus!} {received.CloseStatusDescription}";
            }

            message.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.ToArray());
            }
        }
    }

    /// <summary>Everything up to the close frame, without pings.</summary>
    public async Task<List<string>> ReceiveToCloseAsync()
    {
        var messages = new List<string>();
        do
        {
            messages.Add(await ReceiveAsync());
        }
        while (!messages[^1].StartsWith("close ", StringComparison.Ordinal));

        return messages;
    }

    /// <summary>Closes in an orderly way, as a client does that has finished.</summary>
    public async Task CloseAsync()
    {
        using var timeout = new CancellationTokenSource(s_patience);
        await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "done", timeout.Token);
    }

    /// <summary>Whether the server drops the connection without a closing handshake.</summary>
    public async Task<bool> IsDroppedAsync()
    {
        try
        {
            while (!(await ReceiveAsync()).StartsWith("close ", StringComparison.Ordinal))
            {
            }

            return false;
        }
        catch (WebSocketException)
        {
            return true;
        }
    }

    public void Dispose() => _socket.Dispose();
}
