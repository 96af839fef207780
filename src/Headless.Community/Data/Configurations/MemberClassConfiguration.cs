using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class MemberClassConfiguration
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<MemberClassRules>(entity =>
        {
            entity.Property(row => row.BargainCurrency).HasMaxLength(Currency.CodeLength);
            entity.HasOne(row => row.NeedTag).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.NeedTagId);
        });
        builder.Entity<ClassStrategy>(entity =>
        {
            entity.Property(row => row.Text).HasMaxLength(ClassStrategy.TextMaxLength);
            entity.HasIndex(row => row.Class).IsUnique();
        });
        builder.Entity<MemberClassChange>(entity =>
        {
            entity.Property(row => row.Evidence).HasMaxLength(MemberClassChange.EvidenceMaxLength);
            entity.HasOne(row => row.Member).WithMany(row => row.ClassChanges).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.MemberId, row.ChangedAt });
        });
        builder.Entity<ClassificationState>(entity => entity.Property(row => row.Id).ValueGeneratedNever());
        builder.Entity<EngagementState>(entity => entity.Property(row => row.Id).ValueGeneratedNever());
    }
}
