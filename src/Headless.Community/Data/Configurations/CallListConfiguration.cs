using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class CallListConfiguration
{
    public static void Configure(ModelBuilder builder, string hasIdempotencyKey)
    {
        builder.Entity<CallList>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(CallList.NameMaxLength);
            entity.Property(row => row.Script).HasMaxLength(CallList.ScriptMaxLength);
            entity.Property(row => row.IdempotencyKey).HasMaxLength(CallList.IdempotencyKeyMaxLength);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.CreatedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Name);
            entity.HasIndex(row => new { row.Status, row.CreatedAt });
            entity.HasIndex(row => row.CampaignId);
            entity.HasIndex(row => row.CreatedById);
            entity.HasIndex(row => row.IdempotencyKey).IsUnique().HasFilter(hasIdempotencyKey);
        });

        builder.Entity<CallRule>(entity =>
        {
            entity.Property(row => row.Region).HasMaxLength(Member.PlaceMaxLength);
            entity.HasOne(row => row.CallList).WithMany(row => row.Rules).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Operator).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.CallListId);
            entity.HasIndex(row => row.OperatorId);
        });

        builder.Entity<CallEntry>(entity =>
        {
            entity.Property(row => row.Region).HasMaxLength(Member.PlaceMaxLength);
            entity.Ignore(row => row.IsOpen);
            entity.HasOne(row => row.CallList).WithMany(row => row.Entries).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Operator).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.AddedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.CallListId, row.Round, row.MemberId }).IsUnique();

            // The progress of a list is counted from this index alone.
            entity.HasIndex(row => new { row.CallListId, row.Round, row.OperatorId, row.Status });
            entity.HasIndex(row => new { row.OperatorId, row.Status, row.NextCallAt });
            entity.HasIndex(row => row.MemberId);
            entity.HasIndex(row => row.AddedById);
            entity.HasIndex(row => row.NextCallAt);
        });

        builder.Entity<CallAttempt>(entity =>
        {
            entity.Property(row => row.Note).HasMaxLength(CallAttempt.NoteMaxLength);
            entity.Property(row => row.IdempotencyKey).HasMaxLength(CallAttempt.IdempotencyKeyMaxLength);
            entity.HasOne(row => row.CallEntry).WithMany(row => row.Attempts).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Operator).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.CallEntryId, row.CalledAt });
            entity.HasIndex(row => new { row.CallEntryId, row.IdempotencyKey }).IsUnique().HasFilter(hasIdempotencyKey);
            entity.HasIndex(row => row.MemberId);
            entity.HasIndex(row => row.OperatorId);
        });
    }
}
