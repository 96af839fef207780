using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data;

/// <summary>The model on SQL Server.</summary>
public class SqlServerCommunityDbContext : CommunityDbContext
{
    public SqlServerCommunityDbContext(DbContextOptions<SqlServerCommunityDbContext> options)
        : base(options)
    {
    }

    private protected SqlServerCommunityDbContext(DbContextOptions options)
        : base(options)
    {
    }

    internal const string Collation = "Latin1_General_100_BIN2";

    private protected override string OrdinalCollation => Collation;

    private protected override string NullFilter(string column, bool isNull) =>
        $"[{column}] IS {(isNull ? "NULL" : "NOT NULL")}";
}
