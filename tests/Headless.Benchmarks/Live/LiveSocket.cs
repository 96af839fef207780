using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Headless.Benchmarks.Live;

/// <summary>A client that has subscribed to the messages of a group over <c>graphql-transport-ws</c>.</summary>
internal sealed class LiveSocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1024];

    private LiveSocket()
    {
        _socket.Options.AddSubProtocol("graphql-transport-ws");
        _socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
    }

    public static async Task<LiveSocket> OpenAsync(IPEndPoint address, string groupId)
    {
        var live = new LiveSocket();
        await live._socket.ConnectAsync(new Uri($"ws://{address}/graphql"), CancellationToken.None);
        await live.SendAsync(new { type = "connection_init" });
        if (!(await live.ReceiveAsync()).Contains("connection_ack", StringComparison.Ordinal))
        {
            throw new InvalidDataException("The connection was not acknowledged.");
        }

        await live.SendAsync(new
        {
            id = "1", type = "subscribe",
            payload = new { query = "subscription($groups: [ID!]) { onActivity(groupIds: $groups, kinds: [MESSAGE_SENT]) { id cursor kind externalId group { name } member { displayName } } }", variables = new { groups = new[] { groupId } } },
        });
        return live;
    }

    /// <summary>When the next event came.</summary>
    public async Task<long> NextAsync()
    {
        while (true)
        {
            var message = await ReceiveAsync();
            if (message.Contains("\"next\"", StringComparison.Ordinal))
            {
                return Stopwatch.GetTimestamp();
            }

            if (message.Contains("\"ping\"", StringComparison.Ordinal))
            {
                await SendAsync(new { type = "pong" });
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private Task SendAsync(object message) => _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task<string> ReceiveAsync()
    {
        var text = new StringBuilder();
        while (true)
        {
            var received = await _socket.ReceiveAsync(_buffer.AsMemory(), CancellationToken.None);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                throw new InvalidDataException($"The server closed the socket: {_socket.CloseStatus} {_socket.CloseStatusDescription}");
            }

            text.Append(Encoding.UTF8.GetString(_buffer, 0, received.Count));
            if (received.EndOfMessage)
            {
                return text.ToString();
            }
        }
    }
}
