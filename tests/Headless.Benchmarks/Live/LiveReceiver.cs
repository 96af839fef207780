using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Headless.Benchmarks.Live;

/// <summary>What a webhook's message was about, and when it came.</summary>
internal readonly record struct Receipt(string ExternalId, long At);

/// <summary>A receiver of webhooks on this machine, which answers at once.</summary>
internal sealed class LiveReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private ConcurrentQueue<Receipt> _received = new();

    private LiveReceiver(WebApplication app) => _app = app;

    public string Url => $"{_app.Urls.First()}/hook";

    public IReadOnlyCollection<Receipt> Received => _received;

    public static async Task<LiveReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new LiveReceiver(app);
        app.Run(receiver.ReceiveAsync);
        await app.StartAsync();
        return receiver;
    }

    public void Forget() => _received = new ConcurrentQueue<Receipt>();

    /// <summary>Waits until so many messages have come.</summary>
    /// <exception cref="TimeoutException">They do not.</exception>
    public async Task UntilAsync(int count)
    {
        for (var begin = Stopwatch.GetTimestamp(); _received.Count < count; await Task.Delay(5))
        {
            if (Stopwatch.GetElapsedTime(begin) > TimeSpan.FromMinutes(2))
            {
                throw new TimeoutException($"{_received.Count} of {count} messages came.");
            }
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        var at = Stopwatch.GetTimestamp();
        using var message = await JsonDocument.ParseAsync(http.Request.Body);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        _received.Enqueue(new Receipt(message.RootElement.GetProperty("data").GetProperty("externalId").GetString()!, at));
    }
}
