using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Feedback;

/// <summary>Feedback over HTTP: written down, given to somebody, settled.</summary>
public sealed class FeedbackTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Feedback_is_written_down_given_to_somebody_and_resolved()
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        var ann = await SampleCommunity.AddMemberInAsync(server, group.Key, "Ann");
        var colleague = (await server.DataAsync("""mutation { createOperator(input: { name: "Kim", role: ADMIN }) { operator { id } } }""")).GetProperty("createOperator").GetProperty("operator").GetProperty("id").GetString();
        var id = await RecordAsync(new
        {
            topic = _run, text = "The box was open.", channel = "VISIT", sentiment = "NEGATIVE", memberId = ann, groupId = group.Id, product = "Tea", receivedAt = "2026-01-02T03:04:05Z",
        });
        (await StepAsync("triageFeedback", id, new { assigneeId = colleague })).ShouldBeJson("""{ "feedback": { "status": "TRIAGED" }, "errors": null }""");
        (await StepAsync("resolveFeedback", id, new { resolution = "Sent another one." })).ShouldBeJson("""{ "feedback": { "status": "RESOLVED" }, "errors": null }""");
        (await server.DataAsync(
            """
            query($topic: String!, $ann: ID!, $group: ID!) {
              feedback(where: { topic: { eq: $topic }, status: { eq: RESOLVED } }) {
                nodes { topic text channel sentiment product receivedAt status resolution version member { displayName } group { id } assignee { name } campaign { id } }
              }
              memberById(id: $ann) { feedback { totalCount } }
              groupById(id: $group) { feedback(order: [{ receivedAt: DESC }]) { totalCount } activities(where: { kind: { in: [FEEDBACK_RECORDED, FEEDBACK_TRIAGED, FEEDBACK_RESOLVED] } }) { nodes { kind text } } }
            }
            """,
            new { topic = _run, ann, group = group.Id })).ShouldBeJson(
            $$"""
            { "feedback": { "nodes": [{ "topic": "{{_run}}", "text": "The box was open.", "channel": "VISIT", "sentiment": "NEGATIVE", "product": "Tea", "receivedAt": "2026-01-02T03:04:05.000Z",
                "status": "RESOLVED", "resolution": "Sent another one.", "version": 3, "member": { "displayName": "Ann" }, "group": { "id": "{{group.Id}}" }, "assignee": { "name": "Kim" }, "campaign": null }] },
              "memberById": { "feedback": { "totalCount": 1 } },
              "groupById": { "feedback": { "totalCount": 1 }, "activities": { "nodes": [
                { "kind": "FEEDBACK_RECORDED", "text": "{{_run}}" }, { "kind": "FEEDBACK_TRIAGED", "text": "{{_run}}" }, { "kind": "FEEDBACK_RESOLVED", "text": "{{_run}}" }] } } }
            """);
    }

    [Theory]
    [InlineData("")]
    [InlineData("triageFeedback triageFeedback")]
    [InlineData("resolveFeedback")]
    [InlineData("declineFeedback")]
    [InlineData("triageFeedback resolveFeedback")]
    [InlineData("triageFeedback declineFeedback")]
    [InlineData("declineFeedback reopenFeedback triageFeedback resolveFeedback reopenFeedback")]
    public async Task Feedback_takes_the_steps_that_its_status_allows_and_no_other(string steps)
    {
        var id = await RecordAsync(new { topic = _run, text = "…" });
        var status = "OPEN";
        foreach (var step in steps.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            status = step switch { "triageFeedback" => "TRIAGED", "resolveFeedback" => "RESOLVED", "declineFeedback" => "DECLINED", _ => "OPEN" };
            (await StepAsync(step, id)).ShouldBeJson($$"""{ "feedback": { "status": "{{status}}" }, "errors": null }""");
        }

        string[] refused = status is "OPEN" or "TRIAGED" ? ["reopenFeedback"] : ["triageFeedback", "resolveFeedback", "declineFeedback"];
        foreach (var step in refused)
        {
            (await StepAsync(step, id)).ShouldBeJson("""{ "feedback": null, "errors": [{ "__typename": "DomainError", "code": "INVALID_TRANSITION" }] }""");
        }
    }

    [Fact]
    public async Task An_owner_sees_the_feedback_of_their_groups_and_an_analyst_no_text()
    {
        var mine = await SampleCommunity.AddGroupAsync(server);
        var other = await SampleCommunity.AddGroupAsync(server);
        await RecordAsync(new { topic = _run, text = "mine", groupId = mine.Id });
        var hidden = await RecordAsync(new { topic = _run, text = "other", groupId = other.Id });
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine.Key);
        (await server.DataAsync("query($t: String!, $id: ID!) { feedback(where: { topic: { eq: $t } }) { nodes { text } totalCount } node(id: $id) { id } feedbackById(id: $id) { id } }", new { t = _run, id = hidden }, owner))
            .ShouldBeJson("""{ "feedback": { "nodes": [{ "text": "mine" }], "totalCount": 1 }, "node": null, "feedbackById": null }""");
        (await StepAsync("resolveFeedback", hidden, apiKey: owner)).ShouldBeJson("""{ "feedback": null, "errors": [{ "__typename": "NotFoundError", "code": "NOT_FOUND" }] }""");
        (await ErrorsAsync(new { topic = _run, text = "x" }, owner)).ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "groupId", "code": "GROUP_REQUIRED" }] }]""");

        var analyst = await server.QueryAsync("query($t: String!) { feedback(where: { topic: { eq: $t } }) { nodes { topic text } } }", new { t = _run }, await server.CreateKeyAsync(OperatorRole.Analyst));
        analyst.GetProperty("data").ShouldBeJson($$"""{ "feedback": { "nodes": [{ "topic": "{{_run}}", "text": null }, { "topic": "{{_run}}", "text": null }] } }""");
        (await server.QueryAsync("""{ feedback(where: { text: { contains: "a" } }) { totalCount } }""")).GetProperty("errors").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Feedback_is_written_down_once_by_its_key_corrected_and_checked()
    {
        var id = await RecordAsync(new { topic = _run, text = "a", idempotencyKey = _run });
        (await RecordAsync(new { topic = "other", text = "b", idempotencyKey = _run })).ShouldBe(id);
        (await server.DataAsync(
            "mutation($input: UpdateFeedbackInput!) { updateFeedback(input: $input) { feedback { topic text sentiment channel version } errors { __typename } } }",
            new { input = new { id, version = 1, sentiment = "POSITIVE", channel = "CALL" } })).ShouldBeJson(
            $$"""{ "updateFeedback": { "feedback": { "topic": "{{_run}}", "text": "a", "sentiment": "POSITIVE", "channel": "CALL", "version": 2 }, "errors": null } }""");
        (await ErrorsAsync(new { topic = "", text = "", receivedAt = TestClock.UtcNow.AddDays(1) })).ShouldBeJson(
            """
            [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [
              { "path": "topic", "code": "NOT_EMPTY" }, { "path": "text", "code": "NOT_EMPTY" }, { "path": "receivedAt", "code": "IN_FUTURE" }] }]
            """);
    }

    private async Task<string> RecordAsync(object input) =>
        (await server.DataAsync("mutation($input: RecordFeedbackInput!) { recordFeedback(input: $input) { feedback { id } } }", new { input })).GetProperty("recordFeedback").GetProperty("feedback").GetProperty("id").GetString()!;

    private async Task<JsonElement> ErrorsAsync(object input, string? apiKey = null) =>
        (await server.DataAsync(
            "mutation($input: RecordFeedbackInput!) { recordFeedback(input: $input) { errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } } } }", new { input }, apiKey))
        .GetProperty("recordFeedback").GetProperty("errors");

    private async Task<JsonElement> StepAsync(string mutation, string id, object? more = null, string? apiKey = null)
    {
        var input = new Dictionary<string, object?> { ["id"] = id };
        foreach (var property in more?.GetType().GetProperties() ?? [])
        {
            input[property.Name] = property.GetValue(more);
        }

        switch (mutation)
        {
            case "resolveFeedback":
                input.TryAdd("resolution", "done");
                break;
            case "declineFeedback":
                input.TryAdd("reason", "no");
                break;
        }

        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        return (await server.DataAsync(
            $"mutation($input: {type}Input!) {{ {mutation}(input: $input) {{ feedback {{ status }} errors {{ __typename ... on Error {{ code }} }} }} }}", new { input }, apiKey)).GetProperty(mutation);
    }
}
