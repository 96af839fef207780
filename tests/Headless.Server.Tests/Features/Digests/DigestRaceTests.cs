using System.Text.Json;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Timers;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.Digests;

/// <summary>Many at the same moment at one digest, and at one question: one is first, and the others are told so.</summary>
public abstract class DigestRaceTests(ServerFixture server)
{
    private const int Callers = 20;

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    /// <summary>Why there is no server; null where there is one.</summary>
    protected virtual string? SkipReason => null;

    [Fact]
    public async Task One_of_many_makes_the_digest_of_a_day_and_one_approves_it()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var (group, _) = await GroupAsync();
        var made = await AllAsync(
            "mutation($input: CreateDigestInput!) { createDigest(input: $input) { digest { id } errors { ... on Error { code } } } }", new { input = new { groupId = group, kind = "DAILY", itemCount = 0 } });
        var id = made.Single(IsDone).GetProperty("digest").GetProperty("id").GetString()!;
        Errors(made).Distinct().ShouldBe(["ALREADY_EXISTS"]);

        var edited = await AllAsync(
            "mutation($input: UpdateDigestInput!) { updateDigest(input: $input) { digest { version } errors { ... on Error { code } } } }",
            new { input = new { id, version = 1, items = new[] { new { title = "明天见" } } } });
        edited.Count(IsDone).ShouldBe(1);
        Errors(edited).Distinct().ShouldBe(["STALE_VERSION"]);

        // Who read the draft before somebody approved it is told either that it is approved, or that it has changed.
        var approved = await AllAsync("mutation($id: ID!) { approveDigest(input: { id: $id }) { digest { status } errors { ... on Error { code } } } }", new { id });
        approved.Count(IsDone).ShouldBe(1);
        Errors(approved).Except(["INVALID_TRANSITION", "STALE_VERSION"]).ShouldBeEmpty();
        (await KindsAsync(group)).Take(3).ShouldBe(["DIGEST_DRAFTED", "DIGEST_CHANGED", "DIGEST_APPROVED"]);
    }

    [Fact]
    public async Task A_digest_whose_time_has_come_is_delivered_once_whoever_looks_and_whoever_takes_it_back()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var (group, _) = await GroupAsync();
        var made = await server.DataAsync(
            "mutation($input: CreateDigestInput!) { createDigest(input: $input) { digest { id } } }", new { input = new { groupId = group, kind = "DAILY", itemCount = 0 } });
        var id = made.GetProperty("createDigest").GetProperty("digest").GetProperty("id").GetString();
        await server.DataAsync("mutation($input: UpdateDigestInput!) { updateDigest(input: $input) { digest { id } } }", new { input = new { id, items = new[] { new { title = "明天见" } } } });
        await server.DataAsync("mutation($id: ID!) { approveDigest(input: { id: $id }) { digest { status } } }", new { id });

        // The clock in several places and an operator who changes their mind, all at once.
        var timers = server.Factory.Services.GetRequiredService<TimerService>();
        var clocks = Enumerable.Range(0, 4).Select(_ => Task.Run(() => timers.RunDueAsync(TestContext.Current.CancellationToken)));
        var revising = Task.Run(() => server.DataAsync("mutation($id: ID!) { reviseDigest(input: { id: $id }) { digest { status } errors { ... on Error { code } } } }", new { id }));
        await Task.WhenAll(clocks);
        var revised = (await revising).GetProperty("reviseDigest");
        var digest = (await server.DataAsync("query($id: ID!) { digestById(id: $id) { status mailing { id recipientCount } } }", new { id })).GetProperty("digestById");
        if (IsDone(revised))
        {
            digest.ShouldBeJson("""{ "status": "DRAFT", "mailing": null }""");
            await server.DataAsync("mutation($id: ID!) { approveDigest(input: { id: $id }) { digest { status } } }", new { id });
        }
        else
        {
            Errors([revised]).Single().ShouldBeOneOf("INVALID_TRANSITION", "STALE_VERSION");
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => timers.RunDueAsync(TestContext.Current.CancellationToken))));
        digest = (await server.DataAsync("query($id: ID!) { digestById(id: $id) { status mailing { id } } }", new { id })).GetProperty("digestById");
        digest.GetProperty("status").GetString().ShouldBe("DELIVERED");
        (await KindsAsync(group)).Count(kind => kind == "DIGEST_DELIVERED").ShouldBe(1);
        var mailings = await server.DataAsync("query($g: ID!) { activities(first: 50, where: { kind: { eq: MAILING_REQUESTED }, group: { id: { eq: $g } } }) { nodes { kind } } }", new { g = group });
        mailings.ShouldBeJson("""{ "activities": { "nodes": [{ "kind": "MAILING_REQUESTED" }] } }""");
    }

    [Fact]
    public async Task All_who_answer_at_once_are_heard_and_one_of_two_answers_that_are_marked_is_the_one()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var (group, members) = await GroupAsync();
        var asked = await server.DataAsync(
            "mutation($input: AskQuestionInput!) { askQuestion(input: $input) { question { id } errors { ... on Error { code } } } }",
            new { input = new { groupId = group, memberId = members[0], topic = "护肤", text = $"敏感肌怎么过冬 {_run}" } });
        var id = asked.GetProperty("askQuestion").GetProperty("question").GetProperty("id").GetString();
        var answered = (await Task.WhenAll(Enumerable.Range(0, Callers).Select(i => Task.Run(() => server.DataAsync(
            "mutation($input: AnswerQuestionInput!) { answerQuestion(input: $input) { answer { id } errors { ... on Error { code } } } }",
            new { input = new { questionId = id, memberId = members[i % 2], text = $"{i}" } }))))).Select(a => a.GetProperty("answerQuestion")).ToList();
        answered.ShouldAllBe(a => IsDone(a));
        var question = await QuestionAsync(id);
        question.GetProperty("answerCount").GetInt32().ShouldBe(Callers);

        var answers = answered.Select(a => a.GetProperty("answer").GetProperty("id").GetString()!).ToList();
        var version = question.GetProperty("version").GetInt64();
        var accepted = (await Task.WhenAll(answers.Select(answer => Task.Run(() => server.DataAsync(
            "mutation($input: AcceptAnswerInput!) { acceptAnswer(input: $input) { question { acceptedAnswer { id } } errors { ... on Error { code } } } }", new { input = new { id = answer, version } })))))
            .Select(a => a.GetProperty("acceptAnswer")).ToList();
        var one = accepted.Single(IsDone).GetProperty("question").GetProperty("acceptedAnswer").GetProperty("id").GetString();
        Errors(accepted).ShouldBe(Enumerable.Repeat("STALE_VERSION", Callers - 1));
        (await QuestionAsync(id)).GetProperty("acceptedAnswer").GetProperty("id").GetString().ShouldBe(one);

        // Without a version the last one holds, and nobody is refused.
        var again = (await Task.WhenAll(answers.Select(answer => Task.Run(() => server.DataAsync(
            "mutation($input: AcceptAnswerInput!) { acceptAnswer(input: $input) { errors { ... on Error { code } } } }", new { input = new { id = answer } })))))
            .Select(a => a.GetProperty("acceptAnswer"));
        again.ShouldAllBe(a => IsDone(a));
    }

    private static bool IsDone(JsonElement answer) => answer.GetProperty("errors").ValueKind == JsonValueKind.Null;

    private static IEnumerable<string> Errors(IEnumerable<JsonElement> answers) =>
        answers.Where(a => !IsDone(a)).Select(a => a.GetProperty("errors")[0].GetProperty("code").GetString()!);

    private async Task<JsonElement> QuestionAsync(string? id) =>
        (await server.DataAsync("query($id: ID!) { questionById(id: $id) { version answerCount acceptedAnswer { id } } }", new { id })).GetProperty("questionById");

    private async Task<string[]> KindsAsync(string group) =>
        [.. (await server.DataAsync(
            "query($g: ID!) { activities(first: 50, where: { group: { id: { eq: $g } }, kind: { in: [DIGEST_DRAFTED, DIGEST_CHANGED, DIGEST_APPROVED, DIGEST_REVISED, DIGEST_DELIVERED] } }) { nodes { kind } } }", new { g = group }))
            .GetProperty("activities").GetProperty("nodes").EnumerateArray().Select(a => a.GetProperty("kind").GetString()!)];

    private async Task<(string Id, string[] Members)> GroupAsync()
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        return (group.Id, await SampleCommunity.AddMembersAsync(server, group.Key, "Ann", "Bob"));
    }

    /// <summary>Everybody at once; what each was answered.</summary>
    private async Task<JsonElement[]> AllAsync(string mutation, object variables) =>
        [.. (await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => server.DataAsync(mutation, variables))))).Select(data => data.EnumerateObject().Single().Value)];
}

/// <summary>On SQLite.</summary>
public sealed class SqliteDigestRaceTests(ClockServerFixture server) : DigestRaceTests(server), IClassFixture<ClockServerFixture>;

/// <summary>On PostgreSQL, where the races are real.</summary>
public sealed class PostgresDigestRaceTests(PostgresServerFixture server) : DigestRaceTests(server), IClassFixture<PostgresServerFixture>
{
    protected override string? SkipReason => PostgresServerFixture.SkipReason;
}
