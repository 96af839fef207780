using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Headless.Server.Tests.Replicas;

/// <summary>
/// Two servers on one SQLite file that wake each other through RabbitMQ. Where they ask the log for themselves only once an hour, nothing but the broker can have
/// told them. HEADLESS_TEST_RABBITMQ is the broker's amqp address.
/// </summary>
public sealed class BrokerTests : IDisposable
{
    private static readonly string? s_broker = Environment.GetEnvironmentVariable("HEADLESS_TEST_RABBITMQ");

    private readonly string _folder = Directory.CreateTempSubdirectory("headless-broker-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Promise_3_servers_wake_each_other_through_the_broker_and_what_was_missed_while_it_was_away_is_told_when_it_is_back()
    {
        await using var way = await StartAsync();
        var settings = Settings(way.Port, "01:00:00");
        using var writer = await ReplicaProcess.StartAsync(_folder, settings);
        using var teller = await ReplicaProcess.StartAsync(_folder, settings);
        await using var told = teller.FollowAsync("subscription { onActivity(kinds: [TAG_CREATED]) { text } }", new { }).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        // The subscription has begun when it tells the first one: it begins at some time after it was asked for.
        var next = told.MoveNextAsync().AsTask();
        var written = 0;
        while (!next.IsCompleted)
        {
            await AddAsync(writer, written++);
            await Task.WhenAny(next, Task.Delay(500, TestContext.Current.CancellationToken));
        }

        (await next).ShouldBeTrue();
        await UntilAsync(told, written - 1);
        await AddAsync(writer, written);
        await UntilAsync(told, written);

        await way.StopAsync();
        await AddAsync(writer, ++written);
        way.Resume();
        await UntilAsync(told, written);
        await AddAsync(writer, ++written);
        await UntilAsync(told, written);
    }

    [Fact]
    public async Task Servers_start_without_their_broker_and_tell_each_other_all_the_same()
    {
        await using var way = await StartAsync();
        await way.StopAsync();
        var settings = Settings(way.Port, "00:00:00.250");
        using var writer = await ReplicaProcess.StartAsync(_folder, settings);
        using var teller = await ReplicaProcess.StartAsync(_folder, settings);
        await AddAsync(writer, 0);
        var after = (await teller.DataAsync("{ activities(first: 1, where: { kind: { eq: TAG_CREATED } }) { nodes { cursor } } }")).GetProperty("activities").GetProperty("nodes")[0].GetProperty("cursor").GetString();
        await using var told = teller.FollowAsync("subscription($after: String) { onActivity(kinds: [TAG_CREATED], after: $after) { text } }", new { after }).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await AddAsync(writer, 1);
        await told.MoveNextAsync();
        TextOf(told.Current).ShouldBe("1");
        await AddAsync(writer, 2);
        await UntilAsync(told, 2);
    }

    private (string, string)[] Settings(int port, string interval)
    {
        var broker = new UriBuilder(s_broker!) { Host = "127.0.0.1", Port = port };
        return
        [
            ("Database:ConnectionString", $"Data Source={Path.Combine(_folder, "broker.db")}"), ("Feed:PollInterval", interval), ("Feed:RabbitMq:Uri", broker.Uri.ToString()),
            ("Feed:RabbitMq:Exchange", $"headless.test.{Guid.NewGuid():N}"[..24]),
        ];
    }

    /// <summary>Reads on until a certain one is told; none may be missing or come twice.</summary>
    private static async Task UntilAsync(IAsyncEnumerator<JsonElement> told, int number)
    {
        var at = int.Parse(TextOf(told.Current), System.Globalization.CultureInfo.InvariantCulture);
        while (at < number)
        {
            (await told.MoveNextAsync()).ShouldBeTrue();
            TextOf(told.Current).ShouldBe($"{++at}");
        }
    }

    private static string TextOf(JsonElement answer) => answer.GetProperty("data").GetProperty("onActivity").GetProperty("text").GetString()!;

    private static Task<JsonElement> AddAsync(ReplicaProcess server, int number) =>
        server.DataAsync("mutation($name: String!) { createTag(input: { name: $name }) { errors { __typename } } }", new { name = $"{number}" });

    private static async Task<WayToBroker> StartAsync()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(s_broker), "HEADLESS_TEST_RABBITMQ names no broker.");
        var broker = new Uri(s_broker!);
        var way = new WayToBroker(broker.Host, broker.Port);
        await Task.Yield();
        return way;
    }

    /// <summary>A port that leads to the broker, or does not.</summary>
    private sealed class WayToBroker : IAsyncDisposable
    {
        private readonly string _host;
        private readonly int _port;
        private readonly List<TcpClient> _open = [];
        private TcpListener? _listener;
        private Task _accepting = Task.CompletedTask;

        public WayToBroker(string host, int port)
        {
            (_host, _port) = (host, port);
            Resume();
        }

        public int Port { get; private set; }

        public void Resume()
        {
            _listener = new TcpListener(IPAddress.Loopback, Port);
            _listener.Start();
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
            _accepting = AcceptAsync(_listener);
        }

        /// <summary>Lets nobody through from now on, and cuts those off who are.</summary>
        public async Task StopAsync()
        {
            _listener?.Dispose();
            await _accepting;
            lock (_open)
            {
                _open.ForEach(client => client.Dispose());
                _open.Clear();
            }
        }

        public async ValueTask DisposeAsync() => await StopAsync();

        private async Task AcceptAsync(TcpListener listener)
        {
            try
            {
                while (true)
                {
                    var near = await listener.AcceptTcpClientAsync();
                    var far = new TcpClient();
                    lock (_open)
                    {
                        _open.AddRange([near, far]);
                    }

                    await far.ConnectAsync(_host, _port);
                    _ = PassAsync(near, far);
                    _ = PassAsync(far, near);
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
            {
            }
        }

        private static async Task PassAsync(TcpClient from, TcpClient to)
        {
            try
            {
                await from.GetStream().CopyToAsync(to.GetStream());
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
            {
            }

            from.Dispose();
            to.Dispose();
        }
    }
}
