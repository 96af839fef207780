using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headless.Community.Data.Configurations;

internal static class IdempotencyConfiguration
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<IdempotencyRecord>(ConfigureRecord);
        builder.Entity<MutationReceipt>(entity =>
        {
            entity.Property(row => row.KeyHash).HasMaxLength(MutationReceipt.HashLength).IsFixedLength();
            entity.Property(row => row.RequestHash).HasMaxLength(MutationReceipt.HashLength).IsFixedLength();
            entity.HasOne<Operator>().WithMany().HasForeignKey(row => row.OperatorId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.OperatorId, row.KeyHash }).IsUnique();
            entity.HasIndex(row => row.CreatedAt);
        });
    }

    private static void ConfigureRecord(EntityTypeBuilder<IdempotencyRecord> entity)
    {
        entity.Property(row => row.Key).HasMaxLength(IdempotencyRecord.KeyMaxLength);
        entity.Property(row => row.Operation).HasMaxLength(IdempotencyRecord.OperationMaxLength);
        entity.Property(row => row.RequestHash).HasMaxLength(IdempotencyRecord.RequestHashLength).IsFixedLength();
        entity.HasIndex(row => row.Key).IsUnique();
        entity.HasIndex(row => row.CreatedAt);
    }
}
