using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Staff;

/// <summary>Alerts about who has too much to do and about groups that nobody looks after, over HTTP.</summary>
public sealed class StaffAlertTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Who_owns_eleven_groups_raises_an_alert_until_one_is_closed()
    {
        var (key, id) = await AddOwnerAsync();
        var groups = new List<long>();
        for (var i = 0; i < 10; i++)
        {
            groups.Add(await AddGroupAsync(key));
        }

        await EvaluateAsync();
        (await OperatorAlertsAsync(id)).ShouldBeJson("[]");

        groups.Add(await AddGroupAsync(key));
        await EvaluateAsync();
        (await OperatorAlertsAsync(id)).ShouldBeJson(
            $$"""
            [{ "kind": "OWNER_LOAD", "subjectKind": "OPERATOR", "severity": "WARNING", "status": "OPEN", "message": "{{_run}} owns 11 groups; 10 are a full load.",
               "suggestedAction": "Hand some groups over to somebody whose load is UNDER.", "evidence": [{ "name": "ownedGroups", "value": 11 }, { "name": "maximum", "value": 10 }] }]
            """);

        await server.Database.WriteAsync(
            AccessScope.Everything, (db, ct) => db.Groups.Where(g => g.Id == groups[0]).ExecuteUpdateAsync(g => g.SetProperty(row => row.Status, GroupStatus.Closed), ct), TestContext.Current.CancellationToken);
        await EvaluateAsync();
        (await OperatorAlertsAsync(id))[0].GetProperty("status").GetString().ShouldBe("RESOLVED");
    }

    [Fact]
    public async Task A_group_whose_staff_is_silent_raises_an_alert_until_a_declared_account_speaks()
    {
        var key = await AddGroupAsync(null);
        var id = await GroupIdAsync(key);
        await EvaluateAsync();
        (await GroupAlertsAsync(id)).ShouldBeJson("[]");

        // Members may talk as much as they like, and a bot is nobody.
        server.Clock.Forward(TimeSpan.FromDays(4));
        await SpeakAsync(id, "member");
        await SpeakAsync(id, "bot");
        await DeclareAsync("bot", "BOT");
        await EvaluateAsync();
        (await GroupAlertsAsync(id)).ShouldBeJson(
            """
            [{ "severity": "WARNING", "status": "OPEN", "suggestedAction": "Declare the accounts of its staff with setAccountKind, or bring somebody in.",
               "evidence": [{ "name": "days", "value": 3 }, { "name": "staffAccounts", "value": 0 }] }]
            """);

        await DeclareAsync("member", "SERVICE");
        await EvaluateAsync();
        (await GroupAlertsAsync(id))[0].GetProperty("status").GetString().ShouldBe("RESOLVED", "it spoke today");

        server.Clock.Forward(TimeSpan.FromDays(4));
        await EvaluateAsync();
        var again = (await GroupAlertsAsync(id))[1];
        again.GetProperty("suggestedAction").GetString().ShouldBe("Ask its owner to activate the group, or hand it over.");
        again.GetProperty("evidence").ShouldBeJson("""[{ "name": "days", "value": 3 }, { "name": "staffAccounts", "value": 1 }]""");
    }

    private async Task EvaluateAsync()
    {
        server.Clock.Forward(TimeSpan.FromMinutes(6));
        await server.RunTimersAsync();
    }

    private async Task<JsonElement> OperatorAlertsAsync(string id) => (await server.DataAsync(
        "query($id: ID!) { operatorById(id: $id) { alerts { nodes { kind subjectKind severity status message suggestedAction evidence { name value } } } } }", new { id }))
        .GetProperty("operatorById").GetProperty("alerts").GetProperty("nodes");

    private async Task<JsonElement> GroupAlertsAsync(string id) => (await server.DataAsync(
        "query($id: ID!) { groupById(id: $id) { alerts(where: { kind: { eq: NO_ACTIVE_STAFF } }, order: [{ openedAt: ASC }]) { nodes { severity status suggestedAction evidence { name value } } } } }", new { id }))
        .GetProperty("groupById").GetProperty("alerts").GetProperty("nodes");

    private async Task<(long Key, string Id)> AddOwnerAsync()
    {
        var key = await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var owner = new Operator { Name = _run, Role = OperatorRole.Owner };
                db.Operators.Add(owner);
                await db.SaveChangesAsync(ct);
                return owner.Id;
            },
            TestContext.Current.CancellationToken);
        var found = await server.DataAsync("query($name: String!) { operators(where: { name: { eq: $name } }) { nodes { id } } }", new { name = _run });
        return (key, found.GetProperty("operators").GetProperty("nodes")[0].GetProperty("id").GetString()!);
    }

    private async Task<long> AddGroupAsync(long? owner)
    {
        var (key, _) = await SampleCommunity.AddGroupAsync(server);
        var now = server.Clock.Now;
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                await db.Groups.Where(g => g.Id == key).ExecuteUpdateAsync(g => g.SetProperty(row => row.OpensAt, now), ct);
                if (owner is { } id)
                {
                    db.GroupAssignments.Add(new GroupAssignment { GroupId = key, OperatorId = id, Role = AssignmentRole.Owner, Since = now.AddDays(-1) });
                }

                return await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
        return key;
    }

    private async Task<string> GroupIdAsync(long key)
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        var externalId = await db.Groups.Where(g => g.Id == key).Select(g => g.ExternalId).SingleAsync(TestContext.Current.CancellationToken);
        return (await server.DataAsync("query($id: String!) { groupByExternalId(platform: WECHAT, externalId: $id) { id } }", new { id = externalId })).GetProperty("groupByExternalId").GetProperty("id").GetString()!;
    }

    private async Task SpeakAsync(string groupId, string who) => (await server.DataAsync(
        "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount } } }",
        new
        {
            input = new
            {
                source = _run,
                activities = new[]
                {
                    new
                    {
                        kind = "MESSAGE", externalId = Guid.NewGuid().ToString("N"), occurredAt = server.Clock.Now, group = new { id = groupId },
                        member = new { platform = "WECHAT", externalId = $"{_run}{who}" }, text = "good morning",
                    },
                },
            },
        })).GetProperty("recordActivities").GetProperty("report").GetProperty("acceptedCount").GetInt32().ShouldBe(1);

    private async Task DeclareAsync(string who, string accountKind)
    {
        var stays = await server.DataAsync(
            "query($external: String!) { memberByIdentity(platform: WECHAT, externalId: $external) { memberships { nodes { id } } } viewer { operator { id } } }", new { external = $"{_run}{who}" });
        (await server.DataAsync(
            "mutation($input: SetAccountKindInput!) { setAccountKind(input: $input) { errors { ... on Error { code } } } }",
            new
            {
                input = new
                {
                    id = stays.GetProperty("memberByIdentity").GetProperty("memberships").GetProperty("nodes")[0].GetProperty("id").GetString(), accountKind,
                    controlledById = stays.GetProperty("viewer").GetProperty("operator").GetProperty("id").GetString(),
                },
            })).ShouldBeJson("""{ "setAccountKind": { "errors": null } }""");
    }
}
