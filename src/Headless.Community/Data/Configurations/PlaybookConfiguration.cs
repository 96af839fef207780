using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class PlaybookConfiguration
{
    public static void Configure(ModelBuilder builder, string hasKey)
    {
        builder.Entity<Playbook>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(Playbook.NameMaxLength);
            entity.Property(row => row.Description).HasMaxLength(Playbook.DescriptionMaxLength);
            entity.Property(row => row.StopFlags).HasColumnName("StopsOn");
            entity.Ignore(row => row.StopsOn);
            entity.HasIndex(row => row.Name).IsUnique();
            entity.HasIndex(row => new { row.Status, row.Target });
            entity.HasIndex(row => row.Target);
        });
        builder.Entity<PlaybookStep>(entity =>
        {
            entity.Property(row => row.Title).HasMaxLength(PlaybookStep.TitleMaxLength);
            entity.Property(row => row.Instructions).HasMaxLength(PlaybookStep.InstructionsMaxLength);
            entity.HasOne(row => row.Playbook).WithMany(row => row.Steps).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Segment).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.ContentItem).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.PlaybookId, row.Position });
            entity.HasIndex(row => row.SegmentId);
            entity.HasIndex(row => row.ContentItemId);
        });
        builder.Entity<PlaybookGroup>(entity =>
        {
            entity.HasKey(row => new { row.PlaybookId, row.GroupId });
            entity.HasOne(row => row.Playbook).WithMany(row => row.Groups).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.GroupId);
        });
        builder.Entity<PlaybookRun>(entity =>
        {
            entity.Property(row => row.Key).HasMaxLength(PlaybookRun.KeyMaxLength);
            entity.Property(row => row.TimeZone).HasMaxLength(Group.TimeZoneMaxLength);
            entity.Property(row => row.StopReason).HasMaxLength(PlaybookRun.ReasonMaxLength);
            entity.HasOne(row => row.Playbook).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Membership).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Key).IsUnique().HasFilter(hasKey);

            // What is under way, and from where in the log on it is to be followed.
            entity.HasIndex(row => new { row.Status, row.AfterActivityId });
            entity.HasIndex(row => new { row.PlaybookId, row.Status });
            entity.HasIndex(row => new { row.GroupId, row.Status });
            entity.HasIndex(row => new { row.MemberId, row.Status });
            entity.HasIndex(row => row.MembershipId);
            entity.HasIndex(row => row.CampaignId);
            entity.HasIndex(row => row.StartsAt);
        });
        builder.Entity<PlaybookTask>(entity =>
        {
            entity.Property(row => row.Title).HasMaxLength(PlaybookStep.TitleMaxLength);
            entity.Property(row => row.Instructions).HasMaxLength(PlaybookStep.InstructionsMaxLength);
            entity.Property(row => row.Evidence).HasMaxLength(PlaybookTask.EvidenceMaxLength);
            entity.Ignore(row => row.IsOpen);
            entity.HasOne(row => row.Run).WithMany(row => row.Tasks).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Segment).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.ContentItem).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Assignee).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.DoneBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.Status, row.DueAt });
            entity.HasIndex(row => new { row.Status, row.OverdueAt });
            entity.HasIndex(row => row.DueAt);
            entity.HasIndex(row => row.DoneAt);
            entity.HasIndex(row => new { row.RunId, row.DueAt });
            entity.HasIndex(row => new { row.GroupId, row.DueAt });
            entity.HasIndex(row => new { row.MemberId, row.DueAt });
            entity.HasIndex(row => row.CampaignId);
            entity.HasIndex(row => row.SegmentId);
            entity.HasIndex(row => row.ContentItemId);
            entity.HasIndex(row => new { row.AssigneeId, row.Status, row.DueAt });
            entity.HasIndex(row => row.DoneById);
        });
        builder.Entity<PlaybookState>().Property(row => row.Id).ValueGeneratedNever();
    }
}
