using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Headless.Community.Tests.Data;

/// <summary>What can be known about a provider without a server.</summary>
public sealed class ProviderModelTests
{
    private static readonly Dictionary<DatabaseProvider, string> s_nowhere = new()
    {
        [DatabaseProvider.Sqlite] = "Data Source=nowhere.db;Mode=ReadOnly",
        [DatabaseProvider.SqlServer] = "Server=nowhere.invalid;Database=headless;Connect Timeout=1",
        [DatabaseProvider.Postgres] = "Host=nowhere.invalid;Database=headless",
    };

    public static TheoryData<DatabaseProvider> Providers => [.. s_nowhere.Keys];

    public static TheoryData<string> Entities =>
        [.. Create(DatabaseProvider.SqlServer).Model.GetEntityTypes().Select(type => type.ClrType.Name)];

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_migrations_have_everything_that_the_model_has(DatabaseProvider provider)
    {
        using var context = Create(provider);
        context.Database.HasPendingModelChanges().ShouldBeFalse();
        context.Database.GetMigrations().Select(name => name.Split('_')[1]).ShouldBe(["Initial", "MembershipHistoryIndex", "People", "Operations", "Engagement", "Results", "Transfers", "NameGrams", "DigestsAndReplies", "WithoutRowid"]);
    }

    [Fact]
    public void The_idempotent_SQL_Server_script_is_generated_and_has_no_MERGE()
    {
        using var context = Create(DatabaseProvider.SqlServer);
        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        foreach (var table in context.Model.GetEntityTypes().Select(type => type.GetTableName()))
        {
            script.ShouldContain($"CREATE TABLE [{table}]");
        }

        script.ShouldContain("CREATE UNIQUE INDEX [IX_Memberships_Open] ON [Memberships] ([GroupId], [MemberId]) WHERE [LeftAt] IS NULL");
        Regex.IsMatch(script, @"\bMERGE\b", RegexOptions.IgnoreCase).ShouldBeFalse();
        script.ShouldNotContain("ON DELETE CASCADE ON", Case.Insensitive);
        TransactSql.ErrorsOf(script).ShouldBeEmpty();
    }

    /// <summary>SQL Server refuses a table that deletes may reach twice (error 1785), and a key of an index over 1 700 bytes, of a table over 900.</summary>
    [Fact]
    public void SQL_Server_takes_the_foreign_keys_and_the_indexes()
    {
        using var context = Create(DatabaseProvider.SqlServer);
        var model = context.GetService<IDesignTimeModel>().Model.GetRelationalModel();
        var cascades = model.Tables.SelectMany(table => table.ForeignKeyConstraints)
            .Where(key => key.OnDeleteAction != ReferentialAction.NoAction && key.OnDeleteAction != ReferentialAction.Restrict)
            .ToLookup(key => key.PrincipalTable.Name, key => key.Table.Name);
        foreach (var table in model.Tables)
        {
            var reached = Reached(table.Name, []).ToList();
            reached.ShouldBe(reached.Distinct(), $"a row of {table.Name} that is deleted");
        }

        foreach (var table in model.Tables)
        {
            foreach (var index in table.Indexes)
            {
                index.Columns.Sum(Bytes).ShouldBeLessThanOrEqualTo(1_700, index.Name);
            }

            table.PrimaryKey!.Columns.Sum(Bytes).ShouldBeLessThanOrEqualTo(900, table.Name);
        }

        IEnumerable<string> Reached(string table, HashSet<string> above)
        {
            above.Add(table).ShouldBeTrue($"deletes go around in {table}");
            return cascades[table].SelectMany(below => Reached(below, [.. above]).Prepend(below));
        }

        static int Bytes(IColumn column)
        {
            var type = Regex.Match(column.StoreType, @"^n?var(?:char|binary)\((\d+|max)\)");
            var length = !type.Success ? 8 : type.Groups[1].Value == "max" ? 1_000_000 : int.Parse(type.Groups[1].Value, CultureInfo.InvariantCulture);
            return column.StoreType.StartsWith('n') ? length * 2 : length;
        }
    }

    [Fact]
    public async Task Saving_many_rows_to_SQL_Server_takes_no_MERGE()
    {
        var commands = new RecordedCommands();
        var builder = new DbContextOptionsBuilder<SqlServerCommunityDbContext>().AddInterceptors(commands);
        ProviderSetup.Use(builder, new DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = s_nowhere[DatabaseProvider.SqlServer] }, TimeProvider.System);
        await using var context = new SqlServerCommunityDbContext(builder.Options);
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        context.AddRange(Enumerable.Range(1, 30).Select(number => new Member { DisplayName = $"member {number}" }));

        await Should.ThrowAsync<DbUpdateException>(() => context.SaveChangesAsync(TestContext.Current.CancellationToken));

        commands.Texts.ShouldHaveSingleItem().Split("INSERT INTO [Members]").Length.ShouldBe(31);
        Regex.IsMatch(commands.Texts.Single(), @"\bMERGE\b", RegexOptions.IgnoreCase).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public void A_list_by_every_index_of_every_entity_translates_for_SQL_Server(string entity)
    {
        using var context = Create(DatabaseProvider.SqlServer);
        var type = context.Model.GetEntityTypes().Single(candidate => candidate.ClrType.Name == entity);
        foreach (var property in type.GetIndexes().SelectMany(index => index.Properties).Distinct())
        {
            var sql = (string)typeof(ProviderModelTests)
                .GetMethod(nameof(ListSql), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(type.ClrType, property.ClrType)
                .Invoke(null, [context, property.Name])!;
            sql.ShouldContain($"ORDER BY [{type.GetTableName()![..1].ToLowerInvariant()}].[{property.GetColumnName()}]");
        }
    }

    [Fact]
    public void Contains_and_prefix_searches_translate_for_SQL_Server()
    {
        using var context = Create(DatabaseProvider.SqlServer);
        var (text, ids) = ("a", new List<long> { 1, 2, 3 });
        context.Members
            .Where(row => row.DisplayName.Contains(text) || row.DisplayName.StartsWith(text) || ids.Contains(row.Id))
            .Where(row => row.Tags.Any(tag => tag.Name == text) && row.Memberships.All(stay => stay.GroupId != 1))
            .OrderBy(row => row.DisplayName)
            .Take(20)
            .ToQueryString()
            .ShouldNotContain("OPENJSON");
    }

    private static string ListSql<TEntity, TValue>(CommunityDbContext context, string property)
        where TEntity : class
    {
        var value = default(TValue);
        return context.Set<TEntity>()
            .Where(row => EF.Property<TValue>(row, property)!.Equals(value))
            .OrderBy(row => EF.Property<TValue>(row, property))
            .Take(20)
            .ToQueryString();
    }

    private static CommunityDbContext Create(DatabaseProvider provider) =>
        new CommunityDatabase(new DatabaseOptions { Provider = provider, ConnectionString = s_nowhere[provider] }, TimeProvider.System)
            .Create(AccessScope.Everything);

    /// <summary>Keeps what would have been sent, and stops it.</summary>
    private sealed class RecordedCommands : DbCommandInterceptor, IDbConnectionInterceptor
    {
        public List<string> Texts { get; } = [];

        public ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult.Suppress());

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Texts.Add(command.CommandText);
            throw new NotSupportedException("Nothing is sent.");
        }
    }
}
