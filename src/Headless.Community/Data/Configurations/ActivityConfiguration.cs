using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class ActivityConfiguration
{
    /// <remarks>
    /// The log grows by tens of thousands of rows a second, so it has the four indexes that its readers need and foreign keys
    /// only to what queries join. A fifth, of what is caused here, answers conditions on members; what is ingested is not in it. A sixth has only the messages that answer others. By group and by member it is read in its own order, by time across groups.
    /// </remarks>
    public static void Configure(ModelBuilder builder, string isIngested, string isCausedHere, string isReply) => builder.Entity<Activity>(entity =>
    {
        entity.Property(row => row.Source).HasMaxLength(Activity.SourceMaxLength);
        entity.Property(row => row.ExternalId).HasMaxLength(Activity.ExternalIdMaxLength);
        entity.Property(row => row.ReplyToExternalId).HasMaxLength(Activity.ExternalIdMaxLength);
        entity.Property(row => row.Text).HasMaxLength(Activity.TextMaxLength);
        entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(row => row.Actor).WithMany().OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(row => new { row.Source, row.ExternalId }).IsUnique().HasFilter(isIngested);
        entity.HasIndex(row => new { row.Source, row.ReplyToExternalId }).HasFilter(isReply);
        entity.HasIndex(row => new { row.GroupId, row.Id });
        entity.HasIndex(row => new { row.MemberId, row.Id });
        entity.HasIndex(row => row.OccurredAt);
        entity.HasIndex(row => new { row.Kind, row.MemberId, row.OccurredAt }, "IX_Activities_CausedHere").HasFilter(isCausedHere);
    });
}
