using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class AlertConfiguration
{
    public static void Configure(ModelBuilder builder, Func<string, bool, string> nullFilter)
    {
        builder.Entity<Alert>(entity =>
        {
            entity.Property(row => row.Message).HasMaxLength(Alert.MessageMaxLength);
            entity.Property(row => row.SuggestedAction).HasMaxLength(Alert.SuggestedActionMaxLength);
            entity.Property(row => row.Evidence).HasMaxLength(Alert.EvidenceMaxLength);
            entity.Property(row => row.AcknowledgeNote).HasMaxLength(Alert.NoteMaxLength);
            entity.Ignore(row => row.Subject);
            entity.HasOne(row => row.Group).WithMany(row => row.Alerts).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Operator).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.AcknowledgedBy).WithMany().OnDelete(DeleteBehavior.Restrict);

            // One alert at a time about one thing.
            var isUnresolved = nullFilter(nameof(Alert.ResolvedAt), true);
            entity.HasIndex(row => new { row.Kind, row.SubjectKind, row.SubjectId }, "IX_Alerts_Unresolved").IsUnique()
                .HasFilter($"{isUnresolved} AND {nullFilter(nameof(Alert.RuleId), true)}");
            entity.HasIndex(row => new { row.RuleId, row.SubjectKind, row.SubjectId }, "IX_Alerts_UnresolvedOfRule").IsUnique()
                .HasFilter($"{isUnresolved} AND {nullFilter(nameof(Alert.RuleId), false)}");
            entity.HasOne(row => row.Rule).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.RuleId, row.OpenedAt });
            entity.HasIndex(row => new { row.Kind, row.OpenedAt });
            entity.HasIndex(row => new { row.Status, row.OpenedAt });
            entity.HasIndex(row => new { row.GroupId, row.OpenedAt });
            entity.HasIndex(row => new { row.OperatorId, row.OpenedAt });
            entity.HasIndex(row => row.CampaignId);
            entity.HasIndex(row => row.AcknowledgedById);
            entity.HasIndex(row => row.OpenedAt);
            entity.HasIndex(row => row.ResolvedAt);
        });

        builder.Entity<AlertRule>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(AlertRule.NameMaxLength);
            entity.Property(row => row.Metric).HasMaxLength(AlertRule.MetricMaxLength);
            entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
            entity.Property(row => row.SuggestedAction).HasMaxLength(Alert.SuggestedActionMaxLength);
            entity.Ignore(row => row.Purposes);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Name).IsUnique();
            entity.HasIndex(row => row.IsActive);
            entity.HasIndex(row => row.Metric);
            entity.HasIndex(row => row.GroupId);
        });

        builder.Entity<AlertEvaluation>(entity =>
        {
            entity.HasKey(row => row.Kind);
            entity.Property(row => row.Kind).ValueGeneratedNever();
        });
    }
}
