using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class StaffingConfiguration
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<GroupHandover>(entity =>
        {
            entity.Property(row => row.Reason).HasMaxLength(GroupHandover.ReasonMaxLength);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.FromOperator).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.ToOperator).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.HandedOverBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.GroupId, row.HandedOverAt });
            entity.HasIndex(row => new { row.FromOperatorId, row.HandedOverAt });
            entity.HasIndex(row => new { row.ToOperatorId, row.HandedOverAt });
            entity.HasIndex(row => row.HandedOverById);
            entity.HasIndex(row => row.HandedOverAt);
        });

        builder.Entity<AccountControl>(entity =>
        {
            entity.HasOne(row => row.Membership).WithMany(row => row.Controls).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Operator).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.MembershipId, row.Since });
            entity.HasIndex(row => new { row.OperatorId, row.Since });
            entity.HasIndex(row => new { row.GroupId, row.Since });
            entity.HasIndex(row => row.Since);
            entity.HasIndex(row => row.Until);
        });
    }
}
