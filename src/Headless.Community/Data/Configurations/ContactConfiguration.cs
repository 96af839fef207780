using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

/// <summary>Tiers, contact preferences and touches of members.</summary>
internal static class ContactConfiguration
{
    public static void Configure(ModelBuilder builder, Func<string, string> isNotNull)
    {
        builder.Entity<MemberTier>(entity =>
        {
            entity.ToTable("MemberTiers");
            entity.Property(row => row.Name).HasMaxLength(MemberTier.NameMaxLength);
            entity.Property(row => row.Benefits).HasMaxLength(MemberTier.BenefitsMaxLength);
            entity.HasMany(row => row.Members).WithOne(row => row.Tier).HasForeignKey(row => row.TierId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Name).IsUnique();
            entity.HasIndex(row => row.Rank).IsUnique();
        });

        builder.Entity<MemberTierChange>(entity =>
        {
            entity.ToTable("MemberTierChanges");
            entity.Property(row => row.Reason).HasMaxLength(MemberTierChange.ReasonMaxLength);
            entity.HasOne(row => row.Member).WithMany(row => row.TierChanges).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.FromTier).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.ToTier).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.ChangedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.MemberId, row.ChangedAt });
            entity.HasIndex(row => new { row.ToTierId, row.ChangedAt });
            entity.HasIndex(row => row.FromTierId);
            entity.HasIndex(row => row.ChangedById);
        });

        builder.Entity<ContactPreference>(entity =>
        {
            entity.ToTable("ContactPreferences");
            entity.Property(row => row.Note).HasMaxLength(ContactPreference.NoteMaxLength);
            entity.HasOne(row => row.Member).WithMany(row => row.ContactPreferences).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.RecordedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.MemberId, row.Channel, row.Purpose }).IsUnique();
            entity.HasIndex(row => new { row.Channel, row.Purpose, row.IsAllowed, row.MemberId });
            entity.HasIndex(row => row.RecordedById);
        });

        builder.Entity<MemberTouch>(entity =>
        {
            entity.ToTable("MemberTouches");
            entity.Property(row => row.Note).HasMaxLength(MemberTouch.NoteMaxLength);
            entity.Property(row => row.Key).HasMaxLength(MemberTouch.KeyMaxLength);
            entity.HasOne(row => row.Member).WithMany(row => row.Touches).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.TouchedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.MemberId, row.TouchedAt });
            entity.HasIndex(row => row.TouchedAt);
            entity.HasIndex(row => row.Key).IsUnique().HasFilter(isNotNull(nameof(MemberTouch.Key)));
            entity.HasIndex(row => row.CampaignId);
            entity.HasIndex(row => row.TouchedById);
        });
    }
}
