using System.Globalization;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Alerts;

/// <summary>The product's own alerts about how groups live and sell, their health and their diagnosis, over HTTP.</summary>
public sealed class GroupLifeTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_group_in_which_hardly_anybody_speaks_is_low_and_then_silent_until_somebody_does()
    {
        ForwardToNoon();
        var (key, group) = await GroupAsync(daysOpen: 20);
        await MembersAsync(key, 40, joinedDaysAgo: 19);
        await SpeakAsync(group, daysAgo: 6, "ann");
        await EvaluateAsync();
        (await AlertAsync(group, "INTERACTION_LOW")).ShouldBeJson(
            """
            { "severity": "WARNING", "status": "OPEN", "suggestedAction": "Bring in a KOL, give points for taking part, start a check-in.", "evidence": [
              { "name": "interactionRate", "value": 0.003484 }, { "name": "limit", "value": 0.03 }, { "name": "windowDays", "value": 7 }, { "name": "memberDays", "value": 286 }] }
            """);
        (await AlertAsync(group, "SILENT_GROUP")).ValueKind.ShouldBe(JsonValueKind.Undefined);

        server.Clock.Forward(TimeSpan.FromDays(2));
        await EvaluateAsync();
        (await AlertAsync(group, "SILENT_GROUP")).GetProperty("evidence").ShouldBeJson(
            """[{ "name": "silentDays", "value": 8 }, { "name": "limitDays", "value": 7 }, { "name": "members", "value": 41 }]""");
        server.Clock.Forward(TimeSpan.FromDays(23));
        await EvaluateAsync();
        (await AlertAsync(group, "SILENT_GROUP")).GetProperty("severity").GetString().ShouldBe("CRITICAL", "it is dead");
        (await AlertAsync(group, "NO_NEW_MEMBERS")).GetProperty("evidence").ShouldBeJson("""[{ "name": "days", "value": 14 }, { "name": "members", "value": 41 }]""");

        var data = (await server.DataAsync(
            """
            query($id: ID!) { groupById(id: $id) {
              health { outOfLimit unknown parts { kind state value limit windowDays unknownReason } }
              diagnosis { isDead silentDays deadAfterDays causes { cause applies unknownReason evidence { name value } } } } }
            """,
            new { id = group })).GetProperty("groupById");
        data.GetProperty("health").ShouldBeJson(
            """
            { "outOfLimit": 3, "unknown": 2, "parts": [
              { "kind": "INTERACTION", "state": "OUT_OF_LIMIT", "value": 0, "limit": 0.03, "windowDays": 7, "unknownReason": null },
              { "kind": "LEAVING", "state": "OK", "value": 0, "limit": 0.1, "windowDays": 30, "unknownReason": null },
              { "kind": "NEW_MEMBERS", "state": "OUT_OF_LIMIT", "value": 0, "limit": 1, "windowDays": 14, "unknownReason": null },
              { "kind": "SILENCE", "state": "OUT_OF_LIMIT", "value": 31, "limit": 7, "windowDays": null, "unknownReason": null },
              { "kind": "STAFF", "state": "UNKNOWN", "value": null, "limit": 3, "windowDays": null, "unknownReason": "NO_STAFF_ACCOUNTS" },
              { "kind": "VIOLATIONS", "state": "UNKNOWN", "value": null, "limit": 0.05, "windowDays": 7, "unknownReason": "NO_FIGURE" },
              { "kind": "CAPACITY", "state": "OK", "value": 0.082, "limit": 0.9, "windowDays": null, "unknownReason": null }] }
            """);
        data.GetProperty("diagnosis").ShouldBeJson(
            """
            { "isDead": true, "silentDays": 31, "deadAfterDays": 30, "causes": [
              { "cause": "UNCLEAR_AUDIENCE", "applies": true, "unknownReason": null, "evidence": [{ "name": "missingAnswers", "value": 6 }, { "name": "hasAudience", "value": 0 }, { "name": "hasPurpose", "value": 0 }] },
              { "cause": "STAFF_IGNORES", "applies": null, "unknownReason": "NO_STAFF_ACCOUNTS", "evidence": [{ "name": "staffAccounts", "value": 0 }, { "name": "daysSinceStaffSpoke", "value": -1 }, { "name": "limitDays", "value": 3 }] },
              { "cause": "NO_ACTIVITIES", "applies": true, "unknownReason": null, "evidence": [{ "name": "campaigns", "value": 0 }, { "name": "windowDays", "value": 28 }] },
              { "cause": "NO_CONTINUOUS_OPERATION", "applies": true, "unknownReason": null, "evidence": [{ "name": "weeks", "value": 4 }, { "name": "weeksWithOperation", "value": 0 }] }] }
            """);

        await SpeakAsync(group, daysAgo: 0, "bob");
        await EvaluateAsync();
        (await AlertAsync(group, "SILENT_GROUP")).GetProperty("status").GetString().ShouldBe("RESOLVED");
        (await AlertAsync(group, "NO_NEW_MEMBERS")).GetProperty("status").GetString().ShouldBe("OPEN", "somebody who was first noticed speaking has no known join");
    }

    [Fact]
    public async Task A_new_groups_health_says_what_it_cannot_tell()
    {
        var (_, group) = await GroupAsync(daysOpen: 1);
        var data = (await server.DataAsync(
            "query($id: ID!) { groupById(id: $id) { health { parts { kind state unknownReason } } diagnosis { isDead causes { applies unknownReason } } } }", new { id = group })).GetProperty("groupById");
        data.GetProperty("health").GetProperty("parts").EnumerateArray().Take(4).Select(p => p.GetProperty("unknownReason").GetString()).ShouldBe(["TOO_NEW", "TOO_NEW", "TOO_NEW", "TOO_NEW"]);
        data.GetProperty("diagnosis").ShouldBeJson(
            """
            { "isDead": null, "causes": [{ "applies": true, "unknownReason": null }, { "applies": null, "unknownReason": "NO_STAFF_ACCOUNTS" },
              { "applies": null, "unknownReason": "TOO_NEW" }, { "applies": null, "unknownReason": "TOO_NEW" }] }
            """);
    }

    [Fact]
    public async Task A_wave_of_leaves_comes_with_when_why_and_what_was_before()
    {
        var (key, group) = await GroupAsync(daysOpen: 60);
        await JoinAsync(group, 40, [.. Enumerable.Range(0, 12).Select(i => $"m{i}")]);
        var announced = server.Clock.Now.AddDays(-1);
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var announcement = new Announcement { GroupId = key, Text = "new rules" };
                db.Announcements.Add(announcement);
                await db.SaveChangesAsync(ct);
                await db.Announcements.Where(a => a.Id == announcement.Id).ExecuteUpdateAsync(a => a.SetProperty(row => row.PublishedAt, announced), ct);
            },
            TestContext.Current.CancellationToken);
        await RecordAsync([.. Enumerable.Range(0, 11).Select(i => (object)new
        {
            kind = "LEAVE", externalId = $"{_run}l{i}", occurredAt = At(0), group = new { id = group }, member = Account($"m{i}"), leaveKind = i < 8 ? "SELF" : "REMOVED",
        })]);
        await EvaluateAsync();
        var alert = await AlertAsync(group, "LEAVE_SPIKE");
        alert.GetProperty("severity").GetString().ShouldBe("CRITICAL");
        var evidence = alert.GetProperty("evidence").EnumerateArray().ToDictionary(e => e.GetProperty("name").GetString()!, e => e.GetProperty("value").GetDecimal());
        evidence.Keys.ShouldBe(["leaves", "usual", "bySelf", "removed", "unknown", "worstHour", "leavesInWorstHour", "campaignsBefore", "announcementsBefore"]);
        (evidence["leaves"], evidence["usual"], evidence["bySelf"], evidence["removed"], evidence["leavesInWorstHour"], evidence["announcementsBefore"]).ShouldBe((11, 0, 8, 3, 11, 1));
        server.Clock.Forward(TimeSpan.FromDays(3));
        await EvaluateAsync();
        (await AlertAsync(group, "LEAVE_SPIKE")).GetProperty("status").GetString().ShouldBe("RESOLVED");
    }

    [Fact]
    public async Task An_open_question_is_told_sooner_for_members_who_are_answered_first()
    {
        var (key, group) = await GroupAsync(daysOpen: 5);
        var asked = server.Clock.Now;
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var tier = new MemberTier { Name = $"gold {_run}", Rank = 7_000 + Environment.CurrentManagedThreadId, SupportPriority = SupportPriority.GreenChannel };
                foreach (var member in new[] { new Member { DisplayName = "ann" }, new Member { DisplayName = "bob", Tier = tier } })
                {
                    member.Memberships.Add(new Membership { GroupId = key, JoinedAt = asked.AddDays(-1) });
                    db.Consultations.Add(new Consultation { Member = member, GroupId = key, Topic = "size", Channel = ContactChannel.Chat, ConsultedAt = asked });
                }

                return await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
        server.Clock.Forward(TimeSpan.FromHours(5));
        await EvaluateAsync();
        (await AlertAsync(group, "QUESTION_UNANSWERED")).ShouldBeJson(
            """
            { "severity": "CRITICAL", "status": "OPEN", "suggestedAction": "Answer them, those of members of a higher tier first; questions(where: { status: { eq: OPEN } }) and consultations(where: { outcome: { eq: OPEN } }) have them.", "evidence": [
              { "name": "open", "value": 1 }, { "name": "longestHours", "value": 5 }, { "name": "limitHours", "value": 4 }, { "name": "priority", "value": 1 }] }
            """);
        server.Clock.Forward(TimeSpan.FromHours(20));
        await EvaluateAsync();
        (await AlertAsync(group, "QUESTION_UNANSWERED")).GetProperty("evidence")[0].ShouldBeJson("""{ "name": "open", "value": 2 }""");
        await server.Database.WriteAsync(
            AccessScope.Everything, (db, ct) => db.Consultations.Where(c => c.GroupId == key).ExecuteUpdateAsync(c => c.SetProperty(row => row.Outcome, ConsultationOutcome.Declined), ct), TestContext.Current.CancellationToken);
        await EvaluateAsync();
        (await AlertAsync(group, "QUESTION_UNANSWERED")).GetProperty("status").GetString().ShouldBe("RESOLVED");
    }

    [Fact]
    public async Task Sales_behind_a_target_are_told_and_attainment_is_a_metric()
    {
        var (_, group) = await GroupAsync(daysOpen: 90);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(server.Clock.Now, "Asia/Shanghai"));
        var (from, to) = (today.AddDays(-10), today.AddDays(10));
        (await server.DataAsync(
            "mutation($input: SetSalesTargetInput!) { setSalesTarget(input: $input) { errors { __typename } } }",
            new { input = new { name = "月销售额30w", from, to, amount = new { amount = 300_000, currency = "CNY" }, groupId = group } })).ShouldBeJson("""{ "setSalesTarget": { "errors": null } }""");
        await OrderAsync(group, 1, 100_000);
        await EvaluateAsync();
        (await AlertAsync(group, "TARGET_BEHIND")).GetProperty("evidence").ShouldBeJson(
            """[{ "name": "actual", "value": 100000 }, { "name": "expected", "value": 150000 }, { "name": "target", "value": 300000 }, { "name": "pace", "value": 0.6667 }]""");

        await OrderAsync(group, 2, 230_000);
        await EvaluateAsync();
        (await AlertAsync(group, "TARGET_BEHIND")).GetProperty("status").GetString().ShouldBe("RESOLVED");
        const string Query =
            """
            query($id: ID!, $from: LocalDate!, $to: LocalDate!, $half: LocalDate!, $later: LocalDate!) {
              groupById(id: $id) {
                whole: metric(key: TARGET_ATTAINMENT, window: { from: $from, to: $to }) { value numerator denominator currency nullReason }
                half: metric(key: TARGET_ATTAINMENT, window: { from: $from, to: $half }) { denominator }
                beyond: metric(key: TARGET_ATTAINMENT, window: { from: $from, to: $later }) { value nullReason }
              }
              scoped: metric(key: TARGET_ATTAINMENT, window: { from: $from, to: $to }, scope: { groupIds: [$id] }) { value }
              everything: metric(key: TARGET_ATTAINMENT, window: { from: $from, to: $to }) { value nullReason }
            }
            """;
        (await server.DataAsync(Query, new { id = group, from, to, half = today, later = to.AddDays(1) })).ShouldBeJson(
            """
            { "groupById": { "whole": { "value": 1.1, "numerator": 330000, "denominator": 300000, "currency": "CNY", "nullReason": null }, "half": { "denominator": 150000 },
                "beyond": { "value": null, "nullReason": "TARGET_NOT_SET" } },
              "scoped": { "value": 1.1 }, "everything": { "value": null, "nullReason": "TARGET_NOT_SET" } }
            """);
    }

    [Fact]
    public async Task Buyers_who_stay_away_and_members_after_bargains_are_told_of_a_group()
    {
        var (key, group) = await GroupAsync(daysOpen: 300);
        var before = server.Clock.Now.AddMonths(-4);
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                for (var i = 0; i < 32; i++)
                {
                    var member = new Member { DisplayName = $"b{i}" };
                    member.Memberships.Add(new Membership { GroupId = key, JoinedAt = before });
                    db.Orders.Add(new Order { Source = _run, ExternalId = $"{i}", Member = member, GroupId = key, Amount = 10, Currency = "CNY", PaidAt = i < 20 ? before : server.Clock.Now });
                }

                await db.SaveChangesAsync(ct);
                var ids = await db.Memberships.Where(m => m.GroupId == key).OrderBy(m => m.MemberId).Select(m => m.MemberId).ToListAsync(ct);
                await db.Members.Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(m => m.SetProperty(row => row.Class, row => row.Id < ids[17] ? MemberClass.Bargain : MemberClass.Loyal), ct);
            },
            TestContext.Current.CancellationToken);
        server.Clock.Forward(TimeSpan.FromHours(1));
        await EvaluateAsync();
        (await AlertAsync(group, "REPURCHASE_GAP")).GetProperty("evidence").ShouldBeJson(
            """[{ "name": "buyers", "value": 32 }, { "name": "away", "value": 20 }, { "name": "share", "value": 0.625 }, { "name": "months", "value": 3 }]""");
        (await AlertAsync(group, "CLASS_MIX_SHIFT")).GetProperty("evidence").ShouldBeJson(
            """[{ "name": "classified", "value": 32 }, { "name": "bargain", "value": 17 }, { "name": "share", "value": 0.5312 }, { "name": "limit", "value": 0.5 }]""");
    }

    private async Task<(long Key, string Id)> GroupAsync(int daysOpen)
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        var opened = server.Clock.Now.AddDays(-daysOpen);
        await server.Database.WriteAsync(
            AccessScope.Everything, (db, ct) => db.Groups.Where(g => g.Id == group.Key).ExecuteUpdateAsync(g => g.SetProperty(row => row.OpensAt, opened), ct), TestContext.Current.CancellationToken);
        return group;
    }

    /// <summary>Of the reporting time zone: a minute before is the same day.</summary>
    private void ForwardToNoon() =>
        server.Clock.Forward(TimeSpan.FromHours(36) - TimeZoneInfo.ConvertTimeBySystemTimeZoneId(server.Clock.Now, "Asia/Shanghai").TimeOfDay);

    private async Task MembersAsync(long key, int count, int joinedDaysAgo) =>
        await JoinAsync(await IdAsync(key), joinedDaysAgo, [.. Enumerable.Range(0, count).Select(i => $"n{i}")]);

    private async Task<string> IdAsync(long key)
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        var name = await db.Groups.Where(g => g.Id == key).Select(g => g.ExternalId).SingleAsync(TestContext.Current.CancellationToken);
        return (await server.DataAsync("query($id: String!) { groupByExternalId(platform: WECHAT, externalId: $id) { id } }", new { id = name })).GetProperty("groupByExternalId").GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> AlertAsync(string group, string kind)
    {
        var nodes = (await server.DataAsync(
            "query($id: ID!, $kind: AlertKind!) { groupById(id: $id) { alerts(where: { kind: { eq: $kind } }, order: [{ openedAt: DESC }]) { nodes { severity status suggestedAction evidence { name value } } } } }",
            new { id = group, kind })).GetProperty("groupById").GetProperty("alerts").GetProperty("nodes");
        return nodes.GetArrayLength() == 0 ? default : nodes[0];
    }

    private async Task EvaluateAsync()
    {
        server.Clock.Forward(TimeSpan.FromMinutes(16));
        await server.RunTimersAsync();
    }

    private Task JoinAsync(string group, int daysAgo, params string[] who) =>
        RecordAsync([.. who.Select(name => (object)new { kind = "JOIN", externalId = $"{_run}{group}{name}j", occurredAt = At(daysAgo), group = new { id = group }, member = Account(name) })]);

    private Task SpeakAsync(string group, int daysAgo, string who) => RecordAsync(
        new { kind = "MESSAGE", externalId = Guid.NewGuid().ToString("N"), occurredAt = At(daysAgo), group = new { id = group }, member = Account(who), text = $"good morning {Guid.NewGuid():N}" });

    private async Task OrderAsync(string group, int daysAgo, int amount) => (await server.DataAsync(
        "mutation($input: RecordOrderInput!) { recordOrder(input: $input) { errors { __typename } } }",
        new { input = new { source = _run, externalId = Guid.NewGuid().ToString("N"), amount = new { amount, currency = "CNY" }, paidAt = At(daysAgo), member = Account("buyer"), groupId = group } }))
        .ShouldBeJson("""{ "recordOrder": { "errors": null } }""");

    private object Account(string who) => new { platform = "WECHAT", externalId = $"{_run}{who}", displayName = who };

    private string At(int daysAgo) => server.Clock.Now.AddDays(-daysAgo).AddMinutes(-1).ToString("O", CultureInfo.InvariantCulture);

    private async Task RecordAsync(params object[] activities) => (await server.DataAsync(
        "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { rejected { code message } } } }", new { input = new { source = "test", activities } }))
        .ShouldBeJson("""{ "recordActivities": { "report": { "rejected": [] } } }""");
}
