using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class CampaignPlanConfiguration
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<CampaignPlan>(entity =>
        {
            entity.Property(row => row.Rule).HasMaxLength(Recurrence.MaxLength);
            entity.Property(row => row.CountdownText).HasMaxLength(CampaignPlan.TextMaxLength);
            entity.HasOne(row => row.Campaign).WithOne().HasForeignKey<CampaignPlan>(row => row.CampaignId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => row.CampaignId).IsUnique();
        });
        builder.Entity<CampaignStep>(entity =>
        {
            entity.Property(row => row.Text).HasMaxLength(CampaignPlan.TextMaxLength);
            entity.HasOne(row => row.CampaignPlan).WithMany(row => row.Steps).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => row.CampaignPlanId);
        });
        builder.Entity<CampaignOccurrence>(entity =>
        {
            entity.Property(row => row.CancelReason).HasMaxLength(Campaign.ReasonMaxLength);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.CampaignId, row.On }).IsUnique();
            entity.HasIndex(row => new { row.Status, row.StartsAt });
            entity.HasIndex(row => row.StartsAt);
            entity.HasIndex(row => row.EndsAt);
        });
        builder.Entity<CampaignTask>(entity =>
        {
            entity.Property(row => row.Text).HasMaxLength(CampaignPlan.TextMaxLength);
            entity.Property(row => row.Evidence).HasMaxLength(CampaignTask.EvidenceMaxLength);
            entity.Ignore(row => row.IsAutomatic);

            // It goes with its occurrence; two ways to be deleted are one too many for SQL Server.
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Occurrence).WithMany(row => row.Tasks).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.DoneBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.Status, row.DueAt });
            entity.HasIndex(row => new { row.Kind, row.DueAt });
            entity.HasIndex(row => row.DueAt);
            entity.HasIndex(row => new { row.OccurrenceId, row.DueAt });
            entity.HasIndex(row => row.CampaignId);
            entity.HasIndex(row => row.DoneById);
        });
        builder.Entity<CampaignVariant>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(CampaignVariant.NameMaxLength);
            entity.Property(row => row.Text).HasMaxLength(CampaignVariant.TextMaxLength);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.ContentItem).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.CampaignId, row.Position }).IsUnique();
            entity.HasIndex(row => row.ContentItemId);
        });
        builder.Entity<VariantAssignment>(entity =>
        {
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Variant).WithMany().HasForeignKey(row => row.VariantId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);

            // A member gets one, for good.
            entity.HasIndex(row => new { row.CampaignId, row.MemberId }).IsUnique();
            entity.HasIndex(row => row.VariantId);
            entity.HasIndex(row => row.MemberId);
        });
        builder.Entity<CampaignReview>(entity =>
        {
            entity.Property(row => row.WentWell).HasMaxLength(CampaignReview.TextMaxLength);
            entity.Property(row => row.Defects).HasMaxLength(CampaignReview.TextMaxLength);
            entity.Property(row => row.Figures).HasMaxLength(CampaignReview.FiguresMaxLength);
            entity.HasOne(row => row.Campaign).WithOne().HasForeignKey<CampaignReview>(row => row.CampaignId).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Author).WithMany().HasForeignKey(row => row.AuthorId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.CampaignId).IsUnique();
            entity.HasIndex(row => row.AuthorId);
        });
        builder.Entity<CampaignReviewAction>(entity =>
        {
            entity.Property(row => row.Text).HasMaxLength(CampaignReviewAction.TextMaxLength);
            entity.HasOne(row => row.Review).WithMany(row => row.Actions).HasForeignKey(row => row.ReviewId).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.DoneBy).WithMany().HasForeignKey(row => row.DoneById).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.ReviewId, row.Position });
            entity.HasIndex(row => row.DoneById);
        });
        builder.Entity<LaunchCheck>(entity =>
        {
            entity.Property(row => row.Text).HasMaxLength(LaunchCheck.TextMaxLength);
            entity.Property(row => row.Note).HasMaxLength(LaunchCheck.NoteMaxLength);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.AnsweredBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.CampaignId, row.Answer });
            entity.HasIndex(row => row.AnsweredById);
        });
    }
}
