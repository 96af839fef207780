using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Headless.Community.Data;

/// <summary>Makes the context for <c>dotnet ef</c>. Commands that reach a database take its address from <c>--connection</c>.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteCommunityDbContext>
{
    public SqliteCommunityDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<SqliteCommunityDbContext>();
        var options = new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = "Data Source=design.db" };
        ProviderSetup.Use(builder, options, TimeProvider.System);
        return new SqliteCommunityDbContext(builder.Options);
    }
}
