using System.Collections.Concurrent;
using Headless.Server.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Headless.Server.Tests.Instrumentation;

/// <summary>The server's own settings of telemetry, over a collector that keeps what it is sent.</summary>
[Collection(nameof(Listening))]
public sealed class TelemetryExportTests
{
    [Fact]
    public async Task Spans_measurements_and_logs_reach_the_collector_that_the_variables_of_OpenTelemetry_name()
    {
        await using var collector = await Collector.StartAsync();
        await using (var server = new ExportingServer(collector.Address))
        {
            await server.InitializeAsync();
            await server.DataAsync("query Exported { __typename }");

            // Logs go out by themselves: a busy machine may not get to them when the server is put away.
            await collector.WaitForAsync("/v1/logs", "Slow GraphQL");
        }

        collector.Bodies.Keys.Order(StringComparer.Ordinal).ShouldBe(["/v1/logs", "/v1/metrics", "/v1/traces"]);
        collector.Text("/v1/traces").ShouldContain("Exported");
        collector.Text("/v1/traces").ShouldContain("graphql.operation.type");
        collector.Text("/v1/traces").ShouldContain("query Exported { __typename }");
        collector.Text("/v1/metrics").ShouldContain("graphql.server.request.duration");
        collector.Text("/v1/logs").ShouldContain("Slow GraphQL");
        collector.Text("/v1/logs").ShouldContain("headless");
    }

    private sealed class ExportingServer(string collector) : ServerFixture, IAsyncDisposable
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [
            new("OTEL_EXPORTER_OTLP_ENDPOINT", collector),
            new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            new("OTEL_BLRP_SCHEDULE_DELAY", "100"),
            new("GraphQL:Instrumentation:IncludeDocument", "true"),
            new("GraphQL:Instrumentation:SlowOperationThreshold", "00:00:00.0000001"),
        ];
    }

    /// <summary>Takes what is posted, by path.</summary>
    private sealed class Collector(WebApplication app) : IAsyncDisposable
    {
        public ConcurrentDictionary<string, ConcurrentQueue<byte[]>> Bodies { get; } = new();

        public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var collector = new Collector(builder.Build());
            collector.Map();
            await collector.StartListeningAsync();
            return collector;
        }

        /// <summary>Everything that came to a path. Protobuf keeps strings as they are.</summary>
        public string Text(string path) => string.Concat(Bodies[path].Select(System.Text.Encoding.UTF8.GetString));

        /// <summary>Waits, half a minute at most, until a text has come to a path.</summary>
        public async Task WaitForAsync(string path, string text)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(30));
            while (!Bodies.ContainsKey(path) || !Text(path).Contains(text, StringComparison.Ordinal))
            {
                await Task.Delay(20, patience.Token);
            }
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private Task StartListeningAsync() => app.StartAsync();

        private void Map() => app.MapPost("/v1/{signal}", async (HttpRequest request) =>
        {
            var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            Bodies.GetOrAdd(request.Path, _ => new()).Enqueue(body.ToArray());
        });
    }
}
