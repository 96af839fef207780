using System.Text.Json;
using Headless.GraphQL.Data.Tests.Model;

namespace Headless.GraphQL.Data.Tests.Paging;

public sealed class CollectionSegmentTests : IDisposable
{
    private readonly CommunitySchema _schema = new();

    public void Dispose() => _schema.Dispose();

    private static string Json(object value) => JsonSerializer.Serialize(value);

    [Fact]
    public async Task A_segment_is_one_statement_of_the_selected_columns_and_reads_one_row_more_than_it_has()
    {
        var data = await _schema.QueryAsync("{ groupPages(skip: 2, take: 2, order: { name: ASC }) { items { id } pageInfo { hasNextPage hasPreviousPage } } }");

        data.ToString().ShouldBe("""{"groupPages":{"items":[{"id":4},{"id":3}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true}}}""");
        _schema.Statements.ShouldHaveSingleItem().ShouldBe("""
            SELECT "g"."Id"
            FROM "Groups" AS "g"
            ORDER BY "g"."Name", "g"."Id"
            LIMIT @v_1 OFFSET @v_0
            """);
    }

    [Fact]
    public async Task A_list_whose_boundaries_are_required_says_so_before_it_runs()
        => (await _schema.ErrorCodeAsync("{ tagPages(skip: 1) { items { name } } }")).ShouldBe("HC0082");

    [Fact]
    public async Task Nothing_is_skipped_where_a_segment_begins_with_the_list()
    {
        foreach (var skip in new[] { "", "skip: null, ", "skip: 0, " })
        {
            var data = await _schema.QueryAsync($"{{ groupPages({skip}take: 1) {{ items {{ name }} pageInfo {{ hasPreviousPage }} }} }}");

            data.ToString().ShouldBe("""{"groupPages":{"items":[{"name":"group f"}],"pageInfo":{"hasPreviousPage":false}}}""");
            _schema.Statements.ShouldHaveSingleItem().ShouldBe("""
                SELECT "g"."Name"
                FROM "Groups" AS "g"
                ORDER BY "g"."Id"
                LIMIT @v_0
                """);
        }
    }

    [Theory]
    [InlineData("skip: 1, take: 2", 6, 2)]
    [InlineData("skip: 0, take: 0", 6, 2)]
    [InlineData("skip: 6, take: 2", 6, 2)] // No row says how many were skipped.
    [InlineData("skip: 0, take: 6", 6, 1)]
    [InlineData("skip: 4, take: 2", 6, 1)]
    [InlineData("skip: 5, take: 9", 6, 1)]
    [InlineData("take: 2, where: { id: { gt: 99 } }", 0, 1)]
    public async Task The_total_is_counted_when_it_is_selected_and_the_rows_do_not_tell_it(string arguments, int total, int statements)
    {
        const string selection = "totalCount @include(if: $with) items { id }";

        await _schema.QueryAsync($"query($with: Boolean!) {{ groupPages({arguments}) {{ {selection} }} }}", new { with = false });
        _schema.Statements.Count.ShouldBe(1);

        var data = await _schema.QueryAsync($"query($with: Boolean!) {{ groupPages({arguments}) {{ {selection} }} }}", new { with = true });
        _schema.Statements.Count.ShouldBe(statements);
        data.GetProperty("groupPages").GetProperty("totalCount").GetInt32().ShouldBe(total);
    }

    [Fact]
    public async Task A_total_alone_is_one_count_of_what_the_filter_says()
    {
        var data = await _schema.QueryAsync("{ groupPages(skip: 3, where: { isOpen: { eq: true } }) { totalCount } }");

        data.ToString().ShouldBe("""{"groupPages":{"totalCount":5}}""");
        _schema.Statements.ShouldHaveSingleItem().ShouldStartWith("SELECT COUNT(*)");
    }

    [Fact]
    public async Task Segments_have_ten_items_by_default_and_fifty_at_most()
    {
        using var schema = new CommunitySchema(c => c.AddRange(Enumerable.Range(1, 60).Select(i => new Group { Id = i, Name = $"{i}", IsOpen = true })));

        (await IdsAsync("groupPages")).ShouldBe(Enumerable.Range(1, 10));
        (await IdsAsync("groupPages(skip: 5, take: 50)")).ShouldBe(Enumerable.Range(6, 50));
        (await IdsAsync("openGroupPages")).Count.ShouldBe(2);
        (await IdsAsync("openGroupPages(take: 5)")).Count.ShouldBe(5);
        (await schema.QueryAsync("{ groupPages(skip: 59, take: 0) { items { id } pageInfo { hasNextPage } } }")).ToString()
            .ShouldBe("""{"groupPages":{"items":[],"pageInfo":{"hasNextPage":true}}}""");

        async Task<List<int>> IdsAsync(string @field)
            => [.. (await schema.QueryAsync($"{{ page: {@field} {{ items {{ id }} }} }}")).GetProperty("page").GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetInt32())];
    }

    [Theory]
    [InlineData("groupPages(take: 51)", "PAGE_SIZE_EXCEEDED", "The argument take must not be above 50.")]
    [InlineData("groupPages(take: 2147483647)", "PAGE_SIZE_EXCEEDED", "The argument take must not be above 50.")]
    [InlineData("openGroupPages(take: 6)", "PAGE_SIZE_EXCEEDED", "The argument take must not be above 5.")]
    [InlineData("groupPages(take: -1)", "PAGE_SIZE_INVALID", "The argument take must not be negative.")]
    [InlineData("groupPages(skip: -1)", "PAGE_OFFSET_INVALID", "The argument skip must not be negative.")]
    [InlineData("couponPages(skip: -2147483648)", "PAGE_OFFSET_INVALID", "The argument skip must not be negative.")]
    [InlineData("couponPages(take: 51)", "PAGE_SIZE_EXCEEDED", "The argument take must not be above 50.")]
    [InlineData("tagPages(skip: 1, take: $none)", "PAGING_BOUNDARIES_REQUIRED", "The argument take is required.")]
    public async Task What_is_no_segment_is_refused_before_any_statement(string @field, string code, string message)
    {
        var result = await _schema.ExecuteAsync($"query($none: Int) {{ page: {@field} {{ items {{ __typename }} }} more: groupPages(take: $none) {{ __typename }} }}");

        var error = result.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);
        error.GetProperty("message").GetString().ShouldBe(message);
        error.GetProperty("path").ToString().ShouldBe("""["page"]""");
        result.GetProperty("data").ToString().ShouldBe("""{"page":null,"more":{"__typename":"GroupPagesCollectionSegment"}}""");
        _schema.Statements.ShouldBeEmpty();
    }

    [Fact]
    public async Task Beyond_the_lists_end_there_is_nothing_however_far()
    {
        foreach (var skip in new[] { 6, 1_000_000, int.MaxValue })
        {
            (await _schema.QueryAsync($"{{ groupPages(skip: {skip}, take: 50) {{ items {{ id }} pageInfo {{ hasNextPage hasPreviousPage }} totalCount }} }}")).ToString()
                .ShouldBe("""{"groupPages":{"items":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true},"totalCount":6}}""");
            (await _schema.QueryAsync($"{{ couponPages(skip: {skip}) {{ items {{ code }} totalCount pageInfo {{ hasNextPage hasPreviousPage }} }} }}")).ToString()
                .ShouldBe("""{"couponPages":{"items":[],"totalCount":3,"pageInfo":{"hasNextPage":false,"hasPreviousPage":true}}}""");
        }
    }

    [Fact]
    public async Task A_resolvers_own_order_is_the_lists_order_until_another_is_asked_for()
    {
        (await _schema.QueryAsync("{ openGroupPages(skip: 1) { items { id label } pageInfo { hasNextPage } } }")).ToString()
            .ShouldBe("""{"openGroupPages":{"items":[{"id":2,"label":"group e/Flash/200"},{"id":3,"label":"group d/Traffic/"}],"pageInfo":{"hasNextPage":true}}}""");
        _schema.Statements.ShouldHaveSingleItem().ShouldContain("ORDER BY \"g\".\"Name\" DESC, \"g\".\"Id\"\n");

        var shuffled = await _schema.QueryAsync("{ memberPages(skip: 1, take: 9, where: { id: { neq: 5 } }) { totalCount items { id } } }");
        shuffled.GetProperty("memberPages").ToString().ShouldBe(Json(new
        {
            totalCount = 11,
            items = Enumerable.Range(1, 12).Where(i => i != 5).OrderBy(i => i % 4 * 10 % 20).ThenByDescending(i => i).Skip(1).Take(9).Select(id => new { id }),
        }));

        (await _schema.QueryAsync("{ memberPages(skip: 10, order: { id: DESC }) { items { id } pageInfo { hasNextPage } } }")).ToString()
            .ShouldBe("""{"memberPages":{"items":[{"id":2},{"id":1}],"pageInfo":{"hasNextPage":false}}}""");
    }

    [Fact]
    public async Task A_list_from_memory_is_filtered_sorted_and_cut()
    {
        (await _schema.QueryAsync("""{ couponPages(skip: 1, take: 1, order: [{ code: ASC }, { groupId: DESC }]) { totalCount items { code regions } pageInfo { hasNextPage hasPreviousPage } } }""")).ToString()
            .ShouldBe("""{"couponPages":{"totalCount":3,"items":[{"code":"a","regions":[]}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true}}}""");
        (await _schema.QueryAsync("""{ couponPages(where: { code: { eq: "b" } }) { totalCount items { code } pageInfo { hasNextPage hasPreviousPage } } }""")).ToString()
            .ShouldBe("""{"couponPages":{"totalCount":1,"items":[{"code":"b"}],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false}}}""");
    }

    /// <summary>Every segment of the memberships in each of six groups, of which one has none.</summary>
    [Theory]
    [InlineData("order: { memberId: DESC }", "memberId: { gt: 0 }")]
    [InlineData("order: [{ role: ASC }, { id: ASC }]", "memberId: { gt: 3 }")]
    public async Task A_segment_in_each_group_costs_one_statement_more_and_is_what_each_alone_would_have(string order, string where)
    {
        using var context = _schema.Database.CreateContext();
        var least = where.EndsWith("3 }", StringComparison.Ordinal) ? 3 : 0;
        var groups = context.Groups.OrderBy(g => g.Id).Select(g => g.Id).ToList();
        var memberships = context.Memberships.Where(m => m.MemberId > least).AsEnumerable()
            .OrderBy(m => least == 0 ? null : m.Role, StringComparer.Ordinal).ThenByDescending(m => least == 0 ? m.MemberId : -m.Id)
            .ToLookup(m => m.GroupId);
        var page = $"membershipPages(skip: $skip, take: $take, {order}, where: {{ {where} }})";
        var items = $"query($skip: Int, $take: Int) {{ groups {{ nodes {{ {page} {{ items {{ memberId }} pageInfo {{ hasNextPage hasPreviousPage }} }} }} }} }}";
        var totals = $"query($skip: Int, $take: Int) {{ groups {{ nodes {{ {page} {{ totalCount items {{ id }} }} }} }} }}";
        for (var (skip, take) = (0, 0); skip <= 13; (skip, take) = take < 4 ? (skip, take + 1) : (skip + 1, 0))
        {
            await ShouldAnswerAsync(items, (2, 2), ofGroup => new
            {
                items = ofGroup.Skip(skip).Take(take).Select(m => new { memberId = m.MemberId }),
                pageInfo = new { hasNextPage = ofGroup.Count() > skip + take, hasPreviousPage = skip > 0 },
            });
            _schema.Statements[1].ShouldContain("ROW_NUMBER()");
            await ShouldAnswerAsync(totals, (2, 3), ofGroup => new
            {
                totalCount = ofGroup.Count(),
                items = ofGroup.Skip(skip).Take(take).Select(m => new { id = m.Id }),
            });

            async Task ShouldAnswerAsync(string query, (int Least, int Most) statements, Func<IEnumerable<Membership>, object> expected)
            {
                var data = await _schema.QueryAsync(query, new { skip, take });
                _schema.Statements.Count.ShouldBeInRange(statements.Least, statements.Most);
                data.GetProperty("groups").GetProperty("nodes").ToString()
                    .ShouldBe(Json(groups.Select(g => new { membershipPages = expected(memberships[g]) })), $"{skip} {take}");
            }
        }
    }

    [Fact]
    public async Task Beyond_the_end_of_each_list_there_is_nothing_however_far()
    {
        var data = await _schema.QueryAsync("{ groups(first: 2) { nodes { membershipPages(skip: 2147483647, take: 50) { totalCount items { id } pageInfo { hasNextPage } } } } }");

        data.ToString().ShouldBe(
            """{"groups":{"nodes":[{"membershipPages":{"totalCount":12,"items":[],"pageInfo":{"hasNextPage":false}}},{"membershipPages":{"totalCount":6,"items":[],"pageInfo":{"hasNextPage":false}}}]}}""");
    }

    [Fact]
    public async Task A_segment_in_an_order_that_rows_do_not_tell_is_read_for_each_parent()
    {
        var data = await _schema.QueryAsync("{ groups { nodes { shuffledMembershipPages(skip: 1, take: 3) { items { memberId } } } } }");

        _schema.Statements.Count.ShouldBe(7);
        using var context = _schema.Database.CreateContext();
        var groups = context.Groups.OrderBy(g => g.Id).Select(g => g.Memberships.OrderBy(m => m.MemberId % 5).ThenBy(m => m.Id).Select(m => m.MemberId).ToList()).ToList();
        data.ToString().ShouldBe(Json(new
        {
            groups = new
            {
                nodes = groups.Select(members => new
                {
                    shuffledMembershipPages = new { items = members.Skip(1).Take(3).Select(memberId => new { memberId }) },
                }),
            },
        }));
    }
}
