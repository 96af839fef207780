using Headless.GraphQL.Data.Tests.Model;

namespace Headless.GraphQL.Data.Tests;

public sealed class InMemoryListTests : IDisposable
{
    private readonly CommunitySchema _schema = new();

    public void Dispose() => _schema.Dispose();

    [Fact]
    public async Task A_list_from_memory_is_filtered_sorted_and_paged()
    {
        var data = await _schema.QueryAsync(
            """{ coupons(first: 2, where: { code: { in: ["a", "b"] } }, order: [{ code: ASC }, { groupId: DESC }]) { totalCount edges { cursor node { code } } pageInfo { hasNextPage } } }""");
        data.GetProperty("coupons").GetProperty("totalCount").GetInt32().ShouldBe(3);
        data.GetProperty("coupons").GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBeTrue();
        var edges = data.GetProperty("coupons").GetProperty("edges");
        edges.EnumerateArray().Select(e => e.GetProperty("node").GetProperty("code").GetString()).ShouldBe(["a", "a"]);

        var next = await _schema.QueryAsync(
            "query($after: String) { coupons(after: $after, order: { code: ASC }) { nodes { code } pageInfo { hasPreviousPage } } }",
            new { after = edges[1].GetProperty("cursor").GetString() });
        next.ToString().ShouldBe("""{"coupons":{"nodes":[{"code":"b"}],"pageInfo":{"hasPreviousPage":true}}}""");
        (await _schema.ErrorCodeAsync("""{ coupons(after: "x") { nodes { code } } }""")).ShouldBe("INVALID_CURSOR");
    }

    [Fact]
    public async Task Ids_in_filters_are_global_ids_of_the_right_type()
    {
        var data = await _schema.QueryAsync("{ coupons { nodes { id groupId } } }");
        var first = data.GetProperty("coupons").GetProperty("nodes")[0];
        const string byId = "query($id: ID) { coupons(where: { id: { eq: $id } }) { nodes { code } } }";
        const string byGroup = "query($ids: [ID]) { coupons(where: { groupId: { in: $ids } }) { nodes { code } } }";

        (await _schema.QueryAsync(byId, new { id = first.GetProperty("id").GetString() })).ToString()
            .ShouldBe("""{"coupons":{"nodes":[{"code":"b"}]}}""");
        (await _schema.QueryAsync(byGroup, new { ids = new[] { first.GetProperty("groupId").GetString() } })).ToString()
            .ShouldBe("""{"coupons":{"nodes":[{"code":"b"},{"code":"a"}]}}""");
        (await _schema.ErrorCodeAsync(byId, new { id = first.GetProperty("groupId").GetString() })).ShouldBe("FILTER_INVALID");
        (await _schema.ErrorCodeAsync(byId, new { id = "1" })).ShouldBe("FILTER_INVALID");
    }

    [Fact]
    public async Task A_query_without_any_attribute_is_read_once_for_all_parents()
    {
        var data = await _schema.QueryAsync("{ plainTags { name members { id } } }");

        _schema.Statements.Count.ShouldBe(2);
        data.GetProperty("plainTags")[1].ToString().ShouldBe("""{"name":"tag2","members":[{"id":3},{"id":6},{"id":9},{"id":12}]}""");
    }
}
