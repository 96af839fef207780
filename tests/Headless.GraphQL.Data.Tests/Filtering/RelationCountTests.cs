using Headless.GraphQL.Data.Tests.Model;

namespace Headless.GraphQL.Data.Tests.Filtering;

/// <summary>Totals of lists that are filtered by their relations.</summary>
public sealed class RelationCountTests : IDisposable
{
    private readonly CommunitySchema _schema = new();

    public void Dispose() => _schema.Dispose();

    [Fact]
    public async Task A_count_by_a_relation_looks_the_relation_up_once()
    {
        var data = await _schema.QueryAsync("""{ groups(where: { memberships: { some: { role: { eq: "KOL" } } } }) { totalCount } }""");

        data.GetRawText().ShouldBe("""{"groups":{"totalCount":4}}""");
        var statement = _schema.Statements.ShouldHaveSingleItem();
        statement.ShouldContain("\"g\".\"Id\" IN (");
        statement.ShouldNotContain("EXISTS");
    }

    [Theory]
    [InlineData("""{ memberships: { some: { role: { eq: "KOL" }, memberId: { gt: 5 } } } }""")]
    [InlineData("""{ memberships: { some: { role: { eq: null } } }, isOpen: { eq: true } }""")]
    [InlineData("""{ memberships: { none: { role: { eq: "KOL" } } } }""")]
    [InlineData("""{ memberships: { all: { role: { eq: "KOL" } } } }""")]
    [InlineData("""{ memberships: { any: true } }""")]
    [InlineData("""{ memberships: { some: { member: { tags: { some: { tagId: { eq: 2 } } } } } } }""")]
    [InlineData("""{ or: [{ memberships: { some: { role: { eq: "KOL" } } } }, { name: { eq: "group a" } }] }""")]
    [InlineData("""{ and: [{ memberships: { some: { memberId: { eq: 2 } } } }, { memberships: { some: { memberId: { eq: 3 } } } }] }""")]
    public async Task A_count_by_a_relation_is_the_number_of_rows(string filter)
    {
        var data = await _schema.QueryAsync($$"""{ groups(first: 50, where: {{filter}}) { nodes { id } } }""");
        var rows = data.GetProperty("groups").GetProperty("nodes").GetArrayLength();

        data = await _schema.QueryAsync($$"""{ groups(where: {{filter}}) { totalCount } }""");

        data.GetProperty("groups").GetProperty("totalCount").GetInt32().ShouldBe(rows);
    }
}
