using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Ingestion;

/// <summary>
/// Takes in what happened outside. Log rows, members, stays, orders and rollups of a batch are written in one transaction;
/// waiters are woken after its commit.
/// </summary>
public sealed class ActivityIngestion(
    CommunityDatabase database, IActivityProjection projection, ActivitySignal signal, TimeProvider clock)
{
    /// <summary>The most rows that a request may have.</summary>
    public const int MaxRows = 1_000;

    /// <summary>The most rows that one transaction takes; importers send more at a time than requests may.</summary>
    public const int MaxRowsOfImport = 5_000;

    /// <summary>Nothing is taken for older than this: what claims to be comes from a clock that was never set.</summary>
    public const int EarliestYear = 1980;

    private const int MaxAttempts = 3;

    /// <summary>How far ahead a sender's clock may be.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Records a batch. Every row is judged by itself: a bad one does not keep the others out. Rows are applied in the order of
    /// <see cref="ActivityInput.OccurredAt"/>, those of one time in the order given.
    /// </summary>
    /// <param name="source">The reporting system: the namespace of the external ids.</param>
    /// <param name="rows">At most <see cref="MaxRows"/>.</param>
    /// <param name="access">The groups that the caller may write to: others are unknown to it.</param>
    /// <param name="actorId">The operator on whose behalf it is; null: none.</param>
    /// <exception cref="ArgumentException">The source is empty or too long, or there are too many rows.</exception>
    public Task<IngestionResult> RecordAsync(
        string source, IReadOnlyList<ActivityInput> rows, AccessScope access, long? actorId, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows.Count, MaxRows, nameof(rows));
        return RecordAsync(source, rows, access, actorId, new RecordingOptions(), cancellationToken);
    }

    /// <summary>As the other, for a mutation: what came of the batch is one entry of the audit log, in the same transaction. At most <see cref="MaxRowsOfImport"/> rows.</summary>
    public Task<IngestionResult> RecordMutationAsync(
        string source, IReadOnlyList<ActivityInput> rows, AccessScope access, AuditAuthor author, CancellationToken cancellationToken)
    {
        return RecordAsync(source, rows, access, author.OperatorId, new RecordingOptions { Author = author }, cancellationToken);
    }

    /// <summary>Says what would become of a batch of at most <see cref="MaxRowsOfImport"/> rows: it is recorded, and taken back.</summary>
    public Task<IngestionResult> TryAsync(string source, IReadOnlyList<ActivityInput> rows, AccessScope access, long? actorId, CancellationToken cancellationToken)
    {
        return RecordAsync(source, rows, access, actorId, new RecordingOptions { IsTrial = true }, cancellationToken);
    }

    /// <summary>As the others, with what only imports ask for.</summary>
    internal async Task<IngestionResult> RecordAsync(
        string source,
        IReadOnlyList<ActivityInput> rows,
        AccessScope access,
        long? actorId,
        RecordingOptions options,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(source.Length, Activity.SourceMaxLength, nameof(source));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows.Count, MaxRowsOfImport, nameof(rows));

        var now = UtcDateTimeConverter.ToStored(clock.GetUtcNow().UtcDateTime);
        var rejected = new RejectedRow?[rows.Count];
        for (var index = 0; index < rows.Count; index++)
        {
            rejected[index] = InputRules.Check(index, rows[index], now + ClockTolerance);
        }

        if (options.Completions is null && Array.TrueForAll(rejected, row => row is not null))
        {
            return new IngestionResult([], [], rejected!);
        }

        var result = await WriteAsync();
        if (result.Accepted.Count > 0 && !options.IsTrial)
        {
            signal.Notify();
        }

        return result;

        async Task<IngestionResult> WriteAsync()
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await database.WriteAsync(
                        AccessScope.Everything,
                        async (context, token) =>
                        {
                            var recorded = await new IngestionBatch(context, projection, source, rows, rejected, access, actorId, now, options, database.RuleSets).RunAsync(token);
                            return options.IsTrial ? throw new TrialOverException(recorded) : recorded;
                        },
                        cancellationToken);
                }
                catch (TrialOverException trial)
                {
                    return trial.Result;
                }
                catch (DbUpdateException) when (attempt < MaxAttempts)
                {
                    // Somebody edited or added the same member or order meanwhile: what was read is out of date, so read again.
                }
            }
        }
    }
}

/// <summary>Takes a transaction back whose result is all that was wanted of it.</summary>
internal sealed class TrialOverException(IngestionResult result) : Exception
{
    public IngestionResult Result { get; } = result;
}

/// <summary>What an import asks for beyond what a request may.</summary>
internal sealed record RecordingOptions
{
    /// <summary>
    /// Where among the rows each file begins whose rows follow each other; null: rows stand for themselves. Rows that follow each
    /// other are applied in the order given, and one before a row of its file that is in the log is a duplicate even if it is not
    /// in the log itself: it was there before, and had nothing to change.
    /// </summary>
    public IReadOnlySet<int>? Sequences { get; init; }

    /// <summary>Whether everything is taken back again.</summary>
    public bool IsTrial { get; init; }

    /// <summary>The mutation that reports the rows; null: none does.</summary>
    public AuditAuthor? Author { get; init; }

    /// <summary>New records that say which files are done, kept in the same transaction.</summary>
    public Func<IEnumerable<IdempotencyRecord>>? Completions { get; init; }
}
