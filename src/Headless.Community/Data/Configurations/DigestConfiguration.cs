using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class DigestConfiguration
{
    public static void Configure(ModelBuilder builder, string isNotDiscarded)
    {
        builder.Entity<Digest>(entity =>
        {
            entity.Property(row => row.Title).HasMaxLength(Digest.TitleMaxLength);
            entity.Property(row => row.Intro).HasMaxLength(Digest.IntroMaxLength);
            entity.Property(row => row.DiscardReason).HasMaxLength(Digest.ReasonMaxLength);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Schedule).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.ApprovedBy).WithMany().OnDelete(DeleteBehavior.Restrict);

            // One of a kind for each day of a group: made once, whoever makes it.
            entity.HasIndex(row => new { row.GroupId, row.Kind, row.Date }).IsUnique().HasFilter(isNotDiscarded);
            entity.HasIndex(row => new { row.GroupId, row.Date });
            entity.HasIndex(row => new { row.Status, row.DeliverAt });
            entity.HasIndex(row => row.Date);
            entity.HasIndex(row => new { row.Kind, row.Date });
            entity.HasIndex(row => row.DeliverAt);
            entity.HasIndex(row => row.DeliveredAt);
            entity.HasIndex(row => row.ScheduleId);
            entity.HasIndex(row => row.ApprovedById);
        });
        builder.Entity<DigestItem>(entity =>
        {
            entity.Property(row => row.Title).HasMaxLength(DigestItem.TitleMaxLength);
            entity.Property(row => row.Note).HasMaxLength(DigestItem.NoteMaxLength);
            entity.Property(row => row.ScoreParts).HasMaxLength(DigestItem.PartsMaxLength);
            entity.HasOne(row => row.Digest).WithMany(row => row.Items).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Activity).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.ContentItem).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.DigestId, row.Position });
            entity.HasIndex(row => row.ActivityId);
            entity.HasIndex(row => row.MemberId);
            entity.HasIndex(row => row.ContentItemId);
        });
        builder.Entity<DigestSchedule>(entity =>
        {
            entity.Property(row => row.Title).HasMaxLength(Digest.TitleMaxLength);
            entity.Property(row => row.Intro).HasMaxLength(Digest.IntroMaxLength);
            entity.Property(row => row.CategoryList).HasColumnName("Categories").HasMaxLength(DigestSchedule.CategoriesMaxLength);
            entity.Property(row => row.KeywordList).HasColumnName("Keywords").HasMaxLength(DigestSchedule.KeywordsMaxLength);
            entity.Ignore(row => row.Categories);
            entity.Ignore(row => row.Keywords);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.GroupId, row.Kind }).IsUnique();
            entity.HasIndex(row => row.NextDraftAt);
            entity.HasIndex(row => row.Kind);
        });
    }
}
