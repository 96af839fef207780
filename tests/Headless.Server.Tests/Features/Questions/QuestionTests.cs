using System.Globalization;
using System.Text;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Alerts;
using Headless.Server.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.Questions;

/// <summary>Questions of members over HTTP: who asked, who answered and how soon, what waits.</summary>
public sealed class QuestionTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Errors = "errors { ... on Error { code } ... on InvalidInputError { fields { path code } } }";

    [Fact]
    public async Task A_question_waits_until_somebody_answers_and_one_answer_is_the_one()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        var members = await SampleCommunity.AddMembersAsync(server, key, "ann", "bob");
        var askedAt = server.Clock.Now.AddMinutes(-50);
        var once = new { groupId = group, memberId = members[0], topic = "换季", text = "泛红先停哪一步？", askedAt = Iso(askedAt), idempotencyKey = Guid.NewGuid().ToString() };
        var asked = await ChangeAsync("askQuestion", "question { id status answerCount firstResponseMinutes }", once);
        var id = asked.GetProperty("question").GetProperty("id").GetString();
        asked.ShouldBeJson($$"""{ "question": { "id": "{{id}}", "status": "OPEN", "answerCount": 0, "firstResponseMinutes": null }, "errors": null }""");
        (await ChangeAsync("askQuestion", "question { id status answerCount firstResponseMinutes }", once)).ToString().ShouldBe(asked.ToString());
        (await QueueAsync(group)).ShouldBe(["换季"]);
        var content = await ContentAsync(ContentStatus.Published);
        var ofMember = await ChangeAsync("answerQuestion", "answer { id text member { displayName } operator { id } }", new { questionId = id, text = "先停精华", memberId = members[1], answeredAt = Iso(askedAt.AddMinutes(20)) });
        ofMember.GetProperty("answer").GetProperty("member").GetProperty("displayName").GetString().ShouldBe("bob");
        var ofStaff = await ChangeAsync("answerQuestion", "answer { id }", new { questionId = id, contentItemId = content, answeredAt = Iso(askedAt.AddMinutes(30)) });
        (await QueueAsync(group)).ShouldBeEmpty();
        await ChangeAsync("acceptAnswer", "question { id }", new { id = ofMember.GetProperty("answer").GetProperty("id").GetString() });
        await ChangeAsync("acceptAnswer", "question { id }", new { id = ofStaff.GetProperty("answer").GetProperty("id").GetString() });
        await ChangeAsync("linkQuestion", "question { id }", new { id, contentItemId = content });
        (await server.DataAsync(
            "query($id: ID!, $c: ID!, $m: ID!) { questionById(id: $id) { status answerCount firstResponseMinutes acceptedAnswer { contentItem { title } operator { role } } answers { nodes { text member { displayName } } totalCount } contentItem { title } member { displayName } group { id } } contentItemById(id: $c) { questions { totalCount } } memberById(id: $m) { questions { nodes { topic text } } } }",
            new { id, c = content, m = members[0] })).ShouldBeJson(
            $$"""
            { "questionById": { "status": "ACCEPTED", "answerCount": 2, "firstResponseMinutes": 20, "acceptedAnswer": { "contentItem": { "title": "换季清单" }, "operator": { "role": "LEAD" } },
                "answers": { "nodes": [{ "text": "先停精华", "member": { "displayName": "bob" } }, { "text": null, "member": null }], "totalCount": 2 },
                "contentItem": { "title": "换季清单" }, "member": { "displayName": "ann" }, "group": { "id": "{{group}}" } },
              "contentItemById": { "questions": { "totalCount": 1 } }, "memberById": { "questions": { "nodes": [{ "topic": "换季", "text": "泛红先停哪一步？" }] } } }
            """);
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { activities(where: { kind: { in: [QUESTION_ASKED, QUESTION_ANSWERED, ANSWER_ACCEPTED, QUESTION_LINKED] } }) { nodes { kind text } } } }", new { id = group }))
            .GetProperty("groupById").GetProperty("activities").GetProperty("nodes").EnumerateArray().Select(a => (a.GetProperty("kind").GetString(), a.GetProperty("text").GetString()))
            .ShouldBe([("QUESTION_ASKED", "换季"), ("QUESTION_ANSWERED", "换季"), ("QUESTION_ANSWERED", "换季"), ("ANSWER_ACCEPTED", "换季"), ("ANSWER_ACCEPTED", "换季"), ("QUESTION_LINKED", "换季")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_question_takes_only_the_steps_of_its_states_and_what_was_said_goes_with_its_author()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        var member = await SampleCommunity.AddMemberInAsync(server, key, "ann");
        var id = (await ChangeAsync("askQuestion", "question { id }", new { groupId = group, memberId = member, topic = "发货", text = "周末能到吗？" })).GetProperty("question").GetProperty("id").GetString();
        (await CodeAsync("reopenQuestion", new { id })).ShouldBe("INVALID_TRANSITION");
        (await CodeAsync("closeQuestion", new { id, reason = "自己找到了" })).ShouldBeNull();
        (await CodeAsync("closeQuestion", new { id })).ShouldBe("INVALID_TRANSITION");
        (await CodeAsync("answerQuestion", new { questionId = id, text = "能" }, "answer { id }")).ShouldBe("QUESTION_CLOSED");
        (await CodeAsync("reopenQuestion", new { id, version = 1 })).ShouldBe("STALE_VERSION");
        (await CodeAsync("reopenQuestion", new { id })).ShouldBeNull();
        (await CodeAsync("answerQuestion", new { questionId = id, text = "能", answeredAt = Iso(server.Clock.Now.AddHours(-2)) }, "answer { id }")).ShouldBe("ANSWERED_BEFORE_ASKED");
        var answer = (await ChangeAsync("answerQuestion", "answer { id }", new { questionId = id, text = "周六到" })).GetProperty("answer").GetProperty("id").GetString();
        (await CodeAsync("acceptAnswer", new { id = answer })).ShouldBeNull();
        (await CodeAsync("closeQuestion", new { id })).ShouldBe("INVALID_TRANSITION");
        (await CodeAsync("reopenQuestion", new { id })).ShouldBeNull();
        (await CodeAsync("acceptAnswer", new { id = answer })).ShouldBe("INVALID_TRANSITION");
        (await CodeAsync("linkQuestion", new { id, contentItemId = await ContentAsync(ContentStatus.Draft) })).ShouldBe("CONTENT_NOT_PUBLISHED");
        (await ChangeAsync("askQuestion", "question { id }", new { topic = "", text = "", askedAt = "2999-01-01T00:00:00Z" })).GetProperty("errors").ShouldBeJson(
            """[{ "code": "INVALID_INPUT", "fields": [{ "path": "topic", "code": "NOT_EMPTY" }, { "path": "text", "code": "NOT_EMPTY" }, { "path": "askedAt", "code": "IN_FUTURE" }] }]""");
        (await ChangeAsync("answerQuestion", "answer { id }", new { questionId = id })).GetProperty("errors").ShouldBeJson("""[{ "code": "INVALID_INPUT", "fields": [{ "path": "text", "code": "NOTHING_TO_SAY" }] }]""");
        (await server.DataAsync("mutation($input: EraseMemberInput!) { eraseMember(input: $input) { errors { __typename } } }", new { input = new { id = member } })).ShouldBeJson("""{ "eraseMember": { "errors": null } }""");
        (await server.DataAsync("query($id: ID!) { questionById(id: $id) { topic text answers { nodes { text } } } }", new { id })).ShouldBeJson(
            """{ "questionById": { "topic": "发货", "text": null, "answers": { "nodes": [{ "text": "周六到" }] } } }""");
    }

    [Fact]
    public async Task Staff_see_the_questions_of_their_groups_and_an_analyst_no_words()
    {
        var (mineKey, mine) = await SampleCommunity.AddGroupAsync(server);
        var (_, other) = await SampleCommunity.AddGroupAsync(server);
        var own = (await ChangeAsync("askQuestion", "question { id }", new { groupId = mine, topic = "退换", text = "拆封能退吗？" })).GetProperty("question").GetProperty("id").GetString();
        await ChangeAsync("answerQuestion", "answer { id }", new { questionId = own, text = "不能" });
        var foreign = (await ChangeAsync("askQuestion", "question { id }", new { groupId = other, topic = "退换", text = "拆封能退吗？" })).GetProperty("question").GetProperty("id").GetString();
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mineKey);
        (await server.DataAsync("query($id: ID!) { questions { nodes { group { id } } totalCount } questionById(id: $id) { id } }", new { id = foreign }, owner)).ShouldBeJson(
            $$"""{ "questions": { "nodes": [{ "group": { "id": "{{mine}}" } }], "totalCount": 1 }, "questionById": null }""");
        (await ChangeAsync("answerQuestion", "answer { id }", new { questionId = foreign, text = "能" }, owner)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_FOUND");
        (await ChangeAsync("askQuestion", "question { id }", new { topic = "退换", text = "?" }, owner)).GetProperty("errors").ShouldBeJson(
            """[{ "code": "INVALID_INPUT", "fields": [{ "path": "groupId", "code": "GROUP_REQUIRED" }] }]""");
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        foreach (var selection in new[] { "text", "answers { nodes { text } }" })
        {
            (await server.QueryAsync($"query($id: ID!) {{ questionById(id: $id) {{ {selection} }} }}", new { id = own }, analyst)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        }
    }

    [Fact]
    public async Task A_question_that_nobody_answers_for_a_day_is_told()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        await ChangeAsync("askQuestion", "question { id }", new { groupId = group, topic = "发货", text = "到哪了？", askedAt = Iso(server.Clock.Now.AddHours(-25)) });
        await ChangeAsync("askQuestion", "question { id }", new { groupId = group, topic = "发货", text = "今天能发吗？", askedAt = Iso(server.Clock.Now.AddHours(-2)) });
        await using var db = server.Database.Create(AccessScope.Everything);
        var source = server.Factory.Services.GetServices<IAlertSource>().Single(s => s.Kind == AlertKind.QuestionUnanswered);
        var found = (await source.FindAsync(db, server.Clock.Now, TestContext.Current.CancellationToken)).Single(c => c.Subject == AlertSubject.OfGroup(key));
        found.Evidence.Select(f => (f.Name, f.Value)).ShouldBe([("open", 1m), ("longestHours", 25m), ("limitHours", 24m), ("priority", 0m)]);
    }

    private static string Iso(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private async Task<string[]> QueueAsync(string group) =>
    [
        .. (await server.DataAsync("query($g: ID!) { questions(where: { status: { eq: OPEN }, group: { id: { eq: $g } } }, order: [{ askedAt: ASC }]) { nodes { topic } } }", new { g = group }))
            .GetProperty("questions").GetProperty("nodes").EnumerateArray().Select(q => q.GetProperty("topic").GetString()!),
    ];

    private Task<string> ContentAsync(ContentStatus status) => server.Database.WriteAsync(
        AccessScope.Everything,
        async (db, ct) =>
        {
            var item = new ContentItem { Title = "换季清单", Body = "……", Status = status };
            db.ContentItems.Add(item);
            await db.SaveChangesAsync(ct);
            return Convert.ToBase64String(Encoding.UTF8.GetBytes($"ContentItem:{item.Id}"));
        },
        TestContext.Current.CancellationToken);

    private async Task<string?> CodeAsync(string mutation, object input, string fields = "question { id }")
    {
        var errors = (await ChangeAsync(mutation, fields, input)).GetProperty("errors");
        return errors.ValueKind == JsonValueKind.Null ? null : errors[0].GetProperty("code").GetString();
    }

    private async Task<JsonElement> ChangeAsync(string mutation, string fields, object input, string? apiKey = null) => (await server.DataAsync(
        $$"""mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) { {{fields}} {{Errors}} } }""", new { input }, apiKey)).GetProperty(mutation);
}
