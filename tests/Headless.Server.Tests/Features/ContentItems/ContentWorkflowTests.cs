using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.ContentItems;

/// <summary>The ways of the three sources to a review, and the texts that an item has had, over HTTP.</summary>
public sealed class ContentWorkflowTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Errors = "errors { __typename ... on Error { code message } ... on InvalidInputError { fields { path code } } }";

    [Fact]
    public async Task An_original_is_written_stage_by_stage_and_no_stage_is_left_out()
    {
        var id = await CreateAsync(new { title = "Tea week" });
        (await StepAsync("submitContentItem", new { id })).ShouldBeJson(Refused("INVALID_TRANSITION", "A content item that is TOPIC cannot become IN_REVIEW. From TOPIC it can become OUTLINE or ARCHIVED."));
        (await StepAsync("advanceContentItem", new { id })).ShouldBeJson(Refused("CONTENT_STAGE_INCOMPLETE", "This stage is for its topic, which is empty: write it first."));
        (await StepAsync("returnContentItem", new { id })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION");
        (await StepAsync("advanceContentItem", new { id, topic = "tea" })).ShouldBeJson(Stepped("OUTLINE", 2));
        (await StepAsync("advanceContentItem", new { id })).ShouldBeJson(Refused("CONTENT_STAGE_INCOMPLETE", "This stage is for its outline, which is empty: write it first."));
        (await StepAsync("advanceContentItem", new { id, outline = "1. leaves 2. water" })).ShouldBeJson(Stepped("KEY_POINTS", 3));
        (await StepAsync("returnContentItem", new { id })).ShouldBeJson(Stepped("OUTLINE", 4));
        (await StepAsync("advanceContentItem", new { id })).ShouldBeJson(Stepped("KEY_POINTS", 5));
        (await StepAsync("advanceContentItem", new { id, keyPoints = "not boiling" })).ShouldBeJson(Stepped("DRAFT", 6));
        (await StepAsync("advanceContentItem", new { id })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION");
        (await StepAsync("submitContentItem", new { id })).ShouldBeJson(Refused("CONTENT_STAGE_INCOMPLETE", "This stage is for its body, which is empty: write it first."));
        await UpdateAsync(new { id, body = "80 °C." });
        (await StepAsync("submitContentItem", new { id })).ShouldBeJson(Stepped("IN_REVIEW", 8));
        (await ItemAsync(id, "topic outline keyPoints body textVersion")).ShouldBeJson(
            """{ "topic": "tea", "outline": "1. leaves 2. water", "keyPoints": "not boiling", "body": "80 °C.", "textVersion": 1 }""");
    }

    [Fact]
    public async Task A_solicited_item_is_briefed_asked_for_and_received_before_its_review()
    {
        var id = await CreateAsync(new { title = "A story", source = "SOLICITED", kind = "USER_STORY" });
        var due = TestClock.UtcNow.AddDays(3);
        (await StepAsync("inviteContentContributor", new { id, inviteeName = "Wang", dueAt = due })).ShouldBeJson(
            Refused("CONTENT_STAGE_INCOMPLETE", "This stage is for its brief, which is empty: write it first."));
        await UpdateAsync(new { id, brief = "800 words, one true thing." });
        (await StepAsync("inviteContentContributor", new { id, dueAt = due })).ShouldBeJson(
            Refused("INVITEE_REQUIRED", "Give either inviteeId, a member, or inviteeName, somebody else."));
        (await StepAsync("inviteContentContributor", new { id, inviteeName = "Wang", dueAt = TestClock.UtcNow.AddDays(-1) })).ShouldBeJson(
            Refused("DUE_IN_PAST", "dueAt lies in the past: give a time by which it can be there."));
        (await StepAsync("receiveContentItem", new { id, body = "x" })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION");
        (await StepAsync("inviteContentContributor", new { id, inviteeName = "Wang", dueAt = due })).ShouldBeJson(Stepped("INVITED", 3));
        (await StepAsync("declineContentInvitation", new { id, reason = "no time" })).ShouldBeJson(Stepped("BRIEF", 4));
        (await ItemAsync(id, "inviteeName dueAt")).ShouldBeJson("""{ "inviteeName": null, "dueAt": null }""");
        (await StepAsync("inviteContentContributor", new { id, inviteeName = "Li", dueAt = due })).ShouldBeJson(Stepped("INVITED", 5));
        (await ItemAsync(id, "inviteeName isOverdue invitee { id }")).ShouldBeJson("""{ "inviteeName": "Li", "isOverdue": false, "invitee": null }""");
        (await StepAsync("receiveContentItem", new { id, body = "Once …", permission = "may be shown in our groups" })).ShouldBeJson(Stepped("RECEIVED", 6));
        (await StepAsync("submitContentItem", new { id })).ShouldBeJson(Stepped("IN_REVIEW", 7));
        (await StepAsync("advanceContentItem", new { id })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION");
        var colleague = await server.CreateKeyAsync(OperatorRole.Lead);
        (await StepAsync("rejectContentItem", new { id, note = "shorter" }, colleague)).ShouldBeJson(Stepped("DRAFT", 8));
        (await StepAsync("submitContentItem", new { id })).ShouldBeJson(Stepped("IN_REVIEW", 9));
    }

    [Fact]
    public async Task What_a_source_does_not_have_is_refused_with_its_field()
    {
        (await CreateRefusedAsync(new { title = "x", body = "y", source = "SOLICITED" })).ShouldBe([("body", "BODY_NOT_RECEIVED")]);
        (await CreateRefusedAsync(new { title = "x", source = "REPOST" })).ShouldBe([("body", "NOT_EMPTY")]);
        (await CreateRefusedAsync(new { title = "x", body = "y", brief = "z" })).ShouldBe([("brief", "ONLY_SOLICITED")]);
        var repost = await CreateAsync(new { title = "x", body = "y", source = "REPOST" });
        foreach (var (mutation, input) in new (string, object)[]
        {
            ("advanceContentItem", new { id = repost }), ("returnContentItem", new { id = repost }), ("declineContentInvitation", new { id = repost }),
            ("receiveContentItem", new { id = repost, body = "z" }), ("inviteContentContributor", new { id = repost, inviteeName = "W", dueAt = TestClock.UtcNow.AddDays(1) }),
        })
        {
            (await StepAsync(mutation, input)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION", mutation);
        }
    }

    [Fact]
    public async Task Every_text_is_kept_compared_and_can_be_taken_again()
    {
        var id = await CreateAsync(new { title = "专场", body = "周四晚八点\nBring friends" });
        await UpdateAsync(new { id, body = "周五晚八点\nBring friends" });
        await UpdateAsync(new { id, topic = "no new text" });
        await UpdateAsync(new { id, title = "专场预告", body = "周五晚八点" });
        (await ItemAsync(id, "textVersion versions { totalCount nodes { number title body writtenBy { role } } }")).ShouldBeJson(
            """
            { "textVersion": 3, "versions": { "totalCount": 3, "nodes": [
                { "number": 1, "title": "专场", "body": "周四晚八点\nBring friends", "writtenBy": { "role": "LEAD" } },
                { "number": 2, "title": "专场", "body": "周五晚八点\nBring friends", "writtenBy": { "role": "LEAD" } },
                { "number": 3, "title": "专场预告", "body": "周五晚八点", "writtenBy": { "role": "LEAD" } }] } }
            """);
        const string compare = "query($id: ID!, $from: Int!, $to: Int, $unit: TextDifferenceUnit) { contentDifference(id: $id, from: $from, to: $to, unit: $unit) { from to title { kind text } body { kind text } } }";
        (await server.DataAsync(compare, new { id, from = 1, to = 2 })).GetProperty("contentDifference").ShouldBeJson(
            """
            { "from": 1, "to": 2, "title": [{ "kind": "EQUAL", "text": "专场" }],
              "body": [{ "kind": "EQUAL", "text": "周" }, { "kind": "DELETED", "text": "四" }, { "kind": "INSERTED", "text": "五" }, { "kind": "EQUAL", "text": "晚八点\nBring friends" }] }
            """);
        (await server.DataAsync(compare, new { id, from = 2, unit = "LINE" })).GetProperty("contentDifference").ShouldBeJson(
            """
            { "from": 2, "to": 3, "title": [{ "kind": "DELETED", "text": "专场" }, { "kind": "INSERTED", "text": "专场预告" }],
              "body": [{ "kind": "DELETED", "text": "周五晚八点\nBring friends" }, { "kind": "INSERTED", "text": "周五晚八点" }] }
            """);
        (await server.DataAsync(compare, new { id, from = 1, to = 9 })).ShouldBeJson("""{ "contentDifference": null }""");

        (await StepAsync("restoreContentItemVersion", new { id, number = 1 })).ShouldBeJson(Stepped("DRAFT", 5));
        (await ItemAsync(id, "title body textVersion")).ShouldBeJson("""{ "title": "专场", "body": "周四晚八点\nBring friends", "textVersion": 4 }""");
        (await StepAsync("restoreContentItemVersion", new { id, number = 9 })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task An_analyst_reads_no_name_of_an_invitee_and_changes_nothing()
    {
        var id = await CreateAsync(new { title = "Guarded", source = "SOLICITED", brief = "b" });
        await StepAsync("inviteContentContributor", new { id, inviteeName = "Wang", dueAt = TestClock.UtcNow.AddDays(1) });
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        var answer = await server.QueryAsync("query($id: ID!) { contentItemById(id: $id) { status inviteeName } }", new { id }, analyst);
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        foreach (var mutation in new[] { "advanceContentItem", "returnContentItem", "declineContentInvitation" })
        {
            var refused = await server.QueryAsync(
                $$"""mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) { contentItem { id } } }""", new { input = new { id } }, analyst);
            refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN", mutation);
        }
    }

    private static string Stepped(string status, long version) => $$"""{ "contentItem": { "status": "{{status}}", "version": {{version}} }, "errors": null }""";

    private static string Refused(string code, string message) =>
        $$"""{ "contentItem": null, "errors": [{ "__typename": "DomainError", "code": "{{code}}", "message": "{{message}}" }] }""";

    private async Task<string> CreateAsync(object input) => (await server.DataAsync(
        $$"""mutation($input: CreateContentItemInput!) { createContentItem(input: $input) { contentItem { id } {{Errors}} } }""", new { input }))
        .GetProperty("createContentItem").GetProperty("contentItem").GetProperty("id").GetString()!;

    private async Task<(string, string)[]> CreateRefusedAsync(object input) =>
    [
        .. (await server.DataAsync($$"""mutation($input: CreateContentItemInput!) { createContentItem(input: $input) { {{Errors}} } }""", new { input }))
            .GetProperty("createContentItem").GetProperty("errors")[0].GetProperty("fields").EnumerateArray()
            .Select(f => (f.GetProperty("path").GetString()!, f.GetProperty("code").GetString()!)),
    ];

    private async Task UpdateAsync(object input) => (await server.DataAsync(
        $$"""mutation($input: UpdateContentItemInput!) { updateContentItem(input: $input) { {{Errors}} } }""", new { input }))
        .GetProperty("updateContentItem").ShouldBeJson("""{ "errors": null }""");

    private async Task<JsonElement> ItemAsync(string id, string fields) =>
        (await server.DataAsync($$"""query($id: ID!) { contentItemById(id: $id) { {{fields}} } }""", new { id })).GetProperty("contentItemById");

    private async Task<JsonElement> StepAsync(string mutation, object input, string? apiKey = null) => (await server.DataAsync(
        $$"""mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) { contentItem { status version } errors { __typename ... on Error { code message } } } }""",
        new { input },
        apiKey)).GetProperty(mutation);
}
