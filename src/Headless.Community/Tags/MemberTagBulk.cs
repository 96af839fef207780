using System.Text.Json;
using Headless.Community.Data;
using Headless.Community.Data.Bulk;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>Why a tag was taken away; in the log as <c>reason</c> of the activity's data.</summary>
public enum TagRemoval
{
    /// <summary>Somebody took it away.</summary>
    Manual,

    /// <summary>Another tag of its exclusive group took its place.</summary>
    Replaced,

    /// <summary>Its time was over.</summary>
    Expired,

    /// <summary>The member left the segment of the tag's rule.</summary>
    RuleEnded,
}

/// <summary>What became of a tag that many members were to be given or to lose.</summary>
/// <param name="Changed">How many have it now, or have it no more.</param>
/// <param name="Unchanged">How many had it already, or did not have it.</param>
/// <param name="Conflicting">Members who have another tag of its exclusive group, which stays.</param>
/// <param name="Full">Members who have as many tags as a member may have.</param>
public sealed record MemberTagBulkResult(int Changed, int Unchanged, IReadOnlyList<long> Conflicting, IReadOnlyList<long> Full);

/// <summary>A tag for many members at once: a few statements for thousands of them, each with its activity in the log.</summary>
public static class MemberTagBulk
{
    /// <summary>The most tags that a member has.</summary>
    public const int MaxTagsOfMember = 200;

    private const int ChunkSize = 5_000;

    /// <summary>Gives members a tag. Who has another of its exclusive group keeps that one.</summary>
    public static async Task<MemberTagBulkResult> AddAsync(
        CommunityDbContext db, Tag tag, IEnumerable<long> memberIds, TagSource source, DateTime at, long? actorId, DateTime? expiresAt, CancellationToken cancellationToken)
    {
        var (changed, unchanged, conflicting, full) = (0, 0, new List<long>(), new List<long>());
        var tagId = tag.Id;
        var isExclusive = await db.TagGroups.AnyAsync(group => group.Id == tag.TagGroupId && group.Exclusive, cancellationToken);
        foreach (var chunk in memberIds.Chunk(ChunkSize))
        {
            var held = await db.MemberTags.Where(row => row.TagId == tagId && EF.Parameter(chunk).Contains(row.MemberId))
                .Select(row => row.MemberId).ToHashSetAsync(cancellationToken);
            var groupId = tag.TagGroupId;
            var rivals = !isExclusive ? [] : await db.MemberTags
                .Where(row => row.TagId != tagId && row.Tag.TagGroupId == groupId && EF.Parameter(chunk).Contains(row.MemberId))
                .Select(row => row.MemberId).ToHashSetAsync(cancellationToken);
            var sated = await db.MemberTags.Where(row => EF.Parameter(chunk).Contains(row.MemberId))
                .GroupBy(row => row.MemberId).Where(group => group.Count() >= MaxTagsOfMember).Select(group => group.Key).ToHashSetAsync(cancellationToken);
            var added = new List<MemberTag>(chunk.Length);
            foreach (var memberId in chunk)
            {
                if (held.Contains(memberId))
                {
                    unchanged++;
                }
                else if (rivals.Contains(memberId))
                {
                    conflicting.Add(memberId);
                }
                else if (sated.Contains(memberId))
                {
                    full.Add(memberId);
                }
                else
                {
                    added.Add(new MemberTag { MemberId = memberId, TagId = tagId, Source = source, AddedById = actorId, AddedAt = at, ExpiresAt = expiresAt });
                }
            }

            await InsertAsync(db, added, cancellationToken);
            var data = DataOf(source);
            await db.BulkInsertAsync(
                added.ConvertAll(row => new Activity
                {
                    Kind = ActivityKind.TagAdded, OccurredAt = at, RecordedAt = at, MemberId = row.MemberId, TagId = tagId, ActorId = actorId, Text = tag.Name, Data = data,
                }),
                cancellationToken);
            changed += added.Count;
        }

        return new MemberTagBulkResult(changed, unchanged, conflicting, full);
    }

    /// <summary>Takes a tag from members; only where a source gave it, if one is named.</summary>
    public static async Task<MemberTagBulkResult> RemoveAsync(
        CommunityDbContext db, Tag tag, IEnumerable<long> memberIds, TagSource? source, TagRemoval reason, DateTime at, long? actorId, CancellationToken cancellationToken)
    {
        var (changed, unchanged) = (0, 0);
        var tagId = tag.Id;
        foreach (var chunk in memberIds.Chunk(ChunkSize))
        {
            var rows = db.MemberTags.Where(row => row.TagId == tagId && EF.Parameter(chunk).Contains(row.MemberId));
            if (source is { } giver)
            {
                rows = rows.Where(row => row.Source == giver);
            }

            var held = await rows.Select(row => row.MemberId).ToListAsync(cancellationToken);
            if (held.Count > 0)
            {
                await rows.ExecuteDeleteAsync(cancellationToken);
                await db.BulkInsertAsync(
                    held.ConvertAll(memberId => new Activity
                    {
                        Kind = ActivityKind.TagRemoved, OccurredAt = at, RecordedAt = at, MemberId = memberId, TagId = tagId, ActorId = actorId, Text = tag.Name, Data = DataOf(reason),
                    }),
                    cancellationToken);
            }

            changed += held.Count;
            unchanged += chunk.Length - held.Count;
        }

        return new MemberTagBulkResult(changed, unchanged, [], []);
    }

    /// <summary>The data of the activity of a tag that was given: where it came from.</summary>
    public static string DataOf(TagSource source) => $$"""{"source":"{{Spell(source)}}"}""";

    /// <summary>The data of the activity of a removal.</summary>
    public static string DataOf(TagRemoval reason) => $$"""{"reason":"{{Spell(reason)}}"}""";

    /// <summary>Inserts rows past the change tracker.</summary>
    public static async Task InsertAsync(CommunityDbContext db, IReadOnlyList<MemberTag> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        if (db.Database.GetDbConnection() is SqliteConnection sqlite)
        {
            using var insert = new SqliteStatement(
                sqlite, """INSERT INTO "MemberTags" ("MemberId", "TagId", "Source", "AddedById", "AddedAt", "ExpiresAt") VALUES (?, ?, ?, ?, ?, ?)""");
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                insert.Bind(row.MemberId);
                insert.Bind(row.TagId);
                insert.Bind((long)row.Source);
                insert.Bind(row.AddedById);
                insert.Bind(row.AddedAt);
                insert.Bind(row.ExpiresAt);
                insert.Run();
            }

            return;
        }

        // Without what they lead to, which would be saved as new.
        var plain = rows.Select(row => new MemberTag
        {
            MemberId = row.MemberId, TagId = row.TagId, Source = row.Source, AddedById = row.AddedById, AddedAt = row.AddedAt, ExpiresAt = row.ExpiresAt,
        }).ToList();
        db.MemberTags.AddRange(plain);
        await db.SaveChangesAsync(cancellationToken);
        plain.ForEach(row => db.Entry(row).State = EntityState.Detached);
    }

    private static string Spell<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
