using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Headless.Community.Data;

/// <summary>Makes the context for <c>dotnet ef</c>. Commands that reach a database take its address from <c>--connection</c>.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresCommunityDbContext>
{
    public PostgresCommunityDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<PostgresCommunityDbContext>();
        var options = new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = "Host=localhost;Database=headless" };
        ProviderSetup.Use(builder, options, TimeProvider.System);
        return new PostgresCommunityDbContext(builder.Options);
    }
}
