using Headless.Community.Search;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class SearchConfiguration
{
    public static void Configure(ModelBuilder builder) => builder.Entity<SearchTerm>(entity =>
    {
        entity.Property(row => row.Term).HasMaxLength(SearchTokens.MaxLength);

        // Looked up by its owner: taken away with it, and compared with the other words that are sought.
        entity.HasKey(row => new { row.Scope, row.OwnerId, row.Term });

        // The best of a word, read backwards.
        entity.HasIndex(row => new { row.Scope, row.Term, row.Weight, row.OwnerId });
    });
}
