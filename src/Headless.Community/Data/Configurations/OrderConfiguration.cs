using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class OrderConfiguration
{
    public static void Configure(ModelBuilder builder) => builder.Entity<Order>(entity =>
    {
        entity.Property(row => row.Source).HasMaxLength(Order.SourceMaxLength);
        entity.Property(row => row.ExternalId).HasMaxLength(Order.ExternalIdMaxLength);
        entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
        entity.HasOne(row => row.Member).WithMany(row => row.Orders).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.Campaign).WithMany(row => row.Orders).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(row => new { row.Source, row.ExternalId }).IsUnique();
        entity.HasIndex(row => row.ExternalId);

        // What a member bought is asked of many members at once: from the index alone. A member's orders are few enough to sort.
        entity.HasIndex(row => new { row.MemberId, row.Status, row.Currency, row.PaidAt, row.Amount });
        entity.HasIndex(row => new { row.GroupId, row.PaidAt });
        entity.HasIndex(row => new { row.CampaignId, row.PaidAt });
        entity.HasIndex(row => row.PaidAt);
        entity.HasIndex(row => row.Amount);
        entity.HasIndex(row => new { row.Currency, row.Amount });
        entity.HasIndex(row => new { row.Status, row.PaidAt });
    });
}
