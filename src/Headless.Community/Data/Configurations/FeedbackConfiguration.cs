using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class FeedbackConfiguration
{
    public static void Configure(ModelBuilder builder, string hasIdempotencyKey) => builder.Entity<Feedback>(entity =>
    {
        entity.ToTable("Feedback");
        entity.Property(row => row.Topic).HasMaxLength(Feedback.TopicMaxLength);
        entity.Property(row => row.Text).HasMaxLength(Feedback.TextMaxLength);
        entity.Property(row => row.Product).HasMaxLength(Feedback.ProductMaxLength);
        entity.Property(row => row.Resolution).HasMaxLength(Feedback.ResolutionMaxLength);
        entity.Property(row => row.IdempotencyKey).HasMaxLength(Feedback.IdempotencyKeyMaxLength);
        entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.Assignee).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(row => new { row.Status, row.ReceivedAt });
        entity.HasIndex(row => row.ReceivedAt);
        entity.HasIndex(row => new { row.Topic, row.ReceivedAt });
        entity.HasIndex(row => new { row.Product, row.ReceivedAt });
        entity.HasIndex(row => new { row.Channel, row.ReceivedAt });
        entity.HasIndex(row => new { row.Sentiment, row.ReceivedAt });
        entity.HasIndex(row => new { row.MemberId, row.ReceivedAt });
        entity.HasIndex(row => new { row.GroupId, row.ReceivedAt });
        entity.HasIndex(row => new { row.CampaignId, row.ReceivedAt });
        entity.HasIndex(row => new { row.AssigneeId, row.Status });
        entity.HasIndex(row => row.ClosedAt);
        entity.HasIndex(row => row.IdempotencyKey).IsUnique().HasFilter(hasIdempotencyKey);
    });
}
