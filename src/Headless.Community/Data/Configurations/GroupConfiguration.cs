using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class GroupConfiguration
{
    public static void Configure(ModelBuilder builder, string isNumbered)
    {
        builder.Entity<Group>(entity =>
        {
            entity.Property(row => row.ExternalId).HasMaxLength(Group.ExternalIdMaxLength);
            entity.Property(row => row.Name).HasMaxLength(Group.NameMaxLength);
            entity.Property(row => row.PurposeFlags).HasColumnName("Purposes");
            entity.Ignore(row => row.Purposes);
            entity.Property(row => row.ValueOfferFlags).HasColumnName("ValueOffers");
            entity.Ignore(row => row.ValueOffers);
            entity.Property(row => row.City).HasMaxLength(Group.PlaceMaxLength);
            entity.Property(row => row.Topic).HasMaxLength(Group.PlaceMaxLength);
            entity.Property(row => row.TimeZone).HasMaxLength(Group.TimeZoneMaxLength);
            entity.ComplexProperty(row => row.Positioning, answers =>
            {
                answers.Property(value => value.Why).HasMaxLength(GroupPositioning.AnswerMaxLength);
                answers.Property(value => value.What).HasMaxLength(GroupPositioning.AnswerMaxLength);
                answers.Property(value => value.Who).HasMaxLength(GroupPositioning.AnswerMaxLength);
                answers.Property(value => value.Where).HasMaxLength(GroupPositioning.AnswerMaxLength);
                answers.Property(value => value.When).HasMaxLength(GroupPositioning.AnswerMaxLength);
                answers.Property(value => value.How).HasMaxLength(GroupPositioning.AnswerMaxLength);
                answers.Property(value => value.Tone).HasMaxLength(GroupPositioning.AnswerMaxLength);
                answers.Ignore(value => value.Missing);
            });
            entity.ComplexProperty(row => row.Branding, branding =>
            {
                branding.Property(value => value.AvatarUrl).HasMaxLength(GroupBranding.AvatarUrlMaxLength);
                branding.Property(value => value.Tagline).HasMaxLength(GroupBranding.TaglineMaxLength);
            });
            entity.ComplexProperty(row => row.NicknameRule, rule =>
            {
                rule.Property(value => value.Template).HasMaxLength(NicknameRule.TemplateMaxLength);
                rule.Property(value => value.Pattern).HasMaxLength(NicknameRule.PatternMaxLength);
            });
            entity.HasOne(row => row.ParentGroup).WithMany(row => row.Replicas).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne<Group>().WithMany().HasForeignKey(row => row.RootGroupId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Series).WithMany(row => row.Groups).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.SeriesId, row.SeriesNumber }).IsUnique().HasFilter(isNumbered);
            entity.HasIndex(row => row.RootGroupId);
            entity.HasIndex(row => row.City);
            entity.HasIndex(row => row.Topic);
            entity.HasIndex(row => row.IsOnBrand);
            entity.HasIndex(row => row.LineageDepth);
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

            // What falls due: drafts that open, groups that close.
            entity.HasIndex(row => new { row.Status, row.OpensAt });
            entity.HasIndex(row => new { row.Status, row.ClosesAt });
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
