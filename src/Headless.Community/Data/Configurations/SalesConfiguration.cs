using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

/// <summary>Products, refunds, consultations, targets, costs, attribution.</summary>
internal static class SalesConfiguration
{
    public static void Configure(ModelBuilder builder, Func<string, string> notNull)
    {
        builder.Entity<Product>(entity =>
        {
            entity.Property(row => row.Sku).HasMaxLength(Product.SkuMaxLength);
            entity.Property(row => row.Name).HasMaxLength(Product.NameMaxLength);
            entity.Property(row => row.Category).HasMaxLength(Product.CategoryMaxLength);
            entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
            entity.HasIndex(row => row.Sku).IsUnique();
            entity.HasIndex(row => row.Name);
            entity.HasIndex(row => new { row.Category, row.Name });
        });

        builder.Entity<OrderItem>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(Product.NameMaxLength);
            entity.Property(row => row.Category).HasMaxLength(Product.CategoryMaxLength);
            entity.HasOne(row => row.Order).WithMany(row => row.Items).HasForeignKey(row => row.OrderId).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Product).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.OrderId);
            entity.HasIndex(row => row.ProductId).HasFilter(notNull("ProductId"));
            entity.HasIndex(row => new { row.Category, row.OrderId }).HasFilter(notNull("Category"));
        });

        builder.Entity<Refund>(entity =>
        {
            entity.Property(row => row.Reason).HasMaxLength(Refund.ReasonMaxLength);
            entity.Property(row => row.IdempotencyKey).HasMaxLength(Refund.IdempotencyKeyMaxLength);
            entity.HasOne(row => row.Order).WithMany().HasForeignKey(row => row.OrderId).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.OrderId);
            entity.HasIndex(row => row.MemberId).HasFilter(notNull("MemberId"));
            entity.HasIndex(row => row.IdempotencyKey).IsUnique().HasFilter(notNull("IdempotencyKey"));
        });

        builder.Entity<Consultation>(entity =>
        {
            entity.Property(row => row.Topic).HasMaxLength(Consultation.TopicMaxLength);
            entity.Property(row => row.Note).HasMaxLength(Consultation.NoteMaxLength);
            entity.Property(row => row.IdempotencyKey).HasMaxLength(Consultation.IdempotencyKeyMaxLength);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Product).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Order).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.MemberId, row.ConsultedAt });
            entity.HasIndex(row => new { row.GroupId, row.ConsultedAt });
            entity.HasIndex(row => row.ProductId).HasFilter(notNull("ProductId"));
            entity.HasIndex(row => row.OrderId).HasFilter(notNull("OrderId"));
            entity.HasIndex(row => row.ConsultedAt);
            entity.HasIndex(row => new { row.Topic, row.ConsultedAt });
            entity.HasIndex(row => new { row.Outcome, row.ConsultedAt });
            entity.HasIndex(row => row.IdempotencyKey).IsUnique().HasFilter(notNull("IdempotencyKey"));
        });

        builder.Entity<SalesTarget>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(SalesTarget.NameMaxLength);
            entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
            entity.Property(row => row.Weights).HasMaxLength(SalesTarget.WeightsMaxLength);
            entity.Ignore(row => row.WeekdayWeights);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Name);
            entity.HasIndex(row => row.From);
            entity.HasIndex(row => row.GroupId);
            entity.HasIndex(row => row.CampaignId);
        });

        builder.Entity<CostEntry>(entity =>
        {
            entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
            entity.Property(row => row.Note).HasMaxLength(CostEntry.NoteMaxLength);
            entity.Property(row => row.IdempotencyKey).HasMaxLength(CostEntry.IdempotencyKeyMaxLength);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.SpentAt);
            entity.HasIndex(row => new { row.Kind, row.SpentAt });
            entity.HasIndex(row => new { row.GroupId, row.SpentAt });
            entity.HasIndex(row => new { row.CampaignId, row.SpentAt });
            entity.HasIndex(row => row.IdempotencyKey).IsUnique().HasFilter(notNull("IdempotencyKey"));
        });

        builder.Entity<AttributionRule>(entity =>
        {
            entity.Property(row => row.ModelList).HasMaxLength(AttributionRule.ModelsMaxLength);
            entity.Ignore(row => row.Models);
            entity.HasIndex(row => row.Number).IsUnique();
        });

        builder.Entity<OrderAttribution>(entity =>
        {
            entity.HasOne(row => row.Order).WithMany().HasForeignKey(row => row.OrderId).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Rule).WithMany().HasForeignKey(row => row.RuleId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.OrderId, row.RuleId }).IsUnique();
            entity.HasIndex(row => new { row.RuleId, row.GroupId });
            entity.HasIndex(row => row.GroupId);
            entity.HasIndex(row => row.CampaignId);
        });
    }
}
