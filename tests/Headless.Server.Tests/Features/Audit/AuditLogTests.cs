using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.GraphQL.Types;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.Audit;

/// <summary>What mutations leave in the audit log, and who may read it.</summary>
public sealed class AuditLogTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string OfSubject =
        """
        query($id: ID!) {
          auditEntries(subjectId: $id) {
            nodes { mutation action subjectType subjectId count operator { role } apiKey { name } changes { field before after isPersonal isSecret } }
          }
        }
        """;

    [Fact]
    public async Task A_change_is_logged_with_each_value_before_and_after()
    {
        var (_, id) = await SampleCommunity.AddGroupAsync(server);
        var key = await server.CreateKeyAsync(OperatorRole.Lead);
        await server.DataAsync(
            "mutation($input: UpdateGroupInput!) { updateGroup(input: $input) { errors { __typename } } }",
            new { input = new { id, city = "成都", purposes = new[] { "ACTIVATE", "RETAIN" }, positioning = new { why = "to talk" } } },
            key);

        (await server.DataAsync(OfSubject, new { id })).ShouldBeJson(
            $$"""
            { "auditEntries": { "nodes": [{
              "mutation": "updateGroup", "action": "CHANGED", "subjectType": "Group", "subjectId": "{{id}}", "count": 1,
              "operator": { "role": "LEAD" }, "apiKey": { "name": "test" },
              "changes": [
                { "field": "city", "before": null, "after": "成都", "isPersonal": false, "isSecret": false },
                { "field": "purposes", "before": [], "after": ["RETAIN", "ACTIVATE"], "isPersonal": false, "isSecret": false },
                { "field": "positioning.why", "before": null, "after": "to talk", "isPersonal": false, "isSecret": false }] }] } }
            """);
    }

    [Fact]
    public async Task A_new_row_is_logged_with_the_values_that_it_has_and_ids_that_lead_somewhere()
    {
        var (_, groupId) = await SampleCommunity.AddGroupAsync(server);
        var operatorId = (await server.DataAsync("""mutation { createOperator(input: { name: "Wei", role: ADMIN }) { operator { id } } }"""))
            .GetProperty("createOperator").GetProperty("operator").GetProperty("id").GetString()!;
        var assigned = await server.DataAsync(
            "mutation($input: AssignOperatorInput!) { assignOperator(input: $input) { groupAssignment { id since } } }",
            new { input = new { groupId, operatorId, role = "ADMIN" } });
        var assignment = assigned.GetProperty("assignOperator").GetProperty("groupAssignment");
        var id = assignment.GetProperty("id").GetString();
        var log = await server.DataAsync(
            "query($id: ID!) { auditEntries(subjectId: $id) { nodes { mutation action changes { field before after } } } }", new { id });

        var entry = log.GetProperty("auditEntries").GetProperty("nodes").EnumerateArray().ShouldHaveSingleItem();
        entry.GetProperty("action").GetString().ShouldBe("CREATED");
        entry.GetProperty("changes").EnumerateArray().Where(c => c.GetProperty("field").GetString() != "since").Select(c => c.GetRawText()).ShouldBe(
            [
                $$"""{"field":"groupId","before":null,"after":"{{groupId}}"}""",
                $$"""{"field":"operatorId","before":null,"after":"{{operatorId}}"}""",
                """{"field":"role","before":null,"after":"ADMIN"}""",
            ]);
    }

    [Fact]
    public async Task A_row_that_is_gone_is_logged_with_the_values_that_it_had()
    {
        var (group, _) = await SampleCommunity.AddGroupAsync(server);
        var member = await SampleCommunity.AddMemberInAsync(server, group, "Xin");
        var added = await server.DataAsync(
            "mutation($input: AddIdentityInput!) { addIdentity(input: $input) { identity { id } errors { __typename } } }",
            new { input = new { memberId = member, identity = new { platform = "QQ", externalId = Guid.NewGuid().ToString("N") } } });
        var identity = added.GetProperty("addIdentity").GetProperty("identity").GetProperty("id").GetString()!;
        await server.DataAsync("mutation($input: RemoveIdentityInput!) { removeIdentity(input: $input) { errors { __typename } } }", new { input = new { id = identity } });

        var log = await server.DataAsync(
            "query($id: ID!) { auditEntries(subjectId: $id, order: [{ recorded: DESC }], first: 1) { nodes { mutation action member { displayName } changes { field before after } } } }",
            new { id = identity });
        var entry = log.GetProperty("auditEntries").GetProperty("nodes")[0];
        entry.GetProperty("mutation").GetString().ShouldBe("removeIdentity");
        entry.GetProperty("action").GetString().ShouldBe("REMOVED");
        entry.GetProperty("member").GetProperty("displayName").GetString().ShouldBe("Xin");
        entry.GetProperty("changes").EnumerateArray().Single(c => c.GetProperty("field").GetString() == "platform").GetRawText()
            .ShouldBe("""{"field":"platform","before":"QQ","after":null}""");
    }

    [Fact]
    public async Task A_mutation_that_is_refused_leaves_nothing()
    {
        var before = await CountAsync("closeGroup");
        var (_, id) = await SampleCommunity.AddGroupAsync(server, GroupStatus.Archived);
        var answer = await server.DataAsync(
            "mutation($input: CloseGroupInput!) { closeGroup(input: $input) { errors { ... on Error { code } } } }", new { input = new { id } });

        answer.ShouldBeJson("""{ "closeGroup": { "errors": [{ "code": "INVALID_TRANSITION" }] } }""");
        (await CountAsync("closeGroup")).ShouldBe(before);
    }

    [Fact]
    public async Task Of_a_secret_the_log_says_only_that_it_is_there()
    {
        var owner = (await server.DataAsync("""mutation { createOperator(input: { name: "Bot", role: INTEGRATION }) { operator { id } } }"""))
            .GetProperty("createOperator").GetProperty("operator").GetProperty("id").GetString();
        var issued = (await server.DataAsync(
            "mutation($input: IssueApiKeyInput!) { issueApiKey(input: $input) { issuedApiKey { secret apiKey { id } } } }",
            new { input = new { operatorId = owner, name = "sync", scopes = new[] { "READ" } } })).GetProperty("issueApiKey").GetProperty("issuedApiKey");

        var id = issued.GetProperty("apiKey").GetProperty("id").GetString();
        var log = await server.DataAsync("query($id: ID!) { auditEntries(subjectId: $id) { nodes { changes { field before after isSecret } } } }", new { id });
        log.GetProperty("auditEntries").GetProperty("nodes")[0].GetProperty("changes").EnumerateArray()
            .Single(c => c.GetProperty("field").GetString() == "hash").GetRawText()
            .ShouldBe("""{"field":"hash","before":null,"after":null,"isSecret":true}""");

        var secret = issued.GetProperty("secret").GetString()!;
        var hash = Convert.ToBase64String(ApiKey.HashOf(secret));
        await using var db = server.Database.Create(AccessScope.Everything);
        var stored = await db.AuditEntries.Select(e => e.Changes).ToListAsync(TestContext.Current.CancellationToken);
        stored.ShouldAllBe(changes => !changes.Contains(secret) && !changes.Contains(hash));
    }

    [Fact]
    public async Task A_batch_of_reports_is_one_entry()
    {
        var (_, id) = await SampleCommunity.AddGroupAsync(server);
        var source = Guid.NewGuid().ToString("N");
        object Row(string externalId, string name) => new
        {
            kind = "JOIN", externalId, occurredAt = TestClock.UtcNow.AddMinutes(-1), group = new { id }, member = new { platform = "WECHAT", externalId = name },
        };
        await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { errors { __typename } } }",
            new { input = new { source, activities = new[] { Row("1", source + "a"), Row("2", source + "b"), Row("2", source + "c") } } });

        var log = await server.DataAsync(
            """{ auditEntries(where: { mutation: { eq: "recordActivities" } }, order: [{ recorded: DESC }], first: 1) { nodes { action subjectType subjectId count changes { field after } } } }""");
        log.ShouldBeJson(
            $$"""
            { "auditEntries": { "nodes": [{ "action": "BULK", "subjectType": "Activity", "subjectId": null, "count": 2, "changes": [
              { "field": "source", "after": "{{source}}" }, { "field": "accepted", "after": 2 },
              { "field": "duplicates", "after": 1 }, { "field": "rejected", "after": 0 }] }] } }
            """);
    }

    [Fact]
    public async Task Filters_find_what_one_operator_did_by_mutation_and_time()
    {
        var key = await server.CreateKeyAsync(OperatorRole.Lead);
        var operatorId = (await server.DataAsync("{ viewer { operator { id } } }", null, key)).GetProperty("viewer").GetProperty("operator").GetProperty("id").GetString();
        await server.DataAsync("""mutation { createTagGroup(input: { name: "audited group" }) { errors { __typename } } }""", null, key);
        await server.DataAsync("""mutation { createTag(input: { name: "audited" }) { errors { __typename } } }""", null, key);

        const string Query = "query($where: AuditEntryFilterInput) { auditEntries(where: $where) { nodes { mutation } totalCount } }";
        (await server.DataAsync(Query, new { where = new { @operator = new { id = new { eq = operatorId } }, mutation = new { eq = "createTag" } } }))
            .ShouldBeJson("""{ "auditEntries": { "nodes": [{ "mutation": "createTag" }], "totalCount": 1 } }""");
        (await server.DataAsync(Query, new { where = new { @operator = new { id = new { eq = operatorId } }, at = new { lt = TestClock.UtcNow.AddMinutes(-5) } } }))
            .ShouldBeJson("""{ "auditEntries": { "nodes": [], "totalCount": 0 } }""");
        (await server.DataAsync(Query, new { where = new { @operator = new { id = new { eq = operatorId } }, subjectType = new { @in = new[] { "Tag", "TagGroup" } } } }))
            .ShouldBeJson("""{ "auditEntries": { "nodes": [{ "mutation": "createTagGroup" }, { "mutation": "createTag" }], "totalCount": 2 } }""");
    }

    [Fact]
    public async Task What_was_done_to_a_member_is_found_with_what_hangs_on_them()
    {
        var (group, _) = await SampleCommunity.AddGroupAsync(server);
        var member = await SampleCommunity.AddMemberInAsync(server, group, "Hua");
        await server.DataAsync("mutation($input: UpdateMemberInput!) { updateMember(input: $input) { errors { __typename } } }", new { input = new { id = member, city = "杭州" } });
        await server.DataAsync(
            "mutation($input: AddIdentityInput!) { addIdentity(input: $input) { errors { __typename } } }",
            new { input = new { memberId = member, identity = new { platform = "QQ", externalId = Guid.NewGuid().ToString("N") } } });

        (await server.DataAsync("query($id: ID!) { auditEntries(memberId: $id) { nodes { mutation subjectType } } }", new { id = member })).ShouldBeJson(
            """{ "auditEntries": { "nodes": [{ "mutation": "updateMember", "subjectType": "Member" }, { "mutation": "addIdentity", "subjectType": "Identity" }] } }""");
    }

    [Theory]
    [InlineData(OperatorRole.Owner)]
    [InlineData(OperatorRole.Admin)]
    [InlineData(OperatorRole.Analyst)]
    [InlineData(OperatorRole.Integration)]
    public async Task Nobody_but_a_lead_reads_it(OperatorRole role)
    {
        await server.DataAsync($$"""mutation { createTag(input: { name: "seen by {{role}}" }) { errors { __typename } } }""");
        var id = (await server.DataAsync("{ auditEntries(first: 1) { nodes { id } } }")).GetProperty("auditEntries").GetProperty("nodes")[0].GetProperty("id").GetString();
        var key = await server.CreateKeyAsync(role);

        var answer = await server.QueryAsync("{ auditEntries { totalCount } }", null, key);
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        (await server.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id }, key)).ShouldBeJson("""{ "node": null }""");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("R3JvdXA6eA==")]
    public async Task A_subject_that_is_no_id_is_refused(string id)
    {
        var answer = await server.QueryAsync(OfSubject, new { id });
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("INVALID_ID");
    }

    /// <summary>The log names a mutation by its input. An export has the filter of its list beside it.</summary>
    [Fact]
    public async Task Every_mutation_has_an_input_of_its_own_that_is_named_after_it()
    {
        var executor = await server.Factory.Services.GetRequiredService<Headless.GraphQL.IRequestExecutorResolver>()
            .GetRequestExecutorAsync(cancellationToken: TestContext.Current.CancellationToken);
        var mutations = executor.Schema.Types.OfType<FieldsType>().Single(t => t.Name == "Mutation").Fields.ToList();

        mutations.Count.ShouldBeGreaterThan(40);
        mutations.Select(m => $"{m.Name}({string.Join(", ", m.Arguments.Where(a => !(m.Name.StartsWith("export", StringComparison.Ordinal) && a.Name == "where")).Select(a => a.Type.ToString()))})")
            .ShouldBe(mutations.Select(m => $"{m.Name}({char.ToUpperInvariant(m.Name[0])}{m.Name[1..]}Input!)"));
    }

    private async Task<int> CountAsync(string mutation) =>
        (await server.DataAsync("query($m: String!) { auditEntries(where: { mutation: { eq: $m } }) { totalCount } }", new { m = mutation }))
            .GetProperty("auditEntries").GetProperty("totalCount").GetInt32();
}
