using System.Text.RegularExpressions;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Headless.Community.Tests.Data;

/// <summary>A Release build takes EF's models compiled: they have to be those that the entities' configurations make.</summary>
public sealed partial class CompiledModelTests
{
    [Fact]
    public void The_model_for_SQLite_is_compiled_as_it_is() => Compare<SqliteCommunityDbContext, NewSqlite>(DatabaseProvider.Sqlite, "Data Source=nowhere.db;Mode=ReadOnly");

    [Fact]
    public void The_model_for_SQL_Server_is_compiled_as_it_is() => Compare<SqlServerCommunityDbContext, NewSqlServer>(DatabaseProvider.SqlServer, "Server=nowhere.invalid;Database=headless");

    [Fact]
    public void The_model_for_PostgreSQL_is_compiled_as_it_is() => Compare<PostgresCommunityDbContext, NewPostgres>(DatabaseProvider.Postgres, "Host=nowhere.invalid;Database=headless");

    private static void Compare<TContext, TNew>(DatabaseProvider provider, string connectionString)
        where TContext : CommunityDbContext
        where TNew : TContext
    {
        var made = DebugString<TNew>(provider, connectionString);
        DebugString<TContext>(provider, connectionString).ShouldBe(made, "compile it again: docs/development.md, Migrations");
    }

    private static string DebugString<TContext>(DatabaseProvider provider, string connectionString)
        where TContext : CommunityDbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        ProviderSetup.Use(builder, new DatabaseOptions { Provider = provider, ConnectionString = connectionString }, TimeProvider.System);
        using var context = (TContext)Activator.CreateInstance(typeof(TContext), builder.Options)!;
        return Tables().Replace(context.Model.ToDebugString(MetadataDebugStringOptions.LongDefault), string.Empty);
    }

    /// <summary>A compiled model repeats of which table it is on a complex property, a new one does not.</summary>
    [GeneratedRegex(@"^ +(Annotations:|Relational:(FunctionName|Schema|SqlQuery|TableName|ViewName|ViewSchema):.*?) *\n", RegexOptions.Multiline)]
    private static partial Regex Tables();

    // No compiled model is registered for these, so EF makes theirs from the configurations.
    private sealed class NewSqlite(DbContextOptions<NewSqlite> options) : SqliteCommunityDbContext(options);

    private sealed class NewSqlServer(DbContextOptions<NewSqlServer> options) : SqlServerCommunityDbContext(options);

    private sealed class NewPostgres(DbContextOptions<NewPostgres> options) : PostgresCommunityDbContext(options);
}
