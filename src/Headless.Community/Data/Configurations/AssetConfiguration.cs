using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class AssetConfiguration
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<Asset>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(Asset.NameMaxLength);
            entity.Property(row => row.AltText).HasMaxLength(Asset.AltTextMaxLength);
            entity.Property(row => row.MediaType).HasMaxLength(Asset.MediaTypeMaxLength);
            entity.Property(row => row.Sha256).HasMaxLength(Asset.Sha256Length);
            entity.HasOne(row => row.UploadedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Name);
            entity.HasIndex(row => new { row.Kind, row.CreatedAt });
            entity.HasIndex(row => new { row.Status, row.CreatedAt });
            entity.HasIndex(row => row.MediaType);
            entity.HasIndex(row => row.Sha256);
            entity.HasIndex(row => row.Size);
            entity.HasIndex(row => row.UploadUntil);
            entity.HasIndex(row => row.UploadedById);
        });
        builder.Entity<ContentItemAsset>(entity =>
        {
            entity.HasOne(row => row.ContentItem).WithMany().OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Asset).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.ContentItemId, row.AssetId }).IsUnique();
            entity.HasIndex(row => row.AssetId);
        });
    }
}
