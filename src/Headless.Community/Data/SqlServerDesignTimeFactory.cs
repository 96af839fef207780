using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Headless.Community.Data;

/// <summary>Makes the context for <c>dotnet ef</c>. Commands that reach a database take its address from <c>--connection</c>.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerCommunityDbContext>
{
    public SqlServerCommunityDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<SqlServerCommunityDbContext>();
        var options = new DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = "Server=localhost;Database=headless" };
        ProviderSetup.Use(builder, options, TimeProvider.System);
        return new SqlServerCommunityDbContext(builder.Options);
    }
}
