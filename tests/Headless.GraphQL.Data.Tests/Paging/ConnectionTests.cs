using System.Text.Json;
using Headless.GraphQL.Data.Tests.Model;

namespace Headless.GraphQL.Data.Tests.Paging;

public sealed class ConnectionTests : IDisposable
{
    private readonly CommunitySchema _schema = new();

    public void Dispose() => _schema.Dispose();

    [Fact]
    public async Task A_page_is_one_statement_and_reads_one_row_more_than_it_has()
    {
        var data = await _schema.QueryAsync("{ groups(first: 2, order: { name: ASC }) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } }");

        data.ToString().ShouldBe("""{"groups":{"nodes":[{"id":6},{"id":5}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false}}}""");
        _schema.Statements.ShouldHaveSingleItem().ShouldBe("""
            SELECT "g"."Id"
            FROM "Groups" AS "g"
            ORDER BY "g"."Name", "g"."Id"
            LIMIT @v_0
            """);
    }

    [Fact]
    public async Task The_total_is_counted_only_when_it_is_selected_and_not_known_already()
    {
        await _schema.QueryAsync("{ groups(first: 2) { nodes { id } } }");
        _schema.Statements.Count.ShouldBe(1);

        var data = await _schema.QueryAsync("query($no: Boolean = false) { groups(first: 2) { totalCount @include(if: $no) nodes { id } } }");
        _schema.Statements.Count.ShouldBe(1);

        data = await _schema.QueryAsync("{ groups(first: 2) { totalCount nodes { id } } }");
        _schema.Statements.Count.ShouldBe(2);
        data.GetProperty("groups").GetProperty("totalCount").GetInt32().ShouldBe(6);

        data = await _schema.QueryAsync("{ groups(first: 20) { totalCount nodes { id } } }");
        _schema.Statements.Count.ShouldBe(1);
        data.GetProperty("groups").GetProperty("totalCount").GetInt32().ShouldBe(6);

        data = await _schema.QueryAsync("{ groups(where: { isOpen: { eq: true } }) { totalCount } }");
        _schema.Statements.ShouldHaveSingleItem().ShouldStartWith("SELECT COUNT(*)");
        data.GetProperty("groups").GetProperty("totalCount").GetInt32().ShouldBe(5);
    }

    [Fact]
    public async Task Pages_have_ten_elements_by_default_and_fifty_at_most()
    {
        using var schema = new CommunitySchema(c => c.AddRange(Enumerable.Range(1, 60).Select(i => new Group { Id = i, Name = $"{i}" })));

        (await schema.QueryAsync("{ groups { nodes { id } } }")).GetProperty("groups").GetProperty("nodes").GetArrayLength().ShouldBe(10);
        (await schema.QueryAsync("{ groups(first: 50) { nodes { id } } }")).GetProperty("groups").GetProperty("nodes").GetArrayLength().ShouldBe(50);
        (await schema.ErrorCodeAsync("{ groups(first: 51) { nodes { id } } }")).ShouldBe("PAGE_SIZE_EXCEEDED");
        (await schema.ErrorCodeAsync("{ groups(last: 2147483647) { nodes { id } } }")).ShouldBe("PAGE_SIZE_EXCEEDED");
        (await schema.ErrorCodeAsync("{ groups(first: -1) { nodes { id } } }")).ShouldBe("PAGE_SIZE_INVALID");
        (await schema.ErrorCodeAsync("{ openGroups(first: 6) { nodes { id } } }")).ShouldBe("PAGE_SIZE_EXCEEDED");
        (await schema.QueryAsync("{ groups(first: 0) { nodes { id } pageInfo { hasNextPage endCursor } } }")).ToString()
            .ShouldBe("""{"groups":{"nodes":[],"pageInfo":{"hasNextPage":true,"endCursor":null}}}""");
        (await schema.QueryAsync("{ groups(first: 5, last: 2) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } }")).ToString()
            .ShouldBe("""{"groups":{"nodes":[{"id":4},{"id":5}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true}}}""");
    }

    [Fact]
    public async Task A_cursor_that_was_changed_made_up_or_taken_from_another_order_is_refused_before_any_statement()
    {
        var data = await _schema.QueryAsync("{ groups(first: 1, order: { name: ASC }) { pageInfo { endCursor } } }");
        var cursor = data.GetProperty("groups").GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
        const string byName = "query($after: String) { groups(after: $after, order: { name: ASC }) { nodes { id } } }";
        const string descending = "query($after: String) { groups(after: $after, order: { name: DESC }) { nodes { id } } }";
        const string byId = "query($before: String) { groups(before: $before) { nodes { id } } }";

        await _schema.QueryAsync(byName, new { after = cursor });
        (await _schema.ErrorCodeAsync(descending, new { after = cursor })).ShouldBe("INVALID_CURSOR");
        (await _schema.ErrorCodeAsync(byId, new { before = cursor })).ShouldBe("INVALID_CURSOR");
        foreach (var forged in new[] { "", "x", "' OR 1=1 --", cursor[..^1], cursor + "A", Changed(cursor), new string('A', 100_000), Convert.ToBase64String("1"u8) })
        {
            (await _schema.ErrorCodeAsync(byName, new { after = forged })).ShouldBe("INVALID_CURSOR");
            _schema.Statements.ShouldBeEmpty();
        }

        static string Changed(string cursor) => cursor[..12] + (cursor[12] == 'A' ? 'B' : 'A') + cursor[13..];
    }

    [Fact]
    public async Task A_cursor_of_a_list_of_another_type_is_refused()
    {
        var data = await _schema.QueryAsync("{ groups(first: 1) { nodes { memberships(first: 1) { pageInfo { endCursor } } } } }");
        var after = data.GetProperty("groups").GetProperty("nodes")[0].GetProperty("memberships").GetProperty("pageInfo").GetProperty("endCursor").GetString();

        (await _schema.ErrorCodeAsync("query($after: String) { groups(after: $after) { nodes { id } } }", new { after })).ShouldBe("INVALID_CURSOR");
        _schema.Statements.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_resolvers_own_order_is_the_lists_order()
    {
        var data = await _schema.QueryAsync("{ openGroups(first: 3) { edges { cursor node { id } } pageInfo { startCursor endCursor } } }");
        var edges = data.GetProperty("openGroups").GetProperty("edges");
        edges.EnumerateArray().Select(e => e.GetProperty("node").GetProperty("id").GetInt64()).ShouldBe([1, 2, 3]);
        data.GetProperty("openGroups").GetProperty("pageInfo").GetProperty("startCursor").GetString().ShouldBe(edges[0].GetProperty("cursor").GetString());

        var next = await _schema.QueryAsync(
            "query($after: String) { openGroups(first: 3, after: $after) { nodes { id } } }", new { after = edges[1].GetProperty("cursor").GetString() });
        next.ToString().ShouldBe("""{"openGroups":{"nodes":[{"id":3},{"id":5},{"id":6}]}}""");
    }

    [Fact]
    public async Task A_page_reads_the_keys_range_first()
    {
        var data = await _schema.QueryAsync("{ groups(first: 1, order: { name: ASC }) { pageInfo { endCursor } } }");
        await _schema.QueryAsync(
            "query($after: String) { groups(first: 1, after: $after, order: { name: ASC }) { nodes { id } } }",
            new { after = data.GetProperty("groups").GetProperty("pageInfo").GetProperty("endCursor").GetString() });

        _schema.Statements.ShouldHaveSingleItem().ShouldContain(
            """WHERE "g"."Name" >= @v_0 AND ("g"."Name" > @v_0 OR "g"."Id" > @v_1)""");
    }

    [Fact]
    public async Task Cursors_that_are_signed_with_a_key_need_that_key()
    {
        const string query = "query($after: String) { groups(first: 1, after: $after) { pageInfo { endCursor } } }";
        using var signed = new CommunitySchema(configure: b => b.ModifyPagingOptions(o => o.CursorSigningKey = new byte[32]));
        var plainCursor = (await _schema.QueryAsync(query)).GetProperty("groups").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var signedCursor = (await signed.QueryAsync(query)).GetProperty("groups").GetProperty("pageInfo").GetProperty("endCursor").GetString();

        (await signed.ErrorCodeAsync(query, new { after = plainCursor })).ShouldBe("INVALID_CURSOR");
        await signed.QueryAsync(query, new { after = signedCursor });
    }

    [Fact]
    public async Task One_element_is_the_first_or_the_only_one_or_null()
    {
        (await _schema.QueryAsync("{ groupById(id: 3) { id name } }")).ToString().ShouldBe("""{"groupById":{"id":3,"name":"group d"}}""");
        (await _schema.QueryAsync("{ groupById(id: 33) { id } }")).ToString().ShouldBe("""{"groupById":null}""");
        (await _schema.QueryAsync("{ group(where: { id: { eq: 2 } }) { id } }")).ToString().ShouldBe("""{"group":{"id":2}}""");
        (await _schema.ErrorCodeAsync("{ group { id } }")).ShouldBe("MORE_THAN_ONE_ELEMENT");
    }
}
