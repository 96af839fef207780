using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class AuditConfiguration
{
    /// <remarks>The subject and the member have no foreign key: an entry outlives them.</remarks>
    public static void Configure(ModelBuilder builder) => builder.Entity<AuditEntry>(entity =>
    {
        entity.Property(row => row.Mutation).HasMaxLength(AuditEntry.MutationMaxLength);
        entity.Property(row => row.SubjectType).HasMaxLength(AuditEntry.SubjectTypeMaxLength);
        entity.HasOne(row => row.Operator).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.ApiKey).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(row => row.At);
        entity.HasIndex(row => row.OperatorId);
        entity.HasIndex(row => row.ApiKeyId);
        entity.HasIndex(row => row.Mutation);
        entity.HasIndex(row => new { row.SubjectType, row.SubjectId });
        entity.HasIndex(row => row.MemberId);
    });
}
