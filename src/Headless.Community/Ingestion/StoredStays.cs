using System.Text.Json;
using Headless.Community.Data;
using Headless.Community.Data.Bulk;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Ingestion;

/// <summary>
/// Reads of the stays of members in groups those that had not ended before a time, and the one before them, in the order of their
/// beginnings: of 23 columns the fifteen that a batch needs.
/// </summary>
internal static class StoredStays
{
    public static async Task<List<Membership>> ReadAsync(
        CommunityDbContext context, long[] groupIds, long[] memberIds, DateTime since, CancellationToken cancellationToken) =>
        context.Database.GetDbConnection() is SqliteConnection sqlite
            ? Read(sqlite, groupIds, memberIds, since)
            : await context.Memberships.AsNoTracking()
                .Where(stay => EF.Parameter(memberIds).Contains(stay.MemberId) && EF.Parameter(groupIds).Contains(stay.GroupId)
                    && (stay.LeftAt == null || stay.LeftAt >= since
                        || !context.Memberships.Any(later =>
                            later.MemberId == stay.MemberId && later.GroupId == stay.GroupId && later.JoinedAt > stay.JoinedAt && later.LeftAt < since)))
                .OrderBy(stay => stay.JoinedAt).ThenBy(stay => stay.Id)
                .Select(stay => new Membership
                {
                    Id = stay.Id,
                    Version = stay.Version,
                    GroupId = stay.GroupId,
                    MemberId = stay.MemberId,
                    Role = stay.Role,
                    AccountKind = stay.AccountKind,
                    ControlledById = stay.ControlledById,
                    Nickname = stay.Nickname,
                    JoinedAt = stay.JoinedAt,
                    JoinKnown = stay.JoinKnown,
                    InvitedById = stay.InvitedById,
                    LeftAt = stay.LeftAt,
                    LeaveKind = stay.LeaveKind,
                    LastMessageAt = stay.LastMessageAt,
                    LastMessageHash = stay.LastMessageHash,
                })
                .ToListAsync(cancellationToken);

    /// <remarks>The same condition member by member, without EF: the reading of people and stays was a quarter of a batch of 500 through it.</remarks>
    private static List<Membership> Read(SqliteConnection connection, long[] groupIds, long[] memberIds, DateTime since)
    {
        using var query = new SqliteStatement(
            connection,
            """
            SELECT s."Id", s."Version", s."GroupId", s."Role", s."AccountKind", s."ControlledById", s."Nickname", s."JoinedAt", s."JoinKnown",
                   s."InvitedById", s."LeftAt", s."LeaveKind", s."LastMessageAt", s."LastMessageHash"
            FROM "Memberships" AS s
            WHERE s."MemberId" = ?1 AND s."GroupId" IN (SELECT value FROM json_each(?2))
              AND (s."LeftAt" IS NULL OR s."LeftAt" >= ?3 OR NOT EXISTS (
                SELECT 1 FROM "Memberships" AS later
                WHERE later."MemberId" = s."MemberId" AND later."GroupId" = s."GroupId" AND later."JoinedAt" > s."JoinedAt" AND later."LeftAt" < ?3))
            ORDER BY s."JoinedAt", s."Id"
            """);
        var groups = JsonSerializer.Serialize(groupIds);
        var stays = new List<Membership>(memberIds.Length);
        foreach (var memberId in memberIds)
        {
            query.Bind(memberId);
            query.Bind(groups);
            query.Bind(since);
            while (query.Read())
            {
                stays.Add(new Membership
                {
                    Id = query.Number(0),
                    Version = query.Number(1),
                    GroupId = query.Number(2),
                    MemberId = memberId,
                    Role = (MembershipRole)query.Number(3),
                    AccountKind = (AccountKind)query.Number(4),
                    ControlledById = query.NumberOrNull(5),
                    Nickname = query.TextOrNull(6),
                    JoinedAt = query.Time(7),
                    JoinKnown = query.Number(8) != 0,
                    InvitedById = query.NumberOrNull(9),
                    LeftAt = query.TimeOrNull(10),
                    LeaveKind = (LeaveKind?)query.NumberOrNull(11),
                    LastMessageAt = query.TimeOrNull(12),
                    LastMessageHash = query.NumberOrNull(13),
                });
            }
        }

        return stays;
    }
}
