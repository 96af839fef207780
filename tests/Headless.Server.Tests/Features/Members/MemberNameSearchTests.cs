using System.Text.Json;
using System.Text.RegularExpressions;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Members;

/// <summary>Members by a part of their names: what every name says, found by an index of parts of two characters.</summary>
public sealed class MemberNameSearchTests(RecordingServerFixture server) : IClassFixture<RecordingServerFixture>
{
    private const string Search = "query($text: String!) { members(first: 50, where: { displayName: { contains: $text } }, order: [{ displayName: ASC }]) { nodes { displayName } totalCount } }";

    [Fact]
    public async Task Every_part_of_every_name_finds_what_has_it_and_nothing_else()
    {
        string[] names = ["王小明", "小明明", "Li Wei", "LI WEI", "a  b", "100%_[x]", "😀笑", "e", "Ｗide"];
        foreach (var name in names)
        {
            await AddAsync(name);
        }

        var all = (await server.DataAsync("{ members(first: 50, order: [{ displayName: ASC }]) { nodes { displayName } } }")).GetProperty("members").GetProperty("nodes")
            .EnumerateArray().Select(n => n.GetProperty("displayName").GetString()!).ToList();
        string[] parts =
        [
            .. names.SelectMany(name => Enumerable.Range(0, name.Length).SelectMany(start => Enumerable.Range(1, name.Length - start).Select(length => name.Substring(start, length)))),
            "没有此人", "明小", " ", "  ", "%", "w",
        ];
        foreach (var part in parts.Distinct().Where(part => !char.IsLowSurrogate(part[0]) && !char.IsHighSurrogate(part[^1])))
        {
            var found = (await server.DataAsync(Search, new { text = part })).GetProperty("members");
            var expected = all.Where(name => name.Contains(part, StringComparison.Ordinal)).ToList();
            found.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("displayName").GetString()).ShouldBe(expected, part);
            found.GetProperty("totalCount").GetInt32().ShouldBe(expected.Count, part);
        }

        (await FindAsync(string.Empty)).ShouldBe(all);
    }

    [Fact]
    public async Task A_member_is_found_by_the_new_name_and_no_longer_by_the_former_one_however_it_came()
    {
        var id = await AddAsync("旧名字乙");
        await server.DataAsync("mutation($id: ID!) { updateMember(input: { id: $id, displayName: \"新称呼甲\" }) { member { id } errors { __typename } } }", new { id });
        (await FindAsync("名字乙")).ShouldBeEmpty();
        (await FindAsync("称呼甲")).ShouldBe(["新称呼甲"]);

        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        await SampleCommunity.AddMembersAsync(server, groupKey, "导入丙丁");
        (await FindAsync("丙丁")).ShouldBe(["导入丙丁"]);

        await server.DataAsync("mutation($id: ID!) { eraseMember(input: { id: $id }) { member { displayName } errors { __typename } } }", new { id });
        (await FindAsync("称呼甲")).ShouldBeEmpty();
        (await FindAsync("Erased mem")).ShouldBe(["Erased member"]);
    }

    [Fact]
    public async Task An_owner_finds_their_members_only_and_of_stays_the_name_is_found_too()
    {
        var (mineKey, mine) = await SampleCommunity.AddGroupAsync(server);
        var (otherKey, _) = await SampleCommunity.AddGroupAsync(server);
        await SampleCommunity.AddMembersAsync(server, mineKey, "共名戊己");
        await SampleCommunity.AddMembersAsync(server, otherKey, "共名庚辛");
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mineKey);
        (await FindAsync("共名", owner)).ShouldBe(["共名戊己"]);
        (await FindAsync("共名")).ShouldBe(["共名庚辛", "共名戊己"]);
        (await server.DataAsync(
            "query($id: ID!) { groupById(id: $id) { memberships(where: { member: { or: [{ displayName: { contains: \"戊己\" } }, { displayName: { contains: \"庚辛\" } }] } }) { nodes { member { displayName } } } } }", new { id = mine }))
            .ShouldBeJson("""{ "groupById": { "memberships": { "nodes": [{ "member": { "displayName": "共名戊己" } }] } } }""");
        (await server.DataAsync(
            "query($id: ID!) { groupById(id: $id) { memberships(where: { member: { displayName: { ncontains: \"戊己\" } } }) { nodes { member { displayName } } } } }", new { id = mine }))
            .ShouldBeJson("""{ "groupById": { "memberships": { "nodes": [] } } }""");
    }

    [Fact]
    public async Task The_names_are_looked_up_and_not_all_read()
    {
        var statements = await server.RecordAsync(() => server.DataAsync("{ members(where: { displayName: { contains: \"浩然思\" } }) { nodes { displayName } } }"));
        var list = statements.Single(s => s.Contains("\"DisplayName\"", StringComparison.Ordinal));
        list.ShouldContain("FROM \"SearchTerms\"");
        var plan = await ExplainAsync(list);
        plan.ShouldContain(step => step.Contains("SEARCH m USING INTEGER PRIMARY KEY", StringComparison.Ordinal), string.Join('\n', plan));
        plan.ShouldNotContain(step => step.StartsWith("SCAN m", StringComparison.Ordinal), string.Join('\n', plan));
    }

    private async Task<List<string>> ExplainAsync(string statement)
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        foreach (var name in Regex.Matches(statement, @"@\w+").Select(m => m.Value).Distinct())
        {
            command.Parameters.AddWithValue(name, 1);
        }

        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }

    private async Task<List<string>> FindAsync(string text, string? apiKey = null) =>
        [.. (await server.DataAsync(Search, new { text }, apiKey)).GetProperty("members").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("displayName").GetString()!)];

    private async Task<string> AddAsync(string name)
    {
        var added = (await server.DataAsync("mutation($name: String!) { createMember(input: { displayName: $name }) { member { id } errors { __typename } } }", new { name })).GetProperty("createMember");
        added.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, added.ToString());
        return added.GetProperty("member").GetProperty("id").GetString()!;
    }
}
