using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

/// <summary>What hangs on groups, and what many groups have in common.</summary>
internal static class GroupPartConfiguration
{
    public static void Configure(ModelBuilder builder, string isPinned)
    {
        builder.Entity<GroupSeries>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(GroupSeries.NameMaxLength);
            entity.Property(row => row.NameTemplate).HasMaxLength(NameTemplate.MaxLength);
            entity.Property(row => row.City).HasMaxLength(GroupSeries.PlaceMaxLength);
            entity.Property(row => row.Topic).HasMaxLength(GroupSeries.PlaceMaxLength);
            entity.Property(row => row.AvatarUrl).HasMaxLength(GroupBranding.AvatarUrlMaxLength);
            entity.Property(row => row.Tagline).HasMaxLength(GroupBranding.TaglineMaxLength);
            entity.HasIndex(row => row.Name).IsUnique();
        });

        builder.Entity<GroupTypeTemplate>(entity =>
        {
            entity.Property(row => row.PurposeFlags).HasColumnName("Purposes");
            entity.Ignore(row => row.Purposes);
            entity.Property(row => row.KeyMetrics).HasMaxLength(GroupTypeTemplate.KeyMetricsMaxLength);
            entity.Property(row => row.Guidance).HasMaxLength(GroupTypeTemplate.GuidanceMaxLength);
            entity.HasIndex(row => row.Type).IsUnique();
            entity.HasData(GroupTypeTemplate.Shipped);
        });

        builder.Entity<WelcomeMessage>(entity =>
        {
            entity.Property(row => row.Text).HasMaxLength(WelcomeMessage.TextMaxLength);
            entity.Property(row => row.JoinChannel).HasMaxLength(WelcomeMessage.JoinChannelMaxLength);
            entity.HasOne(row => row.Group).WithMany(row => row.WelcomeMessages).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.GroupId, row.RemovedAt, row.Position });
        });

        builder.Entity<Announcement>(entity =>
        {
            entity.Property(row => row.Text).HasMaxLength(Announcement.TextMaxLength);
            entity.HasOne(row => row.Group).WithMany(row => row.Announcements).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.PinnedInGroupId).IsUnique().HasFilter(isPinned);
            entity.HasIndex(row => new { row.GroupId, row.PublishAt });
            entity.HasIndex(row => new { row.Status, row.PublishAt });
            entity.HasIndex(row => row.PublishAt);
            entity.HasIndex(row => row.PublishedAt);
        });

        builder.Entity<AnnouncementVersion>(entity =>
        {
            entity.Property(row => row.Text).HasMaxLength(Announcement.TextMaxLength);
            entity.HasOne(row => row.Announcement).WithMany(row => row.Versions).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.WrittenBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.AnnouncementId, row.Number }).IsUnique();
            entity.HasIndex(row => row.WrittenById);
        });
    }
}
