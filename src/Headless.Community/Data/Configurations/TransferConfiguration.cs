using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headless.Community.Data.Configurations;

internal static class TransferConfiguration
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<ImportJob>(entity =>
        {
            ConfigureJob(entity);
            entity.Property(row => row.FileName).HasMaxLength(TransferJob.FileNameMaxLength);
            entity.Property(row => row.Source).HasMaxLength(ImportJob.SourceMaxLength);
            entity.Property(row => row.Currency).HasMaxLength(Currency.CodeLength);
            entity.Property(row => row.TimeZone).HasMaxLength(64);
            entity.Property(row => row.MappingJson).HasMaxLength(ImportJob.MappingMaxLength);
            entity.Ignore(row => row.Mapping);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.Ignore(row => row.IsAwaited);
            entity.HasOne(row => row.DryRun).WithMany().HasForeignKey(row => row.DryRunId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.Subject, row.CreatedAt });
            entity.HasIndex(row => row.UploadUntil);
            entity.HasIndex(row => row.GroupId);
            entity.HasIndex(row => row.DryRunId);
        });
        builder.Entity<ImportRejection>(entity =>
        {
            entity.Property(row => row.Code).HasMaxLength(TransferJob.CodeMaxLength);
            entity.Property(row => row.Message).HasMaxLength(TransferJob.MessageMaxLength);
            entity.Property(row => row.Field).HasMaxLength(ImportRejection.FieldMaxLength);
            entity.Property(row => row.Text).HasMaxLength(ImportRejection.TextMaxLength);
            entity.HasOne(row => row.ImportJob).WithMany(job => job.Rejections).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.ImportJobId, row.Row }).IsUnique();
        });
        builder.Entity<ExportJob>(entity =>
        {
            ConfigureJob(entity);
            entity.Property(row => row.Filter).HasMaxLength(ExportJob.FilterMaxLength);
            entity.Property(row => row.ColumnList).HasMaxLength(ExportJob.ColumnsMaxLength);
            entity.Ignore(row => row.Columns);
            entity.HasIndex(row => new { row.Subject, row.CreatedAt });
        });
    }

    private static void ConfigureJob<T>(EntityTypeBuilder<T> entity)
        where T : TransferJob
    {
        entity.Property(row => row.FailureCode).HasMaxLength(TransferJob.CodeMaxLength);
        entity.Property(row => row.FailureMessage).HasMaxLength(TransferJob.MessageMaxLength);
        entity.Property(row => row.Sha256).HasMaxLength(TransferJob.Sha256Length);
        entity.Ignore(row => row.IsUnfinished);
        entity.HasOne(row => row.RequestedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(row => new { row.Status, row.CreatedAt });
        entity.HasIndex(row => new { row.RequestedById, row.CreatedAt });
        entity.HasIndex(row => row.CreatedAt);
        entity.HasIndex(row => row.FinishedAt);
        entity.HasIndex(row => row.KeptUntil);
        entity.HasIndex(row => row.Sha256);
    }
}
