using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class DeliveryConfiguration
{
    public static void Configure(ModelBuilder builder, string hasIdempotencyKey)
    {
        builder.Entity<Mailing>(entity =>
        {
            entity.Property(row => row.Text).HasMaxLength(Mailing.TextMaxLength);
            entity.Property(row => row.CancelReason).HasMaxLength(Mailing.ReasonMaxLength);
            entity.Property(row => row.IdempotencyKey).HasMaxLength(Mailing.IdempotencyKeyMaxLength);
            entity.HasOne(row => row.ContentItem).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Segment).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.PlaybookTask).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Digest).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.RequestedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.IdempotencyKey).IsUnique().HasFilter(hasIdempotencyKey);
            entity.HasIndex(row => row.SendAt);
            entity.HasIndex(row => new { row.Channel, row.SendAt });
            entity.HasIndex(row => new { row.Purpose, row.SendAt });
            entity.HasIndex(row => row.ContentItemId);
            entity.HasIndex(row => row.CampaignId);
            entity.HasIndex(row => row.SegmentId);
            entity.HasIndex(row => row.GroupId);
            entity.HasIndex(row => row.PlaybookTaskId);
            entity.HasIndex(row => row.DigestId);
            entity.HasIndex(row => row.RequestedById);
            entity.HasIndex(row => row.CancelledAt);
        });
        builder.Entity<Delivery>(entity =>
        {
            entity.Property(row => row.Detail).HasMaxLength(Delivery.DetailMaxLength);
            entity.Property(row => row.ExternalId).HasMaxLength(Delivery.ExternalIdMaxLength);
            entity.Property(row => row.ClaimId).HasMaxLength(Delivery.ClaimIdMaxLength);
            entity.HasOne(row => row.Mailing).WithMany(row => row.Deliveries).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Identity).WithMany().OnDelete(DeleteBehavior.SetNull);
            entity.HasOne(row => row.ContentItem).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.ClaimedBy).WithMany().OnDelete(DeleteBehavior.Restrict);

            // What can be claimed, what has to be taken back, what nobody sent in time.
            entity.HasIndex(row => new { row.Status, row.SendAt });
            entity.HasIndex(row => new { row.Status, row.LeaseUntil });
            entity.HasIndex(row => new { row.Status, row.ExpiresAt });
            entity.HasIndex(row => new { row.MailingId, row.Status });

            // What a member had lately, and has on its way: caps and quotas.
            entity.HasIndex(row => new { row.MemberId, row.Status, row.SentAt });
            entity.HasIndex(row => new { row.GroupId, row.Status });
            entity.HasIndex(row => new { row.ContentItemId, row.Status });
            entity.HasIndex(row => row.CampaignId);
            entity.HasIndex(row => row.IdentityId);
            entity.HasIndex(row => row.ClaimedById);
            entity.HasIndex(row => row.ClaimId);
            entity.HasIndex(row => row.SentAt);
            entity.HasIndex(row => row.SendAt);
            entity.HasIndex(row => row.Reason);
            entity.HasIndex(row => row.Channel);
            entity.HasIndex(row => row.Purpose);
        });
    }
}
