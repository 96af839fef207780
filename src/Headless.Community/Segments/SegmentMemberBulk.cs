using Headless.Community.Data;
using Headless.Community.Data.Bulk;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>Many members enter a segment or leave it at once, each with its activity.</summary>
internal static class SegmentMemberBulk
{
    private const int ChunkSize = 5_000;

    /// <summary>Opens stays; none of the members may have one.</summary>
    public static async Task EnterAsync(
        CommunityDbContext db, Segment segment, IReadOnlyList<(long MemberId, SegmentCause Cause)> members, DateTime at, long? actorId, CancellationToken cancellationToken)
    {
        if (db.Database.GetDbConnection() is SqliteConnection sqlite)
        {
            using var insert = new SqliteStatement(
                sqlite, """INSERT INTO "SegmentMembers" ("SegmentId", "MemberId", "EnteredAt", "EnteredBy") VALUES (?, ?, ?, ?)""");
            foreach (var (memberId, cause) in members)
            {
                cancellationToken.ThrowIfCancellationRequested();
                insert.Bind(segment.Id);
                insert.Bind(memberId);
                insert.Bind(at);
                insert.Bind((long)cause);
                insert.Run();
            }
        }
        else
        {
            foreach (var chunk in members.Chunk(ChunkSize))
            {
                var rows = Array.ConvertAll(chunk, member => new SegmentMember
                {
                    SegmentId = segment.Id, MemberId = member.MemberId, EnteredAt = at, EnteredBy = member.Cause,
                });
                db.SegmentMembers.AddRange(rows);
                await db.SaveChangesAsync(cancellationToken);
                Array.ForEach(rows, row => db.Entry(row).State = EntityState.Detached);
            }
        }

        await RecordAsync(db, ActivityKind.SegmentEntered, segment, members, at, actorId, cancellationToken);
    }

    /// <summary>Ends the open stays of members.</summary>
    public static async Task LeaveAsync(
        CommunityDbContext db, Segment segment, IReadOnlyList<(long MemberId, SegmentCause Cause)> members, DateTime at, long? actorId, CancellationToken cancellationToken)
    {
        var segmentId = segment.Id;
        foreach (var byCause in members.GroupBy(member => member.Cause, member => member.MemberId))
        {
            foreach (var chunk in byCause.Chunk(ChunkSize))
            {
                var cause = byCause.Key;
                await db.SegmentMembers
                    .Where(stay => stay.SegmentId == segmentId && stay.LeftAt == null && EF.Parameter(chunk).Contains(stay.MemberId))
                    .ExecuteUpdateAsync(set => set.SetProperty(stay => stay.LeftAt, at).SetProperty(stay => stay.LeftBy, cause), cancellationToken);
            }
        }

        await RecordAsync(db, ActivityKind.SegmentLeft, segment, members, at, actorId, cancellationToken);
    }

    private static async Task RecordAsync(
        CommunityDbContext db, ActivityKind kind, Segment segment, IReadOnlyList<(long MemberId, SegmentCause Cause)> members, DateTime at, long? actorId,
        CancellationToken cancellationToken)
    {
        var data = Enum.GetValues<SegmentCause>().ToDictionary(
            cause => cause, cause => $$"""{"cause":"{{System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(cause.ToString())}}"}""");
        foreach (var chunk in members.Chunk(ChunkSize))
        {
            await db.BulkInsertAsync(
                Array.ConvertAll(chunk, member => new Activity
                {
                    Kind = kind, OccurredAt = at, RecordedAt = at, MemberId = member.MemberId, ActorId = actorId, Text = segment.Name, Data = data[member.Cause],
                }),
                cancellationToken);
        }
    }
}
