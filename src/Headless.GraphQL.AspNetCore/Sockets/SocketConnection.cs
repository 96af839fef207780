using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Headless.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Headless.GraphQL.AspNetCore.Sockets;

/// <summary>
/// Moves messages over a WebSocket: receives whole ones up to a size, sends queued ones in order, and closes once. The queue is
/// bounded, so that a slow reader stops its own operations and nobody else's; one that does not read at all is dropped.
/// </summary>
internal sealed class SocketConnection : ISocketConnection, IDisposable
{
    private const int FirstBufferSize = 4 * 1024;
    private const int LargestKeptBuffer = 64 * 1024;

    private readonly WebSocket _socket;
    private readonly GraphQLSocketOptions _options;
    private readonly Channel<OutgoingMessage> _outgoing;
    private readonly CancellationTokenSource _closing;
    private readonly CancellationTokenSource _lost;
    private readonly Task _sending;
    private CloseFrame? _close;

    public SocketConnection(WebSocket socket, HttpContext context, GraphQLSocketOptions options)
    {
        _socket = socket;
        _options = options;
        HttpContext = context;
        _lost = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        _closing = CancellationTokenSource.CreateLinkedTokenSource(_lost.Token);
        Closing = _closing.Token;
        _outgoing = Channel.CreateBounded<OutgoingMessage>(new BoundedChannelOptions(options.SendQueueCapacity) { SingleReader = true });
        _sending = SendQueuedAsync();
    }

    public HttpContext HttpContext { get; }

    public IDictionary<string, object?> ContextData { get; } = new ConcurrentDictionary<string, object?>(StringComparer.Ordinal);

    public bool IsClosed => _closing.IsCancellationRequested;

    /// <summary>Cancelled when the connection begins to close or is lost: nothing more is worth doing for it.</summary>
    public CancellationToken Closing { get; }

    /// <summary>When the client was last heard of, in the units of <see cref="Environment.TickCount64"/>.</summary>
    public long LastReceived { get; private set; } = Environment.TickCount64;

    /// <summary>The next message; null when there will be no more. What arrives after the closing has begun is dropped.</summary>
    public async ValueTask<ClientMessage?> ReceiveAsync(int maxJsonDepth)
    {
        while (true)
        {
            var (ended, message) = await ReceiveOneAsync(maxJsonDepth);
            if (ended || message is not null)
            {
                return message;
            }
        }
    }

    /// <summary>Queues a message; waits while the queue is full. After the closing has begun the message is dropped.</summary>
    public async ValueTask SendAsync(OutgoingMessage message)
    {
        try
        {
            await _outgoing.Writer.WriteAsync(message, Closing);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ChannelClosedException)
        {
            message.Result?.Dispose();
        }
    }

    /// <summary>Begins the closing handshake; only the first call counts.</summary>
    public void Close(int code, string reason)
    {
        if (Interlocked.CompareExchange(ref _close, new CloseFrame(code, reason), null) is null)
        {
            _outgoing.Writer.TryComplete();
            _lost.CancelAfter(_options.CloseTimeout);
            _closing.Cancel();
        }
    }

    public async ValueTask CloseAsync(string message, int code, CancellationToken cancellationToken = default)
    {
        Close(code, message);
        await _sending.WaitAsync(cancellationToken);
    }

    /// <summary>Drops the connection without a closing handshake.</summary>
    public void Abort()
    {
        _socket.Abort();
        _lost.Cancel();
        _outgoing.Writer.TryComplete();
    }

    /// <summary>Waits until everything that will be sent has been sent, the close frame included.</summary>
    public Task FinishAsync() => _sending;

    public void Dispose()
    {
        // An interceptor may still hold the session and close it, when a token expires: that must not fail.
        Interlocked.CompareExchange(ref _close, new CloseFrame(SocketCloseCode.NormalClosure, ""), null);
        _closing.Dispose();
        _lost.Dispose();
    }

    private async ValueTask<(bool Ended, ClientMessage? Message)> ReceiveOneAsync(int maxJsonDepth)
    {
        byte[]? buffer = null;
        var length = 0;
        try
        {
            // Waits without a buffer, so that an idle connection holds none.
            var received = await _socket.ReceiveAsync(Memory<byte>.Empty, _lost.Token);
            while (received.MessageType != WebSocketMessageType.Close)
            {
                length += received.Count;
                if (length > _options.MaxMessageSize)
                {
                    Close(SocketCloseCode.MessageTooBig, "Message too big");
                    return (false, null);
                }

                if (received.EndOfMessage)
                {
                    LastReceived = Environment.TickCount64;
                    return (false, IsClosed ? null : Read(received.MessageType, buffer.AsSpan(0, length), maxJsonDepth));
                }

                buffer = Grow(buffer, length);
                received = await _socket.ReceiveAsync(buffer.AsMemory(length), _lost.Token);
            }

            Close((int)(_socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure), _socket.CloseStatusDescription ?? "");
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            Abort();
        }
        finally
        {
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }

        return (true, null);
    }

    private ClientMessage? Read(WebSocketMessageType type, ReadOnlySpan<byte> message, int maxJsonDepth)
    {
        try
        {
            return type == WebSocketMessageType.Text
                ? ClientMessage.Read(message, maxJsonDepth)
                : throw new InvalidRequestException("Binary messages are not supported");
        }
        catch (InvalidRequestException exception)
        {
            Close(SocketCloseCode.BadRequest, exception.Message);
            return null;
        }
    }

    private async Task SendQueuedAsync()
    {
        await Task.Yield();
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            while (!IsClosed && await _outgoing.Reader.WaitToReadAsync(Closing))
            {
                while (!IsClosed && _outgoing.Reader.TryRead(out var message))
                {
                    buffer.ResetWrittenCount();
                    message.WriteTo(buffer);
                    message.Result?.Dispose();
                    if (buffer.WrittenCount > 0)
                    {
                        await SendAsync(buffer.WrittenMemory);
                    }

                    if (buffer.Capacity > LargestKeptBuffer)
                    {
                        buffer = new ArrayBufferWriter<byte>();
                    }
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException)
        {
            // Closing, or the client is gone: the frame below is tried all the same.
        }

        while (_outgoing.Reader.TryRead(out var message))
        {
            message.Result?.Dispose();
        }

        await SendCloseAsync();
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> message)
    {
        // Cancelling a send in the middle aborts the socket, which is what a reader deserves that does not read.
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(_lost.Token);
        timeout.CancelAfter(_options.SendTimeout);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, timeout.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException)
        {
            Abort();
            throw;
        }
    }

    private async ValueTask SendCloseAsync()
    {
        if (_close is not { } close || _socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        try
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)close.Code, close.Description, _lost.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException or ArgumentException)
        {
            // ArgumentException: a client's own close code that may not be sent back, such as 1005 (no status).
            Abort();
        }
    }

    private byte[] Grow(byte[]? buffer, int length)
    {
        if (buffer is not null && length < buffer.Length)
        {
            return buffer;
        }

        var size = buffer is null ? FirstBufferSize : Math.Min(buffer.Length * 2, _options.MaxMessageSize + 1);
        var larger = ArrayPool<byte>.Shared.Rent(size);
        if (buffer is not null)
        {
            buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return larger;
    }

    private sealed record CloseFrame(int Code, string Reason)
    {
        private const int MaxDescriptionBytes = 123;

        /// <summary>The reason, cut at a character's boundary to what a close frame holds (RFC 6455, section 5.5).</summary>
        public string Description
        {
            get
            {
                if (Encoding.UTF8.GetByteCount(Reason) <= MaxDescriptionBytes)
                {
                    return Reason;
                }

                var bytes = 0;
                var chars = 0;
                foreach (var rune in Reason.EnumerateRunes())
                {
                    if (bytes + rune.Utf8SequenceLength > MaxDescriptionBytes)
                    {
                        break;
                    }

                    bytes += rune.Utf8SequenceLength;
                    chars += rune.Utf16SequenceLength;
                }

                return Reason[..chars];
            }
        }
    }
}
