using System.Diagnostics;
using Headless.Server.Tests.Features.Webhooks;
using Headless.Server.Tests.Fixtures;
using Npgsql;

namespace Headless.Server.Tests.Replicas;

/// <summary>Two servers on one PostgreSQL database.</summary>
public sealed class ReplicaTests(PostgresServerFixture server) : IClassFixture<PostgresServerFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("headless-replicas-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Promise_2_what_one_replica_writes_the_other_tells_at_once_and_webhooks_go_on_in_order_when_their_relay_is_killed()
    {
        Assert.SkipWhen(PostgresServerFixture.SkipReason is not null, PostgresServerFixture.SkipReason ?? string.Empty);

        // The server of the fixture has made the database; it must not hold the lease while others are tried.
        await server.Factory.DisposeAsync();
        (string, string)[] settings =
        [
            ("Database:Provider", "Postgres"), ("Database:ConnectionString", server.ConnectionString), ("Webhooks:AllowHttp", "true"),
            ("Webhooks:AllowedNetworks:0", "127.0.0.0/8"), ("Relay:TakeOverAfter", "00:00:03"),
        ];
        await using var receiver = await WebhookReceiver.StartAsync();
        using var first = await ReplicaProcess.StartAsync(_folder, settings);
        using var second = await ReplicaProcess.StartAsync(_folder, settings);
        ReplicaProcess[] replicas = [first, second];
        var created = await first.DataAsync(
            "mutation($input: CreateWebhookInput!) { createWebhook(input: $input) { issuedWebhook { webhook { cursor } } errors { __typename } } }",
            new { input = new { name = "replicas", url = receiver.Url, kinds = new[] { "TAG_CREATED" }, query = "subscription { onActivity { text } }", scopes = new[] { "READ_PERSONAL_DATA" } } });
        var after = created.GetProperty("createWebhook").GetProperty("issuedWebhook").GetProperty("webhook").GetProperty("cursor").GetString();

        // Written here, told there.
        await using var told = second.FollowAsync("subscription($after: String) { onActivity(kinds: [TAG_CREATED], after: $after) { text } }", new { after }).GetAsyncEnumerator();
        await AddAsync(first, "0");
        (await told.MoveNextAsync()).ShouldBeTrue();
        var delays = new List<TimeSpan>();
        for (var i = 1; i <= 5; i++)
        {
            await AddAsync(first, $"{i}");
            var since = Stopwatch.StartNew();
            (await told.MoveNextAsync()).ShouldBeTrue();
            delays.Add(since.Elapsed);
            told.Current.GetProperty("data").GetProperty("onActivity").GetProperty("text").GetString().ShouldBe($"{i}");
        }

        delays.Min().ShouldBeLessThan(TimeSpan.FromSeconds(1));

        // One key, sent to both at once again and again: one row and one event, and both say the same of it.
        const string createTag = "mutation($name: String!) { createTag(input: { name: $name }) { tag { id createdAt } errors { __typename } } }";
        for (var i = 0; i < 5; i++)
        {
            var variables = new { name = $"once {i}" };
            var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => replicas[n % 2].SendAsync(createTag, variables, $"once-{i}")));
            answers.Where(a => a.Status == 200).Select(a => a.Body).Distinct().ShouldHaveSingleItem().ShouldContain("\"errors\":null");
            answers.Where(a => a.Status != 200).ShouldAllBe(a => a.Status == 409 && a.Body.Contains("IDEMPOTENCY_KEY_IN_USE"));
            (await first.SendAsync(createTag, variables, $"once-{i}")).ShouldBe(await second.SendAsync(createTag, variables, $"once-{i}"));
            (await first.SendAsync(createTag, new { name = "another" }, $"once-{i}")).Status.ShouldBe(422);
            (await told.MoveNextAsync()).ShouldBeTrue();
            told.Current.GetProperty("data").GetProperty("onActivity").GetProperty("text").GetString().ShouldBe($"once {i}");
        }

        (await second.DataAsync("{ tags(where: { name: { startsWith: \"once\" } }) { totalCount } }")).ShouldBeJson("""{ "tags": { "totalCount": 5 } }""");

        // The one that relays is killed while the other goes on writing.
        var holder = await HolderAsync();
        var victim = replicas.Single(r => r.Id == holder);
        var survivor = replicas.Single(r => r != victim);
        for (var i = 6; i <= 40; i++)
        {
            if (i == 20)
            {
                victim.Kill();
            }

            await AddAsync(survivor, $"{i}");
        }

        var texts = new List<string>();
        while (!texts.Contains("40"))
        {
            var message = await receiver.NextAsync();
            var text = message.Data.GetProperty("text").GetString()!;
            if (!texts.Contains(text))
            {
                texts.Add(text);
            }
        }

        texts.Where(text => !text.StartsWith("once", StringComparison.Ordinal)).ShouldBe(Enumerable.Range(0, 41).Select(i => $"{i}"));
        (await HolderAsync()).ShouldBe(survivor.Id);
    }

    private static Task AddAsync(ReplicaProcess replica, string name) =>
        replica.DataAsync("mutation($name: String!) { createTag(input: { name: $name }) { tag { id } errors { __typename } } }", new { name });

    /// <summary>The process that holds the lease.</summary>
    private async Task<int> HolderAsync()
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand("""SELECT "Owner" FROM "RelayLeases" WHERE "Name" = 'relay'""");
        return int.Parse(((string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!).Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
