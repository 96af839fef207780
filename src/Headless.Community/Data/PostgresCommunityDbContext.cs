using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data;

/// <summary>The model on PostgreSQL.</summary>
public class PostgresCommunityDbContext(DbContextOptions options) : CommunityDbContext(options)
{
    private protected override string OrdinalCollation => "C";
}
