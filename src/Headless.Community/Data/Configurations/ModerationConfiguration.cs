using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class ModerationConfiguration
{
    /// <param name="isInForce">The condition of a filtered index that an attachment has not ended.</param>
    public static void Configure(ModelBuilder builder, string isInForce)
    {
        ConfigureRuleSets(builder, isInForce);
        ConfigureWords(builder);
        ConfigureViolations(builder);
        ConfigurePolicies(builder);
        builder.Entity<MessageTrail>(entity =>
        {
            entity.Property(row => row.Messages).HasMaxLength(MessageTrail.MessagesMaxLength);
            entity.HasIndex(row => new { row.GroupId, row.MemberId }).IsUnique();
            entity.HasIndex(row => row.MemberId);
            entity.HasOne<Group>().WithMany().HasForeignKey(row => row.GroupId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne<Member>().WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<RetentionState>().Property(row => row.Id).ValueGeneratedNever();
    }

    private static void ConfigureRuleSets(ModelBuilder builder, string isInForce)
    {
        builder.Entity<RuleSet>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(RuleSet.NameMaxLength);
            entity.Property(row => row.Description).HasMaxLength(RuleSet.DescriptionMaxLength);
            entity.HasIndex(row => row.Name).IsUnique();
        });
        builder.Entity<RuleSetVersion>(entity =>
        {
            entity.Property(row => row.Introduction).HasMaxLength(RuleSetVersion.IntroductionMaxLength);
            entity.HasOne(row => row.RuleSet).WithMany(row => row.Versions).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.PublishedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.RuleSetId, row.Number }).IsUnique();
            entity.HasIndex(row => row.Status);
            entity.HasIndex(row => row.PublishedAt);
            entity.HasIndex(row => row.PublishedById);
        });
        builder.Entity<Rule>(entity =>
        {
            entity.Property(row => row.Text).HasMaxLength(Rule.TextMaxLength);
            entity.Property(row => row.Pattern).HasMaxLength(Rule.PatternMaxLength);
            entity.Property(row => row.AllowedHosts).HasMaxLength(Rule.AllowedHostsMaxLength);
            entity.Property(row => row.ContentTypeFlags).HasColumnName("ContentTypes");
            entity.Ignore(row => row.ContentTypes);
            entity.HasOne(row => row.RuleSetVersion).WithMany(row => row.Rules).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.RuleSetVersionId, row.Position });
        });
        builder.Entity<Rule>()
            .HasMany(rule => rule.WordLists)
            .WithMany()
            .UsingEntity<RuleWordList>(
                right => right.HasOne(row => row.SensitiveWordList).WithMany().OnDelete(DeleteBehavior.Restrict),
                left => left.HasOne(row => row.Rule).WithMany(row => row.RuleWordLists).OnDelete(DeleteBehavior.Cascade),
                entity =>
                {
                    entity.HasKey(row => new { row.RuleId, row.SensitiveWordListId });
                    entity.HasIndex(row => new { row.SensitiveWordListId, row.RuleId });
                });
        builder.Entity<RuleSetAttachment>(entity =>
        {
            entity.HasOne(row => row.RuleSet).WithMany(row => row.Attachments).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.GroupId, row.RuleSetId }, "IX_RuleSetAttachments_InForce").IsUnique().HasFilter(isInForce);
            entity.HasIndex(row => row.GroupId);
            entity.HasIndex(row => row.RuleSetId);
            entity.HasIndex(row => row.Since);
            entity.HasIndex(row => row.Until);
        });
    }

    private static void ConfigureWords(ModelBuilder builder)
    {
        builder.Entity<SensitiveWordList>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(SensitiveWordList.NameMaxLength);
            entity.Property(row => row.Description).HasMaxLength(SensitiveWordList.DescriptionMaxLength);
            entity.HasIndex(row => row.Name).IsUnique();
        });
        builder.Entity<SensitiveWord>(entity =>
        {
            entity.Property(row => row.Text).HasMaxLength(SensitiveWord.TextMaxLength);
            entity.Property(row => row.Folded).HasMaxLength(SensitiveWordList.FoldedMaxLength);
            entity.HasOne(row => row.SensitiveWordList).WithMany(row => row.Words).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.SensitiveWordListId, row.Folded }).IsUnique();
            entity.HasIndex(row => row.Text);
        });
    }

    private static void ConfigureViolations(ModelBuilder builder)
    {
        builder.Entity<Violation>(entity =>
        {
            entity.Property(row => row.Matched).HasMaxLength(Violation.MatchedMaxLength);
            entity.Property(row => row.Evidence).HasMaxLength(Activity.TextMaxLength);
            entity.Property(row => row.DecisionNote).HasMaxLength(Violation.NoteMaxLength);
            entity.Property(row => row.AppealText).HasMaxLength(Violation.NoteMaxLength);
            entity.Property(row => row.AppealNote).HasMaxLength(Violation.NoteMaxLength);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Membership).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Rule).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.RuleSetVersion).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.ReportedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Assignee).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.DecidedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.AppealDecidedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.Status, row.OccurredAt });
            entity.HasIndex(row => new { row.GroupId, row.OccurredAt });
            entity.HasIndex(row => new { row.MemberId, row.GroupId, row.OccurredAt });
            entity.HasIndex(row => row.OccurredAt);
            entity.HasIndex(row => new { row.Kind, row.OccurredAt });
            entity.HasIndex(row => new { row.AssigneeId, row.Status });
            entity.HasIndex(row => row.MembershipId);
            entity.HasIndex(row => row.RuleId);
            entity.HasIndex(row => row.RuleSetVersionId);
            entity.HasIndex(row => row.ActivityId);
            entity.HasIndex(row => row.ReportedById);
            entity.HasIndex(row => row.DecidedById);
            entity.HasIndex(row => row.DecidedAt);
            entity.HasIndex(row => row.AppealedAt);
            entity.HasIndex(row => row.AppealDecidedById);
        });
        builder.Entity<Penalty>(entity =>
        {
            entity.Property(row => row.Notice).HasMaxLength(Penalty.NoticeMaxLength);
            entity.Property(row => row.FailureReason).HasMaxLength(Penalty.FailureMaxLength);
            entity.HasOne(row => row.Violation).WithMany(row => row.Penalties).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Membership).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.AppliedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.Status, row.DueAt });
            entity.HasIndex(row => new { row.GroupId, row.DueAt });
            entity.HasIndex(row => new { row.MemberId, row.GroupId });
            entity.HasIndex(row => row.DueAt);
            entity.HasIndex(row => row.Kind);
            entity.HasIndex(row => row.ViolationId);
            entity.HasIndex(row => row.MembershipId);
            entity.HasIndex(row => row.AppliedAt);
            entity.HasIndex(row => row.AppliedById);
        });
    }

    private static void ConfigurePolicies(ModelBuilder builder)
    {
        builder.Entity<StrikePolicy>(entity =>
        {
            entity.Property(row => row.NoticeTemplate).HasMaxLength(StrikePolicy.NoticeTemplateMaxLength);
            entity.HasOne(row => row.RuleSet).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.RuleSetId);
            entity.HasIndex(row => row.GroupId);
            entity.HasMany(row => row.Steps).WithOne(row => row.StrikePolicy).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<PenaltyStep>(entity =>
        {
            entity.HasIndex(row => new { row.StrikePolicyId, row.Strike }).IsUnique();
        });
    }
}
