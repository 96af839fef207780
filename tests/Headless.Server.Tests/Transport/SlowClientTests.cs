using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Headless.Server.Tests.Transport;

/// <summary>Clients that send or read so slowly that they only hold on to a connection.</summary>
public sealed class SlowClientTests
{
    /// <summary>The host's own rule with less patience: its timer ticks once a second.</summary>
    private static readonly MinDataRate s_rate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(1.1));

    [Fact]
    public async Task A_body_that_does_not_come_as_announced_is_given_up_with_408()
    {
        await using var server = await TransportServer.StartAsync(kestrel: o => o.Limits.MinRequestBodyDataRate = s_rate);
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Address.Host, server.Address.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"query\":\"mutation { increment }\"}"));

        using var reader = new StreamReader(socket.GetStream());
        var answer = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));

        answer.ShouldStartWith("HTTP/1.1 408 ");
        answer.ShouldContain("application/problem+json");
        server.Probe.Counter.ShouldBe(0);
    }

    [Fact]
    public async Task A_reader_of_events_who_does_not_read_is_dropped_and_its_source_stream_ended()
    {
        await using var server = await TransportServer.StartAsync(o => o.EventStreamSendTimeout = TimeSpan.FromMilliseconds(300));
        using var socket = new TcpClient { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(server.Address.Host, server.Address.Port);
        const string body = """{"query":"subscription { flood }"}""";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));

        await server.Probe.StreamEnded.Task.WaitAsync(TimeSpan.FromSeconds(60));

        server.Probe.Events.ShouldBeLessThan(2_000);
        server.Probe.OpenStreams.ShouldBe(0);
    }
}
