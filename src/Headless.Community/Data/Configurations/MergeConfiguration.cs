using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class MergeConfiguration
{
    public static void Configure(ModelBuilder builder, string holds)
    {
        builder.Entity<MemberMerge>(entity =>
        {
            entity.ToTable("MemberMerges");
            entity.Property(row => row.Reason).HasMaxLength(MemberMerge.ReasonMaxLength);
            entity.HasOne(row => row.Winner).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Loser).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.MergedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.UnmergedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.LoserId, "IX_MemberMerges_Holding").IsUnique().HasFilter(holds);
            entity.HasIndex(row => row.LoserId, "IX_MemberMerges_LoserId");
            entity.HasIndex(row => row.WinnerId);
            entity.HasIndex(row => row.MergedById);
            entity.HasIndex(row => row.UnmergedById);
            entity.HasIndex(row => row.MergedAt);
        });

        builder.Entity<MemberMergeRow>(entity =>
        {
            entity.ToTable("MemberMergeRows");
            entity.Property(row => row.Table).HasMaxLength(MemberMergeRow.NameMaxLength);
            entity.Property(row => row.Column).HasMaxLength(MemberMergeRow.NameMaxLength);
            entity.HasOne(row => row.Merge).WithMany().OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => row.MergeId);
        });

        builder.Entity<MemberMergeActivity>(entity =>
        {
            entity.ToTable("MemberMergeActivities");
            entity.HasKey(row => new { row.MergeId, row.ActivityId });
        });
    }
}
