using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class ContentItemConfiguration
{
    public static void Configure(ModelBuilder builder) => builder.Entity<ContentItem>(entity =>
    {
        entity.Property(row => row.Title).HasMaxLength(ContentItem.TitleMaxLength);
        entity.Property(row => row.Topic).HasMaxLength(ContentItem.TopicMaxLength);
        entity.Property(row => row.Audience).HasMaxLength(ContentItem.AudienceMaxLength);
        entity.Property(row => row.OriginUrl).HasMaxLength(ContentItem.OriginUrlMaxLength);
        entity.Property(row => row.Permission).HasMaxLength(ContentItem.PermissionMaxLength);
        entity.Property(row => row.ReviewNote).HasMaxLength(ContentItem.ReviewNoteMaxLength);
        entity.HasOne(row => row.Author).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.Reviewer).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(row => row.Title);
        entity.HasIndex(row => row.Topic);
        entity.HasIndex(row => row.Audience);
        entity.HasIndex(row => new { row.Category, row.CreatedAt });
        entity.HasIndex(row => new { row.Kind, row.CreatedAt });
        entity.HasIndex(row => new { row.Source, row.CreatedAt });
        entity.HasIndex(row => new { row.Status, row.CreatedAt });
        entity.HasIndex(row => row.PublishedAt);
        entity.HasIndex(row => row.AuthorId);
        entity.HasIndex(row => row.ReviewerId);
    });
}
