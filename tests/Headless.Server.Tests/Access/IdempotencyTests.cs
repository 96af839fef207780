using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Tests.Transport;
using Headless.Server.Timers;
using Headless.Server.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Access;

/// <summary>A mutation that is sent again under its key changes nothing and answers the same, byte for byte.</summary>
public sealed class IdempotencyTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Mutation = "mutation($input: CreateTagInput!) { createTag(input: $input) { tag { id name createdAt } errors { __typename ... on Error { code } } } }";

    [Fact]
    public async Task Promise_4_a_repetition_gets_the_same_answer_and_changes_nothing()
    {
        var (key, name) = (NewKey(), NewKey());
        using var first = await SendAsync(key, Mutation, new { input = new { name } });
        using var second = await SendAsync(key, Mutation, new { input = new { name } });
        using var third = await SendAsync($"\"{key}\"", Mutation, new { input = new { name } });

        var answer = await BytesAsync(first);
        answer.ShouldBe(await BytesAsync(second));
        answer.ShouldBe(await BytesAsync(third));
        JsonDocument.Parse(answer).RootElement.GetProperty("data").GetProperty("createTag").GetProperty("tag").GetProperty("name").GetString().ShouldBe(name);
        first.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await CountAsync(name)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused()
    {
        var (key, name) = (NewKey(), NewKey());
        using var first = await SendAsync(key, Mutation, new { input = new { name } });

        using var variables = await SendAsync(key, Mutation, new { input = new { name = NewKey() } });
        using var document = await SendAsync(key, Mutation.Replace("createdAt ", string.Empty, StringComparison.Ordinal), new { input = new { name } });

        foreach (var refused in new[] { variables, document })
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await CodeAsync(refused)).ShouldBe("IDEMPOTENCY_KEY_REUSED");
        }
    }

    [Fact]
    public async Task The_order_of_requests_of_other_callers_with_the_same_key_does_not_matter()
    {
        var key = NewKey();
        var (one, other) = (await server.CreateKeyAsync(OperatorRole.Lead), await server.CreateKeyAsync(OperatorRole.Lead));
        var (mine, theirs) = (NewKey(), NewKey());

        using var first = await SendAsync(key, Mutation, new { input = new { name = mine } }, one);
        using var second = await SendAsync(key, Mutation, new { input = new { name = theirs } }, other);

        (await CountAsync(mine)).ShouldBe(1);
        (await CountAsync(theirs)).ShouldBe(1);
    }

    [Fact]
    public async Task A_rotated_key_is_still_the_same_caller()
    {
        var (key, name) = (NewKey(), NewKey());
        var secret = await server.CreateKeyAsync(OperatorRole.Lead);
        using var first = await SendAsync(key, Mutation, new { input = new { name } }, secret);
        var id = (await server.DataAsync("{ viewer { apiKey { id } } }", null, secret)).GetProperty("viewer").GetProperty("apiKey").GetProperty("id").GetString();
        var rotated = (await server.DataAsync("mutation($i: RotateApiKeyInput!) { rotateApiKey(input: $i) { issuedApiKey { secret } } }", new { i = new { id, overlapMinutes = 0 } }, secret))
            .GetProperty("rotateApiKey").GetProperty("issuedApiKey").GetProperty("secret").GetString()!;

        using var second = await SendAsync(key, Mutation, new { input = new { name } }, rotated);

        (await BytesAsync(second)).ShouldBe(await BytesAsync(first));
    }

    [Fact]
    public async Task Promise_4_twenty_identical_requests_at_once_make_one_row_and_one_event()
    {
        var (key, name) = (NewKey(), NewKey());
        var input = new { platform = "QQ", externalId = name, name };
        const string CreateGroup = "mutation($input: CreateGroupInput!) { createGroup(input: $input) { group { id } errors { __typename } } }";

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(key, CreateGroup, new { input })));

        List<string> answers = [];
        foreach (var response in responses)
        {
            if (response.StatusCode == HttpStatusCode.Conflict)
            {
                (await CodeAsync(response)).ShouldBe("IDEMPOTENCY_KEY_IN_USE");
                response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
            }
            else
            {
                answers.Add(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            }

            response.Dispose();
        }

        answers.Distinct().ShouldHaveSingleItem().ShouldContain("\"errors\":null");
        var id = JsonDocument.Parse(answers[0]).RootElement.GetProperty("data").GetProperty("createGroup").GetProperty("group").GetProperty("id").GetString();
        var data = await server.DataAsync(
            "query($n: String!, $id: ID!) { groups(where: { name: { eq: $n } }) { totalCount } groupById(id: $id) { activities { nodes { kind } } } }", new { n = name, id });
        data.ShouldBeJson("""{ "groups": { "totalCount": 1 }, "groupById": { "activities": { "nodes": [{ "kind": "GROUP_CREATED" }] } } }""");

        using var later = await SendAsync(key, CreateGroup, new { input });
        (await later.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(answers[0]);
    }

    [Fact]
    public async Task Several_mutations_of_a_document_go_under_one_key()
    {
        var (key, name) = (NewKey(), NewKey());
        const string Two = "mutation($a: CreateTagInput!, $b: CreateTagInput!) { a: createTag(input: $a) { tag { id } errors { __typename } } b: createTag(input: $b) { tag { id } errors { __typename } } }";
        var variables = new { a = new { name = name + "a" }, b = new { name = name + "b" } };

        using var first = await SendAsync(key, Two, variables);
        using var second = await SendAsync(key, Two, variables);

        (await BytesAsync(second)).ShouldBe(await BytesAsync(first));
        (await CountAsync(name + "a")).ShouldBe(1);
        (await CountAsync(name + "b")).ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_mutation_leaves_its_key_free_to_be_sent_again_corrected()
    {
        var (key, name) = (NewKey(), NewKey());
        using var refused = await SendAsync(key, Mutation, new { input = new { name = string.Empty } });
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("INVALID_INPUT");

        using var corrected = await SendAsync(key, Mutation, new { input = new { name } });

        (await corrected.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"errors\":null");
        (await CountAsync(name)).ShouldBe(1);
    }

    [Fact]
    public async Task Reports_and_joins_go_under_a_key_too()
    {
        var (_, groupId) = await SampleCommunity.AddGroupAsync(server);
        var (key, source) = (NewKey(), NewKey());
        const string Record = "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount duplicateCount } } }";
        var variables = new
        {
            input = new
            {
                source,
                activities = new[] { new { kind = "JOIN", externalId = "1", occurredAt = TestClock.UtcNow.AddMinutes(-1), group = new { id = groupId }, member = new { platform = "QQ", externalId = source } } },
            },
        };

        using var first = await SendAsync(key, Record, variables);
        using var second = await SendAsync(key, Record, variables);

        (await BytesAsync(second)).ShouldBe(await BytesAsync(first));
        (await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"acceptedCount\":1,\"duplicateCount\":0");
    }

    /// <summary>A change without an answer: the process ended in between.</summary>
    [Theory]
    [InlineData(10, "IDEMPOTENCY_KEY_IN_USE")]
    [InlineData(600, "IDEMPOTENCY_ANSWER_LOST")]
    public async Task A_mutation_whose_answer_was_lost_does_not_run_again(int secondsAgo, string code)
    {
        var (key, name) = (NewKey(), NewKey());
        using (await SendAsync(key, Mutation, new { input = new { name } }))
        {
        }

        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var id = await db.MutationReceipts.MaxAsync(r => r.Id, ct);
                await db.MutationReceipts.Where(r => r.Id == id)
                    .ExecuteUpdateAsync(s => s.SetProperty(r => r.Answer, (byte[]?)null).SetProperty(r => r.CreatedAt, TestClock.UtcNow.UtcDateTime.AddSeconds(-secondsAgo)), ct);
                await db.Tags.Where(t => t.Name == name).ExecuteDeleteAsync(ct);
            },
            TestContext.Current.CancellationToken);

        using var again = await SendAsync(key, Mutation, new { input = new { name } });
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await CodeAsync(again)).ShouldBe(code);
        (await CountAsync(name)).ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_is_kept_so_that_only_its_key_reads_it()
    {
        var key = NewKey();
        var owner = (await server.DataAsync("""mutation { createOperator(input: { name: "Bot", role: INTEGRATION }) { operator { id } } }"""))
            .GetProperty("createOperator").GetProperty("operator").GetProperty("id").GetString();
        using var issued = await SendAsync(
            key,
            "mutation($i: IssueApiKeyInput!) { issueApiKey(input: $i) { issuedApiKey { secret } } }",
            new { i = new { operatorId = owner, name = "sync", scopes = new[] { "READ" } } });
        var secret = JsonDocument.Parse(await BytesAsync(issued)).RootElement.GetProperty("data").GetProperty("issueApiKey").GetProperty("issuedApiKey").GetProperty("secret").GetString()!;

        await using var db = server.Database.Create(AccessScope.Everything);
        var kept = await db.MutationReceipts.OrderByDescending(r => r.Id).FirstAsync(TestContext.Current.CancellationToken);
        System.Text.Encoding.UTF8.GetString(kept.Answer!).ShouldNotContain(secret);
        MutationReceipts.Read(new MutationClaim(kept.OperatorId, NewKey()), kept.Answer!).ShouldBeNull();
        System.Text.Encoding.UTF8.GetString(MutationReceipts.Read(new MutationClaim(kept.OperatorId, key), kept.Answer!)!).ShouldContain(secret);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("é")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        using var refused = await PostAsync(new { query = Mutation, variables = new { input = new { name = NewKey() } }, extensions = new { idempotencyKey = key } });
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CodeAsync(refused)).ShouldBe("IDEMPOTENCY_KEY_INVALID");
    }

    [Fact]
    public async Task A_key_may_come_in_the_extensions_and_over_a_socket()
    {
        var (key, name) = (NewKey(), NewKey());
        var payload = new { query = Mutation, variables = new { input = new { name } }, extensions = new { idempotencyKey = key } };
        using var first = await PostAsync(payload);
        var sockets = server.Factory.Server.CreateWebSocketClient();
        sockets.SubProtocols.Add("graphql-transport-ws");
        using var socket = await SocketClient.InitialiseAsync(
            await sockets.ConnectAsync(new Uri(server.Factory.Server.BaseAddress, "/graphql"), TestContext.Current.CancellationToken), "{}");

        await socket.SendAsync(JsonSerializer.Serialize(new { id = "1", type = "subscribe", payload }));

        (await socket.ReceiveAsync()).ShouldBe($$"""{"id":"1","type":"next","payload":{{System.Text.Encoding.UTF8.GetString(await BytesAsync(first))}}""" + "}");
        (await CountAsync(name)).ShouldBe(1);
    }

    [Fact]
    public async Task Two_keys_in_one_request_are_refused()
    {
        using var client = server.Factory.CreateClient();
        client.DefaultRequestHeaders.Add("Idempotency-Key", NewKey());
        using var refused = await client.PostAsJsonAsync(
            "/graphql", new { query = Mutation, variables = new { input = new { name = NewKey() } }, extensions = new { idempotencyKey = NewKey() } }, TestContext.Current.CancellationToken);
        (await CodeAsync(refused)).ShouldBe("IDEMPOTENCY_KEY_INVALID");
    }

    [Fact]
    public async Task A_query_takes_no_notice_of_a_key()
    {
        var key = NewKey();
        using var first = await SendAsync(key, "{ viewer { role } }", new { });
        using var second = await SendAsync(key, "{ __typename }", new { });
        (await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"data":{"__typename":"Query"}}""");
    }

    [Fact]
    public async Task Answers_are_forgotten_after_their_time_and_the_key_means_another_request()
    {
        var (key, name) = (NewKey(), NewKey());
        using (await SendAsync(key, Mutation, new { input = new { name } }))
        {
        }

        await server.Database.WriteAsync(
            AccessScope.Everything,
            (db, ct) => db.MutationReceipts.ExecuteUpdateAsync(s => s.SetProperty(r => r.CreatedAt, TestClock.UtcNow.UtcDateTime.AddDays(-1).AddMinutes(-1)), ct),
            TestContext.Current.CancellationToken);
        await server.Factory.Services.GetRequiredService<TimerService>().RunDueAsync(TestContext.Current.CancellationToken);

        using var again = await SendAsync(key, Mutation, new { input = new { name = name + "2" } });
        (await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"errors\":null");
    }

    [Fact]
    public void A_time_that_is_shorter_than_a_mutation_may_take_stops_the_start() =>
        Should.Throw<InvalidOperationException>(() => IdempotencyOptions.From(new ConfigurationBuilder().AddInMemoryCollection([new("Idempotency:KeepFor", "00:01:00")]).Build()))
            .Message.ShouldStartWith("Idempotency:KeepFor has to be");

    private static string NewKey() => Guid.NewGuid().ToString("N");

    private async Task<HttpResponseMessage> SendAsync(string key, string query, object variables, string? apiKey = null)
    {
        using var client = server.Factory.CreateClient();
        client.DefaultRequestHeaders.Add("Idempotency-Key", key);
        if (apiKey is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        }

        return await client.PostAsJsonAsync("/graphql", new { query, variables }, TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> PostAsync(object payload)
    {
        using var client = server.Factory.CreateClient();
        return await client.PostAsJsonAsync("/graphql", payload, TestContext.Current.CancellationToken);
    }

    private async Task<int> CountAsync(string name) =>
        (await server.DataAsync("query($n: String!) { tags(where: { name: { eq: $n } }) { totalCount } }", new { n = name })).GetProperty("tags").GetProperty("totalCount").GetInt32();

    private static Task<byte[]> BytesAsync(HttpResponseMessage response) => response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

    private static async Task<string> CodeAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await BytesAsync(response)).RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!;
}
