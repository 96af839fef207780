using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class RollupConfiguration
{
    /// <remarks>
    /// Rollups can be computed again at any time, so they have no foreign keys to check on every message. Their rows lie in the order of their keys, as
    /// SQL Server keeps them by itself; for SQLite the migration GroupTotals says it, and with it that of <see cref="Search.SearchTerm"/>: a row is one place to
    /// write instead of two, and what a dashboard reads of a group lies together.
    /// </remarks>
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<GroupHour>(entity =>
        {
            entity.HasKey(row => new { row.GroupId, row.HourStart });

            // A heatmap of everything adds up hour by hour, from the index alone: of 300 groups and 30 days it took 114 ms (p95) without and takes 18.
            entity.HasIndex(row => new { row.HourStart, row.Messages, row.EffectiveMessages });

            // How many members a group had is its total without what came after: of the hours in which somebody came or left, from the index alone.
            entity.HasIndex(row => new { row.GroupId, row.HourStart, row.MemberDelta }, "IX_GroupHours_Moved").HasFilter("\"MemberDelta\" <> 0");
        });
        builder.Entity<GroupDay>(entity =>
        {
            entity.HasKey(row => new { row.GroupId, row.Day });
            entity.HasIndex(row => row.Day);
        });
        builder.Entity<GroupTotal>(entity =>
        {
            entity.HasKey(row => row.GroupId);
            entity.Property(row => row.GroupId).ValueGeneratedNever();
        });
        builder.Entity<MemberDay>(entity =>
        {
            entity.HasKey(row => new { row.GroupId, row.Day, row.MemberId });

            // How much somebody said lately is asked of tens of thousands of members for one segment: it was half of a preview's time, and needs the index alone.
            entity.HasIndex(row => new { row.MemberId, row.Day, row.EffectiveMessages });
        });
        builder.Entity<ReplyDay>(entity =>
        {
            entity.HasKey(row => new { row.GroupId, row.Day, row.MemberId });
            entity.HasIndex(row => new { row.MemberId, row.Day });
        });
        builder.Entity<ContentReach>(entity =>
        {
            entity.HasIndex(row => new { row.ContentItemId, row.MemberId }).IsUnique();
            entity.HasIndex(row => row.MemberId);

            // What reached people, and what they opened, in a window: of all groups and of some.
            entity.HasIndex(row => new { row.ReachedAt, row.GroupId, row.OpenedAt });
            entity.HasIndex(row => new { row.OpenedAt, row.GroupId });
            entity.HasIndex(row => row.GroupId);
        });
        builder.Entity<MetricState>(entity =>
        {
            entity.Property(row => row.Id).ValueGeneratedNever();
            entity.Property(row => row.ReportingTimeZone).HasMaxLength(MetricState.TimeZoneMaxLength);
        });
    }
}
