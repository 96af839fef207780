using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class JoiningConfiguration
{
    public static void Configure(ModelBuilder builder, string isPending)
    {
        builder.Entity<JoinChannel>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(JoinChannel.NameMaxLength);
            entity.Property(row => row.Note).HasMaxLength(JoinChannel.NoteMaxLength);
            entity.HasIndex(row => row.Name).IsUnique();
            entity.HasIndex(row => row.Kind);
        });

        builder.Entity<ChannelCost>(entity =>
        {
            entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
            entity.Property(row => row.Note).HasMaxLength(ChannelCost.NoteMaxLength);
            entity.HasOne(row => row.JoinChannel).WithMany(row => row.Costs).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.JoinChannelId, row.From });
            entity.HasIndex(row => row.CampaignId);
            entity.HasIndex(row => row.From);
        });

        builder.Entity<EntryPoint>(entity =>
        {
            entity.Property(row => row.Code).HasMaxLength(EntryPoint.CodeMaxLength);
            entity.Property(row => row.Name).HasMaxLength(EntryPoint.NameMaxLength);
            entity.HasOne(row => row.JoinChannel).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Code).IsUnique();
            entity.HasIndex(row => row.Name);
            entity.HasIndex(row => row.JoinChannelId);
            entity.HasIndex(row => row.CampaignId);
            entity.HasIndex(row => row.Status);
        });

        builder.Entity<EntryPointTarget>(entity =>
        {
            entity.HasOne(row => row.EntryPoint).WithMany(row => row.Targets).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Identity).WithMany().OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.EntryPointId, row.Position });
            entity.HasIndex(row => row.GroupId);
            entity.HasIndex(row => row.IdentityId);
        });

        builder.Entity<JoinPath>(entity =>
        {
            entity.Property(row => row.AccountExternalId).HasMaxLength(Identity.ExternalIdMaxLength);
            entity.Property(row => row.DisplayName).HasMaxLength(JoinPath.DisplayNameMaxLength);
            entity.HasOne(row => row.EntryPoint).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.EntryPointId, row.StartedAt });
            entity.HasIndex(row => new { row.GroupId, row.Step, row.StepAt });
            entity.HasIndex(row => new { row.Step, row.StepAt });
            entity.HasIndex(row => row.StepAt);
            entity.HasIndex(row => row.StartedAt);
            entity.HasIndex(row => new { row.AccountExternalId, row.Platform });
            entity.HasIndex(row => row.MemberId);
        });

        builder.Entity<JoinTerms>(entity =>
        {
            entity.Property(row => row.EntryFeeCurrency).HasMaxLength(Currency.CodeLength);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Segment).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.GroupId).IsUnique();
            entity.HasIndex(row => row.CampaignId);
            entity.HasIndex(row => row.SegmentId);
        });

        builder.Entity<JoinRequest>(entity =>
        {
            entity.Property(row => row.AccountExternalId).HasMaxLength(Identity.ExternalIdMaxLength);
            entity.Property(row => row.DisplayName).HasMaxLength(Identity.DisplayNameMaxLength);
            entity.Property(row => row.Note).HasMaxLength(JoinRequest.NoteMaxLength);
            entity.Property(row => row.DecisionReason).HasMaxLength(JoinRequest.ReasonMaxLength);
            entity.Ignore(row => row.Evidence);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.InvitedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.InvitedByOperator).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Order).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.DecidedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.GroupId, row.Platform, row.AccountExternalId }, "IX_JoinRequests_Pending").IsUnique().HasFilter(isPending);
            entity.HasIndex(row => new { row.GroupId, row.Status, row.RequestedAt });
            entity.HasIndex(row => new { row.Status, row.ExpiresAt });
            entity.HasIndex(row => new { row.AccountExternalId, row.Platform });
            entity.HasIndex(row => row.MemberId);
            entity.HasIndex(row => row.InvitedById);
            entity.HasIndex(row => row.InvitedByOperatorId);
            entity.HasIndex(row => row.OrderId);
            entity.HasIndex(row => row.CampaignId);
            entity.HasIndex(row => row.DecidedById);
            entity.HasIndex(row => row.RequestedAt);
            entity.HasIndex(row => row.ExpiresAt);
        });

        builder.Entity<RoutingRule>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(RoutingRule.NameMaxLength);
            entity.Property(row => row.Region).HasMaxLength(RoutingRule.RegionMaxLength);
            entity.Property(row => row.Label).HasMaxLength(RoutingRule.LabelMaxLength);
            entity.HasOne(row => row.Segment).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.JoinChannel).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Position);
            entity.HasIndex(row => row.SegmentId);
            entity.HasIndex(row => row.JoinChannelId);
            entity.HasIndex(row => row.GroupId);
        });

        // A rollup: no foreign keys to check with every report.
        builder.Entity<EntryDay>(entity =>
        {
            entity.HasKey(row => new { row.JoinChannelId, row.EntryPointId, row.GroupId, row.Day });
            entity.HasIndex(row => new { row.GroupId, row.Day });
            entity.HasIndex(row => row.EntryPointId);
        });
    }
}
