using Headless.GraphQL.Data.Tests.Model;

namespace Headless.GraphQL.Data.Tests;

/// <summary>What PostgreSQL and SQL Server are asked: every shape translates, and looks as it should.</summary>
public sealed class StatementTranslationTests
{
    public static TheoryData<string> Providers => ["PostgreSQL", "SQL Server"];

    private static CommunitySchema Schema(string provider)
        => new(provider == "PostgreSQL" ? SilentDatabase.PostgreSql() : SilentDatabase.SqlServer());

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Every_operation_translates(string provider)
    {
        using var schema = Schema(provider);
        string[] filters =
        [
            """{ name: { eq: "a", neq: "b", contains: "c", ncontains: "d", in: ["e"], nin: ["f", null], startsWith: "g", nstartsWith: "h", endsWith: "i", nendsWith: "j" } }""",
            "{ capacity: { eq: 1, neq: 2, in: [3], nin: [4], gt: 5, ngt: 6, gte: 7, ngte: 8, lt: 9, nlt: 10, lte: 11, nlte: 12 } }",
            """{ openedAt: { gt: "2026-01-03T08:00:00Z", in: ["2026-01-03T08:00:00Z"] }, closesOn: { nlt: "2026-01-01", in: ["2026-01-01"] } }""",
            """{ code: { gt: "00000002-0000-0000-0000-000000000000", in: ["00000002-0000-0000-0000-000000000000"] }, budget: { lte: 3.5, in: [1.5] }, score: { gt: 0.5 } }""",
            "{ kind: { in: [VIP], neq: FLASH }, isOpen: { eq: true } }",
            "{ or: [{ owner: { points: { gt: 1 } } }, { memberships: { some: { role: { eq: null } }, none: { memberId: { eq: 1 } }, all: { id: { gt: 1 } }, any: true } }] }",
        ];

        foreach (var filter in filters)
        {
            await schema.QueryAsync($"{{ groups(where: {filter}) {{ totalCount nodes {{ id }} }} }}");
            await schema.QueryAsync($"{{ groups(where: {filter}) {{ totalCount }} }}");
            schema.Statements.ShouldHaveSingleItem();
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Nested_lists_and_their_totals_are_one_statement_each(string provider)
    {
        using var schema = Schema(provider);

        await schema.QueryAsync(
            """{ fixedGroups { memberships(first: 3, where: { role: { startsWith: "K" } }, order: { member: { points: DESC } }) { totalCount nodes { member { nickname } } } } }""");
        await schema.QueryAsync("{ fixedGroups { kols { memberId } } }");
        schema.Statements.ShouldHaveSingleItem();
        await schema.QueryAsync("{ fixedGroups { laterMemberships { memberId } } }");
        schema.Statements.ShouldHaveSingleItem();
        await schema.QueryAsync("{ fixedGroups { richerMembers { nickname } } }");
        schema.Statements.ShouldHaveSingleItem();
        await schema.QueryAsync("{ fixedMembers { tags(order: { name: ASC }) { name } } }");
        schema.Statements.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task PostgreSQL_is_told_where_nulls_go_and_gets_a_list_as_an_array()
    {
        using var schema = Schema("PostgreSQL");

        await schema.QueryAsync("{ groups(first: 1, where: { id: { in: [1, 2] } }, order: { topic: DESC }) { nodes { id } } }");
        schema.Statements.ShouldHaveSingleItem().ShouldBe("""
            SELECT g."Id"
            FROM "Groups" AS g
            WHERE g."Id" = ANY (@v_0)
            ORDER BY g."Topic" IS NOT NULL DESC, g."Topic" DESC, g."Id"
            LIMIT @v_1
            """);
    }

    [Fact]
    public async Task SQL_Server_gets_a_list_as_one_parameter_and_ranks_rows_within_their_parents()
    {
        using var schema = Schema("SQL Server");

        await schema.QueryAsync("{ fixedGroups { memberships(first: 3) { nodes { memberId } } } }");

        var statement = schema.Statements.ShouldHaveSingleItem();
        statement.ShouldContain("OPENJSON(@parentKeys)");
        statement.ShouldContain("ROW_NUMBER() OVER(PARTITION BY [m].[GroupId] ORDER BY [m].[Id])");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_segment_is_one_statement_alone_and_in_lists(string provider)
    {
        using var schema = Schema(provider);

        await schema.QueryAsync("{ groupPages(skip: 20, take: 5, order: { topic: DESC }, where: { capacity: { gt: 1 } }) { items { id } pageInfo { hasNextPage } } }");
        schema.Statements.ShouldHaveSingleItem().ShouldEndWith(provider == "PostgreSQL"
            ? "ORDER BY g.\"Topic\" IS NOT NULL DESC, g.\"Topic\" DESC, g.\"Id\"\nLIMIT @v_2 OFFSET @v_1"
            : "ORDER BY [g].[Topic] DESC, [g].[Id]\nOFFSET @v_1 ROWS FETCH NEXT @v_2 ROWS ONLY");
        await schema.QueryAsync("{ memberPages(skip: 20) { items { nickname } } }");
        schema.Statements.ShouldHaveSingleItem();
        await schema.QueryAsync("{ fixedGroups { membershipPages(skip: 4, take: 3) { items { memberId } } } }");
        schema.Statements.ShouldHaveSingleItem().ShouldContain("ROW_NUMBER() OVER(PARTITION BY");
    }
}
