using System.Net.Http.Headers;
using System.Text;

namespace Headless.Server.Tests.Transport;

public sealed class EventStreamTests
{
    [Fact]
    public async Task A_query_that_asks_for_it_is_answered_as_events()
    {
        await using var server = await TransportServer.StartAsync();

        (await server.PostAsync("""{"query":"{ hello }"}""", "text/event-stream")).ShouldBe(new Answer(
            200,
            "text/event-stream; charset=utf-8",
            "event: next\ndata: {\"data\":{\"hello\":\"Hello World\"}}\n\nevent: complete\ndata:\n\n"));
    }

    [Fact]
    public async Task A_request_error_is_200_and_a_next_event()
    {
        await using var server = await TransportServer.StartAsync();

        var response = await server.PostAsync("""{"query":"{ nobody }"}""", "text/event-stream");

        (response.Status, response.ContentType).ShouldBe((200, "text/event-stream; charset=utf-8"));
        response.Body.ShouldStartWith("event: next\ndata: {\"errors\":[{\"message\":");
        response.Body.ShouldEndWith("}\n\nevent: complete\ndata:\n\n");
        response.Body.ShouldNotContain("\"data\"");
    }

    [Fact]
    public async Task A_subscription_is_a_next_event_for_each_event()
    {
        await using var server = await TransportServer.StartAsync();

        (await server.PostAsync(
            """{"query":"subscription { count(to: 2) }"}""",
            "application/graphql-response+json, application/json, text/event-stream")).ShouldBe(new Answer(
            200,
            "text/event-stream; charset=utf-8",
            ":\n\nevent: next\ndata: {\"data\":{\"count\":1}}\n\nevent: next\ndata: {\"data\":{\"count\":2}}\n\nevent: complete\ndata:\n\n"));
    }

    [Fact]
    public async Task Line_breaks_in_data_stay_inside_their_event()
    {
        await using var server = await TransportServer.StartAsync();

        (await server.PostAsync("""{"query":"{ hello(name: \"a\\nb\\r\\u2028\") }"}""", "text/event-stream")).Body
            .Count(c => c is '\n' or '\r').ShouldBe("event: next\ndata: \n\nevent: complete\ndata:\n\n".Count(c => c == '\n'));
    }

    [Fact]
    public async Task A_quiet_stream_is_open_at_once_and_sends_comments()
    {
        await using var server = await TransportServer.StartAsync(o => o.EventStreamHeartbeat = TimeSpan.FromMilliseconds(50));
        using var stream = await OpenAsync(server, "subscription { never }");

        (await stream.ReadAsync(12)).ShouldBe(":\n\n:\n\n:\n\n:\n\n");
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_the_source_stream()
    {
        await using var server = await TransportServer.StartAsync();
        using (await OpenAsync(server, "subscription { never }"))
        {
            await server.Probe.StreamStarted.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }

        await server.Probe.StreamEnded.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_client_that_goes_away_cancels_a_query_that_it_wanted_as_events()
    {
        await using var server = await TransportServer.StartAsync();
        using var leaving = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7Bwait%7D") { Headers = { Accept = { new("text/event-stream") } } };

        var sending = server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, leaving.Token);
        await server.Probe.WaitStarted.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await leaving.CancelAsync();

        await server.Probe.WaitCancelled.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await Should.ThrowAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task A_mutation_that_is_posted_for_events_is_executed_once()
    {
        await using var server = await TransportServer.StartAsync();

        (await server.PostAsync("""{"query":"mutation { increment }"}""", "text/event-stream")).Body
            .ShouldBe("event: next\ndata: {\"data\":{\"increment\":1}}\n\nevent: complete\ndata:\n\n");
        server.Probe.Counter.ShouldBe(1);
    }

    [Theory]
    [InlineData("query=%7Bnobody%7D")]
    [InlineData("query=%7B")]
    [InlineData("documentId=none")]
    public async Task A_request_error_by_get_is_200_and_a_next_event_too(string url)
    {
        await using var server = await TransportServer.StartAsync();

        var response = await server.GetAsync(url, "text/event-stream");

        (response.Status, response.ContentType).ShouldBe((200, "text/event-stream; charset=utf-8"));
        response.Body.ShouldStartWith("event: next\ndata: {\"errors\":[{\"message\":");
        response.Body.ShouldEndWith("}\n\nevent: complete\ndata:\n\n");
    }

    [Fact]
    public async Task A_server_that_stops_ends_the_stream_without_complete()
    {
        await using var server = await TransportServer.StartAsync();
        using var stream = await OpenAsync(server, "subscription { never }");
        await server.Probe.StreamStarted.Task.WaitAsync(TimeSpan.FromSeconds(60));

        await server.StopAsync().WaitAsync(TimeSpan.FromSeconds(60));

        (await stream.ReadToEndAsync()).ShouldBe(":\n\n");
    }

    [Fact]
    public async Task A_source_stream_that_fails_reports_it_and_completes()
    {
        await using var server = await TransportServer.StartAsync();

        var body = (await server.PostAsync("""{"query":"subscription { broken }"}""", "text/event-stream")).Body;

        body.ShouldStartWith(":\n\nevent: next\ndata: {\"data\":{\"broken\":1}}\n\nevent: next\ndata: {\"errors\":[{\"message\":");
        body.ShouldEndWith("}\n\nevent: complete\ndata:\n\n");
        body.ShouldNotContain("secret");
    }

    private static async Task<OpenStream> OpenAsync(TransportServer server, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = new StringContent($$"""{"query":"{{query}}"}""", new MediaTypeHeaderValue("application/json"));
        request.Headers.Add("Accept", "text/event-stream");
        var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new OpenStream(response, await response.Content.ReadAsStreamAsync());
    }

    private sealed class OpenStream(HttpResponseMessage response, Stream body) : IDisposable
    {
        public async Task<string> ReadAsync(int bytes)
        {
            var buffer = new byte[bytes];
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            await body.ReadExactlyAsync(buffer, timeout.Token);
            return Encoding.UTF8.GetString(buffer);
        }

        public async Task<string> ReadToEndAsync()
        {
            var text = new MemoryStream();
            try
            {
                await body.CopyToAsync(text);
            }
            catch (HttpIOException)
            {
                // An aborted response is as good an end as any: what counts is what came before.
            }

            return Encoding.UTF8.GetString(text.ToArray());
        }

        public void Dispose() => response.Dispose();
    }
}
