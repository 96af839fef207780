using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Campaigns;

/// <summary>What lists cost that lead from groups to staff, campaigns and orders: the number of statements does not grow with their length.</summary>
public sealed class GroupListStatementTests(RecordingServerFixture server) : IClassFixture<RecordingServerFixture>
{
    private const int Groups = 5;

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Groups_with_staff_campaigns_and_orders_cost_a_statement_for_each_edge()
    {
        var groups = new List<(long Key, string Id)>();
        for (var i = 0; i < Groups; i++)
        {
            groups.Add(await SampleCommunity.AddGroupAsync(server));
        }

        await server.CreateKeyAsync(OperatorRole.Owner, null, [.. groups.Select(g => g.Key)]);
        foreach (var (_, id) in groups)
        {
            await server.DataAsync(
                "mutation($input: CreateCampaignInput!) { createCampaign(input: $input) { campaign { id } } }",
                new { input = new { name = $"c-{_run}", groupIds = groups.Select(g => g.Id) } });
            await server.DataAsync(
                "mutation($input: RecordOrderInput!) { recordOrder(input: $input) { order { id } } }",
                new
                {
                    input = new
                    {
                        source = _run,
                        externalId = id,
                        groupId = id,
                        amount = new { amount = 1m, currency = "CNY" },
                        paidAt = "2026-03-01T00:00:00Z",
                        member = new { platform = "QQ", externalId = $"{_run}-{id}", displayName = "Ann" },
                    },
                });
        }

        JsonElement list = default;
        var statements = await server.RecordAsync(async () => list = await server.DataAsync(
            """
            query($ids: [ID]!) {
              groups(first: 5, where: { id: { in: $ids } }) {
                nodes {
                  staff(first: 2) { nodes { role operator { role } } totalCount }
                  campaigns(first: 5) { nodes { groups(first: 5) { nodes { name } } } totalCount }
                  orders(first: 2) { nodes { member { displayName } } totalCount }
                }
              }
            }
            """,
            new { ids = groups.Select(g => g.Id) }));

        var nodes = list.GetProperty("groups").GetProperty("nodes");
        nodes.GetArrayLength().ShouldBe(Groups);
        foreach (var node in nodes.EnumerateArray())
        {
            node.GetProperty("staff").ShouldBeJson("""{ "nodes": [{ "role": "OWNER", "operator": { "role": "OWNER" } }], "totalCount": 1 }""");
            node.GetProperty("orders").ShouldBeJson("""{ "nodes": [{ "member": { "displayName": "Ann" } }], "totalCount": 1 }""");
            node.GetProperty("campaigns").GetProperty("totalCount").GetInt32().ShouldBe(Groups);
            node.GetProperty("campaigns").GetProperty("nodes").EnumerateArray().ShouldAllBe(c => c.GetProperty("groups").GetProperty("nodes").GetArrayLength() == Groups);
        }

        // The caller; groups; staff and their operators; campaigns and their groups; orders and their members.
        statements.Count.ShouldBe(8, string.Join("\n\n", statements));
    }
}
