using System.Collections.Concurrent;
using System.Text.Json;

namespace Headless.Server.Tests.Replicas;

/// <summary>What was acknowledged survives a server that dies in the middle of its work.</summary>
public sealed class KilledServerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("headless-killed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Promise_1_after_a_kill_during_a_thousand_concurrent_changes_each_that_was_acknowledged_is_there_with_its_event_and_no_event_without_its_change()
    {
        var acknowledged = new ConcurrentBag<string>();
        var database = ("Database:ConnectionString", $"Data Source={Path.Combine(_folder, "killed.db")}");
        using (var victim = await ReplicaProcess.StartAsync(_folder, database))
        {
            var writers = Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
            {
                for (var i = 0; i < 1_000 / 16; i++)
                {
                    var name = $"{writer}-{i}";
                    try
                    {
                        await victim.DataAsync("mutation($name: String!) { createTag(input: { name: $name }) { tag { id } errors { __typename } } }", new { name });
                        acknowledged.Add(name);
                    }
                    catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
                    {
                        return;
                    }
                }
            })).ToList();
            while (acknowledged.Count < 150)
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            victim.Kill();
            await Task.WhenAll(writers);
        }

        acknowledged.Count.ShouldBeLessThan(992);
        using var heir = await ReplicaProcess.StartAsync(_folder, database);
        var tags = await AllAsync(heir, "tags", string.Empty, "name");
        var events = await AllAsync(heir, "activities", ", where: { kind: { eq: TAG_CREATED } }", "text");
        acknowledged.Except(tags).ShouldBeEmpty();
        events.Order().ShouldBe(tags.Order());
    }

    private static async Task<List<string>> AllAsync(ReplicaProcess server, string list, string filter, string field)
    {
        var found = new List<string>();
        string? after = null;
        do
        {
            var page = (await server.DataAsync($"query($after: String) {{ {list}(first: 50, after: $after{filter}) {{ nodes {{ {field} }} pageInfo {{ hasNextPage endCursor }} }} }}", new { after })).GetProperty(list);
            found.AddRange(page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty(field).GetString()!));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);

        return found;
    }
}
