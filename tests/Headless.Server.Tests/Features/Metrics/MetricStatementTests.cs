using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Metrics;

/// <summary>What metrics cost: the number of statements follows neither the groups nor the keys, and none of them reads the log.</summary>
public sealed class MetricStatementTests(RecordingServerFixture server) : IClassFixture<RecordingServerFixture>
{
    [Fact]
    public async Task Any_number_of_groups_and_metrics_is_a_constant_number_of_statements()
    {
        var key = await server.CreateKeyAsync(OperatorRole.Lead);
        for (var i = 0; i < 6; i++)
        {
            var (group, _) = await SampleCommunity.AddGroupAsync(server);
            await SampleCommunity.AddMembersAsync(server, group, "a", "b");
        }

        var keys = string.Join(' ', (await server.DataAsync("{ metricDefinitions { key } }", null, key)).GetProperty("metricDefinitions").EnumerateArray().Select(d => d.GetProperty("key").GetString()));
        var recorded = new List<IReadOnlyList<string>>();
        foreach (var first in new[] { 2, 5 })
        {
            JsonElement data = default;
            var statements = await server.RecordAsync(async () => data = await server.DataAsync(
                $$"""
                { groups(first: {{first}}) { nodes {
                  metrics(keys: [{{keys}}], window: { lastDays: 30 }) { value comparison { change } }
                  daily: metricSeries(key: INTERACTION_RATE, window: { lastDays: 30 }, interval: DAY) { value { value } }
                  weekly: metricSeries(key: REVENUE, window: { lastDays: 30 }, interval: WEEK) { value { value } }
                  } } }
                """,
                null, key));
            data.GetProperty("groups").GetProperty("nodes").GetArrayLength().ShouldBe(first);
            recorded.Add(statements);
            statements.ShouldAllBe(s => !s.Contains("\"Activities\"", StringComparison.Ordinal));
        }

        string[] Shapes(int round) => [.. recorded[round].Select(sql => System.Text.RegularExpressions.Regex.Replace(sql, @"@\w+(, @\w+)*", "@"))];
        recorded[1].Count.ShouldBe(recorded[0].Count, string.Join("\n\n", Shapes(1).GroupBy(x => x).SelectMany(g => g.Skip(Shapes(0).Count(x => x == g.Key)))));
        recorded[0].Count.ShouldBeLessThan(60);
    }

    [Fact]
    public async Task A_dashboard_of_six_metrics_with_the_days_before_is_few_statements()
    {
        var key = await server.CreateKeyAsync(OperatorRole.Lead);
        await SampleCommunity.AddGroupAsync(server);
        var statements = await server.RecordAsync(() => server.DataAsync(
            """
            { groups(first: 50) { nodes { metrics(keys: [INTERACTION_RATE, ACTIVE_MEMBER_RATE, LEAVE_RATE, MESSAGES_PER_MEMBER, MEMBER_COUNT, JOIN_COUNT], window: { lastDays: 30 }) {
              value comparison { change } } } } }
            """,
            null, key));

        // The key and the list; then twice: the version of the rule for effective messages, groups, totals, members and present before, days, active members, comers, leavers, excluded accounts.
        statements.Count.ShouldBe(20, string.Join("\n\n", statements));
    }
}
