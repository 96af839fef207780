using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Headless.Server.Tests.Features.Webhooks;

/// <summary>Receives messages on this machine, and answers as a test says.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedMessage> _messages = new();
    private readonly SemaphoreSlim _arrived = new(0);

    private WebhookReceiver(WebApplication app) => _app = app;

    /// <summary>What it answers; 204 unless set.</summary>
    public Func<HttpContext, ReceivedMessage, Task>? Answer { get; set; }

    public int Port => new Uri(_app.Urls.First()).Port;

    public string Url => $"{_app.Urls.First()}/hook";

    public IReadOnlyList<ReceivedMessage> All => [.. _messages];

    public static async Task<WebhookReceiver> StartAsync(string address = "127.0.0.1")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{address}:0");
        var app = builder.Build();
        var receiver = new WebhookReceiver(app);
        app.Run(receiver.ReceiveAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public void AnswerWith(int status, params (string Name, string Value)[] headers) => Answer = (http, _) =>
    {
        http.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        return http.Response.WriteAsync($"answered {status}");
    };

    /// <summary>The next message, in the order of arrival.</summary>
    public async Task<ReceivedMessage> NextAsync()
    {
        (await _arrived.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)).ShouldBeTrue("No message came.");
        return _messages.ElementAt(_read++);
    }

    private int _read;

    /// <summary>Nothing comes for a while.</summary>
    public async Task NothingAsync(int milliseconds = 700) =>
        (await _arrived.WaitAsync(milliseconds, TestContext.Current.CancellationToken)).ShouldBeFalse("A message came that should not have.");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var message = new ReceivedMessage(
            http.Request.Path, http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray());
        _messages.Enqueue(message);
        _arrived.Release();
        if (Answer is { } answer)
        {
            await answer(http, message);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }
}

/// <summary>A message as it came.</summary>
internal sealed record ReceivedMessage(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Id => Headers["webhook-id"];

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public JsonElement Data => Json.GetProperty("data");

    /// <summary>As Standard Webhooks 1.0.0 describes it: any of the signatures, compared in constant time, and a time that is not long ago.</summary>
    public bool IsSignedBy(string secret, DateTimeOffset now)
    {
        var at = long.Parse(Headers["webhook-timestamp"], CultureInfo.InvariantCulture);
        if (Math.Abs(now.ToUnixTimeSeconds() - at) > 300)
        {
            return false;
        }

        byte[] content = [.. Encoding.ASCII.GetBytes($"{Id}.{at}."), .. Body];
        var expected = HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), content);
        return Headers["webhook-signature"].Split(' ')
            .Where(s => s.StartsWith("v1,", StringComparison.Ordinal))
            .Any(s => CryptographicOperations.FixedTimeEquals(Convert.FromBase64String(s[3..]), expected));
    }
}

/// <summary>A receiver below HTTP: reads a request and sends what a test says, or nothing.</summary>
internal sealed class RawReceiver : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();

    public RawReceiver(byte[]? answer)
    {
        _listener.Start();
        _ = AcceptAsync(answer);
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/hook";

    public void Dispose()
    {
        _ended.Cancel();
        _listener.Stop();
    }

    private async Task AcceptAsync(byte[]? answer)
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_ended.Token);
                _ = ServeAsync(client, answer);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client, byte[]? answer)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                await stream.ReadAtLeastAsync(new byte[64 * 1024], 1, throwOnEndOfStream: false, _ended.Token);
                if (answer is null)
                {
                    await Task.Delay(Timeout.Infinite, _ended.Token);
                }

                await stream.WriteAsync(answer, _ended.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
            }
        }
    }
}
