using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class CampaignConfiguration
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<Campaign>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(Campaign.NameMaxLength);
            entity.Property(row => row.TimeZone).HasMaxLength(Campaign.TimeZoneMaxLength);
            entity.Property(row => row.Hook).HasMaxLength(Campaign.HookMaxLength);
            entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
            entity.Property(row => row.CancelReason).HasMaxLength(Campaign.ReasonMaxLength);
            entity.Property(row => row.Review).HasMaxLength(Campaign.ReviewMaxLength);
            entity.HasIndex(row => row.Name);
            entity.HasIndex(row => new { row.Goal, row.CreatedAt });
            entity.HasIndex(row => new { row.Kind, row.CreatedAt });
            entity.HasIndex(row => new { row.Status, row.CreatedAt });
            entity.HasIndex(row => row.StartsAt);
            entity.HasIndex(row => row.EndsAt);
            entity.HasIndex(row => row.Budget);
            entity.HasOne(row => row.Segment).WithMany().HasForeignKey(row => row.SegmentId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.SegmentId);
            entity.HasIndex(row => new { row.Status, row.PreheatsAt });
            entity.HasIndex(row => new { row.Status, row.ReviewIndexVersion });
        });

        builder.Entity<Campaign>()
            .HasMany(campaign => campaign.Groups)
            .WithMany(group => group.Campaigns)
            .UsingEntity<CampaignGroup>(
                right => right.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict),
                left => left.HasOne(row => row.Campaign).WithMany(row => row.CampaignGroups).OnDelete(DeleteBehavior.Cascade),
                entity =>
                {
                    entity.HasKey(row => new { row.CampaignId, row.GroupId });
                    entity.HasIndex(row => new { row.GroupId, row.CampaignId });
                });
    }
}
