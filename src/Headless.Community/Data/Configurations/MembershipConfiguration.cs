using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class MembershipConfiguration
{
    public static void Configure(ModelBuilder builder, string isOpen) => builder.Entity<Membership>(entity =>
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
        entity.HasIndex(row => new { row.GroupId, row.LeftAt });
        entity.HasIndex(row => new { row.GroupId, row.LastMessageAt });
        entity.HasIndex(row => new { row.GroupId, row.Nickname });
        entity.HasIndex(row => row.JoinedAt);
        entity.HasIndex(row => row.LeftAt);
        entity.HasIndex(row => row.Nickname);
        entity.HasIndex(row => new { row.Role, row.JoinedAt });
        entity.HasIndex(row => new { row.AccountKind, row.JoinedAt });
        entity.HasIndex(row => row.JoinChannel);
        entity.HasIndex(row => row.InvitedById);
        entity.HasIndex(row => row.ControlledById);
        entity.HasIndex(row => new { row.AttentionState, row.GroupId });
    });
}
