using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Delivery;

/// <summary>A front end that follows <c>onActivity</c> over <c>graphql-transport-ws</c>.</summary>
internal sealed class ActivityStream : IAsyncDisposable
{
    public const string ProbePrefix = "probe-";

    private const string Subscription =
        """
        subscription($groupIds: [ID!], $kinds: [ActivityKind!], $after: String) {
          onActivity(groupIds: $groupIds, kinds: $kinds, after: $after) { id cursor kind externalId group { name } member { displayName } }
        }
        """;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly WebSocket _socket;

    private ActivityStream(WebSocket socket) => _socket = socket;

    /// <summary>Connects, subscribes, and waits until the subscription delivers: the protocol does not say when it has begun.</summary>
    /// <param name="server">The server.</param>
    /// <param name="variables">The filters.</param>
    /// <param name="probe">Commits an activity that the subscriber sees, under an external id that begins with <see cref="ProbePrefix"/>.</param>
    /// <param name="apiKey">The key in <c>connection_init</c>; null: the development's caller.</param>
    public static async Task<ActivityStream> OpenAsync(ServerFixture server, object variables, Func<Task> probe, string? apiKey = null)
    {
        var stream = await ConnectAsync(server, apiKey);
        await stream.SubscribeAsync("1", variables);
        var begun = stream.ReceiveAsync();
        while (await Task.WhenAny(begun, Task.Delay(TimeSpan.FromMilliseconds(100))) != begun)
        {
            await probe();
        }

        (await begun).GetProperty("type").GetString().ShouldBe("next", (await begun).GetRawText());
        return stream;
    }

    /// <summary>Connects and is acknowledged.</summary>
    public static async Task<ActivityStream> ConnectAsync(ServerFixture server, string? apiKey = null)
    {
        var client = server.Factory.Server.CreateWebSocketClient();
        client.SubProtocols.Add("graphql-transport-ws");
        using var timeout = new CancellationTokenSource(s_patience);
        var stream = new ActivityStream(await client.ConnectAsync(new Uri(server.Factory.Server.BaseAddress, "/graphql"), timeout.Token));
        await stream.SendAsync(apiKey is null ? new { type = "connection_init" } : new { type = "connection_init", payload = new { Authorization = $"Bearer {apiKey}" } });
        (await stream.ReceiveAsync()).GetProperty("type").GetString().ShouldBe("connection_ack");
        return stream;
    }

    public Task SubscribeAsync(string id, object variables) => SendAsync(new { id, type = "subscribe", payload = new { query = Subscription, variables } });

    /// <summary>Subscribes to something else than <c>onActivity</c>.</summary>
    public Task SubscribeAsync(string id, string query, object? variables) => SendAsync(new { id, type = "subscribe", payload = new { query, variables } });

    /// <summary>The one field of the next event.</summary>
    public async Task<JsonElement> NextEventAsync()
    {
        var message = await ReceiveAsync();
        message.GetProperty("type").GetString().ShouldBe("next", message.GetRawText());
        message.GetProperty("payload").TryGetProperty("errors", out _).ShouldBeFalse(message.GetRawText());
        return message.GetProperty("payload").GetProperty("data").EnumerateObject().Single().Value;
    }

    public Task UnsubscribeAsync(string id) => SendAsync(new { id, type = "complete" });

    /// <summary>The next activity that is not a probe.</summary>
    public async Task<JsonElement> NextAsync()
    {
        while (true)
        {
            var message = await ReceiveAsync();
            message.GetProperty("type").GetString().ShouldBe("next", message.GetRawText());
            message.GetProperty("payload").TryGetProperty("errors", out _).ShouldBeFalse(message.GetRawText());
            var activity = message.GetProperty("payload").GetProperty("data").GetProperty("onActivity");
            if (activity.GetProperty("externalId").GetString()?.StartsWith(ProbePrefix, StringComparison.Ordinal) != true)
            {
                return activity;
            }
        }
    }

    /// <summary>The external ids of the next activities.</summary>
    public async Task<List<string?>> NextExternalIdsAsync(int count)
    {
        List<string?> ids = [];
        while (ids.Count < count)
        {
            ids.Add((await NextAsync()).GetProperty("externalId").GetString());
        }

        return ids;
    }

    /// <summary>The next message as it is; a ping is answered.</summary>
    public async Task<JsonElement> ReceiveAsync()
    {
        using var timeout = new CancellationTokenSource(s_patience);
        var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer.AsMemory(), timeout.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return JsonSerializer.SerializeToElement(new { type = "close", code = (int)_socket.CloseStatus!, reason = _socket.CloseStatusDescription });
            }

            message.Write(buffer, 0, received.Count);
            if (!received.EndOfMessage)
            {
                continue;
            }

            var read = JsonDocument.Parse(message.ToArray()).RootElement.Clone();
            if (read.GetProperty("type").GetString() != "ping")
            {
                return read;
            }

            message.SetLength(0);
            await SendAsync(new { type = "pong" });
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var timeout = new CancellationTokenSource(s_patience);
        if (_socket.State == WebSocketState.Open)
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, timeout.Token);
        }

        _socket.Dispose();
    }

    private async Task SendAsync(object message)
    {
        using var timeout = new CancellationTokenSource(s_patience);
        await _socket.SendAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message)), WebSocketMessageType.Text, endOfMessage: true, timeout.Token);
    }
}
