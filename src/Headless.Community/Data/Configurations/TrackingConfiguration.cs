using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class TrackingConfiguration
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<TrackedPage>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(TrackedPage.NameMaxLength);
            entity.Property(row => row.Url).HasMaxLength(TrackedPage.UrlMaxLength);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Name);
            entity.HasIndex(row => row.GroupId);
            entity.HasIndex(row => row.CampaignId);
            entity.HasIndex(row => row.ViewCount);
            entity.HasIndex(row => row.VisitorCount);
        });
        builder.Entity<TrackedLink>(entity =>
        {
            entity.Property(row => row.Code).HasMaxLength(TrackedLink.CodeMaxLength);
            entity.Property(row => row.Name).HasMaxLength(TrackedLink.NameMaxLength);
            entity.Property(row => row.Keyword).HasMaxLength(TrackedLink.KeywordMaxLength);
            entity.HasOne(row => row.Page).WithMany(row => row.Links).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.ContentItem).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Code).IsUnique();
            entity.HasIndex(row => new { row.PageId, row.ClickCount });
            entity.HasIndex(row => row.Name);
            entity.HasIndex(row => row.Keyword);
            entity.HasIndex(row => row.GroupId);
            entity.HasIndex(row => row.ContentItemId);
            entity.HasIndex(row => row.ClickCount);
        });
        builder.Entity<PageDay>(entity =>
        {
            entity.HasKey(row => new { row.PageId, row.LinkId, row.Day });
            entity.HasOne(row => row.Page).WithMany().OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.Day, row.PageId });
        });
        builder.Entity<PageVisitor>(entity =>
        {
            entity.Property(row => row.Key).HasMaxLength(PageVisitor.KeyMaxLength);
            entity.HasIndex(row => new { row.Day, row.Key, row.LinkId, row.PageId }).IsUnique();
        });
        builder.Entity<VisitorSalt>(entity =>
        {
            entity.HasKey(row => row.Day);
            entity.Property(row => row.Salt).HasMaxLength(32);
        });
    }
}
