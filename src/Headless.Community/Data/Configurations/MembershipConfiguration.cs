using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class MembershipConfiguration
{
    public static void Configure(ModelBuilder builder, string isOpen, Func<string, string> isKnown) => builder.Entity<Membership>(entity =>
    {
        entity.Property(row => row.Nickname).HasMaxLength(Membership.NicknameMaxLength);
        entity.Property(row => row.JoinChannel).HasMaxLength(Membership.JoinChannelMaxLength);
        entity.Property(row => row.JoinNote).HasMaxLength(Membership.JoinNoteMaxLength);
        entity.Property(row => row.LeaveReason).HasMaxLength(Membership.LeaveReasonMaxLength);
        entity.Ignore(row => row.IsOpen);
        entity.Ignore(row => row.IsCounted);

        entity.HasOne(row => row.Group).WithMany(row => row.Memberships).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.Member).WithMany(row => row.Memberships).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.InvitedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.ControlledBy).WithMany().OnDelete(DeleteBehavior.Restrict);

        entity.HasIndex(row => new { row.GroupId, row.MemberId }, "IX_Memberships_Open").IsUnique().HasFilter(isOpen);

        // Ingestion reads the stays of a batch's members that have not ended, and the last of those that have: from the index alone.
        entity.HasIndex(row => new { row.MemberId, row.GroupId, row.JoinedAt, row.LeftAt });
        entity.HasIndex(row => new { row.GroupId, row.JoinedAt });

        // Who left a group in a window, from the index alone.
        entity.HasIndex(row => new { row.GroupId, row.LeftAt, row.AccountKind, row.MemberId });
        entity.HasIndex(row => new { row.GroupId, row.LastMessageAt });
        entity.HasIndex(row => new { row.GroupId, row.Nickname });
        entity.HasIndex(row => row.JoinedAt);
        entity.HasIndex(row => row.LeftAt);
        entity.HasIndex(row => row.Nickname);
        entity.HasIndex(row => new { row.Role, row.JoinedAt });

        // Who was in groups when, and which accounts there are staff's: figures of stays are answered from it alone.
        entity.HasIndex(row => new { row.AccountKind, row.GroupId, row.JoinedAt, row.MemberId, row.LeftAt, row.JoinKnown }, "IX_Memberships_Figures");
        entity.HasIndex(row => row.JoinChannel);
        entity.HasIndex(row => row.InvitedById);
        entity.HasIndex(row => row.ControlledById);

        // Coming in: known of few stays, and written with every join of an import.
        entity.HasOne(row => row.Channel).WithMany().HasForeignKey(row => row.JoinChannelId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.EntryPoint).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.JoinCampaign).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.JoinContentItem).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.KolMember).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(row => new { row.JoinChannelId, row.JoinedAt }).HasFilter(isKnown(nameof(Membership.JoinChannelId)));
        entity.HasIndex(row => new { row.EntryPointId, row.JoinedAt }).HasFilter(isKnown(nameof(Membership.EntryPointId)));
        entity.HasIndex(row => row.JoinCampaignId).HasFilter(isKnown(nameof(Membership.JoinCampaignId)));
        entity.HasIndex(row => row.JoinContentItemId).HasFilter(isKnown(nameof(Membership.JoinContentItemId)));
        entity.HasIndex(row => row.KolMemberId).HasFilter(isKnown(nameof(Membership.KolMemberId)));
    });
}
