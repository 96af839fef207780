using Headless.Community.Data;
using Headless.Community.Ingestion;

namespace Headless.Community;

/// <summary>
/// Takes in what happened on the way into groups: exposures, scans, friendships, invitations. Log, counts, days and paths of a
/// batch are written in one transaction; a row whose external id is known changes nothing.
/// </summary>
public sealed class EntryRecording(CommunityDatabase database, ActivitySignal signal, TimeProvider clock)
{
    /// <summary>The most rows that a request may have.</summary>
    public const int MaxRows = 1_000;

    /// <param name="source">The reporting system: the namespace of the external ids.</param>
    /// <param name="rows">At most <see cref="MaxRows"/>. Every row is judged by itself.</param>
    /// <param name="access">Whose entry points may be named: others are unknown.</param>
    /// <param name="author">On whose behalf it is; null: the product's own, without an entry in the audit log.</param>
    /// <param name="zone">The reporting time zone, by whose days things are counted.</param>
    /// <param name="ct">Cancels before anything is written.</param>
    public async Task<IngestionResult> RecordAsync(
        string source, IReadOnlyList<EntryReport> rows, AccessScope access, AuditAuthor? author, TimeZoneInfo zone, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(source.Length, Activity.SourceMaxLength, nameof(source));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows.Count, MaxRows, nameof(rows));
        var now = UtcDateTimeConverter.ToStored(clock.GetUtcNow().UtcDateTime);
        var result = await database.WriteAsync(
            AccessScope.Everything,
            (db, token) => new EntryBatch(db, source, rows, access, author, zone, now).RunAsync(token),
            ct);
        if (result.Accepted.Count > 0)
        {
            signal.Notify();
        }

        return result;
    }
}
