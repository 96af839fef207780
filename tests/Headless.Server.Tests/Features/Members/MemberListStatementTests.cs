using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Members;

/// <summary>What a list of members costs: the number of statements does not grow with its length.</summary>
public sealed class MemberListStatementTests(RecordingServerFixture server) : IClassFixture<RecordingServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_list_of_members_with_tags_identities_and_memberships_is_one_statement_for_each_of_them()
    {
        // A key is looked up once, the development's caller with every request.
        var key = await server.CreateKeyAsync(OperatorRole.Lead);
        var (groupKey, group) = await SampleCommunity.AddGroupAsync(server);
        var memberIds = await SampleCommunity.AddMembersAsync(server, groupKey, [.. Enumerable.Range(0, 20).Select(i => $"{_run} {i:00}")]);
        await server.DataAsync(
            """
            mutation($name: String!) { createTag(input: { name: $name }) { tag { id } } }
            """,
            new { name = _run }, key);
        var tag = (await server.DataAsync("query($name: String!) { tags(where: { name: { eq: $name } }) { nodes { id } } }", new { name = _run }, key))
            .GetProperty("tags").GetProperty("nodes")[0].GetProperty("id").GetString()!;
        await server.DataAsync(
            "mutation($memberIds: [ID!]!, $tagIds: [ID!]!) { addMemberTags(input: { memberIds: $memberIds, tagIds: $tagIds }) { result { changed } } }",
            new { memberIds, tagIds = new[] { tag } });

        JsonElement list = default;
        var statements = await server.RecordAsync(async () => list = await server.DataAsync(
            """
            query($group: ID!) {
              members(first: 20, where: { memberships: { some: { group: { id: { eq: $group } } } } }, order: [{ displayName: DESC }]) {
                nodes {
                  displayName
                  tags { name tagGroup { name } }
                  identities(first: 5) { nodes { externalId } }
                  memberships(first: 5) { nodes { group { id } } }
                  memberTags(first: 5) { nodes { source } }
                }
              }
            }
            """,
            new { group },
            key));
        var nodes = list.GetProperty("members").GetProperty("nodes");
        nodes.GetArrayLength().ShouldBe(20);
        foreach (var node in nodes.EnumerateArray())
        {
            node.GetProperty("tags").ShouldBeJson($$"""[{ "name": "{{_run}}", "tagGroup": null }]""");
            node.GetProperty("identities").GetProperty("nodes").GetArrayLength().ShouldBe(1);
            node.GetProperty("memberships").ShouldBeJson($$"""{ "nodes": [{ "group": { "id": "{{group}}" } }] }""");
            node.GetProperty("memberTags").ShouldBeJson("""{ "nodes": [{ "source": "MANUAL" }] }""");
        }

        // Members, tags, identities, memberships, their groups, member tags.
        statements.Count.ShouldBe(6, string.Join("\n\n", statements));
    }

    [Fact]
    public async Task Adding_tags_to_many_members_reads_a_few_times_whatever_their_number()
    {
        var key = await server.CreateKeyAsync(OperatorRole.Lead);
        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        var memberIds = await SampleCommunity.AddMembersAsync(server, groupKey, [.. Enumerable.Range(0, 50).Select(i => $"{_run} {i:00}")]);
        var tag = (await server.DataAsync("mutation($name: String!) { createTag(input: { name: $name }) { tag { id } } }", new { name = $"many-{_run}" }, key))
            .GetProperty("createTag").GetProperty("tag").GetProperty("id").GetString()!;

        JsonElement data = default;
        var statements = await server.RecordAsync(async () => data = await server.DataAsync(
            "mutation($memberIds: [ID!]!, $tagIds: [ID!]!) { addMemberTags(input: { memberIds: $memberIds, tagIds: $tagIds }) { result { changed rejected } } }",
            new { memberIds, tagIds = new[] { tag } },
            key));
        data.ShouldBeJson("""{ "addMemberTags": { "result": { "changed": 50, "rejected": 0 } } }""");
        statements.Count(s => s.TrimStart().StartsWith("SELECT", StringComparison.Ordinal)).ShouldBe(3, string.Join("\n\n", statements));
    }
}
