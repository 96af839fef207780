using System.Net;
using System.Text;
using Headless.GraphQL;
using Headless.GraphQL.AspNetCore;
using Headless.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Transport;

/// <summary>What one connection may cost, and who is let in.</summary>
public sealed class SocketLimitTests
{
    [Fact]
    public async Task An_operation_too_many_is_an_error_and_the_others_live()
    {
        await using var server = await TransportServer.StartAsync(o => o.Sockets.MaxOperationsPerConnection = 2);
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"subscription { never }"}}""");
        await client.SendAsync("""{"id":"2","type":"subscribe","payload":{"query":"subscription { never }"}}""");
        await client.SendAsync("""{"id":"3","type":"subscribe","payload":{"query":"{ hello }"}}""");
        (await client.ReceiveAsync()).ShouldBe(
            """{"id":"3","type":"error","payload":[{"message":"No more than 2 operations may run on a connection at a time.","extensions":{"code":"TOO_MANY_OPERATIONS"}}]}""");

        await client.SendAsync("""{"id":"1","type":"complete"}""");
        await client.SendAsync("""{"id":"3","type":"subscribe","payload":{"query":"{ hello }"}}""");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"3","type":"next","payload":{"data":{"hello":"Hello World"}}}""");
    }

    [Fact]
    public async Task A_hundred_subscriptions_run_on_a_socket_and_one_more_is_refused()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        for (var i = 0; i <= 100; i++)
        {
            await client.SendAsync($$$"""{"id":"{{{i}}}","type":"subscribe","payload":{"query":"subscription { never }"}}""");
        }

        (await client.ReceiveAsync()).ShouldStartWith("""{"id":"100","type":"error","payload":[{"message":"No more than 100 operations""");
        for (var i = 0; i < 200 && server.Probe.OpenStreams < 100; i++)
        {
            await Task.Delay(25);
        }

        server.Probe.OpenStreams.ShouldBe(100);
    }

    [Fact]
    public async Task Operations_that_the_client_has_completed_but_that_still_run_are_limited_too()
    {
        await using var server = await TransportServer.StartAsync(o => o.Sockets.MaxOperationsPerConnection = 5);
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        for (var i = 0; i < 50; i++)
        {
            await client.SendAsync($$$"""{"id":"{{{i}}}","type":"subscribe","payload":{"query":"{ stubborn }"}}""");
            await client.SendAsync($$"""{"id":"{{i}}","type":"complete"}""");
        }

        (await client.ReceiveAsync()).ShouldContain("TOO_MANY_OPERATIONS");
        server.Probe.Counter.ShouldBeLessThanOrEqualTo(10);
        server.Probe.Release.SetResult();
    }

    [Fact]
    public async Task A_session_that_is_over_can_be_closed_again()
    {
        var closing = new TaskCompletionSource<ISocketSession>();
        await using var server = await TransportServer.StartAsync(configure: builder =>
        {
            builder.Services.AddSingleton(closing);
            builder.AddSocketSessionInterceptor<RememberingInterceptor>();
        });
        using (await SocketClient.InitialiseAsync(server.SocketAddress()))
        {
        }

        var session = await closing.Task.WaitAsync(TimeSpan.FromSeconds(60));
        for (var i = 0; i < 1_000 && !session.Connection.IsClosed; i++)
        {
            await Task.Delay(25);
        }

        session.Connection.IsClosed.ShouldBeTrue();
        await session.Connection.CloseAsync("Token expired", 4403, CancellationToken.None);
    }

    [Fact]
    public async Task A_message_at_the_limit_is_read_and_one_byte_more_closes_with_1009()
    {
        const int limit = 200_000;
        await using var server = await TransportServer.StartAsync(o => o.Sockets.MaxMessageSize = limit);
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.SendAsync(Message(limit));
        (await client.ReceiveAsync()).ShouldBe("""{"type":"pong"}""");
        await client.SendAsync(Message(limit + 1));
        (await client.ReceiveAsync()).ShouldBe("close 1009 Message too big");

        static string Message(int size)
        {
            const string head = """{"type":"ping","unknown":" """;
            return head + new string('x', size - head.Length - 2) + "\"}";
        }
    }

    [Fact]
    public async Task Variables_that_nest_too_deep_close_with_4400()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.SendAsync(
            """{"id":"1","type":"subscribe","payload":{"query":"{ hello }","variables":{"a":"""
            + new string('[', 10_000) + new string(']', 10_000) + "}}}");

        (await client.ReceiveAsync()).ShouldBe("close 4400 Invalid message received");
    }

    [Fact]
    public async Task A_reader_that_does_not_read_is_dropped_and_its_source_stream_ended()
    {
        await using var server = await TransportServer.StartAsync(o =>
        {
            o.Sockets.SendQueueCapacity = 4;
            o.Sockets.SendTimeout = TimeSpan.FromMilliseconds(300);
        });
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.SendAsync("""{"id":"f","type":"subscribe","payload":{"query":"subscription { flood }"}}""");
        await server.Probe.StreamEnded.Task.WaitAsync(TimeSpan.FromSeconds(60));

        // What the network had buffered is there, then nothing more. The source was stopped after the queue had filled.
        (await client.IsDroppedAsync()).ShouldBeTrue();
        server.Probe.Events.ShouldBeLessThan(2_000);
    }

    [Fact]
    public async Task The_server_sends_pings_and_drops_a_client_that_stays_silent()
    {
        await using var server = await TransportServer.StartAsync(o =>
        {
            o.Sockets.KeepAliveInterval = TimeSpan.FromMilliseconds(100);
            o.Sockets.KeepAliveTimeout = TimeSpan.FromSeconds(3);
        });
        using var silent = await SocketClient.OpenAsync(server.SocketAddress());
        await silent.SendAsync("""{"type":"connection_init"}""");
        (await silent.ReceiveAsync()).ShouldBe("""{"type":"connection_ack"}""");

        (await silent.ReceiveAsync()).ShouldBe("""{"type":"ping"}""");
        (await silent.IsDroppedAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_client_that_answers_pings_is_kept()
    {
        await using var server = await TransportServer.StartAsync(o =>
        {
            o.Sockets.KeepAliveInterval = TimeSpan.FromMilliseconds(50);
            o.Sockets.KeepAliveTimeout = TimeSpan.FromSeconds(8);
        });
        using var client = await SocketClient.OpenAsync(server.SocketAddress());
        await client.SendAsync("""{"type":"connection_init"}""");
        (await client.ReceiveAsync()).ShouldBe("""{"type":"connection_ack"}""");

        for (var start = Environment.TickCount64; Environment.TickCount64 - start < 8500;)
        {
            (await client.ReceiveAsync()).ShouldBe("""{"type":"ping"}""");
            await client.SendAsync("""{"type":"pong"}""");
        }
    }

    [Fact]
    public async Task A_server_that_stops_closes_with_1001()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());
        await client.SendAsync("""{"id":"n","type":"subscribe","payload":{"query":"subscription { never }"}}""");
        await server.Probe.StreamStarted.Task.WaitAsync(TimeSpan.FromSeconds(60));

        var stopping = server.StopAsync();

        (await client.ReceiveAsync()).ShouldBe("close 1001 The server is stopping");
        await stopping.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Many_sockets_that_are_open_together_and_dropped_leave_nothing_behind()
    {
        await using var server = await TransportServer.StartAsync();
        var clients = new List<SocketClient>();
        for (var i = 0; i < 300; i++)
        {
            var client = await SocketClient.InitialiseAsync(server.SocketAddress());
            clients.Add(client);
            await client.SendAsync("""{"id":"n","type":"subscribe","payload":{"query":"subscription { never }"}}""");
            await client.SendAsync("""{"type":"ping"}""");
            (await client.ReceiveAsync()).ShouldBe("""{"type":"pong"}""");
        }

        clients.ForEach(client => client.Dispose());
        for (var i = 0; i < 400 && server.Probe.OpenStreams > 0; i++)
        {
            await Task.Delay(25);
        }

        server.Probe.OpenStreams.ShouldBe(0);
    }

    [Fact]
    public async Task A_page_of_another_site_may_not_connect()
    {
        await using var server = await TransportServer.StartAsync();

        var failure = await Should.ThrowAsync<System.Net.WebSockets.WebSocketException>(
            () => SocketClient.OpenAsync(server.SocketAddress(), origin: "https://evil.example"));

        failure.Message.ShouldContain("403");
    }

    [Fact]
    public async Task A_page_of_the_same_host_or_of_an_allowed_origin_may_connect()
    {
        await using var server = await TransportServer.StartAsync(o => o.Sockets.AllowedOrigins.Add("https://app.example.com"));

        using var same = await SocketClient.OpenAsync(server.SocketAddress(), origin: server.Address.GetLeftPart(UriPartial.Authority));
        using var allowed = await SocketClient.OpenAsync(server.SocketAddress(), origin: "https://app.example.com");
    }

    [Fact]
    public async Task A_plain_request_to_the_socket_path_is_told_to_upgrade()
    {
        await using var server = await TransportServer.StartAsync();

        var response = await server.Http.GetAsync("/graphql/ws");

        response.StatusCode.ShouldBe(HttpStatusCode.UpgradeRequired);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task The_interceptor_decides_about_the_session_and_answers_with_its_payload()
    {
        await using var server = await TransportServer.StartAsync(configure: builder => builder.AddSocketSessionInterceptor<TokenInterceptor>());
        using var accepted = await SocketClient.OpenAsync(server.SocketAddress());
        using var rejected = await SocketClient.OpenAsync(server.SocketAddress());
        using var failing = await SocketClient.OpenAsync(server.SocketAddress());

        await accepted.SendAsync("""{"type":"connection_init","payload":{"token":"good"}}""");
        (await accepted.ReceiveAsync()).ShouldBe("""{"type":"connection_ack","payload":{"name":"Ann"}}""");
        await accepted.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ caller }"}}""");
        (await accepted.ReceiveAsync()).ShouldBe("""{"id":"1","type":"next","payload":{"data":{"caller":"Ann"}}}""");

        await rejected.SendAsync("""{"type":"connection_init","payload":{"token":"bad"}}""");
        (await rejected.ReceiveAsync()).ShouldBe("close 4403 Unknown token");

        await failing.SendAsync("""{"type":"connection_init"}""");
        (await failing.ReceiveAsync()).ShouldBe("close 4500 Internal server error");
    }

    [Fact]
    public async Task While_the_interceptor_thinks_the_timeout_rests_and_the_protocol_is_enforced()
    {
        await using var server = await TransportServer.StartAsync(
            o => o.Sockets.ConnectionInitializationTimeout = TimeSpan.FromSeconds(1),
            builder => builder.AddSocketSessionInterceptor<SlowInterceptor>());

        using var patient = await SocketClient.OpenAsync(server.SocketAddress());
        await patient.SendAsync("""{"type":"connection_init"}""");
        using var twice = await SocketClient.OpenAsync(server.SocketAddress());
        await twice.SendAsync("""{"type":"connection_init"}""");
        await twice.SendAsync("""{"type":"connection_init"}""");
        using var early = await SocketClient.OpenAsync(server.SocketAddress());
        await early.SendAsync("""{"type":"connection_init"}""");
        await early.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}""");

        (await twice.ReceiveAsync()).ShouldBe("close 4429 Too many initialisation requests");
        (await early.ReceiveAsync()).ShouldBe("close 4401 Unauthorized");
        (await patient.ReceiveAsync()).ShouldBe("""{"type":"connection_ack"}""");
    }

    [Fact]
    public async Task A_session_can_be_closed_while_it_runs()
    {
        await using var server = await TransportServer.StartAsync(configure: builder => builder.AddSocketSessionInterceptor<ExpiringInterceptor>());
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.SendAsync("""{"id":"n","type":"subscribe","payload":{"query":"subscription { never }"}}""");

        (await client.ReceiveAsync()).ShouldBe("close 4403 Token expired");
        await server.Probe.StreamEnded.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private sealed class TokenInterceptor : DefaultSocketSessionInterceptor
    {
        public override ValueTask<ConnectionStatus> OnConnectAsync(
            ISocketSession session,
            IOperationMessagePayload connectionInitMessage,
            CancellationToken cancellationToken = default)
        {
            var credentials = connectionInitMessage.As<Credentials>() ?? throw new InvalidOperationException("secret");
            session.Connection.ContextData["caller"] = "Ann";
            return new(credentials.Token == "good"
                ? ConnectionStatus.Accept(new Dictionary<string, object?> { ["name"] = "Ann" })
                : ConnectionStatus.Reject("Unknown token"));
        }

        public override ValueTask OnRequestAsync(
            ISocketSession session,
            string operationSessionId,
            OperationRequestBuilder requestBuilder,
            CancellationToken cancellationToken = default)
        {
            requestBuilder.SetGlobalState("caller", session.Connection.ContextData["caller"]);
            return base.OnRequestAsync(session, operationSessionId, requestBuilder, cancellationToken);
        }

        private sealed record Credentials(string Token);
    }

    private sealed class SlowInterceptor : DefaultSocketSessionInterceptor
    {
        public override async ValueTask<ConnectionStatus> OnConnectAsync(
            ISocketSession session,
            IOperationMessagePayload connectionInitMessage,
            CancellationToken cancellationToken = default)
        {
            await Task.Delay(2000, cancellationToken);
            return ConnectionStatus.Accept();
        }
    }

    private sealed class RememberingInterceptor(TaskCompletionSource<ISocketSession> closing) : DefaultSocketSessionInterceptor
    {
        public override ValueTask OnCloseAsync(ISocketSession session, CancellationToken cancellationToken = default)
        {
            closing.SetResult(session);
            return default;
        }
    }

    private sealed class ExpiringInterceptor(TransportProbe probe) : DefaultSocketSessionInterceptor
    {
        public override ValueTask OnRequestAsync(
            ISocketSession session,
            string operationSessionId,
            OperationRequestBuilder requestBuilder,
            CancellationToken cancellationToken = default)
        {
            _ = Task.Run(
                async () =>
                {
                    await probe.StreamStarted.Task;
                    await session.Connection.CloseAsync("Token expired", 4403, CancellationToken.None);
                },
                CancellationToken.None);
            return base.OnRequestAsync(session, operationSessionId, requestBuilder, cancellationToken);
        }
    }
}
