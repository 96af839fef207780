using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class BanConfiguration
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<Ban>(entity =>
        {
            entity.Property(row => row.ExternalId).HasMaxLength(Identity.ExternalIdMaxLength);
            entity.Property(row => row.Reason).HasMaxLength(Ban.ReasonMaxLength);
            entity.Property(row => row.LiftReason).HasMaxLength(Ban.ReasonMaxLength);
            entity.HasOne(row => row.Member).WithMany(row => row.Bans).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.IssuedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.LiftedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Penalty).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.PenaltyId);
            entity.HasIndex(row => new { row.MemberId, row.Status });
            entity.HasIndex(row => new { row.ExternalId, row.Platform });
            entity.HasIndex(row => new { row.Status, row.Until });
            entity.HasIndex(row => row.Since);
            entity.HasIndex(row => row.Until);
            entity.HasIndex(row => row.LiftedAt);
            entity.HasIndex(row => row.IssuedById);
            entity.HasIndex(row => row.LiftedById);
        });

        builder.Entity<Ban>()
            .HasMany(ban => ban.Groups)
            .WithMany()
            .UsingEntity<BanGroup>(
                right => right.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict),
                left => left.HasOne(row => row.Ban).WithMany(row => row.BanGroups).OnDelete(DeleteBehavior.Cascade),
                entity =>
                {
                    entity.HasKey(row => new { row.BanId, row.GroupId });
                    entity.HasIndex(row => new { row.GroupId, row.BanId });
                });
    }
}
