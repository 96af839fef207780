using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Timers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.Surveys;

/// <summary>Surveys over HTTP: questions, answers, results, scores.</summary>
public sealed class SurveyTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static readonly object[] s_questions =
    [
        new { key = "one", kind = "SINGLE_CHOICE", text = "One?", options = new[] { "A", "B" } },
        new { key = "many", kind = "MULTIPLE_CHOICE", text = "Many?", isRequired = false, options = new[] { "C", "D", "E" } },
        new { key = "scale", kind = "SCALE", text = "How much?", scaleMin = 0, scaleMax = 10, measure = "SATISFACTION" },
        new { key = "number", kind = "NUMBER", text = "How many?", isRequired = false },
        new { key = "text", kind = "TEXT", text = "Why?", isRequired = false },
    ];

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Members_answer_and_the_results_say_how_many_gave_which_answer()
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        var members = await SampleCommunity.AddMembersAsync(server, group.Key, "Ann", "Bob", "Staff");
        await MakeStaffAsync(group.Key, "Staff");
        var survey = await OpenAsync();
        await SubmitAsync(survey, members[0], group.Id, Choice(survey, "one", "A"), Choice(survey, "many", "C", "D"), Number(survey, "scale", 10), Number(survey, "number", 2.5), Text(survey, "because"));
        await SubmitAsync(survey, members[1], group.Id, Choice(survey, "one", "A"), Choice(survey, "many", "D"), Number(survey, "scale", 5));
        await SubmitAsync(survey, members[2], group.Id, Choice(survey, "one", "B"), Number(survey, "scale", 0));
        (await server.DataAsync(
            """
            query($id: ID!, $group: ID!) {
              surveyById(id: $id) {
                results { responses questions { question { key } n mean min max nullReason options { option { label } count share } scale { value count } } }
                responses(order: [{ createdAt: ASC }], first: 1) { nodes { member { displayName } group { id } answers { question { key } option { label } number text } } totalCount }
              }
              groupById(id: $group) { surveyScore(measure: SATISFACTION) { measure value n members nullReason } other: surveyScore(measure: RITUAL) { value n nullReason } }
            }
            """,
            new { id = survey.Id, group = group.Id })).ShouldBeJson(
            $$"""
            { "surveyById": {
                "results": { "responses": 2, "questions": [
                  { "question": { "key": "one" }, "n": 2, "mean": null, "min": null, "max": null, "nullReason": null, "options": [
                    { "option": { "label": "A" }, "count": 2, "share": 1 }, { "option": { "label": "B" }, "count": 0, "share": 0 }], "scale": [] },
                  { "question": { "key": "many" }, "n": 2, "mean": null, "min": null, "max": null, "nullReason": null, "options": [
                    { "option": { "label": "C" }, "count": 1, "share": 0.5 }, { "option": { "label": "D" }, "count": 2, "share": 1 }, { "option": { "label": "E" }, "count": 0, "share": 0 }], "scale": [] },
                  { "question": { "key": "scale" }, "n": 2, "mean": 7.5, "min": 5, "max": 10, "nullReason": null, "options": [], "scale": [
                    { "value": 0, "count": 0 }, { "value": 1, "count": 0 }, { "value": 2, "count": 0 }, { "value": 3, "count": 0 }, { "value": 4, "count": 0 }, { "value": 5, "count": 1 },
                    { "value": 6, "count": 0 }, { "value": 7, "count": 0 }, { "value": 8, "count": 0 }, { "value": 9, "count": 0 }, { "value": 10, "count": 1 }] },
                  { "question": { "key": "number" }, "n": 1, "mean": 2.5, "min": 2.5, "max": 2.5, "nullReason": null, "options": [], "scale": [] },
                  { "question": { "key": "text" }, "n": 1, "mean": null, "min": null, "max": null, "nullReason": null, "options": [], "scale": [] }] },
                "responses": { "nodes": [{ "member": { "displayName": "Ann" }, "group": { "id": "{{group.Id}}" }, "answers": [
                  { "question": { "key": "one" }, "option": { "label": "A" }, "number": null, "text": null },
                  { "question": { "key": "many" }, "option": { "label": "C" }, "number": null, "text": null },
                  { "question": { "key": "many" }, "option": { "label": "D" }, "number": null, "text": null },
                  { "question": { "key": "scale" }, "option": null, "number": 10, "text": null },
                  { "question": { "key": "number" }, "option": null, "number": 2.5, "text": null },
                  { "question": { "key": "text" }, "option": null, "number": null, "text": "because" }] }], "totalCount": 3 } },
              "groupById": {
                "surveyScore": { "measure": "SATISFACTION", "value": 75, "n": 2, "members": 2, "nullReason": null },
                "other": { "value": null, "n": 0, "nullReason": "NO_ANSWERS" } } }
            """);
    }

    [Fact]
    public async Task Without_answers_there_is_a_reason_and_no_figure()
    {
        var survey = await OpenAsync();
        (await server.DataAsync(
            "query($id: ID!) { surveyById(id: $id) { results { responses questions { question { key } n mean nullReason options { count share } } } } }", new { id = survey.Id }))
            .GetProperty("surveyById").GetProperty("results").GetProperty("questions").EnumerateArray().Take(3).ShouldAllBe(
                q => q.GetProperty("n").GetInt32() == 0 && q.GetProperty("nullReason").GetString() == "NO_ANSWERS" && q.GetProperty("mean").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task A_member_has_one_response_which_is_replaced_until_the_survey_is_closed()
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        var ann = await SampleCommunity.AddMemberInAsync(server, group.Key, "Ann");
        var survey = await OpenAsync();
        var first = await SubmitAsync(survey, ann, group.Id, "key-1", Choice(survey, "one", "A"), Number(survey, "scale", 1));
        var again = await SubmitAsync(survey, ann, group.Id, "key-1", Choice(survey, "one", "B"), Number(survey, "scale", 2));
        again.ShouldBeJson(first.GetRawText());
        var replaced = await SubmitAsync(survey, ann, group.Id, "key-2", Choice(survey, "one", "B"), Number(survey, "scale", 3));
        replaced.GetProperty("surveyResponse").GetProperty("id").GetString().ShouldBe(first.GetProperty("surveyResponse").GetProperty("id").GetString());
        (await server.DataAsync(
            "query($ann: ID!) { memberById(id: $ann) { surveyResponses { nodes { version answers { option { label } number } } } activities(where: { kind: { in: [SURVEY_ANSWERED, SURVEY_ANSWERS_REPLACED] } }) { nodes { kind } } } }",
            new { ann })).ShouldBeJson(
            """
            { "memberById": { "surveyResponses": { "nodes": [{ "version": 2, "answers": [{ "option": { "label": "B" }, "number": null }, { "option": null, "number": 3 }] }] },
                "activities": { "nodes": [{ "kind": "SURVEY_ANSWERED" }, { "kind": "SURVEY_ANSWERS_REPLACED" }] } } }
            """);
        await StepAsync("closeSurvey", survey.Id);
        (await SubmitAsync(survey, ann, group.Id, Choice(survey, "one", "A"), Number(survey, "scale", 1))).ShouldBeJson(
            """{ "surveyResponse": null, "errors": [{ "__typename": "DomainError", "code": "SURVEY_NOT_OPEN" }] }""");
    }

    [Fact]
    public async Task Answers_must_fit_their_questions()
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        var ann = await SampleCommunity.AddMemberInAsync(server, group.Key, "Ann");
        var stranger = await SampleCommunity.AddMemberInAsync(server, (await SampleCommunity.AddGroupAsync(server)).Key, "Stranger");
        var survey = await OpenAsync();
        var other = await OpenAsync();
        (await SubmitAsync(survey, ann, group.Id, Text(survey, "x"))).ShouldBeJson(Invalid(("answers", "ANSWER_REQUIRED"), ("answers", "ANSWER_REQUIRED")));
        (await SubmitAsync(
            survey, ann, group.Id,
            new { questionId = survey.Questions["one"], optionIds = new[] { survey.Options["one.A"], survey.Options["one.B"] } },
            Number(survey, "scale", 10.5),
            Number(survey, "number", 1e13),
            new { questionId = survey.Questions["text"], number = 1 },
            new { questionId = survey.Questions["many"], optionIds = Array.Empty<string>() },
            Number(other, "scale", 1),
            Number(survey, "scale", 1))).ShouldBeJson(Invalid(
            ("answers[0].optionIds", "ONE_OPTION"), ("answers[1].number", "NOT_ON_SCALE"), ("answers[2].number", "INVALID_NUMBER"), ("answers[3]", "WRONG_KIND"),
            ("answers[4].optionIds", "NOT_EMPTY"), ("answers[5].questionId", "OTHER_SURVEY"), ("answers[6].questionId", "DUPLICATE_ANSWER")));
        (await SubmitAsync(survey, ann, group.Id, new { questionId = survey.Questions["one"], optionIds = new[] { survey.Options["many.C"] } }, Number(survey, "scale", -1)))
            .ShouldBeJson(Invalid(("answers[0].optionIds", "OTHER_QUESTION"), ("answers[1].number", "NOT_ON_SCALE")));
        (await SubmitAsync(survey, stranger, group.Id, Choice(survey, "one", "A"), Number(survey, "scale", 1))).ShouldBeJson(Invalid(("groupId", "NOT_A_MEMBER")));
        (await SubmitAsync(survey, ann, group.Id)).ShouldBeJson(Invalid(("answers", "NOT_EMPTY")));
    }

    [Theory]
    [InlineData("", "closeSurvey", "INVALID_TRANSITION")]
    [InlineData("openSurvey", "openSurvey", "INVALID_TRANSITION")]
    [InlineData("openSurvey", "setSurveyQuestions", "SURVEY_NOT_DRAFT")]
    [InlineData("openSurvey closeSurvey", "openSurvey", "INVALID_TRANSITION")]
    [InlineData("openSurvey closeSurvey", "closeSurvey", "INVALID_TRANSITION")]
    [InlineData("openSurvey closeSurvey", "setSurveyQuestions", "SURVEY_NOT_DRAFT")]
    [InlineData("openSurvey closeSurvey", "updateSurvey", "SURVEY_NOT_OPEN")]
    public async Task A_survey_takes_no_step_that_its_status_does_not_allow(string steps, string refused, string code)
    {
        var id = (await CreateAsync(new { title = _run, questions = s_questions })).GetProperty("survey").GetProperty("id").GetString()!;
        foreach (var step in steps.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            (await StepAsync(step, id)).ShouldBeJson("null");
        }

        (await StepAsync(refused, id)).ShouldBeJson($$"""["{{code}}"]""");
    }

    [Fact]
    public async Task A_draft_can_be_rewritten_and_an_empty_one_cannot_be_opened()
    {
        var id = (await CreateAsync(new { title = _run })).GetProperty("survey").GetProperty("id").GetString()!;
        (await StepAsync("openSurvey", id)).ShouldBeJson("""["SURVEY_INCOMPLETE"]""");
        (await StepAsync("setSurveyQuestions", id)).ShouldBeJson("null");
        (await StepAsync("setSurveyQuestions", id)).ShouldBeJson("null");
        (await server.DataAsync("query($id: ID!) { surveyById(id: $id) { status version questions { key kind position isRequired scaleMin scaleMax options { label } } } }", new { id })).ShouldBeJson(
            """{ "surveyById": { "status": "DRAFT", "version": 3, "questions": [{ "key": "score", "kind": "SCALE", "position": 0, "isRequired": true, "scaleMin": 1, "scaleMax": 5, "options": [] }] } }""");
    }

    [Fact]
    public async Task Templates_bring_the_questions_of_satisfaction_and_of_the_four_senses()
    {
        (await CreateAsync(new { title = _run, template = "FOUR_SENSES", questions = new[] { new { key = "more", kind = "TEXT", text = "More?" } } })).GetProperty("survey").GetProperty("questions").ShouldBeJson(
            """
            [{ "key": "ritual", "measure": "RITUAL" }, { "key": "participation", "measure": "PARTICIPATION" }, { "key": "organisation", "measure": "ORGANISATION" },
             { "key": "belonging", "measure": "BELONGING" }, { "key": "more", "measure": null }]
            """);
        (await CreateAsync(new { title = _run, template = "SATISFACTION" })).GetProperty("survey").GetProperty("questions").ShouldBeJson(
            """[{ "key": "satisfaction", "measure": "SATISFACTION" }, { "key": "satisfaction_reason", "measure": null }]""");
        (await CreateAsync(new { title = _run, template = "SATISFACTION", questions = new[] { new { key = "satisfaction", kind = "TEXT", text = "x" } } })).GetProperty("errors").ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "questions", "code": "DUPLICATE_KEY" }] }]""");
    }

    [Fact]
    public async Task Questions_are_checked()
    {
        (await CreateAsync(new
        {
            title = "",
            closesAt = TestClock.UtcNow.AddDays(-1),
            questions = new object[]
            {
                new { key = "A", kind = "TEXT", text = "" },
                new { key = "b", kind = "SINGLE_CHOICE", text = "x", options = new[] { "only" } },
                new { key = "c", kind = "TEXT", text = "x", options = new[] { "1", "2" } },
                new { key = "d", kind = "SCALE", text = "x", scaleMin = 5, scaleMax = 5 },
                new { key = "e", kind = "NUMBER", text = "x", measure = "RITUAL" },
            },
        })).GetProperty("errors").ShouldBeJson(
            """
            [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [
              { "path": "title", "code": "NOT_EMPTY" }, { "path": "closesAt", "code": "IN_PAST" },
              { "path": "questions[0].key", "code": "INVALID_KEY" }, { "path": "questions[0].text", "code": "NOT_EMPTY" }, { "path": "questions[1].options", "code": "OPTIONS_REQUIRED" },
              { "path": "questions[2].options", "code": "NO_CHOICE" }, { "path": "questions[3].scaleMax", "code": "INVALID_SCALE" }, { "path": "questions[4].measure", "code": "NO_SCALE" }] }]
            """);
        (await CreateAsync(new { title = _run, questions = new[] { new { key = "a", kind = "TEXT", text = "x" }, new { key = "a", kind = "TEXT", text = "y" } } })).GetProperty("errors").ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "questions", "code": "DUPLICATE_KEY" }] }]""");
    }

    [Fact]
    public async Task A_survey_closes_at_its_time()
    {
        var survey = await OpenAsync();
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) => await db.Surveys.Where(s => s.Title == _run).ExecuteUpdateAsync(set => set.SetProperty(s => s.ClosesAt, TestClock.UtcNow.UtcDateTime.AddSeconds(-1)), ct),
            TestContext.Current.CancellationToken);
        await server.Factory.Services.GetRequiredService<TimerService>().RunDueAsync(TestContext.Current.CancellationToken);
        (await server.DataAsync("query($id: ID!) { surveyById(id: $id) { status } activities(where: { kind: { eq: SURVEY_CLOSED } }, last: 1) { nodes { text actor { name } } } }", new { id = survey.Id })).ShouldBeJson(
            $$"""{ "surveyById": { "status": "CLOSED" }, "activities": { "nodes": [{ "text": "{{_run}}", "actor": null }] } }""");
    }

    [Fact]
    public async Task An_owner_asks_their_own_groups_and_sees_their_answers_only()
    {
        var (mine, other) = (await SampleCommunity.AddGroupAsync(server), await SampleCommunity.AddGroupAsync(server));
        var (ann, bob) = (await SampleCommunity.AddMemberInAsync(server, mine.Key, "Ann"), await SampleCommunity.AddMemberInAsync(server, other.Key, "Bob"));
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine.Key);
        var survey = await OpenAsync();
        await SubmitAsync(survey, ann, mine.Id, Choice(survey, "one", "A"), Number(survey, "scale", 10), Text(survey, "secret"));
        await SubmitAsync(survey, bob, other.Id, Choice(survey, "one", "B"), Number(survey, "scale", 0));
        (await server.DataAsync(
            "query($id: ID!) { surveyById(id: $id) { results { responses questions { n mean } } responses { nodes { member { displayName } } totalCount } } }", new { id = survey.Id }, owner))
            .GetProperty("surveyById").GetProperty("responses").ShouldBeJson("""{ "nodes": [{ "member": { "displayName": "Ann" } }], "totalCount": 1 }""");
        (await server.DataAsync("query($id: ID!) { surveyById(id: $id) { results { responses questions { mean } } } }", new { id = survey.Id }, owner))
            .GetProperty("surveyById").GetProperty("results").GetProperty("questions")[2].ShouldBeJson("""{ "mean": 10 }""");
        (await StepAsync("closeSurvey", survey.Id, owner)).ShouldBeJson("""["NOT_IN_CHARGE"]""");
        (await CreateAsync(new { title = _run }, owner)).GetProperty("errors").ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "groupId", "code": "GROUP_REQUIRED" }] }]""");
        (await CreateAsync(new { title = _run, groupId = mine.Id }, owner)).GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        var hidden = (await CreateAsync(new { title = _run, groupId = other.Id })).GetProperty("survey").GetProperty("id").GetString()!;
        (await server.DataAsync("query($id: ID!) { surveyById(id: $id) { title } node(id: $id) { id } }", new { id = hidden }, owner)).ShouldBeJson("""{ "surveyById": null, "node": null }""");

        var analyst = await server.QueryAsync(
            "query($id: ID!) { surveyById(id: $id) { responses(first: 1) { nodes { answers { number text } } } } }", new { id = survey.Id }, await server.CreateKeyAsync(OperatorRole.Analyst));
        analyst.GetRawText().ShouldNotContain("secret");
        analyst.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    [Fact]
    public async Task Members_are_found_by_what_they_answered_in_lists_and_in_segments()
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        var members = await SampleCommunity.AddMembersAsync(server, group.Key, $"Ann {_run}", $"Bob {_run}", $"Cid {_run}");
        var survey = await OpenAsync();
        await SubmitAsync(survey, members[0], group.Id, Choice(survey, "one", "A"), Number(survey, "scale", 9));
        await SubmitAsync(survey, members[1], group.Id, Choice(survey, "one", "B"), Number(survey, "scale", 2));
        (await server.DataAsync(
            "query($o: ID, $q: ID) { a: members(where: { surveyAnswers: { some: { option: { id: { eq: $o } } } } }) { nodes { displayName } } b: members(where: { surveyAnswers: { some: { question: { id: { eq: $q } }, number: { lt: 5 } } } }) { nodes { displayName } } }",
            new { o = survey.Options["one.A"], q = survey.Questions["scale"] })).ShouldBeJson(
            $$"""{ "a": { "nodes": [{ "displayName": "Ann {{_run}}" }] }, "b": { "nodes": [{ "displayName": "Bob {{_run}}" }] } }""");
        (await server.DataAsync(
            "query($c: SegmentConditionInput!, $d: SegmentConditionInput!) { a: segmentPreview(condition: $c) { count } b: segmentPreview(condition: $d) { count sample { displayName } } }",
            new
            {
                c = new { survey = new { options = new[] { survey.Options["one.A"], survey.Options["one.B"] } } },
                d = new { survey = new { questions = new[] { survey.Questions["scale"] }, lte = 2.0 } },
            })).ShouldBeJson($$"""{ "a": { "count": 2 }, "b": { "count": 1, "sample": [{ "displayName": "Bob {{_run}}" }] } }""");
    }

    private static object Choice(OpenSurvey survey, string question, params string[] options) =>
        new { questionId = survey.Questions[question], optionIds = options.Select(o => survey.Options[$"{question}.{o}"]).ToArray() };

    private static object Number(OpenSurvey survey, string question, double number) => new { questionId = survey.Questions[question], number };

    private static object Text(OpenSurvey survey, string text) => new { questionId = survey.Questions["text"], text };

    private static string Invalid(params (string Path, string Code)[] fields) =>
        $$"""{ "surveyResponse": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": {{JsonSerializer.Serialize(fields.Select(f => new { path = f.Path, code = f.Code }))}} }] }""";

    private async Task<OpenSurvey> OpenAsync()
    {
        var id = (await CreateAsync(new { title = _run, questions = s_questions })).GetProperty("survey").GetProperty("id").GetString()!;
        await StepAsync("openSurvey", id);
        var questions = (await server.DataAsync("query($id: ID!) { surveyById(id: $id) { questions { id key options { id label } } } }", new { id }))
            .GetProperty("surveyById").GetProperty("questions").EnumerateArray().ToList();
        return new OpenSurvey(
            id,
            questions.ToDictionary(q => q.GetProperty("key").GetString()!, q => q.GetProperty("id").GetString()!),
            questions.SelectMany(q => q.GetProperty("options").EnumerateArray().Select(o => (Name: $"{q.GetProperty("key")}.{o.GetProperty("label")}", Id: o.GetProperty("id").GetString()!)))
                .ToDictionary(o => o.Name, o => o.Id));
    }

    private async Task<JsonElement> CreateAsync(object input, string? apiKey = null) =>
        (await server.DataAsync(
            """
            mutation($input: CreateSurveyInput!) {
              createSurvey(input: $input) { survey { id questions { key measure } } errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } } }
            }
            """,
            new { input },
            apiKey)).GetProperty("createSurvey");

    private Task<JsonElement> SubmitAsync(OpenSurvey survey, string memberId, string groupId, params object[] answers) => SubmitAsync(survey, memberId, groupId, null, answers);

    private async Task<JsonElement> SubmitAsync(OpenSurvey survey, string memberId, string groupId, string? idempotencyKey, params object[] answers) =>
        (await server.DataAsync(
            """
            mutation($input: SubmitSurveyResponseInput!) {
              submitSurveyResponse(input: $input) { surveyResponse { id answeredAt } errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } } }
            }
            """,
            new { input = new { surveyId = survey.Id, memberId, groupId, idempotencyKey, answers } })).GetProperty("submitSurveyResponse");

    private async Task<JsonElement> StepAsync(string mutation, string id, string? apiKey = null)
    {
        object input = mutation switch
        {
            "setSurveyQuestions" => new { id, questions = new[] { new { key = "score", kind = "SCALE", text = "Score?" } } },
            "updateSurvey" => new { id, closesAt = TestClock.UtcNow.AddDays(1) },
            _ => new { id },
        };
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var data = await server.DataAsync($"mutation($input: {type}Input!) {{ {mutation}(input: $input) {{ errors {{ ... on Error {{ code }} }} }} }}", new { input }, apiKey);
        var errors = data.GetProperty(mutation).GetProperty("errors");
        return errors.ValueKind == JsonValueKind.Null ? errors : JsonSerializer.SerializeToElement(errors.EnumerateArray().Select(e => e.GetProperty("code").GetString()));
    }

    private Task MakeStaffAsync(long groupId, string name) => server.Database.WriteAsync(
        AccessScope.Everything,
        async (db, ct) => await db.Memberships.Where(m => m.GroupId == groupId && m.Member.DisplayName == name)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.AccountKind, AccountKind.Vest), ct),
        TestContext.Current.CancellationToken);

    private sealed record OpenSurvey(string Id, IReadOnlyDictionary<string, string> Questions, IReadOnlyDictionary<string, string> Options);
}
