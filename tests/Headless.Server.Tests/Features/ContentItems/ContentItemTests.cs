using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.ContentItems;

/// <summary>The content library over HTTP.</summary>
public sealed class ContentItemTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Errors = "errors { __typename ... on Error { code message } ... on InvalidInputError { fields { path code } } }";

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task An_item_goes_from_draft_to_the_archive_and_a_colleague_reviews_it()
    {
        var colleague = await server.CreateKeyAsync(OperatorRole.Lead);
        var id = await CreateAsync(new { title = $"Tea {_run}", body = "How to brew it.", category = "BRAND", kind = "PRODUCT", topic = "tea", audience = "beginners" });

        (await StepAsync("submitContentItem", new { id, version = 1 })).ShouldBeJson(Stepped("IN_REVIEW", 2));
        (await StepAsync("approveContentItem", new { id })).ShouldBeJson(
            Refused("DomainError", "REVIEWER_IS_AUTHOR", "Authors do not review their own content: ask a colleague."));
        (await StepAsync("rejectContentItem", new { id, note = "Which tea?" }, colleague)).ShouldBeJson(Stepped("DRAFT", 3));
        (await StepAsync("submitContentItem", new { id })).ShouldBeJson(Stepped("IN_REVIEW", 4));
        (await StepAsync("approveContentItem", new { id }, colleague)).ShouldBeJson(Stepped("APPROVED", 5));
        (await StepAsync("publishContentItem", new { id })).ShouldBeJson(Stepped("PUBLISHED", 6));
        (await StepAsync("archiveContentItem", new { id })).ShouldBeJson(Stepped("ARCHIVED", 7));
        (await StepAsync("archiveContentItem", new { id })).ShouldBeJson(
            Refused("DomainError", "INVALID_TRANSITION", "A content item that is ARCHIVED cannot become ARCHIVED: ARCHIVED is final."));

        (await server.DataAsync(
            """
            query($id: ID!) {
              contentItemById(id: $id) { title body category kind source status topic audience reviewNote author { role } reviewer { role } }
              node(id: $id) { __typename ... on ContentItem { publishedAt } }
            }
            """,
            new { id })).GetProperty("contentItemById").ShouldBeJson(
            $$"""
            { "title": "Tea {{_run}}", "body": "How to brew it.", "category": "BRAND", "kind": "PRODUCT", "source": "ORIGINAL", "status": "ARCHIVED",
              "topic": "tea", "audience": "beginners", "reviewNote": null, "author": { "role": "LEAD" }, "reviewer": { "role": "LEAD" } }
            """);
        var key = await KeyOfAsync($"Tea {_run}");
        (await LoggedActivities.KindsAsync(server, a => a.ContentItemId == key)).ShouldBe(
        [
            ActivityKind.ContentCreated, ActivityKind.ContentSubmitted, ActivityKind.ContentRejected, ActivityKind.ContentSubmitted,
            ActivityKind.ContentApproved, ActivityKind.ContentPublished, ActivityKind.ContentArchived,
        ]);
    }

    [Fact]
    public async Task A_note_tells_the_author_why_an_item_was_sent_back()
    {
        var colleague = await server.CreateKeyAsync(OperatorRole.Lead);
        var id = await CreateAsync(new { title = $"Back {_run}", body = "x" });
        await StepAsync("submitContentItem", new { id });
        await StepAsync("rejectContentItem", new { id, note = "Say more." }, colleague);
        (await server.DataAsync("query($id: ID!) { contentItemById(id: $id) { status reviewNote } }", new { id })).ShouldBeJson(
            """{ "contentItemById": { "status": "DRAFT", "reviewNote": "Say more." } }""");
    }

    [Fact]
    public async Task A_repost_is_not_submitted_without_its_origin_and_the_permission()
    {
        var id = await CreateAsync(new { title = $"Repost {_run}", body = "x", source = "REPOST", originUrl = "https://example.org/a" });
        (await StepAsync("submitContentItem", new { id })).ShouldBeJson(
            Refused("DomainError", "REPOST_NEEDS_ORIGIN_AND_PERMISSION", "A repost quotes somebody else: give its originUrl and the permission under which it may be used."));
        await UpdateAsync(new { id, permission = "CC BY 4.0" });
        (await StepAsync("submitContentItem", new { id })).ShouldBeJson(Stepped("IN_REVIEW", 3));
    }

    [Fact]
    public async Task A_change_makes_a_reviewed_item_a_draft_again_and_a_published_one_cannot_be_changed()
    {
        var colleague = await server.CreateKeyAsync(OperatorRole.Lead);
        var id = await CreateAsync(new { title = $"Edit {_run}", body = "x", topic = "t" });
        await StepAsync("submitContentItem", new { id });
        await StepAsync("approveContentItem", new { id }, colleague);
        (await UpdateAsync(new { id, body = "y", topic = (string?)null })).ShouldBeJson(
            """{ "contentItem": { "body": "y", "topic": null, "status": "DRAFT", "version": 4 }, "errors": null }""");

        await StepAsync("submitContentItem", new { id });
        await StepAsync("approveContentItem", new { id }, colleague);
        await StepAsync("publishContentItem", new { id });
        (await UpdateAsync(new { id, body = "z" })).ShouldBeJson(
            Refused("DomainError", "INVALID_TRANSITION", "A content item that is PUBLISHED cannot become DRAFT. From PUBLISHED it can become ARCHIVED."));
    }

    [Fact]
    public async Task A_stale_version_changes_nothing()
    {
        var id = await CreateAsync(new { title = $"Stale {_run}", body = "x" });
        await UpdateAsync(new { id, version = 1, body = "first" });
        (await UpdateAsync(new { id, version = 1, body = "second" })).ShouldBeJson(
            Refused("StaleVersionError", "STALE_VERSION", "It was changed by somebody else since you read it: read it again, and send your change with the new version."));
        (await server.DataAsync("query($id: ID!) { contentItemById(id: $id) { body } }", new { id })).ShouldBeJson(
            """{ "contentItemById": { "body": "first" } }""");
    }

    [Fact]
    public async Task Every_broken_rule_of_an_input_is_answered_with_its_field()
    {
        var answer = await server.DataAsync(
            $$"""mutation($input: CreateContentItemInput!) { createContentItem(input: $input) { contentItem { id } {{Errors.Replace(" message", string.Empty)}} } }""",
            new { input = new { title = " ", body = "nul \0", originUrl = "javascript:alert(1)", topic = new string('x', 101) } });
        answer.GetProperty("createContentItem").ShouldBeJson(
            """
            { "contentItem": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [
                { "path": "title", "code": "NOT_EMPTY" },
                { "path": "body", "code": "INVALID_TEXT" },
                { "path": "topic", "code": "MAXIMUM_LENGTH" },
                { "path": "originUrl", "code": "INVALID_URL" }] }] }
            """);
    }

    [Fact]
    public async Task The_library_is_filtered_sorted_and_paged()
    {
        foreach (var (title, kind) in new[] { ("c", "TOOL"), ("a", "TOOL"), ("b", "TOOL"), ("d", "PRODUCT") })
        {
            await CreateAsync(new { title, body = "x", kind, topic = _run });
        }

        const string query =
            """
            query($topic: String!, $after: String) {
              contentItems(first: 2, after: $after, where: { topic: { eq: $topic }, kind: { eq: TOOL } }, order: [{ title: DESC }]) {
                nodes { title } totalCount pageInfo { hasNextPage endCursor }
              }
            }
            """;
        var first = (await server.DataAsync(query, new { topic = _run })).GetProperty("contentItems");
        var after = first.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        first.ShouldBeJson(
            $$"""{ "nodes": [{ "title": "c" }, { "title": "b" }], "totalCount": 3, "pageInfo": { "hasNextPage": true, "endCursor": "{{after}}" } }""");
        var second = (await server.DataAsync(query, new { topic = _run, after })).GetProperty("contentItems");
        second.GetProperty("nodes").ShouldBeJson("""[{ "title": "a" }]""");
    }

    [Fact]
    public async Task Who_may_only_read_changes_nothing_and_who_may_not_read_sees_nothing()
    {
        var id = await CreateAsync(new { title = $"Guarded {_run}", body = "x" });
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        var connector = await server.CreateKeyAsync(OperatorRole.Integration, ApiKeyScope.RecordActivities);
        const string archive = "mutation($input: ArchiveContentItemInput!) { archiveContentItem(input: $input) { contentItem { id } } }";
        const string node = "query($id: ID!) { node(id: $id) { id } }";
        const string list = "{ contentItems { totalCount } }";

        CodesOf(await server.QueryAsync(archive, new { input = new { id } }, analyst)).ShouldBe(["FORBIDDEN"]);
        CodesOf(await server.QueryAsync(list, apiKey: connector)).ShouldBe(["FORBIDDEN"]);
        CodesOf(await server.QueryAsync(list, apiKey: "")).ShouldBe(["UNAUTHENTICATED"]);
        (await server.QueryAsync(node, new { id }, connector)).GetProperty("data").ShouldBeJson("""{ "node": null }""");
        (await server.QueryAsync(node, new { id }, "")).GetProperty("data").ShouldBeJson("""{ "node": null }""");
        (await server.DataAsync(node, new { id }, analyst)).ShouldBeJson($$"""{ "node": { "id": "{{id}}" } }""");
    }

    private static string[] CodesOf(JsonElement answer) =>
        [.. answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("extensions").GetProperty("code").GetString()!)];

    private static string Stepped(string status, long version) =>
        $$"""{ "contentItem": { "status": "{{status}}", "version": {{version}} }, "errors": null }""";

    private static string Refused(string type, string code, string message) =>
        $$"""{ "contentItem": null, "errors": [{ "__typename": "{{type}}", "code": "{{code}}", "message": "{{message}}" }] }""";

    private async Task<string> CreateAsync(object input)
    {
        var data = await server.DataAsync(
            $$"""mutation($input: CreateContentItemInput!) { createContentItem(input: $input) { contentItem { id } {{Errors}} } }""", new { input });
        return data.GetProperty("createContentItem").GetProperty("contentItem").GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> UpdateAsync(object input) => (await server.DataAsync(
        $$"""mutation($input: UpdateContentItemInput!) { updateContentItem(input: $input) { contentItem { body topic status version } {{Errors}} } }""",
        new { input })).GetProperty("updateContentItem");

    private async Task<JsonElement> StepAsync(string mutation, object input, string? apiKey = null) => (await server.DataAsync(
        $$"""mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) { contentItem { status version } {{Errors}} } }""",
        new { input },
        apiKey)).GetProperty(mutation);

    private async Task<long> KeyOfAsync(string title)
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        return await db.ContentItems.Where(c => c.Title == title).Select(c => c.Id).SingleAsync(TestContext.Current.CancellationToken);
    }
}
