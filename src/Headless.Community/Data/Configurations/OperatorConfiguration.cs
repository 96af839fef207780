using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class OperatorConfiguration
{
    public static void Configure(ModelBuilder builder, string hasSubject)
    {
        builder.Entity<Operator>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(Operator.NameMaxLength);
            entity.Property(row => row.Email).HasMaxLength(Operator.EmailMaxLength);
            entity.Property(row => row.DutyFlags).HasColumnName("Duties");
            entity.Ignore(row => row.Duties);
            entity.Property(row => row.Department).HasMaxLength(Operator.DepartmentMaxLength);
            entity.Property(row => row.Subject).HasMaxLength(Operator.SubjectMaxLength);
            entity.HasIndex(row => row.Subject).IsUnique().HasFilter(hasSubject);
            entity.HasIndex(row => row.Name);
            entity.HasIndex(row => row.Email);
            entity.HasIndex(row => row.Role);
        });

        builder.Entity<GroupAssignment>(entity =>
        {
            entity.HasOne(row => row.Operator).WithMany(row => row.Assignments).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany(row => row.Assignments).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.OperatorId, row.GroupId });
            entity.HasIndex(row => new { row.GroupId, row.OperatorId });
        });

        builder.Entity<ApiKey>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(ApiKey.NameMaxLength);
            entity.Property(row => row.Prefix).HasMaxLength(ApiKey.PrefixLength);
            entity.Property(row => row.Hash).HasMaxLength(ApiKey.HashLength).IsFixedLength();
            entity.Property(row => row.ScopeFlags).HasColumnName("Scopes");
            entity.Ignore(row => row.Scopes);
            entity.HasOne(row => row.Operator).WithMany(row => row.ApiKeys).OnDelete(DeleteBehavior.Restrict);
            entity.Property(row => row.FormerHash).HasMaxLength(ApiKey.HashLength).IsFixedLength();
            entity.HasIndex(row => row.Hash).IsUnique();
            entity.HasIndex(row => row.FormerHash);
            entity.HasIndex(row => row.OperatorId);
        });
    }
}
