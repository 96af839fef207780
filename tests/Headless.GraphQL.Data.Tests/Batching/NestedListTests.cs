using System.Text.Json;
using Headless.GraphQL.Data.Tests.Model;
using Microsoft.EntityFrameworkCore;

namespace Headless.GraphQL.Data.Tests.Batching;

public sealed class NestedListTests : IDisposable
{
    private readonly CommunitySchema _schema = new();

    public void Dispose() => _schema.Dispose();

    private static string Json(object value) => JsonSerializer.Serialize(value);

    [Fact]
    public async Task A_connection_in_each_of_six_groups_costs_one_statement_more()
    {
        var data = await _schema.QueryAsync(
            "{ groups { nodes { name memberships(first: 2) { nodes { memberId } pageInfo { hasNextPage } } } } }");

        _schema.Statements.Count.ShouldBe(2);
        _schema.Statements[1].ShouldContain("ROW_NUMBER()");
        using var context = _schema.Database.CreateContext();
        var expected = context.Groups.Include(g => g.Memberships).OrderBy(g => g.Id).AsEnumerable().Select(g => new
        {
            name = g.Name,
            memberships = new
            {
                nodes = g.Memberships.OrderBy(m => m.Id).Take(2).Select(m => new { memberId = m.MemberId }),
                pageInfo = new { hasNextPage = g.Memberships.Count > 2 },
            },
        });
        data.ToString().ShouldBe(Json(new { groups = new { nodes = expected } }));
    }

    [Fact]
    public async Task Filter_order_and_cursor_hold_for_each_parent()
    {
        const string query = """
            query($after: String) {
              groups(first: 3) { nodes { memberships(first: 3, after: $after, where: { role: { neq: "KOL" } }, order: [{ member: { points: DESC } }, { joinedAt: ASC }]) {
                totalCount nodes { memberId member { nickname } } pageInfo { endCursor hasPreviousPage }
              } } }
            }
            """;
        var first = await _schema.QueryAsync(query);
        _schema.Statements.Count.ShouldBe(3);
        var cursor = first.GetProperty("groups").GetProperty("nodes")[0].GetProperty("memberships").GetProperty("pageInfo").GetProperty("endCursor").GetString();

        var second = await _schema.QueryAsync(query, new { after = cursor });

        using var context = _schema.Database.CreateContext();
        var groups = context.Groups.Include(g => g.Memberships).ThenInclude(m => m.Member).OrderBy(g => g.Id).Take(3).ToList();
        static IEnumerable<Membership> Ordered(Group g) => g.Memberships.Where(m => m.Role != "KOL")
            .OrderByDescending(m => m.Member!.Points).ThenBy(m => m.JoinedAt).ThenBy(m => m.Id);
        var last = Ordered(groups[0]).ElementAt(2);
        var lists = second.GetProperty("groups").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("memberships")).ToList();
        for (var i = 0; i < 3; i++)
        {
            var expected = Ordered(groups[i])
                .SkipWhile(m => (-m.Member!.Points, m.JoinedAt, m.Id).CompareTo((-last.Member!.Points, last.JoinedAt, last.Id)) <= 0)
                .Take(3).Select(m => new { memberId = m.MemberId, member = new { nickname = m.Member!.Nickname } });
            lists[i].GetProperty("nodes").ToString().ShouldBe(Json(expected));
            lists[i].GetProperty("totalCount").GetInt32().ShouldBe(Ordered(groups[i]).Count());
            lists[i].GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean().ShouldBeTrue();
        }
    }

    [Fact]
    public async Task The_last_elements_of_each_parent_come_in_the_order_of_the_list()
    {
        var data = await _schema.QueryAsync("{ groups { nodes { memberships(last: 2) { nodes { memberId } pageInfo { hasPreviousPage } } } } }");

        using var context = _schema.Database.CreateContext();
        var expected = context.Groups.Include(g => g.Memberships).OrderBy(g => g.Id).AsEnumerable().Select(g => new
        {
            memberships = new
            {
                nodes = g.Memberships.OrderBy(m => m.Id).TakeLast(2).Select(m => new { memberId = m.MemberId }),
                pageInfo = new { hasPreviousPage = g.Memberships.Count > 2 },
            },
        });
        data.ToString().ShouldBe(Json(new { groups = new { nodes = expected } }));
    }

    [Fact]
    public async Task Lists_through_a_join_cost_a_statement_for_each_level()
    {
        var data = await _schema.QueryAsync("{ members(order: { nickname: DESC }) { nickname tags(order: { name: DESC }) { name } } }");

        _schema.Statements.Count.ShouldBe(2);
        using var context = _schema.Database.CreateContext();
        var expected = context.Members.Include(m => m.Tags).ThenInclude(t => t.Tag).OrderByDescending(m => m.Nickname).AsEnumerable().Select(m => new
        {
            nickname = m.Nickname,
            tags = m.Tags.Select(t => t.Tag!.Name).OrderDescending().Select(t => new { name = t }),
        });
        data.ToString().ShouldBe(Json(new { members = expected }));
    }

    [Fact]
    public async Task A_relation_of_the_rows_that_are_found_is_read_once_for_all_parents()
    {
        var data = await _schema.QueryAsync("{ members { taggings { tagId } } }");

        _schema.Statements.Count.ShouldBe(2);
        using var context = _schema.Database.CreateContext();
        var expected = context.Members.Include(m => m.Tags).OrderBy(m => m.Id).AsEnumerable()
            .Select(m => new { taggings = m.Tags.OrderBy(t => t.TagId).Select(t => new { tagId = t.TagId }) });
        data.ToString().ShouldBe(Json(new { members = expected }));
    }

    [Fact]
    public async Task The_first_element_of_each_parent_is_the_first_in_the_resolvers_order()
    {
        var data = await _schema.QueryAsync("{ groups { nodes { latestMembership { memberId } } } }");

        _schema.Statements.Count.ShouldBe(2);
        using var context = _schema.Database.CreateContext();
        var expected = context.Groups.Include(g => g.Memberships).OrderBy(g => g.Id).AsEnumerable().Select(g => new
        {
            latestMembership = g.Memberships.OrderByDescending(m => m.MemberId).Select(m => new { memberId = m.MemberId }).FirstOrDefault(),
        });
        data.ToString().ShouldBe(Json(new { groups = new { nodes = expected } }));
    }

    [Fact]
    public async Task A_list_keeps_the_resolvers_own_order_and_condition()
    {
        var data = await _schema.QueryAsync("{ groups { nodes { kols { memberId } } } }");

        _schema.Statements.Count.ShouldBe(2);
        _schema.Statements[1].ShouldNotContain("ROW_NUMBER()");
        using var context = _schema.Database.CreateContext();
        var expected = context.Groups.Include(g => g.Memberships).OrderBy(g => g.Id).AsEnumerable()
            .Select(g => new { kols = g.Memberships.Where(m => m.Role == "KOL").OrderByDescending(m => m.MemberId).Select(m => new { memberId = m.MemberId }) });
        data.ToString().ShouldBe(Json(new { groups = new { nodes = expected } }));
    }

    [Fact]
    public async Task A_query_that_compares_more_than_one_column_is_joined_to_the_parents()
    {
        var data = await _schema.QueryAsync("{ groups { nodes { laterMemberships { memberId } } } }");

        _schema.Statements.Count.ShouldBe(2);
        using var context = _schema.Database.CreateContext();
        var expected = context.Groups.Include(g => g.Memberships).OrderBy(g => g.Id).AsEnumerable().Select(g => new
        {
            laterMemberships = g.Memberships.Where(m => m.MemberId > g.Id + 2).OrderByDescending(m => m.MemberId).Select(m => new { memberId = m.MemberId }),
        });
        data.ToString().ShouldBe(Json(new { groups = new { nodes = expected } }));
    }

    [Fact]
    public async Task A_query_that_compares_with_the_parent_in_any_way_is_joined_to_the_parents()
    {
        var data = await _schema.QueryAsync("{ groups { nodes { id richerMembers { nickname } } } }");

        _schema.Statements.Count.ShouldBe(2);
        using var context = _schema.Database.CreateContext();
        var members = context.Members.ToList();
        var expected = context.Groups.OrderBy(g => g.Id).AsEnumerable().Select(g => new
        {
            id = g.Id,
            richerMembers = members.Where(m => m.Points > g.Id * 5).OrderBy(m => m.Nickname, StringComparer.Ordinal).Select(m => new { nickname = m.Nickname }),
        });
        data.ToString().ShouldBe(Json(new { groups = new { nodes = expected } }));
    }

    [Fact]
    public async Task A_query_that_the_database_cannot_read_for_many_parents_is_read_for_each()
    {
        for (var i = 0; i < 2; i++)
        {
            var data = await _schema.QueryAsync("{ groups { nodes { id poorestRicherMembers(first: 2) { nodes { id } } } } }");

            _schema.Statements.Count.ShouldBe(7);
            using var context = _schema.Database.CreateContext();
            var members = context.Members.ToList();
            var expected = context.Groups.OrderBy(g => g.Id).AsEnumerable().Select(g => new
            {
                id = g.Id,
                poorestRicherMembers = new
                {
                    nodes = members.Where(m => m.Points > g.Id * 5).OrderBy(m => m.Points).ThenBy(m => m.Id).Take(2).Select(m => new { id = m.Id }),
                },
            });
            data.ToString().ShouldBe(Json(new { groups = new { nodes = expected } }));
        }
    }

    [Fact]
    public async Task A_resolver_that_branches_on_its_parent_is_answered_for_each_parent_as_written()
    {
        var data = await _schema.QueryAsync("{ groups { nodes { staff { id } } } }");

        var ids = data.GetProperty("groups").GetProperty("nodes").EnumerateArray()
            .Select(n => string.Join(',', n.GetProperty("staff").EnumerateArray().Select(m => m.GetProperty("id").GetInt64()))).ToList();
        ids.ShouldBe(["1,12", "2", "3,12", "4", "5,12", "6"]);
        _schema.Statements.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_query_that_ignores_its_parent_runs_once()
    {
        var data = await _schema.QueryAsync("{ groups { nodes { allTags { id } } } }");

        _schema.Statements.Count.ShouldBe(2);
        data.GetProperty("groups").GetProperty("nodes").EnumerateArray()
            .ShouldAllBe(n => n.GetProperty("allTags").GetArrayLength() == 5);
    }

    [Fact]
    public async Task Three_levels_cost_three_statements()
    {
        await _schema.QueryAsync("{ groups(first: 4) { nodes { memberships(first: 3) { nodes { member { nickname tags { name } } } } } } }");

        _schema.Statements.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_list_that_is_too_long_is_an_error_of_that_list()
    {
        using var schema = new CommunitySchema(configure: b => b.ModifyDataOptions(o => o.MaxListLength = 3));

        var result = await schema.ExecuteAsync("{ groups { nodes { id kols { memberId } } } }");

        result.GetProperty("errors").EnumerateArray()
            .ShouldAllBe(e => e.GetProperty("extensions").GetProperty("code").GetString() == "LIST_TOO_LONG");
        result.GetProperty("errors").GetArrayLength().ShouldBe(1);
        result.GetProperty("errors")[0].GetProperty("path").ToString().ShouldBe("""["groups","nodes",0,"kols"]""");
    }
}
