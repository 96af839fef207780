using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

/// <summary>Referral programmes, invitations and whom they brought.</summary>
internal static class ReferralConfiguration
{
    public static void Configure(ModelBuilder builder, Func<string, string> notNull)
    {
        builder.Entity<ReferralProgram>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(ReferralProgram.NameMaxLength);
            entity.Property(row => row.LandingUrl).HasMaxLength(ReferralProgram.UrlMaxLength);
            entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
            entity.Ignore(row => row.HasRounds);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Segment).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Poster).WithMany().HasForeignKey(row => row.PosterId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Name).IsUnique();
            entity.HasIndex(row => new { row.Status, row.CreatedAt });
            entity.HasIndex(row => new { row.Mechanic, row.CreatedAt });
            entity.HasIndex(row => row.CampaignId);
            entity.HasIndex(row => row.SegmentId);
            entity.HasIndex(row => row.PosterId);
        });
        builder.Entity<ReferralProgramGroup>(entity =>
        {
            entity.HasKey(row => new { row.ProgramId, row.GroupId });
            entity.HasOne(row => row.Program).WithMany(row => row.Groups).HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.GroupId);
        });
        builder.Entity<ReferralTier>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(ReferralTier.NameMaxLength);
            entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
            entity.HasOne(row => row.Program).WithMany(row => row.Tiers).HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.PointProgram).WithMany().HasForeignKey(row => row.PointProgramId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.CouponTemplate).WithMany().HasForeignKey(row => row.CouponTemplateId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Budget).WithMany().HasForeignKey(row => row.BudgetId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.ProgramId, row.Threshold }).IsUnique();
            entity.HasIndex(row => row.PointProgramId);
            entity.HasIndex(row => row.CouponTemplateId);
            entity.HasIndex(row => row.BudgetId);
        });
        builder.Entity<ReferralInvitation>(entity =>
        {
            entity.Property(row => row.Code).HasMaxLength(ReferralInvitation.CodeLength);
            entity.Property(row => row.RevokeReason).HasMaxLength(ReferralInvitation.ReasonMaxLength);
            entity.Property(row => row.Ancestors).HasMaxLength(ReferralInvitation.PathMaxLength);
            entity.Ignore(row => row.Path);
            entity.HasOne(row => row.Program).WithMany().HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Code).IsUnique();
            entity.HasIndex(row => new { row.ProgramId, row.IssuedToId, row.Round }).IsUnique();
            entity.HasIndex(row => new { row.ProgramId, row.QualifiedCount });
            entity.HasIndex(row => new { row.MemberId, row.ProgramId });
            entity.HasIndex(row => row.QualifiedCount);
            entity.HasIndex(row => row.JoinedCount);
            entity.HasIndex(row => row.ExpiresAt);
            entity.HasIndex(row => row.CreatedAt);
        });
        builder.Entity<Referral>(entity =>
        {
            entity.Property(row => row.Note).HasMaxLength(Referral.NoteMaxLength);
            entity.Property(row => row.Path).HasMaxLength(ReferralInvitation.PathMaxLength + 21);
            entity.HasOne(row => row.Program).WithMany().HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Invitation).WithMany().HasForeignKey(row => row.InvitationId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Inviter).WithMany().HasForeignKey(row => row.InviterId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Membership).WithMany().HasForeignKey(row => row.MembershipId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().HasForeignKey(row => row.GroupId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Order).WithMany().HasForeignKey(row => row.OrderId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.DecidedBy).WithMany().HasForeignKey(row => row.DecidedById).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.ProgramId, row.MemberId }).IsUnique();
            entity.HasIndex(row => row.MemberId);
            entity.HasIndex(row => new { row.Status, row.DueAt });
            entity.HasIndex(row => new { row.InvitationId, row.JoinedAt });
            entity.HasIndex(row => new { row.InviterId, row.JoinedAt });
            entity.HasIndex(row => row.Path);
            entity.HasIndex(row => row.JoinedAt);
            entity.HasIndex(row => row.DecidedAt);
            entity.HasIndex(row => row.CreatedAt);
            entity.HasIndex(row => new { row.Reason, row.JoinedAt });
            entity.HasIndex(row => row.MembershipId).HasFilter(notNull("MembershipId"));
            entity.HasIndex(row => new { row.GroupId, row.JoinedAt }).HasFilter(notNull("GroupId"));
            entity.HasIndex(row => row.OrderId).HasFilter(notNull("OrderId"));
            entity.HasIndex(row => row.DecidedById).HasFilter(notNull("DecidedById"));
        });
        builder.Entity<ReferralReward>(entity =>
        {
            entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
            entity.HasOne(row => row.Tier).WithMany().HasForeignKey(row => row.TierId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Invitation).WithMany().HasForeignKey(row => row.InvitationId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Program).WithMany().HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.PointEntry).WithMany().HasForeignKey(row => row.PointEntryId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Coupon).WithMany().HasForeignKey(row => row.CouponId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Gift).WithMany().HasForeignKey(row => row.GiftId).OnDelete(DeleteBehavior.Restrict);

            // Each time that a tier is earned it is given once.
            entity.HasIndex(row => new { row.TierId, row.InvitationId, row.Number }).IsUnique();
            entity.HasIndex(row => row.InvitationId);
            entity.HasIndex(row => new { row.ProgramId, row.CreatedAt });
            entity.HasIndex(row => row.MemberId);
            entity.HasIndex(row => row.CreatedAt);
            entity.HasIndex(row => row.PointEntryId).HasFilter(notNull("PointEntryId"));
            entity.HasIndex(row => row.CouponId).HasFilter(notNull("CouponId"));
            entity.HasIndex(row => row.GiftId).HasFilter(notNull("GiftId"));
        });
        builder.Entity<ReferralPrompt>(entity =>
        {
            entity.HasOne(row => row.Program).WithMany().HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.MemberId, row.PromptedAt });
            entity.HasIndex(row => row.ProgramId);
        });
        builder.Entity<ReferralConsent>(entity =>
        {
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.MemberId).IsUnique();
        });
        builder.Entity<ReferralState>().Property(row => row.Id).ValueGeneratedNever();
    }
}
