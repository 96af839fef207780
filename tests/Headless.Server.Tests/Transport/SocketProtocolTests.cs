using System.Net.WebSockets;
using Headless.GraphQL.AspNetCore;

namespace Headless.Server.Tests.Transport;

/// <summary>The states and messages of <c>graphql-transport-ws</c>.</summary>
public sealed class SocketProtocolTests
{
    [Theory]
    [InlineData("graphql")]
    [InlineData("graphql/ws")]
    public async Task Queries_and_mutations_answer_next_and_complete(string path)
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress(path));
        client.Subprotocol.ShouldBe("graphql-transport-ws");

        await client.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"query Q($n: String) { hello(name: $n) }","operationName":"Q","variables":{"n":"Ann"}}}""");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"1","type":"next","payload":{"data":{"hello":"Hello Ann"}}}""");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"1","type":"complete"}""");

        await client.SendAsync("""{"id":"2","type":"subscribe","payload":{"query":"mutation { increment }"}}""");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"2","type":"next","payload":{"data":{"increment":1}}}""");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"2","type":"complete"}""");
    }

    [Fact]
    public async Task A_subscription_answers_each_event_and_then_complete()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.SendAsync("""{"id":"s","type":"subscribe","payload":{"query":"subscription { count(to: 3) }"}}""");

        (await client.ReceiveAsync()).ShouldBe("""{"id":"s","type":"next","payload":{"data":{"count":1}}}""");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"s","type":"next","payload":{"data":{"count":2}}}""");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"s","type":"next","payload":{"data":{"count":3}}}""");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"s","type":"complete"}""");
    }

    [Fact]
    public async Task A_request_error_is_an_error_message_without_complete()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.SendAsync("""{"id":"e","type":"subscribe","payload":{"query":"{"}}""");
        var error = await client.ReceiveAsync();
        await client.SendAsync("""{"id":"e","type":"subscribe","payload":{"query":"{ hello }"}}""");

        error.ShouldStartWith("""{"id":"e","type":"error","payload":[{"message":"Syntax Error""");
        error.ShouldEndWith("}]}");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"e","type":"next","payload":{"data":{"hello":"Hello World"}}}""");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"e","type":"complete"}""");
    }

    [Fact]
    public async Task A_field_error_is_part_of_the_result()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.SendAsync("""{"id":"f","type":"subscribe","payload":{"query":"{ fail }"}}""");

        (await client.ReceiveAsync()).ShouldBe(
            """{"id":"f","type":"next","payload":{"errors":[{"message":"Sorry","locations":[{"line":1,"column":3}],"path":["fail"],"extensions":{"code":"SORRY"}}],"data":{"fail":null}}}""");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"f","type":"complete"}""");
    }

    [Fact]
    public async Task A_source_stream_that_fails_ends_its_own_operation_only()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.SendAsync("""{"id":"b","type":"subscribe","payload":{"query":"subscription { broken }"}}""");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"b","type":"next","payload":{"data":{"broken":1}}}""");
        var failure = await client.ReceiveAsync();
        failure.ShouldContain("\"id\":\"b\"");
        failure.ShouldContain("\"errors\":[{\"message\":", Case.Sensitive);
        failure.ShouldNotContain("secret");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"b","type":"complete"}""");

        await client.SendAsync("""{"id":"q","type":"subscribe","payload":{"query":"{ hello }"}}""");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"q","type":"next","payload":{"data":{"hello":"Hello World"}}}""");
    }

    [Fact]
    public async Task Ids_are_escaped_and_may_be_used_again()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        for (var i = 0; i < 3; i++)
        {
            await client.SendAsync("""{"payload":{"query":"{ hello }"},"id":"a\"\u0000b","type":"subscribe","unknown":[{}]}""");
            (await client.ReceiveAsync()).ShouldBe("""{"id":"a\u0022\u0000b","type":"next","payload":{"data":{"hello":"Hello World"}}}""");
            (await client.ReceiveAsync()).ShouldBe("""{"id":"a\u0022\u0000b","type":"complete"}""");
        }
    }

    [Fact]
    public async Task A_ping_is_answered_with_its_payload_at_any_time_and_a_pong_with_nothing()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.OpenAsync(server.SocketAddress());

        await client.SendAsync("""{"type":"pong","payload":{"a":1}}""");
        await client.SendAsync("""{"type":"ping"}""");
        await client.SendAsync("""{"type":"ping","payload":{"a":[1]}}""");

        (await client.ReceiveAsync()).ShouldBe("""{"type":"pong"}""");
        (await client.ReceiveAsync()).ShouldBe("""{"type":"pong","payload":{"a":[1]}}""");
    }

    [Fact]
    public async Task A_client_that_completes_an_operation_gets_nothing_more_of_it_and_its_resolver_is_cancelled()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.SendAsync("""{"id":"w","type":"subscribe","payload":{"query":"{ wait }"}}""");
        await server.Probe.WaitStarted.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await client.SendAsync("""{"id":"w","type":"complete"}""");
        await server.Probe.WaitCancelled.Task.WaitAsync(TimeSpan.FromSeconds(60));

        await client.SendAsync("""{"id":"w","type":"subscribe","payload":{"query":"{ hello }"}}""");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"w","type":"next","payload":{"data":{"hello":"Hello World"}}}""");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"w","type":"complete"}""");
    }

    [Fact]
    public async Task A_client_that_completes_a_subscription_ends_its_source_stream()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.SendAsync("""{"id":"n","type":"subscribe","payload":{"query":"subscription { never }"}}""");
        await server.Probe.StreamStarted.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await client.SendAsync("""{"id":"n","type":"complete"}""");

        await server.Probe.StreamEnded.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Completing_an_unknown_operation_is_ignored()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.SendAsync("""{"id":"x","type":"complete"}""");
        await client.SendAsync("""{"type":"ping"}""");

        (await client.ReceiveAsync()).ShouldBe("""{"type":"pong"}""");
    }

    [Fact]
    public async Task A_client_that_leaves_ends_its_source_streams()
    {
        await using var server = await TransportServer.StartAsync();
        using (var client = await SocketClient.InitialiseAsync(server.SocketAddress()))
        {
            await client.SendAsync("""{"id":"n","type":"subscribe","payload":{"query":"subscription { never }"}}""");
            await server.Probe.StreamStarted.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }

        await server.Probe.StreamEnded.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task An_orderly_close_is_answered_with_the_same_code()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.CloseAsync();
    }

    [Fact]
    public async Task No_init_in_time_closes_with_4408()
    {
        await using var server = await TransportServer.StartAsync(o => o.Sockets.ConnectionInitializationTimeout = TimeSpan.FromMilliseconds(200));
        using var client = await SocketClient.OpenAsync(server.SocketAddress());

        (await client.ReceiveAsync()).ShouldBe("close 4408 Connection initialisation timeout");
    }

    [Fact]
    public async Task Subscribe_before_the_acknowledgement_closes_with_4401()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.OpenAsync(server.SocketAddress());

        await client.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}""");

        (await client.ReceiveAsync()).ShouldBe("close 4401 Unauthorized");
    }

    [Fact]
    public async Task A_second_init_closes_with_4429()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.SendAsync("""{"type":"connection_init"}""");

        (await client.ReceiveAsync()).ShouldBe("close 4429 Too many initialisation requests");
    }

    [Theory]
    [InlineData("subscription { never }")]
    [InlineData("{ wait }")]
    public async Task An_id_that_is_in_use_closes_with_4409(string query)
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.SendAsync($$$"""{"id":"same","type":"subscribe","payload":{"query":"{{{query}}}"}}""");
        await client.SendAsync("""{"id":"same","type":"subscribe","payload":{"query":"{ hello }"}}""");

        (await client.ReceiveAsync()).ShouldBe("close 4409 Subscriber for same already exists");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"connection_init"} {}""")]
    [InlineData("""{"type":"start"}""")]
    [InlineData("""{"type":"next","id":"1","payload":{}}""")]
    [InlineData("""{"type":"connection_ack"}""")]
    [InlineData("""{"type":"connection_init","payload":"token"}""")]
    [InlineData("""{"type":"ping","payload":[]}""")]
    [InlineData("""{"type":"complete"}""")]
    [InlineData("""{"type":"complete","id":5}""")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"1"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{}}""")]
    [InlineData("""{"type":"subscribe","id":"\ud83d","payload":{"query":"{ hello }"}}""")]
    public async Task What_is_not_a_message_closes_with_4400(string message)
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.SendAsync(message);

        (await client.ReceiveAsync()).ShouldBe("close 4400 Invalid message received");
    }

    [Fact]
    public async Task Parameters_of_a_wrong_type_close_with_4400_and_say_which()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.SendAsync("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":[]}}""");

        (await client.ReceiveAsync()).ShouldBe("close 4400 The parameter \"variables\" must be a JSON object.");
    }

    [Fact]
    public async Task A_binary_message_closes_with_4400()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());

        await client.SendAsync("""{"type":"ping"}"""u8.ToArray(), WebSocketMessageType.Binary);

        (await client.ReceiveAsync()).ShouldBe("close 4400 Binary messages are not supported");
    }

    [Theory]
    [InlineData("graphql-ws")]
    [InlineData("soap")]
    [InlineData(null)]
    public async Task Another_subprotocol_closes_with_4406(string? subprotocol)
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.OpenAsync(server.SocketAddress(), subprotocol);

        (await client.ReceiveAsync()).ShouldBe("close 4406 Subprotocol not acceptable");
    }

    [Fact]
    public async Task A_reason_that_is_too_long_for_a_close_frame_is_cut_at_a_character()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server.SocketAddress());
        var id = string.Concat(Enumerable.Repeat("💩", 100));

        await client.SendAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{ wait }"}}""");
        await client.SendAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{ wait }"}}""");

        (await client.ReceiveAsync()).ShouldBe("close 4409 Subscriber for " + string.Concat(Enumerable.Repeat("💩", 27)));
    }
}
