using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Headless.GraphQL;
using Headless.Server.Tests.Transport;
using Microsoft.Extensions.Logging;

namespace Headless.Server.Tests.Instrumentation;

/// <summary>What those who listen learn of requests, by OpenTelemetry's semantic conventions for GraphQL servers, and what they never do.</summary>
[Collection(nameof(Listening))]
public sealed class RequestInstrumentationTests
{
    private const string Greet = "query Greet($name: String) { hello(name: $name) }";

    private const string Secret = "a-secret-variable";

    [Fact]
    public async Task A_query_over_HTTP_is_a_server_span_of_its_type_within_the_callers_trace()
    {
        using var listener = new Listener();
        using var logs = new LogCapture();
        await using var server = await TransportServer.StartAsync(instrumentation: new InstrumentationOptions(), logs: logs);

        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonBody($$$"""{"query":"{{{Greet}}}","variables":{"name":"{{{Secret}}}"}}""") };
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        (await (await server.Http.SendAsync(request)).Content.ReadAsStringAsync()).ShouldContain(Secret);

        var span = listener.Spans.ShouldHaveSingleItem();
        Listener.Text(span).ShouldBe($"query Server Unset graphql.operation.type=query graphql.operation.name=Greet graphql.document.hash={HashOf(Greet)}");
        span.TraceId.ToString().ShouldBe("0af7651916cd43dd8448eb211c80319c");
    }

    [Fact]
    public async Task The_document_is_told_only_when_asked_for_and_variables_never()
    {
        using var listener = new Listener();
        await using var server = await TransportServer.StartAsync(instrumentation: new InstrumentationOptions { IncludeDocument = true });

        await server.PostAsync($$$"""{"query":"{{{Greet}}}","variables":{"name":"{{{Secret}}}"}}""");

        var text = Listener.Text(listener.Spans.ShouldHaveSingleItem());
        text.ShouldEndWith($"graphql.document={Greet}");
        text.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task A_document_that_is_refused_is_a_span_without_an_operation()
    {
        using var listener = new Listener();
        await using var server = await TransportServer.StartAsync(instrumentation: new InstrumentationOptions());

        await server.PostAsync("""{"query":"{"}""");
        await server.PostAsync("""{"query":"{ nobody }"}""");

        listener.Spans.Select(Listener.Text).ShouldBe(
        [
            $"GraphQL Operation Server Error graphql.document.hash={HashOf("{")} error.type=SYNTAX_ERROR",
            $"GraphQL Operation Server Error graphql.document.hash={HashOf("{ nobody }")} error.type=FIELDS_ON_CORRECT_TYPE",
        ]);
        listener.Measurements.Where(IsRequest).ShouldBe(["graphql.server.request.duration error.type=SYNTAX_ERROR", "graphql.server.request.duration error.type=FIELDS_ON_CORRECT_TYPE"]);
    }

    [Fact]
    public async Task Errors_are_counted_by_their_code_and_durations_by_type()
    {
        using var listener = new Listener();
        await using var server = await TransportServer.StartAsync(instrumentation: new InstrumentationOptions());

        await server.PostAsync("""{"query":"{ a: fail b: fail hello }"}""");
        await server.PostAsync("""{"query":"mutation { increment }"}""");

        Listener.Text(listener.Spans[0]).ShouldEndWith("error.type=SORRY");
        listener.Measurements.Where(m => !m.StartsWith("graphql.server.cache", StringComparison.Ordinal)).ShouldBe(
        [
            "graphql.server.errors 1 error.type=SORRY",
            "graphql.server.errors 1 error.type=SORRY",
            "graphql.server.request.duration graphql.operation.type=query error.type=SORRY",
            "graphql.server.request.duration graphql.operation.type=mutation",
        ]);
    }

    [Fact]
    public async Task Cache_lookups_tell_hits_from_misses()
    {
        using var listener = new Listener();
        await using var server = await TransportServer.StartAsync(instrumentation: new InstrumentationOptions());

        await server.PostAsync("""{"query":"{ hello }"}""");
        await server.PostAsync("""{"query":"{ hello }"}""");

        listener.Measurements.Where(m => m.StartsWith("graphql.server.cache", StringComparison.Ordinal)).ShouldBe(
        [
            "graphql.server.cache.lookups 1 graphql.cache.name=document graphql.cache.result=miss",
            "graphql.server.cache.lookups 1 graphql.cache.name=operation graphql.cache.result=miss",
            "graphql.server.cache.lookups 1 graphql.cache.name=document graphql.cache.result=hit",
            "graphql.server.cache.lookups 1 graphql.cache.name=operation graphql.cache.result=hit",
        ]);
    }

    [Fact]
    public async Task Each_event_of_a_subscription_is_a_trace_that_links_to_the_one_that_subscribed()
    {
        const string document = "subscription Count { count(to: 2) }";
        using var listener = new Listener();
        await using var server = await TransportServer.StartAsync(instrumentation: new InstrumentationOptions());
        using var socket = await SocketClient.InitialiseAsync(server.SocketAddress());

        await socket.SendAsync($$$"""{"type":"subscribe","id":"1","payload":{"query":"{{{document}}}"}}""");
        (await socket.ReceiveAsync()).ShouldContain("\"count\":1");
        (await socket.ReceiveAsync()).ShouldContain("\"count\":2");
        (await socket.ReceiveAsync()).ShouldContain("complete");

        var span = $"subscription Server Unset graphql.operation.type=subscription graphql.operation.name=Count graphql.document.hash={HashOf(document)}";
        listener.Spans.Select(Listener.Text).ShouldBe([span, span, span]);
        var subscribed = listener.Spans[0].Context;
        listener.Spans.Skip(1).Select(s => s.Links.Single().Context).ShouldBe([subscribed, subscribed]);
        listener.Spans.Select(s => s.TraceId).Distinct().Count().ShouldBe(3);
        listener.Spans.Skip(1).ShouldAllBe(s => s.ParentId == null);
        listener.Measurements.Count(m => m == "graphql.server.subscription.event.duration graphql.operation.type=subscription").ShouldBe(2);
    }

    [Fact]
    public async Task Open_subscriptions_are_counted_until_they_end()
    {
        using var listener = new Listener();
        await using var server = await TransportServer.StartAsync(instrumentation: new InstrumentationOptions());
        using var socket = await SocketClient.InitialiseAsync(server.SocketAddress());
        var before = listener.ActiveSubscriptions();

        await socket.SendAsync("""{"type":"subscribe","id":"1","payload":{"query":"subscription { never }"}}""");
        await server.Probe.StreamStarted.Task;
        var during = listener.ActiveSubscriptions();
        await socket.SendAsync("""{"type":"complete","id":"1"}""");
        await server.Probe.StreamEnded.Task;

        (before, during).ShouldBe(("graphql.server.subscriptions.active 0", "graphql.server.subscriptions.active 1"));
        await Eventually(() => listener.ActiveSubscriptions().ShouldBe("graphql.server.subscriptions.active 0"));
    }

    [Fact]
    public async Task A_source_stream_that_fails_counts_its_error()
    {
        using var listener = new Listener();
        await using var server = await TransportServer.StartAsync(instrumentation: new InstrumentationOptions());

        (await server.PostAsync("""{"query":"subscription { broken }"}""", "text/event-stream")).Body.ShouldContain("Unexpected Execution Error");

        listener.Measurements.ShouldContain("graphql.server.errors 1 error.type=_OTHER");
    }

    [Fact]
    public async Task What_is_logged_while_an_operation_runs_names_it_and_its_document()
    {
        const string document = "subscription Broken { broken }";
        using var logs = new LogCapture();
        await using var server = await TransportServer.StartAsync(instrumentation: new InstrumentationOptions(), logs: logs);

        (await server.PostAsync($$"""{"query":"{{document}}"}""", "text/event-stream")).Body.ShouldContain("Unexpected Execution Error");

        var (_, _, scope) = logs.Lines.Single(l => l.Level == LogLevel.Error);
        (scope["graphql.operation.type"], scope["graphql.operation.name"], scope["graphql.document.hash"]).ShouldBe(("subscription", "Broken", HashOf(document)));
    }

    [Fact]
    public async Task A_slow_operation_is_a_warning_with_its_name_and_document_and_without_variables()
    {
        using var logs = new LogCapture();
        await using var server = await TransportServer.StartAsync(instrumentation: new InstrumentationOptions { SlowOperationThreshold = TimeSpan.FromTicks(1) }, logs: logs);

        await server.PostAsync($$$"""{"query":"{{{Greet}}}","variables":{"name":"{{{Secret}}}"}}""");

        var (_, message, _) = logs.Lines.Single(l => l.Level == LogLevel.Warning);
        message.ShouldStartWith("Slow GraphQL query Greet: ");
        message.ShouldEndWith($" ms, document {HashOf(Greet)}");
        logs.Lines.ShouldNotContain(l => l.Message.Contains(Secret));
    }

    [Fact]
    public async Task Nothing_is_slow_below_the_threshold_or_without_one()
    {
        using var logs = new LogCapture();
        await using var patient = await TransportServer.StartAsync(instrumentation: new InstrumentationOptions { SlowOperationThreshold = TimeSpan.FromHours(1) }, logs: logs);
        await using var silent = await TransportServer.StartAsync(instrumentation: new InstrumentationOptions { SlowOperationThreshold = null }, logs: logs);

        await patient.PostAsync("""{"query":"{ hello }"}""");
        await silent.PostAsync("""{"query":"{ hello }"}""");

        logs.Lines.ShouldNotContain(l => l.Level == LogLevel.Warning);
    }

    private static bool IsRequest(string measurement) => measurement.StartsWith("graphql.server.request", StringComparison.Ordinal);

    private static string HashOf(string document) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private static StringContent JsonBody(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task Eventually(Action assertion)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                assertion();
                return;
            }
            catch (ShouldAssertException) when (Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10))
            {
                await Task.Delay(20);
            }
        }
    }
}
