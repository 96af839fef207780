using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data;

/// <summary>The model with row filters. A type of its own, so that EF keeps the two models apart.</summary>
internal sealed class FilteredSqlServerCommunityDbContext(DbContextOptions<FilteredSqlServerCommunityDbContext> options)
    : SqlServerCommunityDbContext(options)
{
    protected override bool FiltersRows => true;
}
