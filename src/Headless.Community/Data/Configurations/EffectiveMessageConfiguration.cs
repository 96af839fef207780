using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class EffectiveMessageConfiguration
{
    /// <summary>The day on which the first version was written.</summary>
    private static readonly DateTime s_shippedAt = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);

    /// <remarks>
    /// The first version is part of the migrations: figures are counted by it from the first message on. Its key is negative, as all keys of shipped
    /// rows are, because databases count theirs upwards from 1.
    /// </remarks>
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<EffectiveMessageRuleVersion>(entity =>
        {
            entity.Property(row => row.Note).HasMaxLength(EffectiveMessageRuleVersion.NoteMaxLength);
            entity.Property(row => row.ExcludedTextLines).HasMaxLength(EffectiveMessageRuleVersion.MaxExcludedTexts * (EffectiveMessageRuleVersion.ExcludedTextMaxLength + 1));
            entity.Ignore(row => row.ExcludedTexts);
            entity.Ignore(row => row.ExcludedContentTypes);
            entity.Ignore(row => row.Progress);
            entity.Ignore(row => row.Conditions);
            entity.HasOne(row => row.PublishedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Number).IsUnique();
            entity.HasIndex(row => row.Status);
            entity.HasIndex(row => row.PublishedById);
            entity.HasData(new EffectiveMessageRuleVersion
            {
                Id = -1, Number = Ingestion.EffectiveMessageRule.Version, Status = EffectiveMessageRuleStatus.Active, ActivatedAt = s_shippedAt,
                CreatedAt = s_shippedAt, UpdatedAt = s_shippedAt, Version = 1,
            });
        });
        builder.Entity<EffectiveMessageChange>(entity =>
        {
            entity.HasKey(row => row.ActivityId);
            entity.Property(row => row.ActivityId).ValueGeneratedNever();
        });
    }
}
