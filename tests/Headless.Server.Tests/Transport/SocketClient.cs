using System.Net.WebSockets;
using System.Text;

namespace Headless.Server.Tests.Transport;

/// <summary>A raw WebSocket: sends and receives text as it is, so that a test sees every message and every close code.</summary>
internal sealed class SocketClient : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly WebSocket _socket;

    private SocketClient(WebSocket socket) => _socket = socket;

    public string? Subprotocol => _socket.SubProtocol;

    public static async Task<SocketClient> OpenAsync(Uri address, string? subprotocol = "graphql-transport-ws", string? origin = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (subprotocol is not null)
        {
            socket.Options.AddSubProtocol(subprotocol);
        }

        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        using var timeout = new CancellationTokenSource(s_patience);
        await socket.ConnectAsync(address, timeout.Token);
        return new SocketClient(socket);
    }

    /// <summary>Opens a connection and has it acknowledged.</summary>
    public static async Task<SocketClient> InitialiseAsync(Uri address) => await InitialiseAsync(await OpenAsync(address));

    /// <summary>Has a connection acknowledged that was opened otherwise.</summary>
    public static Task<SocketClient> InitialiseAsync(WebSocket socket, string payload) => InitialiseAsync(new SocketClient(socket), payload);

    /// <summary>A connection that was opened otherwise.</summary>
    public static SocketClient Of(WebSocket socket) => new(socket);

    private static async Task<SocketClient> InitialiseAsync(SocketClient client, string? payload = null)
    {
        await client.SendAsync(payload is null ? """{"type":"connection_init"}""" : $$"""{"type":"connection_init","payload":{{payload}}}""");
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
