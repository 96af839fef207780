using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class GroupConfiguration
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<Group>(entity =>
        {
            entity.Property(row => row.ExternalId).HasMaxLength(Group.ExternalIdMaxLength);
            entity.Property(row => row.Name).HasMaxLength(Group.NameMaxLength);
            entity.Property(row => row.PurposeFlags).HasColumnName("Purposes");
            entity.Ignore(row => row.Purposes);
            entity.Property(row => row.WelcomeMessage).HasMaxLength(Group.WelcomeMessageMaxLength);
            entity.ComplexProperty(row => row.Positioning, answers =>
            {
                answers.Property(value => value.Why).HasMaxLength(GroupPositioning.AnswerMaxLength);
                answers.Property(value => value.What).HasMaxLength(GroupPositioning.AnswerMaxLength);
                answers.Property(value => value.Who).HasMaxLength(GroupPositioning.AnswerMaxLength);
                answers.Property(value => value.Where).HasMaxLength(GroupPositioning.AnswerMaxLength);
                answers.Property(value => value.When).HasMaxLength(GroupPositioning.AnswerMaxLength);
                answers.Property(value => value.How).HasMaxLength(GroupPositioning.AnswerMaxLength);
            });
            entity.ComplexProperty(row => row.Branding, branding =>
            {
                branding.Property(value => value.NameTemplate).HasMaxLength(GroupBranding.NameTemplateMaxLength);
                branding.Property(value => value.AvatarUrl).HasMaxLength(GroupBranding.AvatarUrlMaxLength);
                branding.Property(value => value.Tagline).HasMaxLength(GroupBranding.TaglineMaxLength);
            });
            entity.ComplexProperty(row => row.NicknameRule, rule =>
            {
                rule.Property(value => value.Template).HasMaxLength(NicknameRule.TemplateMaxLength);
                rule.Property(value => value.Pattern).HasMaxLength(NicknameRule.PatternMaxLength);
            });
            entity.HasOne(row => row.ParentGroup).WithMany(row => row.Replicas).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.Platform, row.ExternalId }).IsUnique();
            entity.HasIndex(row => row.ExternalId);
            entity.HasIndex(row => row.Name);
            entity.HasIndex(row => new { row.Type, row.CreatedAt });
            entity.HasIndex(row => new { row.Status, row.CreatedAt });
            entity.HasIndex(row => new { row.Phase, row.CreatedAt });
            entity.HasIndex(row => new { row.BusinessModel, row.CreatedAt });
            entity.HasIndex(row => row.JoinPolicy);
            entity.HasIndex(row => row.Capacity);
            entity.HasIndex(row => row.OpensAt);
            entity.HasIndex(row => row.ClosesAt);
            entity.HasIndex(row => row.ParentGroupId);
        });

        builder.Entity<GroupPhaseChange>(entity =>
        {
            entity.Property(row => row.Reason).HasMaxLength(GroupPhaseChange.ReasonMaxLength);
            entity.HasOne(row => row.Group).WithMany(row => row.PhaseChanges).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.ChangedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.GroupId, row.ChangedAt });
            entity.HasIndex(row => row.ChangedById);
        });
    }
}
