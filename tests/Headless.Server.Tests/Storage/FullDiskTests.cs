using System.Data.Common;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Headless.Server.Tests.Storage;

/// <summary>A server whose SQLite file may grow no further from a moment on: to SQLite that is a disk without room.</summary>
public sealed class FullDiskServerFixture : ServerFixture
{
    private readonly Limit _limit = new();

    /// <summary>Lets the file grow by so many pages of 4 kB from now on; null: without end.</summary>
    public async Task LeaveAsync(long? pages)
    {
        await using var db = Database.Create(AccessScope.Everything);
        _limit.Pages = pages is { } left
            ? await db.Database.SqlQueryRaw<long>("""SELECT page_count AS "Value" FROM pragma_page_count()""").SingleAsync(TestContext.Current.CancellationToken) + left
            : Limit.None;
    }

    protected override WebApplicationFactory<Program> Configure(WebApplicationFactory<Program> factory) =>
        factory.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(provider => new CommunityDatabase(
            DatabaseOptions.From(provider.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>()), provider.GetRequiredService<TimeProvider>(), [_limit])))));

    /// <summary>Sets the limit on each connection as it is taken from the pool: it belongs to the connection, not to the file.</summary>
    private sealed class Limit : DbConnectionInterceptor
    {
        public const long None = 1_073_741_823;

        private long _pages = None;

        public long Pages
        {
            get => Interlocked.Read(ref _pages);
            set => Interlocked.Exchange(ref _pages, value);
        }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private void Set(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = System.FormattableString.Invariant($"PRAGMA max_page_count = {Pages}");
            command.ExecuteNonQuery();
        }
    }
}

/// <summary>Where the disk is full, what was acknowledged is stored, what was not is not, and the server goes on as soon as there is room.</summary>
public sealed class FullDiskTests(FullDiskServerFixture server) : IClassFixture<FullDiskServerFixture>
{
    private const string Record =
        "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount } errors { __typename } } }";

    [Fact]
    public async Task Promise_1_on_a_full_disk_what_was_acknowledged_is_stored_with_its_event_and_the_server_goes_on()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        await server.LeaveAsync(200);
        var acknowledged = 0;
        JsonElement answer;
        while (true)
        {
            answer = await SendAsync(group, 50);
            if (answer.TryGetProperty("errors", out _))
            {
                break;
            }

            acknowledged += answer.GetProperty("data").GetProperty("recordActivities").GetProperty("report").GetProperty("acceptedCount").GetInt32();
            acknowledged.ShouldBeLessThan(10_000, "the limit does not hold");
        }

        acknowledged.ShouldBeGreaterThan(0);
        answer.GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe("The server has no room to store this: nothing of it was stored. Send it again later.");
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("STORAGE_FULL");

        // Reading goes on, and shows what was acknowledged and nothing else; the figures too.
        (await CountAsync(key)).ShouldBe(acknowledged);
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { metric(key: MESSAGE_COUNT, window: { lastDays: 3 }) { value } } }", new { id = group }))
            .GetProperty("groupById").GetProperty("metric").GetProperty("value").GetInt32().ShouldBe(acknowledged);
        (await SendAsync(group, 50)).TryGetProperty("errors", out _).ShouldBeTrue("it is still full");
        var tag = await server.QueryAsync("mutation($name: String!) { createTag(input: { name: $name, description: $name }) { tag { id } } }", new { name = Guid.NewGuid().ToString("N") });
        var created = tag.TryGetProperty("errors", out _) ? 0 : 1;
        (await server.DataAsync("{ tags { totalCount } }")).ShouldBeJson($$"""{ "tags": { "totalCount": {{created}} } }""");
        (await LoggedActivities.KindsAsync(server, a => a.Kind == ActivityKind.TagCreated)).Length.ShouldBe(created);

        await server.LeaveAsync(null);
        (await SendAsync(group, 50)).GetProperty("data").GetProperty("recordActivities").GetProperty("report").GetProperty("acceptedCount").GetInt32().ShouldBe(50);
        (await CountAsync(key)).ShouldBe(acknowledged + 50);
    }

    private Task<JsonElement> SendAsync(string group, int count) => server.QueryAsync(
        Record,
        new
        {
            input = new
            {
                source = "disk",
                activities = Enumerable.Range(0, count).Select(_ => new
                {
                    kind = "MESSAGE",
                    externalId = Guid.NewGuid().ToString("N"),
                    occurredAt = DateTimeOffset.UtcNow.AddMinutes(-1),
                    group = new { id = group },
                    member = new { platform = "WECHAT", externalId = "speaker" },
                    text = string.Concat(Enumerable.Range(0, 20).Select(i => Guid.NewGuid().ToString("N"))),
                }),
            },
        });

    private async Task<int> CountAsync(long group) => (await LoggedActivities.KindsAsync(server, a => a.GroupId == group && a.Kind == ActivityKind.MessageSent)).Length;
}
