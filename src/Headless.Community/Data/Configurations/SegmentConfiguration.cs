using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class SegmentConfiguration
{
    public static void Configure(ModelBuilder builder, string isOpen)
    {
        builder.Entity<Segment>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(Segment.NameMaxLength);
            entity.Property(row => row.Description).HasMaxLength(Segment.DescriptionMaxLength);
            entity.Property(row => row.ConditionJson).HasField("_conditionJson");
            entity.Ignore(row => row.Condition);
            entity.HasIndex(row => row.Name).IsUnique();
        });

        builder.Entity<SegmentMember>(entity =>
        {
            entity.HasOne(row => row.Segment).WithMany().OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.SegmentId, row.MemberId }, "IX_SegmentMembers_Open").IsUnique().HasFilter(isOpen);
            entity.HasIndex(row => new { row.MemberId, row.SegmentId, row.LeftAt });
            entity.HasIndex(row => new { row.SegmentId, row.EnteredAt });
            entity.HasIndex(row => new { row.SegmentId, row.LeftAt });
        });

        builder.Entity<SegmentOverride>(entity =>
        {
            entity.Property(row => row.Reason).HasMaxLength(SegmentOverride.ReasonMaxLength);
            entity.HasOne(row => row.Segment).WithMany().OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.DecidedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.SegmentId, row.MemberId }).IsUnique();
            entity.HasIndex(row => row.MemberId);
            entity.HasIndex(row => row.DecidedById);
        });
    }
}
