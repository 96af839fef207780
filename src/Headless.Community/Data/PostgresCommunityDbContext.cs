using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data;

/// <summary>The model on PostgreSQL.</summary>
public class PostgresCommunityDbContext : CommunityDbContext
{
    public PostgresCommunityDbContext(DbContextOptions<PostgresCommunityDbContext> options)
        : base(options)
    {
    }

    private protected PostgresCommunityDbContext(DbContextOptions options)
        : base(options)
    {
    }

    private protected override string OrdinalCollation => "C";
}
