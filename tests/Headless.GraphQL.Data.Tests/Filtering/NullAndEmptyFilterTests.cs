using System.Text.Json;
using Headless.GraphQL.Data.Tests.Model;

namespace Headless.GraphQL.Data.Tests.Filtering;

/// <summary>What is left out, null or empty in a filter: documented in docs/graphql.md, so each line here is a promise.</summary>
public sealed class NullAndEmptyFilterTests : IDisposable
{
    private const string Query = "query($where: GroupFilterInput) { groups(where: $where) { nodes { id } } }";

    /// <summary>Groups 1 (topic a, capacity 1), 2 (topic b) and 3 (capacity 3).</summary>
    private readonly CommunitySchema _schema = new(context => context.AddRange(
        new Group { Id = 1, Name = "one", Topic = "a", Capacity = 1 },
        new Group { Id = 2, Name = "two", Topic = "b" },
        new Group { Id = 3, Name = "three", Capacity = 3, Owner = new Member { Id = 1, Nickname = "owner" } }));

    public void Dispose() => _schema.Dispose();

    [Theory]
    [InlineData("null", "123")]
    [InlineData("{}", "123")]
    [InlineData("""{"and":null,"or":null}""", "123")]
    [InlineData("""{"and":[],"or":[]}""", "123")]
    [InlineData("""{"or":[{}]}""", "123")]
    [InlineData("""{"or":[{},{"id":{"eq":1}}]}""", "1")]
    [InlineData("""{"or":[{"id":{"eq":1}},{"id":{"eq":3}}],"and":[]}""", "13")]
    [InlineData("""{"topic":{}}""", "123")]
    [InlineData("""{"topic":{"or":[],"and":null}}""", "123")]
    [InlineData("""{"topic":{"eq":null}}""", "3")]
    [InlineData("""{"topic":{"neq":null}}""", "12")]
    [InlineData("""{"topic":{"neq":"a"}}""", "23")]
    [InlineData("""{"topic":{"in":[null]}}""", "3")]
    [InlineData("""{"topic":{"in":["a",null]}}""", "13")]
    [InlineData("""{"topic":{"nin":[null]}}""", "12")]
    [InlineData("""{"topic":{"nin":["a"]}}""", "23")]
    [InlineData("""{"topic":{"in":[]}}""", "")]
    [InlineData("""{"topic":{"nin":[]}}""", "123")]
    [InlineData("""{"topic":{"contains":""}}""", "12")]
    [InlineData("""{"topic":{"ncontains":"a"}}""", "23")]
    [InlineData("""{"capacity":{"in":[3,null]}}""", "23")]
    [InlineData("""{"capacity":{"nin":[3,null]}}""", "1")]
    [InlineData("""{"capacity":{"gt":1}}""", "3")]
    [InlineData("""{"capacity":{"ngt":1}}""", "12")]
    [InlineData("""{"owner":{}}""", "123")]
    [InlineData("""{"owner":{"nickname":{"eq":null}}}""", "12")]
    [InlineData("""{"owner":{"nickname":{"neq":"owner"}}}""", "12")]
    [InlineData("""{"memberships":{}}""", "123")]
    [InlineData("""{"memberships":{"any":false}}""", "123")]
    [InlineData("""{"memberships":{"all":{}}}""", "123")]
    [InlineData("""{"memberships":{"some":{}}}""", "")]
    public async Task A_filter_finds(string where, string ids)
    {
        var data = await _schema.QueryAsync(Query, new { where = JsonDocument.Parse(where).RootElement });
        string.Concat(data.GetProperty("groups").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").ToString())).ShouldBe(ids);
    }

    [Theory]
    [InlineData("""{"topic":null}""")]
    [InlineData("""{"owner":null}""")]
    [InlineData("""{"memberships":null}""")]
    [InlineData("""{"memberships":{"some":null}}""")]
    [InlineData("""{"memberships":{"any":null}}""")]
    [InlineData("""{"topic":{"in":null}}""")]
    [InlineData("""{"topic":{"contains":null}}""")]
    [InlineData("""{"capacity":{"gte":null}}""")]
    public async Task A_filter_that_gives_null_where_it_means_nothing_is_refused(string where)
        => (await _schema.ErrorCodeAsync(Query, new { where = JsonDocument.Parse(where).RootElement })).ShouldBe("FILTER_INVALID");

    [Fact]
    public async Task A_variable_that_is_not_given_is_a_condition_that_is_not_there()
    {
        const string query = "query($topic: String) { groups(where: { topic: { eq: $topic } }) { nodes { id } } }";

        (await _schema.QueryAsync(query)).ToString().ShouldBe("""{"groups":{"nodes":[{"id":1},{"id":2},{"id":3}]}}""");
        (await _schema.QueryAsync(query, new { topic = (string?)null })).ToString().ShouldBe("""{"groups":{"nodes":[{"id":3}]}}""");
    }

    [Fact]
    public async Task A_list_of_three_thousand_values_is_refused_before_any_statement()
    {
        var values = Enumerable.Range(0, 3_000).ToArray();

        (await _schema.ErrorCodeAsync(Query, new { where = new { id = new { @in = values } } })).ShouldBe("INVALID_VARIABLES");
        (await _schema.ErrorCodeAsync($"{{ groups(where: {{ id: {{ in: [{string.Join(',', values)}] }} }}) {{ nodes {{ id }} }} }}")).ShouldBe("INVALID_ARGUMENTS");
        _schema.Statements.ShouldBeEmpty();
    }
}
