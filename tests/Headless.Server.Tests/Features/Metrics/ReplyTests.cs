using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Metrics.Rollups;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.Metrics;

/// <summary>Who answers whom: reported, seen in the log, ranked.</summary>
public sealed class ReplyTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Board =
        """query($id: ID!) { groupById(id: $id) { leaderboard(kind: REPLIES, window: { last: "P3D" }) { rank score member { displayName } parts { name value weight } } } }""";

    private static readonly DateTimeOffset s_start = TestClock.UtcNow.AddHours(-2);

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replies_are_ranked_by_what_was_received_and_given_and_the_message_answered_is_an_edge()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await RecordAsync(
            Message(group, "q1", "ann", 1), Message(group, "a1", "bob", 2, "q1"), Message(group, "a2", "cid", 3, "q1"), Message(group, "a3", "cid", 4, "a1"),
            Message(group, "self", "ann", 5, "q1"), Message(group, "lost", "dan", 6, "from-before"));
        (await server.DataAsync(Board, new { id = group })).ShouldBeJson(
            """
            { "groupById": { "leaderboard": [
              { "rank": 1, "score": 2, "member": { "displayName": "ann" }, "parts": [{ "name": "repliesReceived", "value": 2, "weight": 1 }, { "name": "repliesGiven", "value": 0, "weight": 1 }] },
              { "rank": 2, "score": 2, "member": { "displayName": "bob" }, "parts": [{ "name": "repliesReceived", "value": 1, "weight": 1 }, { "name": "repliesGiven", "value": 1, "weight": 1 }] },
              { "rank": 3, "score": 2, "member": { "displayName": "cid" }, "parts": [{ "name": "repliesReceived", "value": 0, "weight": 1 }, { "name": "repliesGiven", "value": 2, "weight": 1 }] },
              { "rank": 4, "score": 1, "member": { "displayName": "dan" }, "parts": [{ "name": "repliesReceived", "value": 0, "weight": 1 }, { "name": "repliesGiven", "value": 1, "weight": 1 }] }] } }
            """);
        (await server.DataAsync(
            """query($id: ID!) { groupById(id: $id) { activities(where: { replyToExternalId: { neq: null } }) { nodes { externalId replyToExternalId replyTo { externalId text member { displayName } } } } } }""",
            new { id = group })).ShouldBeJson(
            $$"""
            { "groupById": { "activities": { "nodes": [
              { "externalId": "{{_run}}a1", "replyToExternalId": "{{_run}}q1", "replyTo": { "externalId": "{{_run}}q1", "text": "this is q1", "member": { "displayName": "ann" } } },
              { "externalId": "{{_run}}a2", "replyToExternalId": "{{_run}}q1", "replyTo": { "externalId": "{{_run}}q1", "text": "this is q1", "member": { "displayName": "ann" } } },
              { "externalId": "{{_run}}a3", "replyToExternalId": "{{_run}}a1", "replyTo": { "externalId": "{{_run}}a1", "text": "this is a1", "member": { "displayName": "bob" } } },
              { "externalId": "{{_run}}self", "replyToExternalId": "{{_run}}q1", "replyTo": { "externalId": "{{_run}}q1", "text": "this is q1", "member": { "displayName": "ann" } } },
              { "externalId": "{{_run}}lost", "replyToExternalId": "{{_run}}from-before", "replyTo": null }] } } }
            """);
    }

    [Fact]
    public async Task A_message_reported_after_its_answers_finds_them_and_the_same_id_elsewhere_does_not()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var (_, other) = await SampleCommunity.AddGroupAsync(server);
        await RecordAsync(Message(group, "a1", "bob", 2, "q1"), Message(group, "a2", "ann", 3, "q1"));
        (await ScoresAsync(group)).ShouldBe("bob 0+1, ann 0+1");
        await RecordAsync(Message(group, "q1", "ann", 1));
        (await ScoresAsync(group)).ShouldBe("ann 1+0, bob 0+1");
        await RecordAsync(Message(other, "a9", "bob", 5, "q1"));
        (await ScoresAsync(other)).ShouldBe("bob 0+1");
        (await ScoresAsync(group)).ShouldBe("ann 1+0, bob 0+1");
        await ShouldEqualRebuildAsync();
    }

    [Fact]
    public async Task Accounts_of_staff_neither_give_nor_receive_also_when_it_is_said_later()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        await RecordAsync(Message(group, "q1", "ann", 1), Message(group, "a1", "vest", 2, "q1"), Message(group, "a2", "ann", 3, "a1"), Message(group, "a3", "bob", 4, "a1"));
        (await ScoresAsync(group)).ShouldBe("vest 2+1, ann 1+1, bob 0+1");
        await SetKindAsync(key, "BOT");
        (await ScoresAsync(group)).ShouldBe("ann 0+1, bob 0+1");
        await RecordAsync(Message(group, "a4", "vest", 5, "q1"), Message(group, "a5", "bob", 6, "a4"));
        (await ScoresAsync(group)).ShouldBe("bob 0+2, ann 0+1");
        await ShouldEqualRebuildAsync();
        await SetKindAsync(key, "CUSTOMER");
        (await ScoresAsync(group)).ShouldBe("vest 3+2, ann 2+1, bob 0+2");
        await ShouldEqualRebuildAsync();
    }

    [Fact]
    public async Task A_reply_to_nothing_or_to_itself_is_rejected_and_only_messages_answer()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        var long200 = new string('x', 201);
        (await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount rejected { index code path } } } }",
            new
            {
                input = new
                {
                    source = $"test-{_run}",
                    activities = new[]
                    {
                        Row("MESSAGE", group, "m1", "ann", 1, " "), Row("MESSAGE", group, "m2", "ann", 1, $"{_run}m2"), Row("MESSAGE", group, "m3", "ann", 1, long200),
                        Row("JOIN", group, "j1", "bob", 1, "m1"),
                    },
                },
            })).ShouldBeJson(
            """
            { "recordActivities": { "report": { "acceptedCount": 1, "rejected": [
              { "index": 0, "code": "INVALID_VALUE", "path": "activities[0].replyTo" }, { "index": 1, "code": "INVALID_VALUE", "path": "activities[1].replyTo" },
              { "index": 2, "code": "TEXT_TOO_LONG", "path": "activities[2].replyTo" }] } } }
            """);
        await using var db = server.Database.Create(AccessScope.Everything);
        (await db.Activities.SingleAsync(a => a.GroupId == key, Token)).ReplyToExternalId.ShouldBeNull();
    }

    [Fact]
    public async Task An_owner_sees_replies_of_their_groups_and_no_message_of_another()
    {
        var (mine, mineId) = await SampleCommunity.AddGroupAsync(server);
        var (_, otherId) = await SampleCommunity.AddGroupAsync(server);
        await RecordAsync(Message(otherId, "secret", "ann", 1), Message(otherId, "answer", "bob", 2, "secret"), Message(mineId, "m1", "bob", 3, "secret"));
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine);
        (await server.DataAsync(
            """{ leaderboard(kind: REPLIES, window: { last: "P3D" }) { score } activities(where: { replyToExternalId: { neq: null } }) { nodes { externalId replyTo { id } } } }""", null, owner)).ShouldBeJson(
            $$"""{ "leaderboard": [{ "score": 1 }], "activities": { "nodes": [{ "externalId": "{{_run}}m1", "replyTo": null }] } }""");
    }

    private async Task SetKindAsync(long groupKey, string kind)
    {
        long member;
        await using (var db = server.Database.Create(AccessScope.Everything))
        {
            member = await db.Memberships.Where(m => m.GroupId == groupKey && m.Member.DisplayName == "vest").Select(m => m.Id).SingleAsync(Token);
        }

        var id = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"Membership:{member}"));
        (await server.DataAsync(
            "mutation($input: SetAccountKindInput!) { setAccountKind(input: $input) { errors { __typename ... on Error { message } } } }",
            new { input = new { id, accountKind = kind } })).GetProperty("setAccountKind").GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private async Task<string> ScoresAsync(string group) => string.Join(
        ", ",
        (await server.DataAsync(Board, new { id = group })).GetProperty("groupById").GetProperty("leaderboard").EnumerateArray().Select(m =>
            $"{m.GetProperty("member").GetProperty("displayName").GetString()} {m.GetProperty("parts")[0].GetProperty("value")}+{m.GetProperty("parts")[1].GetProperty("value")}"));

    private async Task ShouldEqualRebuildAsync()
    {
        var kept = await ReadAsync();
        await server.Factory.Services.GetRequiredService<MetricsRebuild>().RunAsync(null, Token);
        (await ReadAsync()).ShouldBe(kept);

        async Task<string> ReadAsync()
        {
            await using var db = server.Database.Create(AccessScope.Everything);
            return JsonSerializer.Serialize(await db.ReplyDays.Where(d => d.Given != 0 || d.Received != 0).OrderBy(d => d.GroupId).ThenBy(d => d.Day).ThenBy(d => d.MemberId).ToListAsync(Token));
        }
    }

    private object Message(string group, string id, string who, int minute, string? replyTo = null) => Row("MESSAGE", group, id, who, minute, replyTo is null ? null : $"{_run}{replyTo}");

    private object Row(string kind, string group, string id, string who, int minute, string? replyTo) => new
    {
        kind, externalId = $"{_run}{id}", occurredAt = s_start.AddMinutes(minute), group = new { id = group }, member = new { platform = "WECHAT", externalId = $"{_run}{who}", displayName = who },
        text = $"this is {id}", replyTo,
    };

    private async Task RecordAsync(params object[] activities) => (await server.DataAsync(
        "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { rejected { code message } } } }", new { input = new { source = $"test-{_run}", activities } }))
        .ShouldBeJson("""{ "recordActivities": { "report": { "rejected": [] } } }""");
}
