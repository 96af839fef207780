using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class OfferConfiguration
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<Offer>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(Offer.NameMaxLength);
            entity.Property(row => row.Url).HasMaxLength(Offer.UrlMaxLength);
            entity.Property(row => row.Audience).HasMaxLength(Offer.AudienceMaxLength);
            entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.CampaignId);
            entity.HasIndex(row => row.Name);
        });
        builder.Entity<OfferItem>(entity =>
        {
            entity.Property(row => row.Product).HasMaxLength(OfferItem.ProductMaxLength);
            entity.Property(row => row.Sku).HasMaxLength(OfferItem.SkuMaxLength);
            entity.Ignore(row => row.Available);
            entity.HasOne(row => row.Offer).WithMany(row => row.Items).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne<Product>().WithMany().HasForeignKey(row => row.ProductId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.OfferId);
            entity.HasIndex(row => row.ProductId);
            entity.HasIndex(row => row.Product);
            entity.HasIndex(row => row.Sku);
            entity.HasIndex(row => new { row.Role, row.CreatedAt });
            entity.HasIndex(row => new { row.IsLow, row.CreatedAt });
            entity.HasIndex(row => row.Price);
        });
        builder.Entity<StockReservation>(entity =>
        {
            entity.Property(row => row.Reference).HasMaxLength(StockReservation.ReferenceMaxLength);
            entity.HasOne(row => row.OfferItem).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.OfferItemId, row.Reference }).IsUnique();
            entity.HasIndex(row => new { row.Status, row.ExpiresAt });
        });
    }
}
