using Headless.Community.Search;

namespace Headless.Community.Tests.Data;

/// <summary>The same words find the same things in the same order on every database.</summary>
public abstract class SearchIndexTests(TestDatabase database) : ProviderTests(database)
{
    private static readonly string[] s_texts =
    [
        "换季护肤的三个误区", "周四专场：护肤品半价", "护理与肤色", "Tea for beginners: how to brew it", "TEA, tea and more tea", "ＡＢＣ full width", "茶", "红茶和绿茶", "a pot of 红茶 tea",
    ];

    [Theory]
    [InlineData("护肤", "1,0")]
    [InlineData("护肤品", "1")]
    [InlineData("茶", "7,8,6")]
    [InlineData("红茶", "8,7")]
    [InlineData("tea", "4,8,3")]
    [InlineData("TEA 红茶", "8")]
    [InlineData("abc", "5")]
    [InlineData("brew tea", "3")]
    [InlineData("te", "")]
    [InlineData("肤护", "")]
    [InlineData("nothing 护肤", "")]
    [InlineData("，。!?", "")]
    [InlineData("", "")]
    public async Task Words_of_two_chinese_characters_are_found_and_ranked(string query, string expected)
    {
        var scope = await FillAsync();
        await using var db = Everything();
        var found = await SearchIndex.FindAsync(db, SearchScope.TitleTemplate, SearchTokens.Sought(query), null, 0, 20, Token);
        string.Join(',', found.Hits.Select(h => h.OwnerId - scope)).ShouldBe(expected);
        found.Count.ShouldBe(found.Hits.Count);
        found.IsCountExact.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_written_anew_is_found_by_its_new_words_only_and_what_is_removed_by_none()
    {
        await WriteAsync(91, "旧的说法");
        await WriteAsync(91, "新的说法");
        (await FindAsync("新的")).ShouldBe([91]);
        (await FindAsync("旧的")).ShouldBeEmpty();
        await Test.WriteAsync(async db =>
        {
            await SearchIndex.RemoveAsync(db, SearchScope.CampaignReview, 91, Token);
            return true;
        });
        (await FindAsync("新的")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_follow_each_other_and_what_may_not_be_found_is_left_out()
    {
        for (var id = 1; id <= 30; id++)
        {
            await WriteAsync(1_000 + id, string.Concat(Enumerable.Repeat("奶茶 ", 1 + (id % 3))));
        }

        await using var db = Everything();
        async Task<List<long>> PageAsync(int skip) =>
            [.. (await SearchIndex.FindAsync(db, SearchScope.CampaignReview, SearchTokens.Sought("奶茶"), null, skip, 10, Token)).Hits.Select(h => h.OwnerId)];
        List<long> all = [.. await PageAsync(0), .. await PageAsync(10), .. await PageAsync(20), .. await PageAsync(30)];
        all.ShouldBe(Enumerable.Range(1, 30).OrderByDescending(id => id % 3).ThenByDescending(id => id).Select(id => 1_000L + id));
    }

    private async Task<long[]> FindAsync(string query)
    {
        await using var db = Everything();
        return [.. (await SearchIndex.FindAsync(db, SearchScope.CampaignReview, SearchTokens.Sought(query), null, 0, 20, Token)).Hits.Select(h => h.OwnerId)];
    }

    private Task WriteAsync(long id, string text) => Test.WriteAsync(async db =>
    {
        await SearchIndex.PutAsync(db, SearchScope.CampaignReview, id, SearchTokens.Weigh((text, 1)), Token);
        return true;
    });

    private Task<long> FillAsync() => Test.WriteAsync(async db =>
    {
        for (var index = 0; index < s_texts.Length; index++)
        {
            await SearchIndex.PutAsync(db, SearchScope.TitleTemplate, index, SearchTokens.Weigh((s_texts[index], 1)), Token);
        }

        return 0L;
    });
}

public sealed class SqliteSearchIndexTests(SqliteTestDatabase database) : SearchIndexTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresSearchIndexTests(PostgresTestDatabase database) : SearchIndexTests(database), IClassFixture<PostgresTestDatabase>;

public sealed class SqlServerSearchIndexTests(SqlServerTestDatabase database) : SearchIndexTests(database), IClassFixture<SqlServerTestDatabase>;
