using Headless.GraphQL.Data.Tests.Model;

namespace Headless.GraphQL.Data.Tests.Batching;

public sealed class NestedListTests : IDisposable
{
    private readonly CommunitySchema _schema = new();

    public void Dispose() => _schema.Dispose();

    [Fact]
    public async Task A_connection_in_each_of_six_groups_costs_one_statement_more()
    {
        var data = await _schema.QueryAsync(
            "{ groups { nodes { name memberships(first: 2) { nodes { memberId } pageInfo { hasNextPage } } } } }");

        _schema.Statements.Count.ShouldBe(2);
        _schema.Statements[1].ShouldContain("ROW_NUMBER()");
        data.ToString().ShouldBe("");
    }

    [Fact]
    public async Task Lists_of_lists_cost_a_statement_for_each_level()
    {
        var data = await _schema.QueryAsync("{ members { nickname tags { name } } }");

        _schema.Statements.Count.ShouldBe(2);
        data.ToString().ShouldBe("");
    }
}
