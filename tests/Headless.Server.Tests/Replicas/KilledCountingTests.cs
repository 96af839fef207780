using System.Text.Json;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Replicas;

/// <summary>A version of the rule for effective messages is counted to its end, however often the server dies meanwhile.</summary>
public sealed class KilledCountingTests : IDisposable
{
    private const int Reports = 12;

    private readonly string _folder = Directory.CreateTempSubdirectory("headless-counting-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Promise_6_a_server_that_is_killed_while_it_counts_goes_on_from_there_and_every_message_is_judged_once()
    {
        (string, string)[] settings = [("Database:ConnectionString", $"Data Source={Path.Combine(_folder, "counting.db")}"), ("Relay:TakeOverAfter", "00:00:02")];
        using (var server = await ReplicaProcess.StartAsync(_folder, settings))
        {
            await server.DataAsync("""mutation { createGroup(input: { platform: WECHAT, externalId: "g", name: "g", positioning: { why: "a", what: "b", who: "c", where: "d", when: "e", how: "f" } }) { errors { __typename } } }""");
            var id = (await server.DataAsync("""{ groupByExternalId(platform: WECHAT, externalId: "g") { id } }""")).GetProperty("groupByExternalId").GetProperty("id").GetString();
            await server.DataAsync("mutation($id: ID!) { openGroup(input: { id: $id }) { errors { __typename } } }", new { id });
            for (var report = 0; report < Reports; report++)
            {
                await RecordAsync(server, report);
            }

            (await FiguresAsync(server)).ShouldBe((1_000 * Reports, 1));
            await server.DataAsync("mutation { publishEffectiveMessageRule(input: { minLength: 10 }) { errors { __typename } } }");
            await RecordAsync(server, Reports);
            server.Kill();
        }

        // Once more, as soon as it has judged anything or is done already.
        using (var second = await ReplicaProcess.StartAsync(_folder, settings))
        {
            while ((await CountingAsync(second)) is { ValueKind: JsonValueKind.Object } counting && counting.GetProperty("judgedCount").GetInt64() == 0)
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            second.Kill();
        }

        using var heir = await ReplicaProcess.StartAsync(_folder, settings);
        while ((await CountingAsync(heir)).ValueKind == JsonValueKind.Object)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        // Of each ten messages one has nine characters: at least ten are needed now.
        (await FiguresAsync(heir)).ShouldBe((900 * (Reports + 1), 2));
        (await heir.DataAsync("{ effectiveMessageRule { number judgedCount changedCount messageCount progress } activities(first: 5, where: { kind: { eq: EFFECTIVE_MESSAGE_RULE_ACTIVATED } }) { nodes { data } } }")).ShouldBeJson(
            $$"""
            { "effectiveMessageRule": { "number": 2, "judgedCount": {{1_000 * Reports}}, "changedCount": {{100 * Reports}}, "messageCount": {{1_000 * Reports}}, "progress": 1 },
              "activities": { "nodes": [{ "data": { "version": 2, "changedMessages": {{100 * (Reports + 1)}} } }] } }
            """);
    }

    private static async Task<JsonElement> CountingAsync(ReplicaProcess server) =>
        (await server.DataAsync("{ effectiveMessageRule(status: COUNTING) { judgedCount } }")).GetProperty("effectiveMessageRule");

    private static async Task<(int Effective, int Rule)> FiguresAsync(ReplicaProcess server)
    {
        var metric = (await server.DataAsync("""{ metric(key: EFFECTIVE_MESSAGE_COUNT, window: { from: "2026-03-01", to: "2026-03-03" }) { value effectiveRuleVersion } }""")).GetProperty("metric");
        return (metric.GetProperty("value").GetInt32(), metric.GetProperty("effectiveRuleVersion").GetInt32());
    }

    private static async Task RecordAsync(ReplicaProcess server, int report)
    {
        var at = new DateTimeOffset(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
        var data = await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount } } }",
            new
            {
                input = new
                {
                    source = "test",
                    activities = Enumerable.Range(0, 1_000).Select(i => new
                    {
                        kind = "MESSAGE", externalId = $"{report}-{i}", occurredAt = at.AddSeconds((report * 1_000) + i), group = new { platform = "WECHAT", externalId = "g" },
                        member = new { platform = "WECHAT", externalId = $"m{i % 50}" }, text = i % 10 == 7 ? $"ms{report:00}{i:00000}" : $"this is message {report}-{i}",
                    }),
                },
            });
        data.GetProperty("recordActivities").GetProperty("report").GetProperty("acceptedCount").GetInt32().ShouldBe(1_000);
    }
}
