using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class PlatformConfiguration
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<PlatformPolicy>(entity =>
        {
            entity.Property(row => row.Source).HasMaxLength(PlatformPolicy.SourceMaxLength);
            entity.HasIndex(row => new { row.Platform, row.Key, row.Origin, row.EffectiveFrom }).IsUnique();
            entity.HasData(ShippedRows.Policies);
        });

        builder.Entity<PlatformCapability>(entity =>
        {
            entity.Property(row => row.Source).HasMaxLength(PlatformCapability.SourceMaxLength);
            entity.HasIndex(row => new { row.Platform, row.Capability, row.Origin }).IsUnique();
            entity.HasData(ShippedRows.Capabilities);
        });
    }
}
