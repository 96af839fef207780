using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class MemberConfiguration
{
    public static void Configure(ModelBuilder builder, string isPrimary, string isMerged)
    {
        builder.Entity<Member>(entity =>
        {
            entity.Property(row => row.DisplayName).HasMaxLength(Member.DisplayNameMaxLength);
            entity.Property(row => row.Region).HasMaxLength(Member.PlaceMaxLength);
            entity.Property(row => row.City).HasMaxLength(Member.PlaceMaxLength);
            entity.Property(row => row.Phone).HasMaxLength(Member.PhoneMaxLength);
            entity.Property(row => row.Email).HasMaxLength(Member.EmailMaxLength);
            entity.Property(row => row.Note).HasMaxLength(Member.NoteMaxLength);
            entity.HasIndex(row => row.DisplayName);
            entity.HasIndex(row => row.Gender);
            entity.HasIndex(row => row.BirthYear);
            entity.HasIndex(row => row.Region);
            entity.HasIndex(row => row.City);
            entity.HasIndex(row => row.Phone);
            entity.HasIndex(row => row.Email);
            entity.HasIndex(row => row.TierId);
            entity.Property(row => row.ClassEvidence).HasMaxLength(MemberClassChange.EvidenceMaxLength);
            entity.HasIndex(row => row.Class);
            entity.HasIndex(row => row.Engagement);
            entity.HasOne(row => row.MergedInto).WithMany().OnDelete(DeleteBehavior.Restrict);

            // Nearly every member has none, and every list asks for those: an index of them all looks selective to SQLite and is not.
            entity.HasIndex(row => row.MergedIntoId).HasFilter(isMerged);
            entity.HasIndex(row => row.ErasedAt);
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
            entity.HasIndex(row => row.MemberId, "IX_Identities_Primary").IsUnique().HasFilter(isPrimary);
            entity.Ignore(row => row.IsPrimary);
        });
    }
}
