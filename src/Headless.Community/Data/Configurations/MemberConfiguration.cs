using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class MemberConfiguration
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<Member>(entity =>
        {
            entity.Property(row => row.DisplayName).HasMaxLength(Member.DisplayNameMaxLength);
            entity.Property(row => row.Region).HasMaxLength(Member.PlaceMaxLength);
            entity.Property(row => row.City).HasMaxLength(Member.PlaceMaxLength);
            entity.Property(row => row.Phone).HasMaxLength(Member.PhoneMaxLength);
            entity.Property(row => row.Email).HasMaxLength(Member.EmailMaxLength);
            entity.Property(row => row.Tier).HasMaxLength(Member.TierMaxLength);
            entity.Property(row => row.Note).HasMaxLength(Member.NoteMaxLength);
            entity.HasIndex(row => row.DisplayName);
            entity.HasIndex(row => row.Gender);
            entity.HasIndex(row => row.BirthYear);
            entity.HasIndex(row => row.Region);
            entity.HasIndex(row => row.City);
            entity.HasIndex(row => row.Phone);
            entity.HasIndex(row => row.Email);
            entity.HasIndex(row => row.Tier);
            entity.HasIndex(row => row.PreferredContactChannel);
            entity.HasIndex(row => row.FirstSeenAt);
            entity.HasIndex(row => row.LastActiveAt);
        });

        builder.Entity<Identity>(entity =>
        {
            entity.Property(row => row.ExternalId).HasMaxLength(Identity.ExternalIdMaxLength);
            entity.Property(row => row.DisplayName).HasMaxLength(Identity.DisplayNameMaxLength);
            entity.HasOne(row => row.Member).WithMany(row => row.Identities).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.Platform, row.ExternalId }).IsUnique();
            entity.HasIndex(row => row.ExternalId);
            entity.HasIndex(row => row.DisplayName);
            entity.HasIndex(row => row.MemberId);
        });
    }
}
