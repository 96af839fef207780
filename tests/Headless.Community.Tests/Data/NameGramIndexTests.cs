using Headless.Community.Data;
using Headless.Community.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Headless.Community.Tests.Data;

/// <summary>The grams of names are in the index whichever way a name is written, and those of names that were there before it.</summary>
public abstract class NameGramIndexTests(TestDatabase database) : ProviderTests(database)
{
    private static readonly string[] s_names = ["王小明", "Li Wei", " leading and trailing ", "😀a😀", "aA aA", "x", "O'Neil \"%_[", "全角　空格"];

    [Fact]
    public async Task Names_that_are_saved_renamed_and_written_in_bulk_are_indexed()
    {
        var ids = await AddAsync();
        await ShouldBeIndexedAsync(ids, s_names);
        await Test.WriteAsync(async db =>
        {
            (await db.Members.FirstAsync(m => m.Id == ids[0], Token)).DisplayName = "李四";
            (await db.Members.FirstAsync(m => m.Id == ids[1], Token)).Region = "上海";
            return await db.SaveChangesAsync(Token);
        });
        await ShouldBeIndexedAsync(ids, ["李四", .. s_names[1..]]);
    }

    [Fact]
    public async Task The_migration_indexes_the_names_that_are_there()
    {
        var ids = await AddAsync();
        await Test.WriteAsync(async db =>
        {
            await db.SearchTerms.Where(t => t.Scope == SearchScope.MemberName).ExecuteDeleteAsync(Token);
            var assembly = db.GetService<IMigrationsAssembly>();
            var type = assembly.Migrations.Single(m => m.Key.EndsWith("_NameGrams", StringComparison.Ordinal)).Value;
            var sql = assembly.CreateMigration(type, db.Database.ProviderName!).UpOperations.OfType<SqlOperation>().Single().Sql;
            return await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal), Token);
        });
        await ShouldBeIndexedAsync(ids, s_names);
    }

    private Task<List<long>> AddAsync() => Test.WriteAsync(async db =>
    {
        var members = s_names.Select(name => new Member { DisplayName = name }).ToList();
        db.Members.AddRange(members);
        await db.SaveChangesAsync(Token);
        return members.ConvertAll(m => m.Id);
    });

    private async Task ShouldBeIndexedAsync(List<long> ids, string[] names)
    {
        await using var db = Everything();
        for (var index = 0; index < ids.Count; index++)
        {
            var id = ids[index];
            var grams = await db.SearchTerms.Where(t => t.Scope == SearchScope.MemberName && t.OwnerId == id).Select(t => t.Term).ToListAsync(Token);
            grams.Order(StringComparer.Ordinal).ShouldBe(NameGrams.Of(names[index]).Order(StringComparer.Ordinal), names[index]);
        }
    }
}

public sealed class SqliteNameGramIndexTests(SqliteTestDatabase database) : NameGramIndexTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresNameGramIndexTests(PostgresTestDatabase database) : NameGramIndexTests(database), IClassFixture<PostgresTestDatabase>;

public sealed class SqlServerNameGramIndexTests(SqlServerTestDatabase database) : NameGramIndexTests(database), IClassFixture<SqlServerTestDatabase>;
