using System.Text;
using System.Text.Json;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.BadInput;

/// <summary>Whatever is sent: a typed answer that says what is wrong, nothing changed, and a server that still answers.</summary>
public sealed class BadInputTests(QuietServerFixture server) : IClassFixture<QuietServerFixture>
{
    private const string UpdateTag = "mutation($input: UpdateTagInput!) { updateTag(input: $input) { tag { id } errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } } } }";
    private const string CreateTag = "mutation($input: CreateTagInput!) { createTag(input: $input) { tag { id } errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } } } }";

    /// <summary>Requests that are refused as a whole, with the code of the refusal.</summary>
    public static TheoryData<string, string, string> Documents => new()
    {
        { "an unknown field", "{ groups { nodes { nonsense } } }", "FIELDS_ON_CORRECT_TYPE" },
        { "an unknown argument", "{ groups(nonsense: 1) { totalCount } }", "KNOWN_ARGUMENT_NAMES" },
        { "an unknown input field", "{ groups(where: { nonsense: { eq: 1 } }) { totalCount } }", "VALUES_OF_CORRECT_TYPE" },
        { "an unknown enum value", "{ groups(where: { status: { eq: NONSENSE } }) { totalCount } }", "VALUES_OF_CORRECT_TYPE" },
        { "a wrong type", """{ groups(first: "ten") { totalCount } }""", "VALUES_OF_CORRECT_TYPE" },
        { "a missing argument", "{ groupById { id } }", "PROVIDED_REQUIRED_ARGUMENTS" },
        { "no document", "", "DOCUMENT_MISSING" },
        { "a document that ends too early", "{ groups { nodes { id }", "SYNTAX_ERROR" },
        { "an empty selection", "{ groups { } }", "SYNTAX_ERROR" },
        { "a selection that is too deep", $"{{ groups {{ nodes {string.Concat(Enumerable.Repeat("{ memberships { nodes { member { memberships { nodes { group ", 4))}{{ id }}{new string('}', 26)}", "SELECTION_DEPTH_LIMIT" },
        { "a value that is too deep", $"{{ groups(where: {string.Concat(Enumerable.Repeat("{ and: [", 2000))}{string.Concat(Enumerable.Repeat("] }", 2000))}) {{ totalCount }} }}", "DOCUMENT_TOO_DEEP" },
        { "too many aliases", $"{{ {string.Join(' ', Enumerable.Range(0, 200).Select(i => $"a{i}: __typename"))} }}", "ALIASES_LIMIT" },
        { "too many tokens", $"{{ {string.Concat(Enumerable.Repeat("a ", 40_000))} }}", "TOO_MANY_TOKENS" },
        { "a document that is too long", $"{{ {new string(' ', 100_000)} __typename }}", "DOCUMENT_TOO_LARGE" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_that_cannot_be_answered_is_refused_as_a_whole(string what, string document, string code)
    {
        var before = await CountAsync();
        var answer = await server.QueryAsync(document);

        answer.TryGetProperty("data", out _).ShouldBeFalse(what);
        CodesOf(answer).ShouldContain(code, $"{what}: {Shorten(answer)}");
        await NothingChangedAsync(before);
    }

    /// <summary>Fields that are refused at their path, with the code of the refusal.</summary>
    public static TheoryData<string, string, string> Fields => new()
    {
        { "a page that is too large", "{ groups(first: 51) { totalCount nodes { id } } }", "PAGE_SIZE_EXCEEDED" },
        { "a page of a negative size", "{ groups(first: -1) { totalCount nodes { id } } }", "PAGE_SIZE_INVALID" },
        { "a cursor that is none", """{ groups(after: "nonsense") { nodes { id } } }""", "INVALID_CURSOR" },
        { "a cursor of bytes", """{ groups(after: "AAECAwQFBgc=") { nodes { id } } }""", "INVALID_CURSOR" },
        { "an id that is none", """{ groupById(id: "nonsense") { id } }""", "INVALID_ID" },
        { "a filter's id that is none", """{ groups(where: { id: { eq: "nonsense" } }) { nodes { id } } }""", "FILTER_INVALID" },
        { "a list of values that is too long", $"{{ groups(where: {{ name: {{ in: [{string.Join(", ", Enumerable.Repeat("\"a\"", 5000))}] }} }}) {{ nodes {{ id }} }} }}", "INVALID_ARGUMENTS" },
        { "more nodes than may be asked for", $"{{ nodes(ids: [{string.Join(", ", Enumerable.Repeat("\"R3JvdXA6MQ==\"", 51))}]) {{ id }} }}", "TOO_MANY_NODES" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_that_cannot_be_answered_is_refused_at_its_path(string what, string document, string code)
    {
        var before = await CountAsync();
        var answer = await server.QueryAsync(document);

        CodesOf(answer).ShouldBe([code], $"{what}: {Shorten(answer)}");
        await NothingChangedAsync(before);
    }

    [Fact]
    public async Task A_node_of_an_id_that_is_none_is_null()
    {
        (await server.DataAsync("""{ empty: node(id: "") { id } nonsense: node(id: "nonsense") { id } nodes(ids: ["", "R3JvdXA6OTk5OTk5"]) { id } }""")).ShouldBeJson(
            """{ "empty": null, "nonsense": null, "nodes": [null, null] }""");
    }

    [Fact]
    public async Task An_id_of_another_type_is_not_taken_for_this_one()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var before = await CountAsync();

        CodesOf(await server.QueryAsync("query($id: ID!) { memberById(id: $id) { id } }", new { id = group })).ShouldBe(["INVALID_ID"]);
        CodesOf(await server.QueryAsync("query($id: ID) { members(where: { id: { eq: $id } }) { nodes { id } } }", new { id = group })).ShouldBe(["FILTER_INVALID"]);
        CodesOf(await server.QueryAsync(UpdateTag, new { input = new { id = group, name = "x" } })).ShouldHaveSingleItem();
        await NothingChangedAsync(before);
    }

    [Fact]
    public async Task An_id_that_nobody_has_finds_nothing_and_changes_nothing()
    {
        var tag = await CreateTagAsync("to forget");
        await server.Database.WriteAsync(AccessScope.Everything, (db, ct) => db.Tags.Where(t => t.Name == "to forget").ExecuteDeleteAsync(ct), TestContext.Current.CancellationToken);
        var before = await CountAsync();

        (await server.DataAsync("query($id: ID!) { tagById(id: $id) { id } node(id: $id) { id } }", new { id = tag })).ShouldBeJson("""{ "tagById": null, "node": null }""");
        (await server.DataAsync(UpdateTag, new { input = new { id = tag, name = "x" } })).ShouldBeJson(
            """{ "updateTag": { "tag": null, "errors": [{ "__typename": "NotFoundError", "code": "NOT_FOUND" }] } }""");
        await NothingChangedAsync(before);
    }

    [Fact]
    public async Task A_stale_version_changes_nothing()
    {
        var tag = await CreateTagAsync("version one");
        (await server.DataAsync(UpdateTag, new { input = new { id = tag, version = 1, name = "version two" } })).GetProperty("updateTag").GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        var before = await CountAsync();

        (await server.DataAsync(UpdateTag, new { input = new { id = tag, version = 1, name = "version three" } })).ShouldBeJson(
            """{ "updateTag": { "tag": null, "errors": [{ "__typename": "StaleVersionError", "code": "STALE_VERSION" }] } }""");
        (await server.DataAsync("query($id: ID!) { tagById(id: $id) { name version } }", new { id = tag })).ShouldBeJson("""{ "tagById": { "name": "version two", "version": 2 } }""");
        await NothingChangedAsync(before);
    }

    [Theory]
    [InlineData("", "NOT_EMPTY")]
    [InlineData("   ", "NOT_EMPTY")]
    [InlineData("nul\0l", "INVALID_TEXT")]
    public async Task A_text_that_cannot_be_stored_is_refused(string name, string code)
    {
        var before = await CountAsync();

        var errors = (await server.DataAsync(CreateTag, new { input = new { name } })).GetProperty("createTag").GetProperty("errors");
        errors[0].GetProperty("fields").ShouldBeJson($$"""[{ "path": "name", "code": "{{code}}" }]""");
        await NothingChangedAsync(before);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_refused()
    {
        var before = await CountAsync();
        var answer = await PostAsync("{\"query\":\"mutation($n: String!) { createTag(input: { name: $n }) { tag { id } errors { __typename } } }\",\"variables\":{\"n\":\"x\\ud800\"}}");

        answer.ShouldContain("error", Case.Insensitive);
        await NothingChangedAsync(before);
    }

    [Fact]
    public async Task A_body_of_more_than_a_megabyte_is_not_read()
    {
        var before = await CountAsync();
        using var client = server.Factory.CreateClient();
        using var response = await client.PostAsync("/graphql", new StringContent($"{{\"query\":\"{{ __typename }}{new string(' ', 1 << 20)}\"}}", Encoding.UTF8, "application/json"));

        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.RequestEntityTooLarge);
        await NothingChangedAsync(before);
    }

    [Fact]
    public async Task A_text_of_a_megabyte_is_refused_wherever_it_is_put()
    {
        var text = new string('x', 1_000_000);
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var before = await CountAsync();

        foreach (var (query, variables) in new (string, object)[]
        {
            (CreateTag, new { input = new { name = text } }),
            ("query($n: String!) { groups(where: { name: { contains: $n } }) { nodes { id } } }", new { n = text }),
            ("query($id: ID!) { groupById(id: $id) { id } }", new { id = text }),
            ("query($after: String) { groups(after: $after) { nodes { id } } }", new { after = text }),
        })
        {
            var answer = await server.QueryAsync(query, variables);
            var refused = answer.TryGetProperty("errors", out _) || answer.GetRawText().Contains("INVALID_INPUT", StringComparison.Ordinal);
            refused.ShouldBeTrue($"{query}: {Shorten(answer)}");
            answer.GetRawText().Length.ShouldBeLessThan(5000, query);
        }

        var row = Row(group, "MESSAGE", new { text });
        (await ReportAsync(row)).ShouldBeJson("""{ "acceptedCount": 0, "rejected": [{ "index": 0, "code": "TEXT_TOO_LONG" }] }""");
        await NothingChangedAsync(before);
    }

    [Theory]
    [InlineData("LEAVE", "LEAVE_WITHOUT_JOIN", 0)]
    [InlineData("MESSAGE", "OCCURRED_IN_FUTURE", 60)]
    public async Task What_cannot_have_happened_is_rejected_row_by_row(string kind, string code, int minutes)
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var before = await CountAsync();

        var row = Row(group, kind, kind == "MESSAGE" ? new { text = "hello" } : new { });
        row["occurredAt"] = JsonSerializer.SerializeToNode(TestClock.UtcNow.AddMinutes(minutes));
        (await ReportAsync(row)).ShouldBeJson($$"""{ "acceptedCount": 0, "rejected": [{ "index": 0, "code": "{{code}}" }] }""");
        await NothingChangedAsync(before);
    }

    [Theory]
    [InlineData("'; DROP TABLE groups; --")]
    [InlineData("' OR '1'='1")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("[a-z]%")]
    [InlineData("\" OR 1=1")]
    [InlineData("${jndi:ldap://x}")]
    public async Task A_filter_takes_what_databases_treat_specially_for_what_it_is(string text)
    {
        await SampleCommunity.AddGroupAsync(server);
        var before = await CountAsync();

        foreach (var operation in new[] { "eq", "contains", "startsWith", "endsWith" })
        {
            (await server.DataAsync($"query($t: String!) {{ groups(where: {{ name: {{ {operation}: $t }} }}) {{ totalCount }} }}", new { t = text }))
                .ShouldBeJson("""{ "groups": { "totalCount": 0 } }""");
        }

        var tag = await CreateTagAsync($"odd {text}");
        (await server.DataAsync("query($t: String!) { tags(where: { name: { contains: $t } }) { nodes { id name } } }", new { t = $"odd {text}" }))
            .GetProperty("tags").GetProperty("nodes").EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(tag);
        (await CountAsync()).ShouldBe(before with { Tags = before.Tags + 1, Activities = before.Activities + 1 });
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"query\":1}")]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":[]}")]
    [InlineData("")]
    public async Task A_body_that_is_no_request_is_refused(string body)
    {
        var before = await CountAsync();
        var answer = await PostAsync(body);

        answer.ShouldContain("\"errors\"");
        await NothingChangedAsync(before);
    }

    [Fact]
    public async Task Variables_that_do_not_fit_are_refused()
    {
        var before = await CountAsync();

        foreach (var variables in new object?[] { null, new { input = (object?)null }, new { input = new { } }, new { input = new { name = 1 } }, new { input = new { name = "x", nonsense = 1 } } })
        {
            CodesOf(await server.QueryAsync(CreateTag, variables)).ShouldBe(["INVALID_VARIABLES"]);
        }

        await NothingChangedAsync(before);
    }

    private static string[] CodesOf(JsonElement answer) => answer.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(e => e.TryGetProperty("extensions", out var extensions) ? extensions.GetProperty("code").GetString()! : e.GetRawText()).Distinct()]
        : [];

    private static string Shorten(JsonElement answer) => answer.GetRawText() is { Length: > 500 } text ? text[..500] : answer.GetRawText();

    private static System.Text.Json.Nodes.JsonObject Row(string group, string kind, object details)
    {
        var row = JsonSerializer.SerializeToNode(details)!.AsObject();
        row["kind"] = kind;
        row["externalId"] = Guid.NewGuid().ToString("N");
        row["occurredAt"] = JsonSerializer.SerializeToNode(TestClock.UtcNow);
        row["group"] = JsonSerializer.SerializeToNode(new { id = group });
        row["member"] = JsonSerializer.SerializeToNode(new { platform = "WECHAT", externalId = "stranger" });
        return row;
    }

    private async Task<JsonElement> ReportAsync(params object[] activities) =>
        (await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount rejected { index code } } } }",
            new { input = new { source = "bad", activities } })).GetProperty("recordActivities").GetProperty("report");

    private async Task<string> CreateTagAsync(string name) =>
        (await server.DataAsync(CreateTag, new { input = new { name } })).GetProperty("createTag").GetProperty("tag").GetProperty("id").GetString()!;

    private async Task<string> PostAsync(string body)
    {
        using var client = server.Factory.CreateClient();
        using var response = await client.PostAsync("/graphql", new StringContent(body, Encoding.UTF8, "application/json"));
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Nothing was half done, and the server is alive.</summary>
    private async Task NothingChangedAsync(Counts before)
    {
        (await CountAsync()).ShouldBe(before);
        (await server.DataAsync("{ __typename }")).ShouldBeJson("""{ "__typename": "Query" }""");
    }

    private async Task<Counts> CountAsync()
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        return new Counts(await db.Groups.CountAsync(), await db.Members.CountAsync(), await db.Tags.CountAsync(), await db.Activities.CountAsync());
    }

    private sealed record Counts(int Groups, int Members, int Tags, int Activities);
}
