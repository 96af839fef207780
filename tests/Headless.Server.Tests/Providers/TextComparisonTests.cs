using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Providers;

/// <summary>Text is compared and ordered by code point on SQLite.</summary>
public sealed class SqliteTextComparisonTests(ServerFixture server) : TextComparisonTests(server), IClassFixture<ServerFixture>;

/// <summary>And the same on PostgreSQL.</summary>
public sealed class PostgresTextComparisonTests(PostgresServerFixture server) : TextComparisonTests(server), IClassFixture<PostgresServerFixture>
{
    protected override string? SkipReason => PostgresServerFixture.SkipReason;
}

/// <summary>The same rows, filters and answers on every provider: documented in docs/graphql.md, "Filtering".</summary>
public abstract class TextComparisonTests(ServerFixture server)
{
    private static readonly string[] s_names = ["b", "B", "a", "A", "é", "e\u0301", "e", "ä", "ß", "ss", "_", "%", "[x]", "\\", "a%b", "İ", "i", "群", "a b", "😀", "\uFF5E"];

    protected virtual string? SkipReason => null;

    [Fact]
    public async Task Case_accents_and_wildcards_count_and_the_order_is_that_of_code_points()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        foreach (var name in s_names)
        {
            await server.DataAsync("mutation($name: String!) { createTag(input: { name: $name }) { tag { id } } }", new { name });
        }

        (await NamesAsync(new { })).ShouldBe(string.Join('|', s_names.OrderBy(n => n, CodePoints.Comparer)));
        (await NamesAsync(new { name = new { eq = "a" } })).ShouldBe("a");
        (await NamesAsync(new { name = new { @in = new[] { "A", "É", "é", "I" } } })).ShouldBe("A|é");
        (await NamesAsync(new { name = new { contains = "a" } })).ShouldBe("a|a b|a%b");
        (await NamesAsync(new { name = new { contains = "e" } })).ShouldBe("e|e\u0301");
        (await NamesAsync(new { name = new { startsWith = "e" } })).ShouldBe("e|e\u0301");
        (await NamesAsync(new { name = new { endsWith = "b" } })).ShouldBe("a b|a%b|b");
        (await NamesAsync(new { name = new { contains = "ß" } })).ShouldBe("ß");
        (await NamesAsync(new { name = new { contains = "i" } })).ShouldBe("i");
        (await NamesAsync(new { name = new { contains = "_" } })).ShouldBe("_");
        (await NamesAsync(new { name = new { contains = "%" } })).ShouldBe("%|a%b");
        (await NamesAsync(new { name = new { startsWith = "[" } })).ShouldBe("[x]");
        (await NamesAsync(new { name = new { endsWith = "\\" } })).ShouldBe("\\");
        (await NamesAsync(new { name = new { startsWith = "a_" } })).ShouldBe("");
        (await NamesAsync(new { name = new { nstartsWith = "a", ncontains = "e" } })).ShouldBe(
            string.Join('|', s_names.Where(n => !n.StartsWith('a') && !n.Contains('e')).OrderBy(n => n, CodePoints.Comparer)));
    }

    private async Task<string> NamesAsync(object where)
    {
        var data = await server.DataAsync("query($where: TagFilterInput) { tags(first: 50, where: $where, order: [{ name: ASC }]) { nodes { name } } }", new { where });
        return string.Join('|', data.GetProperty("tags").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("name").GetString()));
    }

    private static class CodePoints
    {
        /// <summary>UTF-8 sorts as code points do; UTF-16 does not.</summary>
        public static Comparer<string> Comparer { get; } = Comparer<string>.Create((a, b) =>
            System.Text.Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(b)));
    }
}
