using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class IdempotencyConfiguration
{
    public static void Configure(ModelBuilder builder) => builder.Entity<IdempotencyRecord>(entity =>
    {
        entity.Property(row => row.Key).HasMaxLength(IdempotencyRecord.KeyMaxLength);
        entity.Property(row => row.Operation).HasMaxLength(IdempotencyRecord.OperationMaxLength);
        entity.Property(row => row.RequestHash).HasMaxLength(IdempotencyRecord.RequestHashLength).IsFixedLength();
        entity.HasIndex(row => row.Key).IsUnique();
        entity.HasIndex(row => row.CreatedAt);
    });
}
