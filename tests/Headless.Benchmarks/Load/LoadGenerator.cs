using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Headless.Benchmarks.Load;

/// <summary>What a run of the load measured.</summary>
/// <param name="Requests">Answers with status 200 and the expected length.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Latencies">Of every request in ticks of the stopwatch, sorted.</param>
internal sealed record LoadResult(int Requests, TimeSpan Elapsed, long[] Latencies)
{
    public double RequestsPerSecond => Requests / Elapsed.TotalSeconds;

    public double Percentile(double share)
        => Latencies.Length == 0 ? 0 : Stopwatch.GetElapsedTime(0, Latencies[(int)(share * (Latencies.Length - 1))]).TotalMilliseconds;
}

/// <summary>
/// Sends one request over and over on a number of kept-alive connections, the next one when the answer is there. It writes prepared bytes
/// to sockets, because it shares the processors with the server: an HTTP client would take half of them.
/// </summary>
internal sealed class LoadGenerator(IPEndPoint server, string path, byte[] body, int expectedLength)
{
    private readonly byte[] _request =
    [
        .. Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: {server}\r\nAccept: application/json\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n")),
        .. body,
    ];

    /// <exception cref="InvalidDataException">An answer has another status or length than expected.</exception>
    public async Task<LoadResult> RunAsync(int connections, TimeSpan duration)
    {
        var begin = Stopwatch.GetTimestamp();
        var end = begin + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var latencies = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => RunConnectionAsync(end))));
        var elapsed = Stopwatch.GetElapsedTime(begin);
        var all = latencies.SelectMany(l => l).ToArray();
        Array.Sort(all);
        return new LoadResult(all.Length, elapsed, all);
    }

    private async Task<List<long>> RunConnectionAsync(long end)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server);
        var response = new HttpResponseReader(socket);
        var latencies = new List<long>(capacity: 1 << 15);
        for (var sent = Stopwatch.GetTimestamp(); sent < end;)
        {
            await socket.SendAsync(_request);
            var (status, length) = await response.ReadAsync();
            if (status != 200 || length != expectedLength)
            {
                throw new InvalidDataException($"{path} answered {status} with {length} bytes, expected were 200 and {expectedLength}.");
            }

            var received = Stopwatch.GetTimestamp();
            latencies.Add(received - sent);
            sent = received;
        }

        return latencies;
    }
}

/// <summary>Reads HTTP/1.1 answers from a connection, with a length or in chunks, and keeps nothing of them.</summary>
internal sealed class HttpResponseReader(Socket socket)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _begin;
    private int _end;

    /// <summary>The status and the number of bytes of the body.</summary>
    public async ValueTask<(int Status, int Length)> ReadAsync()
    {
        var status = int.Parse((await ReadLineAsync()).AsSpan(9, 3), CultureInfo.InvariantCulture);
        var length = 0;
        var isChunked = false;
        while (await ReadLineAsync() is { Length: > 0 } header)
        {
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(header.AsSpan(15), CultureInfo.InvariantCulture);
            }

            isChunked |= header.Equals("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase);
        }

        if (!isChunked)
        {
            await SkipAsync(length);
            return (status, length);
        }

        while (true)
        {
            var chunk = int.Parse(await ReadLineAsync(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            await SkipAsync(chunk + 2);
            length += chunk;
            if (chunk == 0)
            {
                return (status, length);
            }
        }
    }

    private async ValueTask<string> ReadLineAsync()
    {
        while (true)
        {
            var length = _buffer.AsSpan(_begin, _end - _begin).IndexOf("\r\n"u8);
            if (length >= 0)
            {
                var line = Encoding.ASCII.GetString(_buffer, _begin, length);
                _begin += length + 2;
                return line;
            }

            await FillAsync();
        }
    }

    private async ValueTask SkipAsync(int count)
    {
        while (count > _end - _begin)
        {
            count -= _end - _begin;
            _begin = _end = 0;
            await FillAsync();
        }

        _begin += count;
    }

    private async ValueTask FillAsync()
    {
        _buffer.AsSpan(_begin, _end - _begin).CopyTo(_buffer);
        (_begin, _end) = (0, _end - _begin);
        var read = await socket.ReceiveAsync(_buffer.AsMemory(_end));
        _end += read > 0 ? read : throw new InvalidDataException("The server closed the connection.");
    }
}
