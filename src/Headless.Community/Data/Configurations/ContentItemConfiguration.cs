using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class ContentItemConfiguration
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<ContentItem>(ConfigureItem);
        builder.Entity<ContentItemVersion>(entity =>
        {
            entity.Property(row => row.Title).HasMaxLength(ContentItem.TitleMaxLength);
            entity.HasOne(row => row.ContentItem).WithMany(row => row.Versions).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.WrittenBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.ContentItemId, row.Number }).IsUnique();
            entity.HasIndex(row => row.WrittenById);
        });
        builder.Entity<ContentUse>(entity =>
        {
            entity.Property(row => row.Note).HasMaxLength(ContentUse.NoteMaxLength);
            entity.HasOne(row => row.ContentItem).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.ReportedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.ContentItemId, row.UsedAt });

            // The cadence of a group and week is counted from this alone.
            entity.HasIndex(row => new { row.GroupId, row.UsedAt, row.Category });
            entity.HasIndex(row => new { row.Category, row.UsedAt });
            entity.HasIndex(row => row.CampaignId);
            entity.HasIndex(row => row.ReportedById);
            entity.HasIndex(row => row.UsedAt);
        });
        builder.Entity<CadenceRule>(entity => entity.HasIndex(row => row.Category).IsUnique());
        builder.Entity<TitleTemplate>(entity =>
        {
            entity.Property(row => row.Text).HasMaxLength(TitleTemplate.TextMaxLength);
            entity.Property(row => row.KeywordLines).HasMaxLength(TitleTemplate.KeywordsMaxLength);
            entity.Property(row => row.Note).HasMaxLength(TitleTemplate.NoteMaxLength);
            entity.Ignore(row => row.Keywords);
            entity.HasIndex(row => row.Text).IsUnique();
            entity.HasIndex(row => new { row.Kind, row.CreatedAt });
            entity.HasIndex(row => new { row.Category, row.CreatedAt });
        });
    }

    private static void ConfigureItem(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<ContentItem> entity)
    {
        entity.Property(row => row.Title).HasMaxLength(ContentItem.TitleMaxLength);
        entity.Property(row => row.Topic).HasMaxLength(ContentItem.TopicMaxLength);
        entity.Property(row => row.Audience).HasMaxLength(ContentItem.AudienceMaxLength);
        entity.Property(row => row.Outline).HasMaxLength(ContentItem.OutlineMaxLength);
        entity.Property(row => row.KeyPoints).HasMaxLength(ContentItem.KeyPointsMaxLength);
        entity.Property(row => row.Brief).HasMaxLength(ContentItem.BriefMaxLength);
        entity.Property(row => row.InviteeName).HasMaxLength(ContentItem.InviteeNameMaxLength);
        entity.Property(row => row.OriginUrl).HasMaxLength(ContentItem.OriginUrlMaxLength);
        entity.Property(row => row.Permission).HasMaxLength(ContentItem.PermissionMaxLength);
        entity.Property(row => row.ReviewNote).HasMaxLength(ContentItem.ReviewNoteMaxLength);
        entity.HasOne(row => row.Author).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.Reviewer).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.Invitee).WithMany().OnDelete(DeleteBehavior.Restrict);
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
        entity.HasIndex(row => row.InviteeId);
        entity.HasIndex(row => row.DueAt);
        entity.HasIndex(row => row.UsageCount);
        entity.HasIndex(row => row.LastUsedAt);
        entity.HasIndex(row => row.IndexVersion);
    }
}
