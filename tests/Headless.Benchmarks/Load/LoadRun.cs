using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Headless.Benchmarks.Load.Servers;

namespace Headless.Benchmarks.Load;

/// <summary>One query on one server, round after round.</summary>
internal sealed class LoadRun(ChildServer server, string path, LoadQuery query)
{
    private readonly byte[] _body = JsonSerializer.SerializeToUtf8Bytes(new { query = query.Document });
    private readonly List<LoadResult> _results = [];
    private readonly List<UsedResources> _used = [];
    private LoadGenerator? _generator;

    public ChildServer Server { get; } = server;

    public LoadQuery Query { get; } = query;

    public int ResponseBytes { get; private set; }

    public double RequestsPerSecond => Median(_results.Select(r => r.RequestsPerSecond));

    public double BytesPerRequest => Median(PerRequest(u => u.AllocatedBytes));

    public double MicrosecondsPerRequest => Median(PerRequest(u => u.ProcessorMicroseconds));

    public double P50 => Median(_results.Select(r => r.Percentile(0.50)));

    public double P99 => Median(_results.Select(r => r.Percentile(0.99)));

    public (double Least, double Most) Range => (_results.Min(r => r.RequestsPerSecond), _results.Max(r => r.RequestsPerSecond));

    /// <exception cref="InvalidDataException">The answer has errors.</exception>
    public async Task<byte[]> ReadExpectedAsync()
    {
        using var content = new ByteArrayContent(_body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await Server.Client.SendAsync(request);
        var answer = await response.Content.ReadAsByteArrayAsync();
        using var json = JsonDocument.Parse(answer);
        if (!response.IsSuccessStatusCode || json.RootElement.TryGetProperty("errors", out _))
        {
            throw new InvalidDataException($"{Server.Name} {Query.Key}: {(int)response.StatusCode} {json.RootElement}");
        }

        ResponseBytes = answer.Length;
        _generator = new LoadGenerator(Server.Address, path, _body, answer.Length);
        return answer;
    }

    public Task WarmUpAsync(int connections, TimeSpan duration) => _generator!.RunAsync(connections, duration);

    public async Task MeasureAsync(int connections, TimeSpan duration)
    {
        var before = await ReadUsedAsync();
        _results.Add(await _generator!.RunAsync(connections, duration));
        var after = await ReadUsedAsync();
        _used.Add(new UsedResources(after.AllocatedBytes - before.AllocatedBytes, after.ProcessorMicroseconds - before.ProcessorMicroseconds));
    }

    public string LastRound(int round) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Query.Key,-2} round {round} {Server.Name,-12} {_results[^1].RequestsPerSecond,9:F0} requests/s {PerRequest(u => u.AllocatedBytes).Last(),8:F0} B/request {PerRequest(u => u.ProcessorMicroseconds).Last(),7:F0} µs/request p50 {_results[^1].Percentile(0.50),7:F2} ms p99 {_results[^1].Percentile(0.99),7:F2} ms");

    private IEnumerable<double> PerRequest(Func<UsedResources, double> amount) => _used.Zip(_results, (u, r) => amount(u) / r.Requests);

    private async Task<UsedResources> ReadUsedAsync() => (await Server.Client.GetFromJsonAsync<UsedResources>("used"))!;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
