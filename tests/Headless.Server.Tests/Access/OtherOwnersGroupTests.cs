using System.Text;
using Headless.Community.Data;
using Headless.Server.Tests.Delivery;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Access;

/// <summary>The group of another owner, asked for eight ways: none of them shows it, or anything that hangs on it.</summary>
public sealed class OtherOwnersGroupTests(AccessServerFixture server) : IClassFixture<AccessServerFixture>
{
    /// <summary>What the answers are searched for: the group, its member and what the member has said.</summary>
    private static readonly string[] s_hidden = ["\"second\"", "Bob"];

    public static TheoryData<string, string> Ways => new()
    {
        { "list", "{ groups { nodes { name } } members { nodes { displayName } } memberships { nodes { group { name } } } orders { nodes { externalId } } activities { nodes { text } } campaigns { nodes { name } } }" },
        { "edge", """{ members(where: { displayName: { eq: "Cat" } }) { nodes { memberships { nodes { group { name } } } activities { nodes { group { name } } } } } tags { nodes { members { nodes { displayName } } } } operators { nodes { assignments { nodes { group { name } } } } } }""" },
        { "node", "query($group: ID!, $member: ID!) { node(id: $group) { ... on Group { name } } nodes(ids: [$group, $member]) { ... on Group { name } ... on Member { displayName } } groupById(id: $group) { name } memberById(id: $member) { displayName } }" },
        { "filter", """{ groups(where: { name: { startsWith: "s" } }) { nodes { name } } members(where: { memberships: { some: { group: { name: { eq: "second" } } } } }) { nodes { displayName } } }""" },
        { "sort", "{ groups(order: [{ name: DESC }]) { nodes { name } } members(order: [{ displayName: DESC }]) { nodes { displayName } } }" },
        { "number", """{ groupByExternalId(platform: WECHAT, externalId: "second") { name } memberByIdentity(platform: WECHAT, externalId: "Bob") { displayName } orderByExternalId(source: "shop", externalId: "Bob-second-Order") { externalId } }""" },
        { "figure", "{ mostActiveMembers(window: { lastDays: 7 }) { member { displayName } } }" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task No_way_shows_it(string way, string query)
    {
        var ids = await server.DataAsync("""{ group: groupByExternalId(platform: WECHAT, externalId: "second") { id } member: memberByIdentity(platform: WECHAT, externalId: "Bob") { id } }""");
        var variables = way == "node" ? new { group = ids.GetProperty("group").GetProperty("id").GetString(), member = ids.GetProperty("member").GetProperty("id").GetString() } : null;
        var asLead = (await server.DataAsync(query, variables, server.Keys["LEAD"])).GetRawText();
        s_hidden.ShouldContain(hidden => asLead.Contains(hidden), "a LEAD sees it, or the question is not worth asking");

        foreach (var caller in new[] { "OWNER", "ADMIN" })
        {
            var answer = (await server.QueryAsync(query, variables, server.Keys[caller])).GetRawText();
            foreach (var hidden in s_hidden)
            {
                answer.ShouldNotContain(hidden, Case.Sensitive, caller);
            }
        }
    }

    [Fact]
    public async Task Counts_and_figures_are_those_of_the_callers_groups()
    {
        const string OfNobodyElse =
            """
            orders { totalCount } campaigns { totalCount }
            filtered: members(where: { memberships: { some: { group: { name: { eq: "second" } } } } }) { totalCount }
            metric(key: MESSAGE_COUNT, window: { lastDays: 7 }) { value }
            """;
        (await server.DataAsync($"{{ groups {{ totalCount }} members {{ totalCount }} memberships {{ totalCount }} {OfNobodyElse} }}", null, server.Keys["OWNER"])).ShouldBeJson(
            """
            { "groups": { "totalCount": 1 }, "members": { "totalCount": 2 }, "memberships": { "totalCount": 2 }, "orders": { "totalCount": 1 }, "campaigns": { "totalCount": 1 },
              "filtered": { "totalCount": 0 }, "metric": { "value": 1 } }
            """);

        // A LEAD's groups and members are also those of the test beside this one.
        (await server.DataAsync($"{{ {OfNobodyElse} }}", null, server.Keys["LEAD"])).ShouldBeJson(
            """
            { "orders": { "totalCount": 2 }, "campaigns": { "totalCount": 2 }, "filtered": { "totalCount": 2 }, "metric": { "value": 2 } }
            """);
    }

    /// <summary>The eighth way, and what becomes of it when the assignment ends while it is open.</summary>
    [Fact]
    public async Task A_subscription_shows_the_callers_groups_and_stops_when_the_assignment_ends()
    {
        var (mineKey, mine) = await SampleCommunity.AddGroupAsync(server);
        var (_, other) = await SampleCommunity.AddGroupAsync(server);
        var secret = await server.CreateKeyAsync(Headless.Community.OperatorRole.Owner, null, mineKey);
        var probe = 0;
        await using var stream = await ActivityStream.OpenAsync(
            server, new { kinds = new[] { "MEMBER_JOINED" } }, () => JoinAsync(mine, ActivityStream.ProbePrefix + ++probe + mine), secret);

        await JoinAsync(other, "hidden" + other);
        await JoinAsync(mine, "seen" + mine);
        (await stream.NextExternalIdsAsync(1)).ShouldBe(["seen" + mine]);

        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var assignment = db.GroupAssignments.Single(a => a.GroupId == mineKey);
                assignment.End(TestClock.UtcNow.UtcDateTime);
                await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
        await JoinAsync(mine, "after" + mine);

        var next = stream.ReceiveAsync();
        (await Task.WhenAny(next, Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken))).ShouldNotBe(next);
    }

    private async Task JoinAsync(string groupId, string externalId) => await server.DataAsync(
        "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { errors { __typename } } }",
        new
        {
            input = new
            {
                source = "eight ways",
                activities = new[]
                {
                    new { kind = "JOIN", externalId, occurredAt = TestClock.UtcNow, group = new { id = groupId }, member = new { platform = "QQ", externalId = Convert.ToHexString(Encoding.UTF8.GetBytes(externalId))[..Math.Min(100, externalId.Length)] + Guid.NewGuid().ToString("N") } },
                },
            },
        });
}
