using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Ingestion;

/// <summary><c>recordActivities</c> over HTTP.</summary>
public sealed class RecordActivitiesTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Record =
        """
        mutation($input: RecordActivitiesInput!) {
          recordActivities(input: $input) {
            report { acceptedCount duplicateCount rejectedCount accepted { index } duplicates rejected { index code path } }
            errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } }
          }
        }
        """;

    private static readonly DateTimeOffset s_start = TestClock.UtcNow.AddHours(-2);

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Each_row_is_accepted_a_duplicate_or_rejected_by_itself_and_a_second_report_changes_nothing()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        object[] rows =
        [
            Row("JOIN", 0, group, new { joinSource = "LINK", joinReason = "KOL" }),
            Row("MESSAGE", 1, group, new { text = "早上好", data = new { device = "phone" } }),
            Row("MESSAGE", 1, group, new { text = "again" }),
            Row("LEAVE", 2, group, new { member = Account("stranger") }),
            Row("MESSAGE", 3, group, new { text = new string('x', 4001) }),
            Row("MESSAGE", 4, group, new { text = "nul \0" }),
            Row("MESSAGE", 5, group, new { text = "soon", occurredAt = TestClock.UtcNow.AddHours(1) }),
            Row("MESSAGE", 6, null, new { text = "where" }),
            Row("ORDER", 7, group, new { amount = 12.5m, currency = "CNY", quantity = 2 }),
            Row("ORDER", 8, group, new { amount = -1, currency = "CNY" }),
            Row("RENAME", 9, group, new { newName = "Annie" }),
            Row("LEAVE", 10, group, new { leaveKind = "SELF" }),
        ];
        (await RecordAsync(rows)).ShouldBeJson(
            """
            { "report": { "acceptedCount": 5, "duplicateCount": 1, "rejectedCount": 6,
                "accepted": [{ "index": 0 }, { "index": 1 }, { "index": 8 }, { "index": 10 }, { "index": 11 }],
                "duplicates": [2],
                "rejected": [
                  { "index": 3, "code": "LEAVE_WITHOUT_JOIN", "path": "activities[3].member" },
                  { "index": 4, "code": "TEXT_TOO_LONG", "path": "activities[4].text" },
                  { "index": 5, "code": "INVALID_TEXT", "path": "activities[5].text" },
                  { "index": 6, "code": "OCCURRED_IN_FUTURE", "path": "activities[6].occurredAt" },
                  { "index": 7, "code": "MISSING_FIELD", "path": "activities[7].group" },
                  { "index": 9, "code": "INVALID_AMOUNT", "path": "activities[9].amount" }] },
              "errors": null }
            """);

        var before = await CountAsync(key);
        (await RecordAsync(rows)).GetProperty("report").GetProperty("duplicates").ShouldBeJson("[0, 1, 2, 8, 10, 11]");
        (await CountAsync(key)).ShouldBe(before);
        before.ShouldBe((5, 1, 1));

        await using var db = server.Database.Create(AccessScope.Everything);
        db.Activities.Where(a => a.GroupId == key && a.Kind == ActivityKind.MessageSent).Select(a => a.Data).Single().ShouldBe("""{"device":"phone"}""");
    }

    [Fact]
    public async Task An_accepted_row_names_the_activity_that_it_became()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var data = await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { accepted { index activityId } } } }",
            new { input = new { source = $"test-{_run}", activities = new[] { Row("MESSAGE", 0, group, new { text = "hello" }) } } });
        var accepted = data.GetProperty("recordActivities").GetProperty("report").GetProperty("accepted")[0];
        var id = accepted.GetProperty("activityId").GetString();
        (await server.DataAsync("query($id: ID!) { node(id: $id) { __typename } }", new { id })).ShouldBeJson("""{ "node": { "__typename": "Activity" } }""");
    }

    [Fact]
    public async Task A_report_has_a_source_and_one_to_a_thousand_rows()
    {
        (await RecordAsync([], source: "")).ShouldBeJson(
            """
            { "report": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [
                { "path": "source", "code": "NOT_EMPTY" }, { "path": "activities", "code": "NOT_EMPTY" }] }] }
            """);
    }

    [Fact]
    public async Task A_thousand_rows_with_all_that_they_name_are_taken()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        object[] rows =
        [
            .. Enumerable.Range(0, 1_000).Select(row => Row(
                "JOIN", row, group, new { occurredAt = s_start, member = Account($"m{row}"), invitedBy = Account($"m{row / 2}"), joinSource = "LINK" })),
        ];

        (await RecordAsync(rows)).GetProperty("report").GetProperty("acceptedCount").GetInt32().ShouldBe(1_000);
    }

    [Fact]
    public async Task More_rows_than_a_report_takes_are_refused_as_a_whole()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        var rows = Enumerable.Range(0, 1001).Select(i => Row("MESSAGE", i, group, new { text = "hello" })).ToArray();
        var answer = await server.QueryAsync(Record, new { input = new { source = $"test-{_run}", activities = rows } });
        answer.TryGetProperty("data", out _).ShouldBeFalse();
        answer.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldEndWith("to have at most 1000 items, found 1001.");
        (await CountAsync(key)).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task A_group_is_named_by_its_platform_and_its_id_there_too()
    {
        var (key, id) = await SampleCommunity.AddGroupAsync(server);
        var found = await server.DataAsync("query($id: ID!) { groupById(id: $id) { externalId } }", new { id });
        var externalId = found.GetProperty("groupById").GetProperty("externalId").GetString();
        (await RecordAsync([Row("MESSAGE", 0, null, new { text = "hello", group = new { platform = "WECHAT", externalId } })]))
            .GetProperty("report").GetProperty("acceptedCount").GetInt32().ShouldBe(1);
        (await CountAsync(key)).ShouldBe((1, 1, 0));
    }

    [Fact]
    public async Task Reports_need_their_permission_and_reach_the_callers_groups_only()
    {
        var (mine, mineId) = await SampleCommunity.AddGroupAsync(server);
        var (_, otherId) = await SampleCommunity.AddGroupAsync(server);
        object[] rows = [Row("MESSAGE", 0, mineId, new { text = "hello" }), Row("MESSAGE", 1, otherId, new { text = "hello" })];
        var input = new { source = $"test-{_run}", activities = rows };

        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        (await server.QueryAsync(Record, new { input }, analyst)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");

        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine);
        (await server.DataAsync(Record, new { input }, owner)).GetProperty("recordActivities").GetProperty("report").ShouldBeJson(
            """
            { "acceptedCount": 1, "duplicateCount": 0, "rejectedCount": 1, "accepted": [{ "index": 0 }], "duplicates": [],
              "rejected": [{ "index": 1, "code": "UNKNOWN_GROUP", "path": "activities[1].group" }] }
            """);
    }

    private async Task<JsonElement> RecordAsync(object[] activities, string? source = null) =>
        (await server.DataAsync(Record, new { input = new { source = source ?? $"test-{_run}", activities } })).GetProperty("recordActivities");

    /// <summary>A row of Ann's, a minute after the one before it.</summary>
    private System.Text.Json.Nodes.JsonObject Row(string kind, int minute, string? groupId, object details)
    {
        var row = JsonSerializer.SerializeToNode(details)!.AsObject();
        row["kind"] = kind;
        row["externalId"] = $"{_run}-{minute}";
        row.TryAdd("occurredAt", JsonSerializer.SerializeToNode(s_start.AddMinutes(minute)));
        row.TryAdd("member", JsonSerializer.SerializeToNode(Account("ann")));
        if (groupId is not null)
        {
            row["group"] = JsonSerializer.SerializeToNode(new { id = groupId });
        }

        return row;
    }

    private object Account(string name) => new { platform = "WECHAT", externalId = $"{name}-{_run}", displayName = name };

    private async Task<(int Activities, int Messages, int Joins)> CountAsync(long groupId)
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        var hours = db.GroupHours.Where(h => h.GroupId == groupId).ToList();
        return (db.Activities.Count(a => a.GroupId == groupId), hours.Sum(h => h.Messages), hours.Sum(h => h.Joins));
    }
}
