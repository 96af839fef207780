using Headless.GraphQL.Data.Tests.Model;

namespace Headless.GraphQL.Data.Tests.Projection;

public sealed class ProjectionTests : IDisposable
{
    private readonly CommunitySchema _schema = new();

    public void Dispose() => _schema.Dispose();

    [Fact]
    public async Task Only_the_selected_columns_and_to_one_relations_are_read_in_one_statement()
    {
        var data = await _schema.QueryAsync("{ groups(first: 6) { nodes { name owner { nickname } } } }");

        _schema.Statements.ShouldHaveSingleItem().ShouldStartWith("""
            SELECT "g0"."Name", "m"."Id" IS NOT NULL, "m"."Nickname"
            """);
        var nodes = data.GetProperty("groups").GetProperty("nodes");
        nodes[0].ToString().ShouldBe("""{"name":"group f","owner":{"nickname":"member 01"}}""");
        nodes[5].ToString().ShouldBe("""{"name":"group a","owner":null}""");
    }

    [Fact]
    public async Task A_computed_property_reads_every_column()
    {
        var data = await _schema.QueryAsync("{ groupById(id: 2) { label } }");

        data.ToString().ShouldBe("""{"groupById":{"label":"group e/Flash/200"}}""");
    }

    [Fact]
    public async Task A_resolver_says_which_columns_of_its_parent_it_reads()
    {
        await _schema.QueryAsync("{ groups { nodes { kols { memberId } } } }");
        _schema.Statements[0].ShouldNotContain("Secret");

        await _schema.QueryAsync("{ groups { nodes { allTags { id } } } }");
        _schema.Statements[0].ShouldContain("Secret");
    }

    [Fact]
    public async Task Aliases_fragments_and_edges_are_read_together()
    {
        var data = await _schema.QueryAsync(
            """
            { groups(first: 1) { a: nodes { name } b: nodes { ...Capacity } edges { node { kind } } } }
            fragment Capacity on Group { capacity topic }
            """);

        _schema.Statements.Count.ShouldBe(1);
        data.ToString().ShouldBe(
            """{"groups":{"a":[{"name":"group f"}],"b":[{"capacity":null,"topic":"topic 1"}],"edges":[{"node":{"kind":"VIP"}}]}}""");
    }
}
