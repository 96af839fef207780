using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Headless.Community.Data;

/// <summary>The model on SQLite.</summary>
public class SqliteCommunityDbContext : CommunityDbContext
{
    public SqliteCommunityDbContext(DbContextOptions<SqliteCommunityDbContext> options)
        : base(options)
    {
    }

    private protected SqliteCommunityDbContext(DbContextOptions options)
        : base(options)
    {
    }

    private protected override string? OrdinalCollation => null;

    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        base.ConfigureConventions(builder);

        // SQLite has no decimals. As text they would need a function for every comparison and no index would help; as binary
        // floating point they would not be exact. Ten-thousandths in a 64-bit integer add up, compare and sort exactly, in SQL.
        builder.Properties<decimal>().HaveConversion<TenThousandthsConverter>();
    }

    internal sealed class TenThousandthsConverter() : ValueConverter<decimal, long>(
        amount => decimal.ToInt64(amount * 10_000m), stored => stored / 10_000m);
}
