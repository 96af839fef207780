using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Headless.GraphQL.Data.Tests.Rows;

/// <summary>Lists that are read into columns answer what entities would, and cost less.</summary>
public sealed class RowReadingTests
{
    public static TheoryData<string> Providers => WarehouseSchema.Providers;

    private const string Columns =
        """
        id name note packing inner stockedAt clearedAt countedAt price discount code twin slots grams fill isOpen isCold day wait password colours
        """;

    /// <summary>Asks the list that is read into columns and the one that is read as entities, and compares the whole answers.</summary>
    private static async Task ShouldAnswerAlikeAsync(WarehouseSchema schema, string arguments, string selection, int statements, bool isOrdered = true)
    {
        var entities = await schema.ExecuteAsync($"{{ shelves: wholeShelves({arguments}) {{ {selection} }} }}");
        schema.Entities.Count.ShouldBeGreaterThan(0);

        // As long as the other document, so that errors are at the same place.
        var rows = await schema.ExecuteAsync($"{{ shelves: shelves     ({arguments}) {{ {selection} }} }}");

        (isOrdered ? rows.ToString() : Sorted(rows)).ShouldBe(isOrdered ? entities.ToString() : Sorted(entities));
        schema.Entities.Count.ShouldBe(0);
        schema.Statements.Count.ShouldBe(statements);
    }

    /// <summary>Lists as sets: a to-many relation has no order of its own.</summary>
    private static string Sorted(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', value.EnumerateObject().Select(p => $"{p.Name}:{Sorted(p.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(',', value.EnumerateArray().Select(Sorted).Order(StringComparer.Ordinal)) + "]",
        _ => value.GetRawText(),
    };

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Columns_of_every_kind_are_read_with_their_converters_and_nulls(string provider)
    {
        using var schema = new WarehouseSchema(provider);

        await ShouldAnswerAlikeAsync(schema, "first: 12", $"nodes {{ __typename {Columns} }} totalCount", 1);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Relations_that_may_be_missing_are_null(string provider)
    {
        using var schema = new WarehouseSchema(provider);

        await ShouldAnswerAlikeAsync(
            schema, "first: 12", "nodes { id keeper { name age boss { id age boss { age } } } } edges { node { keeper { boss { name } } } }", 1);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task To_many_relations_are_a_statement_each_whatever_they_hang_on(string provider)
    {
        using var schema = new WarehouseSchema(provider);

        await ShouldAnswerAlikeAsync(
            schema, "first: 12, order: { name: DESC }", "nodes { id items { id name } labels { text } keeper { badges { id text } boss { badges { text } } } }", 5, isOrdered: false);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Cursors_are_those_of_the_entities_in_every_order(string provider)
    {
        using var schema = new WarehouseSchema(provider);
        string[] orders =
        [
            "{ name: DESC }", "{ note: ASC }", "{ slots: DESC }", "{ isCold: ASC }", "{ inner: ASC }", "{ packing: DESC }", "{ code: ASC }", "{ day: DESC }",
            "{ keeper: { age: DESC } }", "[{ keeper: { boss: { name: ASC } } }, { grams: DESC }]", "{ countedAt: DESC }",
        ];
        foreach (var order in orders)
        {
            var after = (string?)null;
            foreach (var page in Enumerable.Range(0, 3))
            {
                var arguments = $"first: 4, order: {order}" + (after is null ? "" : $", after: \"{after}\"");
                await ShouldAnswerAlikeAsync(schema, arguments, "edges { cursor node { id } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage }", 1);
                after = (await schema.QueryAsync($"{{ shelves({arguments}) {{ pageInfo {{ endCursor }} }} }}"))
                    .GetProperty("shelves").GetProperty("pageInfo").GetProperty("endCursor").GetString();
            }

            await ShouldAnswerAlikeAsync(schema, $"last: 3, before: \"{after}\", order: {order}", "nodes { id } edges { cursor }", 1);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Segments_are_read_like_pages(string provider)
    {
        using var schema = new WarehouseSchema(provider);
        foreach (var skip in new[] { 0, 3, 11, 12, int.MaxValue })
        {
            var arguments = $"(skip: {skip}, take: 5, order: {{ keeper: {{ age: DESC }} }})";
            var stock = $"stockPages(skip: {(skip == 3 ? int.MaxValue : skip % 3)}, take: 1)";
            var selection =
                $"{{ items {{ {Columns} keeper {{ name boss {{ age }} }} plate {stock} {{ totalCount items {{ name }} pageInfo {{ hasNextPage hasPreviousPage }} }} }} totalCount pageInfo {{ hasNextPage hasPreviousPage }} }}";

            var entities = await schema.QueryAsync($"{{ page: wholeShelfPages{arguments} {selection} }}");
            (schema.Entities.Count > 0).ShouldBe(skip < 12);
            var rows = await schema.QueryAsync($"{{ page: shelfPages{arguments} {selection} }}");

            rows.ToString().ShouldBe(entities.ToString());
            rows.GetProperty("page").GetProperty("totalCount").GetInt32().ShouldBe(12);
            rows.GetProperty("page").GetProperty("items").GetArrayLength().ShouldBe(Math.Clamp(12 - skip, 0, 5));
            schema.Entities.Count.ShouldBe(0);
        }
    }

    [Fact]
    public async Task Empty_pages_have_no_nodes_and_no_cursors()
    {
        using var schema = new WarehouseSchema();

        foreach (var arguments in new[] { "first: 0", "where: { id: { gt: 999 } }", "last: 0" })
        {
            var data = await schema.QueryAsync(
                $"{{ shelves({arguments}) {{ nodes {{ id keeper {{ name }} items {{ id }} stock {{ nodes {{ id }} }} }} edges {{ cursor }} pageInfo {{ endCursor }} }} }}");
            data.ToString().ShouldBe("""{"shelves":{"nodes":[],"edges":[],"pageInfo":{"endCursor":null}}}""");
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Lists_below_rows_take_their_keys_from_the_rows(string provider)
    {
        using var schema = new WarehouseSchema(provider);
        const string selection = "stock(first: 1) { totalCount nodes { name shelf { id } } pageInfo { hasNextPage endCursor } } newest { id name }";

        var entities = await schema.QueryAsync($"{{ shelves: wholeShelves(first: 12) {{ nodes {{ id {selection} }} }} }}");
        var rows = await schema.QueryAsync($"{{ shelves(first: 12) {{ nodes {{ id {selection} }} }} }}");

        rows.ToString().ShouldBe(entities.ToString());
        schema.Statements.Count.ShouldBe(4);
        schema.Entities.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Resolvers_and_methods_get_an_object_with_the_key_and_what_they_ask_for()
    {
        using var schema = new WarehouseSchema();

        await ShouldAnswerAlikeAsync(schema, "first: 12", "nodes { tons plate keeper { title boss { title } } } edges { node { plate } }", 1);
        schema.Statements[0].ShouldNotContain("Password");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Rows_that_a_query_filter_hides_stay_hidden_unless_the_query_says_otherwise(string provider)
    {
        using var schema = new WarehouseSchema(provider);

        var hidden = await schema.QueryAsync("{ shelf(id: 3) { items { name } stock { nodes { name } } } }");
        var all = await schema.QueryAsync("{ unfilteredShelves { id items { name } } }");

        using var context = schema.CreateContext();
        context.Items.IgnoreQueryFilters().Count(i => i.ShelfId == 3).ShouldBe(3);
        hidden.GetProperty("shelf").GetProperty("items").GetArrayLength().ShouldBe(2);
        hidden.GetProperty("shelf").GetProperty("stock").GetProperty("nodes").GetArrayLength().ShouldBe(2);
        all.GetProperty("unfilteredShelves")[2].GetProperty("items").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task A_value_that_the_schema_does_not_have_is_an_error_at_its_path_and_nulls_what_is_around_it()
    {
        using var schema = new WarehouseSchema();
        using (var context = schema.CreateContext())
        {
            await context.Database.ExecuteSqlRawAsync("UPDATE \"Shelves\" SET \"Packing\" = 9 WHERE \"Id\" IN (2, 5)", TestContext.Current.CancellationToken);
        }

        await ShouldAnswerAlikeAsync(schema, "first: 6", "edges { cursor node { id packing name } }", 1);
        await ShouldAnswerAlikeAsync(schema, "first: 6", "nodes { id items { id } packing name }", 2);

        var result = await schema.ExecuteAsync("{ shelf(id: 2) { id packing } }");
        result.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem().GetProperty("path").ToString().ShouldBe("""["shelf","packing"]""");
        result.GetProperty("data").ToString().ShouldBe("""{"shelf":null}""");
    }

    [Fact]
    public async Task Conditions_and_aliases_read_the_same_rows()
    {
        using var schema = new WarehouseSchema();

        var data = await schema.QueryAsync(
            """
            query($with: Boolean!) {
              shelves(first: 2) { a: nodes { id name @include(if: $with) } b: nodes { key: id keeper @skip(if: $with) { name } ...More } }
            }
            fragment More on Shelf { id keeper { age } }
            """,
            new { with = false });

        data.ToString().ShouldBe(JsonSerializer.Serialize(new
        {
            shelves = new
            {
                a = new[] { new { id = 1 }, new { id = 2 } },
                b = new[]
                {
                    new { key = 1, keeper = new { name = "Bo 编号", age = 30 }, id = 1 },
                    new { key = 2, keeper = new { name = "Ada \"the\" first", age = 60 }, id = 2 },
                },
            },
        }, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        schema.Statements.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_row_more_costs_no_memory_but_its_texts()
    {
        using var schema = new WarehouseSchema(shelves: 2200);

        var perRow = (await AllocatedAsync(2200) - await AllocatedAsync(200)) / 2000.0;

        // An entity with these columns is 300 bytes; the body of the answer is in pooled memory.
        perRow.ShouldBeLessThan(24);

        async Task<long> AllocatedAsync(int rows)
        {
            var document = $"{{ shelves(first: {rows}) {{ nodes {{ id grams isOpen slots packing keeper {{ age }} }} }} }}";
            var least = long.MaxValue;
            for (var i = 0; i < 5; i++)
            {
                least = Math.Min(least, await schema.AllocatedAsync(document));
            }

            return least;
        }
    }
}
