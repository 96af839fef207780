using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

/// <summary>Points and check-ins.</summary>
internal static class PointConfiguration
{
    public static void Configure(ModelBuilder builder, Func<string, string> notNull)
    {
        builder.Entity<PointProgram>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(PointProgram.NameMaxLength);
            entity.Property(row => row.Unit).HasMaxLength(PointProgram.UnitMaxLength);
            entity.Property(row => row.TimeZone).HasMaxLength(PointProgram.TimeZoneMaxLength);
            entity.HasIndex(row => row.Name).IsUnique();
        });

        builder.Entity<EarningRule>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(EarningRule.NameMaxLength);
            entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
            entity.HasOne(row => row.Program).WithMany().HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.ProgramId);
            entity.HasIndex(row => row.IsActive);
        });

        builder.Entity<EarningRuleGroup>(entity =>
        {
            entity.HasKey(row => new { row.RuleId, row.GroupId });
            entity.HasOne(row => row.Rule).WithMany(row => row.Groups).HasForeignKey(row => row.RuleId).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.GroupId);
        });

        builder.Entity<EarningState>().Property(row => row.Id).ValueGeneratedNever();

        builder.Entity<PointBalance>(entity =>
        {
            entity.HasOne(row => row.Program).WithMany().HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);

            // The balances of a group's members are read from the index alone, and so is the top of everybody.
            entity.HasIndex(row => new { row.MemberId, row.ProgramId, row.Balance });
            entity.HasIndex(row => new { row.ProgramId, row.MemberId }).IsUnique();
            entity.HasIndex(row => new { row.ProgramId, row.Balance });
            entity.HasIndex(row => row.NextExpiryAt).HasFilter(notNull("NextExpiryAt"));
        });

        builder.Entity<PointEntry>(entity =>
        {
            entity.Property(row => row.Note).HasMaxLength(PointEntry.NoteMaxLength);
            entity.Property(row => row.IdempotencyKey).HasMaxLength(PointEntry.IdempotencyKeyMaxLength);
            entity.HasOne(row => row.Program).WithMany().HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Rule).WithMany().HasForeignKey(row => row.RuleId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Reverses).WithMany().HasForeignKey(row => row.ReversesId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.MemberId, row.ProgramId, row.OccurredAt });
            entity.HasIndex(row => new { row.ProgramId, row.OccurredAt });
            entity.HasIndex(row => new { row.GroupId, row.OccurredAt });
            entity.HasIndex(row => row.OccurredAt);
            entity.HasIndex(row => new { row.RuleId, row.MemberId, row.Day }).HasFilter(notNull("RuleId"));
            entity.HasIndex(row => new { row.ActivityId, row.RuleId }).IsUnique().HasFilter(notNull("ActivityId"));
            entity.HasIndex(row => row.OrderId).HasFilter(notNull("OrderId"));
            entity.HasIndex(row => row.ReversesId).IsUnique().HasFilter(notNull("ReversesId"));
            entity.HasIndex(row => row.IdempotencyKey).IsUnique().HasFilter(notNull("IdempotencyKey"));
        });

        builder.Entity<CheckInProgram>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(CheckInProgram.NameMaxLength);
            entity.Property(row => row.TimeZone).HasMaxLength(CheckInProgram.TimeZoneMaxLength);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.PointProgram).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Name);
            entity.HasIndex(row => row.GroupId);
            entity.HasIndex(row => row.PointProgramId);
        });

        builder.Entity<CheckInMilestone>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(CheckInMilestone.NameMaxLength);
            entity.HasOne(row => row.Program).WithMany(row => row.Milestones).HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.ProgramId, row.Days }).IsUnique();
        });

        builder.Entity<CheckIn>(entity =>
        {
            entity.HasOne(row => row.Program).WithMany().HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.ProgramId, row.MemberId, row.Day }).IsUnique();
            entity.HasIndex(row => new { row.ProgramId, row.Day });
            entity.HasIndex(row => new { row.MemberId, row.Day });
            entity.HasIndex(row => row.Day);
        });

        builder.Entity<CheckInStanding>(entity =>
        {
            entity.HasOne(row => row.Program).WithMany().HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.ProgramId, row.MemberId }).IsUnique();
            entity.HasIndex(row => new { row.ProgramId, row.LongestStreak });
            entity.HasIndex(row => new { row.ProgramId, row.TotalDays });
            entity.HasIndex(row => row.MemberId);
        });

        builder.Entity<CheckInReward>(entity =>
        {
            entity.HasOne(row => row.Milestone).WithMany().HasForeignKey(row => row.MilestoneId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.MilestoneId, row.MemberId }).IsUnique();
            entity.HasIndex(row => row.MemberId);
        });
    }
}
