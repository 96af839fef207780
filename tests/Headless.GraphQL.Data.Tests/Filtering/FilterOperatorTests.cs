using System.Text.Json;
using Headless.GraphQL.Data.Tests.Model;
using Microsoft.EntityFrameworkCore;

namespace Headless.GraphQL.Data.Tests.Filtering;

public sealed class FilterOperatorTests : IDisposable
{
    private readonly CommunitySchema _schema = new();

    public void Dispose() => _schema.Dispose();

    private async Task AssertAsync(string filter, Func<Group, bool> expected)
    {
        var data = await _schema.QueryAsync($"{{ groups(where: {filter}) {{ nodes {{ id }} }} }}");
        var ids = data.GetProperty("groups").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetInt64());
        using var context = _schema.Database.CreateContext();
        var groups = context.Groups.Include(g => g.Owner).Include(g => g.Memberships).ThenInclude(m => m.Member).OrderBy(g => g.Id).ToList();
        ids.ShouldBe(groups.Where(expected).Select(g => g.Id), $"{filter}: {_schema.Statements.FirstOrDefault()}");
    }

    [Fact]
    public async Task Text_operations_compare_by_code_point_and_negations_hold_for_null()
    {
        await AssertAsync("""{ name: { eq: "group e" } }""", g => g.Name == "group e");
        await AssertAsync("""{ name: { eq: "Group e" } }""", _ => false);
        await AssertAsync("""{ topic: { neq: "topic 1" } }""", g => g.Topic != "topic 1");
        await AssertAsync("""{ topic: { in: ["topic 1", null] } }""", g => g.Topic is "topic 1" or null);
        await AssertAsync("""{ topic: { nin: ["topic 1"] } }""", g => g.Topic != "topic 1");
        await AssertAsync("""{ topic: { contains: "pic" } }""", g => g.Topic?.Contains("pic") == true);
        await AssertAsync("""{ topic: { ncontains: "1" } }""", g => g.Topic?.Contains('1') != true);
        await AssertAsync("""{ topic: { startsWith: "topic" } }""", g => g.Topic?.StartsWith("topic", StringComparison.Ordinal) == true);
        await AssertAsync("""{ topic: { startsWith: "TOPIC" } }""", _ => false);
        await AssertAsync("""{ topic: { nstartsWith: "topic 1" } }""", g => g.Topic?.StartsWith("topic 1", StringComparison.Ordinal) != true);
        await AssertAsync("""{ topic: { endsWith: "1" } }""", g => g.Topic?.EndsWith('1') == true);
        await AssertAsync("""{ topic: { endsWith: "a much longer text than any topic" } }""", _ => false);
        await AssertAsync("""{ topic: { nendsWith: "1" } }""", g => g.Topic?.EndsWith('1') != true);
        await AssertAsync("""{ topic: { startsWith: "" } }""", g => g.Topic is not null);
        await AssertAsync("""{ name: { or: [{ endsWith: "a" }, { endsWith: "b" }] } }""", g => g.Name[^1] is 'a' or 'b');
        await AssertAsync("""{ name: { startsWith: "group", endsWith: "a" } }""", g => g.Name == "group a");
    }

    [Fact]
    public async Task Numbers_dates_and_ids_compare_by_value_and_negations_hold_for_null()
    {
        await AssertAsync("{ capacity: { gt: 200 } }", g => g.Capacity > 200);
        await AssertAsync("{ capacity: { ngt: 200 } }", g => !(g.Capacity > 200));
        await AssertAsync("{ capacity: { gte: 200 } }", g => g.Capacity >= 200);
        await AssertAsync("{ capacity: { ngte: 400 } }", g => !(g.Capacity >= 400));
        await AssertAsync("{ capacity: { lt: 400 } }", g => g.Capacity < 400);
        await AssertAsync("{ capacity: { nlt: 400 } }", g => !(g.Capacity < 400));
        await AssertAsync("{ capacity: { lte: 400 } }", g => g.Capacity <= 400);
        await AssertAsync("{ capacity: { nlte: 400 } }", g => !(g.Capacity <= 400));
        await AssertAsync("{ capacity: { in: [200, 600, null] } }", g => g.Capacity is 200 or 600 or null);
        await AssertAsync("{ capacity: { nin: [200] } }", g => g.Capacity != 200);
        await AssertAsync("{ capacity: { nin: [] } }", _ => true);
        await AssertAsync("{ capacity: { in: [] } }", _ => false);
        await AssertAsync("{ budget: { gt: 4.5, lte: 7.5 } }", g => g.Budget is > 4.5m and <= 7.5m);
        await AssertAsync("{ budget: { in: [4.5, 6.0] } }", g => g.Budget is 4.5m or 6m);
        await AssertAsync("{ score: { gte: 0.75 } }", g => g.Score >= 0.75);
        await AssertAsync("""{ openedAt: { gt: "2026-01-03T08:00:00Z" } }""", g => g.OpenedAt > new DateTime(2026, 1, 3, 8, 0, 0));
        await AssertAsync("""{ openedAt: { in: ["2026-01-03T09:00:00+01:00"] } }""", g => g.Id == 3);
        await AssertAsync("""{ closesOn: { nlt: "2027-01-03" } }""", g => !(g.ClosesOn < new DateOnly(2027, 1, 3)));
        await AssertAsync("{ id: { in: [2, 3] } }", g => g.Id is 2 or 3);
        await AssertAsync("""{ code: { eq: "00000002-0000-0000-0000-000000000000" } }""", g => g.Id == 2);
    }

    [Fact]
    public async Task Null_is_a_value_for_equality_only()
    {
        await AssertAsync("{ topic: { eq: null } }", g => g.Topic is null);
        await AssertAsync("{ topic: { neq: null } }", g => g.Topic is not null);
        await AssertAsync("{ capacity: { eq: null } }", g => g.Capacity is null);
        await AssertAsync("{ score: { eq: null } }", _ => false);
        await AssertAsync("{ score: { neq: null } }", _ => true);
        await AssertAsync("null", _ => true);
        await AssertAsync("{}", _ => true);
        await AssertAsync("{ or: null, and: [] }", _ => true);
        (await _schema.ErrorCodeAsync("{ groups(where: { topic: null }) { nodes { id } } }")).ShouldBe("FILTER_INVALID");
        (await _schema.ErrorCodeAsync("{ groups(where: { topic: { contains: null } }) { nodes { id } } }")).ShouldBe("FILTER_INVALID");
        (await _schema.ErrorCodeAsync("{ groups(where: { capacity: { gt: null } }) { nodes { id } } }")).ShouldBe("FILTER_INVALID");
        (await _schema.ErrorCodeAsync("{ groups(where: { capacity: { in: null } }) { nodes { id } } }")).ShouldBe("FILTER_INVALID");
    }

    [Fact]
    public async Task Enums_and_booleans_compare_by_name_in_the_schema()
    {
        await AssertAsync("{ kind: { eq: VIP } }", g => g.Kind == GroupKind.Vip);
        await AssertAsync("{ kind: { nin: [VIP, FLASH] } }", g => g.Kind == GroupKind.Traffic);
        await AssertAsync("{ isOpen: { neq: true } }", g => !g.IsOpen);
    }

    [Fact]
    public async Task Filters_combine_and_reach_through_relations()
    {
        await AssertAsync("{ or: [{ kind: { eq: VIP } }, { and: [{ isOpen: { eq: true } }, { id: { gt: 4 } }] }] }",
            g => g.Kind == GroupKind.Vip || (g.IsOpen && g.Id > 4));
        await AssertAsync("""{ owner: { nickname: { neq: "member 03" } } }""", g => g.Owner?.Nickname != "member 03");
        await AssertAsync("""{ memberships: { some: { role: { eq: "KOL" }, member: { points: { gt: 10 } } } } }""",
            g => g.Memberships.Any(m => m.Role == "KOL" && m.Member!.Points > 10));
        await AssertAsync("""{ memberships: { none: { role: { eq: null } } } }""", g => !g.Memberships.Any(m => m.Role == null));
        await AssertAsync("""{ memberships: { all: { memberId: { lt: 10 } } } }""", g => g.Memberships.All(m => m.MemberId < 10));
        await AssertAsync("{ memberships: { any: false } }", g => g.Memberships.Count == 0);
        await AssertAsync("{ memberships: { any: true } }", g => g.Memberships.Count > 0);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("[")]
    [InlineData("\\")]
    [InlineData("'; DROP TABLE Groups; --")]
    [InlineData("a%_[]\\b")]
    public async Task Text_is_literal_in_every_operation(string text)
    {
        using var schema = new CommunitySchema(context => context.AddRange(
            new Group { Id = 1, Name = $"x{text}y" }, new Group { Id = 2, Name = "xaby" }, new Group { Id = 3, Name = text }, new Group { Id = 4, Name = text + "y" }));

        async Task<string> Ids(string operation)
        {
            var data = await schema.QueryAsync(
                $"query($text: String) {{ groups(where: {{ name: {{ {operation}: $text }} }}) {{ nodes {{ id }} }} }}", new { text });
            schema.Statements.ShouldAllBe(s => !s.Contains(text + "'") && !s.Contains("DROP"));
            return string.Concat(data.GetProperty("groups").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").ToString()));
        }

        (await Ids("contains")).ShouldBe("134");
        (await Ids("ncontains")).ShouldBe("2");
        (await Ids("startsWith")).ShouldBe("34");
        (await Ids("nstartsWith")).ShouldBe("12");
        (await Ids("endsWith")).ShouldBe("3");
        (await Ids("nendsWith")).ShouldBe("124");
        (await Ids("eq")).ShouldBe("3");
        (await Ids("neq")).ShouldBe("124");
    }

    [Fact]
    public async Task A_prefix_finds_what_begins_with_it_whatever_its_last_characters_are()
    {
        // The last code points before the surrogates, of the first plane and of all; pairs; what comes after a prefix in its order.
        string[] parts = ["", "a", "b", "A", "z", "~", "é", "伟", "\uD7FF", "\uE000", "\uFFFF", "😀", "😁", "\U0010FFFE", "\U0010FFFF", " ", "\t"];
        var names = parts.SelectMany(first => parts.Select(second => first + second)).Distinct().Select((name, i) => new Group { Id = i + 1, Name = name }).ToList();
        using var schema = new CommunitySchema(context => context.AddRange(names));

        foreach (var prefix in names.Select(g => g.Name).Where((_, i) => i % 3 == 0).Concat(["\U0010FFFF", "\U0010FFFF\U0010FFFF", "a\U0010FFFF"]))
        {
            foreach (var (operation, holds) in new[] { ("startsWith", true), ("nstartsWith", false) })
            {
                var data = await schema.QueryAsync(
                    $"query($text: String) {{ groups(first: 0, where: {{ name: {{ {operation}: $text }} }}) {{ totalCount }} }}", new { text = prefix });
                data.GetProperty("groups").GetProperty("totalCount").GetInt32().ShouldBe(
                    names.Count(g => g.Name.StartsWith(prefix, StringComparison.Ordinal) == holds),
                    $"{operation} {string.Join(' ', prefix.Select(c => ((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)))}: {schema.Statements.FirstOrDefault()}");
            }
        }
    }

    [Fact]
    public async Task A_prefix_is_a_range_that_an_index_can_find()
    {
        await _schema.QueryAsync("""{ groups(where: { name: { startsWith: "group a" } }) { nodes { id } } }""");

        var statement = _schema.Statements.ShouldHaveSingleItem();
        statement.ShouldContain("""WHERE "g"."Name" >= @v_0 AND "g"."Name" < @v_1""");
    }

    [Fact]
    public async Task Values_are_parameters_and_equal_shapes_have_equal_statements()
    {
        const string query = "query($where: GroupFilterInput) { groups(where: $where) { nodes { id } } }";
        await _schema.QueryAsync(query, new { where = new { name = new { @in = new[] { "group a", "group b" } }, capacity = new { gt = 7654321 } } });
        var first = _schema.Statements.ShouldHaveSingleItem();
        await _schema.QueryAsync(query, new { where = new { name = new { @in = Enumerable.Range(0, 1000).Select(i => $"x{i}") }, capacity = new { gt = 1 } } });

        _schema.Statements.ShouldHaveSingleItem().ShouldBe(first);
        first.ShouldNotContain("7654321");
        first.ShouldNotContain("group a");
    }

    [Fact]
    public async Task A_filter_that_is_too_deep_too_large_or_too_long_is_refused_before_any_statement()
    {
        var deep = string.Concat(Enumerable.Repeat("{ and: [", 11)) + "{}" + string.Concat(Enumerable.Repeat("] }", 11));
        var large = "{ or: [" + string.Join(",", Enumerable.Repeat("{ name: { eq: \"a\" } }", 300)) + "] }";
        const string query = "query($where: GroupFilterInput) { groups(where: $where) { nodes { id } } }";

        (await _schema.ErrorCodeAsync($"{{ groups(where: {large}) {{ nodes {{ id }} }} }}")).ShouldBe("FILTER_INVALID");
        (await _schema.ErrorCodeAsync($"{{ groups(where: {deep}) {{ nodes {{ id }} }} }}")).ShouldBe("FILTER_INVALID");
        _schema.Statements.ShouldBeEmpty();
        await _schema.QueryAsync(query, new { where = new { id = new { @in = Enumerable.Range(0, 1000) } } });

        using var strict = new CommunitySchema(configure: b => b.ModifyDataOptions(o => o.MaxFilterListItems = 100));
        await strict.QueryAsync(query, new { where = new { id = new { @in = Enumerable.Range(0, 100) } } });
        (await strict.ErrorCodeAsync(query, new { where = new { id = new { @in = Enumerable.Range(0, 101) } } })).ShouldBe("FILTER_INVALID");
    }

    [Theory]
    [InlineData("eq")]
    [InlineData("contains")]
    [InlineData("startsWith")]
    public async Task A_text_that_is_too_long_is_refused(string operation)
    {
        var query = $"query($text: String) {{ groups(where: {{ topic: {{ {operation}: $text }} }}) {{ nodes {{ id }} }} }}";
        (await _schema.ErrorCodeAsync(query, new { text = new string('x', 4001) })).ShouldBe("FILTER_INVALID");
        (await _schema.QueryAsync(query, new { text = new string('x', 4000) })).ToString().ShouldBe("""{"groups":{"nodes":[]}}""");
    }

    [Fact]
    public async Task Only_configured_fields_can_be_filtered_and_sorted_by()
    {
        foreach (var argument in new[] { "where: { secret: { eq: \"x\" } }", "where: { or: [] }", "order: { secret: ASC }" })
        {
            var result = await _schema.ExecuteAsync($"{{ openGroups({argument}) {{ nodes {{ id }} }} }}");
            result.TryGetProperty("data", out _).ShouldBeFalse();
        }

        var data = await _schema.QueryAsync("""{ openGroups(where: { ownerNickname: { startsWith: "member 0" } }) { nodes { id } } }""");
        data.ToString().ShouldBe(JsonSerializer.Serialize(new { openGroups = new { nodes = new[] { 1, 2, 3, 5 }.Select(id => new { id }) } }));
    }
}
