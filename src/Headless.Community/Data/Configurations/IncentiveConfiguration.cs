using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

/// <summary>Coupons, budgets, red packets and gifts.</summary>
internal static class IncentiveConfiguration
{
    public static void Configure(ModelBuilder builder, Func<string, string> notNull)
    {
        builder.Entity<CouponTemplate>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(CouponTemplate.NameMaxLength);
            entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Name).IsUnique();
            entity.HasIndex(row => row.EndsAt);
            entity.HasIndex(row => row.CampaignId);
        });

        builder.Entity<Coupon>(entity =>
        {
            entity.Property(row => row.Code).HasMaxLength(Coupon.CodeLength);
            entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
            entity.Property(row => row.VoidReason).HasMaxLength(Coupon.ReasonMaxLength);
            entity.Property(row => row.IdempotencyKey).HasMaxLength(Coupon.IdempotencyKeyMaxLength);
            entity.Property(row => row.RedemptionKey).HasMaxLength(Coupon.IdempotencyKeyMaxLength);
            entity.HasOne(row => row.Template).WithMany().HasForeignKey(row => row.TemplateId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Order).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Code).IsUnique();
            entity.HasIndex(row => new { row.TemplateId, row.MemberId });
            entity.HasIndex(row => new { row.MemberId, row.Status });
            entity.HasIndex(row => new { row.Status, row.ExpiresAt });
            entity.HasIndex(row => row.IssuedAt);
            entity.HasIndex(row => row.RedeemedAt);
            entity.HasIndex(row => row.OrderId).HasFilter(notNull("OrderId"));
            entity.HasIndex(row => row.IdempotencyKey).IsUnique().HasFilter(notNull("IdempotencyKey"));
            entity.HasIndex(row => row.RedemptionKey).IsUnique().HasFilter(notNull("RedemptionKey"));
        });

        builder.Entity<IncentiveBudget>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(IncentiveBudget.NameMaxLength);
            entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
            entity.Ignore(row => row.AllowedReasons);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Name);
            entity.HasIndex(row => row.GroupId);
            entity.HasIndex(row => row.CampaignId);
        });

        builder.Entity<RedPacketDrop>(entity =>
        {
            entity.Property(row => row.Title).HasMaxLength(RedPacketDrop.TitleMaxLength);
            entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
            entity.Property(row => row.IdempotencyKey).HasMaxLength(RedPacketDrop.IdempotencyKeyMaxLength);
            entity.HasOne(row => row.Budget).WithMany().HasForeignKey(row => row.BudgetId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.BudgetId);
            entity.HasIndex(row => new { row.GroupId, row.CreatedAt });
            entity.HasIndex(row => new { row.Status, row.ExpiresAt });
            entity.HasIndex(row => row.ExpiresAt);
            entity.HasIndex(row => row.IdempotencyKey).IsUnique().HasFilter(notNull("IdempotencyKey"));
        });

        builder.Entity<RedPacketPart>(entity =>
        {
            entity.HasOne(row => row.Drop).WithMany(row => row.Parts).HasForeignKey(row => row.DropId).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.DropId, row.Number }).IsUnique();

            // Not unique: records that are merged may both have a part, and the parts come to the amount still.
            entity.HasIndex(row => new { row.DropId, row.MemberId }).HasFilter(notNull("MemberId"));
            entity.HasIndex(row => row.MemberId).HasFilter(notNull("MemberId"));
        });

        builder.Entity<Gift>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(Gift.NameMaxLength);
            entity.Property(row => row.Note).HasMaxLength(Gift.NoteMaxLength);
            entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
            entity.Property(row => row.IdempotencyKey).HasMaxLength(Gift.IdempotencyKeyMaxLength);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Budget).WithMany().HasForeignKey(row => row.BudgetId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.MemberId, row.SentAt });
            entity.HasIndex(row => new { row.GroupId, row.SentAt });
            entity.HasIndex(row => row.BudgetId);
            entity.HasIndex(row => row.SentAt);
            entity.HasIndex(row => new { row.Status, row.SentAt });
            entity.HasIndex(row => row.IdempotencyKey).IsUnique().HasFilter(notNull("IdempotencyKey"));
        });
    }
}
