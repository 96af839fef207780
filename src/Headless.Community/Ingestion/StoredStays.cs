using Headless.Community.Data;
using Headless.Community.Data.Bulk;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Ingestion;

/// <summary>
/// Reads of the stays of members in groups those that had not ended before a time, and the one before them, in the order of their
/// beginnings: of some thirty columns those that a batch needs.
/// </summary>
internal static class StoredStays
{
    public static async Task<List<Membership>> ReadAsync(
        CommunityDbContext context, IReadOnlyCollection<(long GroupId, long MemberId)> places, DateTime since, CancellationToken cancellationToken)
    {
        if (context.Database.GetDbConnection() is SqliteConnection sqlite)
        {
            return Read(sqlite, places, since);
        }

        // More than was asked for where members of different groups are, but one statement.
        var groupIds = places.Select(place => place.GroupId).Distinct().ToArray();
        var memberIds = places.Select(place => place.MemberId).Distinct().ToArray();
        return await context.Memberships.AsNoTracking()
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
                StaffDuty = stay.StaffDuty,
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
    }

    /// <remarks>
    /// The same condition place by place, without EF: the reading of people and stays was a quarter of a batch of 500 through it.
    /// A list of groups inside the statement would be put in order again for each member, which took three quarters of its time.
    /// </remarks>
    private static List<Membership> Read(SqliteConnection connection, IReadOnlyCollection<(long GroupId, long MemberId)> places, DateTime since)
    {
        using var query = new SqliteStatement(
            connection,
            """
            SELECT s."Id", s."Version", s."GroupId", s."Role", s."AccountKind", s."ControlledById", s."Nickname", s."JoinedAt", s."JoinKnown",
                   s."InvitedById", s."LeftAt", s."LeaveKind", s."LastMessageAt", s."LastMessageHash",
                   s."StaffDuty"
            FROM "Memberships" AS s
            WHERE s."MemberId" = ?1 AND s."GroupId" = ?2
              AND (s."LeftAt" IS NULL OR s."LeftAt" >= ?3 OR NOT EXISTS (
                SELECT 1 FROM "Memberships" AS later
                WHERE later."MemberId" = s."MemberId" AND later."GroupId" = s."GroupId" AND later."JoinedAt" > s."JoinedAt" AND later."LeftAt" < ?3))
            """);
        var stays = new List<Membership>(places.Count);
        foreach (var (groupId, memberId) in places)
        {
            query.Bind(memberId);
            query.Bind(groupId);
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
                    StaffDuty = (OperatorDuty?)query.NumberOrNull(14),
                });
            }
        }

        // Not by the statement: to have them in order it would rather walk through the whole group.
        stays.Sort((left, right) => (left.JoinedAt, left.Id).CompareTo((right.JoinedAt, right.Id)));
        return stays;
    }
}
