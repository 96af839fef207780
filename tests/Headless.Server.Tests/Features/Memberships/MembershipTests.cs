using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Memberships;

/// <summary>Stays over HTTP: joining, leaving, changing, and whose they are.</summary>
public sealed class MembershipTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Join =
        """
        mutation($input: RecordJoinInput!) {
          recordJoin(input: $input) {
            membership { id joinSource joinChannel leftAt isOpen member { displayName } group { id } invitedBy { displayName } }
            errors { __typename ... on Error { code } ... on ActivityRejectedError { path } }
          }
        }
        """;

    private const string Leave =
        """
        mutation($input: RecordLeaveInput!) {
          recordLeave(input: $input) {
            membership { id leaveKind leaveReason isOpen }
            errors { __typename ... on Error { code } }
          }
        }
        """;

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_join_makes_the_member_and_a_leave_ends_the_stay()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var joined = (await JoinAsync(group, "ann", new { joinSource = "QR_CODE", joinChannel = "抖音", invitedBy = Account("bob") })).GetProperty("recordJoin");
        var id = joined.GetProperty("membership").GetProperty("id").GetString();
        joined.ShouldBeJson(
            $$"""
            { "membership": { "id": "{{id}}", "joinSource": "QR_CODE", "joinChannel": "抖音", "leftAt": null, "isOpen": true,
                "member": { "displayName": "ann" }, "group": { "id": "{{group}}" }, "invitedBy": { "displayName": "bob" } },
              "errors": null }
            """);
        (await JoinAsync(group, "ann")).GetProperty("recordJoin").ShouldBeJson(
            """{ "membership": null, "errors": [{ "__typename": "ActivityRejectedError", "code": "ALREADY_MEMBER", "path": "member" }] }""");

        var leave = new { input = new { membershipId = id, leaveKind = "REMOVED", leaveReason = "spam" } };
        (await server.DataAsync(Leave, leave)).GetProperty("recordLeave").ShouldBeJson(
            $$"""{ "membership": { "id": "{{id}}", "leaveKind": "REMOVED", "leaveReason": "spam", "isOpen": false }, "errors": null }""");
        (await server.DataAsync(Leave, leave)).GetProperty("recordLeave").ShouldBeJson(
            """{ "membership": null, "errors": [{ "__typename": "ActivityRejectedError", "code": "LEAVE_WITHOUT_JOIN" }] }""");
    }

    [Fact]
    public async Task The_same_idempotency_key_changes_nothing_and_answers_the_same_stay()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        var extra = new { idempotencyKey = $"join-{_run}" };
        var first = await JoinAsync(group, "ann", extra);
        var second = await JoinAsync(group, "ann", extra);
        second.GetRawText().ShouldBe(first.GetRawText());
        await using var db = server.Database.Create(AccessScope.Everything);
        db.Memberships.Count(m => m.GroupId == key).ShouldBe(1);

        var leave = new
        {
            input = new { membershipId = first.GetProperty("recordJoin").GetProperty("membership").GetProperty("id").GetString(), extra.idempotencyKey },
        };
        (await server.DataAsync(Leave, leave)).GetProperty("recordLeave").ShouldBeJson(
            """{ "membership": null, "errors": [{ "__typename": "ActivityRejectedError", "code": "IDEMPOTENCY_KEY_REUSED" }] }""");
    }

    [Fact]
    public async Task A_join_to_a_group_that_is_not_open_is_rejected()
    {
        var (_, draft) = await SampleCommunity.AddGroupAsync(server, GroupStatus.Draft);
        (await JoinAsync(draft, "ann")).GetProperty("recordJoin").GetProperty("errors").ShouldBeJson(
            """[{ "__typename": "ActivityRejectedError", "code": "GROUP_NOT_OPEN", "path": "group" }]""");
    }

    [Fact]
    public async Task An_account_of_staff_needs_its_controller_and_leaves_the_metrics()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        var id = (await JoinAsync(group, "vest")).GetProperty("recordJoin").GetProperty("membership").GetProperty("id").GetString();
        await server.DataAsync(
            """
            mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount } } }
            """,
            new
            {
                input = new
                {
                    source = "test",
                    activities = new[]
                    {
                        new { kind = "MESSAGE", externalId = $"m-{_run}", occurredAt = TestClock.UtcNow, group = new { id = group }, member = Account("vest"), text = "大家好" },
                    },
                },
            });
        (await MessagesAsync(key)).ShouldBe((1, 1, 0));

        const string set =
            """
            mutation($input: SetAccountKindInput!) {
              setAccountKind(input: $input) { membership { accountKind controlledBy { name } } errors { __typename ... on Error { code } } }
            }
            """;
        (await server.DataAsync(set, new { input = new { id, accountKind = "VEST" } })).GetProperty("setAccountKind").ShouldBeJson(
            """{ "membership": null, "errors": [{ "__typename": "DomainError", "code": "CONTROLLING_OPERATOR_REQUIRED" }] }""");

        var controlledById = await OperatorIdAsync();
        (await server.DataAsync(set, new { input = new { id, accountKind = "VEST", controlledById } })).GetProperty("setAccountKind").ShouldBeJson(
            """{ "membership": { "accountKind": "VEST", "controlledBy": { "name": "Lead" } }, "errors": null }""");
        (await MessagesAsync(key)).ShouldBe((0, 0, 1));

        (await server.DataAsync(set, new { input = new { id, accountKind = "CUSTOMER" } })).GetProperty("setAccountKind").ShouldBeJson(
            """{ "membership": { "accountKind": "CUSTOMER", "controlledBy": null }, "errors": null }""");
        (await MessagesAsync(key)).ShouldBe((1, 1, 0));
    }

    [Fact]
    public async Task A_stay_is_changed_and_stays_of_a_group_are_filtered_and_sorted()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        await SampleCommunity.AddMembersAsync(server, key, "Ann", "Bob", "Cid");
        var list = await server.DataAsync(
            """
            query($id: ID!) {
              groupById(id: $id) {
                memberships(where: { member: { displayName: { in: ["Ann", "Cid"] } } }, order: [{ joinedAt: DESC }]) {
                  nodes { id member { displayName memberships { totalCount } } }
                  totalCount
                }
              }
            }
            """,
            new { id = group });
        var memberships = list.GetProperty("groupById").GetProperty("memberships");
        memberships.GetProperty("totalCount").GetInt32().ShouldBe(2);
        memberships.GetProperty("nodes").EnumerateArray().Select(m => m.GetProperty("member").GetRawText()).ShouldBe(
            ["""{"displayName":"Cid","memberships":{"totalCount":1}}""", """{"displayName":"Ann","memberships":{"totalCount":1}}"""]);

        var id = memberships.GetProperty("nodes")[0].GetProperty("id").GetString();
        (await server.DataAsync(
            """
            mutation($input: UpdateMembershipInput!) {
              updateMembership(input: $input) { membership { nickname role version } errors { __typename } }
            }
            """,
            new { input = new { id, nickname = "浙江 小药店", role = "SEED", version = 1 } })).GetProperty("updateMembership").ShouldBeJson(
            """{ "membership": { "nickname": "浙江 小药店", "role": "SEED", "version": 2 }, "errors": null }""");
        (await server.DataAsync(
            """query($id: ID!) { membershipById(id: $id) { role } memberships(where: { role: { eq: SEED } }) { nodes { id } } }""", new { id })).ShouldBeJson(
            $$"""{ "membershipById": { "role": "SEED" }, "memberships": { "nodes": [{ "id": "{{id}}" }] } }""");
    }

    [Fact]
    public async Task Nobody_records_a_join_to_a_group_that_they_may_not_see()
    {
        var (mine, _) = await SampleCommunity.AddGroupAsync(server);
        var (_, other) = await SampleCommunity.AddGroupAsync(server);
        var admin = await server.CreateKeyAsync(OperatorRole.Admin, null, mine);
        (await server.DataAsync(Join, new { input = new { groupId = other, member = Account("ann") } }, admin)).GetProperty("recordJoin").ShouldBeJson(
            """{ "membership": null, "errors": [{ "__typename": "ActivityRejectedError", "code": "UNKNOWN_GROUP", "path": "group" }] }""");
    }

    private Task<JsonElement> JoinAsync(string groupId, string name, object? extra = null)
    {
        var input = JsonSerializer.SerializeToNode(extra ?? new { })!.AsObject();
        input["groupId"] = groupId;
        input["member"] = JsonSerializer.SerializeToNode(Account(name));
        return server.DataAsync(Join, new { input });
    }

    private object Account(string name) => new { platform = "WECHAT", externalId = $"{name}-{_run}", displayName = name };

    private async Task<(int Messages, int Effective, int Excluded)> MessagesAsync(long groupId)
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        var hours = db.GroupHours.Where(h => h.GroupId == groupId).ToList();
        return (hours.Sum(h => h.Messages), hours.Sum(h => h.EffectiveMessages), hours.Sum(h => h.ExcludedMessages));
    }

    /// <summary>The global id of the LEAD, read off something that they have done.</summary>
    private async Task<string> OperatorIdAsync()
    {
        var (key, _) = await SampleCommunity.AddGroupAsync(server);
        var member = await SampleCommunity.AddMemberInAsync(server, key, "Tagged");
        var data = await server.DataAsync(
            "mutation($name: String!) { createTag(input: { name: $name }) { tag { id } } }", new { name = $"by-{_run}" });
        var tag = data.GetProperty("createTag").GetProperty("tag").GetProperty("id").GetString();
        await server.DataAsync(
            "mutation($member: ID!, $tag: ID!) { addMemberTags(input: { memberIds: [$member], tagIds: [$tag] }) { result { changed } } }", new { member, tag });
        var found = await server.DataAsync("query($member: ID!) { memberById(id: $member) { memberTags { nodes { addedBy { id } } } } }", new { member });
        return found.GetProperty("memberById").GetProperty("memberTags").GetProperty("nodes")[0].GetProperty("addedBy").GetProperty("id").GetString()!;
    }
}
